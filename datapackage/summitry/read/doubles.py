"""Each article once and each id once: what was seen waits on the disk, so that it can be any number."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Final, NamedTuple

from summitry.errors import UnusableOutput
from summitry.page import Dispatch
from summitry.read.unfit import Unfit
from summitry.rows import Refusal
from summitry.settings import SEEN_IN_MEMORY_BYTES

# what is gone at the end anyway needs no journal: nothing has to survive a crash
SET_UP: Final = f"""
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = {-SEEN_IN_MEMORY_BYTES // 1024};
    CREATE TABLE seen (sha256 BLOB PRIMARY KEY, article_id TEXT NOT NULL UNIQUE, place TEXT NOT NULL)
        WITHOUT ROWID;
    BEGIN;
"""
ADD: Final = "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)"
PLACE_OF_BYTES: Final = "SELECT place FROM seen WHERE sha256 = ?"
PLACE_OF_ID: Final = "SELECT place FROM seen WHERE article_id = ?"


class Find(NamedTuple):
    """What one place holds."""

    source: str
    place: str | None
    article: Dispatch | Unfit

    def __str__(self) -> str:
        return f"{self.source}, {self.place}" if self.place else self.source


def without_doubles(found: Iterable[Find]) -> Iterator[Dispatch | Refusal]:
    """Yield articles and refusals; of two with the same bytes or the same id only the first is an article."""
    # without a name it is a file of our own that the system deletes; only one thread at a time comes here
    with closing(sqlite3.connect("", isolation_level=None, check_same_thread=False)) as seen:
        seen.executescript(SET_UP)
        for find in found:
            if isinstance(find.article, Unfit):
                yield find.article.refusal(find.source, find.place)
            else:
                yield refusal_of_double(seen, find, find.article) or find.article


def refusal_of_double(seen: sqlite3.Connection, find: Find, article: Dispatch) -> Refusal | None:
    """The refusal of an article that was seen before, or whose id was; else it is seen from now on."""
    key = bytes.fromhex(article.sha256)
    with temporary():
        if seen.execute(ADD, (key, article.article_id, str(find))).rowcount:
            return None
        if first := seen.execute(PLACE_OF_BYTES, (key,)).fetchone():
            return Refusal(find.source, find.place, f"a copy of {first[0]}", "each article once")
        (first,) = seen.execute(PLACE_OF_ID, (article.article_id,)).fetchone()
    taken = f"the id {article.article_id}, which {first} has"
    return Refusal(find.source, find.place, taken, "an id of its own")


@contextmanager
def temporary() -> Iterator[None]:
    """Turn what SQLite says of a temporary file into one line."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise UnusableOutput(
            f"the folder for temporary files: found “{error}”, as SQLite says; expected room to write, "
            "there or in the folder that TMPDIR names"
        ) from error
