"""What a descriptor promises beyond the data: names, paths, dialect, date, and no misspelt property."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from typing import Any, Final

from summitry.schema import TABLES
from summitry.settings import MIN_LIKENESS_OF_MISSPELLING
from summitry.validate.bundle import Bundle, leads_astray, misstated
from summitry.validate.findings import Finding

REQUIRED: Final = ("$schema", "name", "title", "version", "created", "licenses", "resources")
REQUIRED_OF_RESOURCES: Final = ("path", "schema", "dialect", "encoding", "hash", "bytes")

PACKAGE_PROPERTIES: Final = (
    "$schema", "name", "id", "licenses", "title", "description", "homepage", "image", "version", "created",
    "keywords", "contributors", "sources", "resources",
)  # fmt: skip
RESOURCE_PROPERTIES: Final = (
    "$schema", "name", "path", "data", "type", "dialect", "schema", "title", "description", "format",
    "mediatype", "encoding", "bytes", "hash", "sources", "licenses", "homepage",
)  # fmt: skip

DIALECT: Final = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
    "headerRows": [1],
    "headerJoin": " ",
    "skipInitialSpace": False,
    "commentRows": [],
}
"""How every table is written. A descriptor may leave out what it does not change (Table Dialect 2.0)."""

# 2017-04-28T00:00:00Z (RFC 3339, section 5.6)
MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})"
)


def says_what_is_needed(bundle: Bundle) -> Iterator[Finding]:
    """Package and resources have the properties that users and checks rely on."""
    remedy = "add the property"
    for name in REQUIRED:
        if not bundle.descriptor.get(name):
            yield misstated(name, None, "missing-property", "is missing", remedy)
    for resource in bundle.resources:
        needed = REQUIRED_OF_RESOURCES if resource.name in TABLES else ("path",)
        for name in needed:
            if resource.descriptor.get(name) in (None, ""):
                yield misstated(f"{resource.pointer}/{name}", None, "missing-property", "is missing", remedy)


def spells_properties_right(bundle: Bundle) -> Iterator[Finding]:
    """No property is a near miss of one of the standard: `licences`, `encodings`."""
    yield from misspelt(bundle.descriptor, PACKAGE_PROPERTIES, "")
    for resource in bundle.resources:
        yield from misspelt(resource.descriptor, RESOURCE_PROPERTIES, f"{resource.pointer}/")


def misspelt(descriptor: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> Iterator[Finding]:
    """The properties of an object that the standard does not know but nearly does."""
    for name in descriptor:
        if name not in known and (
            near := get_close_matches(name, known, n=1, cutoff=MIN_LIKENESS_OF_MISSPELLING)
        ):
            fault = f"is no property of the standard; expected {near[0]}"
            yield misstated(f"{prefix}{name}", None, "misspelt-property", fault, f"rename it to {near[0]}")


def has_a_moment_of_creation(bundle: Bundle) -> Iterator[Finding]:
    """`created` is a date and time with its zone."""
    created = bundle.descriptor.get("created")
    if created is not None and not is_moment(created):
        fault = "is not a date and time with a zone, such as 2017-04-28T00:00:00Z"
        yield misstated("created", created, "created", fault, "write the date and time by RFC 3339")


def is_moment(value: object) -> bool:
    """Whether a value is a date and time with a zone that exists.

    >>> is_moment("2024-02-29T00:00:00Z"), is_moment("2024-02-30T00:00:00Z"), is_moment("2024-02-29")
    (True, False, False)
    """
    if not (isinstance(value, str) and MOMENT.fullmatch(value)):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def names_each_resource_once(bundle: Bundle) -> Iterator[Finding]:
    """No two resources share a name or a file."""
    for key in ("name", "path"):
        seen: Counter[str] = Counter()
        for resource in bundle.resources:
            if not isinstance(value := resource.descriptor.get(key), str):
                continue
            seen[value.casefold()] += 1
            if seen[value.casefold()] > 1:
                pointer = f"{resource.pointer}/{key}"
                yield misstated(pointer, value, f"resource-{key}", "stands twice", f"give each its own {key}")


def holds_every_table(bundle: Bundle) -> Iterator[Finding]:
    """Each of the tables is a resource."""
    names = {resource.name for resource in bundle.resources}
    for table in TABLES:
        if table not in names:
            yield misstated(
                "resources", table, "missing-table", "is not there", "add the table as a resource"
            )


def leads_to_files(bundle: Bundle) -> Iterator[Finding]:
    """Each path leads to a file inside the package."""
    for resource in bundle.resources:
        for key in ("path", "schema"):
            path = resource.descriptor.get(key)
            if path is None or (key == "schema" and isinstance(path, dict)):
                continue
            pointer = f"{resource.pointer}/{key}"
            if fault := leads_astray(path):
                yield misstated(pointer, path, "path", fault, "give the path of a file inside the package")
            elif not (bundle.folder / path).is_file():
                yield misstated(
                    pointer, path, "missing-file", "is not there", "put the file back, or rebuild"
                )
            elif not (bundle.folder / path).resolve().is_relative_to(bundle.folder.resolve()):
                yield misstated(
                    pointer, path, "path", "leads out of the package", "replace the link by the file"
                )


def declares_every_file(bundle: Bundle) -> Iterator[Finding]:
    """Each file beside the tables is a resource."""
    files = {resource.path.resolve() for resource in bundle.resources if resource.path}
    folders = {
        resource.path.parent for resource in bundle.resources if resource.path and resource.name in TABLES
    } - {bundle.folder}
    for folder in sorted(folders):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.resolve() not in files:
                path = file.relative_to(bundle.folder).as_posix()
                remedy = "declare the file as a resource, or move it away"
                yield misstated("resources", path, "undeclared-file", "is not declared", remedy)


def declares_the_dialect(bundle: Bundle) -> Iterator[Finding]:
    """Dialect and encoding are those in which tables are written."""
    for resource in bundle.resources:
        if resource.name not in TABLES:
            continue
        encoding = resource.descriptor.get("encoding")
        if isinstance(encoding, str) and encoding.lower() not in {"utf-8", "utf8"}:
            pointer = f"{resource.pointer}/encoding"
            yield misstated(pointer, encoding, "encoding", "is not utf-8", "declare and write UTF-8")
        dialect = resource.descriptor.get("dialect")
        for name, value in dialect.items() if isinstance(dialect, dict) else ():
            if name != "$schema" and DIALECT.get(name, ...) != value:
                pointer = f"{resource.pointer}/dialect/{name}"
                fault = "is not how tables are written"
                remedy = f"declare {json.dumps(DIALECT[name])}" if name in DIALECT else "leave it out"
                yield misstated(pointer, value, "dialect", fault, remedy)


DESCRIPTOR_CHECKS: Final[tuple[Callable[[Bundle], Iterator[Finding]], ...]] = (
    says_what_is_needed,
    spells_properties_right,
    has_a_moment_of_creation,
    names_each_resource_once,
    holds_every_table,
    leads_to_files,
    declares_every_file,
    declares_the_dialect,
)
