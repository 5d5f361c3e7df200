"""Collections, record by record: lines of JSON and rows of CSV."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from io import StringIO
from typing import BinaryIO, NamedTuple, NoReturn

from summitry.page import Dispatch
from summitry.read.decode import decoded
from summitry.read.records import KINDS, TOO_LARGE, article_of
from summitry.read.unfit import Unfit, shown
from summitry.settings import MAX_ARTICLE_BYTES, PIECE_BYTES


class Row(NamedTuple):
    """The bytes of one record and the line of the file that it begins on."""

    line: int
    size: int
    raw: bytes
    """The first of them, if there are more than an article may have."""
    closed: bool
    """Whether every quotation mark of a CSV row is closed."""


class Record(NamedTuple):
    """One record of a file: where it stands, the article or what is wrong with it."""

    place: str | None
    """Null where the file holds nothing else."""
    article: Dispatch | Unfit


def rows_of(file: BinaryIO, *, quoted: bool) -> Iterator[Row]:
    r"""Yield the records of a file one by one; with `quoted`, a line end between quotation marks ends no row.

    >>> from io import BytesIO
    >>> [row.raw for row in rows_of(BytesIO(b'a,"b\nc"\nd,e'), quoted=True)]
    [b'a,"b\nc"\n', b'd,e']
    """
    line = first = 1
    size, marks, raw = 0, 0, bytearray()
    while piece := file.readline(PIECE_BYTES):
        size += len(piece)
        marks += piece.count(b'"') if quoted else 0
        if size <= MAX_ARTICLE_BYTES:
            raw += piece
        line += piece.endswith(b"\n")
        if piece.endswith(b"\n") and marks % 2 == 0:
            yield Row(first, size, bytes(raw), closed=True)
            first, size, marks, raw = line, 0, 0, bytearray()
    if size:
        yield Row(first, size, bytes(raw), closed=marks % 2 == 0)


def record_count(file: BinaryIO, *, table: bool) -> int:
    r"""How many records a file has; the first row of a table names its columns.

    >>> from io import BytesIO
    >>> record_count(BytesIO(b'id,text\na,"b\nc"\n\nd,e'), table=True)
    2
    """
    rows = rows_of(file, quoted=table)
    return sum(bool(row.raw.strip()) or row.size > MAX_ARTICLE_BYTES for row in rows) - table


def unbroken(row: Row) -> bytes:
    """The bytes of a row that was read whole, without its line end."""
    if not row.closed:
        raise Unfit(None, "a quotation mark that is open until the end of the file", "a closed one")
    if row.size > MAX_ARTICLE_BYTES:
        raise Unfit(None, f"a record of {row.size:,} bytes", TOO_LARGE)
    return row.raw.removesuffix(b"\n").removesuffix(b"\r")


def json_records(file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
    """Yield the records of a file of JSON lines; empty lines hold none."""
    for row in rows_of(file, quoted=False):
        if row.raw.strip() or row.size > MAX_ARTICLE_BYTES:
            yield Record(f"line {row.line}", attempt(row, source, json_mapping, for_tables=for_tables))


def csv_records(file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
    """Yield the records of a CSV file, whose first row names the columns; empty lines hold none."""
    rows = rows_of(file, quoted=True)
    columns = columns_of(next(rows, Row(1, 0, b"", closed=True)), dated=for_tables)
    for row in rows:
        if row.raw.strip() or row.size > MAX_ARTICLE_BYTES:
            mapping = partial(csv_mapping, columns)
            yield Record(f"line {row.line}", attempt(row, source, mapping, for_tables=for_tables))


def attempt(
    row: Row, source: str, mapping: Callable[[str], Mapping[str, object]], *, for_tables: bool
) -> Dispatch | Unfit:
    """The article in a row, or what is wrong with the row."""
    try:
        raw = unbroken(row)
        return article_of(mapping(decoded(raw)), source, sha256(raw).hexdigest(), for_tables=for_tables)
    except Unfit as unfit:
        return unfit


def json_mapping(text: str) -> Mapping[str, object]:
    """The object that a line of JSON holds.

    >>> json_mapping('{"id": 1}')
    {'id': 1}
    """
    value = json_value(text)
    if not isinstance(value, dict):
        raise Unfit(None, KINDS.get(type(value), "text" if value is not None else "null"), "a JSON object")
    return value


def json_value(text: str) -> object:
    """The value that some JSON holds."""
    try:
        return json.loads(text, object_pairs_hook=once_each, parse_constant=no_constant)
    except json.JSONDecodeError as error:
        there = text[error.pos :].strip()
        found = f"“{shown(there)}”" if there else "the end of the line"
        raise Unfit(f"character {error.pos + 1}", f"{found} ({error.msg})", "a JSON object") from error
    except (ValueError, RecursionError) as error:
        raise Unfit(None, "a number or a nesting beyond all bounds", "a JSON object") from error


def once_each(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """The members of a JSON object; a name that comes twice is refused, as one value would be lost."""
    members = dict(pairs)
    if len(members) < len(pairs):
        twice = repeated(name for name, _ in pairs)
        raise Unfit(None, f"“{shown(twice)}” twice in one object", "each name once")
    return members


def repeated(names: Iterable[str]) -> str:
    """The first of the names that comes more than once."""
    return next(name for name, count in Counter(names).items() if count > 1)


def no_constant(name: str) -> NoReturn:
    """Stop at NaN and Infinity, which Python reads but JSON does not have."""
    raise Unfit(None, name, "JSON")


def columns_of(row: Row, *, dated: bool) -> tuple[str, ...]:
    """The names in the first row of a CSV file, if all that are needed are there."""
    columns = tuple(cells_of(decoded(unbroken(row))))
    needed = ("id", "date", "text") if dated else ("id", "text")
    if missing := [name for name in needed if name not in columns]:
        named = shown(",".join(columns)) or "nothing"
        wanted = f"the columns {', '.join(needed)}, separated by commas"
        raise Unfit("line 1", f"no column {' and no column '.join(missing)} in “{named}”", wanted)
    if len(set(columns)) < len(columns):
        raise Unfit("line 1", f"two columns “{shown(repeated(columns))}”", "each column once")
    return columns


def csv_mapping(columns: Sequence[str], text: str) -> Mapping[str, object]:
    """The cells of a row by column; an empty cell is null."""
    cells = cells_of(text)
    if len(cells) != len(columns):
        raise Unfit(None, f"{len(cells)} cells", f"{len(columns)}, one a column")
    return {column: value or None for column, value in zip(columns, cells, strict=True)}


def cells_of(text: str) -> list[str]:
    """The cells of one row of CSV, as RFC 4180 writes them.

    >>> cells_of('a,"b, ""c"" d"')
    ['a', 'b, "c" d']
    """
    # The module's own bound on a cell is for the whole process, so it is set back.
    bound = csv.field_size_limit(MAX_ARTICLE_BYTES)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Unfit(None, f"no row of CSV ({error})", "cells as in RFC 4180") from error
    finally:
        csv.field_size_limit(bound)
    if len(rows) > 1:
        raise Unfit(None, "a line end outside quotation marks", "cells as in RFC 4180")
    return rows[0] if rows else []
