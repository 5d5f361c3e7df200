"""Dates of which sources know the day, the month or only the year."""

from datetime import date

LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Of each month; a leap day more or less decides no term."""


def first_day(text: str) -> date | None:
    """The first day that a date of any precision can mean.

    >>> first_day("2012-05").isoformat()
    '2012-05-01'
    """
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :]) if text else None


def last_day(text: str) -> date | None:
    """The last day that a date of any precision can mean.

    >>> last_day("2012-05").isoformat(), last_day("2012").isoformat()
    ('2012-05-31', '2012-12-31')
    """
    if not text:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    return date(year, month or 12, day or LAST_DAYS[(month or 12) - 1])
