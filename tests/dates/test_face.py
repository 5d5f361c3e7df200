"""What others see of dates: bounds, modifiers, signals, articles without a day."""

from datetime import date

import pytest

from summitry.dates import bounds_of, find_all_dates, find_dates, months_back

BOUNDS = [
    pytest.param("2017-04-27", (2017, 4, 27), (2017, 4, 27), "day", id="day"),
    pytest.param("2017-04-27T22:00", (2017, 4, 27), (2017, 4, 27), "day", id="time of day"),
    pytest.param("2017-02", (2017, 2, 1), (2017, 2, 28), "month", id="month"),
    pytest.param("2016", (2016, 1, 1), (2016, 12, 31), "year", id="year"),
    pytest.param("2017-W17", (2017, 4, 24), (2017, 4, 30), "range", id="week, Monday to Sunday"),
    pytest.param("2017-W17-WE", (2017, 4, 29), (2017, 4, 30), "range", id="weekend"),
    pytest.param("2017-Q2", (2017, 4, 1), (2017, 6, 30), "range", id="quarter"),
    pytest.param("2017-H2", (2017, 7, 1), (2017, 12, 31), "range", id="half"),
    pytest.param("2016-WI", (2016, 12, 1), (2017, 2, 28), "range", id="winter runs into the next year"),
    pytest.param("199", (1990, 1, 1), (1999, 12, 31), "range", id="decade"),
    pytest.param("19", (1900, 1, 1), (1999, 12, 31), "range", id="century"),
    pytest.param("2017-06-09/2017-06-10", (2017, 6, 9), (2017, 6, 10), "range", id="interval"),
]

UNBOUND = ["PAST_REF", "P7M", "XXXX-12", "2017-13", "2017-02-30", "2017-06-10/2017-06-09", "", "T22:00"]

MODIFIERS = [
    pytest.param("late April", "END", id="late"),
    pytest.param("early April", "START", id="early"),
    pytest.param("mid-April", "MID", id="mid"),
    pytest.param("earlier this month", "START", id="earlier"),
    pytest.param("about two hours", "APPROX", id="about"),
    pytest.param("at least two hours", "EQUAL_OR_MORE", id="at least"),
    pytest.param("April 3", None, id="none"),
]

SIGNALS = [
    pytest.param("It is shut since 2013.", "since", id="since"),
    pytest.param("They will come by Monday.", "by", id="by"),
    pytest.param("They came Monday.", None, id="none"),
]


@pytest.mark.parametrize(("value", "first", "last", "precision"), BOUNDS)
def test_a_value_spans_its_days(value, first, last, precision):
    """A value that names a place in the calendar has a first and a last day."""
    assert bounds_of(value) == (date(*first), date(*last), precision)


@pytest.mark.parametrize("value", UNBOUND)
def test_a_vague_value_spans_no_days(value):
    """A vague or impossible value has no days."""
    assert bounds_of(value) == (None, None, "unknown")


@pytest.mark.parametrize(("text", "mod"), MODIFIERS)
def test_says_what_words_add(found, text, mod):
    """“late” and “about” are kept beside the value."""
    [one] = found(text)
    assert one.mod == mod


@pytest.mark.parametrize(("text", "signal"), SIGNALS)
def test_says_the_preposition(found, text, signal):
    """The preposition before a time is kept, for those who need a start or an end."""
    [one] = found(text)
    assert one.signal == signal


def test_without_a_day_relative_times_stay_open():
    """An article without a date resolves what it says itself, and nothing else."""
    text = "On Thursday, in December, last week and on 3 May 2016 they met, ten years ago in ’96."
    assert [(one.value, one.first) for one in find_dates(text, None)] == [
        ("XXXX-WXX-4", None),
        ("XXXX-12", None),
        ("PAST_REF", None),
        ("2016-05-03", date(2016, 5, 3)),
        ("PAST_REF", None),
        ("1996", date(1996, 1, 1)),
    ]


def test_later_paragraphs_lean_on_earlier_ones():
    """“that year” and a bare clock time go back over paragraphs."""
    rows = find_all_dates(
        ["They met on April 3, 2015.", "At 5 p.m. he left.", "That year he won."], date(2017, 4, 28)
    )
    assert [[one.value for one in row] for row in rows] == [["2015-04-03"], ["2015-04-03T17:00"], ["2015"]]


def test_counts_months_back_to_a_shorter_month():
    """A month back from 31 March is the last of February."""
    assert months_back(date(2016, 3, 31), 1) == date(2016, 2, 29)
    assert months_back(date(2017, 4, 28), 7) == date(2016, 9, 28)


def test_offsets_are_code_points_of_the_given_text():
    """Signs outside the basic plane count as one, and curly apostrophes change nothing."""
    text = "🙂 ’Twas Thursday’s talk"
    [one] = find_dates(text, date(2017, 4, 28))
    assert (one.start, text[one.start : one.end]) == (8, "Thursday")
