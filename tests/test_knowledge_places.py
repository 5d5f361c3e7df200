"""Towns, counties, states and companies by name, and the tables that hold them."""

import pytest

from summitry.knowledge import (
    company_named,
    counties_named,
    country_named,
    event_named,
    people_named,
    place_named,
    state_named,
    towns_named,
    wikidata_id_of_place,
)
from summitry.knowledge.companies import companies, without_legal_form
from summitry.knowledge.places import all_counties, all_places, all_towns
from summitry.knowledge.tables import rows_of

STATES = [
    pytest.param("Georgia", "GA", id="called like a country"),
    pytest.param("New York", "NY", id="called like a city"),
    pytest.param("Ala.", "AL", id="the press's abbreviation"),
    pytest.param("Va", "VA", id="without its full stop"),
    pytest.param("N.D.", "ND", id="of two letters"),
    pytest.param("Ontario", None, id="of another country"),
]


@pytest.mark.parametrize(("text", "admin"), STATES)
def test_knows_states(text, admin):
    """An American state is known by its plain name and by what newspapers shorten it to."""
    state = state_named(text)
    assert (state.admin if state else None) == admin


@pytest.mark.parametrize(
    ("text", "admins"),
    [
        pytest.param("Rapides Parish", ["LA"], id="a parish"),
        pytest.param("Lamar County", ["AL", "GA", "MS", "TX"], id="of several states"),
        pytest.param("Lamar", [], id="no county without the word"),
    ],
)
def test_knows_counties(text, admins):
    """An American county is known by its full name alone."""
    assert [place.admin for place in counties_named(text)] == admins


def test_knows_the_county_of_a_town():
    """A town tells its county, so that the one can be found by the other."""
    (county,) = (place for place in counties_named("Lamar County") if place.admin == "TX")
    (town,) = (place for place in towns_named("Paris") if place.admin == "TX")
    assert town.county == county.county


def test_gives_each_place_one_wikidata_id():
    """Every row of ids is of a place of ours, and no id is of two."""
    rows = list(rows_of("place_ids"))
    places = {str(place.geonames_id or place.name) for place in (*all_places(), *all_towns())}
    assert {row["geonames_id"] or row["name"] for row in rows} <= places
    assert len({row["wikidata_id"] for row in rows}) == len(rows)
    assert wikidata_id_of_place(None) is None


def test_names_each_place_once():
    """No GeoNames id stands in two of the tables."""
    ids = [place.geonames_id for place in (*all_places(), *all_towns(), *all_counties()) if place.geonames_id]
    assert len(ids) == len(set(ids))


COMPANIES = [
    pytest.param("Boeing", "Q66", id="plain"),
    pytest.param("Boeing Co.", "Q66", id="with its legal form"),
    pytest.param("the Boeing Company", "Q66", id="with an article"),
    pytest.param("boeing", None, id="case counts"),
    pytest.param("Ann Lund & Sons", None, id="unknown"),
    pytest.param("Target", None, id="a common word"),
]


@pytest.mark.parametrize(("text", "item"), COMPANIES)
def test_knows_companies(text, item):
    """A company is known by its name, with or without its legal form."""
    company = company_named(text)
    assert (company.wikidata_id if company else None) == item


def test_takes_no_company_for_anything_else():
    """No plain name of a company is that of a place, an event or a person that we know."""
    for one in companies().values():
        name = one.name
        if without_legal_form(name) == name:
            known = country_named(name), event_named(name), place_named(name), people_named(name)
            assert not any(known), name


def test_gives_each_company_one_id():
    """No id and no name is that of two companies."""
    rows = list(rows_of("companies"))
    assert len({row["wikidata_id"] for row in rows}) == len({row["name"] for row in rows}) == len(rows)
