"""Names of things that are no person, body, place, event or document have no row."""

import pytest

THINGS = [
    pytest.param("He died of the Zembra virus in Oslo.", "Zembra", id="a noun for things behind"),
    pytest.param("She starred in the film Zembra.", "Zembra", id="a noun for things before"),
    pytest.param("Zembra is a drug that nobody likes.", "Zembra", id="called a drug behind"),
    pytest.param("Users of Zembra complained. Ann Lund left.", "Zembra", id="it has users"),
    pytest.param("They installed Zembra 5.3.1, and Ann Lund left.", "Zembra", id="it has versions"),
    pytest.param("She won Best Painted Boat.", "Best Painted Boat", id="a prize"),
    pytest.param("They moored the MV Zembra Star.", "MV Zembra Star", id="a ship"),
    pytest.param("He converted to Islam in Oslo.", "Islam", id="a religion"),
    pytest.param("It cost them Rs.30 in Oslo.", "Rs.30", id="a sum of money"),
    pytest.param("They wrote #LetZembraSpeak in Oslo.", "LetZembraSpeak", id="a hashtag"),
    pytest.param("The DRM of it worries Oslo.", "DRM", id="an abbreviation of a thing"),
]


@pytest.mark.parametrize(("text", "name"), THINGS)
def test_things_are_no_names(mentions_of, text, name):
    """What is none of the five types is no name, rather than one of another type."""
    assert name not in [found.text for found in mentions_of(text)]


KINDS = [
    pytest.param("Hurricane Zelda struck Oslo.", "Hurricane Zelda", "event", id="a storm"),
    pytest.param(
        "He opened the International Conference on Salt in Oslo.",
        "International Conference on Salt",
        "event",
        id="a conference",
    ),
    pytest.param("They praised Matt Temple.", "Matt Temple", "person", id="a surname that means a place"),
    pytest.param("The Legislative Assembly met.", "Legislative Assembly", "organization", id="an assembly"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_tells_things_and_events_apart(mentions_of, text, name, kind):
    """Storms and conferences happen; a body is none of them, and a surname no place."""
    assert (name, kind) in [(found.text, found.type) for found in mentions_of(text)]


def test_a_storm_keeps_its_short_name(mentions_of):
    """What a storm is called for short is the storm, not someone of that name."""
    text = "Hurricane Zelda struck Oslo.\n\nZelda weakened later."
    assert {found.type for found in mentions_of(text) if "Zelda" in found.text} == {"event"}


SPANS = [
    pytest.param("Following Ann Lund, he left.", "Ann Lund", id="a word that opens the sentence"),
    pytest.param(
        "Ann Lund left. The podcaster came.\n\nPodcaster Ann Lund left.", "Podcaster Ann Lund", id="a trade"
    ),
    pytest.param("They met Senators Ann Lund and Ole Berg.", "Senators Ann Lund", id="titles in the plural"),
]


@pytest.mark.parametrize(("text", "name"), SPANS)
def test_people_are_named_without_what_stands_beside(mentions_of, text, name):
    """A person's name holds no word of the sentence around it."""
    found = [found.text for found in mentions_of(text)]
    assert "Ann Lund" in found
    assert name == "Ann Lund" or name not in found
