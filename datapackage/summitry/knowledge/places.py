"""Places that are not countries: cities, islands, seas, regions, and seats that stand for governments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from summitry.knowledge.countries import Country, country
from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import number, rows_of, several
from summitry.settings import REMEMBERED_WORDS


@dataclass(frozen=True, slots=True)
class Place:
    """One place of one type; two cities of one name are two places."""

    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    """Adjectives and words for its people: European, Scots."""
    type: str
    country_code: str | None
    """Null where it lies in several countries or is disputed."""
    admin: str | None
    """GeoNames' code of the first-level division of a city, or of a state itself: MA."""
    geonames_id: int | None
    population: int | None
    county: str | None = None
    """The code within its state of an American county, or of the county of a small town: 089."""
    table: str = "places"
    """The table that holds it."""

    @property
    def wikidata_id(self) -> str | None:
        """The Wikidata id, where a source states one.

        >>> place_named("Nebraska")[0].wikidata_id
        'Q1553'
        """
        own_name = self.name if self.table == "places" else ""
        return place_ids().get(str(self.geonames_id or own_name))


@dataclass(frozen=True, slots=True)
class Seat:
    """A building, street or city whose name stands for those who govern there."""

    name: str
    country: Country
    seat_of: str
    """Whose: `head of state`, `head of government`, `government`, `legislature`, `ministry of …`."""


Index = dict[str, tuple[Place, ...]]

QUALIFIED = re.compile(r"(?: \(U\.S\. state\)| state)$")
"""What the table adds to the names of states that are called like a country or a city."""

COUNTY = re.compile(r" (?:County|Parish|Borough|Census Area)$")
"""How the name of an American county ends."""


@cache
def place_ids() -> dict[str, str]:
    """The Wikidata id of places by their GeoNames id, or by name where they have none."""
    return {row["geonames_id"] or row["name"]: row["wikidata_id"] for row in rows_of("place_ids")}


def wikidata_id_of_place(geonames_id: int | None) -> str | None:
    """The Wikidata id of a place with that GeoNames id, where a source states one.

    >>> wikidata_id_of_place(1850147)
    'Q1490'
    """
    return place_ids().get(str(geonames_id)) if geonames_id else None


@cache
def state_codes() -> dict[str, str]:
    """The code of each state, by its name."""
    return {row["name"]: row["admin"] for row in rows_of("states")}


def all_places() -> Iterator[Place]:
    """The places kept by hand, then the cities."""
    for row in rows_of("places"):
        yield Place(
            name=row["name"],
            aliases=several(row["aliases"]),
            adjectives=several(row["adjectives"]),
            type=row["type"],
            country_code=row["country_code"] or None,
            admin=state_codes().get(row["name"]),
            geonames_id=number(row["geonames_id"]),
            population=None,
        )
    for row in rows_of("cities"):
        yield Place(
            name=row["name"],
            aliases=several(row["aliases"]),
            adjectives=(),
            type="city",
            country_code=row["country_code"] or None,
            admin=row["admin"] or None,
            geonames_id=number(row["geonames_id"]),
            population=number(row["population"]),
            table="cities",
        )


def prominence(place: Place) -> tuple[bool, int]:
    """Sorts the place that a bare name most likely means before the others."""
    return place.population is not None, -(place.population or 0)


def index_of(pairs: Iterator[tuple[str, Place]]) -> Index:
    """For each form the places that it can mean, likeliest first."""
    found: dict[str, list[Place]] = {}
    for form, place in pairs:
        owners = found.setdefault(folded(form), [])
        if place not in owners:
            owners.append(place)
    return {form: tuple(sorted(owners, key=prominence)) for form, owners in found.items()}


@cache
def places() -> Index:
    """Places by name and alias."""
    return index_of((form, place) for place in all_places() for form in (place.name, *place.aliases))


@cache
def towns() -> Index:
    """Smaller towns by name."""
    return index_of((place.name, place) for place in all_towns())


