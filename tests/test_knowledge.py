"""The knowledge tables as files, and countries, places, organizations and events by name."""

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from summitry.knowledge import (
    countries_of_demonym,
    country,
    country_named,
    country_of_capital,
    country_of_demonym,
    event_named,
    organization_named,
    place_named,
    place_of_adjective,
    seat_named,
)
from summitry.knowledge.countries import countries
from summitry.knowledge.tables import DATA

TABLES = sorted(DATA.glob("*.csv"))
STATES = [each for each in countries().values() if each.status == "state"]
SHARED_DEMONYMS = {"Congolese", "Dominican", "Dominicans"}
"""Words for the people of two states: nobody can say which without the text around them."""


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a table without its header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
class TestFile:
    """What every shipped table promises."""

    def test_is_clean_text(self, path):
        """UTF-8 in NFC with LF, no lost characters, no control characters, no blank at the edge of a cell."""
        text = path.read_bytes().decode("utf-8")
        assert unicodedata.is_normalized("NFC", text)
        assert "\ufffd" not in text
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\ufeff]", text)
        assert text.endswith("\n")
        assert all(cell == cell.strip() for row in rows_of(path) for cell in row)

    def test_is_sorted_without_doubles(self, path):
        """Rows sort by code point, and no row stands twice."""
        rows = rows_of(path)
        assert rows == sorted(rows)
        assert len(rows) == len({tuple(row) for row in rows})

    def test_has_real_wikidata_ids(self, path):
        """Every Wikidata id looks like one."""
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                assert not row.get("wikidata_id") or re.fullmatch(r"Q[1-9]\d*", row["wikidata_id"])
                assert not row.get("person_id") or re.fullmatch(
                    r"Q[1-9]\d*|[a-z][a-z0-9-]*", row["person_id"]
                )

    def test_knows_its_countries(self, path):
        """Every country code is one of the countries', or a part of the United Kingdom's."""
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                code = row.get("country_code") or row.get("code")
                assert not code or code in countries() or code.startswith("GB-")


def test_tables_are_small():
    """What is shipped stays a few megabytes."""
    assert sum(path.stat().st_size for path in TABLES) < 5_500_000


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.code)
class TestState:
    """Every state is found by what it is called, by its people and by its capital."""

    def test_is_named(self, state):
        """Its name and aliases mean it and nothing else."""
        assert state.wikidata_id
        assert state.geonames_id
        for form in (state.name, state.in_sentence, *state.aliases):
            assert country_named(form) is state, form

    def test_has_people(self, state):
        """Its adjectives and words for its people mean it, but for the few that two states share."""
        assert state.demonyms
        for form in set(state.demonyms) - SHARED_DEMONYMS:
            assert country_of_demonym(form) is state, form

    def test_has_a_capital(self, state):
        """Its capital means it, where it has an undisputed one."""
        assert state.capital or state.code == "PSE"
        for form in filter(None, (state.capital, *state.capital_aliases)):
            assert country_of_capital(form) is state, form


def test_no_form_means_two_states():
    """No name and no capital belongs to two states; the shared demonyms are known."""
    names = Counter(form for each in STATES for form in {each.name, *each.aliases})
    capitals = Counter(form for each in STATES for form in {each.capital, *each.capital_aliases} if form)
    people = Counter(form for each in STATES for form in each.demonyms)
    assert [form for form, count in (names + capitals).items() if max(names[form], capitals[form]) > 1] == []
    assert {form for form, count in people.items() if count > 1} == SHARED_DEMONYMS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("the U.S.", "USA", id="abbreviation with article"),
        pytest.param("US", "USA", id="abbreviation without dots"),
        pytest.param("us", None, id="a pronoun is no country"),
        pytest.param("RUSSIA", "RUS", id="headline capitals"),
        pytest.param("Cote d'Ivoire", "CIV", id="diacritics left out"),
        pytest.param("Britain", "GBR", id="short name"),
        pytest.param("Holland", "NLD", id="part for the whole"),
        pytest.param("Burma", "MMR", id="old name of a living state"),
        pytest.param("the Soviet Union", "SUN", id="withdrawn state"),
        pytest.param("Zaire", "ZAR", id="withdrawn name with a code of its own"),
        pytest.param("DPRK", "PRK", id="official abbreviation"),
        pytest.param("Republic of Korea", "KOR", id="official name"),
        pytest.param("Korea", None, id="two Koreas"),
        pytest.param("Congo", None, id="two Congos"),
        pytest.param("Guinea", "GIN", id="not Guinea-Bissau"),
        pytest.param("Georgia", "GEO", id="the state of the same name is left to the text"),
        pytest.param("America", "USA", id="common name"),
        pytest.param("Macedonia", "MKD", id="former name"),
        pytest.param("Atlantis", None, id="no country"),
    ],
)
def test_country_named(text, code):
    """A country is found by every name that English news uses, and only then."""
    found = country_named(text)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Filipino", "PHL", id="noun unlike the name"),
        pytest.param("Philippine", "PHL", id="adjective unlike the noun"),
        pytest.param("Britons", "GBR", id="plural"),
        pytest.param("Dutch", "NLD", id="irregular"),
        pytest.param("Swiss", "CHE", id="invariable"),
        pytest.param("Danes", "DNK", id="plural noun"),
        pytest.param("Soviet", "SUN", id="of a withdrawn state"),
        pytest.param("Nigerien", "NER", id="of Niger"),
        pytest.param("Nigerian", "NGA", id="of Nigeria"),
        pytest.param("Emirati", "ARE", id="of the Emirates"),
        pytest.param("Palestinian", "PSE", id="of Palestine"),
        pytest.param("Korean", None, id="two Koreas"),
        pytest.param("Congolese", None, id="two Congos"),
        pytest.param("polish", None, id="case counts"),
        pytest.param("European", None, id="of a continent"),
    ],
)
def test_country_of_demonym(text, code):
    """An adjective or a word for a people means its only country."""
    found = country_of_demonym(text)
    assert (found and found.code) == code


