"""What stand-off findings say of names and pronouns: what each means, where that is known."""

import pytest

import summitry

TEXT = (
    "Kari Solheim of Norway met Erik Dahl in Oslo on Tuesday. She gave him a map.\n\n"
    "“We agree,” she said. Danish guests listened, and they talked."
)


@pytest.fixture(scope="module")
def links():
    """What is linked in a text, each after its words."""
    found = summitry.annotate({"id": "a", "date": "2019-05-15", "text": TEXT})["links"]
    return [(TEXT[slice(*one["span"])], one) for one in found]


CASES = [
    pytest.param(
        "Kari Solheim", "name", "person:kari-solheim", "Kari Solheim", id="only the article names her"
    ),
    pytest.param("Norway", "name", "Q20", "Norway", id="a country is known"),
    pytest.param("Oslo", "name", "geonames:3143244", "Oslo", id="a city is known"),
    pytest.param("She", "pronoun", "person:kari-solheim", "Kari Solheim", id="no quote needs this pronoun"),
    pytest.param("him", "pronoun", "person:erik-dahl", "Erik Dahl", id="an object"),
    pytest.param("she", "pronoun", "person:kari-solheim", "Kari Solheim", id="a speaker"),
    pytest.param("Danish", "demonym", "Q35", "Denmark", id="an adjective of a nation"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "form", "entity", "name"), CASES)
def test_a_stretch_is_linked(links, words, form, entity, name):
    """By the key of what it means, and its fullest name."""
    [one] = [one for found, one in links if found == words]
    assert (one["form"], one["entity"], one["name"]) == (form, entity, name)


def test_ids_are_those_of_the_tables(links):
    """A link has the ids, the code and the position that the row of the entity has."""
    [norway] = [one for found, one in links if found == "Norway"]
    assert (norway["type"], norway["position"], norway["country_code"]) == ("place", "country", "NOR")
    assert (norway["wikidata_id"], norway["geonames_id"]) == ("Q20", 3144096)


def test_links_come_in_reading_order(links):
    """Sorted by where they stand."""
    assert [one["span"] for _, one in links] == sorted(one["span"] for _, one in links)


@pytest.mark.parametrize(
    ("text", "places", "days"),
    [
        pytest.param(
            "OSLO, May 14 (AP) — Talks went on.", ["OSLO"], {"May 14": "2019-05-14"}, id="before the text"
        ),
        pytest.param(
            "\nBERGEN, Norway (AP) _\n\nTalks went on.", ["BERGEN", "Norway"], {}, id="a line alone"
        ),
        pytest.param("Talks went on in 1998.", [], {"1998": "1998"}, id="none at all"),
    ],
)
def test_tells_what_stands_before_the_text(text, places, days):
    """The town and the day of a dateline are findings, where they stand; tables have no rows of them."""
    found = summitry.annotate({"id": "a", "date": "2019-05-15", "text": text})
    assert [text[start:end] for start, end, label in found["entities"] if label == "LOC"] == places
    shown = {text[slice(*one["span"])]: one["value"] for one in found["timexes"]}
    assert shown == days
