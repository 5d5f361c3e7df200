"""Collections, record by record: lines of JSON, and rows of CSV or TSV."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from io import StringIO
from typing import BinaryIO, Final, NamedTuple, NoReturn

from summitry.page import Dispatch
from summitry.read.columns import Layout, expect, layout_of, refuse_repeated, repeated
from summitry.read.decode import decoded
from summitry.read.records import KINDS, TOO_LARGE, article_of, made_id
from summitry.read.unfit import Unfit, shown
from summitry.settings import MAX_ARTICLE_BYTES, PIECE_BYTES

PARTED: Final = {",": ", parted by commas", "\t": ", parted by tabs"}
"""What parts the cells of a table."""


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


class Asked(NamedTuple):
    """How records are to be read."""

    source: str
    columns: Mapping[str, str]
    """The columns that the user has named."""
    dated: bool
    """Whether the records of a table must tell their days."""


def json_records(file: BinaryIO, asked: Asked) -> Iterator[Record]:
    """Yield the records of a file of JSON lines; empty lines hold none."""
    for row in rows_of(file, quoted=False):
        if row.raw.strip() or row.size > MAX_ARTICLE_BYTES:
            yield Record(f"line {row.line}", attempt(row, asked, partial(json_fields, asked.columns)))


def csv_records(file: BinaryIO, asked: Asked, *, sign: str = ",") -> Iterator[Record]:
    """Yield the records of a CSV file, whose first row names the columns; empty lines hold none."""
    rows = rows_of(file, quoted=True)
    columns, layout = columns_of(next(rows, Row(1, 0, b"", closed=True)), asked, sign)
    for row in rows:
        if row.raw.strip() or row.size > MAX_ARTICLE_BYTES:
            yield Record(f"line {row.line}", attempt(row, asked, partial(csv_fields, columns, layout, sign)))


def tsv_records(file: BinaryIO, asked: Asked) -> Iterator[Record]:
    """Yield the records of a table with tabs, quoted like CSV, as spreadsheets and pandas write it."""
    return csv_records(file, asked, sign="\t")


def attempt(row: Row, asked: Asked, fields: Callable[[str], Mapping[str, object]]) -> Dispatch | Unfit:
    """The article in a row, or what is wrong with the row."""
    try:
        raw = unbroken(row)
        return article_in_fields(fields(decoded(raw)), asked, sha256(raw).hexdigest())
    except Unfit as unfit:
        return unfit


def article_in_fields(fields: Mapping[str, object], asked: Asked, digest: str) -> Dispatch:
    """The article of a record; one of a table without ids gets an id that only its own bytes decide."""
    if "id" not in fields:
        fields = {**fields, "id": made_id(asked.source, digest)}
    # day and key are settled later, with what is known from around the record
    return article_of(fields, asked.source, digest, for_tables=False)


def json_fields(given: Mapping[str, str], text: str) -> Mapping[str, object]:
    """What a line of JSON tells, by the names of our own."""
    members = json_mapping(text)
    there = {name: column if column in members else "" for name, column in given.items()}
    layout = layout_of(tuple(members), there)
    expect(layout, ["text"], tuple(members))
    return {name: members[column] for name, column in layout.items()}


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


def no_constant(name: str) -> NoReturn:
    """Stop at NaN and Infinity, which Python reads but JSON does not have."""
    raise Unfit(None, name, "JSON")


def columns_of(row: Row, asked: Asked, sign: str) -> tuple[tuple[str, ...], Layout]:
    """The names in the first row of a table, and which of them means what."""
    try:
        columns = tuple(cells_of(decoded(unbroken(row)), sign))
        refuse_repeated(columns)
        layout = layout_of(columns, asked.columns)
        expect(layout, ["date", "text"] if asked.dated else ["text"], columns, PARTED[sign])
    except Unfit as unfit:
        raise Unfit("line 1", unfit.found, unfit.expected) from unfit
    return columns, layout


def csv_fields(columns: Sequence[str], layout: Layout, sign: str, text: str) -> Mapping[str, object]:
    """What the cells of a row tell, by the names of our own; an empty cell is null."""
    cells = cells_of(text, sign)
    if len(cells) != len(columns):
        raise Unfit(None, f"{len(cells)} cells", f"{len(columns)}, one a column")
    told = dict(zip(columns, cells, strict=True))
    return {name: told[column] or None for name, column in layout.items()}


def cells_of(text: str, sign: str = ",") -> list[str]:
    """The cells of one row of CSV, as RFC 4180 writes them.

    >>> cells_of('a,"b, ""c"" d"')
    ['a', 'b, "c" d']
    """
    # The module's own bound on a cell is for the whole process, so it is set back.
    bound = csv.field_size_limit(MAX_ARTICLE_BYTES)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        raise Unfit(None, f"no row of CSV ({shown(str(error))})", "cells as in RFC 4180") from error
    finally:
        csv.field_size_limit(bound)
    if len(rows) > 1:
        raise Unfit(None, "a line end outside quotation marks", "cells as in RFC 4180")
    return rows[0] if rows else []
