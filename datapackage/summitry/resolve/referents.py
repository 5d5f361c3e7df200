"""What one article speaks of: the thing that each name means, as far as knowledge and the article say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.knowledge.spelling import folded
from summitry.page import Span
from summitry.resolve.grounds import Ground
from summitry.resolve.regions import Setting, region_of
from summitry.rows import EntityType
from summitry.settings import FAMOUS_POPULATION, GREAT_POPULATION, REMEMBERED_WORDS


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


def referent_of(mention: FoundMention, setting: Setting) -> Referent | None:
    """What a name that is no person's means in an article set there."""
    text = setting.halves.get(mention.text, mention.text)
    if "-" in setting.appended.get(mention.span, "") and (state := knowledge.state_named(text)):
        return of_place(state)
    if mention.form == "demonym":
        return country_or_continent(text)
    if mention.form == "metonym":
        return seat_referent(text, setting)
    return named_referent("place" if mention.text in setting.halves else mention.type, text, setting)


def named_referent(type_: EntityType, text: str, setting: Setting) -> Referent:
    """What a name of that type means in an article set there."""
    match type_:
        case "place":
            return place_referent(text, setting)
        case "organization":
            return organization_referent(text, setting)
        case "event":
            return event_referent(text)
        case other:
            return unknown(other, text)


def seat_referent(text: str, setting: Setting) -> Referent | None:
    """The country that is governed from there, unless the story is set where a town is called so."""
    seat = knowledge.seat_named(text)
    if seat:
        return of_country(seat.country, "seats")
    country = knowledge.country_of_capital(text)
    if country is None:
        return None
    if local := local_namesake(text, country.code, setting):
        return of_place(local)
    elsewhere = setting.within.get(text, country.code) != country.code
    return place_referent(text, setting) if elsewhere else of_country(country)


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


def place_referent(text: str, setting: Setting) -> Referent:
    """The place of that name: in a country that the article names, if several places share it."""
    if country := knowledge.country_named(text):
        local = local_namesake(text, country.code, setting)
        return of_place(local) if local else of_country(country)
    seat = knowledge.seat_named(text)
    if seat is not None:
        key = f"place:{slug_key(seat.name)}"
        code = seat.country.code
        return Referent(key, "place", seat.name, "building", code, None, None, source="seats")
    if place := place_meant(text, setting) or place_meant(without_sort(text), setting):
        return of_place(place)
    capital = knowledge.country_of_capital(text)
    elsewhere = capital and setting.within.get(text, capital.code) != capital.code
    return of_capital(text, capital) if capital and not elsewhere else unknown("place", text)


def local_namesake(text: str, code: str, setting: Setting) -> knowledge.Place | None:
    """The state or town that is called like a country or its capital, where the story is set there.

    `Lebanon` is the town in a story of Ohio that has no other word of the country; so is `Lebanon, Ohio`.
    """
    region = setting.within.get(text) or (setting.home if setting.is_away(code) else None)
    if region is None or region[:3] == code:
        return None
    state = knowledge.state_named(text)
    if state and region.startswith(str(state.country_code)):
        return state
    towns = (*knowledge.place_named(text), *knowledge.towns_named(text))
    return next((place for place in towns if region_of(place) == region), None)


def place_meant(text: str, setting: Setting) -> knowledge.Place | None:
    """The place that a name means in an article: in a state or country that it names, else a famous one.

    A small town is meant where it alone has that name in the countries that the article names. A great city
    or capital is not, where the article is set in a region that has a town of its name, and nothing else in
    it is of the city's country.
    """
    places, towns = knowledge.place_named(text), knowledge.towns_named(text)
    every = (*places, *towns, *knowledge.counties_named(text))
    stated = setting.within.get(text)
    if stated and (inside := [place for place in every if stated in {region_of(place), place.country_code}]):
        return inside[0]
    known = [place for place in places if place.country_code in setting.near or is_famous(place)]
    nearby = sorted((place for place in every if setting.holds(place)), key=setting.closeness)
    if known and is_great(text, known[0]):
        away = setting.is_away(known[0].country_code)
        nearby = [place for place in nearby if away and region_of(place) == setting.home]
    if nearby:
        return nearby[0]
    if known:
        return min(known, key=lambda place: place.country_code not in setting.near)
    around = [place for place in every if place.country_code in setting.near]
    return around[0] if len(around) == 1 else None


def is_great(text: str, place: knowledge.Place) -> bool:
    """Whether a name is that of a great city or a capital."""
    return (place.population or 0) >= GREAT_POPULATION or knowledge.country_of_capital(text) is not None


def is_famous(place: knowledge.Place) -> bool:
    """Whether a place is meant by its name alone, also where its country is not spoken of."""
    return place.population is None or place.population >= FAMOUS_POPULATION


def of_capital(text: str, country: knowledge.Country) -> Referent:
    """A capital as a city."""
    number = country.capital_geonames_id
    key = f"geonames:{number}" if number else f"place:{slug_key(text)}"
    name, code, item = country.capital, country.code, knowledge.wikidata_id_of_place(number)
    return Referent(key, "place", name, "city", code, item, number, source="country_forms")


def without_sort(text: str) -> str:
    """A place's name without what sort of place it is: `Hokkaido` of `Hokkaido Island`."""
    name, _, last = text.rpartition(" ")
    return name if last.lower() in word_list("place_nouns") else text


def of_place(place: knowledge.Place) -> Referent:
    """A place as a referent."""
    key = f"geonames:{place.geonames_id}" if place.geonames_id else f"place:{slug_key(place.name)}"
    sort = "city" if place.type == "town" else place.type
    code, number = place.country_code, place.geonames_id
    return Referent(key, "place", place.name, sort, code, place.wikidata_id, number, source=place.table)


def organization_referent(text: str, setting: Setting) -> Referent:
    """The organization of that name; a company, where no other has it.

    What the article explains as something else is none of them.
    """
    if text in setting.explained:
        return unknown("organization", text)
    known, company = knowledge.organization_named(text), knowledge.company_named(text)
    one = known or company
    if one is None:
        return unknown("organization", text, country_inside(text))
    item = one.wikidata_id or (company.wikidata_id if company else None)
    key = item or f"organization:{slug_key(one.name)}"
    source = "organizations" if known else "companies"
    return Referent(key, "organization", one.name, None, one.country_code, item, None, source=source)


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


@lru_cache(REMEMBERED_WORDS)
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
