"""The entities of all articles, with their ids."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from summitry.parts import decoded, encoded
from summitry.resolve.drafts import Known
from summitry.resolve.entities import Entry, entry_of, slug_of
from summitry.settings import HASH_LETTERS
from summitry.together.store import Store

TOLD: Final = """
    SELECT known.key, known.said
    FROM (SELECT published_on, article_id, unnest(known) AS known FROM drafts)
    ORDER BY known.key, published_on, article_id
"""

IDS: Final = """
    CREATE TABLE ids AS
    SELECT key, entry,
        CASE WHEN count(*) OVER (PARTITION BY slug) = 1 THEN slug
        ELSE slug || '-' || left(sha256(key), {letters}) END AS id
    FROM entities
"""
"""An id is the slug of the name; where two have one slug, each takes a short hash of its key."""


def find_entities(store: Store) -> None:
    """Fill the table `ids`: for each key its id, and what all articles say of it."""
    store.run("CREATE TABLE entities (key VARCHAR, slug VARCHAR, entry BLOB)")
    store.insert("entities", entity_cells(store))
    store.run(IDS.format(letters=HASH_LETTERS))


def entity_cells(store: Store) -> Iterator[tuple[Any, ...]]:
    """Yield each entity once."""
    for key, told in groupby(store.rows(TOLD), key=itemgetter(0)):
        entry = entry_of(decoded(Known, said) for _, said in told)
        yield key, slug_of(entry), encoded(entry)


def entries(store: Store) -> Iterator[tuple[str, Entry]]:
    """Yield the id of each entity, and what all articles say of it."""
    return ((id_, decoded(Entry, entry)) for id_, entry in store.rows("SELECT id, entry FROM ids"))
