"""Time as a row of columns, days or months or years, with long stretches in which nothing was left out."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from summitry.bounds import AXIS_EMPTY_COLUMNS, AXIS_FOLDS, AXIS_LABEL_SHARE

UNITS: Final = {"day": 10, "month": 7, "year": 4, "decade": 3}
"""What time is divided into, and how much of a date that is."""

MONTH: Final = 31
"""Every month is drawn as long as the longest: nobody can see the difference."""

WHOLE: Final = 100

FOLD: Final = 0.6
"""How wide a stretch is that was left out, beside a column."""


class Column(NamedTuple):
    """A day, a month, a year or a decade on the axis; figures are hundredths of its width."""

    period: str
    x: float
    width: float
    after_fold: bool
    """Whether time was left out before it."""
    label: Literal["", "left", "right"]
    """From which of its sides its name is written, if there is room."""

    @property
    def name(self) -> str:
        """What it is called.

        >>> Column("201", 0, 1, False, "left").name
        '2010s'
        """
        return f"{self.period}0s" if len(self.period) == UNITS["decade"] else self.period


class Axis(NamedTuple):
    """Time from left to right."""

    unit: str
    columns: tuple[Column, ...]

    def column_at(self, day: str) -> Column:
        """The column in which a day lies; it must be one that the axis was made for."""
        return next(each for each in self.columns if each.period == day[: UNITS[self.unit]])

    def begin(self, day: str) -> float:
        """Where a day begins."""
        column = self.column_at(day)
        return round(column.x + column.width * share_of(self.unit, day, 0), 2)

    def end(self, day: str) -> float:
        """Where a day ends."""
        column = self.column_at(day)
        return round(column.x + column.width * share_of(self.unit, day, 1), 2)


def axis_of(spans: Iterable[tuple[str, str]], most: int) -> Axis:
    """The axis on which spans of days lie: of the finest unit that gives no more columns than are wanted.

    A unit that would leave time out in many places is only taken where no other is fine.

    >>> spans = [("1972-05-01", "1972-05-01"), ("2019-12-20", "2021-01-06")]
    >>> [each.period for each in axis_of(spans, 10).columns]
    ['1972', '2019', '2020', '2021']
    """
    found = sorted(set(spans))
    fitting = {unit: places for unit in UNITS if len(places := places_of(unit, found, most)) <= most}
    for unit, places in fitting.items():
        if len(folds_in(places)) <= AXIS_FOLDS:
            return Axis(unit, tuple(laid_out(unit, places)))
    unit = next(iter(fitting), "decade")
    return Axis(unit, tuple(laid_out(unit, places_of(unit, found, most))))


def places_of(unit: str, spans: Iterable[tuple[str, str]], most: int) -> list[int]:
    """The places of all columns in which spans lie, and of the few empty ones between them.

    >>> places_of("year", [("2001-01-01", "2002-12-31"), ("2020-01-01", "2020-01-01")], 10)
    [2001, 2002, 2020]
    """
    filled: set[int] = set()
    for span in spans:
        first, last = (place_of(day[: UNITS[unit]]) for day in span)
        # beyond what is wanted nothing more is counted
        filled.update(range(first, min(last, first + most) + 1), (first, last))
    return list(with_gaps(sorted(filled)))


def with_gaps(places: list[int]) -> Iterator[int]:
    """Yield the places and the few that lie between two of them; where there are many, none.

    >>> list(with_gaps([1, 3, 20]))
    [1, 2, 3, 20]
    """
    for one, following in pairwise(places):
        yield from range(one, following if following - one <= AXIS_EMPTY_COLUMNS + 1 else one + 1)
    yield from places[-1:]


def folds_in(places: list[int]) -> set[int]:
    """The places before which time is left out.

    >>> folds_in([1, 2, 20])
    {20}
    """
    return {following for one, following in pairwise(places) if following > one + 1}


def laid_out(unit: str, places: list[int]) -> Iterator[Column]:
    """Yield the columns from left to right, with names as far as there is room."""
    folds = folds_in(places)
    width = WHOLE / max(1, len(places) + FOLD * len(folds))
    x, free = 0.0, 0.0
    for place in places:
        x += FOLD * width if place in folds else 0
        period = period_of(unit, place)
        label, free = label_of(x, width, AXIS_LABEL_SHARE * (len(period) + 1), free)
        yield Column(period, round(x, 2), round(width, 2), place in folds, label)
        x += width


def label_of(
    x: float, width: float, length: float, free: float
) -> tuple[Literal["", "left", "right"], float]:
    """From which side a name of some length is written, and from where on there is room for the next.

    >>> label_of(0, 10, 12, 0), label_of(90, 10, 12, 80), label_of(90, 10, 12, 89)
    (('left', 12), ('right', 100), ('', 89))
    """
    if free <= x and (x + length <= WHOLE or not x):
        return "left", x + length
    if x + length > WHOLE and free <= x + width - length:
        return "right", x + width
    return "", free


def place_of(period: str) -> int:
    """The place of a day, a month, a year or a decade among its like.

    >>> place_of("2020-01") - place_of("2019-12"), place_of("2020") - place_of("2019")
    (1, 1)
    """
    if len(period) == UNITS["day"]:
        return date.fromisoformat(period).toordinal()
    year, _, month = period.partition("-")
    return int(year) * 12 + int(month) - 1 if month else int(year)


def period_of(unit: str, place: int) -> str:
    """The day, month, year or decade at a place.

    >>> period_of("month", place_of("2019-12") + 1), period_of("decade", 201)
    ('2020-01', '201')
    """
    match unit:
        case "day":
            return date.fromordinal(place).isoformat()
        case "month":
            return f"{place // 12:04}-{place % 12 + 1:02}"
        case _:
            return f"{place:0{UNITS[unit]}}"


def share_of(unit: str, day: str, after: int) -> float:
    """How much of its column has passed when a day begins, or has ended.

    >>> share_of("day", "2019-05-31", 1), share_of("month", "2019-05-01", 0)
    (1.0, 0.0)
    """
    year, month, number = map(int, day.split("-"))
    passed = number - 1 + after
    match unit:
        case "day":
            return float(after)
        case "month":
            return passed / MONTH
        case "year":
            return ((month - 1) * MONTH + passed) / (12 * MONTH)
        case _:
            return (year % 10 * 12 * MONTH + (month - 1) * MONTH + passed) / (120 * MONTH)
