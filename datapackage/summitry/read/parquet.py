"""Articles in Parquet: a row is a record, and no more rows are held than need be.

What a file says of its single columns (their sizes, their statistics) is not looked at: where that is
damaged, the library ends the whole process.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from io import BufferedReader
from typing import TYPE_CHECKING, Final

from summitry.page import Dispatch
from summitry.read.bounds import ROWS_OF_PARQUET
from summitry.read.collection import Asked, Record, article_in_fields
from summitry.read.columns import Layout, expect, layout_of, refuse_repeated
from summitry.read.packed import seekable
from summitry.read.records import fingerprint, text_of
from summitry.read.terms import FIELDS
from summitry.read.unfit import Unfit
from summitry.settings import PIECE_BYTES

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

WHOLE: Final = "a whole Parquet file"


def parquet_records(file: BufferedReader, asked: Asked) -> Iterator[Record]:
    """Yield the records of a Parquet file, row group by row group; other columns are not read."""
    with seekable(file) as plain_file:
        with whole():
            table = opened(plain_file)
        layout = layout_in(table, asked)
        row = 0
        for group in range(table.metadata.num_row_groups):
            for record in records_in(table, group, layout):
                row += 1
                yield Record(f"row {row}", attempt(record, asked))


def row_count(file: BufferedReader) -> int:
    """How many rows a Parquet file has, as its own end says."""
    with whole():
        return int(opened(file).metadata.num_rows)


def opened(file: BufferedReader) -> "ParquetFile":
    """The file, whose description of itself is no larger than it is itself."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415  # only for Parquet

    return ParquetFile(file, buffer_size=PIECE_BYTES, pre_buffer=False)


def layout_in(table: "ParquetFile", asked: Asked) -> Layout:
    """Which column of the file means what."""
    names = tuple(table.schema_arrow.names)
    refuse_repeated(names)
    layout = layout_of(names, asked.columns)
    expect(layout, ["date", "text"] if asked.dated else ["text"], names)
    return layout


def records_in(table: "ParquetFile", group: int, layout: Layout) -> Iterator[Mapping[str, object]]:
    """Yield what the rows of a group tell, by the names of our own."""
    columns = list(dict.fromkeys(layout.values()))
    with whole():
        batches = table.iter_batches(ROWS_OF_PARQUET, row_groups=[group], columns=columns, use_threads=False)
    while True:
        with whole():
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else []
        if batch is None:
            return
        for row in rows:
            yield {name: plain(row[column]) for name, column in layout.items()}


def plain(value: object) -> object:
    """A value as a record of JSON would have it; of a time its day, in the zone of its column.

    >>> plain(date(2019, 5, 14)), plain(7)
    ('2019-05-14', 7)
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value


def attempt(fields: Mapping[str, object], asked: Asked) -> Dispatch | Unfit:
    """The article in a row, or what is wrong with it."""
    try:
        digest = fingerprint({name: text_of(fields, name) for name in FIELDS})
        return article_in_fields(fields, asked, digest)
    except Unfit as unfit:
        return unfit


@contextmanager
def whole() -> Iterator[None]:
    """Turn what the library says of a damaged file into one line."""
    try:
        yield
    except Unfit:
        raise
    except Exception as error:  # whatever a library says of strange bytes
        raise Unfit(None, "no sound Parquet", WHOLE) from error
