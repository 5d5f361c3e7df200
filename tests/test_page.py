"""Words of a paragraph by their place: halving finds what a look at every word finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from summitry.page import Leaf, Sentence, Token

TEXTS = st.lists(st.sampled_from(["Ann", "Lund", " ", "  ", ",", "\n", "met"]), max_size=12).map("".join)
PLACES = st.integers(0, 40)


def leaf_of(text):
    """A paragraph of the words and marks of a text, which know nothing of each other."""
    tokens = tuple(
        Token(at, *word.span(), word[0], word[0].lower(), word[0], "X", "XX", "dep", at, 0)
        for at, word in enumerate(re.finditer(r"\w+|[^\w ]", text))
    )
    return Leaf(0, text, tokens, (Sentence(0, len(tokens)),), (), ((),) * len(tokens))


@given(TEXTS, PLACES)
def test_finds_the_word_at_a_place(text, place):
    """The word at a place is the first that ends behind it."""
    leaf = leaf_of(text)
    assert leaf.token_at(place) == next((word for word in leaf.tokens if word.end > place), None)


@given(TEXTS, PLACES, st.integers(1, 3))
def test_finds_the_words_before_a_place(text, place, count):
    """The words before a place are the last that end there or earlier."""
    leaf = leaf_of(text)
    before = tuple(word for word in leaf.tokens if word.end <= place)
    assert leaf.words_before(place, count) == before[-count:]


@given(TEXTS, PLACES, PLACES)
def test_finds_the_words_of_a_stretch(text, start, end):
    """A word lies in a stretch with both its ends, or touches it with one character."""
    leaf = leaf_of(text)
    assert leaf.words_in(start, end) == tuple(
        word for word in leaf.tokens if start <= word.start and word.end <= end
    )
    if start < end:
        assert leaf.words_touching(start, end) == tuple(
            word for word in leaf.tokens if word.start < end and start < word.end
        )
