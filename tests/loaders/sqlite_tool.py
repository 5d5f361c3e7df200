"""Tables as the program sqlite3 loads them."""

import sqlite3
import subprocess
from contextlib import closing

from loaders.machine import program


def with_sqlite(tables, folder):
    """The tables as `.import --csv` loads them, and nothing else said."""
    database = folder / "bare.sqlite"
    orders = [f".import --csv '{table.path}' '{table.name}'" for table in tables]
    told(database, orders, folder)
    return {table.name: of_sqlite(database, table.name) for table in tables}


def told(database, orders, folder):
    """Give the program its orders in a folder; it must have nothing to say."""
    command = [program("sqlite3"), str(database), *orders]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def of_sqlite(database, name):
    """The values of a table, in the order in which they came."""
    quoted = name.replace('"', '""')
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute(f'SELECT * FROM "{quoted}" ORDER BY rowid')  # noqa: S608  # our own names
        names = [each[0] for each in found.description]
        rows = found.fetchall()
    return {each: [row[place] for row in rows] for place, each in enumerate(names)}
