"""Months, years, decades and centuries: “in December”, “last May”, “mid-1996”, “the 1990s”."""

from summitry.dates.days import year_near, year_said
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.settings import FIRST_YEAR, LAST_YEAR

BEFORE_A_MONTH = frozenset(
    {"in", "of", "since", "until", "by", "from", "during", "to", "through", "before", "after", "for", "fiscal"}
)
BEFORE_A_YEAR = frozenset({"in", "of", "since", "until", "by", "from", "during", "to", "through", "before", "after"})
LEADS_A_NOUN = frozenset({"the", "a", "possessive"})
NOT_BEFORE_A_YEAR = frozenset({"money", "number", "hash", "slash", "percent"})
FIRST_PLAIN_YEAR = 1900
LAST_PLAIN_YEAR = 2060


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
    if BEFORE_A_MONTH & set(before):
        return True
    return bool(LEADS_A_NOUN & set(before)) and at + 1 < len(tape.words) and tape.words[at + 1][0].islower()


def read_year(hit: Hit, _: Scene) -> Reading | None:
    """“1989”, “early 1990”, “fiscal 1989”, “the year two thousand”."""
    year, tape = year_said(hit), hit.tape
    if year is None or (not {"when", "unit", "fiscal"} & set(present(hit)) and not could_be_year(hit, year)):
        return None
    if "unit" in hit and tape.entries[hit.found.start("unit")].get("unit") != "Y":
        return None
    return Reading("DATE", f"{year:04}", mod=hit.mod)


def present(hit: Hit) -> list[str]:
    """The named pieces that are there."""
    return [name for name, said in hit.found.groupdict().items() if said is not None]


def could_be_year(hit: Hit, year: int) -> bool:
    """Whether a bare number of four digits is a year rather than a count or a price."""
    tape, before, after = hit.tape, hit.first - 1, hit.last
    if before >= 0 and NOT_BEFORE_A_YEAR & set(tape.entries[before]):
        return False
    if tape.is_a(after, "percent") or tape.is_a(after, "plural") or tape.is_a(after, "money"):
        return False
    if before >= 0 and BEFORE_A_YEAR & set(tape.entries[before]):
        return True
    return FIRST_PLAIN_YEAR <= year <= LAST_PLAIN_YEAR


def read_years(hit: Hit, _: Scene) -> Reading | None:
    """“1985-87”, “the 2016/17 season”."""
    first = int(hit.value("year"))
    until = hit.entry("until")
    last = int(until.get("year") or until["number"])
    if last < 100:  # noqa: PLR2004  # two digits
        last += first // 100 * 100
    if not first < last < first + 100:
        return None
    return Reading("DATE", f"{first}/{last}")


def read_short_year(hit: Hit, scene: Scene) -> Reading | None:
    """“in ’96”."""
    if hit.tape.is_a(hit.last, "unit"):
        return None
    now = scene.today.year if scene.today else 2000
    year = now // 100 * 100 + int(hit.value("short", "short_year"))
    return Reading("DATE", f"{year if year <= now + 10 else year - 100}")


def read_decade(hit: Hit, _: Scene) -> Reading | None:
    """“the 1990s”, “the late ’80s”, “the nineties”."""
    entry = hit.entry("decade")
    said = entry.get("decade")
    if said and len(said) == 2 and not hit.tape.is_a(hit.found.start("decade") - 1, "the") and "when" not in hit:  # noqa: PLR2004
        return None  # “in his 30s”
    if said is None:
        return Reading("DATE", f"19{entry['decade_word']}", mod=hit.mod)
    if len(said) == 4 and said.endswith("00"):  # noqa: PLR2004  # “the 1800s” are a century
        return Reading("DATE", said[:2], mod=hit.mod)
    return Reading("DATE", said[:3] if len(said) == 4 else f"19{said[0]}", mod=hit.mod)  # noqa: PLR2004


def read_year_count(hit: Hit, _: Scene) -> Reading | None:
    """“the year two thousand”."""
    amount = hit.amount("count")
    if hit.value("unit") != "Y" or amount is None or not FIRST_YEAR <= amount <= LAST_YEAR:
        return None
    return Reading("DATE", f"{int(amount):04}")


def read_century(hit: Hit, _: Scene) -> Reading | None:
    """“the 20th century”, “the nineteenth century”."""
    if hit.entry("unit").get("unit") != "C":
        return None
    number = int(hit.entry("number").get("nth") or hit.value("number", "ordinal"))
    return Reading("DATE", f"{number - 1:02}", mod=hit.mod)


def rules() -> list[Rule]:
    """The rules for months, years, decades and centuries."""
    when = "<when:modifier>?"
    return [
        # “December 2016”, “June, 1989”
        rule(f"{when}<month:month><short_dot>(?:<comma>|<of>)?(?:<the>?<unit>)?<year:anyyear>", read_month_year),
        # “July last year”
        rule(f"{when}<month:month><short_dot><of>?<which:this|last|next><unit:unit>", read_month_of),
        rule(f"{when}<which:which>?<month:month><short_dot>", read_month),
        rule("<every:every><month:month>", read_month),
        # “1989”, “the end of 1990”, “fiscal 1989”
        rule(f"{when}(?:<the>?<unit:unit>|<the>?<fiscal:fiscal><fiscal_unit:unit>?)?<year:anyyear>", read_year),
        rule("<the>?<unit:unit><count:quantity>", read_year_count),
        rule("<year:year><dash|slash><until:year|monthday|number>", read_years),
        rule("<short:short_year>", read_short_year),
        rule(f"{when}<the>?<decade:decade>", read_decade),
        # “the nineties”; “in his twenties” is an age
        rule("<when:modifier><decade:decade_word>", read_decade),
        rule("<the><decade:decade_word>", read_decade),
        rule(f"{when}<the>?<number:nth|ordinal><dash>?<unit:unit>", read_century),
    ]
