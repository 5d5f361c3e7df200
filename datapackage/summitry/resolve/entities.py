"""One entity over all articles: its name, its id, and what is counted of it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from summitry.read.keys import is_taken_otherwise
from summitry.resolve.drafts import Known
from summitry.resolve.referents import Referent, slug_key
from summitry.rows import Entity
from summitry.settings import HASH_LETTERS

BY_HAND: Final = "curated:"
"""What the keys of entities begin with that only a correction makes known."""


WITH_POSITION: Final = {"person", "place"}
"""The types of what can have a position."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What all articles together say of one entity."""

    referent: Referent
    name: str
    mentions: int
    articles: int
    decided: tuple[tuple[str, str | None], ...] = ()
    """The cells that a person decided."""
    reviewed: bool = False


def entry_of(told: Iterable[Known]) -> Entry:
    """What articles, in the order of publication, say of one entity.

    The latest that knows what its position is says it.
    """
    articles = iter(told)
    first = next(articles)
    referent, mentions, names = first.referent, first.mentions, Counter(dict(first.names))
    count = int(bool(mentions))
    for one in articles:
        referent = later(referent, one.referent)
        mentions += one.mentions
        names.update(dict(one.names))
        # who is only said to speak has no mention in an article
        count += bool(one.mentions)
    return Entry(referent, name_of(referent, names), mentions, count)


def later(known: Referent, new: Referent) -> Referent:
    """What the later article says of an entity, with what only the earlier one knew."""
    return replace(
        new,
        label=new.label or known.label,
        position=new.position or known.position,
        country_code=new.country_code or known.country_code,
        gender=new.gender or known.gender,
        office=new.office if new.position else known.office,
    )


def name_of(referent: Referent, names: Counter[str]) -> str:
    """The fullest form that the articles use; of countries and known bodies the common English name."""
    common = referent.position == "country" or referent.type == "organization"
    if referent.label and (common or not names):
        return referent.label
    forms = names or Counter({referent.label or referent.key.partition(":")[2]: 1})
    return max(forms, key=lambda form: (len(form.split()), len(form), forms[form], form))


def slug_of(entry: Entry) -> str:
    """The slug of the knowledge's label where the entity is linked, else of the name that articles use.

    One that a person has named has the id that was given to it.
    """
    referent = entry.referent
    if referent.key.startswith(BY_HAND):
        return referent.key.removeprefix(BY_HAND)
    slug = slug_key(referent.label if referent.wikidata_id and referent.label else entry.name)
    if slug and not is_taken_otherwise(slug):
        return slug
    return f"{referent.type}-{slug or short_hash(referent.key)}"


def as_decided(entry: Entry, decided: Sequence[tuple[str, str | None]]) -> Entry:
    """An entry with the cells that a person decided; its id stays that of its earlier name."""
    cells: dict[str, Any] = {field: value for field, value in decided if field != "name"}
    if cells.get("geonames_id"):
        cells["geonames_id"] = int(cells["geonames_id"])
    name = dict(decided).get("name") or entry.name
    referent = replace(entry.referent, **cells)
    # what only things of another type have is not told of this one
    if referent.type not in WITH_POSITION:
        referent = replace(referent, position=None)
    if referent.type != "place":
        referent = replace(referent, geonames_id=None)
    return replace(entry, referent=referent, name=name, decided=tuple(decided), reviewed=True)


def short_hash(text: str) -> str:
    """A few letters that tell two things of one name apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:HASH_LETTERS]


def entity_row(entity_id: str, entry: Entry) -> Entity:
    """One row of the table."""
    referent = entry.referent
    return Entity(
        entity_id=entity_id,
        name=entry.name,
        type=referent.type,
        position=referent.position,
        country_code=referent.country_code,
        wikidata_id=referent.wikidata_id,
        geonames_id=referent.geonames_id,
        mention_count=entry.mentions,
        article_count=entry.articles,
        reviewed=entry.reviewed,
    )
