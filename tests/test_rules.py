"""Each rule gives back the rows that break it, and none of tables that keep every promise."""

from dataclasses import asdict
from datetime import date
from inspect import signature

import polars as pl
import pytest

from evidence_cases import EVIDENCE_CASES
from sound_tables import sound_tables
from summitry.rules import RULES
from summitry.rules import codes as c
from summitry.rules import evidence as e
from summitry.rules import meetings as m
from summitry.rules import quotes as q
from summitry.rules import texts as t
from summitry.schema import TABLES, table_schema
from summitry.validate.frames import POLARS_TYPES


def frames():
    """The sound tables as typed frames."""
    types = {
        name: {field.name: POLARS_TYPES[field.type] for field in table_schema(name).fields} for name in TABLES
    }
    tables = sound_tables()._asdict()
    return {name: pl.DataFrame([asdict(row) for row in tables[name]], types[name]) for name in TABLES}


def edit(table, row, /, **cells):
    """A change of some cells of one row."""

    def edited(found):
        rows = found[table].to_dicts()
        rows[row] |= cells
        found[table] = pl.DataFrame(rows, found[table].schema)

    return edited


def drop(table, *rows):
    """A table without some of its rows."""

    def dropped(found):
        kept = [row for row in range(found[table].height) if row not in rows]
        found[table] = found[table][kept]

    return dropped


def repeat(table, row):
    """A table with one of its rows twice."""

    def repeated(found):
        found[table] = pl.concat([found[table], found[table][row]])

    return repeated


def breaking(rule, table, found):
    """The rows of a table that break a rule."""
    others = list(signature(rule).parameters)[1:]
    columns = found[table].columns
    marked = {name: frame.with_columns(e.marks(name)) for name, frame in found.items()}
    counted = marked | {"paragraphs": marked["paragraphs"].with_columns(t.words())}
    lazy = {name: counted[name].lazy() for name in (table, *others)}
    return rule(*lazy.values()).select(columns).collect().rows()


