"""Corrections with the things they speak of by their keys, and the articles they are about."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

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
from summitry.resolve.decided import days_of, word_of
from summitry.resolve.entities import BY_HAND, Entry
from summitry.resolve.referents import Referent

PARAGRAPH: Final = re.compile(r"(.+)-p(\d{3,})")
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

    def key(self, entity_id: str) -> str:
        """The key of an entity."""
        return self.entries[entity_id].referent.key

    def referents(self) -> dict[str, Referent]:
        """All that corrections name, by key."""
        return {one.referent.key: one.referent for one in self.entries.values()}

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


def flaws(corrections: Iterable[Correction]) -> Iterator[str]:
    """Yield what is wrong with corrections by themselves."""
    for one in corrections:
        for check in CHECKS.get(type(one), ()):
            if flaw := check(one):
                yield f"{one.line}: {flaw}"


def of_fact(one: MeetingFact) -> str | None:
    """What is wrong with the value of a fact."""
    try:
        match one.field:
            case "date":
                days_of(one.value)
            case "status" | "kind":
                word_of(one.field, one.value)
            case "participant" if not one.value:
                return "found no entity; expected the one who took part"
    except ValueError as error:
        return f"value: {error}"
    return None


def of_place(one: Placed) -> str | None:
    """What is wrong with the place of the words."""
    given = [one.paragraph_id, one.start, one.end]
    if any(each is None for each in given) and any(each is not None for each in given):
        return "found a part of a place; expected paragraph_id, start and end, or none of them"
    if one.paragraph_id and not PARAGRAPH.fullmatch(one.paragraph_id):
        return f"paragraph_id: found “{one.paragraph_id}”; expected one such as oslo-talks-p002"
    return None


def of_judgement(one: Judgement) -> str | None:
    """What a judgement lacks to be about one row."""
    if one.table == "entities":
        if one.verdict == "wrong":
            return "found a wrong entity; expected its mentions as wrong, or the entity in removals.csv"
        return None if one.entity_id else "found no entity_id; expected that of the row"
    if one.paragraph_id is None or one.text is None:
        return "found no place; expected the paragraph, start, end and text of the row"
    if one.table in {"speakers", "participants"} and not one.entity_id:
        return "found no entity_id; expected that of the row"
    return None


def of_trait(one: EntityCell) -> str | None:
    """What is wrong with a cell of an entity."""
    if one.field in {"name", "type"} and not one.value:
        return f"found no {one.field}; expected one"
    if one.field == "geonames_id" and one.value and not one.value.isdecimal():
        return f"value: found “{one.value}”; expected a whole number"
    if one.field == "type" and one.value not in {"person", "organization", "place", "event", "document"}:
        return f"value: found “{one.value}”; expected person, organization, place, event or document"
    return None


CHECKS: Final[Mapping[type[Correction], Sequence[Callable[..., str | None]]]] = {
    Naming: (of_place,),
    EntityCell: (of_trait,),
    Voice: (of_place,),
    MeetingFact: (of_place, of_fact),
    Judgement: (of_place, of_judgement),
}
"""What is looked at in the corrections of each type."""


def new_entries(corrections: Iterable[Correction]) -> dict[str, Entry]:
    """The entities that have a name and a type by hand, by id."""
    cells: dict[str, dict[str, str | None]] = {}
    for one in corrections:
        if isinstance(one, EntityCell):
            cells.setdefault(one.entity_id, {})[one.field] = one.value
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
        for id_, of in cells.items()
        if {"name", "type"} <= of.keys()
    }  # fmt: skip


def lost(corrections: Iterable[Correction], entries: Mapping[str, Entry]) -> Iterator[str]:
    """Yield what there is to say of corrections that name an entity that is not there."""
    for one in corrections:
        for id_ in entities_of(one):
            if id_ not in entries:
                yield (
                    f"{one.line}: found no entity “{id_}”; expected one of the package, "
                    "or its name and type in entities.csv"
                )


def removals(corrections: Iterable[Correction]) -> list[str]:
    """The ids or tombstones of the entities that are to be removed."""
    return [one.id for one in corrections if isinstance(one, Removal) and one.table == "entities"]
