"""Clauses that are not where a plain parse looks for them, and words around them that are not theirs."""

import pytest

NOUNS = [
    pytest.param(
        "Berg laughed at Lund’s claim that the ferry was new.",
        [("the ferry was new", "Lund", "claim")],
        id="whose claim it is",
    ),
    pytest.param(
        "Contrary to her promise that it would sail, there was no ferry.",
        [("it would sail", "her", "promise")],
        id="the sentence goes on after the clause",
    ),
    pytest.param("Berg laughed at Lund’s claim to the ferry.", [], id="a claim to a thing"),
    pytest.param("Berg laughed at the claim that cost him the ferry.", [], id="a relative clause"),
    pytest.param("Berg shared Lund’s hope that the ferry would sail.", [], id="a hope is not said"),
    pytest.param("Berg wept over Monday’s promise that it would sail.", [], id="a day owns no promise"),
]
CLAUSES = [
    pytest.param(
        "Oslo has said small boats and ferries – old, new and rented – would pay the tax.",
        [("small boats and ferries – old, new and rented – would pay the tax", "Oslo", "said")],
        id="a subject with an insertion",
    ),
    pytest.param(
        "Lund told North-Africans this weekend he would sell the ferry.",
        [("he would sell the ferry", "Lund", "told")],
        id="a hyphen in those who are told",
    ),
    pytest.param(
        "It is a step that Lund says will help.",
        [("will help", "Lund", "says")],
        id="the subject stands before",
    ),
    pytest.param(
        "Oslo is demanding Captain Ann Berg sell the ferry.",
        [("Captain Ann Berg sell the ferry", "Oslo", "demanding")],
        id="a demand without tense",
    ),
    pytest.param(
        "“We sail,” Lund said, stressing why the ferry was late.",
        [("We sail,", "Lund", "said"), ("why the ferry was late", "Lund", "stressing")],
        id="a question after a verb of saying",
    ),
    pytest.param(
        "The agency suggested that the ferry was old.",
        [("the ferry was old", "The agency", "suggested")],
        id="a body can suggest",
    ),
    pytest.param(
        "The mayor forced Lund to admit that the ferry was old.",
        [("the ferry was old", "Lund", "admit")],
        id="whoever is forced speaks",
    ),
    pytest.param(
        "The mayor said: “We sailed when it was late,” adding that the ferry was old.",
        [("We sailed when it was late,", "The mayor", "said"), ("the ferry was old", "The mayor", "adding")],
        id="what is added follows",
    ),
    pytest.param("Having said that, there are ferries in Oslo.", [], id="having said that"),
]
AROUND = [
    pytest.param(
        "However, the ferry is old, Lund said.", [("the ferry is old", "Lund", "said")], id="a connective"
    ),
    pytest.param(
        "But the ferry, Lund said, is old.",
        [("the ferry", "Lund", "said"), ("is old", "Lund", None)],
        id="a conjunction before what is interrupted",
    ),
    pytest.param(
        "But the ferry is old, Lund said.",
        [("But the ferry is old", "Lund", "said")],
        id="a conjunction before a whole clause",
    ),
    pytest.param(
        "Though the sea was calm, Lund said, crossing Norway would be much slower.",
        [("Though the sea was calm", "Lund", "said"), ("crossing Norway would be much slower", "Lund", None)],
        id="a gerund is the subject",
    ),
    pytest.param(
        "After the storm, two ferries left Oslo, Lund said.",
        [("After the storm, two ferries left Oslo", "Lund", "said")],
        id="an opening phrase before a clause",
    ),
    pytest.param(
        "The ferry was safe, Lund said, until it sank in May.",
        [("The ferry was safe", "Lund", "said"), ("until it sank in May", "Lund", None)],
        id="until when is said, too",
    ),
    pytest.param(
        "The ferry, Oslo said, was sold in May, although nobody has seen a buyer.",
        [("The ferry", "Oslo", "said"), ("was sold in May", "Oslo", None)],
        id="the narrator doubts",
    ),
    pytest.param(
        "Berg likened Lund to “a ferry without a captain” – a word that stung.",
        [("Lund to “a ferry without a captain”", "Berg", "likened")],
        id="a dash after a judgement",
    ),
    pytest.param(
        "Bergen Sold Three Ferries In May, Harbour Master Says",
        [("Bergen Sold Three Ferries In May", "Harbour Master", "Says")],
        id="a headline",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), [*NOUNS, *CLAUSES, *AROUND])
def test_finds_the_clauses_of_an_act(quotes_of, text, quotes):
    """A clause is found whatever stands before its subject, and ends where the narrator takes over."""
    assert [(words, speaker, cue) for _, words, speaker, cue in quotes_of(text)] == quotes
