"""What all articles say, on the disk where memory is short: sorted, joined, and read in step."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, groupby
from pathlib import Path
from typing import Any, Final, Self

import duckdb
import pyarrow as pa

from summitry.bounds import ROWS_A_MEGABYTE, ROWS_AT_ONCE, STORE_MEMORY
from summitry.errors import UnusableOutput

FILE: Final = "store.duckdb"
WANTED: Final = "CREATE TABLE wanted (key VARCHAR, part VARCHAR)"
"""The articles of a build: the key of each, and the part that holds its draft."""

FULL: Final = (
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
    duckdb.FatalException,
    OSError,
)
"""What a disk without room leads to: the first in a write, others in the commit and in what follows it."""

MEMORY: Final = "SET memory_limit = '{}MB'"
COUNT: Final = "SELECT count(*) FROM {table}"


class Store:
    """A database of one build, in a folder of its own, or in memory if there is none."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder, self._numbers, self._memory = folder, count(), STORE_MEMORY
        # other pools of Arrow keep what they were given back: some 60 MB
        pa.set_memory_pool(pa.system_memory_pool())
        with self._clearly():
            if folder:
                folder.mkdir(parents=True, exist_ok=True)
            self._base = duckdb.connect(str(folder / FILE) if folder else ":memory:")
            self.run(MEMORY.format(STORE_MEMORY))
            self.run("SET threads = 1")
            self.run("SET preserve_insertion_order = true")
            if folder:
                self.run(f"SET temp_directory = {quoted(folder)}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def run(self, statement: str) -> None:
        """Carry out a statement."""
        with self._clearly():
            self._base.execute(statement)

    @contextmanager
    def within(self, megabytes: int) -> Iterator[None]:
        """Get along with so much memory until the end."""
        before, self._memory = self._memory, megabytes
        self.run(MEMORY.format(megabytes))
        try:
            yield
        finally:
            self._memory = before
            self.run(MEMORY.format(before))

    def run_on(self, found: pa.Table, statements: str) -> None:
        """Carry out statements that read from a table `found`."""
        cursor = self._base.cursor()
        cursor.register("found", found)
        with self._clearly():
            cursor.execute(statements)
        cursor.close()

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, some at a time."""
        with self._clearly():
            cursor = self._base.cursor()
            cursor.execute(query)
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                yield from rows

    def in_order(self, query: str, *gathered: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a sorted query, once they are on the disk; others gather what it calls `{found}`.

        A sort takes all the memory that there is until its last row is taken, and so does a join: each is a
        statement of its own, or there would not be enough for both.
        """
        number = next(self._numbers)
        found, table = f"found_{number}", f"sorted_{number}"
        for at, one in enumerate(gathered):
            self.run(f"INSERT INTO {found} {one}" if at else f"CREATE TABLE {found} AS {one}")
        select = query.format(found=found)
        unsorted, _, _ = select.rpartition("ORDER BY")
        with self.within(megabytes_for(self.count(f"({unsorted})"))):
            self.run(f"CREATE TABLE {table} AS {select}")
        self.run(f"DROP TABLE IF EXISTS {found}")
        yield from self.rows(f"FROM {table}")
        self.run(f"DROP TABLE {table}")

    def count(self, table: str) -> int:
        """How many rows a table has."""
        ((number,),) = self.rows(COUNT.format(table=table))
        return int(number)

    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows to a table."""
        with self.inserting(table) as add:
            for row in rows:
                add(row)

    @contextmanager
    def inserting(self, table: str) -> Iterator[Callable[[Sequence[Any]], None]]:
        """A way to add rows to a table one by one; they are all there at the end."""
        schema = self._base.sql(f"FROM {table} LIMIT 0").to_arrow_table().schema
        cursor, waiting = self._base.cursor(), list[Sequence[Any]]()

        def flush() -> None:
            if not waiting:
                return
            columns = [
                pa.array(column, kind)
                for column, kind in zip(zip(*waiting, strict=True), schema.types, strict=True)
            ]
            cursor.register("waiting", pa.table(columns, schema=schema))
            with self._clearly():
                cursor.execute(f"INSERT INTO {table} FROM waiting")
            cursor.unregister("waiting")
            waiting.clear()

        def add(row: Sequence[Any]) -> None:
            waiting.append(row)
            if len(waiting) >= ROWS_AT_ONCE:
                flush()

        yield add
        flush()

    @contextmanager
    def _clearly(self) -> Iterator[None]:
        """Turn what the database says of its place into one line."""
        try:
            yield
        except FULL as error:
            reason = str(error).splitlines()[0]
            place = self._folder or "memory"
            short = isinstance(error, duckdb.OutOfMemoryException)
            expected = "room for it, on the disk and in memory" if short else "a place that can be written"
            raise UnusableOutput(f"{place}: found {reason}; expected {expected}") from error


def megabytes_for(rows: int) -> int:
    """How much memory the sort of so many rows needs, wherever they lie.

    >>> megabytes_for(1_000_000), megabytes_for(75_000_000)
    (128, 1000)
    """
    return max(STORE_MEMORY, -(-rows // ROWS_A_MEGABYTE))


class InStep:
    """Rows sorted by their first cells, handed out by these to one who asks in the same order."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], cells: int = 1) -> None:
        self._cells = cells
        self._groups = groupby(rows, key=lambda row: row[:cells])
        self._next: tuple[tuple[Any, ...], Iterator[tuple[Any, ...]]] | None = next(self._groups, None)

    def of(self, *key: object) -> list[tuple[Any, ...]]:
        """The rest of the rows that begin with a key, which comes after all that were asked for before."""
        while self._next and self._next[0] < key:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != key:
            return []
        return [row[self._cells :] for row in self._next[1]]


def quoted(value: object) -> str:
    """A value as text in SQL.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + str(value).replace("'", "''") + "'"
