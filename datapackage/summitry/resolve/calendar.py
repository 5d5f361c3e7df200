"""On which days an encounter can have been."""

import re
from calendar import day_name, month_name
from datetime import date, timedelta
from typing import NamedTuple

from summitry.dates import Timex, months_back
from summitry.rows import Precision

MONTHS_A_YEAR = 12
WEEK = timedelta(days=7)
WEEKDAYS = frozenset(name.lower() for name in day_name)
MONTHS = frozenset(name.lower() for name in month_name if name)

# “P7M”, “P2Y”, “P3W”, “P10D”
LENGTH = re.compile(r"P(\d+)([YMWD])")


class Days(NamedTuple):
    """The first and the last day that an encounter can have been on."""

    first: date | None
    last: date | None
    precision: Precision

    @property
    def known(self) -> bool:
        """Whether anything is known of the day."""
        return self.first is not None and self.last is not None


UNKNOWN = Days(None, None, "unknown")


def bounds_of(timex: Timex | None, published: date | None, *, counts: bool) -> Days:
    """The days that an expression of time allows; with `counts`, from its start until publication."""
    if timex is None:
        return UNKNOWN
    if counts:
        start = start_of_count(timex, published)
        return Days(start, published, "range") if start and published else UNKNOWN
    if timex.first is None or timex.last is None:
        return UNKNOWN
    return Days(timex.first, timex.last, timex.precision)


def start_of_count(timex: Timex, published: date | None) -> date | None:
    """The day from which meetings are counted: with “since 2013” the first of that year.

    With “the past seven months”, months and years go back by the calendar from the day of publication.
    """
    length = LENGTH.fullmatch(timex.value)
    if length and published:
        number, unit = int(length.group(1)), length.group(2)
        if unit in "YM":
            return months_back(published, number * (MONTHS_A_YEAR if unit == "Y" else 1))
        return published - (number * WEEK if unit == "W" else timedelta(days=number))
    return timex.first


def meet(one: Days, other: Days) -> bool:
    """Whether two have a day in common.

    >>> first, last = date(2016, 12, 1), date(2016, 12, 31)
    >>> meet(Days(first, last, "month"), Days(last, last, "day"))
    True
    """
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def narrower(one: Days, other: Days) -> Days:
    """The one that allows fewer days; the first, if they allow as many."""
    if one.first is None or one.last is None:
        return other
    if other.first is None or other.last is None:
        return one
    return other if other.last - other.first < one.last - one.first else one


def days_past(days: Days, timex: Timex | None, published: date | None) -> Days:
    """The days of something that is over: a month named without its year is the last one of that name."""
    if days.first is None or published is None or days.first <= published or not is_bare_month(timex):
        return days
    first = months_back(days.first, MONTHS_A_YEAR)
    return Days(first, last_of_month(first), "month")


def days_ahead(days: Days, timex: Timex | None, published: date | None, *, sure: bool = True) -> Days:
    """The days of something still to be: a month without its year, or a weekday, is the next of that name.

    Where it is not sure to lie ahead, as with what was called off, it is the nearest of that name.
    """
    if days.first is None or days.last is None or published is None or days.last >= published:
        return days
    if is_bare_month(timex):
        first = months_back(days.first, -MONTHS_A_YEAR)
        ahead = sure or published - days.last > first - published
        return Days(first, last_of_month(first), "month") if ahead else days
    nearer = published - days.last >= days.first + WEEK - published
    if timex is not None and timex.text.lower() in WEEKDAYS and (sure or nearer):
        return Days(days.first + WEEK, days.last + WEEK, "day")
    return days


def is_bare_month(timex: Timex | None) -> bool:
    """Whether an expression is a month and nothing that says of which year."""
    return timex is not None and timex.text.lower() in MONTHS


def last_of_month(first: date) -> date:
    """The last day of the month that begins on a day."""
    return months_back(first, -1) - timedelta(days=1)
