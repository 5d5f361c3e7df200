"""What a name stands for: a person, a body or a place, from the name itself and from the words around it."""

import pytest

KINDS = [
    pytest.param("He met Zembra, a retired fisherman.", "Zembra", "person", id="called a person behind"),
    pytest.param(
        "They fined Zembra, a shipping company.", "Zembra", "organization", id="called a firm behind"
    ),
    pytest.param(
        "She was born in Zembra, a fishing village.", "Zembra", "place", id="called a village behind"
    ),
    pytest.param("Mr Zembra left early.", "Zembra", "person", id="an honorific"),
    pytest.param("The killed man was Odo Zembra, 34, of Oslo.", "Odo Zembra", "person", id="an age"),
    pytest.param("They marched through Zembra province.", "Zembra", "place", id="a noun for places behind"),
    pytest.param("The newspaper Al Zembra wrote of it.", "Al Zembra", "organization", id="a noun for bodies"),
    pytest.param("He swam in Klong Zembra.", "Klong Zembra", "place", id="a foreign word for a canal first"),
    pytest.param(
        "She works for Banco Zembra.", "Banco Zembra", "organization", id="a foreign word for a bank"
    ),
    pytest.param(
        "It was built by Zembra Holdings Ltd last year.", "Zembra Holdings Ltd", "organization", id="a firm"
    ),
    pytest.param("They slept at the Hotel Zembra.", "Hotel Zembra", "place", id="a building"),
    pytest.param("Oslo said it was ready.", "Oslo", "place", id="a capital that speaks is no person"),
    pytest.param(
        "Ole Jordan left. Jordan was tired.", "Jordan", "person", id="a surname called as a country"
    ),
    pytest.param(
        "Chad Brekke left. Chad was tired.", "Chad", "person", id="a given name called as a country"
    ),
    pytest.param(
        "Ole Jordan left. He lives in Jordan.", "Jordan", "place", id="the country beside a namesake"
    ),
    pytest.param(
        "Environment Canada denied it.", "Environment Canada", "organization", id="an agency and its country"
    ),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_tells_kinds_apart(mentions_of, text, name, kind):
    """A name has the kind that the words in it and around it say."""
    assert (name, kind) in [(found.text, found.type) for found in mentions_of(text)]


def test_an_article_uses_a_name_for_one_thing(mentions_of):
    """What one place says of a name holds for all places of it in the article."""
    text = "Zembra won.\n\nThe company Zembra, a shipping firm, said so.\n\nNobody believed Zembra."
    assert {found.type for found in mentions_of(text) if found.text == "Zembra"} == {"organization"}


SPANS = [
    pytest.param(
        "They met Ann Lund. Berg stayed away, as Ole Berg had said.", "Ann Lund", id="a sentence ends"
    ),
    pytest.param("The Canal Study Group (CSG) met. The CSG agreed.", "CSG", id="an abbreviation in brackets"),
    pytest.param("The Bergen Police came.", "Bergen Police", id="a town in the name of a body"),
    pytest.param("They asked Gen Lund.", "Lund", id="a rank without its full stop"),
    pytest.param("They live in Dallas, Tex. and like it.", "Tex.", id="the short name of a state"),
]


@pytest.mark.parametrize(("text", "name"), SPANS)
def test_finds_where_names_end(mentions_of, text, name):
    """A name reaches as far as its words do, and no further."""
    assert name in [found.text for found in mentions_of(text)]


@pytest.mark.parametrize("word", ["GDP", "LGBT", "MPs", "COVID-19"])
def test_abbreviations_of_things_are_no_names(mentions_of, word):
    """An abbreviation of something that is neither body nor place has no row."""
    assert word not in [found.text for found in mentions_of(f"They spoke about {word} in Oslo.")]


@pytest.mark.parametrize(
    ("text", "form"), [("OSLO (AP) — Ann Lund said no.", "name"), ("Oslo said no.", "metonym")]
)
def test_a_dateline_governs_nothing(mentions_of, text, form):
    """A capital that opens a paragraph as its dateline is where it was written."""
    assert [found.form for found in mentions_of(text) if found.text.upper() == "OSLO"] == [form]
