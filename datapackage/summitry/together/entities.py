"""The entities of all articles, with their ids."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from summitry.errors import UnfitCorrections
from summitry.parts import decoded, encoded
from summitry.resolve.drafts import Known
from summitry.resolve.entities import Entry, as_decided, entry_of, slug_of
from summitry.settings import HASH_LETTERS
from summitry.together.store import Store

Add = Callable[[Sequence[Any]], None]


class Trait(NamedTuple):
    """What a person decided of an entity, which keeps its id."""

    id: str
    cells: tuple[tuple[str, str | None], ...]
    reviewed: bool


Traits = Mapping[str, Trait]
"""By the keys of the entities."""

TOLD: Final = """
    SELECT key, seq, said FROM known ORDER BY key, published_on, article_id
"""

TABLES: Final = """
    CREATE TABLE entities (entity BIGINT, key VARCHAR, slug VARCHAR, entry BLOB);
    CREATE TABLE named (seq BIGINT, entity BIGINT);
"""

KEPT: Final = "CREATE TABLE IF NOT EXISTS kept (key VARCHAR, id VARCHAR)"
"""Ids that entities have without corrections: they keep them, so that a correction finds them ever after."""

IDS: Final = """
    CREATE VIEW twice AS
    SELECT id FROM kept UNION ALL SELECT slug FROM entities GROUP BY slug HAVING count(*) > 1;
    CREATE TABLE given AS
    SELECT entity,
        CASE
            WHEN kept.id IS NOT NULL THEN kept.id
            WHEN slug NOT IN (FROM twice) THEN slug
            WHEN count(*) OVER (PARTITION BY slug, left(sha256(entities.key), {letters})) = 1
            THEN slug || '-' || left(sha256(entities.key), {letters})
            ELSE slug || '-' || sha256(entities.key)
        END AS id
    FROM entities LEFT JOIN kept ON kept.key = entities.key;
    CREATE TABLE ids AS
    SELECT entity, key, entry, id FROM entities JOIN given USING (entity) ORDER BY entity;
"""
"""An id is the slug of the name; where several have one slug, each takes a short hash of its key.

Of hundreds with one name, two can share the short hash: these take the whole.
"""

SHARED: Final = (
    "corrections: found {wikidata_id} as the id of “{slug}” and of another; expected it of one alone"
)
UNNAMED: Final = (
    "corrections: found no mention of “{slug}”, who is to speak or meet; expected one in names.csv"
)


def find_entities(store: Store, traits: Traits | None = None) -> None:
    """Fill `ids`: for each key its id and what all articles say of it; and `named`: who names which.

    Both go by a number, in the order of the keys.
    """
    store.run(TABLES)
    store.run(KEPT)
    given = {cell for trait in (traits or {}).values() for cell in trait.cells if cell[0] == "wikidata_id"}
    taken: set[str | None] = set()
    with store.inserting("entities") as add, store.inserting("named") as name:
        for number, (key, told) in enumerate(groupby(store.in_order(TOLD), key=itemgetter(0))):
            entry = entry_of(sayings(told, number, name))
            trait = traits.get(key) if traits else None
            slug = trait.id if trait else slug_of(entry)
            if not entry.mentions:
                raise UnfitCorrections([UNNAMED.format(slug=slug)])
            if trait and trait.reviewed:
                entry = as_decided(entry, trait.cells)
            wikidata_id = entry.referent.wikidata_id
            if wikidata_id and ("wikidata_id", wikidata_id) in given:
                if wikidata_id in taken:
                    raise UnfitCorrections([SHARED.format(wikidata_id=wikidata_id, slug=slug)])
                taken.add(wikidata_id)
            add((number, key, slug, encoded(entry)))
    store.run(IDS.format(letters=HASH_LETTERS))
    store.run("DROP VIEW twice; DROP TABLE given; DROP TABLE known; DROP TABLE entities")


def sayings(told: Iterable[tuple[Any, ...]], number: int, name: Add) -> Iterator[Known]:
    """Yield what each article says of an entity, and enter that it names it."""
    for _, seq, said in told:
        name((seq, number))
        yield decoded(Known, said)


def entries(store: Store) -> Iterator[tuple[str, Entry]]:
    """Yield the id of each entity, and what all articles say of it."""
    return ((id_, decoded(Entry, entry)) for id_, entry in store.rows("SELECT id, entry FROM ids"))
