"""Whether a package that leaves the words of the articles out holds none, in its cells and beside them."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from summitry.schema import Field, Words, table_schemas
from summitry.validate.findings import Finding
from summitry.validate.lines import LINE
from summitry.validate.records import Sheet

RULE: Final = "left-out"
FAULT: Final = "holds words of an article, which the package says it leaves out"
REMEDY: Final = "empty the cell, or build the package with all words"


def words_left_in(sheet: Sheet) -> Iterator[Finding]:
    """Cells of a piece that hold words, in a package that says it leaves them out."""
    for field in sheet.table.fields:
        if field.name not in sheet.columns or field.words is None or field.words.within:
            continue
        filled = sheet.values.filter(pl.col(field.name).is_not_null())
        rows = without_known(filled.filter(decided(sheet, field.words)), field)
        if field.words.cell and rows.height:
            rows = of_cells_with_words(rows, field, *field.words.cell)
        if rows.height:
            wrong = sheet.cells.filter(pl.col(LINE).is_in(rows[LINE].implode()))
            places = wrong.select(pl.col(LINE).alias("line"), pl.col(field.name).alias("value"))
            yield Finding(sheet.table.name, field.name, RULE, FAULT, REMEDY, places=places)


def decided(sheet: Sheet, words: Words) -> pl.Expr:
    """Which rows of a column with words hold some, as far as another column decides."""
    needed = (words.where[0],) if words.where else words.cell or ()
    if not {*needed} <= {*sheet.columns}:
        return pl.lit(value=False)
    return pl.col(words.where[0]).cast(pl.String).is_in(words.where[1]) if words.where else pl.lit(value=True)


def without_known(rows: pl.DataFrame, field: Field, like: Field | None = None) -> pl.DataFrame:
    """The rows whose value no knowledge gives, by the rule of the field or of another one `like` it."""
    words = (like or field).words
    if not rows.height or words is None or words.unless is None:
        return rows
    from summitry.knowledge import is_office  # noqa: PLC0415  # for such packages alone

    known = [each for each in rows[field.name].unique() if is_office(each)]
    return rows.filter(~pl.col(field.name).is_in(known))


def of_cells_with_words(rows: pl.DataFrame, field: Field, table: str, column: str) -> pl.DataFrame:
    """The rows that are about cells with words, and whose values are such words."""
    told = pl.col(table).cast(pl.String)
    found = [
        without_known(rows.filter((told == name) & (pl.col(column) == other.name)), field, other)
        for name, each in table_schemas().items()
        for other in each.fields
        if other.words
    ]
    return pl.concat(found).sort(LINE)
