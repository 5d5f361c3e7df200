"""Weeks, months, quarters and years named from where the reader stands: “last week”, “this quarter”, “the summer”."""

from datetime import date

from summitry.dates.almanac import (
    DAY, WEEK, bounds_of, months_back, season_of, week_value, weekday_of_month,
)  # fmt: skip
from summitry.dates.days import read_date, year_near, year_said
from summitry.dates.months import shift_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.reckoning import period, year_before
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.dates.timex import Bounds

SATURDAY = 5
YEAR_END_MONTH = 6
"""In the months before it the year-end of a past clause is the last one."""
VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def read_period(hit: Hit, scene: Scene) -> Reading | None:
    """“last week”, “this month”, “earlier this year”, “the following year”."""
    unit, shift = hit.value("unit"), shift_of(hit)
    if "plural" in hit.entry("unit"):
        return None
    words = {hit.tape.lower(at) for at in range(*hit.found.span("which"))}
    if scene.today is None:
        return Reading("DATE", VAGUE[shift], mod=hit.mod)
    day = scene.today
    if words & {"that", "same", "following", "previous", "preceding", "prior"}:
        return read_leaning(hit, scene, unit, shift, words)
    if unit == "N":
        return Reading("TIME", f"{(day + shift * DAY).isoformat()}TNI", mod=hit.mod)
    if unit == "K":
        return Reading("DATE", weekend(hit, scene, day, shift), mod=hit.mod)
    if "latest" in words:
        shift = -1
    if "past" in words and unit in "MYECW" and "last" not in words and words & {"the"}:
        return past_unit(unit, day)
    value = period(unit, day, shift)
    return Reading("DATE", value, mod=hit.mod) if value else None


def past_unit(unit: str, day: date) -> Reading | None:
    """“the past year”, “the past decade”: a stretch that ends now."""
    value = period(unit, day, -1)
    spans = {"W": day - WEEK, "M": months_back(day, 1), "Y": months_back(day, 12), "E": months_back(day, 120)}
    if value is None:
        return None
    bounds = Bounds(spans[unit], day, "range") if unit in spans else None
    if unit in "EC":
        return Reading("DURATION", "P10Y" if unit == "E" else "P100Y", bounds)
    return Reading("DATE", value, bounds)


def read_leaning(hit: Hit, scene: Scene, unit: str, shift: int, words: set[str]) -> Reading | None:
    """“that year”, “the same day”, “the following month”: from the time told last."""
    base = scene.base
    if base is None:
        return None
    if words & {"that", "same"} and unit == "D" and scene.day is None:
        return None
    day = scene.day or base if unit in "DNW" else base
    if unit == "N":
        return Reading("TIME", f"{(day + shift * DAY).isoformat()}TNI")
    value = period(unit, day, shift)
    return Reading("DATE", value, mod=hit.mod) if value else None


def weekend(hit: Hit, scene: Scene, day: date, shift: int) -> str:
    """The weekend meant: the last one or the coming one, by the words and the tense."""
    saturday = day - (day.weekday() - SATURDAY) % 7 * DAY
    if shift > 0:
        return f"{week_value(saturday + WEEK)}-WE"
    if shift < 0 and day.weekday() >= SATURDAY:
        return f"{week_value(saturday - WEEK)}-WE"
    if shift == 0 and scene.tense(hit) > 0 and day.weekday() < SATURDAY:
        return f"{week_value(saturday + WEEK)}-WE"
    return f"{week_value(saturday)}-WE"


