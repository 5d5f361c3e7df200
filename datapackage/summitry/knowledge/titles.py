"""Which kind of office a job title names, and whose it is."""

import re
from functools import cache

from summitry.knowledge.countries import Country, country_named, country_of_demonym
from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import rows_of

QUALIFIERS = re.compile(
    r"^(?:acting|caretaker|interim|transitional|former|ex|then|late|outgoing|incoming|newly elected|new|"
    r"current|longtime|veteran|embattled|ousted|deposed|exiled|the|his|her|their|its|visiting)[\s-]+",
    re.IGNORECASE,
)
"""Words before a title that say when or how an office is held, not which: `then-president`."""

AFTER = re.compile(r"[\s-]+(?:elect|designate|in waiting)$", re.IGNORECASE)
"""The same, after it."""

OWNER = re.compile(r"(?P<title>.+?) of (?:the )?(?P<owner>[A-Z][\w.'’ -]+)$")
"""`Prime Minister of Japan`; not `Minister of Foreign Affairs`, which names no country."""

DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
"""`U.N. Secretary-General`."""

# “foreign minister”, “defence secretary”
PORTFOLIO_FIRST = re.compile(r"(?P<portfolio>.+) (?:minister|secretary)$")

# “minister for foreign affairs”, “secretary of state for defence”
OFFICE_FIRST = re.compile(
    r"(?:cabinet |federal |union |state )?(?:minister|secretary of state|secretary)(?: in charge)? "
    r"(?:of|for) (?:the )?(?P<portfolio>.+)$"
)

JUNIOR = re.compile(
    r"\b(?:deputy|vice|junior|assistant|associate|under|undersecretary|permanent|parliamentary|shadow|general|party|"
    r"executive|delegate|delegated|state secretary|minister of state|minister delegate)\b"
)
"""Such ministers and secretaries do not hold the office itself."""

# “state duma speaker”, “speaker of the knesset”, “president of the senate”
LEGISLATURE_HEAD = re.compile(
    r"^(?:speaker of .+|.+ speaker|(?:president|chair(?:man|woman|person)?) of (?:the )?(?:upper |lower )?"
    r"(?:house|senate|parliament|chamber|congress|(?:national|people's) assembly|legislative yuan|"
    r"federation council))\b"
)

# “governor of the bank of england”, “bank of japan governor”
BANK_HEAD = re.compile(r"^(?:governor of (?:the )?.*\bbank\b.*|.*\bbank\b.* governor)$")

AMBASSADOR = re.compile(r"^(?:ambassador|high commissioner) to .+$")

GREAT_OFFICES = frozenset({"foreign_minister", "defence_minister", "finance_minister", "interior_minister"})
"""A minister of economy and finance is the finance minister."""


@cache
def known_titles() -> dict[tuple[str, str], str]:
    """Kinds by exact title and country; an empty country is any, an empty kind none."""
    return {(folded(row["title"]), row["country_code"]): row["kind"] for row in rows_of("titles")}


@cache
def portfolios() -> dict[str, str]:
    """Kinds of ministers by the words of their portfolio."""
    return {row["word"]: row["kind"] for row in rows_of("portfolios")}


@cache
def any_portfolio() -> re.Pattern[str]:
    """Finds portfolio words, the longest first."""
    words = sorted(portfolios(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})\b")


def parts_of_title(text: str) -> tuple[str, Country | None]:
    """The title in small letters and British spelling, without qualifiers, and the country that it names.

    >>> title, owner = parts_of_title("then-Russian Defense Minister")
    >>> title, owner.code
    ('defence minister', 'RUS')
    """
    text, owner = folded(text), None
    while (shorter := AFTER.sub("", QUALIFIERS.sub("", text))) != text or owner is None:
        text, found = without_owner(shorter)
        owner = owner or found
        if text == shorter:
            break
    plain = DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text).lower()
    plain = plain.replace("defense", "defence").replace("labor", "labour")
    return re.sub(r"\b(vice|governor)-(?=\w)", r"\1 ", plain), owner


def without_owner(text: str) -> tuple[str, Country | None]:
    """The title without the country that it names before or after itself, and that country."""
    if (found := OWNER.match(text)) and (owner := country_named(found["owner"])):
        return found["title"], owner
    words = text.split()
    for size in (3, 2, 1):
        name = " ".join(words[:size])
        if len(words) > size and (
            owner := country_of_demonym(name) or country_named(re.sub(r"'s?$", "", name))
        ):
            return " ".join(words[size:]), owner
    return text, None


def country_of_title(text: str) -> Country | None:
    """The country that a job title names.

    >>> country_of_title("Russian Foreign Minister").code, country_of_title("Prime Minister of Japan").code
    ('RUS', 'JPN')
    """
    return parts_of_title(text)[1]


def kind_of_title(text: str, country_code: str | None = None) -> str | None:
    """The kind of office that a job title names; the country matters for some, and may stand in the title.

    >>> kind_of_title("Premier"), kind_of_title("Russian Foreign Minister")
    ('head_of_government', 'foreign_minister')
    >>> kind_of_title("Secretary of State"), kind_of_title("U.S. Secretary of State")
    (None, 'foreign_minister')
    """
    title, owner = parts_of_title(text)
    code = country_code or (owner.code if owner else "")
    parts = [title, *re.split(r",? and |, ", title)]
    for part in parts:
        for key in ((part, code), (part, "")):
            if key in known_titles():
                return known_titles()[key] or None
        if kind := kind_by_pattern(part):
            return kind
    return None


def is_title(text: str) -> bool:
    """Whether a text is a job title and nothing else, each of its words known.

    >>> is_title("Foreign Minister"), is_title("embattled Foreign Minister"), is_title("Minister of Fun")
    (True, False, False)
    """
    title = folded(text).lower().replace("defense", "defence").replace("labor", "labour")
    found = OFFICE_FIRST.fullmatch(title) or PORTFOLIO_FIRST.fullmatch(title)
    return (title, "") in known_titles() or bool(found and found["portfolio"] in portfolios())


def kind_by_pattern(title: str) -> str | None:
    """The kind of an office by the shape of its title.

    >>> kind_by_pattern("speaker of the knesset"), kind_by_pattern("bank of japan governor")
    ('legislature_head', 'central_bank_head')
    """
    if JUNIOR.search(title):
        return None
    for pattern, kind in (
        (LEGISLATURE_HEAD, "legislature_head"),
        (BANK_HEAD, "central_bank_head"),
        (AMBASSADOR, "ambassador"),
    ):
        if pattern.match(title):
            return kind
    return kind_of_portfolio(title)


def kind_of_portfolio(title: str) -> str | None:
    """The kind of a minister: a great office if the portfolio holds one, else its first word's.

    >>> kind_of_portfolio("minister of economy and finance"), kind_of_portfolio("health secretary")
    ('finance_minister', 'health_minister')
    """
    found = OFFICE_FIRST.search(title) or PORTFOLIO_FIRST.search(title)
    if not found:
        return None
    kinds = [portfolios()[word] for word in any_portfolio().findall(found["portfolio"])]
    return next((kind for kind in kinds if kind in GREAT_OFFICES), kinds[0] if kinds else None)
