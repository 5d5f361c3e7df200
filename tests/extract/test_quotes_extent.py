"""Where the words of a speech act begin and end, case by case."""

import pytest

BEGINS = [
    pytest.param("Lund called for troops to leave.", [("troops to leave", "called for")], id="who is to act"),
    pytest.param(
        "Lund called for immediately cutting the fees.",
        [("immediately cutting the fees", "called for")],
        id="a gerund after a preposition",
    ),
    pytest.param(
        "The Harbour Commission, which sent nobody, said it was late.",
        [("it was late", "said")],
        id="nobody in a clause between speaker and cue",
    ),
    pytest.param(
        "Rupay, who is serving six years, testified by video that he had paid.",
        [("he had paid", "testified")],
        id="a clause between speaker and cue",
    ),
    pytest.param("Lund called for calm.", [], id="a noun is no complement"),
    pytest.param("Lund called on Berg to leave.", [("to leave", "called on")], id="somebody spoken to"),
    pytest.param(
        "President Ann Lund offered on Friday to sell the ferry.",
        [("to sell the ferry", "offered")],
        id="a day between",
    ),
    pytest.param(
        "Lund promised at the meeting to sell the ferry.",
        [("to sell the ferry", "promised")],
        id="an occasion between",
    ),
    pytest.param("Berg pressed him on his failure to pay.", [], id="the infinitive of a noun"),
    pytest.param("Berg warned him about the risk of failing to pay.", [], id="the infinitive of a gerund"),
    pytest.param(
        "Ann Lund was once asked how it would end.", [("how it would end", "asked")], id="once asked"
    ),
    pytest.param(
        "Ann Lund, who owns a farm, asked at the summit who would pay for it.",
        [("who would pay for it", "asked")],
        id="a who",
    ),
    pytest.param(
        "She denied that trader Anselmo Rupay had paid.",
        [("trader Anselmo Rupay had paid", "denied")],
        id="a that before a noun opens a clause",
    ),
    pytest.param(
        "Lund told the crowd he was “totally against” it.",
        [("he was “totally against” it", "told")],
        id="marks behind somebody spoken to",
    ),
    pytest.param(
        "Lund said he hopes the day shows that “we care for our schools.”",
        [("he hopes the day shows that “we care for our schools", "said")],
        id="marks in a clause of a clause",
    ),
    pytest.param(
        "Lund said she has one great gift: “patience.”",
        [("she has one great gift: “patience", "said")],
        id="a clause before a colon",
    ),
    pytest.param(
        "Lund said after the vote he would go.", [("he would go", "said")], id="an occasion and no that"
    ),
    pytest.param(
        "Lund called Berg a quack and a fake.", [("Berg a quack and a fake", "called")], id="a label"
    ),
    pytest.param("Lund called the police a day later.", [], id="a time is no label"),
    pytest.param(
        "In his book, “A Day in Oslo,” Lund suggested taking the tram.",
        [("taking the tram", "suggested")],
        id="a title before the act",
    ),
    pytest.param(
        "“We met three handshakes ago,” Sheikh Said said.",
        [("We met three handshakes ago,", "said")],
        id="a name like a cue",
    ),
]
ENDS = [
    pytest.param(
        "Police say he raised a gun and refused to drop it.",
        [("he raised a gun and refused to drop it", "say")],
        id="somebody else refuses",
    ),
    pytest.param(
        "Lund said he would go but declined to comment.",
        [("he would go", "said")],
        id="the speaker falls silent",
    ),
    pytest.param(
        "Oslo urged all ships to leave, Bergen warned that fees had doubled.",
        [("to leave", "urged"), ("fees had doubled", "warned")],
        id="the next has the word",
    ),
    pytest.param(
        "Lund called the trip “a farce,” and his deputy said that it was long.",
        [("the trip “a farce", "called"), ("it was long", "said")],
        id="a label is over where another speaks",
    ),
    pytest.param(
        "Lund called the senator a “bully,” a “liar” and a “crook.”",
        [("the senator a “bully,” a “liar” and a “crook", "called")],
        id="a list of labels",
    ),
    pytest.param(
        "“Every time you say that,” Lund said, referring to the fee, “you give them hope.”",
        [("Every time you say that,", "said"), ("you give them hope.", None)],
        id="an aside before the rest",
    ),
]


@pytest.mark.parametrize(("text", "quotes"), [*BEGINS, *ENDS])
def test_finds_the_words_of_an_act(quotes_of, text, quotes):
    """The words are the whole complement of their act, and nothing of the narrator's."""
    assert [(words, cue) for _, words, _, cue in quotes_of(text)] == quotes