def read_season(hit: Hit, scene: Scene) -> Reading | None:
    """“last fall”, “the summer of 2012”, “this spring”."""
    code, said, today = hit.value("season"), year_said(hit), scene.today
    if said:
        return Reading("DATE", f"{said:04}-{code}", mod=hit.mod)
    if not ("when" in hit or "which" in hit or "unit" in hit or hit.tape.is_a(hit.first - 1, "the")):
        return None
    if "unit" in hit:
        if today is None or hit.value("unit") != "Y":
            return None
        return Reading("DATE", f"{today.year + shift_of(hit, 'of'):04}-{code}", mod=hit.mod)
    if today is None:
        return Reading("DATE", f"XXXX-{code}", mod=hit.mod)
    now, current = season_of(today)
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
    shift = shift_of(hit)
    begun = start[code] <= (today.month if current != "WI" or today.month > 2 else 12)  # noqa: PLR2004  # February
    year = now if begun else now - 1
    if shift < 0 and code == current:
        year -= 1
    elif shift > 0:
        year = year + 1
    elif shift == 0 and (("which" in hit and not begun) or scene.tense(hit) > 0) and code != current:
        year += 1
    return Reading("DATE", f"{year:04}-{code}", mod=hit.mod)


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
    """The rules for periods named from where the reader stands."""
    return [
        rule("<when:modifier>?<which:which><fiscal>?<unit:unit>", read_period),
        rule("(?:<when:modifier>|<the>)<unit:unit>", read_the_unit),
        # “the quarter a year ago”
        rule("<the><unit:unit><a><unit><ago:ago|earlier>", read_the_unit),
        # “for the year ended March 31”, “sales for the full year”
        rule("(?<=<for|of|in>)<the><full:full|fiscal>?<unit:unit><ended:ended>?", read_the_year),
        rule("<when:modifier>?<which:which>?<season:season>(?:(?:<of>|<comma>)?<year:anyyear>)?", read_season),
        rule("<when:modifier>?<season:season><of>?<of:last|this|next><unit:unit>", read_season),
        # “by year-end”, “at year’s end”
        rule("<about:approx>?<year_end:year_end>", read_year_end),
        rule("<year_end:unit><possessive><edge>", read_year_end),
        # “the week of March 6”
        rule("<the><unit:unit><of><month:month><short_dot><day:monthday|nth>(?:<comma>?<year:anyyear>)?", read_week_at),
        # “the first Monday of May”
        rule(
            "<the>?<nth:last|final|ordinal><weekday:weekday><of|in><month:month><short_dot>"
            "(?:<comma>?<year:anyyear>)?",
            read_weekday_of,
        ),
        # “the last week of May”
        rule("<the>?<nth:last|final|ordinal><unit:unit><of|in><month:month><short_dot>(?:<comma>?<year:anyyear>)?", read_week_of),
    ]


def read_the_year(hit: Hit, scene: Scene) -> Reading | None:
    """“the year ended March 31” is a length; “the year”, “the full year” of figures is this one."""
    if hit.value("unit") != "Y" or "plural" in hit.entry("unit") or scene.today is None:
        return None
    if "ended" in hit:
        return Reading("DURATION", "P1Y")
    return Reading("DATE", f"{scene.today.year:04}")


def read_year_end(hit: Hit, scene: Scene) -> Reading | None:
    """“year-end” is the last day of a year, “year’s end” its last part."""
    if scene.today is None or hit.entry("year_end").get("unit", "Y") != "Y":
        return None
    year = scene.today.year - (scene.tense(hit) < 0 and scene.today.month < YEAR_END_MONTH)
    if "unit" in hit.entry("year_end"):
        return Reading("DATE", f"{year:04}", mod="END")
    return Reading("DATE", f"{year:04}-12-31")


def read_the_unit(hit: Hit, scene: Scene) -> Reading | None:
    """“the weekend”, “the end of the year”, “the quarter”."""
    unit, today = hit.value("unit"), scene.today
    if today is None or "plural" in hit.entry("unit"):
        return None
    if unit == "K":
        return Reading("DATE", weekend(hit, scene, today, 0))
    if unit == "Q":
        value = scene.told_quarter or scene.last_quarter
        return Reading("DATE", year_before(value) if "ago" in hit else value, passing="ago" in hit)
    if "when" in hit and unit in "MYEC":
        value = period(unit, today, 0)
        return Reading("DATE", value, mod=hit.mod) if value else None
    return None
