"""Days named from where the reader stands: “Thursday”, “yesterday”, “last Friday”, “Christmas”."""

from datetime import date

from summitry.dates.almanac import DAY, WEEK, feast, week_value
from summitry.dates.days import year_said
from summitry.dates.lexicon import words_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene

FEAST_AHEAD = 4 * WEEK
"""A feast so soon is the coming one where the tense does not say."""
BACK_IN_THE_STORY = frozenset({"previous", "preceding", "prior"})


def read_weekday(hit: Hit, scene: Scene) -> Reading | None:
    """“Thursday”, “last Thursday”, “next Friday”, “early Monday”."""
    if hit.last < len(hit.tape.words) and hit.tape.words[hit.last] in words_of("not_days"):
        return None
    weekday = int(hit.value("weekday"))
    day = weekday_near(hit, scene, weekday)
    return Reading("DATE", day.isoformat() if day else f"XXXX-WXX-{weekday + 1}", mod=hit.mod)


def weekday_near(hit: Hit, scene: Scene, weekday: int) -> date | None:
    """The day that a weekday means here."""
    today = scene.today
    if today is None:
        return None
    words = {hit.tape.lower(at) for at in range(*hit.found.span("which"))} if "which" in hit else set()
    if words & BACK_IN_THE_STORY:
        return latest(weekday, (scene.day or today) - DAY)
    if "following" in words:
        return soonest(weekday, (scene.day or today) + DAY)
    if words & {"last", "past"}:
        return latest(weekday, today - DAY)
    if words & {"next", "coming", "upcoming"}:
        return soonest(weekday, today + DAY)
    if words & {"that", "same"} and scene.day and scene.day.weekday() == weekday:
        return scene.day
    if scene.tense(hit) > 0 or ("this" in words and scene.tense(hit) == 0):
        return soonest(weekday, today)
    return latest(weekday, today)


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
    return this if this - today <= FEAST_AHEAD else feast(law, today.year - 1)


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
        rule("<which:last|next|this>?<feast:holiday><unit:unit>?(?:<comma>?<year:anyyear>)?", read_feast),
    ]
