"""Quarters and halves of a year: “the third quarter”, “first half of 1989”, “the year-ago quarter”."""

from summitry.dates.almanac import quarter_of
from summitry.dates.days import year_said
from summitry.dates.months import shift_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.reckoning import length, year_before
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene

QUARTERS, HALVES = 4, 2


def read_quarter(hit: Hit, scene: Scene) -> Reading | None:
    """“the third quarter”, “third-quarter 2016”, “next year’s first quarter”."""
    number = int(hit.value("number", "ordinal"))
    if hit.value("unit") != "Q" or number > QUARTERS:
        return None
    year = year_said(hit)
    if year is None and scene.today:
        year = scene.today.year + shift_of(hit, "of") if "of" in hit else quarter_year(hit, scene, number)
    if "ago" in hit and year is not None:
        year -= 1
    value = f"{year:04}-Q{number}" if year is not None else f"XXXX-Q{number}"
    return Reading("DATE", value, mod=hit.mod, passing="ago" in hit)


def quarter_year(hit: Hit, scene: Scene, number: int) -> int | None:
    """The year of a quarter without one: that of the nearest, unless the tense asks for another."""
    if scene.today is None:
        return None
    year, current = quarter_of(scene.today)
    away = number - current
    if "fiscal" in hit or away in {-1, 0}:
        return year
    tense = scene.tense(hit)
    if away > 0:
        return year - (tense < 0 or (away == QUARTERS - 1 and tense <= 0))
    return year + (tense > 0 or (away == 1 - QUARTERS and tense == 0))


def read_half(hit: Hit, scene: Scene) -> Reading | None:
    """“the first half of 1989”, “the second half of the year”."""
    entry = hit.entry("number")
    half = HALVES if "last" in entry or "final" in entry else int(entry["ordinal"])
    year = year_said(hit)
    if year is None and scene.today and "unit" in hit and hit.value("unit") == "Y":
        year = scene.today.year + shift_of(hit, "of")
    if year is None or half > HALVES:
        return None
    return Reading("DATE", f"{year:04}-H{half}", mod=hit.mod)


def read_year_ago(hit: Hit, scene: Scene) -> Reading | None:
    """“the year-ago quarter”, “year-earlier results”: what was told last, a year before."""
    if hit.value("unit") != "Y" or scene.today is None:
        return None
    if "amount" in hit:
        return Reading("DURATION", length(hit.value("term", "unit"), hit.amount("amount")))
    if scene.told_quarter or ("term" in hit and hit.entry("term").get("unit") == "Q"):
        return Reading("DATE", year_before(scene.told_quarter or scene.last_quarter), passing=True)
    return Reading("DATE", f"{(scene.year or scene.today.year) - 1:04}", passing=True)


def read_period_of(hit: Hit, scene: Scene) -> Reading | None:
    """“the latest period”, “this quarter”, “the 1988 quarter”."""
    if hit.entry("term").get("unit", "Q") != "Q" or scene.today is None:
        return None
    year = year_said(hit)
    if year is None:
        return Reading("DATE", scene.told_quarter or scene.last_quarter)
    return Reading(
        "DATE", f"{year:04}{scene.told_quarter[4:]}" if scene.told_quarter else f"{year:04}", passing=True
    )


def rules() -> list[Rule]:
    """The rules for quarters and halves."""
    the = "<when:modifier>?<the>?"
    quarter = "<fiscal:fiscal>?<dash>?<number:ordinal><dash>?<unit:unit>"
    of_year = "(?:<of|in>?<fiscal>?<year:anyyear>|<of|in>?<of:last|this|next><fiscal>?<unit>)"
    return [
        # “the third quarter of 1990”, “the fourth quarter of last year”
        rule(f"{the}{quarter}{of_year}?", read_quarter),
        rule(f"{the}<year:year><fiscal>?<number:ordinal><unit:unit>", read_quarter),
        rule(f"<of:last|this|next><unit><possessive>{quarter}", read_quarter),
        rule(f"<a|the>?<unit><dash>?<ago:ago|earlier>{quarter}", read_quarter),
        # “the second half of this year”
        rule(
            f"{the}<number:ordinal|last|final><half_year><of>(?:<fiscal>?<year:anyyear>|<of:last|this|next|the><unit:unit>)",
            read_half,
        ),
        # “year-earlier”, “the year-ago quarter”, “the year-earlier nine months”
        rule("<a|the>?<unit:unit><dash><ago|earlier><term:unit|period>?", read_year_ago),
        rule("<the>?<unit:unit><dash><ago|earlier><amount:amount><term:unit>", read_year_ago),
        rule("<the><latest><term:period|unit>", read_period_of),
        # “last year’s quarter”
        rule("<last><unit:unit><possessive><term:period|unit>", read_year_ago),
        rule("<the><year:year><term:period|unit>", read_period_of),
    ]
