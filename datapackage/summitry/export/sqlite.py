"""A package as a file of SQLite: typed, keys and limits enforced, and what each column is beside it."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from summitry.ddl import listed, quoted, script
from summitry.errors import InvalidTables, UnusableOutput
from summitry.export.beside import beside
from summitry.export.keys import refuse_key
from summitry.export.source import Filed, Source
from summitry.schema import Table

UNSHARED: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""Nobody reads the file before it is whole, and it is thrown away if it does not become so."""

COLUMNS: Final = """
CREATE TABLE "columns" (
  "table" TEXT NOT NULL, -- The table that the column is of.
  "column" TEXT NOT NULL, -- The name of the column.
  "title" TEXT NOT NULL, -- What it is called.
  "description" TEXT NOT NULL, -- What it holds.
  "type" TEXT NOT NULL, -- What Table Schema calls its values; SQLite has neither dates nor booleans.
  PRIMARY KEY ("table", "column")
) STRICT;
"""
"""SQLite has no comments on columns, so that what they are is a table."""


def to_sqlite(source: Source, out: Path) -> Path:
    """Write a package as a file of SQLite, the same bytes each time."""
    with beside(out) as part, told(out), closing(sqlite3.connect(part, isolation_level=None)) as database:
        database.executescript(UNSHARED + script("sqlite", (each.table for each in source.tables)) + COLUMNS)
        # keys are looked at once all rows are there: then it can be told which row breaks one
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("BEGIN")
        for each in source.tables:
            fill(database, each)
        describe(database, (each.table for each in source.tables))
        check_keys(database, {each.table.name: each.table for each in source.tables})
        database.execute("COMMIT")
    return out


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Turn what SQLite says into one line that a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise UnusableOutput(f"{out}: found {error}; expected a place that can be written") from error


def fill(database: sqlite3.Connection, filed: Filed) -> None:
    """Write the rows of a table."""
    table, before = filed.table, database.total_changes
    places = ", ".join("?" * len(table.fields))
    insert = f"INSERT INTO {quoted(table.name)} VALUES ({places})"  # noqa: S608  # a name of a schema, in quotes
    try:
        database.executemany(insert, map(stored, filed.rows()))
    except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError) as error:
        row = database.total_changes - before + 1
        raise InvalidTables(
            f"{table.name}: row {row}: found {error}; expected a row that keeps its schema"
        ) from error


def stored(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values of a row as SQLite stores them: a date is its text.

    >>> stored([date(2019, 5, 14), True, None])
    ('2019-05-14', True, None)
    """
    return tuple(value.isoformat() if isinstance(value, date) else value for value in values)


def describe(database: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Write what each column is."""
    database.executemany(
        'INSERT INTO "columns" VALUES (?, ?, ?, ?, ?)',
        (
            (table.name, field.name, field.title, field.description, field.type)
            for table in tables
            for field in table.fields
        ),
    )


def check_keys(database: sqlite3.Connection, tables: dict[str, Table]) -> None:
    """Refuse the first row whose key leads nowhere."""
    for name, row, target, number in database.execute("PRAGMA foreign_key_check"):
        keys = database.execute(f"PRAGMA foreign_key_list({quoted(name)})").fetchall()
        columns = [column for key, _, _, column, *_ in keys if key == number]
        select = f"SELECT {listed(columns)} FROM {quoted(name)} WHERE rowid = ?"  # noqa: S608  # the same
        refuse_key(tables[name], row, columns, database.execute(select, (row,)).fetchone(), target)


@contextmanager
def for_a_while(source: Source) -> Iterator[tuple[sqlite3.Connection, Path]]:
    """A package as a database that answers by the names of columns, and its file, until it is left."""
    with TemporaryDirectory(prefix="summitry-") as folder:
        path = to_sqlite(source, Path(folder) / "package.sqlite")
        with closing(sqlite3.connect(path)) as database:
            database.row_factory = sqlite3.Row
            yield database, path
