"""What one article speaks of: the thing that each name means, as far as knowledge and the article say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.knowledge.spelling import folded
from summitry.rows import EntityType
from summitry.settings import FAMOUS_POPULATION


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


def referent_of(mention: FoundMention, near: frozenset[str]) -> Referent | None:
    """What a name that is no person's means; `near` holds the codes of the countries in the article."""
    text = mention.text
    if mention.form == "demonym":
        return country_or_continent(text)
    if mention.form == "metonym":
        seat = knowledge.seat_named(text)
        country = seat.country if seat else knowledge.country_of_capital(text)
        return of_country(country) if country else None
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


def of_country(country: knowledge.Country) -> Referent:
    """A country as a referent."""
    return Referent(
        key=country.wikidata_id or f"country:{country.code}",
        type="place",
        label=country.name,
        position="country",
        country_code=country.code,
        wikidata_id=country.wikidata_id,
        geonames_id=country.geonames_id,
    )


def place_referent(text: str, near: frozenset[str]) -> Referent:
    """The place of that name: in a country that the article names, if several places share it."""
    if country := knowledge.country_named(text):
        return of_country(country)
    seat = knowledge.seat_named(text)
    if seat is not None:
        return Referent(
            f"place:{slug_key(seat.name)}", "place", seat.name, "building", seat.country.code, None, None
        )
    places = knowledge.place_named(text) or knowledge.place_named(without_sort(text))
    known = [place for place in places if place.country_code in near or is_famous(place)]
    if known:
        return of_place(min(known, key=lambda place: place.country_code not in near))
    capital = knowledge.country_of_capital(text)
    return of_capital(text, capital) if capital else unknown("place", text)


def is_famous(place: knowledge.Place) -> bool:
    """Whether a place is meant by its name alone, also where its country is not spoken of."""
    return place.population is None or place.population >= FAMOUS_POPULATION


def of_capital(text: str, country: knowledge.Country) -> Referent:
    """A capital as a city."""
    number = country.capital_geonames_id
    key = f"geonames:{number}" if number else f"place:{slug_key(text)}"
    return Referent(key, "place", country.capital, "city", country.code, None, number)


def without_sort(text: str) -> str:
    """A place's name without what sort of place it is: `Hokkaido` of `Hokkaido Island`."""
    name, _, last = text.rpartition(" ")
    return name if last.lower() in word_list("place_nouns") else text


def of_place(place: knowledge.Place) -> Referent:
    """A place as a referent."""
    key = f"geonames:{place.geonames_id}" if place.geonames_id else f"place:{slug_key(place.name)}"
    sort = "city" if place.type == "town" else place.type
    return Referent(key, "place", place.name, sort, place.country_code, None, place.geonames_id)


def organization_referent(text: str) -> Referent:
    """The organization of that name."""
    known = knowledge.organization_named(text)
    if known is None:
        return unknown("organization", text, country_inside(text))
    key = known.wikidata_id or f"organization:{slug_key(known.name)}"
    return Referent(key, "organization", known.name, None, known.country_code, known.wikidata_id, None)


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
    return Referent(f"event:{slug_key(known.name)}", "event", known.name, None, None, None, None)


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
    """The codes of the countries that the article names, by whatever form."""
    found = []
    for mention in mentions:
        if mention.type == "place":
            country = (
                knowledge.country_of_demonym(mention.text)
                or knowledge.country_named(mention.text)
                or knowledge.country_of_capital(mention.text)
            )
            found += [country.code] if country else []
    return frozenset(found)
