"""Whether each cell is written as its type is written, read from the text itself."""

from collections.abc import Iterator
from datetime import date
from typing import Final

import polars as pl

from summitry.schema import Field, Table
from summitry.tables import READERS
from summitry.validate.findings import Finding
from summitry.validate.lines import LINE

KINDS: Final = {
    "integer": ("an integer of at most 64 bits", "write digits alone, such as 12"),
    "number": ("a number with two decimals", "write digits and a point, such as 0.97"),
    "date": ("a day of the calendar", "write year, month and day, such as 2024-02-29"),
    "boolean": ("true or false", "write true or false"),
}
"""What a cell of each type must be, and what to do if it is not."""


def value_of(field: Field) -> pl.Expr:
    """The value that a cell stands for, null if it stands for none.

    >>> from summitry.schema import table_schema
    >>> position = table_schema("paragraphs").field("position")
    >>> pl.DataFrame({"position": ["7", "7.0", None]}).select(value_of(position)).to_series().to_list()
    [7, None, None]
    """
    cell = pl.col(field.name)
    form, _, _ = READERS[field.type]
    match field.type:
        case "integer":
            value = cell.cast(pl.Int64, strict=False)
        case "number":
            value = cell.cast(pl.Float64, strict=False)
        case "date":
            day = cell.str.to_date("%Y-%m-%d", strict=False)
            # the year before the first is one for polars
            value = pl.when(day >= date.min).then(day)
        case "boolean":
            value = cell == "true"
        case _:
            return cell
    return pl.when(cell.str.contains(f"^(?:{form})$")).then(value).alias(field.name)


def typed(table: Table, cells: pl.DataFrame) -> pl.DataFrame:
    """The values of cells, each row with its line; null where a cell is empty or not of its type."""
    return cells.select(LINE, *(value_of(table.field(name)) for name in cells.columns if name != LINE))


def untyped_cells(table: Table, cells: pl.DataFrame, values: pl.DataFrame) -> Iterator[Finding]:
    """Cells that are not written as their type is."""
    for name in values.columns[1:]:
        kind = table.field(name).type
        if kind not in KINDS or cells[name].null_count() == values[name].null_count():
            continue
        expected, remedy = KINDS[kind]
        wrong = cells.filter(pl.col(name).is_not_null() & values[name].is_null())
        places = wrong.select(pl.col(LINE).alias("line"), pl.col(name).alias("value"))
        yield Finding(table.name, name, "type", f"is not {expected}", remedy, places=places)
