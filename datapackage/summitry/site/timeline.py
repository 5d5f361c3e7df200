"""When the meetings were: a line for each where they are few, else bars that count them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from summitry.bounds import TIMELINE_BARS, TIMELINE_COLUMNS, TIMELINE_LINES
from summitry.site.axis import FOLD, UNITS, Axis, Column, axis_of
from summitry.site.drawing import drawn
from summitry.site.store import Row, Store

WHICH: Final = "start_date IS NOT NULL AND status <> 'aggregate'"
DATED: Final = f"SELECT * FROM meetings WHERE {WHICH} ORDER BY start_date, meeting_id"  # noqa: S608  # words of ours
DAYS: Final = f"""
SELECT start_date, status = 'held' AS held, count(*) AS times FROM meetings WHERE {WHICH} GROUP BY 1, 2
"""  # noqa: S608  # the same

ROOMS: Final = {"broad": 954, "slim": 350}
"""The width of the drawing on a large screen and on a telephone: letters have the same size on both."""


class Line(NamedTuple):
    """A meeting as a bar of the time in which it was; figures are hundredths of the whole."""

    row: Row
    x: float
    width: float


class Bar(NamedTuple):
    """How many meetings began in a day, a month, a year or a decade."""

    column: Column
    held: int
    other: int

    @property
    def page(self) -> str:
        """Where these meetings are listed."""
        return f"tables/meetings.html#start_date={self.column.period}"


def timeline_of(store: Store) -> dict[str, Any]:
    """The timeline of a package, ready for its template."""
    count = store.one(f"SELECT count(*) FROM meetings WHERE {WHICH}")  # noqa: S608  # words of ours
    found: dict[str, Any] = {"count": count, "left_out": store.count("meetings") - count}
    if count > TIMELINE_LINES:
        axis, bars = bars_of(store.rows(DAYS))
        return found | {"axis": axis, "lines": [], "bars": bars, "drawings": drawings_of(axis, bars)}
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
    """The meetings counted by the finest period that gives few enough bars."""
    axis = axis_of(((row["start_date"], row["start_date"]) for row in rows), TIMELINE_BARS)
    counts = {True: Counter[str](), False: Counter[str]()}
    for row in rows:
        counts[bool(row["held"])][row["start_date"][: UNITS[axis.unit]]] += row["times"]
    bars = (Bar(each, counts[True][each.period], counts[False][each.period]) for each in axis.columns)
    return axis, [bar for bar in bars if bar.held or bar.other]


def drawings_of(axis: Axis, bars: list[Bar]) -> dict[str, Markup]:
    """The bars as drawings, one for each room that there can be; a page shows the one that fits."""
    rows = {
        "bars": [row_of(bar) for bar in bars],
        "labels": list(labels_of(axis)),
        "folds": [
            {"x": round(each.x - FOLD * each.width / 2, 2)} for each in axis.columns if each.after_fold
        ],
    }
    title = f"Meetings by the {axis.unit} in which they began; the table below has the figures"
    return {screen: drawn("timeline", title, rows, room=room) for screen, room in ROOMS.items()}


def row_of(bar: Bar) -> dict[str, Any]:
    """A bar as a row of the drawing."""
    return {
        "x": bar.column.x,
        "width": bar.column.width,
        "held": bar.held,
        "other": bar.other,
        "page": bar.page,
        "label": f"{bar.column.name}: {bar.held} held, {bar.other} planned or other",
    }


def labels_of(axis: Axis) -> Iterator[dict[str, Any]]:
    """Yield the names of periods for which there is room, as rows of the drawing."""
    for each in axis.columns:
        if each.label:
            x = each.x if each.label == "left" else round(each.x + each.width, 2)
            yield {"name": each.name, "side": each.label, "x": x}
