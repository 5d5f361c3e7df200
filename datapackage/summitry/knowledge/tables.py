"""The tables that the package ships, as rows of text."""

import csv
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """The rows of a shipped table, by column.

    >>> next(rows_of("countries"))["code"]
    'ABW'
    """
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several.

    >>> several("Kyiv|Kiev"), several("")
    (('Kyiv', 'Kiev'), ())
    """
    return tuple(cell.split("|")) if cell else ()


def number(cell: str) -> int | None:
    """The number in a cell.

    >>> number("524901"), number("")
    (524901, None)
    """
    return int(cell) if cell else None
