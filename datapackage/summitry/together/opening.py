"""The parts of a build laid open in its store: what is sorted and joined, in narrow rows."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa

from summitry.parts import sayings_in
from summitry.together.store import InStep, Store

TABLES: Final = """
    CREATE TABLE known (seq BIGINT, key VARCHAR, published_on DATE, article_id VARCHAR, said BLOB);
    CREATE TABLE told (
        article_id VARCHAR, nth INTEGER, dated BOOLEAN, place_in_order BLOB, company BLOB, encounter BLOB,
        people VARCHAR[]
    );
    CREATE TABLE tellings (seq BIGINT, article_id VARCHAR, telling INTEGER, nth INTEGER);
    CREATE TABLE versions (article_id VARCHAR, telling INTEGER, version BLOB);
    CREATE TABLE signatures (
        seq BIGINT, published_on DATE, article_id VARCHAR, signature BLOB, bands BIGINT[]
    );
"""

LAY_OPEN: Final = """
    BEGIN;
    INSERT INTO known
        SELECT seq, one.key, published_on, article_id, one.said
        FROM (SELECT seq, published_on, article_id, unnest(known) AS one FROM found);
    INSERT INTO told
        SELECT article_id, one.nth, one.dated, one.place_in_order, one.company, one.encounter, one.people
        FROM (SELECT article_id, unnest(encounters) AS one FROM found);
    INSERT INTO tellings
        SELECT seq, article_id, one.telling, one.nth
        FROM (SELECT seq, article_id, unnest(tellings) AS one FROM found);
    INSERT INTO versions
        SELECT article_id, one.telling, one.version
        FROM (SELECT article_id, unnest(versions) AS one FROM found);
    INSERT INTO signatures SELECT seq, published_on, article_id, signature, bands FROM found;
    COMMIT;
"""

IN_PARTS: Final = "SELECT part, key FROM wanted ORDER BY part"

PLACES: Final = 1 << 20
"""So many places has each part among all articles, more than any has rows."""


def parts_of(store: Store) -> list[Path]:
    """The parts that hold the drafts of the articles of a build."""
    return [Path(part) for (part,) in store.rows("SELECT DISTINCT part FROM wanted ORDER BY part")]


def open_parts(store: Store, parts: Sequence[Path]) -> None:
    """Fill `known`, `told`, `tellings`, `versions` and `signatures` with what the articles of a build say."""
    store.run(TABLES)
    for part, first, wanted in wanted_in(store, parts):
        found = sayings_in(part)
        seq = pa.array(range(first, first + len(found)), pa.int64())
        mine = pa.array([key in wanted for key in found["key"].to_pylist()], pa.bool_())
        store.run_on(found.append_column("seq", seq).filter(mine), LAY_OPEN)


def wanted_in(store: Store, parts: Sequence[Path]) -> Iterator[tuple[Path, int, frozenset[str]]]:
    """Yield each part, the place of its first article among all, and the keys of those that are wanted."""
    keys = InStep(store.in_order(IN_PARTS))
    for number, part in enumerate(parts):
        yield part, number * PLACES, frozenset(key for (key,) in keys.of(str(part)))
