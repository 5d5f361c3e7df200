"""Whether an encounter was, is to be, is only wished for, was called off or refused, case by case."""

import pytest

from meeting_cases import BOTH, SOLHEIM, case

STATUSES = [
    case("Kari Solheim will meet Ole Berg in May.", status="planned", who=BOTH, date="May", why="will"),
    case("Kari Solheim is to meet Ole Berg next week.", status="planned", date="next week", why="is to"),
    case("Kari Solheim is scheduled to meet Ole Berg.", status="planned", who=BOTH, why="is scheduled to"),
    case(
        "Kari Solheim is due to meet Ole Berg in May.",
        status="planned", who=BOTH,
        why="is due to",
    ),
    case("Kari Solheim plans to meet Ole Berg.", status="planned", who=BOTH, why="plans to"),
    case("Kari Solheim said she would visit Chile in May.", status="planned", place="Chile", why="would"),
    case(
        "Talks between Norway and Chile will take place in Oslo in May.",
        status="planned", who=["Norway", "Chile"], place="Oslo", date="May",
        why="will take place",
    ),
    case(
        "Talks between Norway and Chile are expected to be held in Oslo in May.",
        status="planned", who=["Norway", "Chile"], place="Oslo", date="May",
        why="are expected to be held",
    ),
    case(
        "Talks between Norway and Chile are due to resume in Oslo in May.",
        status="planned", place="Oslo", date="May",
        why="are due to resume",
    ),
    case(
        "Kari Solheim has agreed to meet Ole Berg in Oslo in May.",
        status="planned",
        why="has agreed to",
    ),
    case(
        "Kari Solheim promised to visit Chile in May.",
        status="planned",
        why="promised to",
    ),
    case("Kari Solheim rebuffed talks with Ole Berg.", status="refused", why="rebuffed"),
    case("Kari Solheim ruled out talks with Ole Berg.", status="refused", who=BOTH, why="ruled out"),
    case(
        "Norway named a precondition for talks with Chile.",
        status="proposed", why="a precondition for it",
    ),
    case("Norway must free him for talks with Chile to begin.", status="proposed", why="what it waits for"),
    case(
        "Kari Solheim planned a visit to Chile, which was cancelled.",
        status="cancelled", who=[SOLHEIM], place="Chile",
        why="a clause behind the place",
    ),
    case("Kari Solheim called Ole Berg on Friday to thank him.", status="held", why="a day, not a wish"),
    case("It paved the way for talks between Norway and Chile.", status="proposed", why="paved the way"),
    case("Kari Solheim wants to meet Ole Berg.", status="proposed", who=BOTH, why="wants to"),
    case("Kari Solheim proposed talks with Ole Berg.", status="proposed", who=BOTH, why="proposed"),
    case(
        "Kari Solheim called for a summit with Ole Berg.",
        kind="summit", status="proposed", who=BOTH,
        why="called for",
    ),
    case("Kari Solheim offered to meet Ole Berg.", status="proposed", who=BOTH, why="offered to"),
    case("Kari Solheim asked for a meeting with Ole Berg.", status="proposed", who=BOTH, why="asked for"),
    case("Kari Solheim could meet Ole Berg in Oslo in May.", status="proposed", who=BOTH, why="could"),
    case("Kari Solheim may visit Chile in May.", status="proposed", place="Chile", date="May", why="may"),
    case(
        "Kari Solheim hopes to visit Chile in May.",
        status="proposed",
        why="hopes to",
    ),
    case(
        "Kari Solheim invited Ole Berg to a summit in Oslo in May.",
        kind="summit", status="proposed", who=BOTH, place="Oslo", date="May",
        why="invited to a summit",
    ),
    case(
        "Kari Solheim invited Ole Berg to talks in Oslo.",
        status="proposed", who=BOTH, place="Oslo",
        why="invited to",
        wrong="rule not written: who invites and who is invited take part",
    ),
    case(
        "Kari Solheim called off a meeting with Ole Berg in Oslo.",
        status="cancelled", who=BOTH, place="Oslo",
        why="called off",
    ),
    case(
        "A meeting between Kari Solheim and Ole Berg was cancelled.",
        status="cancelled", who=BOTH,
        why="was cancelled",
    ),
    case("Kari Solheim cancelled a visit to Chile.", kind="visit", status="cancelled", why="cancelled"),
    case("Kari Solheim postponed talks with Ole Berg.", status="cancelled", who=BOTH, why="postponed"),
    case(
        "A planned visit by Kari Solheim to Chile was scrapped.",
        kind="visit", status="cancelled", who=[SOLHEIM], place="Chile",
        why="planned, then scrapped",
    ),
    case("Kari Solheim refused to meet Ole Berg.", status="refused", who=BOTH, why="refused to"),
    case("Kari Solheim rejected a meeting with Ole Berg.", status="refused", who=BOTH, why="rejected"),
    case(
        "Kari Solheim declined an invitation to talks with Ole Berg in Oslo.",
        status="refused", who=BOTH, place="Oslo",
        why="declined an invitation",
    ),
    case(
        "Kari Solheim turned down a meeting with Ole Berg.",
        status="refused", who=BOTH,
        why="turned down",
    ),
]  # fmt: skip

