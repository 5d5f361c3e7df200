"""One encounter told in several articles is one row; what differs stays apart; the order changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

MINISTER = "Norwegian Foreign Minister Anna Solheim"
PRESIDENT = "Chilean President Peter Dahl"
BOTH = "Anna Solheim, Peter Dahl"
WEDNESDAY = ("wed", "2017-04-26", f"{MINISTER} met {PRESIDENT} in Oslo on Tuesday.")
TUESDAY = f"held talks 2017-04-25/2017-04-25 in Oslo: {BOTH}"

SAME = [
    pytest.param(
        "2017-04-27", f"{PRESIDENT} held talks with {MINISTER} in Oslo on Tuesday.", id="other words"
    ),
    pytest.param("2017-05-20", f"{MINISTER} met {PRESIDENT} in Oslo on April 25.", id="weeks later"),
    pytest.param("2018-05-20", f"{MINISTER} met {PRESIDENT} in Oslo in April last year.", id="a wider date"),
    pytest.param("2017-04-27", f"{MINISTER} met {PRESIDENT} in Norway on Tuesday.", id="a wider place"),
    pytest.param("2017-04-27", f"{MINISTER} met {PRESIDENT} on Tuesday.", id="no place"),
    pytest.param("2017-04-27", f"{MINISTER} met {PRESIDENT} in Oslo.", id="no date, the same news"),
    pytest.param("2017-04-20", f"{MINISTER} will meet {PRESIDENT} in Oslo on April 25.", id="planned before"),
    pytest.param(
        "2017-04-20", f"{MINISTER} will meet {PRESIDENT} in Oslo on Tuesday.", id="planned, next Tuesday"
    ),
]

APART = [
    pytest.param("2017-04-27", f"{MINISTER} met {PRESIDENT} in Bergen on Tuesday.", id="another place"),
    pytest.param("2017-04-27", f"{MINISTER} met {PRESIDENT} in Oslo on Wednesday.", id="another day"),
    pytest.param("2017-04-27", f"{MINISTER} telephoned {PRESIDENT} on Tuesday.", id="a call"),
    pytest.param("2017-04-27", f"{MINISTER} met Erik Moen in Oslo on Tuesday.", id="other company"),
    pytest.param("2017-09-27", f"{MINISTER} met {PRESIDENT} in Oslo.", id="no date, other news"),
    pytest.param("2017-04-27", f"{MINISTER} will meet {PRESIDENT} in Oslo in May.", id="still to come"),
    pytest.param(
        "2017-04-27",
        f"{MINISTER} said at a joint news conference with {PRESIDENT} in Oslo on Tuesday that it was late.",
        id="a news conference",
    ),
    pytest.param("2017-04-27", f"{MINISTER} and {PRESIDENT} have met three times since 2013.", id="a count"),
]

BECAME = [
    pytest.param("met {} in Oslo on Tuesday", "held", id="held"),
    pytest.param("called off a meeting with {} in Oslo on April 25", "cancelled", id="called off"),
]


@pytest.mark.parametrize(("on", "text"), SAME)
def test_makes_one_row_of_many_tellings(tables_of, told_by, on, text):
    """What two articles tell of one encounter is one row, with the most exact day and place."""
    assert told_by(WEDNESDAY, ("other", on, text)) == [TUESDAY]
    tables = tables_of(WEDNESDAY, ("other", on, text))
    assert tables.meetings[0].article_count == 2
    assert {row.meeting_id for row in tables.reports} == {"2017-04-25-oslo-anna-solheim-peter-dahl"}


@pytest.mark.parametrize(("on", "text"), APART)
def test_keeps_apart_what_differs(told_by, on, text):
    """Another day, place, company or sort is another row."""
    told = told_by(WEDNESDAY, ("other", on, text))
    assert TUESDAY in told
    assert len(told) == 2


@pytest.mark.parametrize(("what", "status"), BECAME)
def test_knows_what_became_of_a_plan(told_by, what, status):
    """What was planned in one article and held or called off in a later one is one row that says so."""
    plan = ("plan", "2017-04-20", f"{MINISTER} will meet {PRESIDENT} in Oslo on April 25.")
    outcome = ("outcome", "2017-04-26", f"{MINISTER} {what.format(PRESIDENT)}.")
    assert told_by(plan, outcome) == [f"{status} talks 2017-04-25/2017-04-25 in Oslo: {BOTH}"]


def test_keeps_a_refusal_beside_a_proposal(told_by):
    """What one side proposes and the other refuses did not happen, and both rows say so."""
    told = told_by(
        ("ask", "2017-04-20", f"{MINISTER} proposed talks with {PRESIDENT} in Oslo."),
        ("no", "2017-04-24", f"{PRESIDENT} refused to meet {MINISTER}."),
    )
    assert [line.split()[0] for line in told] == ["proposed", "refused"]


def test_counts_the_same_count_once(told_by):
    """The same count told by two articles is one aggregate."""
    text = f"{MINISTER} and {PRESIDENT} have met three times since 2013."
    told = told_by(("a", "2017-04-26", text), ("b", "2017-04-26", f"In Oslo, it rained.\n\n{text}"))
    assert told == [f"aggregate talks 2013-01-01/2017-04-26 in None: {BOTH}"]


def test_takes_in_the_host_of_a_visit(told_by):
    """A visit told in one article takes in the host whom another names."""
    visit = ("visit", "2017-04-27", f"{PRESIDENT} visited Norway on Tuesday.")
    assert told_by(WEDNESDAY, visit) == [TUESDAY.replace("talks", "visit")]


SEVERAL = [
    WEDNESDAY,
    ("plan", "2017-04-20", f"{MINISTER} will meet {PRESIDENT} in Oslo on April 25. “Good,” she said."),
    (
        "bare",
        "2017-04-27",
        f"{MINISTER} met {PRESIDENT} in Oslo. It was the third time they have met since 2013.",
    ),
    ("call", "2017-04-28", f"{PRESIDENT} telephoned {MINISTER} on Thursday. “No,” Dahl said."),
    ("namesake", "2017-04-28", "Peter Dahl, a baker, met Anna Solheim in Bergen on Thursday."),
    ("late", "2018-01-05", f"Former {MINISTER} visited Chile in December. Solheim met Dahl in Santiago."),
]


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(SEVERAL))
def test_order_of_articles_changes_nothing(tables_of, order):
    """The tables are the same, row by row, in whatever order the articles come."""
    assert tables_of(*order) == tables_of(*SEVERAL)


@settings(max_examples=20, deadline=None)
@given(chosen=st.sets(st.sampled_from(SEVERAL), min_size=1))
def test_a_part_of_the_articles_is_sound(tables_of, chosen):
    """Any part of the articles gives tables whose keys are unique and hold."""
    tables = tables_of(*sorted(chosen))
    entities = [row.entity_id for row in tables.entities]
    meetings = [row.meeting_id for row in tables.meetings]
    assert len(entities) == len(set(entities))
    assert len(meetings) == len(set(meetings))
    assert {row.meeting_id for row in tables.reports} == set(meetings)
    assert {row.entity_id for row in tables.participants} <= set(entities)
    assert {row.entity_id for row in tables.mentions if row.entity_id} == set(entities)


UNRELATED = (
    "zebra",
    "2016-01-05",
    "Kenyan Trade Minister Amina Otieno met Josephat Mwangi in Nairobi on Monday.",
)


def test_an_unrelated_article_changes_no_id(tables_of):
    """An article about other things adds its rows and leaves every other row as it was."""
    before, after = tables_of(*SEVERAL), tables_of(*SEVERAL, UNRELATED)
    for name, rows in before._asdict().items():
        assert set(rows) <= set(getattr(after, name)), name
    assert len(after.meetings) == len(before.meetings) + 1
