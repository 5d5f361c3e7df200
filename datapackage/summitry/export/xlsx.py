"""A package as a workbook of Excel: a codebook, then a sheet a table, with text that stays text."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from summitry.bounds import EXCEL_CHARACTERS, EXCEL_ROWS, EXCEL_WHOLE, EXCEL_WIDTHS
from summitry.errors import InvalidTables, MissingLibrary, UnusableOutput
from summitry.export.beside import beside
from summitry.export.source import Source
from summitry.schema import Field

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FIRST_DAY: Final = date(1900, 1, 1)
"""Excel knows no earlier day: such a day is written as text."""

UNDATED: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""When a package was made that does not say it: the first moment that a file in a workbook can have."""

CODEBOOK: Final = (
    Field("table", "string", "", "", "participants"),
    Field("column", "string", "", "", "speaker_paragraph_id"),
    Field("title", "string", "", "", "Paragraph of the speaker"),
    Field("description", "string", "", "", "x" * EXCEL_WIDTHS[1]),
    Field("type", "string", "", "", "boolean"),
    Field("example", "string", "", "", "2019-05-14"),
)
"""The columns of the sheet that explains all columns."""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook that is being written."""

    workbook: "Workbook"
    header: "Format"
    formats: "dict[str, Format]"
    """How the values of a type are shown, where it is not as Excel shows them by itself."""


def to_xlsx(source: Source, out: Path) -> Path:
    """Write a package as a workbook, the same bytes each time."""
    with told(out), beside(out) as part, opened(part, source.created or UNDATED) as book:
        write_sheet(book, "codebook", CODEBOOK, codebook(source))
        for each in source.published:
            write_sheet(book, each.table.name, each.table.fields, each.rows())
        book.workbook.close()
    return out


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Turn what the library says into one line that a person can act on."""
    try:
        from xlsxwriter.exceptions import XlsxWriterException  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingLibrary(
            "--to xlsx: found no xlsxwriter; expected it, as `pip install summitry[excel]` installs it"
        ) from error
    try:
        yield
    except XlsxWriterException as error:
        raise UnusableOutput(f"{out}: found {error}; expected a place that can be written") from error


@contextmanager
def opened(path: Path, moment: datetime) -> Iterator[Book]:
    """A new workbook, of which no more than a row is in memory."""
    from xlsxwriter import Workbook  # noqa: PLC0415  # an extra

    with TemporaryDirectory(prefix="summitry-") as folder:
        workbook = Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        workbook.use_zip64()
        # the library takes the moment of the last change from it too
        workbook.set_properties({"created": moment.replace(tzinfo=None)})
        bold = workbook.add_format({"bold": True, "bottom": 1})
        shown = {"date": "yyyy-mm-dd", "string": "@"}
        formats = {each: workbook.add_format({"num_format": form}) for each, form in shown.items()}
        try:
            yield Book(workbook, bold, formats)
        finally:
            for sheet in workbook.worksheets():
                sheet.row_data_fh.close()


def codebook(source: Source) -> Iterator[list[Any]]:
    """Yield what the codebook says of each column."""
    for each in source.published:
        for field in each.table.fields:
            yield [each.table.name, field.name, field.title, field.description, field.type, field.example]


def write_sheet(book: Book, name: str, fields: Iterable[Field], rows: Iterable[list[Any]]) -> None:
    """Write a sheet: a header that stays, filters, widths, and the rows."""
    fields = list(fields)
    sheet = book.workbook.add_worksheet(name, sheet_class())
    for column, field in enumerate(fields):
        sheet.set_column(column, column, width(field), book.formats.get(field.type))
        sheet.write_string(0, column, field.name, book.header)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, values in enumerate(rows, 1):
        if last >= EXCEL_ROWS:
            raise InvalidTables(
                f"{name}: found more than {EXCEL_ROWS - 1:,} rows; expected as many as a sheet of Excel holds"
            )
        for column, value in enumerate(values):
            if value is not None:
                write_cell(sheet, (last, column), value, f"{name}: row {last}: {fields[column].name}")
    sheet.autofilter(0, 0, last, len(fields) - 1)
    # an id of figures is right as it is: Excel shall not mark it
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{EXCEL_ROWS}"})


def sheet_class() -> "type[Worksheet]":
    """A sheet that takes no text for markup."""
    from xlsxwriter.worksheet import Worksheet as Sheet  # noqa: PLC0415  # an extra

    class PlainSheet(Sheet):  # type: ignore[misc]  # the library has no types
        """A sheet on which a text between `<r>` and `</r>` is one; the library takes it for styled text."""

        def _xml_rich_inline_string(self, string: str, attributes: Any = ()) -> None:  # noqa: ANN401  # the library's
            self._xml_inline_string(string, True, attributes)

    return PlainSheet


def width(field: Field) -> int:
    """How many characters a column shows.

    >>> width(Field("said_on", "date", "", "", "2019-05-14"))
    12
    """
    narrowest, widest = EXCEL_WIDTHS
    # three more for the button of the filter
    return min(widest, max(narrowest, len(field.name) + 3, len(field.example) + 2))


def write_cell(sheet: "Worksheet", cell: tuple[int, int], value: object, where: str) -> None:
    """Write a value as what it is, and never as what it looks like."""
    match value:
        case bool():
            sheet.write_boolean(*cell, value)
        case int() if abs(value) >= EXCEL_WHOLE:
            sheet.write_string(*cell, str(value))
        case int() | float():
            sheet.write_number(*cell, value)
        case date() if value >= FIRST_DAY:
            sheet.write_datetime(*cell, value)
        case _:
            sheet.write_string(*cell, short_enough(str(value), where))


def short_enough(text: str, where: str) -> str:
    """A text that fits into a cell; another is refused."""
    # no text of half as many characters can be too long
    if len(text) > EXCEL_CHARACTERS // 2 and (found := len(text.encode("utf-16-le")) // 2) > EXCEL_CHARACTERS:
        raise InvalidTables(
            f"{where}: found {found:,} characters; expected no more than {EXCEL_CHARACTERS:,}, as Excel holds"
        )
    return text
