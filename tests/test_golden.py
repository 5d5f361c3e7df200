"""Whole articles, row by row: what they must give, and what stands listed as not yet solved."""

import json

import pytest

from golden_rows import (
    GOLDEN,
    NAMES,
    TABLES,
    Difference,
    differences,
    label_true,
    lines_true,
    tables_of,
    unsolved,
)

ANEW = "run scripts/golden.py --write"


@pytest.fixture(scope="session")
def listed():
    """The differences that are known, in order, one for each row."""
    return [one for one, _ in unsolved()]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", NAMES)
def test_gives_the_rows_of_a_golden_article(listed, name, table):
    """Every row that is due is there and no other, but for those listed as not yet solved."""
    found = differences(name, table)
    known = sorted(one for one in listed if (one.article, one.table) == (name, table))
    lost = [one for one in found if one not in known]
    solved = [one for one in known if one not in found]
    assert not lost, shown(f"{name}: {table} lost what was right; mend it, or {ANEW}", lost)
    assert not solved, shown(f"{name}: {table} has solved what is listed; well done: {ANEW}", solved)
    assert sorted(found) == known, f"{name}: {table} has a row more or less than once; {ANEW}"


def shown(message: str, rows: list[Difference]) -> str:
    """A message with the rows that it is about."""
    return "\n  ".join([message, *(f"{one.side}: {one.line}" for one in rows)])


def test_lists_only_what_there_is():
    """Each row of the list names a golden article, a table and a side."""
    for one, _ in unsolved():
        assert one.article in NAMES
        assert one.table in TABLES
        assert one.side in {"missing", "extra"}


def test_says_why_a_row_is_not_solved():
    """Each row of the list has a reason that someone wrote after looking at it."""
    assert [one for one, reason in unsolved() if reason in {"", "not looked at"}] == []


def truth_of(name):
    """The truth file of a golden article."""
    return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


def spans_of(truth):
    """Yield everything in a truth file that names a stretch of text, as paragraph, words and occurrence."""
    for one in [*truth["mentions"], *(report for told in truth["meetings"] for report in told["reports"])]:
        yield one["p"], one["text"], one.get("nth", 1)
    for one in truth["quotes"]:
        yield one["p"], one["text"], one.get("nth", 1)
        if one["cue"]:
            yield one["p"], one["cue"], one.get("cue_nth", 1)
        if one["speaker_text"]:
            yield one.get("speaker_p", one["p"]), one["speaker_text"], one.get("speaker_nth", 1)
        if one["addressee"]:
            yield one["p"], one["addressee"], 1


@pytest.mark.parametrize("name", NAMES)
def test_truth_stands_in_the_text(name):
    """Every mention, quote, speaker, cue, addressee and report of a truth file is found where it says."""
    texts = {row.position: row.text for row in tables_of(GOLDEN / f"{name}.txt").paragraphs}
    for paragraph, words, occurrence in spans_of(truth_of(name)):
        assert texts[paragraph].count(words) >= occurrence, f"p{paragraph}: {words!r}"
    assert lines_true(name)


@pytest.mark.parametrize("name", NAMES)
def test_truth_names_what_it_knows(name):
    """Every entity is listed once and mentioned; whoever speaks, meets or is a place is listed."""
    truth = truth_of(name)
    names = [one["name"] for one in truth["entities"]]
    mentioned = {one["entity"] for one in truth["mentions"] if one["entity"]}
    people = {person["entity"] for told in truth["meetings"] for person in told["participants"]}
    places = {told["place"] for told in truth["meetings"] if told["place"]}
    speakers = {speaker for quote in truth["quotes"] for speaker in quote["speakers"]}
    assert len(names) == len(set(names))
    assert set(names) == mentioned
    assert people | places | speakers <= set(names)


@pytest.mark.parametrize("name", NAMES)
def test_truth_tells_every_meeting(name):
    """Every meeting has a report, a label of its own, and ends no earlier than it starts."""
    meetings = truth_of(name)["meetings"]
    assert all(told["reports"] for told in meetings)
    assert len({told["label"] for told in meetings}) == len(meetings)
    assert len({label_true(told) for told in meetings}) == len(meetings)
    for told in meetings:
        assert (told["start_date"] is None) == (told["end_date"] is None)
        assert (told["start_date"] is None) == (told["date_precision"] == "unknown")
        assert told["start_date"] is None or told["start_date"] <= told["end_date"]
        assert (told["meeting_count"] is not None) == (told["status"] == "aggregate")


@pytest.mark.parametrize("name", NAMES)
def test_truth_ties_quotes(name):
    """A quote is said at a meeting that the file knows, and continues an earlier one of the same speakers."""
    truth = truth_of(name)
    labels = {told["label"] for told in truth["meetings"]}
    for index, quote in enumerate(truth["quotes"]):
        assert quote["meeting"] is None or quote["meeting"] in labels
        if quote["continues"] is not None:
            assert quote["continues"] < index
            assert truth["quotes"][quote["continues"]]["speakers"] == quote["speakers"]
