"""Feasts and memorial days: “Christmas”, “last Thanksgiving”, “Good Friday 2016”, “Easter week”."""

from datetime import date

from summitry.dates.almanac import DAY, feast, week_value
from summitry.dates.days import year_said
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.settings import FEAST_DAYS_AHEAD


def read_feast(hit: Hit, scene: Scene) -> Reading | None:
    """“Christmas”, “last Thanksgiving”, “Good Friday 2016”, “Easter week”."""
    day, law = feast_near(hit, scene), hit.value("feast", "holiday")
    if day is None:
        return Reading("DATE", f"XXXX-{law}" if law[2] == "-" else "XXXX-XX-XX")
    if "unit" not in hit:
        return Reading("DATE", day.isoformat())
    if hit.value("unit") not in "WK":
        return None
    return Reading("DATE", week_value(day) + ("-WE" if hit.value("unit") == "K" else ""))


def feast_near(hit: Hit, scene: Scene) -> date | None:
    """The day of a feast: in the year said, else by “last” and “next”, the tense, and nearness."""
    today, said, law = scene.today, year_said(hit), hit.value("feast", "holiday")
    if said:
        return feast(law, said)
    if today is None:
        return None
    this = feast(law, today.year)
    words = hit.entry("which") if "which" in hit else {}
    if "last" in words:
        return this if this < today else feast(law, today.year - 1)
    if "next" in words or scene.tense(hit) > 0:
        return this if this >= today else feast(law, today.year + 1)
    return this if this - today <= FEAST_DAYS_AHEAD * DAY else feast(law, today.year - 1)


def rules() -> list[Rule]:
    """The rules for feasts."""
    return [rule("<which:last|next|this>?<feast:holiday><unit:unit>?(?:<comma>?<year:anyyear>)?", read_feast)]
