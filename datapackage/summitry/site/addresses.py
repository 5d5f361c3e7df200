"""Where the page of a row lies, and where on a page a row stands: names that hold on every file system."""

import re
from functools import lru_cache
from hashlib import sha256
from typing import Final

SAFE: Final = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?")
"""Names that no file system changes or takes for another: no capitals, which some do not tell apart."""

RESERVED: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that are devices on Windows, whatever stands after a dot (Microsoft, Naming Files)."""

DIGEST_LETTERS: Final = 16
"""So much of a hash stands in a name: among a thousand million ids two alike are not to be expected."""

NAMES_REMEMBERED: Final = 1 << 16
"""Names are asked for again and again, mostly those of one article and of those who are often named."""

KEPT_LETTERS: Final = 40
"""So much of an id that is not safe is kept for the eye."""


@lru_cache(NAMES_REMEMBERED)
def name_of(key: str) -> str:
    """The name of an id in addresses: itself where it is safe, else what is safe of it and a hash.

    >>> name_of("oslo-talks"), name_of("Łódź/../x")
    ('oslo-talks', 'd-x~b44741733359440a')
    """
    if SAFE.fullmatch(key) and not RESERVED.fullmatch(key):
        return key
    kept = "-".join(re.findall("[a-z0-9]+", key.lower()))[:KEPT_LETTERS].strip("-")
    return f"{kept}~{sha256(key.encode()).hexdigest()[:DIGEST_LETTERS]}"


def page_of(kind: str, key: str) -> str:
    """The address of the page of an article, an entity, a meeting or a country, from the start page.

    >>> page_of("country", "NOR")
    'country/nor.html'
    """
    # codes are capitals by their schema, so that small letters tell them apart as well
    return f"{kind}/{name_of(key.lower() if kind == 'country' else key)}.html"


def words_of(kind: str, key: str) -> str:
    """The anchor of the words that a row rests on, in the text of its article.

    >>> words_of("quote", "p1-q4")
    'w-quote-p1-q4'
    """
    return f"w-{kind}-{name_of(key)}"


def row_of(kind: str, *keys: str) -> str:
    """The anchor of what is told of a row, below the text or on a page of its own.

    >>> row_of("participant", "oslo-talks", "kari-solheim")
    'r-participant-oslo-talks.kari-solheim'
    """
    return ".".join([f"r-{kind}-{name_of(keys[0])}", *map(name_of, keys[1:])])


def column_of(table: str, name: str) -> str:
    """The anchor of a column in the codebook.

    >>> column_of("quotes", "said_on")
    'c-quotes.said_on'
    """
    return f"c-{table}.{name}"


def address(page: str, anchor: str | None = None) -> str:
    """The address of a page, or of an anchor on it; names are such that nothing needs an escape."""
    return f"{page}#{anchor}" if anchor else page