def test_shared_demonym_has_all_its_countries():
    """A demonym of two countries names both."""
    assert [each.code for each in countries_of_demonym("Congolese")] == ["COD", "COG"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Kiev", "UKR", id="older spelling"),
        pytest.param("Bogota", "COL", id="diacritics left out"),
        pytest.param("Moscow", "RUS", id="living before withdrawn"),
        pytest.param("Kingston", "JAM", id="a state before a territory"),
        pytest.param("Sydney", None, id="large, but no capital"),
    ],
)
def test_country_of_capital(text, code):
    """A capital means the living state that is governed from it."""
    found = country_of_capital(text)
    assert (found and found.code) == code


def test_country_has_its_facts():
    """A country comes with its ids."""
    japan = country("JPN")
    assert japan
    assert (japan.name, japan.wikidata_id, japan.capital, japan.capital_geonames_id, japan.former) == (
        "Japan", "Q17", "Tokyo", 1850147, False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        pytest.param("the Pacific", "ocean", None, id="short form with article"),
        pytest.param("Senkakus", "archipelago", None, id="disputed, so of no country"),
        pytest.param("Sicily", "island", "ITA", id="island"),
        pytest.param("St. Petersburg", "city", "RUS", id="English spelling of a city"),
        pytest.param("Scotland", "country of the United Kingdom", "GBR", id="part of a state"),
        pytest.param("Paris", "city", "FRA", id="the largest of several"),
    ],
)
def test_place_named(text, kind, code):
    """The likeliest place comes first."""
    assert (place_named(text)[0].type, place_named(text)[0].country_code) == (kind, code)


def test_cities_of_one_name_are_several():
    """Cities that share a name are all there, with their ids."""
    places = place_named("Birmingham")
    assert {"GBR", "USA"} <= {place.country_code for place in places}
    assert all(place.geonames_id for place in places)


def test_unknown_names_mean_nothing():
    """A name that no table holds means nothing."""
    assert place_named("Nowhereville") == ()
    assert organization_named("Guild of Nobody") is None
    assert event_named("the Great Nothing") is None
    assert seat_named("Yellow House") is None
    assert place_of_adjective("Martian") is None


@pytest.mark.parametrize(
    ("text", "kind", "wikidata_id"),
    [
        pytest.param("the United Nations", "intergovernmental organisation", "Q1065", id="name with article"),
        pytest.param("Nato", "military alliance", "Q7184", id="British spelling of an acronym"),
        pytest.param("WHO", "UN agency", "Q7817", id="acronym"),
        pytest.param("State Department", "ministry", None, id="no id where no free source states one"),
    ],
)
def test_organization_named(text, kind, wikidata_id):
    """An organization is found by its names and acronyms."""
    found = organization_named(text)
    assert found
    assert (found.kind, found.wikidata_id) == (kind, wikidata_id)


def test_shared_acronym_means_nothing():
    """An acronym of two organizations names neither."""
    assert organization_named("PTI") is None


def test_events_and_seats_are_named():
    """Events and seats of government are found by their names."""
    event, seat = event_named("WWII"), seat_named("the Elysee Palace")
    assert event
    assert event.name == "World War II"
    assert seat
    assert (seat.country.code, seat.seat_of) == ("FRA", "head of state")
