"""Counting in units of time: which week, month or year lies how far from a day, and how long a length is."""

from datetime import date

from summitry.dates.almanac import DAY, WEEK, month_after, months_back, quarter_after, quarter_of, week_value
from summitry.dates.numerals import spelled
from summitry.dates.timex import Bounds

HALVES = {"Y": ("Y", "6M"), "H": ("H", "30M"), "I": ("M", "30S"), "D": ("D", "T12H")}
"""What half of a unit is in the next smaller one."""
TENFOLD = {"E": 10, "C": 100, "L": 1000}
MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
DAYS = {"D": 1, "N": 1, "W": 7, "F": 14, "K": 7}

GRAINS = {"E": "Y", "C": "Y", "L": "Y", "N": "D", "F": "W", "Q": "M"}
"""Ten years ago is a year, a fortnight ago a week."""


def period(unit: str, day: date, shift: int) -> str | None:  # noqa: PLR0911  # one line a unit
    """The value of the unit of time that lies so many units from a day."""
    match unit:
        case "D":
            return (day + shift * DAY).isoformat()
        case "W":
            return week_value(day + shift * WEEK)
        case "F":
            return week_value(day + 2 * shift * WEEK)
        case "K":
            return f"{week_value(day + shift * WEEK)}-WE"
        case "M":
            return "{:04}-{:02}".format(*month_after(day.year, day.month, shift))
        case "Q":
            return "{:04}-Q{}".format(*quarter_after(*quarter_of(day), shift))
        case "Y":
            return f"{day.year + shift:04}"
        case "E":
            return f"{day.year // 10 + shift:03}"
        case "C":
            return f"{day.year // 100 + shift:02}"
    return None


def stretch(unit: str, amount: float, today: date, direction: int) -> Bounds | None:
    """The days from so long ago until now, or from now on."""
    other = moved(unit, amount * direction, today)
    if other is None:
        return None
    return Bounds(min(today, other), max(today, other), "range")


def moved(unit: str, amount: float, day: date) -> date | None:
    """The day so many units later; none for units shorter than a day and beyond the calendar."""
    try:
        if unit in DAYS:
            return day + round(amount * DAYS[unit]) * DAY
        if unit in MONTHS:
            return months_back(day, -round(amount * MONTHS[unit]))
    except (ValueError, OverflowError):
        return None
    return None


def year_before(quarter: str) -> str:
    """The same quarter of the year before.

    >>> year_before("1989-Q3")
    '1988-Q3'
    """
    return f"{int(quarter[:4]) - 1:04}{quarter[4:]}"


def length(unit: str, amount: float | None) -> str:
    """The TIMEX3 value of a length.

    >>> length("Y", 2.5), length("I", 50.0), length("E", 7.0), length("D", None)
    ('P2Y6M', 'PT50M', 'P70Y', 'PXD')
    """
    code = {"I": "M", "N": "D", "F": "W", "K": "WE"}.get(unit, unit)
    time = "T" if unit in "HIS" else ""
    if amount is None:
        return f"P{time}X{code}"
    if unit in TENFOLD:
        return f"P{spelled(amount * TENFOLD[unit])}Y"
    if unit == "F":
        amount *= 2
    whole, half = int(amount), amount % 1 == 0.5  # noqa: PLR2004  # a half
    if half and unit in HALVES:
        own, rest = HALVES[unit]
        return f"P{time}{whole}{own}{rest}" if whole else f"P{time}{rest}"
    return f"P{time}{spelled(amount)}{code}"
