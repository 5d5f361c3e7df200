"""Parts of a month: “the last week of May”, “the first Monday of June”, “the week of March 6”."""

from datetime import date

from summitry.dates.almanac import DAY, SATURDAY, WEEK, bounds_of, week_value, weekday_of_month
from summitry.dates.days import read_date, year_near, year_said
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene


def read_week_at(hit: Hit, scene: Scene) -> Reading | None:
    """“the week of March 6”: the week that holds the day."""
    day = read_date(hit, scene)
    if hit.value("unit") != "W" or day is None or scene.today is None:
        return None
    return Reading("DATE", week_value(date.fromisoformat(day.value)))


def read_week_of(hit: Hit, scene: Scene) -> Reading | None:
    """“the last week of May”, “the first weekend of June 2016”: days of the month."""
    month, unit, nth = int(hit.value("month")), hit.value("unit"), nth_of(hit)
    year = year_said(hit) or year_near(hit, scene, month)
    if year is None or unit not in "WK":
        return None
    if unit == "K":
        saturday = weekday_of_month(year, month, SATURDAY, nth)
        return Reading("DATE", f"{week_value(saturday)}-WE")
    bounds = bounds_of(f"{year:04}-{month:02}")
    assert bounds.first
    assert bounds.last
    first = bounds.last - 6 * DAY if nth < 0 else bounds.first + (nth - 1) * WEEK
    last = min(first + 6 * DAY, bounds.last)
    return Reading("DATE", f"{first.isoformat()}/{last.isoformat()}") if first <= last else None


def nth_of(hit: Hit) -> int:
    """The number of “the second”; “the last” is -1."""
    entry = hit.entry("nth")
    return -1 if "last" in entry or "final" in entry else int(entry["ordinal"])


def read_weekday_of(hit: Hit, scene: Scene) -> Reading | None:
    """“the first Monday of May”, “the last Thursday in November 2016”."""
    month, nth = int(hit.value("month")), nth_of(hit)
    year = year_said(hit) or year_near(hit, scene, month)
    if year is None:
        return None
    day = weekday_of_month(year, month, int(hit.value("weekday")), nth)
    return Reading("DATE", day.isoformat()) if day.month == month else None


def rules() -> list[Rule]:
    """The rules for parts of a month."""
    nth = "<the>?<nth:last|final|ordinal>"
    month = "<month:month><short_dot>(?:<comma>?<year:anyyear>)?"
    return [
        # “the week of March 6”
        rule(
            "<the><unit:unit><of><month:month><short_dot><day:monthday|nth>(?:<comma>?<year:anyyear>)?",
            read_week_at,
        ),
        # “the first Monday of May”, “the last week of May”
        rule(f"{nth}<weekday:weekday><of|in>{month}", read_weekday_of),
        rule(f"{nth}<unit:unit><of|in>{month}", read_week_of),
    ]
