"""A package as a database for as long as its site is written: whatever its size, only a page is in memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from summitry.bounds import HEADING_LETTERS
from summitry.export.source import Filed, Source
from summitry.export.sqlite import for_a_while
from summitry.schema import Table
from summitry.site.naming import cut

INDEXES: Final = """
CREATE INDEX "a" ON "paragraphs" ("article_id");
CREATE INDEX "b" ON "mentions" ("paragraph_id");
CREATE INDEX "c" ON "mentions" ("entity_id");
CREATE INDEX "d" ON "quotes" ("paragraph_id");
CREATE INDEX "e" ON "quotes" ("meeting_id");
CREATE INDEX "f" ON "speakers" ("entity_id");
CREATE INDEX "g" ON "participants" ("entity_id");
CREATE INDEX "h" ON "participants" ("country_code");
CREATE INDEX "i" ON "meetings" ("country_code");
CREATE INDEX "j" ON "meetings" ("place_id");
CREATE INDEX "k" ON "reports" ("meeting_id");
CREATE INDEX "l" ON "reports" ("paragraph_id");
CREATE INDEX "m" ON "evidence" ("paragraph_id");
CREATE INDEX "n" ON "evidence" ("table", "row_id");
CREATE INDEX "o" ON "entities" ("country_code");
CREATE TABLE "headings" ("article_id" TEXT PRIMARY KEY, "heading" TEXT NOT NULL);
"""
"""What pages look rows up by, and what each article is called."""

OPENINGS: Final = """
SELECT a.article_id, a.title, (SELECT p.text FROM paragraphs p WHERE p.article_id = a.article_id
  ORDER BY p.position LIMIT 1) AS opening FROM articles a ORDER BY a.rowid
"""

REASONS: Final = """
SELECT v.*, substr(p.text, v.start + 1, v."end" - v.start) AS words, p.article_id, h.heading
FROM evidence v LEFT JOIN paragraphs p USING (paragraph_id) LEFT JOIN headings h USING (article_id)
WHERE v."table" = ? AND v.row_id = ? ORDER BY v.rowid
"""

Row = sqlite3.Row


class Store:
    """The tables of a package, each row in its published place (`rowid`)."""

    def __init__(self, database: sqlite3.Connection, path: Path, source: Source) -> None:
        self._database = database
        self.path = path
        """Of the database, for others who read it."""
        self.folder = source.folder
        self.descriptor = source.descriptor
        self.filed: dict[str, Filed] = {
            each["name"]: filed
            for each in source.descriptor["resources"]
            for filed in source.tables
            if filed.table.name == each["name"]
        }
        """The tables and their files, in the order in which the package lists them."""
        self.tables: dict[str, Table] = {name: filed.table for name, filed in self.filed.items()}

    def each(self, select: str, *values: object) -> Iterator[Row]:
        """Yield the rows of a query."""
        yield from self._database.execute(select, values)

    def rows(self, select: str, *values: object, **named: object) -> list[Row]:
        """The rows of a query that are few; its values go by their places or by their names."""
        return self._database.execute(select, named or values).fetchall()

    def one(self, select: str, *values: object) -> Any:  # noqa: ANN401  # a cell is of any type
        """The one cell that a query gives."""
        return self._database.execute(select, values).fetchone()[0]

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self.one(f'SELECT count(*) FROM "{table}"'))  # noqa: S608  # a name of ours

    def reasons(self, table: str, *keys: str) -> list[Row]:
        """Why the cells of a row say what they say."""
        return self.rows(REASONS, table, " ".join(keys))


@contextmanager
def stored(source: Source) -> Iterator[Store]:
    """A package as a database."""
    with for_a_while(source) as (database, path):
        database.executescript(
            "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536;" + INDEXES
        )
        database.executemany(
            "INSERT INTO headings VALUES (?, ?)", map(heading_of, database.execute(OPENINGS))
        )
        # so that other processes find it
        database.commit()
        yield Store(database, path, source)


def heading_of(article: Row) -> tuple[str, str]:
    """An article and what it is called: its title, else its first words."""
    called = article["title"] or cut(article["opening"] or "", HEADING_LETTERS)
    return article["article_id"], called or article["article_id"]
