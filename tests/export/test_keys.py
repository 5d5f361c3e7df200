"""Keys, types and limits hold in what is exported, and a package that breaks them is not exported."""

import sqlite3
from contextlib import closing

import duckdb
import psycopg
import pytest

import summitry
from summitry.errors import InvalidTables
from summitry.schema import table_schemas

DATABASES = ["sqlite", "duckdb", "server"]


@pytest.fixture
def exported(tmp_path, request):
    """From a package and a database to the exported file, or the schema of the server."""

    def export(package, database):
        if database == "server":
            schema = request.getfixturevalue("schema")
            return summitry.export(package, request.getfixturevalue("server"), schema=schema)
        return summitry.export(package, database, tmp_path / f"out.{database}")

    return export


BROKEN = [
    pytest.param("speakers", b",emile-roche,", b",nobody,", "nobody", id="a key that leads nowhere"),
    pytest.param("quotes", b",river-2-q1", b",river-9-q1", "river-9-q1", id="one to its own table"),
    pytest.param("entities", b"\nemile-roche,", b"\nana-lund,", "entities|ana-lund", id="a key twice"),
    pytest.param("quotes", b",direct,", b",shouted,", "kind", id="a word that is not on the list"),
    pytest.param("mentions", b",0.97", b",9.97", "confidence", id="a number that is too high"),
    pytest.param(
        "paragraphs",
        b"river-1,river,1,",
        b"river-1,river,,",
        "position",
        id="nothing where something must be",
    ),
]


@pytest.mark.parametrize("database", DATABASES)
@pytest.mark.parametrize(("table", "old", "new", "told"), BROKEN)
def test_a_broken_row_is_refused(package, exported, breaks, database, table, old, new, told):  # noqa: PLR0913, PLR0917  # a case and its fixtures
    """No database takes a row that breaks its schema, and the message tells what it was."""
    breaks(package, table, old, new)
    with pytest.raises(InvalidTables, match=told) as raised:
        exported(package, database)
    assert "\n" not in str(raised.value)


CELLS = [
    pytest.param(
        "quotes", b",direct,1,", b",direct,one,", "quotes.csv:2:start: found 'one'", id="a word as a number"
    ),
    pytest.param(
        "articles", b"2019-05-17", b"2019-02-30", "published_on: found '2019-02-30'", id="a day that is not"
    ),
    pytest.param("articles", b"article_id,", b"id,", "articles.csv:1:header", id="another header"),
    pytest.param("articles", b"en,", b"en", "articles.csv:2:row", id="a cell too few"),
    pytest.param("articles", b"TARN", b"\xff", "articles.csv: found invalid start byte", id="no UTF-8"),
]


@pytest.mark.parametrize("database", ["sqlite", "duckdb", "xlsx", "server"])
@pytest.mark.parametrize(("table", "old", "new", "told"), CELLS)
def test_a_cell_that_is_not_what_it_should_be_is_named(  # noqa: PLR0913, PLR0917  # a case and its fixtures
    package, exported, breaks, database, table, old, new, told
):
    """Whatever the target takes for a number or a day, the cell must have its one form."""
    breaks(package, table, old, new)
    with pytest.raises(InvalidTables) as raised:
        exported(package, database)
    assert told in str(raised.value)


def test_sqlite_names_the_row(package, exported, breaks):
    """Where SQLite finds a fault, the row is told with it."""
    breaks(package, "speakers", b",emile-roche,", b",nobody,")
    with pytest.raises(
        InvalidTables, match=r"^speakers: row \d+: found entity_id 'nobody'; expected a row of ent"
    ):
        exported(package, "sqlite")


LATER = "INSERT INTO speakers VALUES ('river-2-q1', 'nobody', NULL, 0.5, FALSE)"
TWICE = "INSERT INTO speakers SELECT * FROM speakers"


@pytest.mark.parametrize("statement", [LATER, TWICE], ids=["foreign", "primary"])
def test_keys_hold_afterwards(package, exported, server_or_skip, statement):
    """Whoever adds a row to the exported tables is held to the same keys."""
    with closing(sqlite3.connect(exported(package, "sqlite"))) as database:
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError), database:
            database.execute(statement)
    with duckdb.connect(exported(package, "duckdb")) as database, pytest.raises(duckdb.ConstraintException):
        database.execute(statement)
    if server_or_skip is None:
        return
    address, schema = server_or_skip
    exported(package, "server")
    with closing(psycopg.connect(address)) as connection:
        connection.execute("SELECT set_config('search_path', quote_ident(%s), false)", [schema])
        with pytest.raises(psycopg.IntegrityError), connection:
            connection.execute(statement)


@pytest.fixture
def server_or_skip(request):
    """The server and a schema of it, none where there is no server."""
    try:
        return request.getfixturevalue("server"), request.getfixturevalue("schema")
    except pytest.skip.Exception:
        return None


def test_what_columns_are_stands_beside_them_in_sqlite(package, exported):
    """The table `columns` has title, description and type of every column."""
    with closing(sqlite3.connect(exported(package, "sqlite"))) as database:
        found = database.execute('SELECT * FROM "columns"').fetchall()
        strict = database.execute(
            "SELECT name FROM pragma_table_list WHERE strict AND schema = 'main'"
        ).fetchall()
    assert sorted(found) == sorted(
        (table.name, field.name, field.title, field.description, field.type)
        for table in table_schemas().values()
        for field in table.fields
    )
    assert {name for (name,) in strict} == {*table_schemas(), "columns"}


def test_what_columns_are_is_a_comment_in_duckdb(package, exported):
    """Every column and every table has its comment."""
    with duckdb.connect(exported(package, "duckdb"), read_only=True) as database:
        found = database.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
        tables = dict(database.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
    assert sorted(found) == sorted(
        (table.name, field.name, field.description)
        for table in table_schemas().values()
        for field in table.fields
    )
    assert tables == {table.name: f"{table.title}: {table.description}" for table in table_schemas().values()}
