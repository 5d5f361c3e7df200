"""Which kind of office a job title names."""

import re
from functools import cache

from summitry.knowledge.countries import country_named, country_of_demonym
from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import rows_of

QUALIFIERS = re.compile(
    r"^(?:acting|caretaker|interim|transitional|former|ex|then|late|outgoing|incoming|newly elected|new|current|"
    r"longtime|veteran|embattled|ousted|deposed|exiled|the|his|her|their|its|visiting)[\s-]+",
    re.IGNORECASE,
)
"""Words before a title that say when or how an office is held, not which: `then-president`."""

AFTER = re.compile(r"[\s-]+(?:elect|designate|in waiting)$", re.IGNORECASE)
"""The same, after it."""

OWNER = re.compile(r"(?P<title>.+?) of (?:the )?(?P<owner>[A-Z][\w.'’ -]+)$")
"""`Prime Minister of Japan`; not `Minister of Foreign Affairs`, which names no country."""

# “foreign minister”, “minister for foreign affairs”, “secretary of state for defence”, “defence secretary”
PORTFOLIO_FIRST = re.compile(r"(?P<portfolio>.+) (?:minister|secretary|chief)$")
OFFICE_FIRST = re.compile(
    r"(?:cabinet |federal |union |state )?(?:minister|secretary of state|secretary)(?: in charge)? (?:of|for) (?:the )?(?P<portfolio>.+)$"
)

JUNIOR = re.compile(
    r"\b(?:deputy|vice|junior|assistant|associate|under|undersecretary|permanent|parliamentary|shadow|general|party|"
    r"executive|delegate|delegated|state secretary|minister of state|minister delegate)\b"
)
"""Such ministers and secretaries do not hold the office itself."""

GREAT_OFFICES = frozenset({"foreign_minister", "defence_minister", "finance_minister", "interior_minister"})
"""A minister of economy and finance is the finance minister."""


@cache
def known_titles() -> dict[tuple[str, str], str]:
    """Kinds by exact title and country; an empty country is any."""
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


def plain_title(text: str) -> str:
    """The title in small letters and British spelling, without country, qualifiers and sex.

    >>> plain_title("then-Russian Defense Minister"), plain_title("Prime Minister of Japan")
    ('defence minister', 'prime minister')
    """
    text = folded(text)
    while (shorter := without_owner(AFTER.sub("", QUALIFIERS.sub("", text)))) != text:
        text = shorter
    plain = text.lower().replace("defense", "defence").replace("labor", "labour")
    return re.sub(r"\b(vice|governor)-(?=\w)", r"\1 ", plain)


def without_owner(text: str) -> str:
    """The title without the country that it names before or after itself."""
    if (found := OWNER.match(text)) and country_named(found["owner"]):
        text = found["title"]
    words = text.split()
    for size in (3, 2, 1):
        owner = " ".join(words[:size])
        if len(words) > size and (country_of_demonym(owner) or country_named(owner.removesuffix("'s"))):
            return " ".join(words[size:])
    return text


def kind_of_title(text: str, country_code: str | None = None) -> str | None:
    """The kind of office that a job title names, where the country matters also by country.

    >>> kind_of_title("Premier"), kind_of_title("Russian Foreign Minister"), kind_of_title("Defense Secretary")
    ('head_of_government', 'foreign_minister', 'defence_minister')
    >>> kind_of_title("Secretary of State", "USA"), kind_of_title("Deputy Foreign Minister")
    ('foreign_minister', None)
    """
    title = plain_title(text)
    for key in ((title, country_code or ""), (title, "")):
        if key in known_titles():
            return known_titles()[key] or None
    return kind_of_portfolio(title)


def kind_of_portfolio(title: str) -> str | None:
    """The kind of a minister: a great office if the portfolio holds one, else its first word's.

    >>> kind_of_portfolio("minister of economy and finance"), kind_of_portfolio("health secretary")
    ('finance_minister', 'health_minister')
    """
    if JUNIOR.search(title):
        return None
    found = OFFICE_FIRST.search(title) or PORTFOLIO_FIRST.search(title)
    if not found:
        return None
    kinds = [portfolios()[word] for word in any_portfolio().findall(found["portfolio"])]
    return next((kind for kind in kinds if kind in GREAT_OFFICES), kinds[0] if kinds else None)
