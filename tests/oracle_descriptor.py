"""What a descriptor and its schemas break, judged from the catalogue of promises and the standard.

Each fault is told by the places at which it may be reported and by the rules that may report it. A fault that
is not sure, because the standard leaves it open, need not be reported; nothing else may be.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from jsonschema import Draft7Validator

from oracle_cells import DATA
from oracle_form import NAMES
from oracle_json import Fault, Unread, expect, is_astray, misspelt, normal, read
from oracle_schema import schema_faults

PROFILE = Draft7Validator(
    json.loads((DATA / "profiles" / "datapackage-2.0.json").read_text(encoding="utf-8"))
)
NEEDED = {"$schema", "name", "title", "version", "created", "licenses", "resources"}
NEEDED_OF_TABLES = {"path", "schema", "dialect", "encoding", "hash", "bytes"}
DIALECT = {
    "delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True,
    "headerRows": [1], "headerJoin": " ", "skipInitialSpace": False, "commentRows": [],
}  # fmt: skip
CLAIMS = {"summitry:tables": 4, "summitry:text": "all"}
"""What the packages tried here are, if they say it."""

MINUTE = r"(\d\d:\d\d)"
MOMENT = re.compile(rf"(\d{{4}}-\d\d-\d\d)[Tt ]{MINUTE}:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-]{MINUTE})", re.ASCII)
OF_BOTH = {"$schema", "name", "title", "description", "homepage", "sources", "licenses"}
OF_PACKAGES = OF_BOTH | {
    "id",
    "image",
    "version",
    "created",
    "keywords",
    "contributors",
    "resources",
    *CLAIMS,
    "summitry:upgraded_from",
    "removed",
}
OF_RESOURCES = OF_BOTH | {
    "path", "data", "type", "dialect", "schema", "format", "mediatype", "encoding", "bytes", "hash",
}  # fmt: skip


def faults_of(files: Mapping[str, bytes]):
    """What a package breaks whose files are given by path, but for the rows of its tables."""
    try:
        descriptor = read(files["datapackage.json"])
        expect(isinstance(descriptor, dict) and descriptor)
    except Unread:
        return [Fault(("",), {"json"})]
    found = [*package_faults(descriptor), *misspelt("", descriptor, OF_PACKAGES)]
    listed = descriptor.get("resources")
    resources = listed if isinstance(listed, list) else []
    names = [each.get("name") for each in resources if isinstance(each, dict)]
    found += [Fault(("resources",), {"missing-table"}) for name in NAMES if name not in names]
    for place, each in enumerate(resources):
        if isinstance(each, dict):
            found += resource_faults(f"resources/{place}", each, files)
            found += misspelt(f"resources/{place}/", each, OF_RESOURCES)
    unfit = [*unprofiled(descriptor, resources, files)]
    found = [*(in_chain(each, unfit) for each in found), *unfit]
    return [*found, *twins(resources), *undeclared(resources, files)]


def in_chain(fault, unfit):
    """A fault within a schema that breaks the profile is not sure: such a schema asks for nothing."""
    broken = [place.split("/")[:3] for each in unfit for place in each.places if "/schema" in place]
    within = any(place.split("/")[:3] in broken for place in fault.places if "/schema/" in place)
    return fault._replace(is_sure=fault.is_sure and not within)


def package_faults(descriptor):
    """What the properties of the package break."""
    for name in NEEDED:
        if not descriptor.get(name):
            yield Fault((name,), {"missing-property", "profile"})
    created = descriptor.get("created")
    if created is not None and not is_moment(created):
        yield Fault(("created",), {"created"})
    yield from paths_astray("", descriptor)
    yield from misclaimed(descriptor)


def misclaimed(descriptor):
    """Claims of another edition: one that nobody knows, or one whose tables have other schemas than these."""
    for name, true in CLAIMS.items():
        told = descriptor.get(name, true)
        if json.dumps(told) != json.dumps(true):
            yield Fault((name, "resources"), {"edition", "schema"})


def is_moment(text):
    """Whether a text is a moment with its zone (RFC 3339)."""
    parts = MOMENT.fullmatch(text) if isinstance(text, str) else None
    try:
        return bool(parts and datetime.fromisoformat(f"{parts[1]}T{parts[2]}:00+{parts[3] or '00:00'}"))
    except ValueError:
        return False


def paths_astray(prefix, about):
    """Sources, licences and contributors that lead out of the package."""
    for name in ("sources", "licenses", "contributors"):
        for place, each in enumerate(about[name] if isinstance(about.get(name), list) else ()):
            path = each.get("path") if isinstance(each, dict) else None
            if isinstance(path, str) and not re.match(r"(?i)(https?|ftps?)://", path) and is_astray(path):
                yield Fault((f"{prefix}{name}/{place}",), {"path"})


def resource_faults(pointer, about, files):
    """What the properties of a resource break."""
    ours = about.get("name") in NAMES
    for name in NEEDED_OF_TABLES if ours else ("path",):
        if about.get(name) in (None, ""):
            yield Fault((f"{pointer}/{name}",), {"missing-property", "profile"})
    for name in ("path", "schema"):
        path = about.get(name)
        if path is None or (name == "schema" and isinstance(path, dict)):
            continue
        if is_astray(path):
            yield Fault((f"{pointer}/{name}",), {"path", "profile"})
        elif normal(path) not in files:
            yield Fault((f"{pointer}/{name}",), {"missing-file"})
    yield from paths_astray(f"{pointer}/", about)
    yield from content_faults(pointer, about, files)
    if ours:
        yield from table_faults(pointer, about)
        yield from schema_faults(pointer, about, files)


def content_faults(pointer, about, files):
    """Size and hash that are not those of the file."""
    content = files.get(normal(path)) if isinstance(path := about.get("path"), str) else None
    if content is None or is_astray(path):
        return
    if about.get("bytes") not in (None, len(content)):
        yield Fault((f"{pointer}/bytes",), {"bytes", "profile"})
    stated = about.get("hash")
    if stated is not None and str(stated) != f"sha256:{sha256(content).hexdigest()}":
        # the standard writes algorithms in small letters, and does not say that they must be
        is_sure = str(stated).lower() != f"sha256:{sha256(content).hexdigest()}"
        yield Fault((f"{pointer}/hash",), {"hash", "profile"}, is_sure)


def table_faults(pointer, about):
    """How a table is said to be written, where it is not."""
    for name, rule, sound in [
        ("encoding", "encoding", {"utf-8", "utf8"}),
        ("format", "format", {"csv"}),
        ("mediatype", "format", {"text/csv"}),
    ]:
        stated = about.get(name)
        if isinstance(stated, str) and stated.partition(";")[0].strip().casefold() not in sound:
            yield Fault((f"{pointer}/{name}",), {rule, "profile"})
    dialect = about.get("dialect")
    for name, value in dialect.items() if isinstance(dialect, dict) else ():
        if name != "$schema" and value != DIALECT.get(name):
            yield Fault((f"{pointer}/dialect/{name}",), {"dialect", "profile"}, name in DIALECT)


def twins(resources):
    """Resources of one name or one file."""
    for name, form in (("name", str), ("path", normal)):
        seen = set()
        for place, each in enumerate(resources):
            value = each.get(name) if isinstance(each, dict) else None
            if isinstance(value, str) and form(value).casefold() in seen:
                yield Fault((f"resources/{place}/{name}",), {f"resource-{name}"})
            seen.add(form(value).casefold() if isinstance(value, str) else None)


def undeclared(resources, files):
    """Files beside tables that no resource declares."""
    about = [each for each in resources if isinstance(each, dict) and isinstance(each.get("path"), str)]
    paths = {normal(each["path"]) for each in about}
    folders = {path.rpartition("/")[0] for each in about if (path := normal(each["path"])) in files
               and each.get("name") in NAMES} - {""}  # fmt: skip
    for path in files:
        if path.rpartition("/")[0] in folders and path not in paths:
            yield Fault(("resources",), {"undeclared-file"})


def unprofiled(descriptor, resources, files):
    """What the official profile asks for, the schemas in their places."""
    whole = dict(descriptor)
    if resources:
        whole["resources"] = [with_schema(each, files) for each in resources]
    for error in PROFILE.iter_errors(whole):
        yield Fault(("/".join(map(str, error.absolute_path)),), {"profile", "missing-property"})


def with_schema(about, files):
    """A resource with its schema in place of the path to it."""
    path = about.get("schema") if isinstance(about, dict) else None
    try:
        expect(isinstance(path, str) and normal(path) in files and not is_astray(path))
        schema = read(files[normal(path)])
        return about | {"schema": schema} if isinstance(schema, dict) else about
    except Unread:
        return about
