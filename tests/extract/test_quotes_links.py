"""To whom something is said, and who goes on speaking over marks, sentences and paragraphs."""

import pytest

from summitry.extract.quotes import find_quotes

STYLES = [
    pytest.param("“{}”", "‘{}’", id="curly"),
    pytest.param('"{}"', "'{}'", id="straight"),
    pytest.param("''{}''", "'{}'", id="doubled apostrophes"),
    pytest.param("``{}''", "`{}'", id="typewriter"),
    pytest.param("‘{}’", "“{}”", id="British single"),
    pytest.param("'{}'", '"{}"', id="straight single"),
    pytest.param("«{}»", "“{}”", id="guillemets"),
]


@pytest.mark.parametrize(("outer", "inner"), STYLES)
def test_reads_marks_of_every_style(quotes_of, outer, inner):
    """One text has the same quotes in every style of marks, apostrophes and nested marks included."""
    nested = "It’s the voters’ " + inner.format("wish") + " that counts,"
    text = f"{outer.format(nested)} said Ann Lund. {outer.format('Don’t ask me.')}"
    assert quotes_of(text) == [
        ("direct", nested, "Ann Lund", "said"),
        ("direct", "Don’t ask me.", "Ann Lund", None),
    ]


ADDRESSEES = [
    pytest.param("Lund told reporters that the ferry was old.", "reporters", id="told"),
    pytest.param(
        "Lund told Russian news agencies on Monday that it was old.", "Russian news agencies", id="long"
    ),
    pytest.param("Lund told a media briefing in Oslo that it was old.", "a media briefing", id="an occasion"),
    pytest.param("Lund told reporters yesterday that it was old.", "reporters", id="time is no addressee"),
    pytest.param(
        "Lund called on the council and the mayor to sell it.", "the council and the mayor", id="two"
    ),
    pytest.param("Lund asked Berg in a letter to sell it.", "Berg", id="request by letter"),
    pytest.param("Lund said to aides that the ferry was old.", "aides", id="said to"),
    pytest.param("Lund told the council: “The ferry is old.”", "the council", id="before direct words"),
    pytest.param("The mayor was told that the ferry was old.", "The mayor", id="passive"),
    pytest.param("Lund said that the ferry was old.", None, id="nobody"),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_finds_addressees(page_of, text, addressee):
    """Who is spoken to is told apart from times, occasions and the words themselves."""
    page = page_of(text)
    (quote,) = find_quotes(page)
    assert (quote.addressee and page.words(quote.addressee)) == addressee


PARAGRAPHS = [
    pytest.param(
        "“The ferry is old,” said Ann Lund.\n\n“It will be sold.”",
        [("Ann Lund", None), ("Ann Lund", 0)],
        id="a paragraph in marks carries on",
    ),
    pytest.param(
        "Ann Lund said: “The ferry is old.\n\n“It will be sold.”",
        [("Ann Lund", None), ("Ann Lund", 0)],
        id="a mark is closed only after the last paragraph",
    ),
    pytest.param(
        "“One,” he said.\n\n“Two.”\n\n“Three.”",
        [("he", None), ("he", 0), ("he", 1)],
        id="three paragraphs",
    ),
    pytest.param("Ann Lund said:\n\n“The ferry is old.”", [("Ann Lund", None)], id="announced by a colon"),
    pytest.param("The ferry is old.\n\n“It will be sold.”", [(None, None)], id="nobody speaks: null"),
    pytest.param(
        "“The ferry is old,” said Ann Lund.\n\nIt was built in 1950.\n\n“It will be sold.”",
        [("Ann Lund", None), (None, None)],
        id="unsure across other text: null",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), PARAGRAPHS)
def test_follows_speakers_over_paragraphs(page_of, text, quotes):
    """Words without a cue carry on the quote right before them, or have no speaker."""
    page = page_of(text)
    found = [(quote.speaker and page.words(quote.speaker), quote.continues) for quote in find_quotes(page)]
    assert found == quotes


def test_reads_transcripts(quotes_of):
    """In a transcript the name before the colon speaks, and is no part of the words."""
    text = "Q: Why did you sell it?\n\nLUND: It was old. “Very old,” my aide said."
    assert quotes_of(text) == [
        ("direct", "Why did you sell it?", "Q", None),
        ("direct", "It was old. “Very old,” my aide said.", "LUND", None),
    ]


def test_reads_headlines(quotes_of):
    """A headline reports someone whom the article names."""
    text = "Lund: Ferry Was ‘Old’\n\nAnn Lund sold the ferry.\n\nThe Latest: no ferry."
    assert quotes_of(text) == [("mixed", "Ferry Was ‘Old’", "Lund", None)]
