"""Times that come back, and words that name no time: “every week”, “annually”, “now”, “recently”."""

from summitry.dates.patterns import Hit, Reading
from summitry.dates.reckoning import length
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.dates.timex import UNBOUND

GREAT = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
RATED = frozenset({"number", "percent"})


def read_set(hit: Hit, _: Scene) -> Reading | None:
    """“annually”, “daily”."""
    return Reading("SET", hit.value("set"), UNBOUND)


def read_every(hit: Hit, _: Scene) -> Reading | None:
    """“every week”, “every two years”, “a day”, “per month”."""
    amount = hit.amount("amount") if "amount" in hit else 1.0
    return Reading("SET", length(hit.value("unit"), amount), UNBOUND)


def read_rate(hit: Hit, scene: Scene) -> Reading | None:
    """“a year” after a sum, “a week” after “four flights”."""
    tape, at = hit.tape, hit.first - 1
    if tape.lower(at) in GREAT or RATED & set(tape.entries[at] if at >= 0 else ()):
        return read_every(hit, scene)
    counts = at > 0 and tape.words[at].endswith("s") and {"number", "some"} & set(tape.entries[at - 1])
    return read_every(hit, scene) if counts else None


def read_reference(hit: Hit, _: Scene) -> Reading | None:
    """“now”, “recently”, “soon”."""
    return Reading("DATE", hit.value("ref"), UNBOUND)


def read_recent(hit: Hit, _: Scene) -> Reading | None:
    """“recent weeks”."""
    return Reading("DATE", hit.value("recent"), UNBOUND)


def read_vague(hit: Hit, _: Scene) -> Reading | None:
    """“for a while”, “for some time”."""
    return Reading("DURATION", hit.value("vague"), UNBOUND)


def read_past(_: Hit, __: Scene) -> Reading | None:
    """“in the past”."""
    return Reading("DATE", "PAST_REF", UNBOUND)


def read_soon(hit: Hit, scene: Scene) -> Reading | None:
    """“will soon leave”; “soon left” is told from within the past."""
    return Reading("DATE", "FUTURE_REF", UNBOUND) if scene.tense(hit) >= 0 else None


def rules() -> list[Rule]:
    """The rules for sets and vague references."""
    return [
        rule("<set:set>", read_set),
        rule("<every><amount:quantity>?<unit:unit>", read_every),
        # “twice a week”, “$500 million a year”, “four flights a week”
        rule("<times><a|per><unit:unit>", read_every),
        rule("<a|per><unit:unit>", read_rate),
        rule("<ref:ref>", read_reference),
        # “in the past”, not “in the past two weeks”
        rule(
            "(?<=<in>)<the><ref:past>(?!<unit|number|some|couple|season|weekday|month|a|decade>)", read_past
        ),
        rule("<soon:soon>(?!<after>)", read_soon),
        rule("<recent:recent><plural>", read_recent),
        rule("(?<=<for|in|after>)<vague:vague>", read_vague),
    ]
