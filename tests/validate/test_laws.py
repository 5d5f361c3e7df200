"""What holds for any table and any file."""

import csv
import io

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from summitry.schema import table_schema
from summitry.validate.lines import LINE, frame_by_lines
from summitry.validate.pieces import Piece, piece_of
from summitry.validate.records import read_sheet

SPEAKERS = table_schema("speakers")
HEADER = ",".join(SPEAKERS.field_names)

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), max_size=6) | st.text(
    '",; =', max_size=4
)
rows = st.lists(st.tuples(*[cells] * len(SPEAKERS.fields)), max_size=8)


def lines_of(content):
    """The lines below the header of a file as one piece."""
    lines = content.partition(b"\n")[2]
    return piece_of(2, lines) if lines else Piece(2, b"", 0)


def sheet_of(content):
    """The rows of a file and what is wrong with their form."""
    return read_sheet(SPEAKERS, list(SPEAKERS.field_names), lines_of(content))


def file_of(found):
    """The rows as a file, written as we write."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([SPEAKERS.field_names, *found])
    return text.getvalue().encode()


@given(rows)
def test_reads_what_was_written(found):
    """Any cells that are written as we write are read as they are, each in its line, without a complaint."""
    sheet, findings = sheet_of(file_of(found))
    assert findings == []
    assert sheet.sound
    filled = [tuple(cell or None for cell in row) for row in found]
    assert sheet.cells.rows() == [(line, *row) for line, row in enumerate(filled, 2)]


@given(rows)
def test_reads_lines_as_it_reads_files(found):
    """Reading line by line, which broken files need, gives the same cells."""
    sheet, _ = sheet_of(file_of(found))
    frame, findings, complete = frame_by_lines(SPEAKERS, lines_of(file_of(found)), list(SPEAKERS.field_names))
    assert (findings, complete) == ([], True)
    assert frame.rows() == sheet.cells.rows()


@given(rows.filter(bool), st.data())
def test_knows_any_other_way_to_write(found, data):
    """A file that differs from ours in one byte is found, or holds other cells."""
    content = file_of(found)
    at = data.draw(st.integers(len(HEADER) + 1, len(content) - 1))
    change = data.draw(st.sampled_from([b"", b'"', b",", b"\n", b";", b" ", b"x", b'""', b"\xff"]))
    changed = content[:at] + change + content[at + 1 :]
    sheet, findings = sheet_of(changed)
    before, _ = sheet_of(content)
    unreadable = b"\xff" in changed
    assert changed == content or unreadable or findings or not sheet.cells.equals(before.cells)


@given(st.binary(max_size=60))
def test_survives_any_bytes(content):
    """Whatever stands below the header, every line is read or left out, and nothing is made up."""
    sheet, _ = sheet_of(HEADER.encode() + b"\n" + content)
    lines = sheet.cells[LINE]
    assert lines.is_sorted()
    assert lines.n_unique() == len(lines) <= content.count(b"\n") + 1
    assert sheet.cells.dtypes == [pl.UInt32, *[pl.String] * len(SPEAKERS.fields)]
