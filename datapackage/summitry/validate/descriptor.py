"""What a descriptor promises beyond the data: names, paths, dialect, date, and no misspelt property."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from typing import Any, Final

from summitry.bounds import MIN_LIKENESS_OF_MISSPELLING
from summitry.editions import CLAIMS, unknown_claims
from summitry.schema import TABLES
from summitry.validate.bundle import Bundle, misstated
from summitry.validate.findings import Finding, Skipped, shortened, visible
from summitry.validate.paths import declares_every_file, leads_to_files, points_inside

REQUIRED: Final = ("$schema", "name", "title", "version", "created", "licenses", "resources")
REQUIRED_OF_RESOURCES: Final = ("path", "schema", "dialect", "encoding", "hash", "bytes")

PACKAGE_PROPERTIES: Final = (
    "$schema", "name", "id", "licenses", "title", "description", "homepage", "image", "version", "created",
    "keywords", "contributors", "sources", "resources", *CLAIMS,
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

FORMATS: Final = {"format": "csv", "mediatype": "text/csv"}
"""What every table is, if its resource says it: the ending of its file and its media type (RFC 4180)."""

# 2017-04-28T00:00:00Z, 2017-04-28 00:00:00.5+02:00, 2016-12-31t23:59:60z (RFC 3339, section 5.6)
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
MINUTE = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
SECOND = r"(?P<second>[0-5][0-9]|60)(?:\.[0-9]+)?"
MOMENT: Final = re.compile(rf"(?P<day>{DAY})[Tt ](?P<minute>{MINUTE}):{SECOND}(?P<zone>[Zz]|[+-]{MINUTE})")


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
    """No property is a near miss of one that is known: `licences`, `encodings`, `summitry:txt`."""
    yield from misspelt(bundle.descriptor, PACKAGE_PROPERTIES, "")
    for resource in bundle.resources:
        yield from misspelt(resource.descriptor, RESOURCE_PROPERTIES, f"{resource.pointer}/")


def misspelt(descriptor: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> Iterator[Finding]:
    """The properties of an object that are nearly known."""
    for name in descriptor:
        if name not in known and (
            near := get_close_matches(name, known, n=1, cutoff=MIN_LIKENESS_OF_MISSPELLING)
        ):
            fault = f"is no known property; expected {near[0]}"
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
    >>> is_moment("2016-12-31T23:59:60Z"), is_moment("2016-12-31T12:00:60Z")
    (True, False)
    """
    if not (isinstance(value, str) and (parts := MOMENT.fullmatch(value))):
        return False
    try:
        minute = datetime.fromisoformat("{day}T{minute}:00{zone}".format(**parts.groupdict()).upper())
        return parts["second"] != "60" or ends_a_month(minute.astimezone(UTC))
    except (ValueError, OverflowError):
        return False


def ends_a_month(minute: datetime) -> bool:
    """Whether a minute is the last of a month, the only ones that can be a second longer (RFC 3339, 5.7)."""
    following = minute + timedelta(minutes=1)
    return (following.day, following.hour, following.minute) == (1, 0, 0)


def names_each_resource_once(bundle: Bundle) -> Iterator[Finding]:
    """No two resources share a name or a file."""
    for key in ("name", "path"):
        seen: set[str] = set()
        for resource in bundle.resources:
            if not isinstance(value := resource.descriptor.get(key), str):
                continue
            # One file can be written in many ways: a//b, a/./b, by way of a link.
            same = str(resource.path.resolve()) if key == "path" and resource.path else value
            if same.casefold() in seen:
                pointer = f"{resource.pointer}/{key}"
                yield misstated(pointer, value, f"resource-{key}", "stands twice", f"give each its own {key}")
            seen.add(same.casefold())


def holds_every_table(bundle: Bundle) -> Iterator[Finding]:
    """Each of the tables is a resource."""
    names = {resource.name for resource in bundle.resources}
    for table in bundle.edition.tables:
        if table not in names:
            yield misstated(
                "resources", table, "missing-table", "is not there", "add the table as a resource"
            )


def declares_the_format(bundle: Bundle) -> Iterator[Finding]:
    """Format and media type, where they are told, are those of CSV."""
    for resource in bundle.resources:
        for name, expected in FORMATS.items() if resource.name in TABLES else ():
            stated = resource.descriptor.get(name)
            # A media type can have parameters: text/csv; charset=utf-8; header=present.
            if isinstance(stated, str) and stated.partition(";")[0].strip().casefold() != expected:
                pointer = f"{resource.pointer}/{name}"
                yield misstated(pointer, stated, "format", "is not that of the table", f"declare {expected}")


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


def tells_of_other_tables(bundle: Bundle) -> Iterator[Skipped]:
    """Tables that are none of ours are said to be left unread."""
    for resource in bundle.resources:
        about = resource.descriptor
        ours = resource.name in bundle.edition.tables
        if not ours and (about.get("type") == "table" or about.get("schema") is not None):
            name = visible(shortened(resource.name)) or resource.pointer
            yield Skipped("everything within", name, "it is none of our tables; ask the engine frictionless")


def says_a_known_edition(bundle: Bundle) -> Iterator[Finding]:
    """The version of the tables, and which words of articles they hold, is one that we know."""
    remedy = "check with the version of summitry that made the package"
    for name, fault in unknown_claims(bundle.descriptor).items():
        yield misstated(name, bundle.descriptor[name], "edition", fault, remedy)


DESCRIPTOR_CHECKS: Final[tuple[Callable[[Bundle], Iterator[Finding | Skipped]], ...]] = (
    says_a_known_edition,
    says_what_is_needed,
    spells_properties_right,
    has_a_moment_of_creation,
    names_each_resource_once,
    holds_every_table,
    leads_to_files,
    points_inside,
    declares_every_file,
    declares_the_format,
    declares_the_dialect,
    tells_of_other_tables,
)
