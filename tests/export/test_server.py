"""In a PostgreSQL server a package has a schema of its own, and nothing of anyone else's is touched."""

from contextlib import closing

import psycopg
import pytest

import summitry
from summitry.errors import InvalidTables, UnusableOutput
from summitry.export import postgres
from summitry.schema import TABLES, table_schemas


@pytest.fixture
def ask(server, schema):
    """From a statement, in which `{}` is the schema, to the rows of its answer."""
    name = '"' + schema.replace('"', '""') + '"'

    def answer(statement):
        with closing(psycopg.connect(server)) as connection, connection:
            cursor = connection.execute(statement.format(name).encode())
            return cursor.fetchall() if cursor.description else []

    return answer


def test_tables_and_columns_have_their_comments(package, server, schema, ask):
    """What the schemas say stands beside the tables, and the schema says whose it is."""
    where = summitry.export(package, server, schema=schema)
    assert where.endswith(f", schema {schema}")
    found = ask(
        "SELECT relname, attname, col_description(attrelid, attnum), obj_description(attrelid, 'pg_class') "
        "FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid AND relkind = 'r' "
        "WHERE attnum > 0 AND relnamespace = '{}'::regnamespace"
    )
    assert sorted(found) == sorted(
        (table.name, field.name, field.description, f"{table.title}: {table.description}")
        for table in table_schemas().values()
        for field in table.fields
    )
    [(said,)] = ask("SELECT obj_description('{}'::regnamespace, 'pg_namespace')")
    assert said.startswith("Written by summitry export: ")


def test_a_second_export_replaces_the_first(package, awkward, server, schema, ask):
    """The tables are those of the new package, and only those."""
    summitry.export(awkward, server, schema=schema)
    [(many,)] = ask("SELECT count(*) FROM {}.articles")
    summitry.export(package, server, schema=schema)
    [(few,)] = ask("SELECT count(*) FROM {}.articles")
    assert few < many


FAULTS = [
    pytest.param("evidence", b",stated,", b",stated", id="a cell that is missing"),
    pytest.param("speakers", b",emile-roche,", b",nobody,", id="a key that leads nowhere"),
    pytest.param("articles", b",NPA,", b",N\0A,", id="a character that the server cannot hold"),
]


@pytest.mark.parametrize(("table", "old", "new"), FAULTS)
def test_a_package_that_fails_leaves_the_old_tables(package, breaks, server, schema, ask, table, old, new):  # noqa: PLR0913, PLR0917  # a case and its fixtures
    """All is one transaction."""
    summitry.export(package, server, schema=schema)
    before = [ask(f"TABLE {{}}.{name}") for name in TABLES]
    breaks(package, table, old, new)
    with pytest.raises(InvalidTables) as raised:
        summitry.export(package, server, schema=schema)
    assert "\n" not in str(raised.value)
    assert [ask(f"TABLE {{}}.{name}") for name in TABLES] == before


def test_a_schema_of_something_else_is_left_alone(package, server, schema, ask):
    """Tables that no export has made are not dropped, even if they have the same names."""
    ask("CREATE SCHEMA {}")
    ask("CREATE TABLE {}.quotes AS SELECT 1 AS mine")
    with pytest.raises(UnusableOutput, match="found tables of something else; expected another --schema"):
        summitry.export(package, server, schema=schema)
    assert ask("SELECT mine FROM {}.quotes") == [(1,)]


def test_an_empty_schema_can_be_filled(package, server, schema, ask):
    """A schema that someone made for the purpose will do."""
    ask("CREATE SCHEMA {}")
    summitry.export(package, server, schema=schema)
    assert ask("SELECT count(*) > 0 FROM {}.articles") == [(True,)]


def test_what_others_built_on_the_tables_is_not_dropped(package, server, schema, ask):
    """A view of someone's keeps the export from replacing what it shows, and another table stays."""
    summitry.export(package, server, schema=schema)
    ask("CREATE TABLE {}.notes AS SELECT 1 AS mine")
    summitry.export(package, server, schema=schema)
    assert ask("SELECT mine FROM {}.notes") == [(1,)]
    ask("CREATE VIEW {0}.said AS SELECT text FROM {0}.quotes")
    with pytest.raises(UnusableOutput, match="other objects depend on"):
        summitry.export(package, server, schema=schema)
    assert ask("SELECT count(*) > 0 FROM {}.said") == [(True,)]


def test_tables_that_someone_holds_are_waited_for_so_long(package, server, schema, monkeypatch):
    """A reader that never ends does not stop the export for ever."""
    summitry.export(package, server, schema=schema)
    monkeypatch.setattr(postgres, "SERVER_SECONDS", 1)
    with closing(psycopg.connect(server)) as reader:
        reader.execute("SELECT set_config('search_path', quote_ident(%s), false)", [schema])
        reader.execute("SELECT * FROM quotes")
        with pytest.raises(UnusableOutput, match="lock timeout"):
            summitry.export(package, server, schema=schema)


@pytest.mark.parametrize("name", ["", "s" * 64, "é" * 32, "a\0b", "pg_mine"])
def test_a_name_that_no_schema_can_have_is_told(package, server, name):
    """A name is never cut."""
    with pytest.raises(UnusableOutput):
        summitry.export(package, server, schema=name)
