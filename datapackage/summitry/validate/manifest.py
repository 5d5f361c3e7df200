"""Whether each table has the rows that the build wrote, as its manifest told before there were files."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import polars as pl

from summitry.manifest import MANIFEST, digest_of, hash_of, seal_of
from summitry.schema import TABLES
from summitry.settings import ROWS_AT_ONCE
from summitry.validate.bundle import Bundle, inside, misstated, once
from summitry.validate.findings import DESCRIPTOR, Finding, Place, Skipped
from summitry.validate.lines import canonical
from summitry.validate.records import Sheet

HASH: Final = re.compile("sha256:[0-9a-f]{64}")
DIGEST: Final = re.compile("[0-9a-f]{64}")
REBUILD: Final = "put back the manifest that the build wrote, or build the package again"
RESTORE: Final = "get the file again, or build the package again"


class Stated(NamedTuple):
    """What the manifest says of one table."""

    rows: int
    digest: str
    file: str
    """The hash of the file as the build wrote it."""


Manifest = Mapping[str, Stated]


def read_manifest(bundle: Bundle) -> tuple[Manifest, list[Finding]]:
    """What the manifest says of each table, nothing if it cannot be relied on, and why not."""
    if (file := inside(bundle.folder, MANIFEST)) is None:
        return {}, [broken("", None, "is not there")]
    twice: list[str] = []
    try:
        text = file.read_bytes().decode("utf-8")
        found = json.loads(text, object_pairs_hook=lambda pairs: once(pairs, twice))
    except OSError as error:
        return {}, [broken("", None, f"cannot be read: {error.strerror}")]
    except (ValueError, RecursionError) as error:
        return {}, [broken("", None, f"is not JSON in UTF-8: {error}")]
    faults = [broken("", name, "stands twice in one object") for name in twice]
    faults = faults or list(faults_of(found))
    if faults:
        return {}, faults
    return {name: Stated(**stated) for name, stated in found["tables"].items()}, []


def faults_of(found: Any) -> Iterator[Finding]:  # noqa: ANN401  # whatever the JSON holds
    """What is wrong with a manifest as read."""
    if not (isinstance(found, dict) and isinstance(found.get("tables"), dict)):
        yield broken("", None, "is not an object with tables")
        return
    tables = found["tables"]
    yield from (broken("tables", name, "is no table") for name in tables if name not in TABLES)
    for name in TABLES:
        if not is_stated(tables.get(name)):
            yield broken(f"tables/{name}", tables.get(name), "is not a number of rows, a digest and a hash")
    if found.get("seal") != seal_of(tables):
        yield broken("seal", found.get("seal"), "is not the hash of the tables of the manifest")


def is_stated(stated: object) -> bool:
    """Whether this tells of a table what a manifest tells.

    >>> is_stated({"rows": 0, "digest": "0" * 64, "file": "sha256:" + "0" * 64}), is_stated({"rows": 0})
    (True, False)
    """
    match stated:
        case {"rows": int(rows), "digest": str(digest), "file": str(file), **others}:
            known = not others and not isinstance(rows, bool) and rows >= 0
            return known and bool(DIGEST.fullmatch(digest) and HASH.fullmatch(file))
    return False


def broken(place: str, value: object, fault: str) -> Finding:
    """A finding about the manifest itself."""
    return misstated(f"{MANIFEST}/{place}".rstrip("/"), value, "manifest", fault, REBUILD)


def unheld(manifest: Manifest) -> Iterator[Skipped]:
    """What cannot be checked without a manifest."""
    if not manifest:
        yield Skipped("row-count and table-digest", DESCRIPTOR, "there is no manifest to hold the tables to")


def left_unheld(manifest: Manifest) -> Iterator[Skipped]:
    """The same, rule by rule and table by table."""
    if not manifest:
        for name in TABLES:
            yield from (Skipped(rule, name, "no manifest") for rule in ("row-count", "table-digest"))


def keeps_its_rows(stated: Stated, content: bytes, plain: bytes, sheet: Sheet) -> Iterator[Finding | Skipped]:
    """The table has as many rows as the build wrote, and the same ones, in whatever order.

    `content` are the bytes of the file, `plain` those that its cells were read from.
    """
    name = sheet.table.name
    if (count := sheet.frame.height if sheet.sound else rows_in(plain)) != stated.rows:
        fault = f"is not the number of rows that the build wrote: {stated.rows}"
        yield Finding(name, None, "row-count", fault, RESTORE, places=(Place(None, str(count)),))
    elif not sheet.sound:
        yield Skipped("table-digest", name, "not every line and column of it could be read")
    # the bytes that the build wrote have its rows: only of others each row is looked at
    elif hash_of(content) != stated.file and (digest := digest_in(sheet)) != stated.digest:
        fault = f"is not the digest of the rows that the build wrote: {stated.digest}"
        yield Finding(name, None, "table-digest", fault, RESTORE, places=(Place(None, digest),))


def rows_in(plain: bytes) -> int:
    r"""How many lines below the header hold anything.

    >>> rows_in(b"quote_id\nq-1\n\nq-2")
    2
    """
    return sum(not line.isspace() for line in plain.split(b"\n")[1:] if line)


def digest_in(sheet: Sheet) -> str:
    """The digest of the rows of a table, however its file writes them."""
    return digest_of(line.encode() for line in lines_in(sheet.frame.select(sheet.columns)))


def lines_in(cells: pl.DataFrame) -> Iterator[str]:
    """Each row as its line in canonical form, some at a time to stay small."""
    for rows in cells.iter_slices(ROWS_AT_ONCE):
        yield from canonical(rows)
