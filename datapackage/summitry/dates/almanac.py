"""Reckoning with the calendar: months back, weeks, seasons, feasts, and the days that a value spans."""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from summitry.dates.timex import UNBOUND, Bounds

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
SATURDAY = 5
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of the meteorological seasons; a winter runs on into the next year."""

VALUE = re.compile(
    r"""(?P<year>\d{4})
    (?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?
      |-W(?P<week>\d\d)(?P<weekend>-WE)?
      |-Q(?P<quarter>[1-4])
      |-H(?P<half>[12])
      |-(?P<season>SP|SU|FA|WI))?
    |(?P<decade>\d{3})|(?P<century>\d\d)""",
    re.VERBOSE,
)


def months_back(day: date, months: int) -> date:
    """The same day so many calendar months earlier, or the last day of a shorter month.

    >>> months_back(date(2017, 4, 28), 7), months_back(date(2017, 3, 31), 1)
    (datetime.date(2016, 9, 28), datetime.date(2017, 2, 28))
    """
    year, month = month_after(day.year, day.month, -months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_after(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month so many months later.

    >>> month_after(2017, 11, 3)
    (2018, 2)
    """
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def quarter_after(year: int, quarter: int, quarters: int) -> tuple[int, int]:
    """The year and quarter so many quarters later.

    >>> quarter_after(2017, 1, -1)
    (2016, 4)
    """
    count = year * 4 + quarter - 1 + quarters
    return count // 4, count % 4 + 1


def quarter_of(day: date) -> tuple[int, int]:
    """The year and quarter of a day."""
    return day.year, (day.month + 2) // 3


def season_of(day: date) -> tuple[int, str]:
    """The season of a day, and the year in which that season began.

    >>> season_of(date(2017, 1, 9))
    (2016, 'WI')
    """
    year, month = month_after(day.year, day.month, -2)
    return month_after(year, month, 2)[0] - (day.month <= 2), ("SP", "SU", "FA", "WI")[(month - 1) // 3]  # noqa: PLR2004  # January and February


def week_value(day: date) -> str:
    """The ISO week of a day.

    >>> week_value(date(2017, 4, 28))
    '2017-W17'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).

    >>> easter(2017)
    datetime.date(2017, 4, 16)
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, shift = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    sunday = (32 + 2 * shift + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last.

    >>> weekday_of_month(2017, 11, 3, 4), weekday_of_month(2017, 5, 0, -1)
    (datetime.date(2017, 11, 23), datetime.date(2017, 5, 29))
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - (last.weekday() - weekday) % 7 * DAY
    first = date(year, month, 1)
    return first + (weekday - first.weekday()) % 7 * DAY + (nth - 1) * WEEK


def feast(rule: str, year: int) -> date:
    """The day of a feast, by the rules of words/holidays.csv.

    >>> feast("12-25", 2017), feast("easter-2", 2017), feast("9:0:1", 2017)
    (datetime.date(2017, 12, 25), datetime.date(2017, 4, 14), datetime.date(2017, 9, 4))
    """
    if rule.startswith("easter"):
        return easter(year) + int(rule.removeprefix("easter")) * DAY
    if rule.startswith("thanksgiving"):
        return weekday_of_month(year, 11, 3, 4) + int(rule.removeprefix("thanksgiving")) * DAY
    if rule == "election":  # the Tuesday after the first Monday in November
        return weekday_of_month(year, 11, 0, 1) + DAY
    if ":" in rule:
        month, weekday, nth = map(int, rule.split(":"))
        return weekday_of_month(year, month, weekday, nth)
    month, day = map(int, rule.split("-"))
    return date(year, month, day)


def bounds_of(value: str) -> Bounds:
    """The days that a TIMEX3 value spans, as far as it names a place in the calendar.

    >>> bounds_of("2016-12")
    Bounds(first=datetime.date(2016, 12, 1), last=datetime.date(2016, 12, 31), precision='month')
    >>> bounds_of("PAST_REF").precision
    'unknown'
    """
    if "/" in value:
        start, _, end = value.partition("/")
        first, last = bounds_of(start).first, bounds_of(end).last
        return Bounds(first, last, "range") if first and last and first <= last else UNBOUND
    found = VALUE.fullmatch(value)
    try:
        return bounds_of_parts(found) if found else UNBOUND
    except (ValueError, OverflowError):
        return UNBOUND


def bounds_of_parts(found: re.Match[str]) -> Bounds:
    """The days of a value that has been taken apart."""
    if found["decade"]:
        return years(int(found["decade"]) * 10, 10)
    if found["century"]:
        return years(int(found["century"]) * 100, 100)
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return Bounds(day, day, "day")
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return Bounds(monday + SATURDAY * DAY if found["weekend"] else monday, monday + 6 * DAY, "range")
    first, count = months_of(found)
    return months(year, first, count) if count else years(year, 1)


def months_of(found: re.Match[str]) -> tuple[int, int]:
    """The first month of a part of a year, and how many months it has; none for a whole year."""
    if found["month"]:
        return int(found["month"]), 1
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, 6
    return (SEASON_START[found["season"]], 3) if found["season"] else (1, 0)


def months(year: int, month: int, count: int) -> Bounds:
    """So many whole months."""
    end_year, end_month = month_after(year, month, count - 1)
    last = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Bounds(date(year, month, 1), last, "month" if count == 1 else "range")


def years(year: int, count: int) -> Bounds:
    """So many whole years; the first century begins with the first year of the calendar."""
    last = min(year + count - 1, MAXYEAR)
    return Bounds(date(max(year, MINYEAR), 1, 1), date(last, 12, 31), "year" if count == 1 else "range")
