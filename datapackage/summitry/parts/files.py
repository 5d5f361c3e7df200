"""Parts: Parquet files with a row for each article, named by what went into them and what came of it."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import uuid4
from zlib import crc32

import pyarrow as pa
import pyarrow.parquet as pq

from summitry.parts.codec import decoded, encoded
from summitry.resolve.across import company_of, order_of
from summitry.resolve.copies import bands_of
from summitry.resolve.drafts import Draft, Known
from summitry.resolve.encounters import Encounter
from summitry.resolve.within import Account
from summitry.settings import DRAFTS_AT_ONCE
from summitry.tables import replacement, sort_key

SUFFIX: Final = ".parquet"


def listed(**fields: pa.DataType) -> pa.DataType:
    """A list of structures, as Parquet keeps them in a row."""
    return pa.list_(pa.struct([pa.field(name, kind, nullable=False) for name, kind in fields.items()]))


SCHEMA: Final = pa.schema(
    {
        "key": pa.string(),
        "article_id": pa.string(),
        "published_on": pa.date32(),
        "known": listed(key=pa.string(), said=pa.binary()),
        "encounters": listed(
            nth=pa.int32(), dated=pa.bool_(), place_in_order=pa.binary(), company=pa.binary(),
            encounter=pa.binary(), people=pa.list_(pa.string()),
        ),
        "tellings": listed(telling=pa.int32(), nth=pa.int32()),
        "versions": listed(telling=pa.int32(), version=pa.binary()),
        "signature": pa.binary(),
        "bands": pa.list_(pa.int64()),
        "draft": pa.binary(),
    }
)  # fmt: skip
"""What is asked of all articles together lies open; the rest of a draft is one cell."""


def write_part(folder: Path, drafts: Sequence[tuple[str, Draft]]) -> Path:
    """Write drafts, each with the key of its article, to a file that is whole or not there; its path."""
    name = sha256("".join(key for key, _ in drafts).encode()).hexdigest()[:32]
    table = pa.Table.from_pylist([row_of(key, draft) for key, draft in drafts], schema=SCHEMA)
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", row_group_size=DRAFTS_AT_ONCE)
    content = sink.getvalue().to_pybytes()
    path = folder / f"{name}{sum_of(content)}{SUFFIX}"
    # a worker that was taken for dead may be writing the same part at this moment
    with replacement(f".{uuid4().hex}") as write:
        write(path, content)
    return path


def sum_of(content: bytes) -> str:
    """What the name of a part ends in, so that damage is seen: a checksum, as the disk is no adversary.

    >>> sum_of(b"123456789")
    '-cbf43926'
    """
    return f"-{crc32(content):08x}"


def row_of(key: str, draft: Draft) -> dict[str, Any]:
    """One article as a row."""
    account = draft.account
    dispatch = account.reading.dispatch
    return {
        "key": key,
        "article_id": dispatch.article_id,
        "published_on": dispatch.published_on,
        "known": [{"key": one.key, "said": encoded(one)} for one in draft.known],
        "encounters": [encounter_cells(account, at, one) for at, one in enumerate(account.encounters)],
        "tellings": [{"telling": index, "nth": at} for index, at in sorted(account.of_telling.items())],
        "versions": [{"telling": at, "version": encoded(one)} for at, one in enumerate(draft.versions)],
        "signature": draft.signature,
        "bands": list(bands_of(draft.signature)),
        "draft": encoded(account),
    }


def encounter_cells(account: Account, at: int, one: Encounter) -> dict[str, Any]:
    """One encounter as cells: what all articles are sorted and joined by, and the whole of it."""
    tellings = [account.reading.tellings[told.index] for told in (*one.told, *one.leaned)]
    places = {one.place, *(telling.place for telling in tellings)}
    return {
        "nth": at,
        "dated": one.days.known,
        "place_in_order": sort_key(order_of(one)),
        "company": sort_key(company_of(one)),
        "encounter": encoded(one),
        "people": sorted({*one.who, *(place for place in places if place)}),
    }


def keys_in(path: Path) -> list[str]:
    """The keys of the articles of a part, in the order of its rows; none if it is not as it was written."""
    try:
        content = path.read_bytes()
    except OSError:
        return []
    if not path.stem.endswith(sum_of(content)):
        return []
    keys: list[str] = pq.read_table(pa.BufferReader(content), columns=["key"])["key"].to_pylist()
    return keys


def sayings_in(path: Path) -> pa.Table:
    """What is asked of all articles together, of those of a part: everything but the accounts."""
    with pq.ParquetFile(path) as file:
        return file.read([name for name in SCHEMA.names if name != "draft"], use_threads=False)


class Kept(NamedTuple):
    """An article as it is kept: its key, what it says of each thing, and its account."""

    key: str
    known: list[Known]
    content: bytes


def drafts_in(path: Path) -> Iterator[Kept]:
    """Yield each article of a part with all that it names."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(DRAFTS_AT_ONCE, columns=["key", "known", "draft"], use_threads=False):
            for row in batch.to_pylist():
                yield Kept(row["key"], [decoded(Known, one["said"]) for one in row["known"]], row["draft"])


def accounts_in(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the key and the account of each article of a part."""
    # in one thread: others would keep memory for themselves
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(DRAFTS_AT_ONCE, columns=["key", "draft"], use_threads=False):
            yield from zip(batch["key"].to_pylist(), batch["draft"].to_pylist(), strict=True)
