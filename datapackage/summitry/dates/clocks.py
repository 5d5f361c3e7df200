"""Times of day: “10 p.m.”, “noon”, “this morning”, “tonight”. A value `T22:00` waits for its day."""

from summitry.dates.almanac import DAY
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene

NOON = 12
LAST_MINUTE = 59


def read_clock(hit: Hit, _: Scene) -> Reading | None:
    """“10 p.m.”, “10:35 a.m. GMT”, “five o’clock”, “4 in the morning”."""
    entry = hit.entry("clock")
    said = entry.get("clock") or entry.get("hour") or entry["number"]
    hour, __, rest = said.replace(".", ":").partition(":")
    minute = rest[:2] or "00"
    if rest.count(":") and "half" not in hit and "zone" not in hit:
        return None  # “2:17:01” is how long a race took
    value = hour_of(hit, int(hour))
    if value is None or int(minute) > LAST_MINUTE:
        return None
    return Reading("TIME", f"T{value:02}:{minute}", mod="APPROX" if "about" in hit else None)


def hour_of(hit: Hit, hour: int) -> int | None:
    """The hour of the day, if there is one: by “p.m.”, or by the part of the day."""
    if "half" in hit:
        entry = hit.entry("half")
        return hour % NOON + int(entry.get("am") or entry["pm"]) if 0 < hour <= NOON else None
    if "part" in hit and hit.value("part", "daypart") != "MO" and hour < NOON:
        hour += NOON
    return hour if hour <= 2 * NOON else None


def read_moment(hit: Hit, _: Scene) -> Reading | None:
    """“noon”, “midnight”."""
    return Reading("TIME", f"T{hit.value('moment')}")


def read_part(hit: Hit, scene: Scene) -> Reading | None:
    """“this morning”, “last night”, “that evening”, “tonight”, “the morning”."""
    entry = hit.entry("part")
    part = next(entry[name] for name in ("daypart", "tonight", "overnight", "daypart_word") if name in entry)
    if "which" not in hit and "tonight" not in entry:
        return Reading("TIME", f"T{part}", mod=hit.mod)
    day = scene.today
    if day:
        words, told = hit.words("which"), scene.day or day
        if words & {"following", "next"}:
            day = told + DAY
        elif words & {"that", "same"}:
            day = told
        elif "last" in words:
            day -= DAY
    return Reading("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}", mod=hit.mod)


def read_day_parts(hit: Hit, _: Scene) -> Reading | None:
    """“Monday nights”, “every morning”."""
    day = f"WXX-{int(hit.value('weekday')) + 1}" if "weekday" in hit else "XX-XX"
    entry = hit.entry("part")
    return Reading("SET", f"XXXX-{day}T{entry.get('daypart') or entry['dayparts']}")


def rules() -> list[Rule]:
    """The rules for times of day."""
    about, zone = "<about:approx>?", "(?:<open>?<zone:zone><close>?)?"
    return [
        # “10 p.m.”, “10:35 a.m.”
        rule(f"{about}<clock:clock|hour|number><half:am|pm>{zone}", read_clock),
        rule(f"{about}<clock:hour|number><oclock>(?:<in><the><part:daypart>)?", read_clock),
        rule(f"{about}<clock:clock|hour><in><the><part:daypart>", read_clock),
        rule(f"{about}<clock:clock>{zone}", read_clock),
        rule("<about:approx>?<moment:moment>", read_moment),
        # “this morning”, “later this afternoon”, “the same evening”
        rule("<when:modifier>?<which:last|this|that|same|following|next><part:daypart>", read_part),
        rule("<when:modifier>?<the><which:next|following|same|last><part:daypart>", read_part),
        rule("<when:modifier>?<part:tonight>", read_part),
        rule("<part:overnight>", read_part),
        # “Wednesday night”, “in the early morning”: the day stands before or after
        rule("(?:<when:modifier>|<the>)<part:daypart|daypart_word>", read_part),
        rule("(?<=<weekday|today|monthday|nth|month>)<part:daypart>", read_part),
        rule("<part:daypart|daypart_word>(?=<of|on>?<weekday|today|month|monthday>)", read_part),
        # “every morning”, “Monday nights”
        rule("<every><part:daypart>", read_day_parts),
        rule("<weekday:weekday><part:dayparts>", read_day_parts),
    ]
