"""Years, decades and centuries: “mid-1996”, “1985-87”, “the 1990s”, “the 20th century”."""

from summitry.dates.days import year_said
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene
from summitry.settings import FIRST_PLAIN_YEAR, FIRST_YEAR, LAST_PLAIN_YEAR, LAST_YEAR, SHORT_YEARS_AHEAD

CENTURY, SHORT = 100, 2
"""Years of a century, and figures of a short year."""
BEFORE_A_YEAR = frozenset(
    {"in", "of", "since", "until", "by", "from", "during", "to", "through", "before", "after"}
)
NOT_BEFORE_A_YEAR = frozenset({"money", "number", "slash", "percent"})
NOT_AFTER_A_YEAR = frozenset({"money", "plural", "percent"})


def read_year(hit: Hit, _: Scene) -> Reading | None:
    """“1989”, “early 1990”, “fiscal 1989”, “the year two thousand”."""
    year = year_said(hit)
    sure = "when" in hit or "unit" in hit or "fiscal" in hit
    if year is None or not (sure or could_be_year(hit, year)):
        return None
    if "unit" in hit and (hit.value("unit") != "Y" or "plural" in hit.entry("unit")):
        return None
    return Reading("DATE", f"{year:04}", mod=hit.mod)


def could_be_year(hit: Hit, year: int) -> bool:
    """Whether a bare number of four digits is a year rather than a count or a price."""
    entries = hit.tape.entries
    before = set(entries[hit.first - 1]) if hit.first else set()
    after = set(entries[hit.last]) if hit.last < len(entries) else set()
    if NOT_BEFORE_A_YEAR & before or NOT_AFTER_A_YEAR & after:
        return False
    return bool(BEFORE_A_YEAR & before) or FIRST_PLAIN_YEAR <= year <= LAST_PLAIN_YEAR


def read_years(hit: Hit, _: Scene) -> Reading | None:
    """“1985-87”, “the 2016/17 season”."""
    first = int(hit.value("year"))
    until = hit.entry("until")
    last = int(until.get("year") or until["number"])
    if last < CENTURY:
        last += first // CENTURY * CENTURY
    if not first < last < first + CENTURY:
        return None
    return Reading("DATE", f"{first}/{last}")


def read_short_year(hit: Hit, scene: Scene) -> Reading | None:
    """“in ’96”."""
    if hit.tape.is_a(hit.last, "unit"):
        return None
    now = scene.today.year if scene.today else 2000
    year = now // CENTURY * CENTURY + int(hit.value("short", "short_year"))
    return Reading("DATE", f"{year if year <= now + SHORT_YEARS_AHEAD else year - CENTURY:04}")


def read_decade(hit: Hit, _: Scene) -> Reading | None:
    """“the 1990s”, “the late ’80s”, “the nineties”; “the 1800s” are a century, “in his 30s” is an age."""
    entry = hit.entry("decade")
    said = entry.get("decade", f"19{entry.get('decade_word')}0")
    if len(said) == SHORT:
        said = f"19{said}"
        if "when" not in hit and not hit.tape.is_a(hit.found.start("decade") - 1, "the"):
            return None
    return Reading("DATE", said[:2] if said.endswith("00") else said[:3], mod=hit.mod)


def read_year_count(hit: Hit, _: Scene) -> Reading | None:
    """“the year two thousand”."""
    amount = hit.amount("count")
    if (
        hit.value("unit") != "Y"
        or "plural" in hit.entry("unit")
        or amount is None
        or not FIRST_YEAR <= amount <= LAST_YEAR
    ):
        return None
    return Reading("DATE", f"{int(amount):04}")


def read_century(hit: Hit, _: Scene) -> Reading | None:
    """“the 20th century”, “the nineteenth century”."""
    if hit.entry("unit").get("unit") != "C":
        return None
    number = int(hit.entry("number").get("nth") or hit.value("number", "ordinal"))
    return Reading("DATE", f"{number - 1:02}", mod=hit.mod)


def rules() -> list[Rule]:
    """The rules for years, decades and centuries."""
    when = "<when:modifier>?"
    return [
        # “1989”, “the end of 1990”, “fiscal 1989”, “the year 2000”
        rule(
            f"{when}(?:<the>?<unit:unit>|<the>?<fiscal:fiscal><fiscal_unit:unit>?)?<year:anyyear>", read_year
        ),
        rule("<the>?<unit:unit><count:quantity>", read_year_count),
        # “1985-87”, “’96”
        rule("<year:year><dash|slash><until:year|monthday|number>", read_years),
        rule("<short:short_year>", read_short_year),
        # “the late 1980s”, “the nineties”; “in his twenties” is an age
        rule(f"{when}<the>?<decade:decade>", read_decade),
        rule("<when:modifier><decade:decade_word>", read_decade),
        rule("<the><decade:decade_word>", read_decade),
        rule(f"{when}<the>?<number:nth|ordinal><dash>?<unit:unit>", read_century),
    ]
