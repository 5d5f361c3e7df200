"""Transcripts and interviews: labels give the word."""

import pytest

from summitry.extract.quotes import find_quotes

TRANSCRIPTS = [
    pytest.param(
        "SECRETARY LUND: The ferry is old.\n\nQUESTION: How old?\n\nSECRETARY LUND: Very.",
        [
            ("The ferry is old.", "LUND", None),
            ("How old?", "QUESTION", None),
            ("Very.", "LUND", None),
        ],
        id="the name without its title; a turn after another speaker's carries on nothing",
    ),
    pytest.param(
        "MR. LUND: The ferry is old.\n\nIt leaks.\n\nThat will do.\n\nMS. BERG: We agree.",
        [
            ("The ferry is old.", "LUND", None),
            ("It leaks.", "LUND", 0),
            ("That will do.", "LUND", 1),
            ("We agree.", "BERG", None),
        ],
        id="paragraphs without a label carry on the turn",
    ),
    pytest.param(
        "LUND: The ferry is old.\n\n(Laughter.)\n\nBERG: We agree.",
        [("The ferry is old.", "LUND", None), ("We agree.", "BERG", None)],
        id="a stage direction is no turn",
    ),
    pytest.param(
        "Q: Is it old?\n\nA: Very.\n\nShe poured the tea.\n\nQ: Will you sell it?\n\nA: No.\n\nI love it.",
        [
            ("Is it old?", "Q", None),
            ("Very.", "A", None),
            ("Will you sell it?", "Q", None),
            ("No.", "A", None),
            ("I love it.", "A", 3),
        ],
        id="between question and answer the reporter may speak, but not as I",
    ),
    pytest.param("NOTE: The ferry is old.\n\nIt leaks.", [], id="a single label is no transcript"),
]


@pytest.mark.parametrize(("text", "turns"), TRANSCRIPTS)
def test_reads_turns(page_of, text, turns):
    """Each turn is a direct quote without cue: all that follows the label."""
    page = page_of(text)
    found = find_quotes(page)
    shown = [
        (page.words(quote.content), quote.speaker and page.words(quote.speaker), quote.continues)
        for quote in found
    ]
    assert shown == turns
    assert {(quote.kind, quote.cue) for quote in found} <= {("direct", None)}