NOBODY = [
    case("Kari Solheim did not meet Ole Berg on Monday.", why="denied by not"),
    case("Kari Solheim never met Ole Berg.", why="denied by never"),
    case("No talks were held between Kari Solheim and Ole Berg on Monday.", why="denied by no"),
    case("Kari Solheim failed to meet Ole Berg on Monday.", why="failed to"),
    case("Kari Solheim denied meeting Ole Berg.", why="denied it"),
    case("Kari Solheim and Ole Berg have not met since 2013.", why="not since"),
    case("Kari Solheim spoke to the Bergen Times on Monday.", why="speaking to a newspaper"),
    case("The Bergen Times talked to Kari Solheim on Monday.", why="a newspaper that talks to someone"),
    case("Kari Solheim gave an interview to Radio Nord in Oslo on Monday.", why="an interview"),
    case("Kari Solheim told reporters in Oslo on Monday that she was ill.", why="telling reporters alone"),
    case("Kari Solheim spoke with reporters in Oslo on Monday.", why="speaking with reporters"),
    case("The Bergen Times visited the island in March.", why="a newspaper pays no visit"),
    case("Tourists visited Oslo in March.", why="tourists are no delegation"),
    case("Kari Solheim received an award in Oslo on Monday.", why="receiving a thing"),
    case("Kari Solheim received a letter from Ole Berg on Monday.", why="receiving a letter"),
    case("The rivers meet in Bergen.", why="rivers meet"),
    case("Their eyes met in Oslo on Tuesday.", why="eyes meet"),
    case("After the talks in May, prices fell.", why="talks of nobody"),
    case("The summit venue in Oslo was cold on Monday.", why="a noun that only says which"),
    case(
        "Kari Solheim met the deadline in March.",
        why="meeting a deadline",
    ),
    case(
        "Kari Solheim met the demands of the union on Monday.",
        why="meeting demands",
    ),
    case("Kari Solheim was met with applause by Ole Berg on Monday.", why="met with applause"),
    case("Kari Solheim joined the calls by Ole Berg to free her.", why="calls that ask for something"),
    case("Kari Solheim was unable to qualify for the debate in May.", why="being unable to enter"),
    case("Kari Solheim did not participate in the talks in May.", why="not participating"),
    case("Kari Solheim said in May that public debate was heated.", why="debate of people at large"),
    case("Parliament will meet in early May.", why="a legislature sits"),
    case("Norway and Chile gathered on Monday for a rally.", why="a rally"),
    case("Kari Solheim revisited a plan by Ole Berg on Monday.", why="coming back to a plan"),
    case(
        "If Kari Solheim meets Ole Berg, prices will fall.",
        why="only if",
    ),
]


@pytest.mark.parametrize(("text", "told"), STATUSES)
def test_reads_the_status(meetings_of, text, told):
    """One encounter that a sentence tells of, and what the words around it say of it."""
    found = [one for one in meetings_of(text) if not one["echo"] and (one["who"] or one["delegation"])]
    assert [{key: one[key] for key in told} for one in found] == [told]


@pytest.mark.parametrize(("text", "told"), NOBODY)
def test_makes_no_meeting_where_nobody_meets(tables_of, text, told):
    """What is denied, what things do, and what media are told is no row."""
    assert not told
    assert tables_of(("a", "2017-04-28", text)).meetings == ()
