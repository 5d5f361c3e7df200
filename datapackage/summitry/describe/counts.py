"""What the tables of a package hold, counted: rows, filled cells, distinct values.

A table is read once for each column, piece by piece. Of the values of that column no more than a hash of 64
bits is in memory: among ten million values two would share one in three of a million packages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.errors import InvalidTables
from summitry.export.source import Filed, Source

if TYPE_CHECKING:
    import polars as pl


class Cells(NamedTuple):
    """What a column holds."""

    filled: int
    distinct: int
    """Values that differ; an empty cell is none."""


class Tally(NamedTuple):
    """What a table holds."""

    rows: int
    columns: dict[str, Cells]


def tally_of(filed: Filed) -> Tally:
    """The rows of a table, and the cells of each column."""
    columns = {name: cells_of(filed, name) for name in filed.table.field_names}
    return Tally(rows_of(filed), columns)


def rows_of(filed: Filed) -> int:
    """How many rows a table has."""
    import polars as pl  # noqa: PLC0415  # only counting should cost it

    return int(counted(filed, filed.table.field_names[0], pl.len())["len"][0])


def cells_of(filed: Filed, column: str) -> Cells:
    """How many cells of a column are filled, and with how many values."""
    import polars as pl  # noqa: PLC0415  # the same

    value = pl.col("value")
    asked = (value.count().alias("filled"), value.drop_nulls().hash().n_unique().alias("distinct"))
    [(filled, distinct)] = counted(filed, column, *asked).rows()
    return Cells(int(filled), int(distinct))


def ends_of(source: Source, table: str, column: str) -> tuple[str, str] | None:
    """The lowest and the highest value of a column, none if the package has no such value."""
    import polars as pl  # noqa: PLC0415  # the same

    if (filed := filed_of(source, table, column)) is None:
        return None
    value = pl.col("value")
    [(low, high)] = counted(filed, column, value.min().alias("low"), value.max().alias("high")).rows()
    return None if low is None else (str(low), str(high))


def values_of(source: Source, table: str, column: str) -> dict[str, int]:
    """How often each value of a column stands there, the most frequent first; for columns of few values."""
    import polars as pl  # noqa: PLC0415  # the same

    if (filed := filed_of(source, table, column)) is None:
        return {}
    with readable(filed):
        found = values(filed, column).drop_nulls().group_by("value").agg(pl.len()).collect(engine="streaming")
    return dict(sorted(((str(value), int(count)) for value, count in found.rows()), key=more_first))


def more_first(one: tuple[str, int]) -> tuple[int, str]:
    """What values are sorted by: their number, then themselves.

    >>> sorted([("en", 1), ("fr", 2), ("de", 1)], key=more_first)
    [('fr', 2), ('de', 1), ('en', 1)]
    """
    return -one[1], one[0]


def filed_of(source: Source, table: str, column: str) -> Filed | None:
    """A table of a package, if it is there and has the column."""
    found = (each for each in source.tables if each.table.name == table)
    return next((each for each in found if column in each.table.field_names), None)


def counted(filed: Filed, column: str, *asked: "pl.Expr") -> "pl.DataFrame":
    """What is asked of a column, whose name there is `value`."""
    with readable(filed):
        return values(filed, column).select(*asked).collect(engine="streaming")


def values(filed: Filed, column: str) -> "pl.LazyFrame":
    """The values of a column, yet to be read; an empty cell is null."""
    import polars as pl  # noqa: PLC0415  # the same

    if filed.parquet:
        return pl.scan_parquet(list(filed.files)).select(pl.col(column).alias("value"))
    frame = pl.scan_csv(filed.files[0], infer_schema=False)
    if (found := tuple(frame.collect_schema().names())) != filed.table.field_names:
        expected = ", ".join(filed.table.field_names)
        raise InvalidTables(f"{filed.files[0]}: found the columns {', '.join(found)}; expected {expected}")
    cell: Any = pl.col(column)
    return frame.select(pl.when(cell != "").then(cell).alias("value"))


@contextmanager
def readable(filed: Filed) -> Iterator[None]:
    """Turn what polars says of a table into one line that a person can act on."""
    import polars as pl  # noqa: PLC0415  # the same

    try:
        yield
    except (OSError, pl.exceptions.PolarsError) as error:
        [first, *_] = str(error).splitlines() or [type(error).__name__]
        raise InvalidTables(
            f"{filed.table.name}: found {first}; expected a table without a problem"
        ) from error
