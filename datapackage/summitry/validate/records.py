"""From the bytes of a table to its cells as text, each with its line, and all that is wrong on the way."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import BytesIO
from typing import Final

import polars as pl
from polars.exceptions import PolarsError

from summitry.schema import Table
from summitry.validate.cells import typed
from summitry.validate.findings import Finding, Place
from summitry.validate.frames import POLARS_TYPES
from summitry.validate.lines import LINE, cells_of, frame_by_lines, undecodable
from summitry.validate.pieces import Piece, piece_of

Types = Mapping[str, type[pl.DataType]]

OTHER_SEPARATORS: Final = re.compile(r"[;\t|]")

FIRST_DAY: Final = date.min
"""The first day of the calendar as files write it."""


@dataclass(frozen=True)
class Sheet:
    """Some rows of a table, each with its line."""

    table: Table
    header: list[str]
    piece: Piece
    values: pl.DataFrame
    """What the cells stand for; null where one is empty or not of its type."""
    readable: pl.DataFrame | None
    """The cells as they stand, if they are not all written as we write them."""
    complete: bool
    """Whether every line could be read."""

    @property
    def columns(self) -> list[str]:
        """The columns of the table that the file has."""
        return [name for name in self.table.field_names if name in self.header]

    @property
    def sound(self) -> bool:
        """Whether every line could be read and every column is there, so that other tables can lean on it."""
        return self.complete and len(self.columns) == len(self.table.fields)

    @cached_property
    def cells(self) -> pl.DataFrame:
        """The cells as text, null where empty."""
        if self.readable is not None:
            return self.readable
        cells = cells_of(self.piece.content, self.header).with_row_index(LINE, offset=self.piece.line)
        return cells.select(LINE, *self.columns)


def read_sheet(table: Table, header: list[str], piece: Piece) -> tuple[Sheet, list[Finding]]:
    """The rows of a piece of a table, and what is wrong with their form."""
    if (values := canonical_values(table, header, piece)) is not None:
        return Sheet(table, header, piece, values, None, complete=True), []
    cells, findings, complete = frame_by_lines(table, piece, header)
    columns = [name for name in table.field_names if name in header]
    cells = cells.select(LINE, *columns)
    return Sheet(table, header, piece, typed(table, cells), cells, complete), findings


def read_header(table: Table, line: bytes) -> tuple[list[str] | None, list[Finding]]:
    """The names of the columns, none if they are not those of a table, and what is wrong with them."""
    text = line.decode("utf-8", "replace")
    names = names_in(text)
    findings = [*undecodable(table, piece_of(1, line)), *header_findings(table, names, text)]
    unusable = not set(names) & set(table.field_names) or max(Counter(names).values()) > 1
    return (None if unusable else names), findings


def names_in(line: str) -> list[str]:
    r"""The cells of a header; none if it is no line of a table, but a whole file with other line ends.

    >>> names_in('quote_id,"entity_id"'), names_in("quote_id,entity_id\rq-1,ann-lee\r")
    (['quote_id', 'entity_id'], [])
    """
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return []


def header_findings(table: Table, names: list[str], line: str) -> Iterator[Finding]:
    """How a header differs from the one that the table must have."""
    expected = table.field_names
    remedy = f"write {','.join(expected)}"
    for rule, value, fault in header_faults(expected, names, line):
        yield Finding(table.name, None, rule, fault, remedy, places=(Place(1, value),))


def header_faults(
    expected: tuple[str, ...], names: list[str], line: str
) -> Iterator[tuple[str, str | None, str]]:
    """Rule, value and fault of each way in which a header differs from the expected one."""
    if "\r" in line:
        yield "line-end", None, "holds CR alone, which ends no line"
        return
    if set(OTHER_SEPARATORS.split(line.replace('"', ""))) == set(expected):
        yield "separator", line, "has other separators than the comma"
        return
    for name, times in Counter(names).items():
        if name not in expected:
            yield "header", name, "is no column of the table"
        elif times > 1:
            yield "header", name, "stands twice in the header"
    yield from (("header", name, "is missing from the header") for name in expected if name not in names)
    if sorted(names) == sorted(expected) and tuple(names) != expected:
        yield "header", line, "has the columns in another order"
    elif tuple(names) == expected and line != ",".join(names):
        yield "quoting", line, "quotes without need"


def canonical_values(table: Table, header: list[str], piece: Piece) -> pl.DataFrame | None:
    """The values of lines that are written as we write; none if they are not, down to the last byte.

    A cell has one form for each value: if writing the values gives the bytes that were read, every cell is of
    its type, and every line is in canonical form.
    """
    columns = [name for name in table.field_names if name in header]
    types = {name: POLARS_TYPES[table.field(name).type] if name in columns else pl.String for name in header}
    values = parsed(piece, types)
    # no cell holds a line break: there are as many lines as rows
    if values is None or not piece.ended or piece.lines != values.height or is_doubtful(values):
        return None
    if written(values) != piece.content:
        return None
    return values.select(columns).with_row_index(LINE, offset=piece.line)


def written(values: pl.DataFrame) -> bytes:
    """The lines of values in canonical form."""
    lines = BytesIO()
    # numbers have two decimals
    values.write_csv(lines, include_header=False, quote_style="necessary", float_precision=2)
    return lines.getvalue()


def parsed(piece: Piece, types: Types) -> pl.DataFrame | None:
    """The values of a piece, none if the parser stumbles."""
    if not piece.content:
        return pl.DataFrame(schema=dict(types))
    try:
        return pl.read_csv(piece.content, has_header=False, schema=types)
    except PolarsError:
        return None


def is_doubtful(values: pl.DataFrame) -> bool:
    """Whether there are values that are written back as they stood and are none of ours.

    The parser tells a quoted empty cell from an empty one, and knows infinite numbers and years before 0000.
    """
    doubts = [
        (pl.col(pl.String) == "").any(),
        (~pl.col(pl.Float64).is_finite()).any(),
        (pl.col(pl.Date) < FIRST_DAY).any(),
    ]
    found = values.select(doubts)
    return any(found.row(0)) if found.width else False
