"""Every inferred cell tells what it rests on, and where reports disagree nothing is chosen silently."""

import pytest

from golden_rows import GOLDEN, NAMES
from golden_rows import tables_of as golden_tables
from summitry.schema import table_schema

MINISTER = "Norwegian Foreign Minister Anna Solheim"
PRESIDENT = "Chilean President Peter Dahl"
DAY = "2017-04-28"

REASONED = {
    "mentions": ["entity_id", "title"],
    "quotes": ["addressee", "said_on"],
    "meetings": ["start_date", "end_date", "place_id", "status"],
    "participants": ["role", "position"],
}


def reasons(tables, table, field):
    """The reasons for the cells of a column: value, basis, source, and the words that each rests on."""
    text = {row.paragraph_id: row.text for row in tables.paragraphs}
    return [
        (
            row.value,
            row.basis,
            row.knowledge_source,
            text[row.paragraph_id][row.start : row.end] if row.paragraph_id else None,
        )
        for row in tables.evidence
        if (row.table, row.field) == (table, field)
    ]


LINKS = [
    pytest.param(
        "Anna Lund spoke. “No,” Lund said.", ("anna-lund", "inferred", None, "Anna Lund"), id="a surname"
    ),
    pytest.param(
        "Anna Lund left. “No,” she said.", ("anna-lund", "inferred", None, "Anna Lund"), id="a pronoun"
    ),
    pytest.param("Anna Lund left.", ("anna-lund", "stated", None, "Anna Lund"), id="a name of her own"),
    pytest.param(
        "Russian President Putin left.",
        ("vladimir-putin", "knowledge", "offices", "Russian President Putin"),
        id="an office on a day",
    ),
    pytest.param(
        "Vladimir Putin left Russia.",
        ("vladimir-putin", "knowledge", "people", "Vladimir Putin"),
        id="a person",
    ),
    pytest.param("They left Oslo.", ("oslo", "knowledge", "cities", "Oslo"), id="a city"),
    pytest.param(
        "Chilean ships left.", ("chile", "knowledge", "country_forms", "Chilean"), id="an adjective"
    ),
    pytest.param("The Kremlin said no.", ("russia", "knowledge", "seats", "Kremlin"), id="a seat"),
]


@pytest.mark.parametrize(("text", "reason"), LINKS)
def test_says_why_a_mention_is_linked(tables_of, text, reason):
    """A link rests on its own words, on a name elsewhere, or on a table of knowledge."""
    assert reason in reasons(tables_of(("a", DAY, text)), "mentions", "entity_id")


DATES = [
    pytest.param("in Oslo on Thursday", ("2017-04-27", "inferred", None, "Thursday"), id="a weekday"),
    pytest.param("in Oslo on April 27, 2017", ("2017-04-27", "stated", None, "April 27, 2017"), id="a date"),
    pytest.param("in Oslo on April 27", ("2017-04-27", "inferred", None, "April 27"), id="no year"),
    pytest.param("in Oslo in March 2017", ("2017-03-01", "inferred", None, "March 2017"), id="a month"),
]


@pytest.mark.parametrize(("when", "reason"), DATES)
def test_says_which_words_date_a_meeting(tables_of, when, reason):
    """A date is stated where day, month and year stand in the words."""
    tables = tables_of(("a", DAY, f"{MINISTER} met {PRESIDENT} {when}."))
    assert reasons(tables, "meetings", "start_date") == [reason]
    assert reasons(tables, "meetings", "place_id") == [("oslo", "stated", None, "Oslo")]
    assert reasons(tables, "meetings", "status") == [("held", "stated", None, "met")]


def test_gives_every_date_that_a_report_gives(tables_of):
    """A less exact date of another report has its row, and is no conflict."""
    tables = tables_of(
        ("a", DAY, f"{MINISTER} met {PRESIDENT} in Oslo on Thursday."),
        ("b", "2018-04-28", f"{MINISTER} met {PRESIDENT} in Norway in April 2017."),
    )
    assert reasons(tables, "meetings", "start_date") == [
        ("2017-04-01", "inferred", None, "April 2017"),
        ("2017-04-27", "inferred", None, "Thursday"),
    ]
    assert {value for value, *_ in reasons(tables, "meetings", "place_id")} == {"oslo", "norway"}
    assert [row.conflict for row in tables.meetings] == [False]


DIFFERING = [
    pytest.param(("will meet", "met"), {"planned", "held"}, id="planned and held"),
    pytest.param(("will meet", "called off a meeting with"), {"planned", "cancelled"}, id="called off"),
]


@pytest.mark.parametrize(("words", "statuses"), DIFFERING)
def test_tells_that_reports_disagree(tables_of, words, statuses):
    """Where reports give different statuses, each has a row, and the meeting is in conflict."""
    before, after = (f"{MINISTER} {each} {PRESIDENT} in Oslo on April 25." for each in words)
    tables = tables_of(("a", "2017-04-20", before), ("b", "2017-04-26", after))
    assert {value for value, *_ in reasons(tables, "meetings", "status")} == statuses
    assert [row.conflict for row in tables.meetings] == [True]


def test_says_why_someone_had_a_position(tables_of):
    """A position is that of a title, or of an office held at the time."""
    tables = tables_of(("a", DAY, f"Russian President Vladimir Putin met {PRESIDENT} in Oslo on Thursday."))
    assert sorted(reasons(tables, "participants", "position")) == [
        ("President of Chile", "stated", None, "Chilean President"),
        ("President of Russia", "knowledge", "offices", None),
    ]


def test_says_which_words_date_a_quote(tables_of):
    """The day of a quote rests on its own sentence, or on the report of its meeting."""
    met = f"{MINISTER} met {PRESIDENT} in Oslo on Thursday"
    told = "“It is late,” Dahl told reporters after the talks.\n\n“It rains,” Solheim said on Wednesday."
    tables = tables_of(("a", DAY, f"{met}.\n\n{told}"))
    assert sorted(reasons(tables, "quotes", "said_on")) == [
        ("2017-04-26", "stated", None, "Wednesday"),
        ("2017-04-27", "inferred", None, met),
    ]
    assert reasons(tables, "quotes", "addressee") == [("reporters", "stated", None, "reporters")]


@pytest.mark.parametrize("name", NAMES)
def test_leaves_no_cell_without_a_reason(name):
    """Each cell of the columns with reasons has one for its value, and the words are there."""
    tables = golden_tables(GOLDEN / f"{name}.txt")
    given = {(row.table, row.row_id, row.field, row.value) for row in tables.evidence}
    for table, fields in REASONED.items():
        for row in getattr(tables, table):
            key = " ".join(getattr(row, each) for each in table_schema(table).primary_key)
            for field in fields:
                value = getattr(row, field)
                assert value is None or (table, key, field, str(value)) in given, (key, field)
    assert len({row.evidence_id for row in tables.evidence}) == len(tables.evidence)
    for value, basis, source, words in [
        *reasons(tables, "mentions", "title"),
        *reasons(tables, "quotes", "addressee"),
    ]:
        assert (value, basis, source) == (words, "stated", None)
