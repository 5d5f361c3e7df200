"""Who said what to whom, case by case."""

import pytest

from summitry.extract.quotes import find_quotes


def shown(page):
    """The kind, words, speaker and cue of each quote of a page, as written."""
    return [
        (
            quote.kind,
            page.words(quote.content),
            quote.speaker and page.words(quote.speaker),
            quote.cue and page.words(quote.cue),
        )
        for quote in find_quotes(page)
    ]


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
def test_finds_direct_quotes(page_of, text, quotes):
    """Words wholly in marks are a direct quote of the speaker that a reader would name."""
    assert shown(page_of(text)) == [("direct", *quote) for quote in quotes]


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
def test_finds_indirect_quotes(page_of, text, words, speaker, cue):
    """What is reported without marks is the whole complement, without `that` and final punctuation."""
    assert shown(page_of(text)) == [("indirect", words, speaker, cue)]


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
def test_finds_mixed_quotes(page_of, text, words):
    """What is reported partly in marks is the whole complement, inner marks kept."""
    assert [quote[:3] for quote in shown(page_of(text))] == [("mixed", words, "Lund")]


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
def test_tells_quotes_of_one_sentence_apart(page_of, text, quotes):
    """Each cue has a quote of its own, and a shared subject speaks in all of them."""
    found = shown(page_of(text))
    assert [(words, cue) for _, words, _, cue in found] == quotes
    assert {speaker for *_, speaker, _ in found} == {"Lund"}


def test_an_apposition_can_bring_in_another_voice(page_of):
    """What others say of a goal in apposition is theirs, not part of the vow before it."""
    text = "Ann Lund, who has vowed to stop the ferry, a goal experts say is far off, left Oslo."
    assert ("indirect", "to stop the ferry", "Ann Lund", "vowed") in shown(page_of(text))


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
    pytest.param("", id="no text"),
    pytest.param("“”", id="marks around nothing"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_finds_no_quote(page_of, text):
    """A belief, a negated or future act, a noun complement, a title and a nickname are no quotes."""
    assert shown(page_of(text)) == []


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
def test_reads_marks_of_every_style(page_of, outer, inner):
    """One text has the same quotes in every style of marks, apostrophes and nested marks included."""
    nested = "It’s the voters’ " + inner.format("wish") + " that counts,"
    text = f"{outer.format(nested)} said Ann Lund. {outer.format('Don’t ask me.')}"
    assert shown(page_of(text)) == [
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


def test_reads_transcripts(page_of):
    """In a transcript the name before the colon speaks, and is no part of the words."""
    text = "Q: Why did you sell it?\n\nLUND: It was old. “Very old,” my aide said."
    assert shown(page_of(text)) == [
        ("indirect", "Why did you sell it?", "Q", None),
        ("mixed", "It was old. “Very old,” my aide said.", "LUND", None),
    ]


def test_reads_headlines(page_of):
    """A headline reports someone whom the article names."""
    text = "Lund: Ferry Was ‘Old’\n\nAnn Lund sold the ferry.\n\nThe Latest: no ferry."
    assert shown(page_of(text)) == [("mixed", "Ferry Was ‘Old’", "Lund", None)]
