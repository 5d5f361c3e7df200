"""A package wherever it lies: in a folder, in a zip, or at an address."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from summitry.columnar import is_parquet, to_csv
from summitry.paths import DESCRIPTOR
from summitry.validate.archive import is_zip, unpacked
from summitry.validate.findings import Skipped, without
from summitry.validate.report import Report

ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

UNSEEN: Final = "only the files that the descriptor names can be fetched"
UNFETCHED: Final = (
    Skipped("undeclared-file", DESCRIPTOR, UNSEEN),
    Skipped("source-hash", "articles", UNSEEN),
)
"""What cannot be checked without a folder to look into."""


@dataclass(frozen=True)
class Opened:
    """A package on the disk, and what a report says of the place that it came from."""

    path: Path
    """Its descriptor, or its folder."""
    place: Path | str | None = None
    """Where it came from, none if it lay there."""
    skipped: tuple[Skipped, ...] = ()

    def told_of(self, report: Report) -> Report:
        """A report on the files as one on the place that they came from."""
        if self.place is None:
            return report
        left_out = self.skipped if report.checked else ()
        return replace(
            report,
            path=self.place,
            files={},
            skipped=(*left_out, *report.skipped),
            checked=without(report.checked, left_out),
        )


CONVERTED: Final = "the tables were Parquet, and are checked as the CSV files that they stand for"
UNCONVERTED: Final = (
    Skipped("undeclared-file", DESCRIPTOR, CONVERTED),
    Skipped("source-hash", "articles", CONVERTED),
)


@contextmanager
def opened(path: str | Path) -> Iterator[Opened]:
    """The package that a path or an address means, on the disk and as CSV for as long as it is needed."""
    with as_it_is(path) as package:
        descriptor = package.path if package.path.is_file() else package.path / DESCRIPTOR
        if not tells_of_parquet(descriptor):
            yield package
            return
        with TemporaryDirectory(prefix="summitry-") as folder:
            place = package.place or path
            yield Opened(to_csv(descriptor.parent, Path(folder)), place, UNCONVERTED)


def tells_of_parquet(descriptor: Path) -> bool:
    """Whether a descriptor is that of a package of Parquet files; one that cannot be read is not."""
    try:
        found = json.loads(descriptor.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and is_parquet(found)


@contextmanager
def as_it_is(path: str | Path) -> Iterator[Opened]:
    """The package that a path or an address means, in whatever form its tables are."""
    if isinstance(path, str) and ADDRESS.match(path):
        with TemporaryDirectory(prefix="summitry-") as folder:
            yield fetched(path, Path(folder))
    elif is_zip(Path(path)):
        with TemporaryDirectory(prefix="summitry-") as folder:
            yield Opened(unpacked(Path(path), Path(folder), str(path)), Path(path))
    else:
        yield Opened(Path(path))


def fetched(address: str, folder: Path) -> Opened:
    """A package at an address, as files or as a zip, in an empty folder."""
    from urllib.parse import urlsplit  # noqa: PLC0415  # only for an address

    from summitry.read.address import check_address, public  # noqa: PLC0415  # the same
    from summitry.validate.remote import fetch_package, fetch_zip  # noqa: PLC0415  # the same

    check_address(address)
    place = public(address)
    if not urlsplit(address).path.lower().endswith(".zip"):
        return Opened(fetch_package(address, folder), place, UNFETCHED)
    fetch_zip(address, folder / "package.zip")
    inner = folder / "package"
    inner.mkdir()
    return Opened(unpacked(folder / "package.zip", inner, place), place)
