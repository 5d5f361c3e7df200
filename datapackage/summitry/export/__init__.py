"""A package in the forms in which others load it (databases, a workbook, Parquet, one file) or annotate it.

Two exports of a package have the same bytes, but for a file of DuckDB.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from summitry.columnar import is_parquet, to_csv, to_parquet
from summitry.errors import UnreadableInput, UnusableOutput
from summitry.export.brat import to_brat
from summitry.export.conll import to_conll
from summitry.export.duckdb import to_duckdb
from summitry.export.excel_csv import to_excel_csv
from summitry.export.label_studio import to_label_studio
from summitry.export.postgres import to_postgresql
from summitry.export.source import Source, read_source
from summitry.export.sqlite import to_sqlite
from summitry.export.xlsx import to_xlsx
from summitry.export.zip import to_zip
from summitry.validate.opened import as_it_is

__all__ = ["SERVER", "TARGETS", "export"]

SCHEMA: Final = "summitry"
"""The schema of a server into which a package goes if nothing else is said."""

SERVER: Final = re.compile(r"postgres(?:ql)?://")
"""How the address of a PostgreSQL server begins."""


def as_parquet(source: Source, out: Path) -> Path:
    """Write a package of CSV files as one of Parquet files."""
    if is_parquet(source.descriptor):
        raise UnreadableInput(f"{source.folder}: found a package of Parquet files; expected one of CSV files")
    return to_parquet(source.folder, out)


def as_csv(source: Source, out: Path) -> Path:
    """Write a package of Parquet files as one of CSV files."""
    if not is_parquet(source.descriptor):
        raise UnreadableInput(f"{source.folder}: found a package of CSV files; expected one of Parquet files")
    return to_csv(source.folder, out)


TARGETS: Final[Mapping[str, Callable[[Source, Path], Path]]] = {
    "parquet": as_parquet,
    "csv": as_csv,
    "excel-csv": to_excel_csv,
    "sqlite": to_sqlite,
    "duckdb": to_duckdb,
    "xlsx": to_xlsx,
    "zip": to_zip,
    "label-studio": to_label_studio,
    "brat": to_brat,
    "conll": to_conll,
}
"""The forms of a package: the first three and brat are folders, the others files."""


def export(
    package: str | Path, to: str, out: str | Path | None = None, *, schema: str = SCHEMA
) -> Path | str:
    """Write a package in another form, whole or not at all, and give where it is now.

    The package is a folder, a descriptor, a zip or an address. The form is one of `TARGETS`, which needs a
    place on the disk, or the address of a PostgreSQL server, which needs none: there the tables go into a
    schema.
    """
    if SERVER.match(to):
        with as_it_is(package) as found:
            return to_postgresql(read_source(found.path), to, schema)
    if to not in TARGETS:
        # an address can hold a password
        target = f"{to.partition('://')[0]}://" if "://" in to else to
        raise UnusableOutput(
            f"--to: found {target}; expected {', '.join(TARGETS)} or postgresql://user@host/database"
        )
    if out is None:
        raise UnusableOutput(f"--to {to}: found no place to write to; expected --out PATH")
    with as_it_is(package) as found:
        source = read_source(found.path)
        return TARGETS[to](source, elsewhere(source, Path(package), Path(out)))


def elsewhere(source: Source, package: Path, out: Path) -> Path:
    """The place to write to, which is not that of the package."""
    taken = {package, source.folder, *(source.folder / name for name in source.files())}
    if out.resolve() in {path.resolve() for path in taken}:
        raise UnusableOutput(f"{out}: found the package itself; expected another place")
    return out
