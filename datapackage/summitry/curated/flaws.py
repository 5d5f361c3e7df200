"""What is wrong with corrections by themselves, and with what they say of entities."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from summitry.curated.book import PARAGRAPH, Book, Placed, entities_of, last_of, merges_of
from summitry.curated.changing import can_act, can_hold
from summitry.curated.rows import Correction, EntityCell, Identity, Judgement, MeetingFact, Naming, Voice
from summitry.knowledge.countries import countries
from summitry.read import paragraph_id
from summitry.read.keys import NOTHING, article_key
from summitry.read.unfit import Unfit
from summitry.resolve.decided import days_of, word_of
from summitry.resolve.entities import BY_HAND, WITH_POSITION
from summitry.rows import EntityType

WIKIDATA: Final = re.compile(r"Q[1-9][0-9]*")
GEONAMES: Final = re.compile(r"[1-9][0-9]*")
FORMULA: Final = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""
ACTORS: Final = "expected a person, an organization or a country"


def flaws(corrections: Sequence[Correction]) -> Iterator[str]:
    """Yield what is wrong with corrections by themselves."""
    for one in corrections:
        for check in CHECKS.get(type(one), ()):
            if flaw := check(one):
                yield f"{one.line}: {flaw}"
    yield from contradictions(corrections)
    yield from circles(corrections)


def contradictions(corrections: Iterable[Correction]) -> Iterator[str]:
    """Yield the corrections that say of one thing what an earlier one says otherwise."""
    first: dict[tuple[Any, ...], tuple[str, str]] = {}
    for one in corrections:
        if claim := claim_of(one):
            about, said = claim
            line, before = first.setdefault((type(one).__name__, *about), (one.line, said))
            if said != before:
                yield f"{one.line}: found “{said}”, and “{before}” in {line}; expected one of them"


def claim_of(one: Correction) -> tuple[tuple[Any, ...], str] | None:
    """What a correction is about, and what it says of it, where only one thing can be said."""
    claim: tuple[tuple[Any, ...], str | None]
    match one:
        case EntityCell():
            claim = (one.entity_id, one.field), one.value
        case Identity():
            claim = (one.entity_id, one.article_id), one.into
        case MeetingFact() if one.field != "participant":
            claim = (*place_of(one), one.field), one.value
        case Judgement():
            claim = (one.table, *place_of(one), one.entity_id), one.verdict
        case Naming():
            # several can be meant and can speak, but not somebody and nobody
            claim = (one.text, one.article_id, *place_of(one)), "somebody" if one.entity_id else None
        case Voice():
            claim = place_of(one), "somebody" if one.entity_id else None
        case _:
            return None
    about, said = claim
    return about, said or "nothing"


def place_of(one: Placed) -> tuple[str | int | None, ...]:
    """The place of the words that a correction is about."""
    return one.paragraph_id, one.start, one.end


def circles(corrections: Sequence[Correction]) -> Iterator[str]:
    """Yield the merges that lead back to where they began."""
    merges = merges_of(corrections)
    for one in corrections:
        if isinstance(one, Identity):
            if one.entity_id == one.into:
                yield f"{one.line}: found “{one.into}” for itself; expected another entity"
            elif one.article_id is None and last_of(one.entity_id, merges) is None:
                yield f"{one.line}: found that “{one.into}” is to be “{one.entity_id}” too; expected an end"


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
            case "venue":
                return of_words(one.value)
    except ValueError as error:
        return f"value: {error}"
    return None


def of_place(one: Placed) -> str | None:
    """What is wrong with the place of the words."""
    given = [one.paragraph_id, one.start, one.end]
    if any(each is None for each in given) and any(each is not None for each in given):
        return "found a part of a place; expected paragraph_id, start and end, or none of them"
    if one.paragraph_id is None:
        return None
    found = PARAGRAPH.fullmatch(one.paragraph_id)
    if not found or paragraph_id(found[1], int(found[2])) != one.paragraph_id:
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
    value = one.value or ""
    if one.field in {"name", "type"} and not value:
        return f"found no {one.field}; expected one"
    if one.field in {"name", "position"}:
        return of_words(value)
    holds, expected = TRAITS[one.field]
    return f"value: found “{value}”; expected {expected}" if value and not holds(value) else None


def of_words(value: str | None) -> str | None:
    """What is wrong with words that a cell is to hold: others would read none, or a formula."""
    if value and (value.casefold() in NOTHING or value.startswith(FORMULA)):
        return f"value: found “{value}”; expected words that no program takes for something else"
    return None


TRAITS: Final[Mapping[str, tuple[Callable[[str], object], str]]] = {
    "type": (get_args(EntityType).__contains__, "person, organization, place, event or document"),
    "country_code": (lambda value: value in countries(), "the three letters of a country as NOR"),
    "wikidata_id": (WIKIDATA.fullmatch, "an id of Wikidata as Q42"),
    "geonames_id": (GEONAMES.fullmatch, "a whole number"),
}
"""What the cells of an entity hold, and how that is told."""

CHECKS: Final[Mapping[type[Correction], Sequence[Callable[..., str | None]]]] = {
    Naming: (of_place,),
    EntityCell: (of_trait,),
    Voice: (of_place,),
    MeetingFact: (of_place, of_fact),
    Judgement: (of_place, of_judgement),
}
"""What is looked at in the corrections of each type."""


def misfits(book: Book) -> Iterator[str]:
    """Yield what corrections say of entities that are not there, or that cannot be so."""
    for one in book.corrections:
        missing = [id_ for id_ in entities_of(one) if id_ not in book.entries]
        for id_ in missing:
            yield (
                f"{one.line}: found no entity “{id_}”; expected one of the package, "
                "or its name and type in entities.csv"
            )
        if not missing and (misfit := misfit_of(one, book)):
            yield f"{one.line}: {misfit}"


def misfit_of(one: Correction, book: Book) -> str | None:
    """Why an entity cannot be what a correction says of it."""
    match one:
        case EntityCell():
            return misfit_of_cell(one, book)
        case Voice() if one.entity_id and not can_act(book.referent(one.entity_id)):
            return f"found “{one.entity_id}” as a speaker; {ACTORS}"
        case MeetingFact(field="participant") if one.value and not can_act(book.referent(one.value)):
            return f"found “{one.value}” as one who took part; {ACTORS}"
        case MeetingFact(field="place_id") if one.value and not can_hold(book.referent(one.value)):
            return f"found “{one.value}” as a place; expected no person and no document"
    return None


def misfit_of_cell(one: EntityCell, book: Book) -> str | None:
    """Why an entity cannot have a cell, or a new one not its id."""
    entry = book.entries[one.entity_id]
    if entry.referent.key.startswith(BY_HAND) and not is_key(one.entity_id):
        return f"entity_id: found “{one.entity_id}”; expected one such as ada-holm-2, that is no number"
    type_ = book.now[entry.referent.key].type
    if one.field == "position" and one.value and type_ not in WITH_POSITION:
        return f"found a position of “{one.entity_id}”; expected one of a person or place"
    if one.field == "geonames_id" and one.value and type_ != "place":
        return f"found an id of GeoNames of “{one.entity_id}”; expected one of a place"
    return None


def is_key(id_: str) -> bool:
    """Whether a new entity can have an id.

    >>> is_key("ada-holm-2"), is_key("Ada Holm"), is_key("12"), is_key("NA")
    (True, False, False, False)
    """
    try:
        return article_key(id_) == id_
    except Unfit:
        return False
