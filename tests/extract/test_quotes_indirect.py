"""What is reported without quotation marks, case by case."""

import pytest

INDIRECT = [
    pytest.param("Lund said the ferry would sail.", "the ferry would sail", "Lund", "said", id="no that"),
    pytest.param(
        "Lund said that the ferry would sail.", "the ferry would sail", "Lund", "said", id="that left out"
    ),
    pytest.param(
        "Lund said on Monday that it would sail.", "it would sail", "Lund", "said", id="day before that"
    ),
    pytest.param(
        "The new minister said Monday the ferry was old.",
        "the ferry was old",
        "The new minister",
        "said",
        id="bare day belongs to the act",
    ),
    pytest.param(
        "Lund said on Friday morning the ferry was old.",
        "the ferry was old",
        "Lund",
        "said",
        id="part of a day belongs to the act",
    ),
    pytest.param(
        "Lund told reporters after the talks in Oslo that it would sail.",
        "it would sail",
        "Lund",
        "told",
        id="addressee and adjuncts before that",
    ),
    pytest.param(
        "The minister said, in a letter to Berg, that the ferry was old.",
        "the ferry was old",
        "The minister",
        "said",
        id="parenthesis before that",
    ),
    pytest.param("The ferry was sold, Lund said.", "The ferry was sold", "Lund", "said", id="cue at the end"),
    pytest.param(
        "The ferry is old, said Ann Lund, a former minister.",
        "The ferry is old",
        "Ann Lund",
        "said",
        id="inverted at the end",
    ),
    pytest.param(
        "The paper mooted selling the ferry.",
        "selling the ferry",
        "The paper",
        "mooted",
        id="writing can moot",
    ),
    pytest.param("As Lund said, the ferry is old.", "the ferry is old", "Lund", "said", id="as someone said"),
    pytest.param(
        "The ferry was sold in May, according to the harbour office.",
        "The ferry was sold in May",
        "the harbour office",
        "according to",
        id="source at the end",
    ),
    pytest.param(
        "According to the harbour office, the ferry was sold in May.",
        "the ferry was sold in May",
        "the harbour office",
        "According to",
        id="source first",
    ),
    pytest.param(
        "It was announced that it would be sold.", "it would be sold", None, "announced", id="no speaker"
    ),
    pytest.param(
        "Lund was quoted as saying that the ferry was old.",
        "the ferry was old",
        "Lund",
        "saying",
        id="quoted as saying",
    ),
    pytest.param("Lund vowed to sell the ferry.", "to sell the ferry", "Lund", "vowed", id="infinitive"),
    pytest.param(
        "Lund, who has vowed to sell the ferry, left on Monday.",
        "to sell the ferry",
        "Lund",
        "vowed",
        id="relative clause ends at its comma",
    ),
    pytest.param(
        "The letter, in which Berg said that the ferry was old, was lost.",
        "the ferry was old",
        "Berg",
        "said",
        id="clause inside a clause",
    ),
    pytest.param(
        "After saying that the ferry was old, Lund left Oslo.",
        "the ferry was old",
        "Lund",
        "saying",
        id="clause before the main clause",
    ),
    pytest.param(
        "Lund urged the council to sell the ferry.", "to sell the ferry", "Lund", "urged", id="request"
    ),
    pytest.param(
        "The mayor asked Lund not to sell the ferry.",
        "not to sell the ferry",
        "The mayor",
        "asked",
        id="request that something be not done",
    ),
    pytest.param(
        "Both Lund and Berg on Monday called on Oslo to sell the ferry.",
        "to sell the ferry",
        "Lund and Berg",
        "called on",
        id="two speakers, time before a cue of two words",
    ),
    pytest.param(
        "Lund asked whether the ferry was safe.",
        "whether the ferry was safe",
        "Lund",
        "asked",
        id="indirect question",
    ),
    pytest.param(
        "Lund denied that the ferry was old.", "the ferry was old", "Lund", "denied", id="denial is an act"
    ),
    pytest.param(
        "Lund agreed that the ferry was old.", "the ferry was old", "Lund", "agreed", id="agreement is an act"
    ),
    pytest.param(
        "Ann Lund suggested selling the ferry.", "selling the ferry", "Ann Lund", "suggested", id="gerund"
    ),
    pytest.param(
        "Lund accused the mayor of lying.",
        "the mayor of lying",
        "Lund",
        "accused",
        id="accusation, whole complement",
    ),
    pytest.param(
        "Lund expressed concern that the ferry was old.",
        "the ferry was old",
        "Lund",
        "expressed concern",
        id="light verb and noun",
    ),
    pytest.param(
        "Expressing the hope that trade would grow, Lund left.",
        "trade would grow",
        "Lund",
        "Expressing the hope",
        id="light verb in a participle clause",
    ),
    pytest.param(
        "Some experts said the ferry was old.", "the ferry was old", "Some experts", "said", id="unnamed"
    ),
    pytest.param(
        "Reports have indicated that the ferry was old.",
        "the ferry was old",
        "Reports",
        "indicated",
        id="documents speak",
    ),
    pytest.param(
        "The report suggests that the ferry is old.",
        "the ferry is old",
        "The report",
        "suggests",
        id="what suggests must be able to speak",
    ),
    pytest.param(
        "Her spokesman, Erik Berg, said the ferry was old.",
        "the ferry was old",
        "Erik Berg",
        "said",
        id="the name in apposition is the speaker",
    ),
    pytest.param(
        "Norwegian Minister of Transport Ann Lund said the ferry was old.",
        "the ferry was old",
        "Ann Lund",
        "said",
        id="a title is no part of the speaker",
    ),
    pytest.param(
        "Lund went on to say that the ferry was old.", "the ferry was old", "Lund", "say", id="went on to say"
    ),
    pytest.param(
        "Lund said Berg told her that the ferry was old.",
        "Berg told her that the ferry was old",
        "Lund",
        "said",
        id="only the outermost act",
    ),
    pytest.param(
        "Lund said the ferry was old but did not elaborate.",
        "the ferry was old",
        "Lund",
        "said",
        id="falling silent belongs to the narrator",
    ),
    pytest.param(
        "Lund said that the ferry was old and that it would be sold.",
        "the ferry was old and that it would be sold",
        "Lund",
        "said",
        id="coordinated complements are one quote",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker", "cue"), INDIRECT)
def test_finds_indirect_quotes(quotes_of, text, words, speaker, cue):
    """What is reported without marks is the whole complement, without `that` and final punctuation."""
    assert quotes_of(text) == [("indirect", words, speaker, cue)]


def test_knows_an_aside(quotes_of):
    """What the reporter adds with a cue of its own (`a step that she said …`) is another quote."""
    found = quotes_of("Lund said she would sell the ferry, a step that she said the town had delayed.")
    assert [(words, speaker) for _, words, speaker, _ in found] == [
        ("she would sell the ferry", "Lund"),
        ("the town had delayed", "she"),
    ]
