"""Lengths of time, and times counted from now: “seven decades”, “the past seven months”, “three days ago”."""

from summitry.dates.patterns import VOID, Hit, Reading
from summitry.dates.reckoning import length, moved, period, stretch, year_before
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.dates.timex import UNBOUND, Mod



def mod_of_amount(hit: Hit) -> Mod | None:
    """What “about” or “at least” adds to a length."""
    for entry in hit.entries("about") if "about" in hit else ():
        return entry.get("bound") or entry.get("approx")  # type: ignore[return-value]
    return None


def read_length(hit: Hit, _: Scene) -> Reading | None:
    """“seven decades”, “about 50 minutes”, “two-day”, “a year”, “an hour and a half”."""
    amount = hit.amount("amount")
    if "and_half" in hit and amount is not None:
        amount += 0.5
    unit = hit.value("unit")
    if "year" in hit.entry("amount") and "plural" not in hit.entry("unit"):
        return None  # “the 2018 day of action”
    if not could_be_length(hit, unit):
        return VOID
    return Reading("DURATION", length(unit, amount), UNBOUND, mod_of_amount(hit))


def could_be_length(hit: Hit, unit: str) -> bool:
    """Whether a count of units is a length: not “a second bomb”, “three-quarters”, “a quarter of”, “one night”."""
    single = "plural" not in hit.entry("unit")
    if unit == "Q":
        dashed = hit.tape.is_a(hit.found.start("unit") - 1, "dash")
        return not (dashed and not single) and not hit.tape.is_a(hit.last, "of")
    return not (single and (unit == "N" or "ordinal" in hit.entry("unit")))


def read_bare_length(hit: Hit, _: Scene) -> Reading | None:
    """“for weeks”, “years”."""
    return Reading("DURATION", length(hit.value("unit"), None), UNBOUND)


def read_long(hit: Hit, _: Scene) -> Reading | None:
    """“day-long”, “decades-long”."""
    unit = hit.value("unit")
    return Reading("DURATION", length(unit, None if "plural" in hit.entry("unit") else 1.0), UNBOUND)


def read_unit_long(hit: Hit, _: Scene) -> Reading | None:
    """“weeklong”."""
    return Reading("DURATION", hit.value("long", "unit_long"), UNBOUND)


def read_stretch(hit: Hit, scene: Scene) -> Reading | None:
    """“the past seven months”, “the next few days”."""
    unit, amount = hit.value("unit"), hit.amount("amount") if "amount" in hit else None
    entry = next(entry for entry in hit.entries("which") if set(entry) - {"the"})
    ahead = "next" in entry or "coming" in entry or "following" in entry
    bounds = None
    if scene.today and amount is not None and not ("first" in entry or "final" in entry):
        bounds = stretch(unit, amount, scene.today, 1 if ahead else -1)
    return Reading("DURATION", length(unit, amount), bounds or UNBOUND, mod_of_amount(hit))


def read_ago(hit: Hit, scene: Scene) -> Reading | None:
    """“three days ago”, “two weeks from now”, “a year ago”."""
    unit, amount = hit.value("unit"), hit.amount("amount")
    ahead = "hence" in hit.entry("ago")
    if amount is None or scene.today is None:
        return Reading("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if unit == "Y" and amount == 1 and scene.told_quarter and not ahead:
        return Reading("DATE", year_before(scene.told_quarter), passing=True)
    day = moved(unit, amount if ahead else -amount, scene.today)
    if day is None:
        return Reading("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    mod: Mod | None = "APPROX" if "about" in hit else None
    value = period({"E": "Y", "C": "Y", "N": "D", "F": "W", "Q": "M"}.get(unit, unit), day, 0)
    return Reading("DATE", value, mod=mod) if value else None


def read_later(hit: Hit, scene: Scene) -> Reading | None:
    """“two days later”, “a year earlier”: from the time told last."""
    unit, amount = hit.value("unit"), hit.amount("amount")
    back = "earlier" in hit.entry("step") or "before" in hit.entry("step")
    if unit == "Y" and amount == 1 and back and scene.today:
        if scene.told_quarter:
            return Reading("DATE", year_before(scene.told_quarter), passing=True)
        return Reading("DATE", f"{(scene.year or scene.today.year) - 1:04}", passing=True)
    base = scene.day or scene.base
    day = moved(unit, -amount if back else amount, base) if amount and base and scene.last else None
    if day is None:
        return Reading("DURATION", length(unit, amount), UNBOUND, mod_of_amount(hit))
    value = period({"E": "Y", "C": "Y", "N": "D", "F": "W", "Q": "M"}.get(unit, unit), day, 0)
    return Reading("DATE", value) if value else None


def rules() -> list[Rule]:
    """The rules for lengths and for times counted from now."""
    about = "<about:about>?<about>?"
    return [
        # “about 50 minutes”, “2 1/2 years”, “two-day”, “eight-month-old”
        rule(f"{about}<amount:amount>(?:(?:<to|or|dash><amount>))?<more>?<dash>?<unit:unit>(?:<dash>?<long>)?(?:<and_half:and><a><half>)?", read_length),
        rule(f"{about}<amount:a|another><more>?<some>?<unit:unit>(?:<and_half:and><a><half>)?", read_length),
        rule(f"{about}<amount:half><a><unit:unit>", read_length),
        # “day-long”, “decades-long”
        rule("<unit:unit><dash><long>", read_long),
        rule("<long:unit_long>", read_unit_long),
        # “the past seven months”, “the first nine months”
        rule(f"{about}<the|this|these>?<which:last|past|next|coming|following|current|latest><amount:amount><more>?<unit:unit>", read_stretch),
        rule("<the><ordinal|final|full>?<amount:amount><unit:unit>", read_first),
        rule("<the>?<which:past|last|next|coming><unit:plural>", read_vague_stretch),
        # “three days ago”, “two weeks from now”
        rule(f"{about}<amount:amount|a><more>?<unit:unit><ago:ago|hence>", read_ago),
        rule(f"{about}<amount:amount|a><more>?<unit:unit><step:earlier|later>", read_later),
        # “two days before.”; in “two days before the vote” only “two days” is said of time
        rule(f"{about}<amount:amount|a|the><unit:unit><step:before>(?=<dot|comma|stop|break|quote>|$)", read_later),
        rule("<unit:plural><ago:ago>", read_units_ago),
        rule("(?<=<for|in|within|after|of>)<unit:plural>(?!<of>(?:<month>))", read_bare_length),
        # “the 44-year-old”, “52 years old”, “aged 44 years” are no times
        rule("<amount:quantity><dash>?<unit:unit><dash>?<old>", read_age),
    ]


def read_age(_: Hit, __: Scene) -> Reading | None:
    """“44-year-old”: somebody’s age."""
    return VOID


def read_first(hit: Hit, _: Scene) -> Reading | None:
    """“the first nine months”."""
    return Reading("DURATION", length(hit.value("unit"), hit.amount("amount")), UNBOUND)


def read_vague_stretch(hit: Hit, _: Scene) -> Reading | None:
    """“the coming years”, “past weeks”."""
    entry = hit.entry("which")
    return Reading("DATE", "FUTURE_REF" if "next" in entry or "coming" in entry else "PAST_REF")


def read_units_ago(_: Hit, __: Scene) -> Reading | None:
    """“years ago”."""
    return Reading("DATE", "PAST_REF")
