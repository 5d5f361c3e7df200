"""Moments as pages and feeds write them: ISO 8601, RFC 822, English; what has two meanings is none."""

import re
from datetime import date, datetime
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
NUMBER: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR: Final = r"(?P<year>\d{4})"
# “2019-05-15”, “2019-05-15T12:00:00Z”, “20190515T1200”, “2019/05/15”
ISO: Final = re.compile(
    r"(?P<year>\d{4})(?P<sep>[-/]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?=\D|$).*", re.DOTALL
)
# “Wed, 15 May 2019 10:00:00 GMT”, “15 May 2019”, “26-FEB-1987 15:01:01.79”
DAY_FIRST: Final = rf"(?:[a-z]{{3,9}}\.?,? )?{NUMBER}[ -]{MONTH},?[ -]{YEAR}"
# “May 15, 2019”, “Wednesday, May 15, 2019”
MONTH_FIRST: Final = rf"(?:[a-z]{{3,9}}\.?,? )?{MONTH} {NUMBER},? {YEAR}"
WRITTEN: Final = tuple(re.compile(form, re.IGNORECASE) for form in (DAY_FIRST, MONTH_FIRST))


def day_in(value: str) -> date | None:
    """The day at the start of a value; none if it has no such form, or no such day.

    >>> print(day_in("2019-05-15T23:30:00-04:00"), day_in("Wed, 15 May 2019 10:00 GMT"), day_in("05/06/2019"))
    2019-05-15 2019-05-15 None
    """
    value = " ".join(value.split())
    if found := ISO.fullmatch(value):
        return day_from(int(found["year"]), int(found["month"]), int(found["day"]))
    return next(
        (day for form in WRITTEN if (found := form.match(value)) and (day := written_day(found))), None
    )


def written_day(found: re.Match[str]) -> date | None:
    """The day of a match with the name of a month."""
    month = MONTHS.index(found["month"][:3].lower()) + 1
    return day_from(int(found["year"]), month, int(found["day"]))


def day_from(year: int, month: int, day: int) -> date | None:
    """The day of a calendar; none if it has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment_in(value: str) -> datetime | None:
    """The moment that a value of ISO 8601 with a zone tells; none if it tells less."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def local_day(value: str, others: tuple[str, ...]) -> date | None:
    """The day of a moment; one in UTC is told in the zone in which another value tells the same moment.

    >>> print(local_day("2019-05-14T23:30:00Z", ("2019-05-15T01:30:00+02:00",)))
    2019-05-15
    """
    moment = moment_in(value)
    if moment and not moment.utcoffset():
        same = (
            told for other in others if (told := moment_in(other)) and told.utcoffset() and told == moment
        )
        if told := next(same, None):
            return told.date()
    return day_in(value)
