"""Every cell of a package is in every export, as the value that it is."""

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import duckdb
import openpyxl
import psycopg
import pytest
from openpyxl.utils.escape import unescape

import summitry
from made_package import write_made
from summitry.columnar import to_parquet
from summitry.schema import TABLES, table_schema
from summitry.tables import read_tables

ROOT = Path(__file__).parents[2]
FILES = ["sqlite", "duckdb", "xlsx", "zip"]


@pytest.fixture
def packages(package, awkward, tmp_path):
    """Packages by name: small, awkward, published, and made at random."""
    return {
        "sound": lambda: package,
        "awkward": lambda: awkward,
        "published": lambda: ROOT,
        "made": lambda: write_made(tmp_path / "made", 11, 4).parent,
        "made otherwise": lambda: write_made(tmp_path / "made", 4, 3).parent,
    }


NAMES = ["sound", "awkward", "published", "made", "made otherwise"]


def in_sqlite(path):
    """The rows of each table of a file of SQLite; days and truths as they are there."""
    with closing(sqlite3.connect(path)) as database:
        return {name: database.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall() for name in TABLES}  # noqa: S608  # our own names


def in_duckdb(path):
    """The rows of each table of a file of DuckDB."""
    with duckdb.connect(path, read_only=True) as database:
        return {name: database.execute(f"FROM {name} ORDER BY rowid").fetchall() for name in TABLES}


def in_xlsx(path):
    """The rows of each sheet of a workbook below its header."""
    book = openpyxl.load_workbook(path, read_only=True)
    found = {
        name: [tuple(map(unescaped, row)) for row in book[name].iter_rows(2, values_only=True)]
        for name in TABLES
    }
    book.close()
    return found


def unescaped(value):
    """A text without the escapes of the format (`ST_Xstring` of ISO/IEC 29500-1), which the reader keeps."""
    return unescape(value) if isinstance(value, str) else value


def in_zip(path):
    """The rows of each table of a zip, read by a reader of packages."""
    folder = path.parent / "unzipped"
    with ZipFile(path) as archive:
        archive.extractall(folder)
    tables = read_tables(folder / "data" / "tables")._asdict()
    return {
        name: [tuple(getattr(row, each) for each in columns(name)) for row in tables[name]] for name in TABLES
    }


READERS = {"sqlite": in_sqlite, "duckdb": in_duckdb, "xlsx": in_xlsx, "zip": in_zip}


def columns(name):
    """The columns of a table."""
    return table_schema(name).field_names


def as_sqlite_has_it(value):
    """A day as text, a truth as a number."""
    return value.isoformat() if isinstance(value, date) else int(value) if isinstance(value, bool) else value


def as_excel_has_it(value):
    """A day as a moment, and as text what Excel cannot hold: early days, numbers of many digits."""
    if isinstance(value, int) and abs(value) >= 10**15:
        return str(value)
    if not isinstance(value, date):
        return value
    return datetime.combine(value, datetime.min.time()) if value.year >= 1900 else value.isoformat()


SHAPES = {"sqlite": as_sqlite_has_it, "xlsx": as_excel_has_it}


def typed(rows):
    """Values with their types, so that 1 is neither true nor 1.0."""
    return [[(type(value), value) for value in row] for row in rows]


def expected(package, name, target, cells_of):
    """The rows that a target must have."""
    shape = SHAPES.get(target, lambda value: value)
    rows = getattr(read_tables(package / "data" / "tables"), name)
    return [tuple(map(shape, row)) for row in cells_of(name, rows)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("target", FILES)
def test_every_cell_is_there(packages, tmp_path, cells_of, target, name):
    """Read back by its own reader, a file has the rows of the CSV files in their order, null for empty."""
    package = packages[name]()
    out = summitry.export(package, target, tmp_path / f"out.{target}")
    found = READERS[target](out)
    for table in TABLES:
        wanted = expected(package, table, target, cells_of)
        if target == "xlsx":
            # Excel has one kind of number, and a reader takes 1.0 for 1
            assert found[table] == wanted
        else:
            assert typed(found[table]) == typed(wanted)


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_in_the_server(packages, server, schema, cells_of, name):
    """A real PostgreSQL server has the same rows."""
    package = packages[name]()
    summitry.export(package, server, schema=schema)
    with psycopg.connect(server) as connection:
        connection.execute("SELECT set_config('search_path', quote_ident(%s), false)", [schema])
        for table in TABLES:
            found = connection.execute(f"SELECT * FROM {table} ORDER BY ctid").fetchall()  # noqa: S608  # our own names
            assert typed(found) == typed(expected(package, table, "postgresql", cells_of))


@pytest.mark.parametrize("target", FILES[:3])
def test_parquet_is_a_source_too(awkward, tmp_path, target):
    """A package of Parquet files gives the rows that the CSV files give."""
    to_parquet(awkward, tmp_path / "parquet")
    once = summitry.export(awkward, target, tmp_path / f"once.{target}")
    again = summitry.export(tmp_path / "parquet", target, tmp_path / f"again.{target}")
    assert READERS[target](once) == READERS[target](again)


def test_a_zip_of_parquet_is_a_package(package, tmp_path):
    """Parquet files go into a zip as they are, and it is checked as they are."""
    to_parquet(package, tmp_path / "parquet")
    out = summitry.export(tmp_path / "parquet", "zip", tmp_path / "out.zip")
    assert summitry.validate(out).valid


@pytest.mark.parametrize("parquet", [False, True], ids=["from CSV", "from Parquet"])
def test_the_copy_for_excel_differs_by_a_mark(awkward, tmp_path, parquet):
    """Each CSV file is the same behind three bytes."""
    source = to_parquet(awkward, tmp_path / "parquet").parent if parquet else awkward
    out = summitry.export(source, "excel-csv", tmp_path / "excel").parent
    for name in TABLES:
        path = f"data/tables/{name}.csv"
        assert (out / path).read_bytes() == b"\xef\xbb\xbf" + (awkward / path).read_bytes()


def test_the_copy_for_excel_says_what_it_is(package, tmp_path):
    """The description tells of the mark, which is all that can be found wrong with the copy."""
    out = summitry.export(package, "excel-csv", tmp_path / "excel")
    assert "begins with a byte order mark" in json.loads(out.read_bytes())["description"]
    assert {problem.rule for problem in summitry.validate(out)} == {"byte-order-mark"}
    assert summitry.validate(out, engine="frictionless").valid


def test_a_zip_is_checked_and_loaded_as_a_package(package, tmp_path):
    """What `validate` says of a folder it says of its zip, in which nothing is hidden or foreign."""
    (package / ".summitry").mkdir()
    (package / ".summitry" / "part").write_bytes(b"kept for the next build")
    (package / "rejected.csv").write_bytes(b"source,reason\n")
    out = summitry.export(package / "datapackage.json", "zip", tmp_path / "out.zip")
    assert summitry.validate(out).valid
    with ZipFile(out) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(
            [
                "datapackage.json",
                "manifest.json",
                *(f"schemas/{name}.json" for name in TABLES),
                *(f"data/tables/{name}.csv" for name in TABLES),
            ]
        )
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert member.external_attr >> 16 == 0o100644
