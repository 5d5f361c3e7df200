"""Whether each table has the rows that the build wrote, as its manifest told before there were files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from summitry.manifest import MANIFEST, digest_of_sum, seal_of, sum_of
from summitry.paths import DESCRIPTOR
from summitry.validate.bundle import Bundle, inside, misstated
from summitry.validate.findings import Finding, Place, Skipped
from summitry.validate.json_files import read_json
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
    found, flaws = read_json(file)
    told = [broken(flaw.pointer, None, flaw.fault) for flaw in flaws]
    faults = told or list(faults_of(found, tuple(bundle.edition.tables)))
    if faults:
        return {}, faults
    return {name: Stated(**stated) for name, stated in found["tables"].items()}, []


def faults_of(found: Any, names: Sequence[str]) -> Iterator[Finding]:  # noqa: ANN401  # whatever the JSON holds
    """What is wrong with a manifest of tables of these names, as read."""
    if not (isinstance(found, dict) and isinstance(found.get("tables"), dict)):
        yield broken("", None, "is not an object with tables")
        return
    tables = found["tables"]
    yield from (broken("tables", name, "is no table") for name in tables if name not in names)
    for name in names:
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


def left_unheld(manifest: Manifest, names: Iterable[str]) -> Iterator[Skipped]:
    """The same, rule by rule and table by table."""
    if not manifest:
        for name in names:
            yield from (Skipped(rule, name, "no manifest") for rule in ("row-count", "table-digest"))


class Digest:
    """The rows of a table counted, and summed up if the file is not the one that the build wrote."""

    def __init__(self, stated: Stated, file: str) -> None:
        """For a table of which this is stated, and whose file has this hash."""
        self.stated = stated
        # the bytes that the build wrote have its rows: only of others each row is looked at
        self.total = None if file == stated.file else 0
        self.rows = 0
        self.filled = 0

    def add(self, sheet: Sheet) -> None:
        """Count the rows of a piece in."""
        self.rows += sheet.values.height
        self.filled += rows_in(sheet.piece.content) if not sheet.complete else sheet.values.height
        if self.total is not None:
            self.total += sum_of(line.encode() for line in canonical(sheet.cells.select(sheet.columns)))

    def findings(self, name: str, *, sound: bool) -> Iterator[Finding | Skipped]:
        """The table has as many rows as the build wrote, and the same ones, in whatever order."""
        if (count := self.rows if sound else self.filled) != self.stated.rows:
            fault = f"is not the number of rows that the build wrote: {self.stated.rows}"
            yield Finding(name, None, "row-count", fault, RESTORE, places=(Place(None, str(count)),))
        elif not sound:
            yield Skipped("table-digest", name, "not every line and column of it could be read")
        elif self.total is not None and (digest := digest_of_sum(self.total)) != self.stated.digest:
            fault = f"is not the digest of the rows that the build wrote: {self.stated.digest}"
            yield Finding(name, None, "table-digest", fault, RESTORE, places=(Place(None, digest),))


def rows_in(lines: bytes) -> int:
    r"""How many lines hold anything.

    >>> rows_in(b"q-1\n\nq-2")
    2
    """
    return sum(not line.isspace() for line in lines.split(b"\n") if line)