CASES = [
    pytest.param(
        c.has_the_code_of_a_language, "articles", edit("articles", 0, language="xx"), 0, id="no such language"
    ),
    pytest.param(
        c.has_the_code_of_a_country,
        "entities",
        edit("entities", 0, country_code="NOV"),
        0,
        id="no such country",
    ),
    pytest.param(
        t.is_a_copy_of_the_first,
        "articles",
        edit("articles", 0, story_id="visit"),
        0,
        id="a copy of a later article",
    ),
    pytest.param(
        t.counts_its_paragraphs,
        "articles",
        edit("articles", 0, paragraph_count=4),
        0,
        id="a paragraph too many",
    ),
    pytest.param(t.counts_its_paragraphs, "articles", drop("paragraphs", 3, 4), 1, id="all paragraphs lost"),
    pytest.param(
        t.counts_its_words, "articles", edit("paragraphs", 4, text="The two met."), 1, id="words lost"
    ),
    pytest.param(
        t.counts_on_from_one, "paragraphs", edit("paragraphs", 2, position=4), 2, id="a number left out"
    ),
    pytest.param(
        t.counts_on_from_one, "paragraphs", edit("paragraphs", 2, position=2), 2, id="a number twice"
    ),
    pytest.param(t.counts_its_mentions, "entities", drop("mentions", 4), 0, id="a mention lost"),
    pytest.param(
        t.counts_its_mentions, "entities", edit("mentions", 4, entity_id=None), 0, id="a mention unlinked"
    ),
    pytest.param(
        t.counts_its_articles, "entities", edit("entities", 3, article_count=2), 3, id="an article too many"
    ),
    pytest.param(t.is_mentioned, "entities", drop("mentions", 9), 4, id="nobody says its name"),
    pytest.param(
        t.has_geonames_as_a_place, "entities", edit("entities", 0, geonames_id=5), 0, id="a person on the map"
    ),
    pytest.param(
        t.holds_its_position_as_person_or_place,
        "entities",
        edit("entities", 4, position="city"),
        4,
        id="a newspaper in office",
    ),
    pytest.param(t.names_an_entity_once, "mentions", repeat("mentions", 4), 13, id="one mention twice"),
    pytest.param(
        t.has_no_confidence_if_unlinked,
        "mentions",
        edit("mentions", 4, entity_id=None),
        4,
        id="sure of nothing",
    ),
    pytest.param(
        t.starts_before_it_ends, "mentions", edit("mentions", 0, start=18), 0, id="ends where it starts"
    ),
    pytest.param(
        t.starts_before_it_ends, "reports", edit("reports", 0, start=99), 0, id="ends before it starts"
    ),
    pytest.param(q.is_quoted_once, "quotes", repeat("quotes", 2), 5, id="one quote twice"),
    pytest.param(
        q.tells_all_of_its_speaker_or_nothing,
        "quotes",
        edit("quotes", 0, speaker_start=None),
        0,
        id="a speaker without a place",
    ),
    pytest.param(
        q.tells_all_of_its_cue_or_nothing,
        "quotes",
        edit("quotes", 1, cue="told"),
        1,
        id="a cue without a place",
    ),
    pytest.param(
        q.starts_its_speaker_before_it_ends,
        "quotes",
        edit("quotes", 0, speaker_end=3),
        0,
        id="a speaker backwards",
    ),
    pytest.param(
        q.starts_its_cue_before_it_ends, "quotes", edit("quotes", 0, cue_end=3), 0, id="a cue backwards"
    ),
    pytest.param(
        q.has_its_speaker_in_its_article,
        "quotes",
        edit("quotes", 0, speaker_paragraph_id="visit-2"),
        0,
        id="a speaker in another article",
    ),
    pytest.param(
        q.continues_an_earlier_quote,
        "quotes",
        edit("quotes", 1, continues_id="river-3-q8"),
        1,
        id="a later one",
    ),
    pytest.param(
        q.continues_an_earlier_quote, "quotes", edit("quotes", 1, continues_id="river-2-q47"), 1, id="itself"
    ),
    pytest.param(
        q.continues_an_earlier_quote,
        "quotes",
        edit("quotes", 4, continues_id="river-2-q1"),
        4,
        id="one of another article",
    ),
    pytest.param(
        q.says_the_day_of_its_meeting, "quotes", edit("quotes", 0, said_on=None), 0, id="a known day left out"
    ),
    pytest.param(
        q.is_said_by_one_who_can_speak,
        "speakers",
        edit("speakers", 0, entity_id="tarn"),
        0,
        id="a city speaks",
    ),
    pytest.param(
        q.names_its_speaker, "speakers", edit("speakers", 0, entity_id="emile-roche"), 0, id="another's name"
    ),
    pytest.param(
        q.names_its_speaker_in_its_article,
        "speakers",
        edit("speakers", 4, mention_id="river-2-m25-ana-lund"),
        4,
        id="a name in another article",
    ),
    pytest.param(
        m.ends_on_or_after_its_start,
        "meetings",
        edit("meetings", 2, end_date=date(2015, 1, 1)),
        2,
        id="backwards",
    ),
    pytest.param(
        m.is_one_day_by_the_day, "meetings", edit("meetings", 0, end_date=date(2019, 5, 17)), 0, id="two days"
    ),
    pytest.param(
        m.is_one_day_by_the_day,
        "meetings",
        edit("meetings", 0, start_date=None, end_date=None),
        0,
        id="no day",
    ),
    pytest.param(
        m.is_one_month_by_the_month,
        "meetings",
        edit("meetings", 1, start_date=date(2019, 6, 2)),
        1,
        id="a part",
    ),
    pytest.param(
        m.is_one_month_by_the_month,
        "meetings",
        edit("meetings", 1, end_date=date(2019, 7, 31)),
        1,
        id="two months",
    ),
    pytest.param(
        m.is_one_year_by_the_year,
        "meetings",
        edit("meetings", 1, date_precision="year"),
        1,
        id="a part of a year",
    ),
    pytest.param(
        m.is_more_than_a_day_by_the_range,
        "meetings",
        edit("meetings", 0, date_precision="range"),
        0,
        id="a range of a day",
    ),
    pytest.param(
        m.has_no_date_if_unknown,
        "meetings",
        edit("meetings", 0, date_precision="unknown"),
        0,
        id="unknown, but known",
    ),
    pytest.param(
        m.is_held_before_it_is_told,
        "meetings",
        edit("meetings", 1, status="held"),
        1,
        id="held after it was told",
    ),
    pytest.param(
        m.counts_meetings_as_an_aggregate,
        "meetings",
        edit("meetings", 0, meeting_count=3),
        0,
        id="one that is three",
    ),
    pytest.param(m.counts_its_participants, "meetings", drop("participants", 1), 0, id="a participant lost"),
    pytest.param(
        m.counts_the_articles_that_tell_of_it,
        "meetings",
        edit("meetings", 0, article_count=2),
        0,
        id="one too many",
    ),
    pytest.param(m.is_reported, "meetings", drop("reports", 1), 1, id="nobody tells of it"),
    pytest.param(
        m.is_held_somewhere, "meetings", edit("meetings", 0, place_id="ana-lund"), 0, id="held in a person"
    ),
    pytest.param(
        m.lies_in_the_country_of_its_place,
        "meetings",
        edit("meetings", 0, country_code="NOR"),
        0,
        id="elsewhere",
    ),
    pytest.param(
        m.is_one_who_can_meet,
        "participants",
        edit("participants", 0, entity_id="tarn"),
        0,
        id="a city takes part",
    ),
    pytest.param(m.tells_of_a_meeting_once, "reports", repeat("reports", 0), 3, id="one report twice"),
    *(
        pytest.param(rule, table, edit(*cell, **cells), row, id=case)
        for rule, table, cell, cells, row, case in EVIDENCE_CASES
    ),
]


