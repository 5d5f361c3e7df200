"""Who said what to whom, case by case."""

import pytest

DIRECT = [
    pytest.param("“We agreed,” said Ann Lund.", [("We agreed,", "Ann Lund", "said")], id="inverted"),
    pytest.param("“We agreed,” Ann Lund said.", [("We agreed,", "Ann Lund", "said")], id="speaker first"),
    pytest.param("Ann Lund said: “No.”", [("No.", "Ann Lund", "said")], id="cue before, colon, one word"),
    pytest.param(
        "Ann Lund said, “We will not go.”", [("We will not go.", "Ann Lund", "said")], id="cue before, comma"
    ),
    pytest.param(
        "“Why did they leave?” Ann Lund asked.",
        [("Why did they leave?", "Ann Lund", "asked")],
        id="a question mark ends no sentence before its cue",
    ),
    pytest.param("“Why did they leave?” she asked.", [("Why did they leave?", "she", "asked")], id="pronoun"),
    pytest.param(
        "“Leave now!” shouted the guard.", [("Leave now!", "the guard", "shouted")], id="call, unnamed"
    ),
    pytest.param(
        "“We agreed,” Ann Lund said. “Now we wait.”",
        [("We agreed,", "Ann Lund", "said"), ("Now we wait.", "Ann Lund", None)],
        id="trailing sentence",
    ),
    pytest.param(
        "“We came,” Ann Lund told reporters, “and we saw.”",
        [("We came,", "Ann Lund", "told"), ("and we saw.", "Ann Lund", None)],
        id="cue inside the sentence",
    ),
    pytest.param(
        "“No,” said Lund, “and never again.”",
        [("No,", "Lund", "said"), ("and never again.", "Lund", None)],
        id="cue inside, inverted",
    ),
    pytest.param(
        "“The ferry is old,” Lund wrote to the council.",
        [("The ferry is old,", "Lund", "wrote")],
        id="written, to someone",
    ),
    pytest.param(
        "Asked about the ferry, Lund said, “It is old.”",
        [("It is old.", "Lund", "said")],
        id="the question before is no act",
    ),
    pytest.param(
        "In Oslo, Lund said that “the ferry is old.”",
        [("the ferry is old.", "Lund", "said")],
        id="all of a that clause in marks",
    ),
    pytest.param(
        "Lund praised the crew and said “they did their best.”",
        [("they did their best.", "Lund", "said")],
        id="subject shared by a second verb",
    ),
    pytest.param(
        "The ferry was, as Lund put it, “a floating coffin.”",
        [("a floating coffin.", "Lund", "put it")],
        id="cue of two words",
    ),
    pytest.param(
        "What Lund called “a coffin” was sold.", [("a coffin", "Lund", "called")], id="a name given in marks"
    ),
    pytest.param(
        "The ferry was described by Lund as “a coffin.”",
        [("a coffin.", "Lund", "described")],
        id="passive with an agent",
    ),
    pytest.param(
        "“The ferry is old,” Erik Berg, a former captain, said in Oslo.",
        [("The ferry is old,", "Erik Berg", "said")],
        id="apposition between speaker and cue",
    ),
    pytest.param(
        "“The ferry is old,” the minister’s aide told Radio Nord.",
        [("The ferry is old,", "the minister’s aide", "told")],
        id="speaker with a possessor",
    ),
    pytest.param(
        "“You know me,” he said. “I am the mayor.” “No,” said Lund.",
        [("You know me,", "he", "said"), ("I am the mayor.", "he", None), ("No,", "Lund", "said")],
        id="two speakers in one paragraph",
    ),
    pytest.param(
        "Lund said, “I am old.” Berg said, “I am young.”",
        [("I am old.", "Lund", "said"), ("I am young.", "Berg", "said")],
        id="a new sentence after closing marks",
    ),
    pytest.param("“I told him ‘no’,” Lund said.", [("I told him ‘no’,", "Lund", "said")], id="nested marks"),
    pytest.param(
        "“We agreed, said Ann Lund. “Now we wait.”",
        [("We agreed,", "Ann Lund", "said"), ("Now we wait.", "Ann Lund", None)],
        id="a missing closing mark ends where the cue begins",
    ),
    pytest.param("“We will see.” — Ann Lund", [("We will see.", "Ann Lund", None)], id="signed after a dash"),
    pytest.param("Lund: “We will see.”", [("We will see.", "Lund", None)], id="name and colon"),
]


@pytest.mark.parametrize(("text", "quotes"), DIRECT)
def test_finds_direct_quotes(quotes_of, text, quotes):
    """Words wholly in marks are a direct quote of the speaker that a reader would name."""
    assert quotes_of(text) == [("direct", *quote) for quote in quotes]


