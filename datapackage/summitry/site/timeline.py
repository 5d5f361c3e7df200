"""When the meetings were, as a drawing: a line for each where they are few, else bars that count them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from summitry.bounds import TIMELINE_BARS, TIMELINE_LINES
from summitry.site.addresses import page_of
from summitry.site.meetings import when
from summitry.site.store import Row, Store

DATED: Final = """
SELECT * FROM meetings WHERE start_date IS NOT NULL AND status <> 'aggregate' ORDER BY start_date, meeting_id
"""
DAYS: Final = "SELECT start_date, status FROM meetings WHERE start_date IS NOT NULL AND status <> 'aggregate'"

UNITS: Final = {"day": 10, "month": 7, "year": 4, "decade": 3}
"""What meetings are counted by, and how much of a date that is."""

WIDTH: Final = 900
LABELS: Final = 430
LINE: Final = 24
BAR_HEIGHT: Final = 180
THINNEST: Final = 7


class Line(NamedTuple):
    """A meeting as a bar of the time in which it was, and its name beside it."""

    row: Row
    page: str
    when: str
    x: float
    width: float
    y: int


class Bar(NamedTuple):
    """How many meetings began in a day, a month or a year."""

    period: str
    held: int
    other: int
    x: float
    width: float
    held_height: float
    other_height: float


def timeline_of(store: Store) -> dict[str, Any]:
    """The timeline of a package, ready for its template."""
    dated = store.one("SELECT count(*) FROM meetings WHERE start_date IS NOT NULL AND status <> 'aggregate'")
    left_out = store.count("meetings") - dated
    if dated <= TIMELINE_LINES:
        rows = store.rows(DATED)
        ends = [min(starts(rows), default=""), max(finishes(rows), default="")]
        lines = lines_of(rows, *map(day, ends)) if rows else []
        return {
            "lines": lines,
            "bars": [],
            "count": dated,
            "left_out": left_out,
            "first": ends[0],
            "last": ends[1],
        }
    unit, bars = bars_of(store)
    return {"lines": [], "bars": bars, "count": dated, "left_out": left_out, "unit": unit}


def starts(rows: list[Row]) -> list[str]:
    """The first days of meetings."""
    return [row["start_date"] for row in rows]


def finishes(rows: list[Row]) -> list[str]:
    """The last days of meetings, the first day where no other is known."""
    return [row["end_date"] or row["start_date"] for row in rows]


def lines_of(rows: list[Row], first: int, last: int) -> list[Line]:
    """The meetings as lines, the first above, in the time from one day to another."""
    scale = (WIDTH - LABELS - THINNEST) / max(1, last - first)
    return [
        Line(
            row,
            page_of("meeting", row["meeting_id"]),
            when(row),
            round((day(start) - first) * scale, 1),
            round(max(THINNEST, (day(finish) - day(start)) * scale), 1),
            (place + 1) * LINE,
        )
        for place, (row, start, finish) in enumerate(zip(rows, starts(rows), finishes(rows), strict=True))
    ]


def day(text: str) -> int:
    """The number of a day.

    >>> day("2019-05-15") - day("2019-05-14")
    1
    """
    return date.fromisoformat(text).toordinal()


def bars_of(store: Store) -> tuple[str, list[Bar]]:
    """The meetings counted by the finest period that gives few enough bars, and what that is."""
    counts: Counter[tuple[str, bool]] = Counter()
    for row in store.each(DAYS):
        counts[row["start_date"], row["status"] == "held"] += 1
    days = sorted(start for start, _ in counts)
    unit = next((unit for unit in UNITS if steps_of(days, UNITS[unit]) <= TIMELINE_BARS), "decade")
    held, other = Counter[str](), Counter[str]()
    for (start, was_held), number in counts.items():
        (held if was_held else other)[start[: UNITS[unit]]] += number
    return unit, list(bars_by(sorted(held.keys() | other.keys()), held, other))


def steps_of(days: list[str], length: int) -> int:
    """How many days, months, years or decades there are from the first day to the last."""
    return place_of(days[-1][:length]) - place_of(days[0][:length]) + 1


def place_of(period: str) -> int:
    """The place of a day, a month, a year or a decade among its like.

    >>> place_of("2020-01") - place_of("2019-12"), place_of("2020") - place_of("2019")
    (1, 1)
    """
    if len(period) == UNITS["day"]:
        return day(period)
    year, _, month = period.partition("-")
    return int(year) * 12 + int(month) if month else int(year)


def bars_by(periods: list[str], held: Counter[str], other: Counter[str]) -> Iterator[Bar]:
    """Yield the bars, each where its time is; the highest fills the drawing."""
    most = max(held[each] + other[each] for each in periods)
    step = WIDTH / (place_of(periods[-1]) - place_of(periods[0]) + 1)
    for period in periods:
        heights = [round(count[period] / most * BAR_HEIGHT, 1) for count in (held, other)]
        x = round((place_of(period) - place_of(periods[0])) * step, 1)
        yield Bar(period, held[period], other[period], x, round(step * 0.8, 1), *heights)
