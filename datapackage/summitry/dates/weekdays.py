"""Days named from where the reader stands: “Thursday”, “yesterday”, “last Friday”."""

from datetime import date

from summitry.dates.almanac import DAY
from summitry.dates.lexicon import words_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene

BACK = frozenset({"last", "past"})
AHEAD = frozenset({"next", "coming", "upcoming"})
BACK_IN_THE_STORY = frozenset({"previous", "preceding", "prior"})


def read_weekday(hit: Hit, scene: Scene) -> Reading | None:
    """“Thursday”, “last Thursday”, “next Friday”, “early Monday”."""
    if hit.last < len(hit.tape.words) and hit.tape.words[hit.last] in words_of("not_days"):
        return None
    weekday = int(hit.value("weekday"))
    day = weekday_near(hit, scene, weekday)
    return Reading("DATE", day.isoformat() if day else f"XXXX-WXX-{weekday + 1}", mod=hit.mod)


def weekday_near(hit: Hit, scene: Scene, weekday: int) -> date | None:
    """The day that a weekday means here: by the words before it, else by the tense of its clause."""
    today = scene.today
    if today is None:
        return None
    words, told = hit.words("which"), scene.day or today
    if words & BACK_IN_THE_STORY:
        return latest(weekday, told - DAY)
    if "following" in words:
        return soonest(weekday, told + DAY)
    if words & BACK or (words & {"that", "same"} and told.weekday() == weekday):
        return latest(weekday, today - DAY if words & BACK else told)
    if words & AHEAD:
        return soonest(weekday, today + DAY)
    tense = scene.tense(hit)
    ahead = tense > 0 or (tense == 0 and "this" in words)
    return soonest(weekday, today) if ahead else latest(weekday, today)


def latest(weekday: int, day: date) -> date:
    """The last such weekday up to a day, with it."""
    return day - (day.weekday() - weekday) % 7 * DAY


def soonest(weekday: int, day: date) -> date:
    """The first such weekday from a day on, with it."""
    return day + (weekday - day.weekday()) % 7 * DAY


def read_today(hit: Hit, scene: Scene) -> Reading | None:
    """“today”, “yesterday”, “late yesterday”, “the day before yesterday”."""
    away = int(hit.value("today"))
    if "step" in hit:
        away += -1 if "before" in hit.entry("step") else 1
    if scene.today is None:
        return Reading("DATE", ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[(away > 0) - (away < 0)])
    return Reading("DATE", (scene.today + away * DAY).isoformat(), mod=hit.mod)


def read_weekday_set(hit: Hit, _: Scene) -> Reading | None:
    """“every Thursday”, “Sundays”."""
    weekday = int(hit.entry("weekday").get("weekday") or hit.value("weekday", "weekdays"))
    return Reading("SET", f"XXXX-WXX-{weekday + 1}")


def rules() -> list[Rule]:
    """The rules for days named from where the reader stands."""
    return [
        rule("<when:modifier>?<which:which>?<weekday:weekday>", read_weekday),
        rule("<every><weekday:weekday>", read_weekday_set),
        rule("<weekday:weekdays>", read_weekday_set),
        rule("<when:modifier>?<today:today>", read_today),
        rule("<the>?<day_word><step:before|after><today:today>", read_today),
    ]
