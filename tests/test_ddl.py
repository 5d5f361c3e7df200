"""The SQL holds the published rows, and nothing that breaks their schemas."""

import csv
import re
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import get_args

import duckdb
import pytest

from sound_tables import sound_tables
from summitry.ddl import SPEECHES, Dialect, conditions, ddl, in_order_of_keys
from summitry.schema import TABLES, Field, table_schema, table_schemas

PUBLISHED = Path(__file__).parents[1] / "data" / "tables"
DIALECTS = get_args(Dialect)


class Refused(Exception):
    """A database does not take what it was given."""


def in_sqlite(script):
    """Run a script in a fresh database of SQLite."""
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(ddl("sqlite"))
        database.executescript(f"BEGIN;\n{script}\nCOMMIT;")
    except sqlite3.Error as error:
        raise Refused(error) from error
    finally:
        database.close()


def in_duckdb(script):
    """Run a script in a fresh database of DuckDB."""
    with duckdb.connect() as database:
        database.execute(ddl("duckdb"))
        try:
            database.execute(script)
        except duckdb.Error as error:
            raise Refused(error) from error


def psql(script):
    """Run a script with the server that psql finds, in a transaction that leaves nothing behind."""
    return subprocess.run(
        ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1"],  # noqa: S607  # from the path, as a person calls it
        input=f"BEGIN;\n{script}\nROLLBACK;\n", capture_output=True, check=False, text=True, timeout=60,
    )  # fmt: skip


def in_postgresql(script):
    """Run a script in a schema of its own, and look at all keys before it goes."""
    if not shutil.which("psql"):
        pytest.skip("psql is not installed")
    if (answer := psql("SELECT 1;")).returncode:
        pytest.skip(f"no PostgreSQL server is reachable: {answer.stderr.strip()}")
    begin = "CREATE SCHEMA of_a_test_of_summitry; SET LOCAL search_path TO of_a_test_of_summitry;"
    answer = psql(f"{begin}\n{ddl('postgresql')}\n{script}\nSET CONSTRAINTS ALL IMMEDIATE;")
    if answer.returncode:
        raise Refused(answer.stderr)


DATABASES = {"sqlite": in_sqlite, "duckdb": in_duckdb, "postgresql": in_postgresql}


def inserted(tables):
    """The rows as statements, a table after those that its keys lead to."""
    order = [table.name for table in in_order_of_keys(table_schemas().values())]
    return "\n".join(insert(name, row) for name in order for row in getattr(tables, name))


def insert(name, row):
    """One row as a statement."""
    values = (getattr(row, column) for column in table_schema(name).field_names)
    return f"INSERT INTO {name} VALUES ({', '.join(map(sql, values))});"  # noqa: S608  # our own rows


def sql(value):
    """A value as SQL writes it."""
    if value is None:
        return "NULL"
    text = str(value).replace("'", "''")
    return text if isinstance(value, int) else f"'{text}'"


def changed(table, column, value, row=0):
    """The sound tables with another value in one cell."""
    tables = sound_tables()
    rows = list(getattr(tables, table))
    rows[row] = replace(rows[row], **{column: value})
    return tables._replace(**{table: tuple(rows)})


@pytest.mark.parametrize("dialect", DIALECTS)
def test_takes_sound_rows(dialect):
    """Every row of a sound package goes in, keys and all."""
    DATABASES[dialect](inserted(sound_tables()))


FAULTS = [
    pytest.param("quotes", "text", None, id="nothing where something must be"),
    pytest.param("quotes", "text", "", id="a text without characters"),
    pytest.param("articles", "title", "", id="the same where nothing can be"),
    pytest.param("quotes", "kind", "shouted", id="a word that is not on the list"),
    pytest.param("quotes", "start", -1, id="a number below the lowest"),
    pytest.param("quotes", "start", "one", id="a word as a number"),
    pytest.param("articles", "published_on", "2019-02-30", id="a day that is not"),
    pytest.param("articles", "published_on", "soon", id="no day"),
    pytest.param("entities", "wikidata_id", "Q900002", id="an item of another row"),
    pytest.param("entities", "entity_id", "tarn", id="the key of another row"),
    pytest.param("mentions", "entity_id", "nobody", id="a key that leads nowhere"),
    pytest.param("speakers", "quote_id", "river-9-q1", id="a part of a key that leads nowhere"),
]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(("table", "column", "value"), FAULTS)
def test_refuses_what_breaks_a_schema(dialect, table, column, value):
    """Types, limits and keys hold in every database."""
    with pytest.raises(Refused):
        DATABASES[dialect](inserted(changed(table, column, value)))


@pytest.mark.parametrize("dialect", ["duckdb", "postgresql"])
@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("articles", "language", "EN"), ("articles", "sha256", "abc"), ("entities", "country_code", "NORX")],
)
def test_refuses_other_patterns(dialect, table, column, value):
    """Where the database knows regular expressions, they hold from end to end."""
    with pytest.raises(Refused):
        DATABASES[dialect](inserted(changed(table, column, value)))


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_keys_within_a_table_hold(dialect):
    """A quote continues one that is there, which may be loaded later in the transaction."""
    tables = sound_tables()
    DATABASES[dialect](inserted(tables._replace(quotes=tables.quotes[::-1])))
    with pytest.raises(Refused):
        DATABASES[dialect](inserted(changed("quotes", "continues_id", "river-9-q1", row=1)))


