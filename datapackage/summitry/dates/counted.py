"""Times counted from another: “three days ago”, “two weeks later”, “two days before Christmas”."""

from datetime import date

from summitry.dates.patterns import Hit, Reading
from summitry.dates.reckoning import GRAINS, length, moved, period, year_before
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.dates.spans import mod_of_amount
from summitry.dates.timex import UNBOUND

YEARS = frozenset({"Y", "E", "C", "L"})
LONG_UNITS = YEARS | {"M", "Q"}


def read_ago(hit: Hit, scene: Scene) -> Reading | None:
    """“three days ago”, “two weeks from now”, “a year ago”."""
    unit, amount = hit.value("unit"), hit.amount("amount")
    ahead = "hence" in hit.entry("ago")
    vague = Reading("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if amount is None or scene.today is None:
        return vague
    if unit == "Y" and amount == 1 and scene.told_quarter and not ahead:
        return Reading("DATE", year_before(scene.told_quarter), passing=True)
    day = moved(unit, amount if ahead else -amount, scene.today)
    value = period(GRAINS.get(unit, unit), day, 0) if day else None
    return Reading("DATE", value, mod=mod_of_amount(hit)) if value else vague


def read_units_ago(_: Hit, __: Scene) -> Reading | None:
    """“years ago”."""
    return Reading("DATE", "PAST_REF")


def read_later(hit: Hit, scene: Scene) -> Reading | None:
    """“two days later”, “a year earlier”, “the week before”: from the time told last."""
    unit, amount = hit.value("unit"), hit.amount("amount")
    back = "later" not in hit.entry("step")
    if unit == "Y" and amount == 1 and back and scene.today:
        if scene.told_quarter:
            return Reading("DATE", year_before(scene.told_quarter), passing=True)
        return Reading("DATE", f"{(scene.year or scene.today.year) - 1:04}", passing=True)
    base = start_of_count(unit, scene)
    day = moved(unit, -amount if back else amount, base) if amount and base else None
    value = period(GRAINS.get(unit, unit), day, 0) if day else None
    if value is None or (unit in YEARS and not back and is_yet_to_come(value, hit, scene)):
        return Reading("DURATION", length(unit, amount), UNBOUND, mod_of_amount(hit))
    return Reading("DATE", value)


def start_of_count(unit: str, scene: Scene) -> date | None:
    """Days and weeks are counted from the day told last, longer units from the last time of any length."""
    if scene.last is None:
        return None
    return (None if unit in LONG_UNITS else scene.day) or scene.base


def is_yet_to_come(value: str, hit: Hit, scene: Scene) -> bool:
    """Whether a year lies ahead and no word speaks of what will be: it was counted from another time."""
    return scene.today is not None and value > f"{scene.today.year:04}" and scene.tense(hit) <= 0


def read_before_day(hit: Hit, _: Scene) -> Reading | None:
    """“two days before” of “two days before Christmas”: it waits for the day."""
    unit, amount = hit.value("unit"), hit.amount("amount")
    if amount is None:
        return None
    return Reading(
        "DURATION", length(unit, amount), UNBOUND, shift=(unit, -amount if "before" in hit else amount)
    )


def rules() -> list[Rule]:
    """The rules for times counted from another."""
    amount = "<about:about>?<about>?<amount:amount|a|half_a><more>?<unit:unit>"
    day = "(?=<the>?(?:<last|next|this>?<weekday|holiday|month|today>|<monthday><month>))"
    return [
        # “three days ago”, “two weeks from now”, “half a century ago”
        rule(f"{amount}<ago:ago|hence>", read_ago),
        rule("<plural><ago>", read_units_ago),
        rule(f"{amount}<step:earlier|later>", read_later),
        # “two days before.”; in “two days before the vote” only “two days” is said of time
        rule("<amount:amount|a|the><unit:unit><step:before>(?=<dot|comma|stop|break|quote>|$)", read_later),
        # “two days before Christmas”, “the day after the Fourth of July”
        rule(f"<amount:amount|a|the><unit:unit>(?:<before:before>|<after>){day}", read_before_day),
    ]