MIXED = [
    pytest.param(
        "Lund said that the ferry was “old and slow” and that it would be sold.",
        "the ferry was “old and slow” and that it would be sold",
        id="marks inside the complement",
    ),
    pytest.param(
        "The ferry is “a coffin,” Lund said.",
        "The ferry is “a coffin",
        id="cue after, final punctuation and mark left out",
    ),
    pytest.param(
        "Lund said the ferry was a ‘coffin’.",
        "the ferry was a ‘coffin’",
        id="a mark that nothing precedes stays",
    ),
    pytest.param(
        "Lund hailed the deal as “a new start.”", "the deal as “a new start", id="judgement in marks"
    ),
    pytest.param(
        "Lund criticized the deal as “a farce” after the vote.",
        "the deal as “a farce”",
        id="a judgement ends before its occasion",
    ),
    pytest.param(
        "Lund called the deal “a new start” for Oslo.", "the deal “a new start” for Oslo", id="called"
    ),
    pytest.param(
        "Lund said that if the ferry sank, “we would all pay.”",
        "if the ferry sank, “we would all pay",
        id="comma before the marks",
    ),
    pytest.param(
        "Lund said she hoped the ferry “would be safe.”",
        "she hoped the ferry “would be safe",
        id="a hope inside what is said",
    ),
    pytest.param(
        "Lund said they “spoke of the ferry” and “agreed to sell it,” in remarks made in Norwegian.",
        "they “spoke of the ferry” and “agreed to sell it",
        id="how it was said is no part of it",
    ),
]


@pytest.mark.parametrize(("text", "words"), MIXED)
def test_finds_mixed_quotes(quotes_of, text, words):
    """What is reported partly in marks is the whole complement, inner marks kept."""
    assert [quote[:3] for quote in quotes_of(text)] == [("mixed", words, "Lund")]


SEVERAL = [
    pytest.param(
        "Lund said the ferry was old but added that it was safe.",
        [("the ferry was old", "said"), ("it was safe", "added")],
        id="two cues, two quotes",
    ),
    pytest.param(
        "Lund said the ferry was old, adding that it was safe.",
        [("the ferry was old", "said"), ("it was safe", "adding")],
        id="participle",
    ),
    pytest.param(
        "Lund said the ferry was old and asked Berg to sell it.",
        [("the ferry was old", "said"), ("to sell it", "asked")],
        id="statement, then request",
    ),
    pytest.param(
        "The ferry, Lund said, was sold in May.",
        [("The ferry", "said"), ("was sold in May", None)],
        id="an act in commas parts its words",
    ),
    pytest.param(
        "“The ferry is old,” Lund said, adding that it was safe.",
        [("The ferry is old,", "said"), ("it was safe", "adding")],
        id="direct, then indirect",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), SEVERAL)
def test_tells_quotes_of_one_sentence_apart(quotes_of, text, quotes):
    """Each cue has a quote of its own, and a shared subject speaks in all of them."""
    found = quotes_of(text)
    assert [(words, cue) for _, words, _, cue in found] == quotes
    assert {speaker for *_, speaker, _ in found} == {"Lund"}


def test_an_apposition_can_bring_in_another_voice(quotes_of):
    """What others say of a goal in apposition is theirs, not part of the vow before it."""
    text = "Ann Lund, who has vowed to stop the ferry, a goal experts say is far off, left Oslo."
    assert ("indirect", "to stop the ferry", "Ann Lund", "vowed") in quotes_of(text)


NOTHING = [
    pytest.param("Lund did not say that the ferry was safe.", id="negated"),
    pytest.param("Lund declined to say whether the ferry was safe.", id="declined"),
    pytest.param("Neither Lund nor Berg said the ferry was safe.", id="neither"),
    pytest.param("Neither side, however, indicated any progress on the ferry.", id="neither, with an object"),
    pytest.param("Lund believes that the ferry is safe.", id="belief"),
    pytest.param("Lund hopes the ferry is safe.", id="hope"),
    pytest.param("Berg also expected Lund to discuss the ferry.", id="expectation"),
    pytest.param("Lund is expected to say that the ferry is old.", id="not yet said"),
    pytest.param("Lund will say on Friday that the ferry is old.", id="will say"),
    pytest.param("Lund said nothing about the ferry.", id="said nothing"),
    pytest.param("Norway and Sweden both claim two islands that lie off the coast.", id="claimed things"),
    pytest.param("Lund lamented the sale of the ferry.", id="a noun complement"),
    pytest.param("Oslo responded furiously to the sale of the ferry.", id="a response without words"),
    pytest.param("The figures suggest that the ferry is old.", id="figures do not speak"),
    pytest.param("Lund read “War and Peace” on the ferry.", id="a title is not a quote"),
    pytest.param("The so-called “ferry of death” was sold.", id="scare quote"),
    pytest.param("Erik “the Bull” Berg bought the ferry.", id="nickname"),
    pytest.param("‘A Day at the Sea’", id="a heading in marks"),
    pytest.param("The accused of the ferry case left Oslo.", id="the accused is a noun"),
    pytest.param("The ship carried ropes called hawsers.", id="a name is no judgement"),
    pytest.param("He owns a “furry” version of the ferry.", id="a word in marks without an act"),
    pytest.param("", id="no text"),
    pytest.param("“”", id="marks around nothing"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_finds_no_quote(quotes_of, text):
    """A belief, a negated or future act, a noun complement, a title and a nickname are no quotes."""
    assert quotes_of(text) == []
