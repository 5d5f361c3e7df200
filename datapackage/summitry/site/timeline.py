"""When the meetings were: a line for each where they are few, else bars that count them."""

from collections import Counter
from typing import Any, Final, NamedTuple

from summitry.bounds import TIMELINE_BARS, TIMELINE_COLUMNS, TIMELINE_LINES
from summitry.site.axis import UNITS, Axis, axis_of
from summitry.site.store import Row, Store

WHICH: Final = "start_date IS NOT NULL AND status <> 'aggregate'"
DATED: Final = f"SELECT * FROM meetings WHERE {WHICH} ORDER BY start_date, meeting_id"  # noqa: S608  # words of ours
DAYS: Final = f"""
SELECT start_date, status = 'held' AS held, count(*) AS times FROM meetings WHERE {WHICH} GROUP BY 1, 2
"""  # noqa: S608  # the same


class Line(NamedTuple):
    """A meeting as a bar of the time in which it was; figures are hundredths of the whole."""

    row: Row
    x: float
    width: float


class Bar(NamedTuple):
    """How many meetings began in a day, a month, a year or a decade; figures are the same."""

    period: str
    name: str
    held: int
    other: int
    x: float
    width: float
    held_height: float
    other_height: float


def timeline_of(store: Store) -> dict[str, Any]:
    """The timeline of a package, ready for its template."""
    count = store.one(f"SELECT count(*) FROM meetings WHERE {WHICH}")  # noqa: S608  # words of ours
    found: dict[str, Any] = {"count": count, "left_out": store.count("meetings") - count, "most": 0}
    if count > TIMELINE_LINES:
        axis, bars = bars_of(store.rows(DAYS))
        return found | {"axis": axis, "lines": [], "bars": bars, "most": max(map(told_in, bars))}
    rows = store.rows(DATED)
    axis = axis_of(map(days_of, rows), TIMELINE_COLUMNS)
    return found | {"axis": axis, "lines": [line_of(row, axis) for row in rows], "bars": []}


def days_of(row: Row) -> tuple[str, str]:
    """The first and the last day of a meeting, the first again where no other is known."""
    return row["start_date"], row["end_date"] or row["start_date"]


def line_of(row: Row, axis: Axis) -> Line:
    """A meeting on the axis."""
    first, last = days_of(row)
    x = axis.begin(first)
    return Line(row, x, round(max(0, axis.end(last) - x), 2))


def bars_of(rows: list[Row]) -> tuple[Axis, list[Bar]]:
    """The meetings counted by the finest period that gives few enough bars; the highest bar is full."""
    axis = axis_of(((row["start_date"], row["start_date"]) for row in rows), TIMELINE_BARS)
    counts = {True: Counter[str](), False: Counter[str]()}
    for row in rows:
        counts[bool(row["held"])][row["start_date"][: UNITS[axis.unit]]] += row["times"]
    most = max((counts[True] + counts[False]).values())
    bars = []
    for column in axis.columns:
        held, other = (counts[was_held][column.period] for was_held in (True, False))
        heights = (round(number * 100 / most, 2) for number in (held, other))
        if held or other:
            bars.append(Bar(column.period, column.name, held, other, column.x, column.width, *heights))
    return axis, bars


def told_in(bar: Bar) -> int:
    """How many meetings a bar counts."""
    return bar.held + bar.other
