"""A package in a PostgreSQL server: a schema of its own, replaced as a whole or not at all."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from summitry.bounds import SERVER_SECONDS
from summitry.ddl import listed, literal, quoted, script
from summitry.errors import InvalidTables, MissingLibrary, UnusableOutput
from summitry.export.source import Filed, Source
from summitry.schema import TABLES

if TYPE_CHECKING:
    from psycopg import Cursor, Error

MARK: Final = "Written by summitry export"
"""How the comment begins on a schema that an export has made, and that the next one may fill anew."""

MAX_NAME_BYTES: Final = 63
"""PostgreSQL cuts longer names."""

EXPECTED: Final = "expected one such as postgresql://user@host/database"


def to_postgresql(source: Source, address: str, schema: str) -> str:
    """Write a package into a schema of a database, in one transaction; where it is, without a password."""
    place = f"{shown(address)}, schema {schema}"
    if "\0" in schema or not 0 < len(schema.encode()) <= MAX_NAME_BYTES:
        raise UnusableOutput(f"--schema: found {schema!r}; expected a name of 1 to {MAX_NAME_BYTES} bytes")
    with connected(address, place) as cursor:
        make_room(cursor, schema, [each.table.name for each in source.tables], place)
        run(cursor, f"COMMENT ON SCHEMA {quoted(schema)} IS {literal(comment(source.descriptor))}")
        run(cursor, f"SET LOCAL search_path TO {quoted(schema)}")
        run(cursor, script("postgresql", (each.table for each in source.tables)))
        for each in source.tables:
            fill(cursor, each)
        # keys are looked at here, where it can be told which table breaks one
        run(cursor, "SET CONSTRAINTS ALL IMMEDIATE")
    return place


def shown(address: str) -> str:
    """An address without its password.

    >>> shown("postgresql://ann:secret@db.example:5433/news?sslmode=require")
    'postgresql://ann@db.example:5433/news'
    """
    try:
        found = urlsplit(address)
    except ValueError as error:
        raise UnusableOutput(f"--to: found no address of a database; {EXPECTED}") from error
    user, at, host = found.netloc.rpartition("@")
    return f"{found.scheme}://{user.partition(':')[0]}{at}{host}{found.path}"


def comment(descriptor: dict[str, Any]) -> str:
    """What is said of a schema that holds a package."""
    title, version = descriptor.get("title", ""), descriptor.get("version", "")
    return f"{MARK}: {title} {version}".replace("\0", "").rstrip(": ")


@contextmanager
def connected(address: str, place: str) -> "Iterator[Cursor[Any]]":
    """A cursor in a transaction that is kept if nothing fails."""
    try:
        import psycopg  # noqa: PLC0415  # an extra
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415  # the same
    except ImportError as error:
        raise MissingLibrary(
            "--to postgresql: found no psycopg; expected it, as `pip install summitry[postgres]` installs it"
        ) from error
    try:
        options: dict[str, Any] = {"connect_timeout": SERVER_SECONDS} | conninfo_to_dict(address)
    except psycopg.Error as error:
        # what the library says of it can hold the password
        raise UnusableOutput(f"--to: found no address of a database; {EXPECTED}") from error
    try:
        connection = psycopg.connect(**options | {"client_encoding": "utf8"})
        # a transaction that cannot be kept leaves the connection open by itself
        with closing(connection), connection, connection.cursor() as cursor:
            run(cursor, f"SET LOCAL lock_timeout TO '{SERVER_SECONDS}s'")
            yield cursor
    except (psycopg.IntegrityError, psycopg.DataError) as error:
        raise InvalidTables(
            f"{place}: found {reason(error)}; expected rows that keep their schema"
        ) from error
    except psycopg.Error as error:
        raise UnusableOutput(f"{place}: found {reason(error)}; expected a database that takes it") from error


def reason(error: "Error") -> str:
    """What the server, or the library, says in a line."""
    said = [error.diag.message_primary, error.diag.message_detail]
    told = ": ".join(each for each in said if each) or str(error)
    return (told.splitlines() or [type(error).__name__])[0]


def run(cursor: "Cursor[Any]", statements: str) -> None:
    """Have the server do something."""
    # as bytes, because the library warns of text that was put together; names are in quotes
    cursor.execute(statements.encode())


def make_room(cursor: "Cursor[Any]", schema: str, names: list[str], place: str) -> None:
    """Make the schema, or clear the tables of an earlier export; nothing of anyone else's is touched."""
    known = """
        SELECT obj_description(oid, 'pg_namespace'),
          EXISTS (SELECT FROM pg_class WHERE relnamespace = space.oid)
        FROM pg_namespace AS space WHERE nspname = %s
    """
    match cursor.execute(known, [schema]).fetchone():
        case None:
            run(cursor, f"CREATE SCHEMA {quoted(schema)}")
        case (said, filled) if filled and not str(said).startswith(MARK):
            raise UnusableOutput(f"{place}: found tables of something else; expected another --schema")
        case _:
            old = sorted({*TABLES, *names})
            run(
                cursor,
                f"DROP TABLE IF EXISTS {', '.join(f'{quoted(schema)}.{quoted(each)}' for each in old)}",
            )


def fill(cursor: "Cursor[Any]", filed: Filed) -> None:
    """Copy the rows of a table."""
    # not the bytes of the CSV file: servers before version 18 end at a line `\\.` even between quotes
    copy = f"COPY {quoted(filed.table.name)} ({listed(filed.table.field_names)}) FROM STDIN"
    with cursor.copy(copy.encode()) as into:
        for values in filed.rows():
            into.write_row(values)
