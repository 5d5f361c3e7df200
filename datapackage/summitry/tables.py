"""The canonical form of a table, and files that are old or new and nothing between.

UTF-8, LF, commas, quotes only where needed, one header row, rows in one order; an empty cell is null.
"""

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, NoReturn

from summitry.errors import InvalidTables, UnreadableInput, UnusableOutput
from summitry.rows import (
    Article,
    Entity,
    Evidence,
    Meeting,
    Mention,
    Paragraph,
    Participant,
    Quote,
    Report,
    Speaker,
    Tables,
)
from summitry.schema import TABLES, Field, table_schema

Row = Article | Paragraph | Entity | Mention | Quote | Speaker | Meeting | Participant | Report | Evidence

ROW_TYPES: Final[Mapping[str, Callable[..., Row]]] = {
    "articles": Article,
    "paragraphs": Paragraph,
    "entities": Entity,
    "mentions": Mention,
    "quotes": Quote,
    "speakers": Speaker,
    "meetings": Meeting,
    "participants": Participant,
    "reports": Report,
    "evidence": Evidence,
}

READERS: Final[Mapping[str, tuple[str, str, Callable[[str], Any]]]] = {
    "string": ("(?s:.+)", "text", str),
    "integer": ("0|-?[1-9][0-9]*", "an integer", int),
    "number": ("-?[0-9]+[.][0-9]{2}", "a number with two decimals", float),
    "boolean": ("true|false", "true or false", "true".__eq__),
    "date": ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date as YYYY-MM-DD", date.fromisoformat),
}
"""For each type the one form that a cell may have, that form in words, and how to read it."""

NEEDS_QUOTES: Final = re.compile(r'[,"\r\n]')

LONGEST_CELL: Final = 2**31 - 1
"""The csv module refuses longer cells; its default of 131,072 characters is shorter than some paragraphs."""


def in_order(tables: Tables) -> Tables:
    """The same rows in the published order, which depends on nothing but the rows."""
    articles = sorted(tables.articles, key=attrgetter("published_on", "article_id"))
    article = places(row.article_id for row in articles)
    paragraphs = sorted(tables.paragraphs, key=lambda row: (article(row.article_id), row.position))
    paragraph = places(row.paragraph_id for row in paragraphs)

    def reading(id_name: str) -> Callable[[Any], tuple[Any, ...]]:
        return lambda row: (paragraph(row.paragraph_id), row.start, row.end, getattr(row, id_name))

    return Tables(
        articles=tuple(articles),
        paragraphs=tuple(paragraphs),
        entities=tuple(sorted(tables.entities, key=attrgetter("entity_id"))),
        mentions=tuple(sorted(tables.mentions, key=reading("mention_id"))),
        quotes=tuple(sorted(tables.quotes, key=reading("quote_id"))),
        speakers=tuple(sorted(tables.speakers, key=attrgetter("quote_id", "entity_id"))),
        meetings=tuple(sorted(tables.meetings, key=attrgetter("meeting_id"))),
        participants=tuple(sorted(tables.participants, key=attrgetter("meeting_id", "entity_id"))),
        reports=tuple(sorted(tables.reports, key=reading("report_id"))),
        evidence=tuple(
            sorted(tables.evidence, key=attrgetter("table", "row_id", "field", "value", "evidence_id"))
        ),
    )


def places(ids: Iterable[str]) -> Callable[[str], tuple[int, str]]:
    """Where each id stands; ids that stand nowhere come last, by code point.

    >>> place = places(["b", "a"])
    >>> sorted(["z", "a", "b"], key=place)
    ['b', 'a', 'z']
    """
    known = {each: place for place, each in enumerate(ids)}
    return lambda each: (known.get(each, len(known)), each)


def table_bytes(name: str, rows: Iterable[Row]) -> bytes:
    r"""The table as a CSV file holds it, in the order of the rows given.

    >>> table_bytes("speakers", [Speaker("q-1", "ann-lee", None, 0.9)])
    b'quote_id,entity_id,mention_id,confidence\nq-1,ann-lee,,0.90\n'
    """
    header = ",".join(table_schema(name).field_names)
    return "".join(f"{line}\n" for line in (header, *lines_of(name, rows))).encode()


def lines_of(name: str, rows: Iterable[Row]) -> Iterator[str]:
    """Yield each row as its line in a CSV file, without the end of the line.

    >>> list(lines_of("speakers", [Speaker("q-1", "ann-lee", None, 0.9)]))
    ['q-1,ann-lee,,0.90']
    """
    values_of = attrgetter(*table_schema(name).field_names)
    return (",".join(map(cell_of, values_of(row))) for row in rows)


