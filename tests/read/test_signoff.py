"""Sign-offs: what stands after the last sentence is no text, and text that looks like it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.read import read_record
from summitry.read.paragraphs import paragraphs_of
from summitry.read.signoff import without_sign_off

MET = "OSLO, May 15 (Reuters) - The ministers met.\n\nThey agreed."


def article(text):
    """What a record with that text is read as."""
    return read_record({"id": "fish", "date": "2019-05-15", "text": text})


def told(text):
    """The paragraphs of a text."""
    return [passage.text for passage in article(text).passages]


ENDS = [
    pytest.param("\n\n(Reporting by Ann Lee in Oslo; Editing by Jan Vik)", id="Reuters"),
    pytest.param(" (Reporting by Ann Lee; Editing by Jan Vik)", id="on the last line"),
    pytest.param(
        "\n\n(Additional reporting by Ann Lee in Oslo,\nJan Vik in Bergen; Editing by Per Moen)",
        id="on two lines",
    ),
    pytest.param(
        "\n\nReporting by Ann Lee; Editing by Jan Vik\n\nOur Standards: The Principles.",
        id="without brackets",
    ),
    pytest.param("\n\n((ann.lee@news.example; +47 22 00 00 00))", id="whom to ask"),
    pytest.param("\n\n(This May 5 story corrects the name in paragraph 3)", id="a correction"),
    pytest.param("\n\n(The May 5 item has been refiled to fix a typo)", id="an item that was sent again"),
    pytest.param(" /Xinhua/", id="an agency in slashes"),
    pytest.param(" Enditem", id="Enditem"),
    pytest.param(" Enditem/Xinhua/", id="both"),
    pytest.param("\n\n— AFP", id="an agency after a dash"),
    pytest.param(" (AFP)", id="an agency in brackets"),
    pytest.param("\n\nal/cb/txw", id="initials"),
    pytest.param("\n\ndpa ann jv", id="initials of dpa"),
    pytest.param("\n\n# Notebook\n\n## Internet\n- a page\n\ndpa ann", id="the notebook of dpa"),
    pytest.param(" EFE\n\nann/jv", id="EFE"),
    pytest.param("\n\n==Kyodo", id="Kyodo"),
    pytest.param("\n Reuter\n\x03", id="old Reuters"),
    pytest.param("\n\n--IANS\n\nann/jv", id="IANS"),
    pytest.param(" PTI AL JV", id="PTI"),
    pytest.param("\n\n9376**2044", id="IRNA"),
    pytest.param("\nAP-OS-05-15-19 1402EST<", id="the stamp of AP"),
    pytest.param("\n\n___\n\nAssociated Press writer Ann Lee contributed to this report.", id="who helped"),
    pytest.param("\n\nThis report by The Canadian Press was first published May 15, 2019.", id="CP"),
    pytest.param("\n\nTo contact the reporter on this story: Ann Lee in Oslo", id="Bloomberg"),
    pytest.param("\n\nENDS", id="ENDS"),
    pytest.param("\n\n(END)", id="END in brackets"),
    pytest.param("\n\n###", id="crosses"),
    pytest.param("\n\n-30-", id="thirty"),
    pytest.param("\n\n-0-\n\nCopyright 2019 Fjord News. All rights reserved.", id="UPI"),
    pytest.param("\n\n(c) Fjord News 2019", id="copyright"),
    pytest.param("\n\nNNNN", id="telex"),
    pytest.param("\n151402 MAY 19", id="the stamp of a telex"),
    pytest.param("\n\nAFP 151402 GMT MAY 19", id="the stamp of AFP"),
    pytest.param("\n(Reporting by Ann Lee)\nKeywords: NORWAY DENMARK/FISH", id="keywords"),
]


@pytest.mark.parametrize("end", ENDS)
def test_sign_offs_are_no_text(end):
    """Credits, marks of the end, agencies, initials and copyright are taken off; no change is counted."""
    assert told(MET + end) == ["The ministers met.", "They agreed."]
    assert article(MET + end).changes == 0


TEXTS = [
    "Reporting by Oslo Radio showed that they agreed.",
    "Copyright Minister Ann Lee resigned.",
    "With reports from the front growing worse, Lee resigned.",
    "He works for Reuters.",
    "She left for the talks (AFP)",
    "More will follow.",
    "Ends and means were discussed.",
    "The story (which corrects nothing) goes on.",
    "Lee and Vik contributed to this success.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_stay(text):
    """A sentence with the same words is text."""
    assert told(f"They met.\n\n{text}") == ["They met.", text]


def test_the_rest_of_a_wrapped_sentence_stays():
    """An agency on the last line of a wrapped paragraph can be the end of its sentence."""
    assert told("They met, a spokesman told\nReuters.") == ["They met, a spokesman told Reuters."]


def test_what_a_sign_off_tells():
    """Agency and byline are taken from it where nothing else tells them."""
    found = article("They met.\n\n(Reporting by Ann Lee; Editing by Jan Vik)\n\n— AFP")
    assert (found.agency, found.byline) == ("AFP", "Reporting by Ann Lee; Editing by Jan Vik")
    found = article("By Per Moen\n\nOSLO (AP) - They met.\n\n(Reporting by Ann Lee)\n\n— AFP")
    assert (found.agency, found.byline) == ("AP", "By Per Moen")


def test_changes_in_what_is_taken_off_do_not_count():
    """`changes` is about the characters of the paragraphs."""
    assert article("They\u00a0met.\n\n(Reporting\u00a0by Ann\u00a0Lee)").changes == 1


def test_something_is_left():
    """An article that is only a sign-off keeps it: it is not for reading to say that there is no article."""
    assert told("ENDS") == ["ENDS"]


@given(st.text(st.sampled_from("aB. \n()-—#/0AFPENDSReuter©"), max_size=60))
def test_only_the_end_is_taken_off(text):
    """What is left are the first paragraphs, the last of them perhaps shorter."""
    stretches = tuple(paragraphs_of(text))
    if stretches:
        left = without_sign_off(text, stretches).stretches
        assert left
        assert left[:-1] == stretches[: len(left) - 1]
        assert left[-1][0] == stretches[len(left) - 1][0]
        assert left[-1][0] <= left[-1][1] <= stretches[len(left) - 1][1]