@pytest.mark.parametrize(("rule", "table", "change", "row"), CASES)
def test_gives_back_the_rows_that_break_it(rule, table, change, row):
    """The row that breaks the rule is given back, and no other."""
    found = frames()
    assert breaking(rule, table, found) == []
    change(found)
    assert breaking(rule, table, found) == [found[table].row(row)]


def test_every_rule_has_a_case():
    """No rule is believed that was never broken."""
    assert {case.values[0] for case in CASES} == {rule for of_table in RULES.values() for rule in of_table}


@pytest.mark.parametrize("table", TABLES)
def test_keeps_quiet_about_sound_tables(table):
    """Tables that keep every promise break no rule."""
    assert [rule.__name__ for rule in RULES[table] if breaking(rule, table, frames())] == []


@pytest.mark.parametrize("table", TABLES)
def test_keeps_quiet_about_empty_tables(table):
    """A rule has nothing to say where there are no rows."""
    found = {name: frame.clear() for name, frame in frames().items()}
    assert [rule.__name__ for rule in RULES[table] if breaking(rule, table, found)] == []


@pytest.mark.parametrize("table", TABLES)
def test_takes_what_is_unknown_for_no_fault(table):
    """Cells that could not be read break the rule of their type and, keys apart, no other."""
    found = frames()
    nothing = found[table].select(
        pl.lit(None, dtype).alias(name) for name, dtype in found[table].schema.items()
    )
    found[table] = nothing
    unforgiving = {"is_mentioned", "is_reported"}
    broken = {rule.__name__ for rule in RULES[table] if breaking(rule, table, found)}
    assert broken <= unforgiving


def test_says_what_it_promises_and_what_to_do():
    """Promise and remedy are what reports print, so that each rule has one sentence of both."""
    for of_table in RULES.values():
        for rule in of_table:
            promise, remedy = rule.__doc__.strip().split("\n\n")
            assert promise.endswith(".")
            assert remedy.strip().endswith(".")


def test_blames_columns_that_are_there():
    """Each rule is about a table and a column of it."""
    assert list(RULES) == list(TABLES)
    for table, of_table in RULES.items():
        assert set(of_table.values()) <= set(table_schema(table).field_names)


@pytest.mark.parametrize("code", ["JPN", "XKX", "SUN", "BUR", None])
def test_knows_codes_of_countries_that_are_and_were(code):
    """Withdrawn states keep their codes, Kosovo has one, and a disputed place none."""
    found = frames()
    edit("participants", 0, country_code=code)(found)
    assert breaking(c.has_the_code_of_a_country, "participants", found) == []


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        pytest.param(date(2016, 2, 1), date(2016, 2, 29), "month", id="February of a leap year"),
        pytest.param(date(2016, 1, 1), date(2016, 12, 31), "year", id="a year"),
        pytest.param(None, date(2016, 12, 31), "range", id="a range without a beginning"),
        pytest.param(None, None, "unknown", id="nothing known"),
    ],
)
def test_lets_dates_bound_what_is_known(start, end, precision):
    """Dates that agree with their precision are sound."""
    found = frames()
    edit("meetings", 1, start_date=start, end_date=end, date_precision=precision)(found)
    assert [rule.__name__ for rule in RULES["meetings"] if breaking(rule, "meetings", found)] == []
