"""Months: “in December”, “last May”, “early June 2016”, “July last year”."""

from summitry.dates.days import year_near, year_said
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene

BEFORE_A_MONTH = frozenset(
    {
        "in",
        "of",
        "since",
        "until",
        "by",
        "from",
        "during",
        "to",
        "through",
        "before",
        "after",
        "for",
        "fiscal",
    }
)
LEADS_A_NOUN = frozenset({"the", "a", "possessive"})


def read_month_year(hit: Hit, _: Scene) -> Reading | None:
    """“December 2016”, “early May 1998”."""
    return Reading("DATE", f"{year_said(hit):04}-{int(hit.value('month')):02}", mod=hit.mod)


def read_month_of(hit: Hit, scene: Scene) -> Reading | None:
    """“July last year”, “January this year”."""
    if scene.today is None or hit.entry("unit").get("unit") != "Y":
        return None
    year = scene.today.year + shift_of(hit)
    return Reading("DATE", f"{year:04}-{int(hit.value('month')):02}", mod=hit.mod)


def shift_of(hit: Hit, name: str = "which") -> int:
    """-1 for “last”, 0 for “this”, 1 for “next”."""
    for entry in hit.entries(name):
        for word in ("last", "past", "next", "coming", "following"):
            if word in entry:
                return int(entry[word])
    return 0


def read_month(hit: Hit, scene: Scene) -> Reading | None:
    """“in December”, “last May”, “late September”."""
    month = int(hit.value("month"))
    if not could_be_month(hit):
        return None
    if "every" in hit:
        return Reading("SET", f"XXXX-{month:02}")
    today = scene.today
    if today is None:
        return Reading("DATE", f"XXXX-{month:02}", mod=hit.mod)
    shift = shift_of(hit)
    if shift < 0:
        year = today.year - (month >= today.month)
    elif shift > 0:
        year = today.year + (month <= today.month)
    else:
        year = year_near(hit, scene, month) or today.year
    return Reading("DATE", f"{year:04}-{month:02}", mod=hit.mod)


def could_be_month(hit: Hit) -> bool:
    """Whether a month without day or year is no name: “in May”, not “Theresa May said”."""
    tape, at = hit.tape, hit.found.start("month")
    if "when" in hit or "which" in hit or "every" in hit:
        return True
    if "month_name" not in tape.entries[at]:
        return True
    before = tape.entries[at - 1] if at else {}
    if tape.is_a(at + 1, "possessive"):
        return False
    if BEFORE_A_MONTH & set(before):
        return True
    return bool(LEADS_A_NOUN & set(before)) and at + 1 < len(tape.words) and tape.words[at + 1][0].islower()


def rules() -> list[Rule]:
    """The rules for months."""
    month = "<when:modifier>?<month:month><short_dot>"
    return [
        # “December 2016”, “June, 1989”, “May of the year 2000”
        rule(f"{month}<comma|of>?(?:<the>?<unit>)?<year:anyyear>", read_month_year),
        # “July last year”
        rule(f"{month}<of>?<which:this|last|next><unit:unit>", read_month_of),
        rule("<when:modifier>?<which:which>?<month:month><short_dot>", read_month),
        rule("<every:every><month:month>", read_month),
    ]
