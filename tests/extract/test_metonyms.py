"""Whether the name of a capital stands for its government or for the city, case by case."""

import pytest

GOVERNMENTS = [
    pytest.param("Oslo said it was ready.", ["Oslo"], id="speaks"),
    pytest.param("Moscow rejected the offer.", ["Moscow"], id="rejects"),
    pytest.param("Moscow has asked Tokyo to sign the treaty.", ["Moscow", "Tokyo"], id="asks and is asked"),
    pytest.param("Nairobi accused Kampala of spying.", ["Nairobi", "Kampala"], id="accuses"),
    pytest.param("London is expected to reply by May.", ["London"], id="subject of a passive"),
    pytest.param("New Delhi tested a missile.", ["New Delhi"], id="does what states do"),
    pytest.param("Brussels and London agreed on quotas.", ["Brussels", "London"], id="coordinated subjects"),
    pytest.param("Beijing and its allies objected.", ["Beijing"], id="coordinated with a noun"),
    pytest.param("Beijing, which claims the reef, protested.", ["Beijing"], id="subject with a clause"),
    pytest.param("Moscow’s stance on the islands hardened.", ["Moscow"], id="owns a stance"),
    pytest.param("Hanoi’s ambassador was recalled.", ["Hanoi"], id="owns an ambassador"),
    pytest.param("Relations between Moscow and Tokyo improved.", ["Moscow", "Tokyo"], id="relations between"),
    pytest.param("An alliance with Moscow would cost Oslo dear.", ["Moscow", "Oslo"], id="alliance with"),
    pytest.param("Washington imposed sanctions on Tehran.", ["Washington", "Tehran"], id="sanctions on"),
    pytest.param("Pressure from Nairobi grew.", ["Nairobi"], id="pressure from"),
    pytest.param("A letter to London was ignored.", ["London"], id="is written to"),
    pytest.param("Support for Kiev is waning.", ["Kiev"], id="support for"),
    pytest.param(
        "Talks held between Nairobi and London failed.", ["Nairobi", "London"], id="hold talks between them"
    ),
    pytest.param("According to Ankara, the deal is dead.", ["Ankara"], id="source of a report"),
    pytest.param("The Tehran government fell.", ["Tehran"], id="names a government"),
    pytest.param("The Kremlin said nothing.", ["Kremlin"], id="a seat of government speaks"),
    pytest.param("Downing Street welcomed it.", ["Downing Street"], id="a street of government speaks"),
    pytest.param(
        "The Ankara–Athens dispute goes on.",
        ["Ankara", "Athens"],
        id="joined by a dash",
        marks=pytest.mark.xfail(reason="rule not written: capitals joined by a dash before a noun"),
    ),
]

CITIES = [
    pytest.param("The talks were held in Moscow.", id="in it"),
    pytest.param("Talks set for Nairobi were called off.", id="set for it"),
    pytest.param("Moscow's streets were empty.", id="its streets"),
    pytest.param("The envoy flew from Moscow to Tokyo.", id="from it, to it"),
    pytest.param("Trains between Moscow and Kiev were late.", id="trains between"),
    pytest.param("Flights from Nairobi were late.", id="flights from"),
    pytest.param("The road to London was closed.", id="road to"),
    pytest.param("Protesters in Tehran burned flags.", id="people in it"),
    pytest.param("Tehran residents stayed at home.", id="its residents"),
    pytest.param("A Tehran court jailed the man.", id="a court there"),
    pytest.param("Tourists walked around the Kremlin.", id="a building to walk around"),
    pytest.param("They met at the White House.", id="a building to meet in"),
    pytest.param("London lies on the Thames.", id="lies somewhere"),
    pytest.param("Oslo is the capital of Norway.", id="is a capital"),
    pytest.param("The mayor of Hanoi resigned.", id="has a mayor"),
    pytest.param("The Hanoi summit failed.", id="a summit there"),
    pytest.param("Hanoi, Vietnam, is hot.", id="an address"),
    pytest.param("The zoo in Seattle, Washington was closed.", id="behind a town of its country"),
    pytest.param("Taipei, Taiwan — The fair opened on Monday.", id="before its country"),
    pytest.param("He left Berlin on Monday.", id="is left"),
    pytest.param("Nairobi hosted the games.", id="hosts games"),
    pytest.param("Downtown Nairobi was flooded.", id="a part of it"),
    pytest.param("He studied in Athens.", id="someone's place of study"),
    pytest.param(
        "Fog covered London.",
        id="weather over it",
        marks=pytest.mark.xfail(reason="verbs of weather are not known"),
    ),
    pytest.param(
        "Snow fell on Beijing.",
        id="weather on it",
        marks=pytest.mark.xfail(reason="verbs of weather are not known"),
    ),
    pytest.param(
        "Nairobi, the capital, was calm.",
        id="called the capital in apposition",
        marks=pytest.mark.xfail(reason="rule not written: an apposition that says city"),
    ),
]


@pytest.mark.parametrize(("text", "governments"), GOVERNMENTS)
def test_finds_governments(mentions_of, text, governments):
    """A capital that acts, is acted upon, or owns as a state does is a government."""
    assert [found.text for found in mentions_of(text) if found.form == "metonym"] == governments


@pytest.mark.parametrize("text", CITIES)
def test_leaves_cities(mentions_of, text):
    """A capital or a seat of government where something is or happens is a place."""
    assert {found.form for found in mentions_of(text)} == {"name"}


@pytest.mark.parametrize("text", ["Bergen said it was ready.", "Ann Lund said it was ready."])
def test_knows_capitals_alone(mentions_of, text):
    """What is no capital stands for no government."""
    assert "metonym" not in {found.form for found in mentions_of(text)}
