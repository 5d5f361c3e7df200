"""Weeks, months and years named from where the reader stands: “last week”, “the past year”."""

from datetime import date

from summitry.dates.almanac import DAY, SATURDAY, WEEK, week_value
from summitry.dates.months import shift_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.reckoning import length, period, stretch, year_before
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.settings import YEAR_END_MONTHS

FROM_THE_STORY = frozenset({"that", "same", "following", "previous", "preceding", "prior"})
"""Words that count from the time told last, not from the day of the article."""
VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def read_period(hit: Hit, scene: Scene) -> Reading | None:
    """“last week”, “this month”, “earlier this year”, “the following year”."""
    unit, shift, words = hit.value("unit"), shift_of(hit), hit.words("which")
    if "plural" in hit.entry("unit"):
        return None
    if scene.today is None:
        return Reading("DATE", VAGUE[shift], mod=hit.mod)
    if words & FROM_THE_STORY:
        return read_leaning(hit, scene, unit, shift)
    if words == {"the", "past"} and unit in "WMYEC":
        return past_unit(unit, scene.today)
    if unit == "K":
        return Reading("DATE", weekend(hit, scene, scene.today, shift), mod=hit.mod)
    return read_unit(hit, unit, scene.today, -1 if "latest" in words else shift)


def read_unit(hit: Hit, unit: str, day: date, shift: int) -> Reading | None:
    """The unit of time, or the night, so far from a day."""
    if unit == "N":
        return Reading("TIME", f"{(day + shift * DAY).isoformat()}TNI", mod=hit.mod)
    value = period(unit, day, shift)
    return Reading("DATE", value, mod=hit.mod) if value else None


def past_unit(unit: str, day: date) -> Reading | None:
    """“the past year”, “the past decade”: a stretch that ends now."""
    bounds = stretch(unit, 1, day, -1)
    if unit in "EC":
        return Reading("DURATION", length(unit, 1), bounds)
    value = period(unit, day, -1)
    return Reading("DATE", value, bounds) if value else None


def read_leaning(hit: Hit, scene: Scene, unit: str, shift: int) -> Reading | None:
    """“that year”, “the same day”, “the following month”: from the time told last."""
    if scene.base is None or (unit == "D" and shift == 0 and scene.day is None):
        return None
    return read_unit(hit, unit, (scene.day or scene.base) if unit in "DNW" else scene.base, shift)


def weekend(hit: Hit, scene: Scene, day: date, shift: int) -> str:
    """The weekend meant: the last one or the coming one, by the words and the tense."""
    saturday = day - (day.weekday() - SATURDAY) % 7 * DAY
    if shift < 0 and day.weekday() >= SATURDAY:
        saturday -= WEEK
    elif shift > 0 or (shift == 0 and day.weekday() < SATURDAY and scene.tense(hit) > 0):
        saturday += WEEK
    return f"{week_value(saturday)}-WE"


def read_the_year(hit: Hit, scene: Scene) -> Reading | None:
    """“the year ended March 31” is a length; “the year”, “the full year” of figures is this one."""
    if hit.value("unit") != "Y" or "plural" in hit.entry("unit") or scene.today is None:
        return None
    if "ended" in hit:
        return Reading("DURATION", "P1Y")
    return Reading("DATE", f"{scene.today.year:04}")


def read_the_unit(hit: Hit, scene: Scene) -> Reading | None:
    """“the weekend”, “the end of the year”, “the quarter”."""
    unit, today = hit.value("unit"), scene.today
    if today is None or "plural" in hit.entry("unit"):
        return None
    if unit == "K":
        return Reading("DATE", weekend(hit, scene, today, 0))
    if unit == "Q":
        told = scene.told_quarter or scene.last_quarter
        return Reading("DATE", year_before(told) if "ago" in hit else told, passing="ago" in hit)
    if "when" in hit and unit in "MYEC":
        value = period(unit, today, 0)
        return Reading("DATE", value, mod=hit.mod) if value else None
    return None


def read_year_end(hit: Hit, scene: Scene) -> Reading | None:
    """“year-end” is the last day of a year, “year’s end” its last part."""
    if scene.today is None or hit.entry("year_end").get("unit", "Y") != "Y":
        return None
    year = scene.today.year - (scene.tense(hit) < 0 and scene.today.month <= YEAR_END_MONTHS)
    if "unit" in hit.entry("year_end"):
        return Reading("DATE", f"{year:04}", mod="END")
    return Reading("DATE", f"{year:04}-12-31")


def rules() -> list[Rule]:
    """The rules for periods named from where the reader stands."""
    return [
        rule("<when:modifier>?<which:which><fiscal>?<unit:unit>", read_period),
        rule("(?:<when:modifier>|<the>)<unit:unit>", read_the_unit),
        # “the quarter a year ago”
        rule("<the><unit:unit><a><unit><ago:ago|earlier>", read_the_unit),
        # “for the year ended March 31”, “sales for the full year”
        rule("(?<=<for|of|in>)<the><full|fiscal>?<unit:unit><ended:ended>?", read_the_year),
        # “by year-end”, “at year’s end”
        rule("<approx>?<year_end:year_end>", read_year_end),
        rule("<year_end:unit><possessive><edge>", read_year_end),
    ]