def all_towns() -> Iterator[Place]:
    """The towns that are too small for the table of cities."""
    for row in rows_of("towns"):
        yield Place(
            name=row["name"],
            aliases=(),
            adjectives=(),
            type="city",
            country_code=row["country_code"],
            admin=row["admin"] or None,
            geonames_id=number(row["geonames_id"]),
            population=number(row["population"]),
            county=row["county"] or None,
            table="towns",
        )


@cache
def counties() -> Index:
    """American counties and parishes by name."""
    return index_of((place.name, place) for place in all_counties())


def all_counties() -> Iterator[Place]:
    """Every county and parish of the United States."""
    for row in rows_of("counties"):
        yield Place(
            name=row["name"],
            aliases=(),
            adjectives=(),
            type="county",
            country_code=row["country_code"],
            admin=row["admin"],
            geonames_id=number(row["geonames_id"]),
            population=None,
            county=row["county"],
            table="counties",
        )


def counties_named(text: str) -> tuple[Place, ...]:
    """Every American county or parish of that full name; no other name is looked for.

    >>> [place.admin for place in counties_named("Licking County")], counties_named("Licking")
    (['OH'], ())
    """
    return counties().get(folded(text), ()) if COUNTY.search(text) else ()


@lru_cache(REMEMBERED_WORDS)
def towns_named(text: str) -> tuple[Place, ...]:
    """Every smaller town of that name, the largest first: for what is known to be a place.

    >>> [place.country_code for place in towns_named("Esbjerg")]
    ['DNK']
    """
    return towns().get(folded(text), ())


@cache
def states() -> dict[str, Place]:
    """The states whose towns are told apart, by plain name and abbreviation: `Georgia`, `Ga.`."""
    return {
        folded(QUALIFIED.sub("", form)): place
        for place in all_places()
        if place.type == "state" and place.admin
        for form in (place.name, *place.aliases)
    }


@lru_cache(REMEMBERED_WORDS)
def state_named(text: str) -> Place | None:
    """The state of that name, also where a country or a city is called so.

    >>> state_named("Georgia").admin, state_named("N.Y.").admin, state_named("Vt").admin
    ('GA', 'NY', 'VT')
    """
    plain = folded(text)
    return states().get(plain) or states().get(f"{plain}.")


@cache
def place_adjectives() -> Index:
    """Places by adjective."""
    return index_of((form, place) for place in all_places() for form in place.adjectives)


@lru_cache(REMEMBERED_WORDS)
def place_named(text: str) -> tuple[Place, ...]:
    """Every place of that name, likeliest first: places kept by hand, then cities by population.

    >>> [(place.type, place.country_code) for place in place_named("the Baltic Sea")]
    [('sea', None)]
    >>> place_named("London")[0].country_code
    'GBR'
    """
    plain = folded(text)
    return places().get(plain) or places().get(plain.removeprefix("the ").removeprefix("The "), ())


def place_of_adjective(text: str) -> Place | None:
    """The only place that an adjective points to.

    >>> place_of_adjective("European").name, place_of_adjective("Scots").name
    ('Europe', 'Scotland')
    """
    found = place_adjectives().get(folded(text), ())
    return found[0] if len(found) == 1 else None


@cache
def seats() -> dict[str, Seat]:
    """Every seat by name."""
    found = {}
    for row in rows_of("seats"):
        owner = country(row["country_code"])
        assert owner, f"seats.csv: {row['name']} is in no known country"
        found[folded(row["name"])] = Seat(row["name"], owner, row["seat_of"])
    return found


def seat_named(text: str) -> Seat | None:
    """The seat of that name.

    >>> seat_named("the Kremlin").country.code, seat_named("Elysee").seat_of
    ('RUS', 'head of state')
    """
    plain = folded(text)
    return seats().get(plain) or seats().get(plain.removeprefix("the ").removeprefix("The "))
