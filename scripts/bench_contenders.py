"""What the benchmark of validation runs, each in a process of its own: `bench_contenders.py NAME FOLDER`."""

# ruff: noqa: PLC0415  # a contender pays for its own imports and for no other's

import sys
from collections.abc import Callable
from pathlib import Path

from summitry.schema import TABLES, Table, table_schemas


def write(folder: Path, rows: str, broken: str) -> None:
    """Write a package of about so many rows, so many of them broken."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from made_package import write_large

    print(write_large(folder, int(rows), seed=0, broken=int(broken)))


def import_polars(_: Path) -> None:
    """Nothing but what every contender with polars pays for."""
    import polars as pl

    print(pl.__version__)


def read_text(folder: Path) -> None:
    """Read every table with polars, each cell as text."""
    import polars as pl

    frames = [pl.read_csv(file_of(folder, name), infer_schema=False) for name in TABLES]
    print(sum(frame.height for frame in frames))


def read_typed(folder: Path) -> None:
    """Read every table with polars, each column in the type of its field."""
    import polars as pl

    kinds = {"integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean}
    frames = []
    for name, table in table_schemas().items():
        types = {field.name: kinds.get(field.type, pl.String) for field in table.fields}
        days = [pl.col(field.name).str.to_date("%Y-%m-%d") for field in table.fields if field.type == "date"]
        frame = pl.read_csv(file_of(folder, name), schema_overrides=types, try_parse_dates=False)
        frames.append(frame.with_columns(days))
    print(sum(frame.height for frame in frames))


def check_cells(folder: Path) -> None:
    """Our checks of types, constraints and keys, and no others."""
    from summitry.validate.constraints import broken_constraints
    from summitry.validate.kept import Kept
    from summitry.validate.keys import loose_references, repeated_keys
    from summitry.validate.order import Order
    from summitry.validate.pieces import spots
    from summitry.validate.records import read_sheet
    from summitry.validate.shelf import Shelf

    tables, found = {}, 0
    for name, table in table_schemas().items():
        kept = Kept(table, file_of(folder, name), list(table.field_names), Shelf(None))
        for spot, piece in spots(kept.path):
            sheet, faults = read_sheet(table, kept.header, piece)
            found += len([*faults, *broken_constraints(sheet)])
            kept.keep(sheet, spot, Order(name))
        tables[name] = kept
    for name, kept in tables.items():
        found += len([*repeated_keys(kept), *loose_references(name, tables)])
    print(found)


def check_everything(folder: Path) -> None:
    """All of our checks."""
    from summitry.validate import validate

    print(validate(folder).summary())


def check_with_pandera(folder: Path) -> None:
    """Types, constraints and keys by pandera and pandas."""
    from summitry import schemas
    from summitry.load import load

    frames = load(folder)._asdict()
    problems = sum(1 for name in TABLES for _ in getattr(schemas, name).problems(frames[name]))
    print(problems + sum(loose_keys(table, frames) for table in table_schemas().values()))


def loose_keys(table: Table, frames: dict) -> int:  # type: ignore[type-arg]  # of pandas
    """How many cells of foreign keys lead nowhere."""
    return sum(
        int((~frames[table.name][name].dropna().isin(frames[key.table][target])).sum())
        for key in table.foreign_keys
        for name, target in zip(key.fields, key.reference_fields, strict=True)
    )


def check_with_frictionless(folder: Path) -> None:
    """All checks of frictionless."""
    from summitry.validate import validate

    print(validate(folder, engine="frictionless").summary())


def file_of(folder: Path, name: str) -> Path:
    """The file of a table."""
    return folder / "data" / "tables" / f"{name}.csv"


CONTENDERS: dict[str, Callable[..., None]] = {
    each.__name__: each
    for each in (
        write, import_polars, read_text, read_typed, check_cells, check_everything, check_with_pandera,
        check_with_frictionless,
    )
}  # fmt: skip

if __name__ == "__main__":
    CONTENDERS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
