"""Normalising, and the way back to the given text."""

import re
import sys
import unicodedata
from itertools import groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitry.read.text import BLANK, DROPPED, JOINERS, SPACES, cell, normal
from summitry.read.unfit import Unfit
from summitry.settings import MAX_MARKS

CASES = [
    pytest.param("Ann Lee spoke.", "Ann Lee spoke.", 0, id="normal text stays"),
    pytest.param("  \n Ann Lee\t\n", "Ann Lee", 0, id="white space around a paragraph is layout"),
    pytest.param("Ann\nLee", "Ann Lee", 0, id="a wrapped line is layout"),
    pytest.param("Ann \r\n  Lee", "Ann Lee", 0, id="and so is what stands beside its end"),
    pytest.param("Ann  Lee", "Ann Lee", 1, id="the second of two spaces is dropped"),
    pytest.param("Ann\u00a0Lee", "Ann Lee", 1, id="a no-break space becomes a space"),
    pytest.param("Ann\tLee", "Ann Lee", 1, id="a tab becomes a space"),
    pytest.param("Ann\u2028Lee", "Ann Lee", 1, id="a line separator becomes a space"),
    pytest.param("Ann \u00a0\u2009Lee", "Ann Lee", 2, id="a run with a space keeps that one"),
    pytest.param("\ufeffAnn", "Ann", 1, id="a byte order mark is dropped"),
    pytest.param("sum\u00admit", "summit", 1, id="a soft hyphen is dropped"),
    pytest.param("sum\u200bmit", "summit", 1, id="a zero-width space is dropped"),
    pytest.param("\u202aAnn\u202c", "Ann", 2, id="marks of direction are dropped"),
    pytest.param("Ann\x07 Lee\x1b", "Ann Lee", 2, id="control characters are dropped"),
    pytest.param("Ann \u200b Lee", "Ann Lee", 2, id="spaces that a dropped character parted are one run"),
    pytest.param("Ann\u200d Lee\u200c", "Ann Lee", 2, id="joiners in Latin text are dropped"),
    pytest.param("\u06cc\u200c\u06a9", "\u06cc\u200c\u06a9", 0, id="joiners between Arabic letters stay"),
    pytest.param("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937", 0, id="and those after a mark"),
    pytest.param("👩\u200d⚕️", "👩\u200d⚕️", 0, id="and those in emoji"),
    pytest.param("Zoe\u0308", "Zoë", 2, id="NFC composes: both characters changed"),
    pytest.param("\u212b", "Å", 1, id="NFC replaces a sign by its letter"),
    pytest.param("\u1112\u1161\u11ab", "한", 3, id="NFC composes syllables"),
]


@pytest.mark.parametrize(("text", "expected", "changes"), CASES)
def test_brings_text_to_its_normal_form(text, expected, changes):
    """A paragraph is normalised, and exactly the characters that do not stand as given are counted."""
    passage, counted = normal(text, 0, len(text))
    assert (passage.text, counted) == (expected, changes)


def test_origins_lead_back():
    """A stretch of the normal text is found again in the given text, past all that was dropped before it."""
    text = "x\n\n  Zoe\u0308\u00a0 \u200bDahl\tspoke."
    passage, _ = normal(text, 3, len(text))
    assert passage.text == "Zoë Dahl spoke."
    start = passage.text.index("Dahl")
    first, last = passage.origin(start, start + 4)
    assert text[first:last] == "Dahl"


def test_piles_of_marks_are_refused():
    """No letter has more marks than the Stream-Safe Text Format allows: sorting them would take for ever."""
    pile = "e" + "\u0301\u0323" * (MAX_MARKS // 2)
    assert cell(pile)
    with pytest.raises(Unfit, match="combining marks"):
        cell(pile + "\u0301")


def test_every_control_character_has_a_fate():
    """Each Cc and Cf character is white space, dropped, a joiner, or one of the signs that print."""
    controls = {
        char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) in {"Cc", "Cf"}
    }
    fated = set(re.findall(f"[{BLANK}]", "".join(sorted(controls))))
    names = {unicodedata.name(char).split()[0] for char in controls - fated}
    assert names <= {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}
    assert all(unicodedata.category(char)[0] in "CZ" for char in re.findall(f"[{BLANK}]", every_character()))


def every_character() -> str:
    """All of Unicode but the surrogates."""
    return "".join(map(chr, [*range(0xD800), *range(0xE000, sys.maxunicode + 1)]))


ODD = st.sampled_from([*SPACES, *JOINERS, "\u200b", "\ufeff", "\x07", "\u00ad", "\u0301", "\u0323", "\u0308"])
LETTERS = st.sampled_from(
    [*"abeZ.—“é ", "\u212b", "\u1112", "\u1161", "\u11ab", "\u0915", "\u094d", "\u0937", "👩"]
)
ANY = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(st.one_of(ODD, LETTERS, ANY), max_size=30)


@given(TEXTS)
@example("e\u200d\u0301\u200d\u0915")
@example("\u0915\u200d\u200b\u200d\u0915")
def test_law_normal_text_stays(text):
    """Reading what was read changes nothing and counts nothing."""
    once = normal(text, 0, len(text))[0].text
    again, changes = normal(once, 0, len(once))
    assert (again.text, changes) == (once, 0)
    assert list(again.origins) == list(range(len(once) + 1))


@given(TEXTS)
def test_law_text_is_clean(text):
    """No normal text holds a control character, a double space, white space at its ends, or is not NFC."""
    found = normal(text, 0, len(text))[0].text
    assert not re.search(f"[{DROPPED}]|(?! )[{SPACES}]|  |^ | $", found)
    assert unicodedata.is_normalized("NFC", found)


@given(TEXTS)
def test_law_origins_lead_back(text):
    """Characters with one origin are what NFC makes of the given ones from there to the next origin."""
    passage, _ = normal(text, 0, len(text))
    origins = list(passage.origins)
    assert len(origins) == len(passage.text) + 1
    assert origins == sorted(origins)
    groups = [
        (at, "".join(passage.text[i] for i in same))
        for at, same in groupby(range(len(passage.text)), origins.__getitem__)
    ]
    ends = [*(at for at, _ in groups), origins[-1]][1:]
    for (at, read), end in zip(groups, ends, strict=True):
        kept = "".join(char for char in text[at:end] if read == " " or not re.match(f"[{BLANK}]", char))
        if read == " ":
            assert text[at] in SPACES
        elif read[0] in JOINERS:
            assert text[at] == read
        else:
            assert unicodedata.normalize("NFD", kept) == unicodedata.normalize("NFD", read)


@given(TEXTS, TEXTS, TEXTS)
def test_law_the_rest_of_the_text_does_not_matter(before, text, after):
    """A paragraph between line ends reads the same wherever it stands."""
    alone, changes = normal(text, 0, len(text))
    start = len(before) + 1
    there, counted = normal(f"{before}\n{text}\n{after}", start, start + len(text))
    assert (there.text, counted) == (alone.text, changes)
    assert list(there.origins) == [start + at for at in alone.origins]
