"""The day of publication: which forms are read, and which of several tellings counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.errors import UnreadableInput
from summitry.page import Dispatch
from summitry.read import Terms, article_row, read_articles, terms_of
from summitry.read.days import day_in, day_of_dateline, day_of_path
from summitry.read.unfit import Unfit

FORMS = [
    "2019-05-14",
    "2019-05-14T23:30:00Z",
    "2019-05-14T23:30:00+13:00",
    "2019-05-14T23:30:00.123456-0800",
    "2019-05-14 23:30",
    "2019-05-14 23:30:00 UTC",
    "20190514",
    "20190514T233000Z",
    "Tue, 14 May 2019 23:30:00 +0200",
    "Tue, 14 May 2019 23:30:00 GMT",
    "14 May 2019 23:30 EST",
    "May 14, 2019",
    "May 14, 2019 Tuesday",
    "Tuesday, 14 May 2019",
    "May. 14th 2019, 11:30 p.m. (EST)",
    "14/05/2019",
    "05-14-2019",
    " 2019-05-14 ",
]


@pytest.mark.parametrize("written", FORMS)
def test_reads_the_day_of_a_time(written):
    """It is the day where the article was published, not where it is read."""
    assert day_in(written) == date(2019, 5, 14)


REFUSED = [
    pytest.param("05/06/2019", "“05/06/2019”, which can be two days", id="two days"),
    pytest.param("5.6.19", "“5.6.19”, which can be two days", id="two days, two figures of the year"),
    pytest.param("14/05/19", "“14/05/19”", id="two figures of the year, though clear"),
    pytest.param("14/15/2019", "“14/15/2019”", id="no month"),
    pytest.param("May 2019", "“May 2019”", id="a month"),
    pytest.param("Mai 14, 2019", "“Mai 14, 2019”", id="another language"),
    pytest.param(
        "May 14, 2019 Monday", "“May 14, 2019 Monday”, a day that was no Mon", id="in words, another weekday"
    ),
    pytest.param("Feb 30, 2019", "the impossible date 2019-02-30", id="in words, no such day"),
    pytest.param("2019-02-29", "the impossible date 2019-02-29", id="no such day"),
    pytest.param("Thu, 31 Feb 2019 10:00:00 GMT", "the impossible date 2019-02-31", id="nor in a mail"),
    pytest.param(
        "Mon, 14 May 2019 10:00:00 GMT",
        "“Mon, 14 May 2019 10:00:00 GMT”, a day that was no Mon",
        id="another weekday",
    ),
    pytest.param("1557792000", "“1557792000”", id="seconds since 1970"),
    pytest.param("2019-W20-2", "“2019-W20-2”", id="a week"),
    pytest.param("2019-0514", "“2019-0514”", id="half a form"),
    pytest.param("2019-05-14T25:00", "“2019-05-14T25:00”", id="no time"),
    pytest.param("1799-12-31T00:00Z", "the date 1799-12-31", id="before all news"),
    pytest.param("yesterday", "“yesterday”", id="a word"),
    pytest.param("２０１９-05-14", "“２０１９-05-14”", id="figures of another script"),
]


@pytest.mark.parametrize(("written", "found"), REFUSED)
def test_other_forms_are_refused(written, found):
    """Nothing is guessed."""
    with pytest.raises(Unfit) as caught:
        day_in(written)
    assert caught.value.found == found


@given(st.dates(date(1800, 1, 1)), st.sampled_from(["", "T00:00Z", " 23:59:59+14:00"]))
def test_law_every_day_is_read(day, time):
    """Each day of the calendar, with any time, and in the name of a file."""
    assert day_in(f"{day}{time}") == day
    assert day_of_path(f"a/{day:%Y%m%d}-b.txt") == day


DATELINES = [
    pytest.param("OSLO, May 14, 2019", date(2019, 5, 14), id="the usual form"),
    pytest.param("OSLO – 14 May 2019", date(2019, 5, 14), id="day first"),
    pytest.param("OSLO, Tuesday, May 14, 2019", date(2019, 5, 14), id="with its weekday"),
    pytest.param("OSLO, Sept. 1st, 2019", date(2019, 9, 1), id="abbreviated"),
    pytest.param("OSLO, Monday, May 14, 2019", None, id="with another weekday"),
    pytest.param("OSLO, May 14", None, id="no year"),
    pytest.param("OSLO, Tuesday", None, id="a weekday alone"),
    pytest.param("OSLO", None, id="no day"),
    pytest.param("OSLO, Feb 30, 2019", None, id="no such day"),
]


@pytest.mark.parametrize(("dateline", "day"), DATELINES)
def test_reads_the_whole_day_of_a_dateline(dateline, day):
    """Only a day that is told with its year is one."""
    assert day_of_dateline(dateline) == day


PATHS = [
    pytest.param("raw/2019-05-14.txt", date(2019, 5, 14), id="the name"),
    pytest.param("raw/oslo_20190514_talks.txt", date(2019, 5, 14), id="within the name"),
    pytest.param("20190514.jsonl.gz", date(2019, 5, 14), id="with two endings"),
    pytest.param("2019/05/14/oslo.txt", date(2019, 5, 14), id="folders"),
    pytest.param("2018-01-01/2019-05-14.txt", date(2019, 5, 14), id="the name before the folder"),
    pytest.param("2019-05-14/oslo.txt", date(2019, 5, 14), id="the folder"),
    pytest.param("2019-05-14/raw/oslo.txt", None, id="a folder further up"),
    pytest.param("2019/05/14/raw/oslo.txt", None, id="folders further up"),
    pytest.param("2019-05-14-to-2019-05-15.txt", None, id="two days"),
    pytest.param("2019-05-14-or-20190514.txt", date(2019, 5, 14), id="the same day twice"),
    pytest.param("oslo-120190514.txt", None, id="a longer number"),
    pytest.param("a20190514.txt", None, id="a part of a word"),
    pytest.param("20191332.txt", None, id="no such day"),
    pytest.param("12345678.txt", None, id="no year of news"),
    pytest.param("2019/5/14/oslo.txt", None, id="folders of another form"),
    pytest.param("", None, id="nothing"),
]


@pytest.mark.parametrize(("path", "day"), PATHS)
def test_reads_the_day_of_a_path(path, day):
    """Only what can be nothing else."""
    assert day_of_path(path) == day


PLAIN = "The ministers met in Oslo."
GIVEN = Terms(given=date(2011, 1, 1))
SOURCES = [
    pytest.param(
        "2012-01-02.txt",
        f"date 2019-05-14\n\nOSLO, May 13, 2019 (AFP) — {PLAIN}",
        "header",
        "2019-05-14",
        id="its header before all",
    ),
    pytest.param(
        "2012-01-02.jsonl",
        f'{{"date": "2019-05-14", "text": "OSLO, May 13, 2019 (AFP) — {PLAIN}"}}',
        "record",
        "2019-05-14",
        id="its record before all",
    ),
    pytest.param(
        "2012-01-02.txt",
        f"OSLO, May 13, 2019 (AFP) — {PLAIN}",
        "dateline",
        "2019-05-13",
        id="else its dateline",
    ),
    pytest.param(
        "2012-01-02.txt", f"OSLO, May 13 (AFP) — {PLAIN}", "file_name", "2012-01-02", id="else its name"
    ),
    pytest.param(
        "2012-01-02.csv", f"id,text\na,{PLAIN}\n", "file_name", "2012-01-02", id="that of its table"
    ),
    pytest.param("oslo.txt", PLAIN, "given", "2011-01-01", id="else what the user says"),
    pytest.param(
        "oslo.txt", f"Date night ended. {PLAIN}", "given", "2011-01-01", id="a word that is no header"
    ),
    pytest.param(
        "oslo.jsonl", f'{{"date": null, "text": "{PLAIN}"}}', "given", "2011-01-01", id="for a record as well"
    ),
]


@pytest.mark.parametrize(("name", "content", "source", "day"), SOURCES)
def test_the_first_that_tells_the_day_counts(tmp_path, name, content, source, day):
    """The table of articles says which it was."""
    (tmp_path / name).write_text(content)
    (found,) = read_articles([tmp_path / name], base=tmp_path, terms=GIVEN)
    assert isinstance(found, Dispatch), str(found)
    row = article_row(found)
    assert (row.date_source, str(row.published_on)) == (source, day)


UNDATED = [
    pytest.param(
        "oslo.txt",
        PLAIN,
        f"line 1: found no date but “{PLAIN}”; expected `date YYYY-MM-DD` at the start",
        id="none anywhere",
    ),
    pytest.param(
        "2019-05-14.txt",
        f"date 14/05/2019\n\n{PLAIN}",
        "date: found “14/05/2019”; expected `date YYYY-MM-DD` at the start",
        id="a header in another form is not passed over",
    ),
    pytest.param(
        "2019-05-14.jsonl",
        f'{{"date": "05/06/2019", "text": "{PLAIN}"}}',
        "line 1, date: found “05/06/2019”, which can be two days; expected a date as YYYY-MM-DD",
        id="nor is a date that can be two",
    ),
    pytest.param(
        "a.jsonl",
        f'{{"date": "2019-05-14", "text": "date 2019-05-15\\n\\n{PLAIN}"}}',
        "line 1, date: found 2019-05-15 in the text beside 2019-05-14; expected one date",
        id="two that contradict",
    ),
]


@pytest.mark.parametrize(("name", "content", "line"), UNDATED)
def test_what_tells_no_day_is_refused(tmp_path, name, content, line):
    """Also where one of two tellings is wrong: none of them is chosen silently."""
    (tmp_path / name).write_text(content)
    (refusal,) = read_articles([tmp_path / name], base=tmp_path)
    assert str(refusal) == f"{name}: {line}"


def test_a_date_in_the_future_is_refused(tmp_path):
    """By the day that the user says; one day on it is already tomorrow somewhere."""
    for day in (20, 21, 22):
        (tmp_path / f"{day}.txt").write_text(f"date 2019-05-{day}\n\n{PLAIN} On the {day}th.")
    found = list(read_articles([tmp_path], base=tmp_path, terms=terms_of(today="2019-05-20")))
    assert [one.article_id for one in found[:2]] == ["a-20", "a-21"]
    assert str(found[2]) == (
        "22.txt: date: found the date 2019-05-22, which is in the future; expected a date up to 2019-05-21"
    )


def test_the_clock_only_refuses(tmp_path):
    """Without a day that the user says, the clock is asked for the future alone."""
    latest = terms_of().latest
    assert abs(latest - date.today()) <= timedelta(days=2)  # noqa: DTZ011  # whichever day it is here
    assert terms_of(today="9999-12-31").latest == date.max
    (tmp_path / "a.txt").write_text(f"date 2019-05-14\n\n{PLAIN}")
    (found,) = read_articles([tmp_path], terms=terms_of())
    assert found.published_on == date(2019, 5, 14)


@pytest.mark.parametrize("name", ["given", "today"])
def test_a_wrong_day_is_told(name):
    """A day that the user gives is written as any other."""
    with pytest.raises(UnreadableInput, match="found “14/05/2019”; expected a date as YYYY-MM-DD"):
        terms_of(**{name: "14/05/2019"})
    with pytest.raises(UnreadableInput, match="columns: found 'day'; expected one of id, text"):
        terms_of({"day": "a"})
