"""What an article is set in, and which town, company or team its names mean there."""

import pytest

ON = "2017-04-28"
LAMAR, FRANCE, GEORGIA, TBILISI_LAND = 4717560, 2988507, 4197000, 614540


def row_of(tables, name):
    """The only entity that the tables call so."""
    (found,) = (row for row in tables.entities if row.name == name)
    return found


PLACES = [
    pytest.param("They sang in Paris, Texas, on Monday.", "Paris", LAMAR, id="the state stands behind it"),
    pytest.param("They sang in Paris on Monday.", "Paris", FRANCE, id="nothing tells otherwise"),
    pytest.param(
        "The sheriff of Lamar County came to Paris on Monday. Roxton is in Lamar County, too.",
        "Paris",
        LAMAR,
        id="its county is named",
    ),
    pytest.param(
        "The sheriff of Lamar County flew to Paris. Roxton is in Lamar County. France welcomed him.",
        "Paris",
        FRANCE,
        id="the great city's country is named",
    ),
    pytest.param(
        "The sheriff of Licking County came to Newark on Monday.",
        "Newark",
        5164466,
        id="the county is in one state alone",
    ),
    pytest.param("They live in Licking County.", "Licking County", 5160740, id="a county"),
    pytest.param(
        "It rained in Atlanta and Savannah. North of Macon, Georgia stayed dry.",
        "Georgia",
        GEORGIA,
        id="a state called like a country, among its towns",
    ),
    pytest.param(
        "It rained in Tbilisi. Batumi in Georgia stayed dry.",
        "Georgia",
        TBILISI_LAND,
        id="the country, among its towns",
    ),
    pytest.param(
        "They met in Seattle, Washington, on Monday.",
        "Washington",
        5815135,
        id="a state behind its town, called like a capital",
    ),
    pytest.param("They met in Boise, Idaho, on Monday.", "Boise", 5586437, id="a state capital"),
]


@pytest.mark.parametrize(("text", "name", "number"), PLACES)
def test_finds_the_place_that_is_meant(tables_of, text, name, number):
    """Of several places of one name the article means the one in the region that it is set in."""
    assert row_of(tables_of(("a", ON, text)), name).geonames_id == number


BODIES = [
    pytest.param("He runs Deutsche Bank in Oslo.", "Deutsche Bank", "Q66048", id="a bank"),
    pytest.param(
        "The Associated Press (AP) asked him. He told the AP on Monday.", "AP", "Q40469", id="an agency"
    ),
    pytest.param(
        "He studies the artificial pancreas (AP). The AP is a device, the AP said.",
        "AP",
        None,
        id="an abbreviation that the article explains as something else",
    ),
]


@pytest.mark.parametrize(("text", "form", "item"), BODIES)
def test_finds_the_body_that_is_meant(tables_of, text, form, item):
    """A body has an id where its name can mean nothing else in the article."""
    tables = tables_of(("a", ON, text))
    items = {row.entity_id: row.wikidata_id for row in tables.entities}
    assert {items[row.entity_id] for row in tables.mentions if row.text == form} == {item}


MATCH = (
    "Norway beat Chile 2-1 at the tournament. The striker scored before half-time, and the goalkeeper "
    "was sent off by the referee. {} The coach praised his squad."
)
TEAMS = [
    pytest.param(MATCH.format("Norway were unbeaten."), "Norway", None, id="a team"),
    pytest.param(MATCH.format("They play in Peru next."), "Peru", "Q419", id="where it plays"),
    pytest.param(MATCH.format("She was in the Peru women's side."), "Peru", "Q419", id="it only says which"),
    pytest.param("Norway beat Chile to the contract. The coach left.", "Norway", "Q20", id="no match"),
]


SIDES = [
    pytest.param("North Korea warned South Korea. They fired into the {}.", "North", "Q423", id="both named"),
    pytest.param("South Korea called. They were born in the {}.", "South", None, id="one alone is named"),
]


@pytest.mark.parametrize(("text", "side", "item"), SIDES)
def test_knows_the_sides_of_a_divided_land(tables_of, text, side, item):
    """`the North` is a country where both countries of its land are named in full."""
    tables = tables_of(("a", ON, text.format(side)))
    items = {row.entity_id: row.wikidata_id for row in tables.entities}
    assert {items[row.entity_id] for row in tables.mentions if row.text == side} == {item}


@pytest.mark.parametrize(("text", "name", "item"), TEAMS)
def test_tells_teams_from_countries(tables_of, text, name, item):
    """In a report of sport a country's name means its team, but for where it plays."""
    assert row_of(tables_of(("a", ON, text)), name).wikidata_id == item


def test_gives_states_and_cities_their_ids(tables_of):
    """A state and a large city are known by their Wikidata ids too."""
    tables = tables_of(("a", ON, "They came from Nebraska to Tokyo and Los Angeles."))
    items = {row.name: row.wikidata_id for row in tables.entities}
    assert items == {"Nebraska": "Q1553", "Tokyo": "Q1490", "Los Angeles": "Q65"}