def cell_of(value: object) -> str:
    """A cell as a CSV file holds it.

    >>> [cell_of(value) for value in (None, True, 0.5, 7, date(2019, 5, 14), "Oslo, Norway")]
    ['', 'true', '0.50', '7', '2019-05-14', '"Oslo, Norway"']
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.2f}"
        case date():
            return value.isoformat()
        case _:
            return quoted(str(value))


def quoted(cell: str) -> str:
    """The text in quotes where a reader needs them (RFC 4180, section 2).

    >>> print(quoted("“Yes”"), quoted("yes, no"))
    “Yes” "yes, no"
    """
    # by hand, because what the csv module quotes depends on the version of Python
    return '"' + cell.replace('"', '""') + '"' if NEEDS_QUOTES.search(cell) else cell


def write_tables(tables: Tables, folder: Path) -> None:
    """Write every table to a folder, in the published order: all of them, or none if that fails."""
    with replacement() as write:
        for name, rows in in_order(tables)._asdict().items():
            write(folder / f"{name}.csv", table_bytes(name, rows))


def read_tables(folder: Path) -> Tables:
    """Every table of a folder, as typed rows."""
    return Tables(*(read_table(name, folder / f"{name}.csv") for name in TABLES))


def read_table(name: str, path: Path) -> tuple[Any, ...]:
    """The rows of a CSV file, typed by the schema; a cell that is not in canonical form is an error."""
    table, row_type = table_schema(name), ROW_TYPES[name]
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text_of(path), newline=""), strict=True)
    rows = []
    try:
        if (header := next(reader, [])) != list(table.field_names):
            refuse(path, 1, "header", ",".join(header), ",".join(table.field_names))
        for cells in reader:
            if len(cells) != len(table.fields):
                refuse(path, reader.line_num, "row", f"{len(cells)} cells", f"{len(table.fields)} cells")
            values = zip(table.fields, cells, strict=True)
            rows.append(row_type(*(value_of(cell, each, path, reader.line_num) for each, cell in values)))
    except csv.Error as error:
        refuse(path, reader.line_num, "row", str(error), "CSV")
    return tuple(rows)


def value_of(cell: str, column: Field, path: Path, line: int) -> object:
    """The value that a cell stands for."""
    if not cell:
        return None
    form, expected, read = READERS[column.type]
    if not re.fullmatch(form, cell):
        refuse(path, line, column.name, cell, expected)
    try:
        return read(cell)
    except ValueError:  # the form of a date without a day, such as 2019-02-30
        refuse(path, line, column.name, cell, expected)


def text_of(path: Path) -> str:
    """The text of a CSV file."""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a CSV file") from error
    except UnicodeDecodeError as error:
        raise InvalidTables(f"{path}: byte {error.start}: found {error.reason}; expected UTF-8") from error


def refuse(path: Path, line: int, place: str, found: str, expected: str) -> NoReturn:
    """Raise what is wrong with a line of a CSV file."""
    raise InvalidTables(f"{path.name}:{line}:{place}: found {found!r}; expected {expected}")


def write_file(path: Path, content: bytes) -> None:
    """Write a file that is whole at any moment: the old one until the new one is there."""
    with replacement() as write:
        write(path, content)


@contextmanager
def replacement() -> Iterator[Callable[[Path, bytes], None]]:
    """A way to write files together: each beside its place, then all into their places, in the same order.

    If one cannot be written, none has moved and nothing is left beside it.
    """
    staged: list[tuple[Path, Path]] = []

    def write(path: Path, content: bytes) -> None:
        # the same name each time, so that the next run clears what a killed run has left
        part = path.with_name(f".{path.name}.part")
        staged.append((part, path))
        with usable(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_part(part, content)

    try:
        yield write
        for part, path in staged:
            with usable(path):
                os.replace(part, path)  # noqa: PTH105  # the call that POSIX promises to be atomic
            settle(path.parent)
    finally:
        for part, _ in staged:
            with suppress(OSError):
                part.unlink()


def write_part(part: Path, content: bytes) -> None:
    """Write the bytes and wait until the disk has them."""
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Wait until the disk knows the new names in a folder; a system without that call is trusted."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def usable(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into one line that a person can act on."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusableOutput(f"{path}: found {reason}; expected a place that can be written") from error
