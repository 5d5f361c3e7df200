"""The spreadsheet of a review: a workbook or a CSV file, written for a person and read back."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from summitry.curated.reading import not_utf8, separator_of
from summitry.errors import MissingLibrary, UnreadableInput, UnusableOutput
from summitry.export.xlsx import UNDATED
from summitry.review.candidates import COLUMNS, TO_FILL, VERDICTS, Line, every
from summitry.tables import replacement
from summitry.tables.reading import LONGEST_CELL

WIDTHS: Final = {"says": 50, "sentence": 80, "instead": 24, "why": 30, "article": 16, "text": 20}
"""Of columns in a workbook, in characters; of others, the width of their name."""
NARROW: Final = 12
BOTTOM: Final = 1_048_575
"""The last row of a sheet of Excel, counted from 0."""

FORMULA: Final = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""


def write_sheet(path: Path, lines: Sequence[Line]) -> None:
    """Write a sheet: `.xlsx` or `.csv`, by its name."""
    writers = {".xlsx": workbook_bytes, ".csv": csv_bytes}
    if path.suffix not in writers:
        raise UnusableOutput(f"{path}: found the ending “{path.suffix}”; expected .xlsx or .csv")
    with replacement() as write:
        write(path, writers[path.suffix](lines))


def csv_bytes(lines: Sequence[Line]) -> bytes:
    """The lines as a CSV file that Excel opens with the right signs."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in cells] for cells in every(list(lines)))
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; the place of the words finds the row all the same.

    >>> harmless("=A1"), harmless("A1")
    ("'=A1", 'A1')
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def workbook_bytes(lines: Sequence[Line]) -> bytes:
    """The lines as a workbook: text that wraps, a list of verdicts to choose from, a filter."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingLibrary(
            "found no xlsxwriter; expected it for .xlsx: pip install 'summitry[excel]'"
        ) from error
    content = io.BytesIO()
    with Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        # it would say when it was made, and no two were alike
        book.set_properties({"created": UNDATED.replace(tzinfo=None)})
        sheet = book.add_worksheet("review")
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        fill = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF8DC", "border": 1})
        bold = book.add_format({"bold": True})
        for at, name in enumerate(COLUMNS):
            sheet.set_column(at, at, WIDTHS.get(name, NARROW))
            sheet.write_string(0, at, name, bold)
        for row, cells in enumerate(every(list(lines)), 1):
            for at, (name, cell) in enumerate(zip(COLUMNS, cells, strict=True)):
                sheet.write_string(row, at, cell, fill if name in TO_FILL else plain)
        at = COLUMNS.index("verdict")
        sheet.data_validation(1, at, BOTTOM, at, {"validate": "list", "source": list(VERDICTS)})
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(lines)), len(COLUMNS) - 1)
    return content.getvalue()


def read_sheet(path: Path) -> Iterator[tuple[int, Line]]:
    """Yield the lines of a sheet that a person has filled in, each with its number."""
    readers = {".xlsx": workbook_rows, ".csv": csv_rows}
    if (ending := path.suffix.lower()) not in readers:
        raise UnreadableInput(f"{path}: found the ending “{path.suffix}”; expected .xlsx or .csv")
    try:
        rows = readers[ending](path)
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected the sheet of a review") from error
    header = [str(cell or "").strip() for cell in next(rows, [])]
    if lost := [name for name in COLUMNS if name not in header]:
        raise UnreadableInput(f"{path}: found no column {', '.join(lost)}; expected the sheet of a review")
    for number, cells in enumerate(rows, 2):
        row = dict(zip(header, (text_of(cell) for cell in cells), strict=False))
        # spreadsheets like to begin a cell with a capital
        row |= {name: row.get(name, "").lower() for name in ("verdict", "field")}
        line = Line(**{field.name: row.get(field.name, "") for field in fields(Line)})
        if any(getattr(line, name) for name in TO_FILL):
            yield number, line


def text_of(cell: Any) -> str:  # noqa: ANN401  # what a workbook holds
    """A cell as text: a number without its fraction if it has none, a moment as its day.

    >>> text_of(3.0), text_of(None), text_of("'=A1")
    ('3', '', '=A1')
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if hasattr(cell, "date"):
        return str(cell.date())
    text = str(cell).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def csv_rows(path: Path) -> Iterator[Iterable[Any]]:
    """The rows of a CSV file, as a spreadsheet may have written it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: {not_utf8(error)}") from error
    csv.field_size_limit(LONGEST_CELL)
    return iter(csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text)))


def workbook_rows(path: Path) -> Iterator[Iterable[Any]]:
    """The rows of the first sheet of a workbook."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  # an extra
        from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415  # the same
    except ImportError as error:
        raise MissingLibrary(
            "found no openpyxl; expected it for .xlsx: pip install 'summitry[excel]'"
        ) from error
    try:
        book = load_workbook(path, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise UnreadableInput(f"{path}: found {error}; expected a workbook") from error
    return iter(book.worksheets[0].iter_rows(values_only=True))
