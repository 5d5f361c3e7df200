"""What the checks of whole tables need of one that was read: its rows without their text, keys as codes."""

from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from summitry.rules import evidence
from summitry.rules.texts import words
from summitry.schema import TABLES, Table, table_schema
from summitry.validate.characters import COPIED
from summitry.validate.lines import LINE
from summitry.validate.order import Order
from summitry.validate.pieces import Spot, piece_at
from summitry.validate.records import Sheet, read_sheet
from summitry.validate.shelf import Shelf


@dataclass
class Kept:
    """A table that was read as far as possible.

    A key stands as its hash of 64 bits, eight bytes instead of thirty or more: equal keys stay equal, and
    those that differ stay different but for one pair in 2^64. Who finds two alike looks at the file again.
    """

    table: Table
    path: Path
    header: list[str]
    rows: Shelf
    spots: list[Spot] = field(default_factory=list)
    height: int = 0
    sound: bool = True
    """Whether every line could be read and every column is there, so that other tables can lean on it."""

    @property
    def columns(self) -> list[str]:
        """The columns of the table that the file has."""
        return [name for name in self.table.field_names if name in self.header]

    def keep(self, sheet: Sheet, spot: Spot, order: Order) -> None:
        """Add what later checks need of a piece."""
        marks: list[pl.Series | pl.Expr] = [*order.marks(sheet.values)]
        if self.table.name == "paragraphs" and "text" in sheet.columns:
            marks.append(words())
        of_reasons = evidence.marks(self.table.name)
        marks += [each for each in of_reasons if {*each.meta.root_names()} <= {*sheet.columns}]
        self.rows.put(sheet.values.select(LINE, *coded(sheet), *marks))
        self.spots.append(spot)
        self.height += sheet.values.height
        self.sound = self.sound and sheet.sound

    def cells_at(self, lines: pl.Series, *columns: str) -> pl.DataFrame:
        """The cells of some columns in some lines, as they stand in the file, which is read again."""
        ends = [spot.line for spot in self.spots[1:]] + [None]
        found = []
        for spot, end in zip(self.spots, ends, strict=True):
            here = lines.filter((lines >= spot.line) & (True if end is None else lines < end))
            if here.len():
                sheet, _ = read_sheet(self.table, self.header, piece_at(self.path, spot))
                found.append(sheet.cells.select(LINE, *columns).filter(pl.col(LINE).is_in(here.implode())))
        return pl.concat(found)


def coded(sheet: Sheet) -> list[pl.Expr]:
    """The columns of a piece but those with words of articles, keys as codes."""
    table, words = sheet.table, COPIED.get(sheet.table.name, ())
    keys = key_columns(table)
    return [code(name) if name in keys else pl.col(name) for name in sheet.columns if name not in words]


def code(name: str) -> pl.Expr:
    """The code of a key; of none, none.

    >>> keys = pl.DataFrame({"key": ["a", None, "a"]}).select(code("key"))["key"]
    >>> keys[0] == keys[2], keys[1]
    (True, None)
    """
    return pl.when(pl.col(name).is_not_null()).then(pl.col(name).hash()).alias(name)


def key_columns(table: Table) -> set[str]:
    """The columns of text that stand for rows, of this table or of another, or stand once.

    >>> sorted(key_columns(table_schema("entities")))
    ['entity_id', 'wikidata_id']
    """
    leading = {name for key in table.foreign_keys for name in key.fields}
    others = (key for each in TABLES for key in table_schema(each).foreign_keys if key.table == table.name)
    led_to = {name for key in others for name in key.reference_fields}
    unique = {field.name for field in table.fields if field.unique and field.type == "string"}
    rows = {"row_id"} if table.name == "evidence" else set()
    return {*table.primary_key} | leading | led_to | unique | rows
