"""Stretches between quotation marks, told from apostrophes, in every style."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.extract.quotes import find_quotes
from summitry.extract.quotes.marks import regions_of

MARKS = ["“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "„", " ", ", ", ". ", ": ", " — ", "(", ")", "?"]
WORDS = [
    *("Ann Lund", "said", "told reporters", "that", "he", "the voters", "s", "vowed to", "go", "but", "and"),
    *("according to", "didn’t", "6'2\"", "\n\n", "Berg", "Q:", "LUND:", "as", "who", "adding", "no", "4"),
]
PIECES = st.sampled_from([*MARKS, *WORDS])

CASES = [
    pytest.param("“One,” he said, “two.”", ["One,", "two."], id="curly"),
    pytest.param('"He said "no" to me," she said.', ['He said "no" to me,'], id="straight within straight"),
    pytest.param("“He said “no” to me,” she said.", ["He said “no” to me,"], id="curly within curly"),
    pytest.param("‘It’s the voters’ wish,’ he said.", ["It’s the voters’ wish,"], id="plural genitive"),
    pytest.param("‘Keepin’ it real’ is a show.", ["Keepin’ it real"], id="dropped letter"),
    pytest.param("James' and Charles' house is 'nice'.", ["nice"], id="genitives are no marks"),
    pytest.param('He is 6\'2" tall. "Yes," he said.', ["Yes,"], id="feet and inches"),
    pytest.param("In the '90s and '16 he said 'no'.", ["no"], id="decades and years"),
    pytest.param("‘90 ships sailed,’ he said.", ["90 ships sailed,"], id="a number can open"),
    pytest.param("'''No,' he said,'' she said.", ["'No,' he said,"], id="three apostrophes open"),
    pytest.param("''He said, 'no.''' She left.", ["He said, 'no.'"], id="three apostrophes close"),
    pytest.param("„Ja“, sagte er. «Oui», dit-il.", ["Ja", "Oui"], id="German and French"),
    pytest.param("“One paragraph of several.", ["One paragraph of several."], id="never closed"),
    pytest.param("‘One paragraph of several.", ["One paragraph of several."], id="never closed, single"),
    pytest.param("“One, he said. “Two.”", ["One, he said.", "Two."], id="closing mark missing"),
    pytest.param("One,” he said.", [], id="opening mark missing"),
    pytest.param("”One,” he said.", ["One,"], id="a closing shape that opens"),
    pytest.param("“One.“ Two.", ["One."], id="an opening shape that closes"),
    pytest.param("“” and “ ”", [], id="nothing between"),
    pytest.param("", [], id="no text"),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_finds_what_stands_between_marks(text, words):
    """The outermost regions are found, whatever the marks."""
    assert [text[region.first : region.last] for region in regions_of(text)] == words


@given(st.lists(PIECES, max_size=40).map("".join))
def test_regions_are_ordered_and_apart(text):
    """Regions lie in the text, in order, and share no character."""
    end = 0
    for region in regions_of(text):
        assert end <= region.start <= region.first <= region.last <= region.end <= len(text)
        end = region.end


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40).map(" ".join))
def test_every_stretch_lies_in_its_paragraph(page_of, text):
    """Whatever the text, quotes come in reading order, every stretch lies in it, and links point back."""
    page = page_of(text)
    quotes = find_quotes(page)
    assert [quote.content[:2] for quote in quotes] == sorted(quote.content[:2] for quote in quotes)
    for number, quote in enumerate(quotes):
        for span in (quote.content, quote.speaker, quote.cue, quote.addressee):
            if span is not None:
                assert 0 <= span.start < span.end <= len(page.leaves[span.passage].text)
        assert quote.cue is None or quote.cue.passage == quote.content.passage
        assert quote.continues is None or quote.continues < number
