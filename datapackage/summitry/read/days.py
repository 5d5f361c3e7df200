"""Days as articles, tables and file names write them; a form that can mean two days is none of them.

A time beside a date changes nothing about the day: it is that of the zone in which it was written.
"""

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from pathlib import PurePosixPath
from typing import Final

from summitry.read.header import day_of
from summitry.read.unfit import Unfit, shown
from summitry.settings import EARLIEST_YEAR

EXPECTED: Final = "a date as YYYY-MM-DD"

ZONE: Final = r"(?:Z|z|[+-]\d{2}(?::?\d{2})?)"
CLOCK: Final = r"(?:[01]\d|2[0-3])(?::?[0-5]\d(?::?(?:[0-5]\d|60)(?:[.,]\d{1,9})?)?)?"
# ISO 8601-1, 5.4: “2019-05-14T23:30:00+02:00”, “2019-05-14 23:30”, “20190514T233000Z”
ISO_TIME: Final = re.compile(
    rf"(?P<year>\d{{4}})(?P<dash>-?)(?P<month>\d{{2}})(?P=dash)(?P<day>\d{{2}})"
    rf"(?:(?:[Tt]| ){CLOCK} ?(?:{ZONE}|UTC|GMT)?)?",
    re.ASCII,
)
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# RFC 5322, 3.3, as in feeds: “Tue, 14 May 2019 10:00:00 +0200”
MAIL_TIME: Final = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}), ?)?\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}} "
    r"\d{2}:\d{2}(?::\d{2})?(?: ?(?:[+-]\d{4}|[A-Z]{1,4}))?",
    re.IGNORECASE | re.ASCII,
)
# “05/06/2019”, “5.6.19”
FIGURES: Final = re.compile(r"(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>\d{2}|\d{4})", re.ASCII)
LAST_MONTH: Final = 12
# “2019-05-14”, “20190514”, and nothing of a longer number or word
NAMED_DAY: Final = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>\d{4})(?P<dash>-?)(?P<month>\d{2})(?P=dash)(?P<day>\d{2})(?![0-9A-Za-z])",
    re.ASCII,
)
WRITTEN_WEEKDAY: Final = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})[a-z]*,? )?"
WRITTEN_MONTH: Final = rf"(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
WRITTEN_NUMBER: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# “Wednesday, May 15, 2019”, “15 May 2019” at the end of a dateline
WRITTEN_DAYS: Final = tuple(
    re.compile(rf"\b{WRITTEN_WEEKDAY}{form},? (?P<year>\d{{4}})\W*$", re.IGNORECASE | re.ASCII)
    for form in (f"{WRITTEN_MONTH} {WRITTEN_NUMBER}", f"{WRITTEN_NUMBER} {WRITTEN_MONTH}")
)
# what may stand behind a day in words: “, 10:30 PM EST”, “ at 22:30”, “ Tuesday”
BEHIND: Final = (
    rf"(?:,? (?P<after>{'|'.join(WEEKDAYS)})[a-z]*)?"
    r"(?:,? (?:at )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{1,4}\)?)?)?"
)
# “May 14, 2019 Tuesday”, “14 May 2019”, “Tue May 14, 2019, 10:30 PM EST”
WORDED: Final = tuple(
    re.compile(rf"{WRITTEN_WEEKDAY}{form},? (?P<year>\d{{4}}){BEHIND}", re.IGNORECASE | re.ASCII)
    for form in (f"{WRITTEN_MONTH} {WRITTEN_NUMBER}", f"{WRITTEN_NUMBER} {WRITTEN_MONTH}")
)


def day_in(value: str) -> date:
    """The day of a date that a record tells, with a time or without.

    >>> day_in("2019-05-14T23:30:00-05:00"), day_in("Tue, 14 May 2019 10:00:00 GMT")
    (datetime.date(2019, 5, 14), datetime.date(2019, 5, 14))
    """
    value = value.strip()
    if found := ISO_TIME.fullmatch(value):
        return day_of(f"{found['year']}-{found['month']}-{found['day']}", EXPECTED)
    if found := MAIL_TIME.fullmatch(value):
        return day_of_mail(value, found["weekday"])
    if found := FIGURES.fullmatch(value):
        return day_of_figures(found)
    if found := next(filter(None, (form.fullmatch(value) for form in WORDED)), None):
        return day_of_words(found)
    raise Unfit("date", f"“{shown(value)}”", EXPECTED)


