"""Corrections with the things they speak of by their keys, and the articles they are about."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from summitry.curated.removals import tombstone
from summitry.curated.rows import (
    Correction,
    EntityCell,
    Identity,
    Judgement,
    MeetingFact,
    Naming,
    Removal,
    Voice,
)
from summitry.page import Span
from summitry.resolve.entities import BY_HAND, Entry, as_decided
from summitry.resolve.referents import Referent

PARAGRAPH: Final = re.compile(r"(.+)-p([0-9]{3,})")
Placed = Naming | Voice | MeetingFact | Judgement
"""Corrections that can name the words they are about."""

ENTITIES_OF_FACTS: Final = {"place_id", "participant"}


@dataclass(frozen=True, slots=True)
class Book:
    """All corrections of a build."""

    corrections: tuple[Correction, ...]
    entries: Mapping[str, Entry]
    """Every entity that a correction names, by its id."""
    names: Mapping[str, frozenset[str]]
    """How those that are to be removed are called in all articles, by key."""
    merges: Mapping[str, str]
    """For the id of an entity that is another in all articles the id of that one."""
    now: Mapping[str, Referent]
    """Every entity that a correction names as its cells are to be, by its key."""

    def own_key(self, entity_id: str) -> str:
        """The key of an entity as the articles alone have it."""
        return self.entries[entity_id].referent.key

    def key(self, entity_id: str) -> str:
        """The key of an entity, or of the one that it is merged into."""
        return self.own_key(last_of(entity_id, self.merges) or entity_id)

    def referent(self, entity_id: str) -> Referent:
        """An entity, or the one that it is merged into, as its cells are to be."""
        return self.now[self.key(entity_id)]

    def identities(self, article_id: str) -> dict[str, str]:
        """For the keys of things that are others in an article, the keys of these."""
        wide = {id_: id_ for id_ in self.merges}
        narrow = {
            one.entity_id: one.into
            for one in self.corrections
            if isinstance(one, Identity) and one.article_id == article_id
        }
        return {self.own_key(old): self.key(new) for old, new in (wide | narrow).items()}

    def here(self, article_id: str) -> Iterator[Correction]:
        """Yield those that are about one article, or about every one."""
        return (one for one in self.corrections if article_of(one) in {None, article_id})


def article_of(one: Correction) -> str | None:
    """The article that a correction is about; null for those that hold everywhere."""
    if isinstance(one, Placed) and one.paragraph_id:
        return split(one.paragraph_id)[0]
    return one.article_id if isinstance(one, Naming | Identity) else None


def split(paragraph_id: str) -> tuple[str, int]:
    """The article of a paragraph, and its place in it from 0.

    >>> split("oslo-p002")
    ('oslo', 1)
    """
    found = PARAGRAPH.fullmatch(paragraph_id)
    return (found[1], int(found[2]) - 1) if found else (paragraph_id, -1)


def span_of(one: Placed) -> Span | None:
    """The words that a correction is about."""
    if one.paragraph_id is None or one.start is None or one.end is None:
        return None
    return Span(split(one.paragraph_id)[1], one.start, one.end)


def entities_of(one: Correction) -> Iterator[str]:
    """Yield the ids of the entities that must be there for a correction to be made."""
    match one:
        case Identity():
            yield from (one.entity_id, one.into)
        case MeetingFact() if one.field in ENTITIES_OF_FACTS and one.value:
            yield one.value
        case Naming() | Voice() | Judgement() if one.entity_id:
            yield one.entity_id
        case EntityCell():
            yield one.entity_id


def merges_of(corrections: Iterable[Correction]) -> dict[str, str]:
    """The entities that are others in all articles, each with the one that it is."""
    return {
        one.entity_id: one.into for one in corrections if isinstance(one, Identity) and one.article_id is None
    }


def last_of(entity_id: str, merges: Mapping[str, str]) -> str | None:
    """The entity at the end of a chain of merges; none where the chain is a circle.

    >>> last_of("a", {"a": "b", "b": "c"}), last_of("a", {"a": "b", "b": "a"}), last_of("a", {})
    ('c', None, 'a')
    """
    seen = {entity_id}
    while entity_id in merges:
        entity_id = merges[entity_id]
        if entity_id in seen:
            return None
        seen.add(entity_id)
    return entity_id


def cells_by_id(corrections: Iterable[Correction]) -> dict[str, dict[str, str | None]]:
    """The cells of entities that a person decided, by id and column."""
    cells: dict[str, dict[str, str | None]] = {}
    for one in corrections:
        if isinstance(one, EntityCell):
            cells.setdefault(one.entity_id, {})[one.field] = one.value
    return cells


def book_of(
    corrections: Iterable[Correction], entries: Mapping[str, Entry], names: Mapping[str, frozenset[str]]
) -> Book:
    """The book of some corrections and the entities that they name."""
    corrections = tuple(corrections)
    cells = cells_by_id(corrections)
    now = {
        entry.referent.key: as_decided(entry, tuple(cells.get(id_, {}).items())).referent
        for id_, entry in entries.items()
    }
    return Book(corrections, entries, names, merges_of(corrections), now)


def new_entries(corrections: Iterable[Correction]) -> dict[str, Entry]:
    """The entities that have a name and a type by hand, by id."""
    return {
        id_: Entry(
            Referent(
                key=f"{BY_HAND}{id_}",
                type=of["type"],  # type: ignore[arg-type]  # the types were looked at
                label=of["name"],
                position=of.get("position"),
                country_code=of.get("country_code"),
                wikidata_id=of.get("wikidata_id"),
                geonames_id=int(of["geonames_id"] or 0) or None if "geonames_id" in of else None,
            ),
            of["name"] or "", 0, 0,
        )
        for id_, of in cells_by_id(corrections).items()
        if {"name", "type"} <= of.keys()
    }  # fmt: skip


def is_removed(corrections: Iterable[Correction]) -> Callable[[str], bool]:
    """Whether the entity of an id is to be removed; the removals have the id, or its tombstone."""
    gone = {one.id for one in corrections if isinstance(one, Removal) and one.table == "entities"}
    return lambda id_: bool(gone) and not gone.isdisjoint({id_, tombstone("entities", id_)})
