"""Tables with a rare word wherever a cell holds words of an article, and what reads files of any form."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from sound_tables import VISIT, sound_tables
from summitry.package import write_package
from summitry.rows import Tables
from summitry.schema import table_schemas
from summitry.wordless import columns_with_words

RARE = "quixblat"
PEOPLE = f"Danish {RARE} engineers"
NEW = f"2019-06-norland-danish-{RARE}-engineers"
NAME = f"Visit of {PEOPLE}, Norland"
"""The meeting of people whom nobody names, whose id and name are made from the words for them."""


def words_told(table, row, field):
    """What a cell is where its column holds words: a text with the rare word, if the row is such a one."""
    words = field.words
    if words is None or words.within or getattr(row, field.name) is None:
        return getattr(row, field.name)
    if words.where and getattr(row, words.where[0]) not in words.where[1]:
        return getattr(row, field.name)
    if words.cell and tuple(getattr(row, name) for name in words.cell) not in columns_with_words():
        return getattr(row, field.name)
    return f"The {RARE} of {table.name}"


def of_people_without_names(tables):
    """The tables with a meeting of people whom nobody names: its id and name are made from words for them."""
    meetings = tuple(
        replace(
            row, meeting_id=NEW, name=f"Visit of {PEOPLE}, Norland", delegation=PEOPLE, participant_count=0
        )
        if row.meeting_id == VISIT
        else row
        for row in tables.meetings
    )
    rest = {
        "participants": tuple(row for row in tables.participants if row.meeting_id != VISIT),
        "reports": tuple(
            replace(row, meeting_id=NEW) if row.meeting_id == VISIT else row for row in tables.reports
        ),
        "quotes": tables.quotes,
        "evidence": tuple(
            replace(row, row_id=NEW) if row.row_id == VISIT else row for row in tables.evidence
        ),
    }
    return tables._replace(meetings=meetings, **rest)


def secret_tables() -> Tables:
    """Sound tables in which each cell with words of an article has the rare word."""
    tables = of_people_without_names(sound_tables())
    filled = tables._replace(
        articles=tuple(replace(row, title="A title", byline="By Ann Lee") for row in tables.articles),
        meetings=tuple(replace(row, venue="A hall") for row in tables.meetings),
    )
    found = {
        name: tuple(
            replace(row, **{field.name: words_told(table, row, field) for field in table.fields})
            for row in getattr(filled, name)
        )
        for name, table in table_schemas().items()
    }
    # the words that are part of an id and a name
    people = tuple(
        replace(row, delegation=PEOPLE) if row.meeting_id == NEW else row for row in found["meetings"]
    )
    return Tables(**found | {"meetings": people})


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Path:
    """A package with the rare word."""
    return write_package(secret_tables(), tmp_path_factory.mktemp("whole")).parent


@pytest.fixture(scope="session")
def wordless(tmp_path_factory) -> Path:
    """The same without the words of articles."""
    return write_package(secret_tables(), tmp_path_factory.mktemp("wordless"), text="none").parent


def texts_in(path: Path) -> Iterator[bytes]:
    """Yield what a file holds, and what lies in it packed; of a folder, of all its files."""
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            yield each.name.encode()
            yield from texts_in(each) if each.is_file() else ()
        return
    yield path.read_bytes()
    if is_zipfile(path):
        with ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    if path.suffix == ".parquet":
        import pyarrow.parquet as pq  # noqa: PLC0415  # a second, for this form alone

        read = pq.read_table(path)
        yield json.dumps([read.to_pylist(), str(read.schema.metadata)], default=str).encode()
    if path.suffix in {".sqlite", ".duckdb"}:
        yield rows_in(path).encode()


def rows_in(path: Path) -> str:
    """Every row of a database."""
    import duckdb  # noqa: PLC0415  # the same

    base = sqlite3.connect(path) if path.suffix == ".sqlite" else duckdb.connect(str(path), read_only=True)
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        if path.suffix == ".sqlite"
        else "SELECT table_name FROM information_schema.tables"
    )
    found = [
        base.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608  # a name of ours
        for (name,) in base.execute(names).fetchall()
    ]
    base.close()
    return str(found)


def tells(path: Path, word: str = RARE) -> bool:
    """Whether a word stands anywhere in a file or a folder, in whatever case."""
    return any(word.encode() in held.lower() for held in texts_in(path))


@pytest.fixture(scope="session")
def telling():
    """Whether a word stands anywhere in a file or a folder."""
    return tells
