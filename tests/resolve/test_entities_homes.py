"""The country of those of whom only the place of the article tells it, and of towns by their state."""

from dataclasses import replace
from datetime import date

import pytest

from conftest import dispatch_of
from summitry.annotate import annotate
from summitry.extract.findings import findings_of
from summitry.resolve.reading import reading_of
from summitry.together import tables_of


def countries_in(text: str) -> dict[str, str | None]:
    """The country of each thing in an article from Oslo."""
    page = annotate(replace(dispatch_of(text), published_on=date(2017, 4, 28), dateline="OSLO"))
    return {
        row.entity_id: row.country_code for row in tables_of([reading_of(page, findings_of(page))]).entities
    }


CASES = [
    pytest.param("Fisheries Minister Ann Lund left on Monday.", "ann-lund", "NOR", id="an official at home"),
    pytest.param("Swedish Fisheries Minister Ann Lund left on Monday.", "ann-lund", "SWE", id="a visitor"),
    pytest.param("The widow Ann Lund left on Monday.", "ann-lund", None, id="no official"),
    pytest.param(
        "World Bank President Ann Lund left on Monday.",
        "ann-lund",
        None,
        id="of several countries",
    ),
    pytest.param("The talks in Madrid with Trade Minister Ann Lund failed.", "ann-lund", None, id="abroad"),
    pytest.param(
        "Those who came:\n\n- Norway: Prime Minister Ann Lund\n\n- Chile: President Ole Roe",
        "ann-lund",
        "NOR",
        id="a list with countries before a colon",
    ),
    pytest.param(
        "They slept at the Hotel Zembra in Oslo.",
        "hotel-zembra",
        "NOR",
        id="a building where its sentence is",
    ),
]


@pytest.mark.parametrize(("text", "entity_id", "code"), CASES)
def test_gives_the_country_of_home(text, entity_id, code):
    """Officials serve the country of the dateline, where no other is named; others have none."""
    assert countries_in(text)[entity_id] == code


def test_finds_a_town_in_the_state_that_is_named(tables_of):
    """Of several towns of one name, that of the state in the text is meant."""
    row = {
        row.entity_id: row
        for row in tables_of(("a", "2017-04-28", "They live in Lexington, South Carolina.")).entities
    }["lexington"]
    assert row.geonames_id == 4585000