def test_duckdb_says_which_key_it_does_not_hold():
    """What cannot be enforced is not silently left out."""
    assert re.findall("-- not enforced: (.*)", ddl("duckdb")) == [
        'FOREIGN KEY ("story_id") REFERENCES "articles" ("article_id")',
        'FOREIGN KEY ("continues_id") REFERENCES "quotes" ("quote_id")',
    ]
    assert "not enforced" not in ddl("sqlite") + ddl("postgresql")


def stored(cell, kind):
    """A cell as SQLite stores it, which has no booleans."""
    return int(cell == "true") if kind == "boolean" and cell else cell or None


def test_sqlite_holds_the_published_tables():
    """The CSV files of this repository go in, an empty cell being null."""
    with sqlite3.connect(":memory:") as database:
        database.executescript(ddl("sqlite"))
        assert database.execute("PRAGMA foreign_keys").fetchone() == (1,)
        for name in TABLES:
            with (PUBLISHED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
            places = ", ".join("?" * len(header))
            kinds = [each.type for each in table_schema(name).fields]
            cells = (map(stored, row, kinds) for row in rows)
            database.executemany(f"INSERT INTO {name} VALUES ({places})", map(tuple, cells))  # noqa: S608  # our own names
            assert database.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(rows),)  # noqa: S608  # the same
    database.close()


def test_duckdb_holds_the_published_tables():
    """The CSV files of this repository are copied in, in the order of the script."""
    with duckdb.connect() as database:
        database.execute(ddl("duckdb"))
        for name in re.findall('CREATE TABLE "([a-z]+)"', ddl("duckdb")):
            database.execute(f"COPY {name} FROM '{PUBLISHED / name}.csv' (HEADER, NULLSTR '')")
        found = database.execute("SELECT count(*) FROM quotes JOIN speakers USING (quote_id)").fetchone()
        with (PUBLISHED / "speakers.csv").open(encoding="utf-8") as file:
            assert found == (sum(1 for _ in file) - 1,)


def test_duckdb_and_postgresql_explain_themselves():
    """Tables and columns carry what the schemas say of them."""
    with duckdb.connect() as database:
        database.execute(ddl("duckdb"))
        told = "SELECT comment FROM duckdb_columns() WHERE table_name = 'quotes' AND column_name = 'text'"
        assert database.execute(told).fetchone() == (table_schema("quotes").field("text").description,)
    for dialect in ("duckdb", "postgresql"):
        columns = sum(len(table.fields) for table in table_schemas().values())
        assert ddl(dialect).count("COMMENT ON") == columns + len(TABLES)


def test_sqlite_explains_itself():
    """It keeps what stands within a statement, a description behind each column."""
    with sqlite3.connect(":memory:") as database:
        database.executescript(ddl("sqlite"))
        (told,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'quotes'").fetchone()
    database.close()
    assert all(field.description in told for field in table_schema("quotes").fields)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_constraint_is_there(dialect):
    """Nothing of the schemas is forgotten: keys, required and unique columns, lists of words."""
    script = ddl(dialect)
    fields = [(table, field) for table in table_schemas().values() for field in table.fields]
    keys = [key for table in table_schemas().values() for key in table.foreign_keys]
    assert script.count("PRIMARY KEY") == len(TABLES)
    assert script.count("FOREIGN KEY") == len(keys)
    assert script.count("NOT NULL") == sum(
        field.required or field.name in table.primary_key for table, field in fields
    )
    assert script.count(" UNIQUE") == sum(
        field.unique and table.primary_key != (field.name,) for table, field in fields
    )
    truths = sum(field.type == "boolean" for _, field in fields) if dialect == "sqlite" else 0
    assert script.count(" IN (") == truths + sum(bool(field.enum) for _, field in fields)


def test_other_dialects_are_refused():
    """A database that is not known is told with those that are."""
    with pytest.raises(
        ValueError, match="found dialect 'oracle'; expected one of sqlite, duckdb, postgresql"
    ):
        ddl("oracle")


def test_limits_that_no_table_has_today_are_said():
    """Numbers, lengths, booleans and the like have their conditions, for the columns to come."""
    field = Field("age", "number", "", "", "1", minimum=0.5, maximum=9)
    assert list(conditions(field, SPEECHES["duckdb"])) == ['"age" >= 0.5', '"age" <= 9']
    word = Field("word", "string", "", "", "a", enum=("it's", "b"), min_length=1, max_length=4)
    assert list(conditions(word, SPEECHES["sqlite"])) == [
        "\"word\" IN ('it''s', 'b')", 'length("word") >= 1', 'length("word") <= 4'
    ]  # fmt: skip
    truth = Field("held", "boolean", "", "", "true")
    assert list(conditions(truth, SPEECHES["sqlite"])) == ['"held" IN (0, 1)']
    assert not list(conditions(truth, SPEECHES["postgresql"]))


def test_keys_that_lead_in_a_circle_are_told():
    """Tables of which each needs the other have no order."""
    quotes = table_schema("quotes")
    there = replace(quotes.foreign_keys[0], table="speakers")
    back = replace(quotes.foreign_keys[0], table="quotes")
    with pytest.raises(ValueError, match="lead to each other: quotes, speakers"):
        in_order_of_keys(
            [replace(quotes, foreign_keys=(there,)), replace(table_schema("speakers"), foreign_keys=(back,))]
        )
