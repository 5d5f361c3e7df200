"""The words for who speaks and who is spoken to, case by case."""

import pytest

from summitry.extract.quotes import find_quotes

SPEAKERS = [
    pytest.param("An aide in Oslo said it was late.", "An aide in Oslo", id="unnamed, with a place"),
    pytest.param("“It is late,” an aide in Oslo said.", "an aide in Oslo", id="unnamed, after the words"),
    pytest.param(
        "“It is late,” said a clerk in a borrowed hat.", "a clerk in a borrowed hat", id="unnamed, inverted"
    ),
    pytest.param(
        "“It is late,” said one porter at Grims Wharf, who left early.",
        "one porter at Grims Wharf",
        id="a relative clause tells no more",
    ),
    pytest.param(
        "A source close to the envoy said it was late.", "A source close to the envoy", id="close to somebody"
    ),
    pytest.param(
        "A spokesman for the harbour office said it was late.",
        "A spokesman for the harbour office",
        id="who speaks for another",
    ),
    pytest.param("A spokesman said on Monday it was late.", "A spokesman", id="a day tells nobody"),
    pytest.param(
        "Navy spokesman Gu Seong-min said that it was late.", "Gu Seong-min", id="a name behind its title"
    ),
    pytest.param("In March Norway asked Sweden to wait.", "Norway", id="a month before a name"),
    pytest.param("It is late. Said Ellis: “We must go now.”", "Ellis", id="the act opens the sentence"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_shows_the_speaker(page_of, text, speaker):
    """An unnamed speaker keeps all that tells who it is; a name stands alone."""
    page = page_of(text)
    assert [page.words(quote.speaker) for quote in find_quotes(page)] == [speaker]


ADDRESSEES = [
    pytest.param("Lund told the Storting that it was late.", "the Storting", id="a body with its article"),
    pytest.param("Lund told Anna Berg that it was late.", "Anna Berg", id="a person"),
    pytest.param("“It is late,” Lund said, to laughter.", None, id="what follows is not spoken to"),
    pytest.param(
        "Lund said in a letter to both ministers that it was late.", "both ministers", id="a letter within"
    ),
    pytest.param(
        "In a letter to both ministers, Lund warned that it was late.", "both ministers", id="a letter before"
    ),
    pytest.param(
        "Lund said that he had sent a letter to both ministers.", None, id="a letter that is told of"
    ),
    pytest.param("Lund called for troops to leave.", None, id="who is to act is not spoken to"),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_shows_the_addressee(page_of, text, addressee):
    """Bodies stand with their article, people by their name; the reader of a letter is spoken to."""
    page = page_of(text)
    assert [one.addressee and page.words(one.addressee) for one in find_quotes(page)] == [addressee]


LEADS = [
    pytest.param(
        "“The fee is a tax on concrete.” Ann Lund was speaking in Oslo.",
        "Ann Lund",
        id="told after the words",
    ),
    pytest.param(
        "Ann Lund remembers it otherwise. “The map was right.”", "Ann Lund", id="told before the words"
    ),
    pytest.param(
        "Ann Lund spoke next.\n\n“The map was right.”", "Ann Lund", id="told in the paragraph before"
    ),
    pytest.param("It was cold in Oslo. “The map was right.”", None, id="a sentence that tells nobody"),
    pytest.param(
        "Ann Lund has a new answer to all critics: “It is all about me.”", "Ann Lund", id="led in by a colon"
    ),
]


@pytest.mark.parametrize(("text", "speaker"), LEADS)
def test_follows_sentences_that_lead_in(page_of, text, speaker):
    """A sentence of its own can tell who speaks; then the quote has no cue."""
    page = page_of(text)
    shown = [(one.speaker and page.words(one.speaker), one.cue) for one in find_quotes(page)]
    assert shown == [(speaker, None)]
