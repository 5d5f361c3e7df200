"""Days written out: “2017-04-28”, “28/4/2017”, “Friday, April 28”, “28-30 April”."""

from datetime import date

from summitry.dates.numerals import year_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.settings import CENTURY_TURN, NEAR_DAYS

MONTH, YEAR = 30, 360
"""Days of the months and years by which nearness is judged."""


def year_said(hit: Hit, name: str = "year") -> int | None:
    """The year that the named piece says, if it is there."""
    return year_of(hit.entries(name)) if name in hit else None


def day_reading(year: int, month: int, day: int) -> Reading | None:
    """A day, if the calendar has it."""
    try:
        return Reading("DATE", date(year, month, day).isoformat())
    except ValueError:
        return None


def read_iso(hit: Hit, _: Scene) -> Reading | None:
    """“2017-04-28”, “2017-04-28T10:30”."""
    day, __, clock = hit.value("iso").rstrip("Z").partition("T")
    year, month, number = map(int, day.split("-"))
    known = day_reading(year, month, number)
    return Reading("TIME", f"{day}T{clock[:5]}") if known and clock else known


def read_slashed(hit: Hit, _: Scene) -> Reading | None:
    """“28/4/2017”, “4/28/2017”; a date that could be read both ways is none."""
    one, two, year = map(int, hit.value("slashed").split("/"))
    full = year if year > 99 else year + (2000 if year < CENTURY_TURN else 1900)  # noqa: PLR2004  # two digits
    ways = [day_reading(full, one, two), day_reading(full, two, one)]
    known = [way for way in ways if way]
    return known[0] if len(known) == 1 or (known and one == two) else None


def daynumber(hit: Hit, name: str = "day") -> int:
    """The day of the month that the named piece says."""
    entry = hit.entry(name)
    return int(entry.get("monthday") or entry.get("ordinal") or entry["nth"])


def year_near(hit: Hit, scene: Scene, month: int, day: int | None = None) -> int | None:
    """The year of a month or day without one: the nearest if it is near, else by the tense of its clause."""
    today = scene.today
    if today is None:
        return None
    ahead = (month - today.month) * MONTH + (day - today.day if day else 0)
    near = NEAR_DAYS if day else MONTH
    if abs(ahead) <= near:
        return today.year
    if YEAR - abs(ahead) <= near:
        return today.year + (1 if ahead < 0 else -1)
    tense = scene.tense(hit)
    return today.year + (tense > 0 and ahead < 0) - (tense <= 0 and ahead > 0)


def year_away(hit: Hit, scene: Scene, month: int, day: int) -> int | None:
    """The year of “last Oct. 23”, “next May 1”, “March 20 last year”."""
    if scene.today is None:
        return None
    if "of" in hit and hit.value("unit") == "Y":
        return scene.today.year + int(next(iter(hit.entry("of").values())))
    if "which" not in hit:
        return None
    here, now = (month, day), (scene.today.month, scene.today.day)
    if "last" in hit.entry("which"):
        return scene.today.year - (here >= now)
    return scene.today.year + (here <= now)


def read_date(hit: Hit, scene: Scene) -> Reading | None:
    """“April 28”, “Friday, 28 April 2017”."""
    month, day = int(hit.value("month")), daynumber(hit)
    year = year_said(hit) or year_away(hit, scene, month, day)
    year = year or year_near(hit, scene, month, day)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    return day_reading(year, month, day)


def read_next_day(hit: Hit, scene: Scene) -> Reading | None:
    """“25” of “April 24 and 25”."""
    day = scene.day
    return day_reading(day.year, day.month, daynumber(hit)) if day and day.day < daynumber(hit) else None


def read_days(hit: Hit, scene: Scene) -> Reading | None:
    """“April 28-30”, “28 to 30 April 2017”, “April 28 – May 2”."""
    month, day, until = int(hit.value("month")), daynumber(hit), daynumber(hit, "until")
    last_month = int(hit.value("until_month", "month")) if "until_month" in hit else month
    year = year_said(hit) or year_near(hit, scene, month, day)
    if year is None:
        return None
    first = day_reading(year, month, day)
    last = day_reading(year + (last_month < month), last_month, until)
    if not first or not last or first.value >= last.value:
        return None
    return Reading("DATE", f"{first.value}/{last.value}")


def rules() -> list[Rule]:
    """The rules for days written out."""
    weekday = "(?:<dayname><comma>?<the>?)?"
    year = "(?:<comma>?<year:anyyear>)?"
    any_year = "(?:<comma>?<year:anyyear>|<comma>?<of>?<of:last|this|next><unit:unit>(?<!<plural>))?"
    dash = "<dash|wide_dash>"
    upto = "<dash|wide_dash|to|through|until>"
    return [
        rule("<iso:iso>", read_iso),
        rule("<slashed:slashed>", read_slashed),
        # “Friday, April 28, 2017”, “Sept. 3rd”
        rule(
            f"{weekday}<which:last|next>?<month:month><short_dot><the>?<day:daynumber>(?!<percent>){any_year}",
            read_date,
        ),
        # “Friday 28 April 2017”, “the second of May”
        rule(f"{weekday}<the>?<day:monthday|nth><of>?<month:month><short_dot>{any_year}", read_date),
        rule(f"{weekday}<the>?<day:ordinal><of><month:month><short_dot>{any_year}", read_date),
        # “April 24” and “25” of “April 24 and 25, 2016”
        rule("<month:month><short_dot><day:monthday>(?=<and|or><monthday><comma>?<year:year>)", read_date),
        rule(
            "(?<=<month><monthday><and|or|comma>)<day:monthday>(?=<and|or|dot|comma|stop|at|in|on|break>|$)",
            read_next_day,
        ),
        # “April 28-30”, “28 to 30 April”
        rule(
            f"<month:month><short_dot><day:monthday|nth>{upto}<until:monthday|nth>(?!<month>){year}",
            read_days,
        ),
        rule(f"<day:monthday|nth>{upto}<until:monthday|nth><month:month>{year}", read_days),
        # “April 28 – May 2”, “28 April – 2 May”
        rule(
            f"<month:month><short_dot><day:monthday>{dash}<until_month:month><until:monthday>{year}",
            read_days,
        ),
        rule(f"<day:monthday><month:month>{dash}<until:monthday><until_month:month>{year}", read_days),
    ]
