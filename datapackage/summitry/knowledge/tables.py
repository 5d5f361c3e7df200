"""The tables that the package ships, as rows of text."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """The rows of a shipped table, by column.

    >>> next(rows_of("countries"))["code"]
    'ABW'
    """
    path = files("summitry.knowledge") / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several.

    >>> several("Kyiv|Kiev"), several("")
    (('Kyiv', 'Kiev'), ())
    """
    return tuple(cell.split("|")) if cell else ()


@cache
def words_of(table: str) -> tuple[str, ...]:
    """The first column of a shipped table, in its order."""
    return tuple(next(iter(row.values())) for row in rows_of(table))
