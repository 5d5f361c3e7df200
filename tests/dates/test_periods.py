"""Months, years, seasons, quarters, weeks."""

import pytest

MONTHS = [
    pytest.param("Ada met Lind in December.", [("December", "2016-12")], id="past"),
    pytest.param("Ada will meet Lind in December.", [("December", "2017-12")], id="future"),
    pytest.param("They plan to meet in November.", [("November", "2017-11")], id="plan to"),
    pytest.param("Ada met Lind last December.", [("last December", "2016-12")], id="last"),
    pytest.param("Ada meets Lind next May.", [("next May", "2017-05")], id="next"),
    pytest.param("Ada met Lind in April.", [("April", "2017-04")], id="the month of the article"),
    pytest.param("They met in late March.", [("late March", "2017-03")], id="late"),
    pytest.param("They met in mid-January.", [("mid-January", "2017-01")], id="mid"),
    pytest.param("They met in March 2016.", [("March 2016", "2016-03")], id="with year"),
    pytest.param("They met in July last year.", [("July last year", "2016-07")], id="last year"),
    pytest.param("They meet each July.", [("each July", "XXXX-07")], id="a month that comes back"),
    pytest.param("Under a June accord they trade.", [("June", "2016-06")], id="before a noun"),
    pytest.param("Theresa May met Ada.", [], id="a surname"),
    pytest.param("May’s aides said little.", [], id="a surname with ’s"),
    pytest.param("May I ask why?", [], id="a verb"),
    pytest.param("The troops march on.", [], id="small letters are no month"),
]

YEARS = [
    pytest.param("The border is shut since 2013.", [("2013", "2013")], id="since"),
    pytest.param("The dam broke in mid-1996.", [("mid-1996", "1996")], id="mid"),
    pytest.param("By the end of 1990 he was gone.", [("the end of 1990", "1990")], id="end of"),
    pytest.param("Fiscal 2016 was good.", [("Fiscal 2016", "2016")], id="fiscal"),
    pytest.param("They met in nineteen ninety-seven.", [("nineteen ninety-seven", "1997")], id="in words"),
    pytest.param(
        "The year two thousand came.", [("The year two thousand", "2000")], id="a round year in words"
    ),
    pytest.param("They married in ’96.", [("’96", "1996")], id="short"),
    pytest.param("The years 2014-16 were hard.", [("2014-16", "2014/2016")], id="from to"),
    pytest.param("In the 1990s they fought.", [("the 1990s", "199")], id="decade"),
    pytest.param("In the late ’80s they fought.", [("the late ’80s", "198")], id="short decade"),
    pytest.param("The nineties were calm.", [("The nineties", "199")], id="decade in words"),
    pytest.param("She is in her thirties, he in his 30s.", [], id="an age is no decade"),
    pytest.param("Trade grew in the 19th century.", [("the 19th century", "18")], id="century"),
    pytest.param("They sold 2,000 cars for $1990.", [], id="counts and prices"),
    pytest.param("They sold 1990 percent more.", [], id="a share"),
    pytest.param("It was the same year.", [("the same year", "2017")], id="same"),
    pytest.param(
        "In 2009 he won; the following year he lost.",
        [("2009", "2009"), ("the following year", "2010")],
        id="following",
    ),
]

WEEKS = [
    pytest.param("They met last week.", [("last week", "2017-W16")], id="last week"),
    pytest.param("They met this week.", [("this week", "2017-W17")], id="this week"),
    pytest.param("They meet next week.", [("next week", "2017-W18")], id="next week"),
    pytest.param("They met last month.", [("last month", "2017-03")], id="last month"),
    pytest.param("They meet next month.", [("next month", "2017-05")], id="next month"),
    pytest.param(
        "They met earlier this month.", [("earlier this month", "2017-04")], id="earlier this month"
    ),
    pytest.param("They met last year.", [("last year", "2016")], id="last year"),
    pytest.param("They spoke over the weekend.", [("the weekend", "2017-W16-WE")], id="weekend, past"),
    pytest.param("They will speak this weekend.", [("this weekend", "2017-W17-WE")], id="weekend, future"),
    pytest.param("They spoke last weekend.", [("last weekend", "2017-W16-WE")], id="last weekend"),
    pytest.param(
        "The pact ends at the end of the year.", [("the end of the year", "2017")], id="end of the year"
    ),
    pytest.param("The pact will end by year-end.", [("year-end", "2017-12-31")], id="year-end"),
    pytest.param(
        "They meet in the last week of May.",
        [("the last week of May", "2017-05-25/2017-05-31")],
        id="last week of",
    ),
    pytest.param(
        "They met in the first week of March.",
        [("the first week of March", "2017-03-01/2017-03-07")],
        id="first week of",
    ),
    pytest.param(
        "They met in the week of March 6.", [("the week of March 6", "2017-W10")], id="week of a day"
    ),
    pytest.param("The show “This Week” is on.", [], id="the name of a show"),
]

QUARTERS = [
    pytest.param("Exports fell in the first quarter.", [("the first quarter", "2017-Q1")], id="the last one"),
    pytest.param(
        "Exports will rise in the fourth quarter.", [("the fourth quarter", "2017-Q4")], id="future"
    ),
    pytest.param("Exports fell in the fourth quarter.", [("the fourth quarter", "2016-Q4")], id="past"),
    pytest.param(
        "Exports fell in the third quarter of 2015.",
        [("the third quarter of 2015", "2015-Q3")],
        id="with year",
    ),
    pytest.param(
        "Exports fell in the first half of 2016.", [("the first half of 2016", "2016-H1")], id="half"
    ),
    pytest.param(
        "It earned $2 in the first quarter, up from $1 a year earlier.",
        [("the first quarter", "2017-Q1"), ("a year earlier", "2016-Q1")],
        id="a year before a quarter is a quarter",
    ),
    pytest.param("They met last summer.", [("last summer", "2016-SU")], id="last summer"),
    pytest.param("They will meet this summer.", [("this summer", "2017-SU")], id="this summer"),
    pytest.param("They met in the spring.", [("the spring", "2017-SP")], id="the running season"),
    pytest.param("It was the autumn of 1989.", [("the autumn of 1989", "1989-FA")], id="season of a year"),
    pytest.param("They met last winter.", [("last winter", "2016-WI")], id="a winter begins in December"),
    pytest.param("Prices may fall and hopes spring up.", [], id="verbs are no seasons"),
]


@pytest.mark.parametrize(("text", "dates"), MONTHS)
def test_reads_months(shown, text, dates):
    """A month has its year by word or tense; names are no months."""
    assert shown(text) == dates


@pytest.mark.parametrize(("text", "dates"), YEARS)
def test_reads_years(shown, text, dates):
    """Years, decades and centuries are told from counts, prices and ages."""
    assert shown(text) == dates


@pytest.mark.parametrize(("text", "dates"), WEEKS)
def test_reads_periods_from_here(shown, text, dates):
    """Last week is the week before that of the article."""
    assert shown(text) == dates


@pytest.mark.parametrize(("text", "dates"), QUARTERS)
def test_reads_quarters_and_seasons(shown, text, dates):
    """Quarters and seasons are those nearest in the direction of the clause."""
    assert shown(text) == dates
