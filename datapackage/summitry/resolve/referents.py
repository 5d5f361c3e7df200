"""What one article speaks of: the thing that each name means, as far as knowledge and the article say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.knowledge.spelling import folded
from summitry.page import Span
from summitry.resolve.grounds import Ground
from summitry.rows import EntityType
from summitry.settings import FAMOUS_POPULATION, GREAT_POPULATION


@dataclass(frozen=True, slots=True)
class Referent:
    """A thing in the world, as one article knows it."""

    key: str
    """What it is the same by in every article: a Wikidata id, or the type and the folded name."""
    type: EntityType
    label: str | None
    """The name that knowledge gives it; null where only the article names it."""
    position: str | None
    country_code: str | None
    wikidata_id: str | None
    geonames_id: int | None
    gender: str | None = None
    source: str | None = field(default=None, compare=False)
    """The table of knowledge that words were looked up in; null where its own words are its name."""
    named: Span | None = field(default=None, compare=False)
    """Where the article names it, at the place at hand."""
    ground: Ground | None = field(default=None, compare=False)
    """What it rests on that this place means it."""
    office: Ground | None = field(default=None, compare=False)
    """What the position of a person rests on."""


def referent_of(mention: FoundMention, near: frozenset[str]) -> Referent | None:
    """What a name that is no person's means; `near` holds the codes of the countries in the article."""
    text = mention.text
    if mention.form == "demonym":
        return country_or_continent(text)
    if mention.form == "metonym":
        seat = knowledge.seat_named(text)
        country = seat.country if seat else knowledge.country_of_capital(text)
        return of_country(country, "seats" if seat else "country_forms") if country else None
    match mention.type:
        case "place":
            return place_referent(text, near)
        case "organization":
            return organization_referent(text)
        case "event":
            return event_referent(text)
        case other:
            return unknown(other, text)


def country_or_continent(text: str) -> Referent | None:
    """The country or continent that an adjective or a people's name means."""
    if country := knowledge.country_of_demonym(text):
        return of_country(country)
    place = knowledge.place_of_adjective(text)
    return of_place(place) if place else None


def of_country(country: knowledge.Country, source: str = "country_forms") -> Referent:
    """A country as a referent, found in a table of knowledge."""
    return Referent(
        key=country.wikidata_id or f"country:{country.code}",
        type="place",
        label=country.name,
        position="country",
        country_code=country.code,
        wikidata_id=country.wikidata_id,
        geonames_id=country.geonames_id,
        source=source,
    )


def place_referent(text: str, near: frozenset[str]) -> Referent:
    """The place of that name: in a country that the article names, if several places share it."""
    if country := knowledge.country_named(text):
        return of_country(country)
    seat = knowledge.seat_named(text)
    if seat is not None:
        key = f"place:{slug_key(seat.name)}"
        code = seat.country.code
        return Referent(key, "place", seat.name, "building", code, None, None, source="seats")
    if place := place_meant(text, near) or place_meant(without_sort(text), near):
        return of_place(place)
    capital = knowledge.country_of_capital(text)
    return of_capital(text, capital) if capital else unknown("place", text)


def place_meant(text: str, near: frozenset[str]) -> knowledge.Place | None:
    """The place that a name means in an article: in a state or country that it names, else a famous one.

    A small town is meant where it alone has that name in the countries that the article names.
    """
    places, towns = knowledge.place_named(text), knowledge.towns_named(text)
    known = [place for place in places if place.country_code in near or is_famous(place)]
    if known and (known[0].population or 0) >= GREAT_POPULATION:
        return min(known, key=lambda place: place.country_code not in near)
    inside = [place for place in (*places, *towns) if in_state(place, near)]
    if inside:
        return inside[0]
    if known:
        return min(known, key=lambda place: place.country_code not in near)
    around = [place for place in towns if place.country_code in near]
    return around[0] if len(around) == 1 else None


def in_state(place: knowledge.Place, near: frozenset[str]) -> bool:
    """Whether a place lies in a state that the article names."""
    return f"{place.country_code}-{place.admin}" in near


def is_famous(place: knowledge.Place) -> bool:
    """Whether a place is meant by its name alone, also where its country is not spoken of."""
    return place.population is None or place.population >= FAMOUS_POPULATION


def of_capital(text: str, country: knowledge.Country) -> Referent:
    """A capital as a city."""
    number = country.capital_geonames_id
    key = f"geonames:{number}" if number else f"place:{slug_key(text)}"
    name, code = country.capital, country.code
    return Referent(key, "place", name, "city", code, None, number, source="country_forms")


def without_sort(text: str) -> str:
    """A place's name without what sort of place it is: `Hokkaido` of `Hokkaido Island`."""
    name, _, last = text.rpartition(" ")
    return name if last.lower() in word_list("place_nouns") else text


def of_place(place: knowledge.Place) -> Referent:
    """A place as a referent."""
    key = f"geonames:{place.geonames_id}" if place.geonames_id else f"place:{slug_key(place.name)}"
    sort = "city" if place.type == "town" else place.type
    source = "places" if place.population is None else "cities"
    code, number = place.country_code, place.geonames_id
    return Referent(key, "place", place.name, sort, code, None, number, source=source)


def organization_referent(text: str) -> Referent:
    """The organization of that name."""
    known = knowledge.organization_named(text)
    if known is None:
        return unknown("organization", text, country_inside(text))
    key = known.wikidata_id or f"organization:{slug_key(known.name)}"
    code, item = known.country_code, known.wikidata_id
    return Referent(key, "organization", known.name, None, code, item, None, source="organizations")


def country_inside(text: str) -> str | None:
    """The country whose name is part of a body's: `Danish Ministry of Health`, `Parliament of Chile`."""
    if owner := knowledge.country_named(text.rpartition(" of ")[2]):
        return owner.code
    first = text.split(maxsplit=1)[0]
    country = knowledge.country_of_demonym(first) or knowledge.country_named(first)
    return country.code if country else None


def event_referent(text: str) -> Referent:
    """The named event."""
    known = knowledge.event_named(text)
    if known is None:
        return unknown("event", text)
    key = f"event:{slug_key(known.name)}"
    return Referent(key, "event", known.name, None, None, None, None, source="events")


def unknown(type_: EntityType, text: str, country_code: str | None = None) -> Referent:
    """A thing that only articles name."""
    return Referent(f"{type_}:{slug_key(text)}", type_, None, None, country_code, None, None)


def slug_key(text: str) -> str:
    """A name as a key: folded, lower case, words joined by hyphens.

    >>> slug_key("Côte d’Azur")
    'cote-d-azur'
    """
    return re.sub(r"[^a-z0-9]+", "-", folded(text).lower()).strip("-")


def countries_named(mentions: Sequence[FoundMention]) -> frozenset[str]:
    """The codes of the countries that the article names, by whatever form, and of states: `USA-TX`."""
    found = []
    for mention in mentions:
        if mention.type == "place":
            country = (
                knowledge.country_of_demonym(mention.text)
                or knowledge.country_named(mention.text)
                or knowledge.country_of_capital(mention.text)
            )
            found += [country.code] if country else states_of(mention)
    return frozenset(found)


def states_of(mention: FoundMention) -> list[str]:
    """The code of a state that is named, and that of its country: `USA-TX` and `USA`."""
    places = [place for place in knowledge.place_named(mention.text) if place.type == "state" and place.admin]
    return [
        code for place in places for code in (str(place.country_code), f"{place.country_code}-{place.admin}")
    ]
