"""Bylines: who wrote an article, on a line of its own."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from summitry.read.dateline import SOURCES
from summitry.read.known import words
from summitry.read.text import cell
from summitry.settings import MAX_HEADING_CHARS

UPPER: Final = "".join(char for char in map(chr, range(0x530)) if char.isupper())
LINKS: Final = frozenset({"and", "at", "by", "in", "of", "the", "to"})
"""Small words that link the parts of a byline, and so are no part of a name in it."""

PARTICLE: Final = "|".join(re.escape(word) for word in sorted(words("particles") - LINKS))
CAPITALISED: Final = rf"[{UPPER}][\w.'’-]*"
# “Ann Lee”, “Jan de Vries”
PERSON: Final = rf"{CAPITALISED}(?: (?:(?:{PARTICLE}) )*{CAPITALISED})+"
ROLES: Final = "|".join(re.escape(role) for role in sorted(words("roles"), reverse=True))
ROLE: Final = rf"(?i:{ROLES})"
LINK: Final = r"(?:,? with |,? and |, | ?[/|] ?| & | in | for | of | of the | at )"
# “Political Editor”, “OSLO”
LABEL: Final = rf"{CAPITALISED}(?: {CAPITALISED})*"
PART: Final = rf"(?:{ROLE}|{SOURCES}|{PERSON}|{LABEL})(?!\w)"
# “By Ann Lee and Jan de Vries / Staff reporters, with AFP”, “Staff writer, with CNA”
BYLINE: Final = (
    rf"(?:[Bb][yY] (?:{ROLE}|(?P<person>{PERSON}))|{ROLE})(?!\w)(?:{LINK}{PART})*(?: \((?:{SOURCES})\))?"
)


@cache
def byline() -> re.Pattern[str]:
    """The pattern of a byline, compiled when the first article is read."""
    return re.compile(BYLINE)


def names_joined(names: Iterable[str]) -> str | None:
    """Several names as a byline writes them, each once.

    >>> names_joined(["Ann Lee", "Jan Vik", "Ann Lee"]), names_joined([])
    ('Ann Lee and Jan Vik', None)
    """
    each = list(dict.fromkeys(name for name in (cell(name) for name in names) if name))
    return " and ".join(filter(None, [", ".join(each[:-1]), *each[-1:]])) or None


def names_in(value: object) -> str | None:
    """The names in a value of a record: a text, or a list of texts or of objects with a `name`.

    >>> names_in(["Ann Lee", {"name": "Jan Vik"}]), names_in(7)
    ('Ann Lee and Jan Vik', None)
    """
    each = [told.get("name") if isinstance(told, dict) else told for told in listed(value)]
    return names_joined(name for name in each if isinstance(name, str))


def listed(value: object) -> list[object]:
    """The values of a list, or the one value."""
    return value if isinstance(value, list) else [value]


def is_byline(line: str) -> bool:
    """Whether a line says who wrote the article, and nothing else.

    >>> is_byline("By Ann Lee and Jan de Vries / Staff reporters, with AFP")
    True
    >>> is_byline("By Monday Oslo had agreed")
    False
    """
    found = byline().fullmatch(line) if len(line) <= MAX_HEADING_CHARS else None
    if not found:
        return False
    return not found["person"] or found["person"].split()[0].casefold() not in words("labels")
