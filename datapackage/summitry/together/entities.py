"""The entities of all articles, with their ids."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from summitry.parts import decoded, encoded
from summitry.resolve.drafts import Known
from summitry.resolve.entities import Entry, entry_of, slug_of
from summitry.settings import HASH_LETTERS
from summitry.together.store import Store

Add = Callable[[Sequence[Any]], None]

TOLD: Final = """
    SELECT key, seq, said FROM known ORDER BY key, published_on, article_id
"""

TABLES: Final = """
    CREATE TABLE entities (entity BIGINT, key VARCHAR, slug VARCHAR, entry BLOB);
    CREATE TABLE named (seq BIGINT, entity BIGINT);
"""

IDS: Final = """
    CREATE TABLE ids AS
    SELECT entity, key, entry,
        CASE WHEN slug IN (SELECT slug FROM entities GROUP BY slug HAVING count(*) > 1)
        THEN slug || '-' || left(sha256(key), {letters}) ELSE slug END AS id
    FROM entities
"""
"""An id is the slug of the name; where two have one slug, each takes a short hash of its key."""


def find_entities(store: Store) -> None:
    """Fill `ids`: for each key its id and what all articles say of it; and `named`: who names which.

    Both go by a number, in the order of the keys.
    """
    store.run(TABLES)
    with store.inserting("entities") as add, store.inserting("named") as name:
        for number, (key, told) in enumerate(groupby(store.in_order(TOLD), key=itemgetter(0))):
            entry = entry_of(sayings(told, number, name))
            add((number, key, slug_of(entry), encoded(entry)))
    store.run(IDS.format(letters=HASH_LETTERS))
    store.run("DROP TABLE known; DROP TABLE entities")


def sayings(told: Iterable[tuple[Any, ...]], number: int, name: Add) -> Iterator[Known]:
    """Yield what each article says of an entity, and enter that it names it."""
    for _, seq, said in told:
        name((seq, number))
        yield decoded(Known, said)


def entries(store: Store) -> Iterator[tuple[str, Entry]]:
    """Yield the id of each entity, and what all articles say of it."""
    return ((id_, decoded(Entry, entry)) for id_, entry in store.rows("SELECT id, entry FROM ids"))
