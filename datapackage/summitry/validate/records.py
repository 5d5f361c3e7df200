"""From the bytes of a table to its cells as text, each with its line, and all that is wrong on the way."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from summitry.schema import Table
from summitry.settings import ROWS_AT_ONCE
from summitry.validate.findings import Finding, Place
from summitry.validate.lines import LINE, frame_by_lines, parsed

OTHER_SEPARATORS: Final = re.compile(r"[;\t|]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as its file writes it: cells as text, null where empty, each row with its line."""

    table: Table
    frame: pl.DataFrame
    sound: bool
    """Whether every line could be read and every column is there, so that other tables can lean on it."""

    @property
    def columns(self) -> list[str]:
        """The columns of the table that the file has."""
        return [name for name in self.table.field_names if name in self.frame.columns]


def read_sheet(table: Table, content: bytes) -> tuple[Sheet | None, list[Finding]]:
    """The cells of a table, none if not even the header can be read, and what is wrong with their form."""
    header, findings = read_header(table, content)
    if header is None:
        return None, findings
    if (frame := canonical_frame(content, header)) is not None:
        faults: list[Finding] = []
        complete = True
    else:
        frame, faults, complete = frame_by_lines(table, content, header)
    known = [name for name in header if name in table.field_names]
    sound = complete and len(known) == len(table.fields)
    return Sheet(table, frame.select(LINE, *known), sound), [*findings, *faults]


def read_header(table: Table, content: bytes) -> tuple[list[str] | None, list[Finding]]:
    """The names of the columns, none if they are not those of a table, and what is wrong with them."""
    line = content.split(b"\n", 1)[0].decode("utf-8", "replace")
    names = next(csv.reader([line]), [])
    findings = list(header_findings(table, names, line))
    unusable = not set(names) & set(table.field_names) or max(Counter(names).values()) > 1
    return (None if unusable else names), findings


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


def canonical_frame(content: bytes, header: list[str]) -> pl.DataFrame | None:
    """The cells of a file that is written as we write; none if it is not, down to the last byte."""
    frame = parsed(content, header, skip=1)
    if frame is None or content.count(b"\n") != frame.height + 1:
        return None
    # The parser tells a quoted empty cell from an empty one; we never quote an empty cell.
    if any(frame.select((pl.all() == "").any()).row(0)):
        return None
    at = content.index(b"\n") + 1
    for rows in frame.iter_slices(ROWS_AT_ONCE):
        written = rows.write_csv(include_header=False, quote_style="necessary").encode()
        if content[at : at + len(written)] != written:
            return None
        at += len(written)
    return frame.with_row_index(LINE, offset=2) if at == len(content) else None
