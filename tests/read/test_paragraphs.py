"""Where paragraphs begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.read.paragraphs import paragraphs_of
from summitry.settings import MAX_WRAPPED_LINE

LONG = "The ministers of both countries spoke. " * 4
assert len(LONG) > MAX_WRAPPED_LINE

CASES = [
    pytest.param("One.\n\nTwo.", ["One.", "Two."], id="a blank line parts"),
    pytest.param("One.\n \t\nTwo.", ["One.", "Two."], id="also with white space on it"),
    pytest.param("One.\n\u200b\nTwo.", ["One.", "Two."], id="also with a sign without width on it"),
    pytest.param("One.\r\n\r\nTwo.", ["One.", "Two."], id="line ends of Windows"),
    pytest.param("One.\r\rTwo.", ["One.", "Two."], id="line ends of old Macs"),
    pytest.param("One.\n\n\n\nTwo.\n\n", ["One.", "Two."], id="several blank lines"),
    pytest.param("One.\u2029Two.", ["One.", "Two."], id="the paragraph separator of Unicode"),
    pytest.param("One\nline.", ["One\nline."], id="a short line is wrapped"),
    pytest.param("One\r\nline.", ["One\r\nline."], id="a line end of two characters is one"),
    pytest.param(f"{LONG}\nTwo.", [LONG, "Two."], id="a long line is a paragraph, and so are its neighbours"),
    pytest.param(f"One\nline.\n\n{LONG}\nThree.", ["One\nline.", LONG, "Three."], id="each block for itself"),
    pytest.param("  One\nline.\n  Two\nlines.", ["  One\nline.", "  Two\nlines."], id="indented first lines"),
    pytest.param("One\nline.\n\tTwo.", ["One\nline.", "\tTwo."], id="a tab"),
    pytest.param("  One\n  line.", ["  One\n  line."], id="a block that is indented as a whole"),
    pytest.param("One\n line.", ["One\n line."], id="a single space is a slip"),
    pytest.param(" \n\t\n", [], id="white space holds none"),
    pytest.param("", [], id="nothing holds none"),
]


@pytest.mark.parametrize(("text", "paragraphs"), CASES)
def test_finds_paragraphs(text, paragraphs):
    """Paragraphs are what a reader would see as such."""
    assert [text[first:last] for first, last in paragraphs_of(text)] == paragraphs


@given(st.text(st.sampled_from("ab \n\r\t\u2029\u200b"), max_size=30))
def test_law_no_visible_character_is_lost(text):
    """Paragraphs follow each other without touching, and what lies between them shows nothing."""
    end, between = 0, ""
    for first, last in paragraphs_of(text):
        assert end <= first < last
        between += text[end:first]
        end = last
    assert not set(between + text[end:]) & {"a", "b"}
