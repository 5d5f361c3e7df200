"""What is asked first to save time: it never rules out what the longer way would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry import knowledge
from summitry.extract.mentions.consistency import places_of
from summitry.extract.mentions.known import kind_known
from summitry.extract.quotes.marks import regions_of
from summitry.extract.words import word_list, word_lists
from summitry.knowledge.forms import forms, openings

NAMES = st.sampled_from(["Roe", "Ann Roe", "Roe-", "U.N.", "roe"])
TEXTS = st.lists(st.sampled_from(["Roe", "Ann", " ", "-", "_", "’s", ".", "U.N.", "é", "2"]), max_size=14)


@given(NAMES, TEXTS.map("".join))
def test_finds_the_places_that_a_pattern_finds(name, text):
    """A name is repeated where it stands as words of its own, with no letter, digit or hyphen before it."""
    pattern = rf"(?<![\w-]){re.escape(name)}(?!\w)"
    assert list(places_of(name, text)) == [found.start() for found in re.finditer(pattern, text)]


LOOKUPS = [
    knowledge.country_named,
    knowledge.country_of_demonym,
    knowledge.country_of_capital,
    knowledge.place_of_adjective,
    knowledge.place_named,
    knowledge.seat_named,
    knowledge.organization_named,
    knowledge.event_named,
]


@pytest.mark.parametrize("look_up", LOOKUPS, ids=lambda look_up: look_up.__name__)
def test_every_known_name_may_be_known(look_up):
    """Whatever a look-up finds, with an article or without, passes the question that is asked first."""
    names = sorted(forms())[::37]
    found = [text for name in names for text in (name, f"the {name}", f"The {name}") if look_up(text)]
    assert all(map(knowledge.may_be_known, found))


def test_every_name_of_several_words_may_be_opened():
    """The first word of a known name opens one, with the article before it too."""
    several = [name for name in sorted(forms())[::37] if " " in name]
    assert all(knowledge.may_open_name(name.split()[0]) for name in several)
    assert {"the", "The", "THE"} <= openings()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("THE UNITED STATES", "country", id="an article in capitals"),
        pytest.param("Côte d’Ivoire", "country", id="marks and a curly apostrophe"),
        pytest.param("Second World War", "event", id="an event"),
        pytest.param("Lund Harbour Trust", None, id="known to no table"),
    ],
)
def test_knows_the_kind_of_a_name(text, kind):
    """What the tables hold is found in any of its spellings."""
    assert kind_known(text) == kind


@given(st.text("ab .,()-"))
def test_a_text_without_marks_has_no_region(text):
    """Without a quotation mark nothing is quoted."""
    assert regions_of(text) == ()


def test_joins_word_lists():
    """Several lists together are their union."""
    assert word_lists("honorifics", "kin_nouns") == word_list("honorifics") | word_list("kin_nouns")
