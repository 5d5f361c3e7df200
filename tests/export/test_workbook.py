"""A workbook is pleasant to read in Excel, says what its columns are, and holds all or is not written."""

from datetime import date, datetime
from zipfile import ZipFile

import openpyxl
import pytest

import summitry
from summitry.errors import InvalidTables
from summitry.export import xlsx
from summitry.export.source import Source
from summitry.export.xlsx import UNDATED
from summitry.schema import TABLES, Field, table_schema, table_schemas


@pytest.fixture
def workbook(awkward, tmp_path):
    """A workbook as a reader has it."""
    book = openpyxl.load_workbook(summitry.export(awkward, "xlsx", tmp_path / "out.xlsx"))
    yield book
    book.close()


def test_the_first_sheet_explains_every_column(workbook):
    """The codebook has a line a column: what it is, its type and an example, all of it text."""
    assert workbook.sheetnames == ["codebook", *TABLES]
    header, *lines = workbook["codebook"].iter_rows(values_only=True)
    assert header == ("table", "column", "title", "description", "type", "example")
    assert lines == [
        (table.name, field.name, field.title, field.description, field.type, field.example)
        for table in table_schemas().values()
        for field in table.fields
    ]


@pytest.mark.parametrize("name", ["codebook", *TABLES])
def test_a_sheet_can_be_worked_with(workbook, name):
    """The header stays in sight, every column has a filter, and each is wide enough for its name."""
    sheet = workbook[name]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    widths = {
        column: one.width
        for one in sheet.column_dimensions.values()
        for column in range(one.min, one.max + 1)
    }
    for cell in sheet[1]:
        assert cell.font.bold
        assert len(cell.value) < widths[cell.column] <= 61
    if name in TABLES:
        assert tuple(cell.value for cell in sheet[1]) == table_schema(name).field_names


def test_nothing_is_a_formula_or_a_link(workbook, tmp_path):
    """Text is text, whatever it begins with: no formula, no link, no error, no markup."""
    for sheet in workbook:
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "inlineStr", "n", "d", "b"}
            assert not any(cell.hyperlink for cell in row)
    with ZipFile(tmp_path / "out.xlsx") as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    assert b"<f>" not in content
    assert b"<b>bold" not in content
    assert b"&lt;r&gt;bold&lt;/r&gt;" in content


def test_a_day_looks_like_one(workbook):
    """Days are days in the form of the CSV files, ids of figures are text that Excel does not mark."""
    columns = table_schema("articles").field_names
    sheet = workbook["articles"]
    rows = {row[0].value: dict(zip(columns, row, strict=True)) for row in sheet.iter_rows(min_row=2)}
    day = rows["odd-00"]["published_on"]
    assert (day.data_type, day.number_format) == ("d", "yyyy-mm-dd")
    assert rows["late"]["published_on"].value.year == 9999
    assert rows["early"]["published_on"].value == "1899-05-17"
    assert rows["odd-05"]["title"].value == "1e5"
    assert rows["odd-05"]["title"].number_format == "@"
    assert rows["odd-05"]["word_count"].value == 1


def test_a_workbook_is_of_the_day_of_its_package(workbook):
    """Its properties tell when the package was made, not when it was exported."""
    made = workbook.properties.created
    assert made == workbook.properties.modified
    assert made == datetime(9999, 5, 17)  # noqa: DTZ001  # the reader gives no zone


@pytest.mark.parametrize(
    "said", [{}, *({"created": each} for each in ("soon", None, 5, "9999-12-31T23:00:00-05:00"))]
)
def test_a_package_that_says_no_day_has_none(tmp_path, said):
    """Then no clock is asked; the workbook has a day that is always the same."""
    assert Source(tmp_path, said, ()).created is None


@pytest.mark.parametrize("said", ["2019-05-15", "2019-05-15T00:00:00Z", "2019-05-15T02:00:00+02:00"])
def test_a_day_without_a_zone_is_taken_as_it_is(tmp_path, said):
    """Where a package says no time zone, none is guessed from this machine."""
    moment = Source(tmp_path, {"created": said}, ()).created
    assert moment.isoformat() == "2019-05-15T00:00:00+00:00"


@pytest.mark.parametrize(("most", "fits"), [(6, True), (5, False)], ids=["just", "one too many"])
def test_a_table_with_too_many_rows_is_refused(package, tmp_path, monkeypatch, most, fits):
    """A sheet holds so many rows, its header among them; nothing is cut."""
    monkeypatch.setattr(xlsx, "EXCEL_ROWS", most)
    entities = [Field("word", "string", "", "", "a")]
    rows = [["a"]] * 5
    with xlsx.opened(tmp_path / "out.xlsx", UNDATED) as book:
        if fits:
            xlsx.write_sheet(book, "words", entities, rows)
            book.workbook.close()
        else:
            with pytest.raises(
                InvalidTables, match=r"^words: found more than 4 rows; expected as many as a sheet"
            ):
                xlsx.write_sheet(book, "words", entities, rows)
    monkeypatch.setattr(xlsx, "EXCEL_ROWS", 3)
    with pytest.raises(InvalidTables, match="found more than 2 rows"):
        summitry.export(package, "xlsx", tmp_path / "package.xlsx")
    assert not list(tmp_path.glob("*package.xlsx*"))


@pytest.mark.parametrize(
    "text", ["a" * 32_768, "🚂" * 16_384], ids=["characters", "characters that count twice"]
)
def test_a_text_that_is_too_long_is_refused(package, breaks, tmp_path, text):
    """A cell of Excel holds 32,767 units of UTF-16; the table, row and column of a longer one are told."""
    breaks(package, "articles", b",NPA,TARN,", f",{text},TARN,".encode())
    with pytest.raises(
        InvalidTables, match=r"^articles: row \d: agency: found 32,768 characters; expected no more"
    ):
        summitry.export(package, "xlsx", tmp_path / "out.xlsx")
    assert not list(tmp_path.glob("*out.xlsx*"))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param(True, True, id="truth"),
        pytest.param(10**15 - 1, 10**15 - 1, id="the largest whole number"),
        pytest.param(10**15, "1000000000000000", id="a larger one is text"),
        pytest.param(-(10**15), "-1000000000000000", id="and a smaller"),
        pytest.param(0.97, 0.97, id="number"),
        pytest.param(date(1900, 1, 1), datetime(1900, 1, 1), id="the first day"),  # noqa: DTZ001  # Excel knows no zones
        pytest.param(date(1900, 2, 28), datetime(1900, 2, 28), id="the day before the one that never was"),  # noqa: DTZ001  # the same
        pytest.param(date(1900, 3, 1), datetime(1900, 3, 1), id="the day after it"),  # noqa: DTZ001  # the same
        pytest.param(date(1, 1, 1), "0001-01-01", id="an early day is text"),
        pytest.param(" a ", " a ", id="white space"),
    ],
)
def test_values_are_what_they_are(tmp_path, value, found):
    """A reader has what was written, of its kind."""
    with xlsx.opened(tmp_path / "out.xlsx", UNDATED) as book:
        kind = "date" if isinstance(value, date) else "string"
        xlsx.write_sheet(book, "values", [Field("value", kind, "", "", "a")], [[value]])
        book.workbook.close()
    read = openpyxl.load_workbook(tmp_path / "out.xlsx")["values"]["A2"].value
    assert (type(read), read) == (type(found), found)
