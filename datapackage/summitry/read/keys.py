"""The keys of articles and paragraphs."""

import re
import unicodedata
from typing import Final

from summitry.read.text import BLANK
from summitry.read.unfit import Unfit, shown
from summitry.settings import MAX_ID_CHARS

EXPECTED: Final = f"an id of 1 to {MAX_ID_CHARS} characters without white space and slashes"
BARRED: Final = re.compile(f"[{BLANK}/\\\\\ud800-\udfff]|^[=+@-]")
NOTHING: Final = frozenset({"na", "n/a", "nan", "none", "null"})
FIGURE: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?", re.IGNORECASE)
TRUTH: Final = frozenset({"true", "false"})


def article_key(given: str) -> str:
    """The id as a key: in NFC, with `a-` before what a loader would take for a number or a truth value.

    >>> article_key("oslo-talks"), article_key("2019"), article_key("1e5")
    ('oslo-talks', 'a-2019', 'a-1e5')
    """
    if not 0 < len(given) <= MAX_ID_CHARS:
        raise Unfit("id", f"an id of {len(given)} characters", EXPECTED)
    if barred := BARRED.search(given):
        raise Unfit(
            "id", f"“{shown(given)}” with {sign(barred[0])} at character {barred.start() + 1}", EXPECTED
        )
    if given.casefold() in NOTHING:
        raise Unfit("id", f"“{given}”, which says that there is none", EXPECTED)
    key = unicodedata.normalize("NFC", given)
    return f"a-{key}" if is_taken_otherwise(key) else key


def is_taken_otherwise(key: str) -> bool:
    """Whether a loader would take a key for a number, a truth value, or for nothing.

    >>> is_taken_otherwise("12"), is_taken_otherwise("nan"), is_taken_otherwise("nan-madol")
    (True, True, False)
    """
    return bool(FIGURE.fullmatch(key)) or key.casefold() in TRUTH | NOTHING


def sign(char: str) -> str:
    """A character that should not be there, by name or number.

    >>> sign(" "), sign("/")
    ('a space', '“/” (U+002F)')
    """
    if char == " ":
        return "a space"
    return f"“{shown(char)}” (U+{ord(char):04X})"


def paragraph_id(article_id: str, position: int) -> str:
    """The key of the paragraph at that position, from 1.

    >>> paragraph_id("oslo-talks", 3)
    'oslo-talks-p003'
    """
    return f"{article_id}-p{position:03d}"