def day_of_figures(found: re.Match[str]) -> date:
    """The day of three figures of which only one can be the month: `14/05/2019`, but not `05/06/2019`."""
    one, two = int(found["one"]), int(found["two"])
    if max(one, two) <= LAST_MONTH and one != two:
        raise Unfit("date", f"“{shown(found[0])}”, which can be two days", EXPECTED)
    if min(one, two) > LAST_MONTH or len(found["year"]) < len("2019"):
        raise Unfit("date", f"“{shown(found[0])}”", EXPECTED)
    return day_of(f"{found['year']}-{min(one, two):02}-{max(one, two):02}", EXPECTED)


def day_of_words(found: re.Match[str]) -> date:
    """The day of a date with the name of its month; a weekday that is another day's is a slip."""
    month = MONTHS.index(found["month"].casefold()) + 1
    day = day_of(f"{found['year']}-{month:02}-{int(found['day']):02}", EXPECTED)
    if (weekday := found["weekday"] or found["after"]) and WEEKDAYS[day.weekday()] != weekday.casefold():
        raise Unfit("date", f"“{shown(found[0])}”, a day that was no {weekday}", EXPECTED)
    return day


def day_of_mail(value: str, weekday: str | None) -> date:
    """The day of a date as mails and feeds write it; a weekday that is another day's is a slip."""
    parts = parsedate(value)
    if parts is None:
        raise Unfit("date", f"“{shown(value)}”", EXPECTED)
    day = day_of(f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}", EXPECTED)
    if weekday and WEEKDAYS[day.weekday()] != weekday.casefold():
        raise Unfit("date", f"“{shown(value)}”, a day that was no {weekday}", EXPECTED)
    return day


def day_of_dateline(dateline: str) -> date | None:
    """The day of a dateline that tells it whole, with its year.

    >>> day_of_dateline("OSLO, May 15, 2019"), day_of_dateline("OSLO, May 15")
    (datetime.date(2019, 5, 15), None)
    """
    for pattern in WRITTEN_DAYS:
        if found := pattern.search(dateline):
            month = MONTHS.index(found["month"].casefold()) + 1
            day = possible(int(found["year"]), month, int(found["day"]))
            weekday = found["weekday"]
            if day and weekday and WEEKDAYS[day.weekday()] != weekday.casefold():
                return None
            return day
    return None


def day_of_path(path: str) -> date | None:
    """The one day that the name of a file tells, else that its folder does, or its last three folders.

    >>> day_of_path("raw/oslo-2019-05-14.txt"), day_of_path("2019/05/14/oslo.txt")
    (datetime.date(2019, 5, 14), datetime.date(2019, 5, 14))
    >>> day_of_path("2019-05-14-to-2019-05-15.txt")
    """
    *folders, name = PurePosixPath(path).parts or ("",)
    if NAMED_DAY.search(name):
        return only(days_in(name))
    if folders and NAMED_DAY.fullmatch(folders[-1]):
        return only(days_in(folders[-1]))
    last = folders[-3:]
    if [len(part) for part in last] == [4, 2, 2] and all(part.isascii() and part.isdigit() for part in last):
        return possible(*map(int, last))
    return None


def days_in(name: str) -> Iterator[date]:
    """Yield the days in a name."""
    for found in NAMED_DAY.finditer(name):
        if day := possible(int(found["year"]), int(found["month"]), int(found["day"])):
            yield day


def only(days: Iterator[date]) -> date | None:
    """The only day among some; none where there are two."""
    found = set(days)
    return found.pop() if len(found) == 1 else None


def possible(year: int, month: int, day: int) -> date | None:
    """The day of three numbers, if there is one, and if news was published then."""
    try:
        return date(year, month, day) if year >= EARLIEST_YEAR else None
    except ValueError:
        return None
