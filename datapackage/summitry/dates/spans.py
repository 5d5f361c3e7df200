"""Lengths of time: “seven decades”, “about 50 minutes”, “the past seven months”."""

from typing import cast

from summitry.dates.patterns import VOID, Hit, Reading
from summitry.dates.reckoning import length, stretch
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.dates.timex import UNBOUND, Mod


def mod_of_amount(hit: Hit) -> Mod | None:
    """What “about” or “at least” adds to a length."""
    for entry in hit.entries("about"):
        return cast("Mod", entry.get("bound") or entry.get("approx"))
    return None


def read_length(hit: Hit, _: Scene) -> Reading | None:
    """“seven decades”, “about 50 minutes”, “two-day”, “a year”, “an hour and a half”."""
    amount, unit = hit.amount("amount"), hit.value("unit")
    if "year" in hit.entry("amount") and "plural" not in hit.entry("unit"):
        return None  # “the 2018 day of action”
    if not could_be_length(hit, unit):
        return VOID
    if "and_half" in hit and amount is not None:
        amount += 0.5
    return Reading("DURATION", length(unit, amount), UNBOUND, mod_of_amount(hit))


def could_be_length(hit: Hit, unit: str) -> bool:
    """Whether a count of units is a length: not “a second bomb”, “three-quarters”, “a quarter of”."""
    single = "plural" not in hit.entry("unit")
    if unit == "Q":
        dashed = hit.tape.is_a(hit.found.start("unit") - 1, "dash")
        return not (dashed and not single) and not hit.tape.is_a(hit.last, "of")
    return not (single and (unit == "N" or "ordinal" in hit.entry("unit")))


def read_bare_length(hit: Hit, _: Scene) -> Reading | None:
    """“for weeks”, “in years”, “day-long”, “decades-long”."""
    single = "plural" not in hit.entry("unit")
    return Reading("DURATION", length(hit.value("unit"), 1.0 if single else None), UNBOUND)


def read_unit_long(hit: Hit, _: Scene) -> Reading | None:
    """“weeklong”."""
    return Reading("DURATION", hit.value("unit_long"), UNBOUND)


def read_stretch(hit: Hit, scene: Scene) -> Reading | None:
    """“the past seven months”, “the next few days”: they end or begin now."""
    unit, amount, entry = hit.value("unit"), hit.amount("amount"), hit.entry("which")
    bounds = None
    if scene.today and amount is not None and not {"current", "latest", "full"} & set(entry):
        bounds = stretch(unit, amount, scene.today, -1 if "last" in entry or "past" in entry else 1)
    return Reading("DURATION", length(unit, amount), bounds or UNBOUND, mod_of_amount(hit))


def read_vague_stretch(hit: Hit, _: Scene) -> Reading | None:
    """“the coming years”, “past weeks”."""
    entry = hit.entry("which")
    return Reading("DATE", "FUTURE_REF" if "next" in entry or "coming" in entry else "PAST_REF")


def read_age(_: Hit, __: Scene) -> Reading | None:
    """“44-year-old”: somebody’s age."""
    return VOID


def rules() -> list[Rule]:
    """The rules for lengths."""
    about = "<about:about>?<about>?"
    and_half = "(?:<and_half:and><a><half>)?"
    return [
        # “about 50 minutes”, “2 1/2 years”, “two-day”, “12 to 18 months”
        rule(
            f"{about}<amount:amount>(?:<to|or|dash><amount>)?<more>?<dash>?<unit:unit>(?:<dash>?<long>)?{and_half}",
            read_length,
        ),
        # “the four days”, “the first nine months”
        rule("<the><ordinal|final|full>?<amount:amount><more>?<unit:unit>(?<=<plural>)", read_length),
        # “a year”, “another two weeks”, “an additional year”, “half an hour”
        rule(f"{about}<amount:a|another><more>?<unit:unit>{and_half}", read_length),
        rule(f"{about}<another><amount:amount><unit:unit>", read_length),
        rule(f"{about}<amount:half><a><unit:unit>", read_length),
        # “day-long”, “decades-long”, “for weeks”
        rule("<unit:unit><dash><long>", read_bare_length),
        rule("<unit_long:unit_long>", read_unit_long),
        rule("(?<=<for|in|within>)<unit:plural>", read_bare_length),
        # “the past seven months”
        rule(
            f"{about}<the|this|these>?<which:last|past|next|coming|current|latest>"
            "<amount:amount><more>?<unit:unit>",
            read_stretch,
        ),
        rule("<the>?<which:past|last|next|coming><unit:plural>", read_vague_stretch),
        # “the 44-year-old”, “52 years old” are no times
        rule(f"{about}<a|the>?<quantity><dash>?<unit><dash>?<old>", read_age),
    ]
