"""Text as the tables hold it, and where each of its characters stood in the given text.

Every paragraph is brought to Unicode NFC, runs of white space become one space, other control characters are
dropped. What counts as a change: every character of a paragraph that does not stand as it was given (a tab or
no-break space that became a space, the second of two spaces, a dropped zero-width space, each character of
a sequence that NFC composed). What does not count, because it is layout: white space around a paragraph, and
the line end (with the white space beside it) where a paragraph is wrapped.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from summitry.page import Passage
from summitry.read.unfit import Unfit
from summitry.settings import MAX_MARKS

# White_Space in PropList.txt of the Unicode Character Database
SPACES: Final = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# General_Category Cc and Cf, less white space, joiners and the few Cf signs that print (U+0600 and its like)
DROPPED: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
# ZWNJ and ZWJ: letters in some scripts, and the glue of some emoji
JOINERS: Final = "\u200c\u200d"
BLANK: Final = SPACES + DROPPED + JOINERS
FIRST_JOINED: Final = "\u0590"
"""From Hebrew on, scripts and signs can be joined; a joiner between earlier letters is a leftover."""

# everything between visible characters but a single plain space
IRREGULAR: Final = re.compile(f"[{BLANK}]{{2,}}|(?! )[{BLANK}]")
UNSEEN: Final = re.compile(f"[{DROPPED}{JOINERS}]")
LINE_END: Final = re.compile("[\r\n]")
BEYOND_LATIN: Final = re.compile(f"[^\x00-\u02ff]{{{MAX_MARKS + 1},}}")


class Piece(NamedTuple):
    """Some characters of a normal text, the offset of each in the given text, and how many were changed."""

    text: str
    origins: Sequence[int]
    changes: int


def normal(given: str, start: int, end: int) -> tuple[Passage, int]:
    """A stretch of the given text as the tables hold it, and how many of its characters were changed.

    >>> normal("  Ann\u00a0Lee\u200b", 0, 10)
    (Passage(text='Ann Lee'), 2)
    """
    start, end = inside(given, start, end)
    text = given[start:end]
    if IRREGULAR.search(text):
        return composed(*collapsed(given, start, end))
    return composed(text, range(start, end + 1), 0)


def cell(value: str) -> str | None:
    r"""A single value as the tables hold it: null if nothing is left.

    >>> cell(" Talks\nin  Oslo "), cell("\u200b")
    ('Talks in Oslo', None)
    """
    return normal(value, 0, len(value))[0].text or None


def inside(given: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space around it."""
    text = given[start:end].rstrip(SPACES)
    return start + len(text) - len(text.lstrip(SPACES)), start + len(text)


def collapsed(given: str, start: int, end: int) -> tuple[str, Sequence[int], int]:
    """The stretch with single spaces and no control characters, not yet composed."""
    pieces = list(pieces_of(given, start, end))
    origins = array("I")
    for piece in pieces:
        origins.extend(piece.origins)
    origins.append(end)
    return "".join(piece.text for piece in pieces), origins, sum(piece.changes for piece in pieces)


def pieces_of(given: str, start: int, end: int) -> Iterator[Piece]:
    """Regular text and what becomes of the irregular runs in it, in order."""
    at = start
    for run in IRREGULAR.finditer(given, start, end):
        yield Piece(given[at : run.start()], range(at, run.start()), 0)
        yield between(given, run, edge=run.start() == start or run.end() == end)
        at = run.end()
    yield Piece(given[at:end], range(at, end), 0)


def between(given: str, run: re.Match[str], *, edge: bool) -> Piece:
    """What an irregular run becomes: a space, joiners, or nothing."""
    spaces = [at for at, char in enumerate(run[0], run.start()) if char in SPACES]
    dropped = len(run[0]) - len(spaces)
    if not spaces:
        return joint(given, run)
    if edge:
        return Piece("", (), dropped)
    plain = [at for at in spaces if given[at] == " "]
    changed = 0 if LINE_END.search(run[0]) else len(spaces) - bool(plain)
    return Piece(" ", (plain or spaces)[:1], dropped + changed)


def joint(given: str, run: re.Match[str]) -> Piece:
    """The joiners of a run without white space, if what stands on both sides can be joined."""
    kept = [at for at, char in enumerate(run[0], run.start()) if char in JOINERS]
    if not (kept and joinable(given, run.start() - 1, -1) and joinable(given, run.end(), 1)):
        kept = []
    return Piece("".join(given[at] for at in kept), kept, len(run[0]) - len(kept))


def joinable(given: str, at: int, step: int) -> bool:
    """Whether the letter or symbol there, beyond a few marks, is of a kind that joiners join."""
    for place in range(at, at + step * (MAX_MARKS + 1), step):
        if not 0 <= place < len(given):
            return False
        kind = unicodedata.category(given[place])[0]
        if kind != "M" and not UNSEEN.match(given[place]):
            return kind in "LS" and unicodedata.normalize("NFD", given[place])[0] >= FIRST_JOINED
    return False


def composed(text: str, origins: Sequence[int], changes: int) -> tuple[Passage, int]:
    """The text in NFC: what a sequence becomes stands where the sequence began."""
    refuse_piles(text)
    if unicodedata.is_normalized("NFC", text):
        return Passage(text, origins), changes
    parts, places = [], array("I")
    for first, last in clusters(text):
        given, part = text[first:last], unicodedata.normalize("NFC", text[first:last])
        parts.append(part)
        places.extend(origins[first:last] if part == given else [origins[first]] * len(part))
        changes += 0 if part == given else len(given)
    places.append(origins[-1])
    return Passage("".join(parts), places), changes


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that can be composed one by one."""
    first = 0
    for at in range(1, len(text)):
        mark = unicodedata.category(text[at])[0] == "M"
        if not mark and (text[at].isascii() or not composes(text[first:at], text[at])):
            yield first, at
            first = at
    yield first, len(text)


def composes(before: str, char: str) -> bool:
    """Whether the character becomes one with what stands before it."""
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", before + char) != apart


def refuse_piles(text: str) -> None:
    """Stop at more marks on one letter than any script has: Unicode takes quadratic time to sort them.

    The bound is that of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13).
    """
    for run in BEYOND_LATIN.finditer(text):
        signs = "".join("m" if unicodedata.combining(char) else " " for char in run[0])
        if "m" * (MAX_MARKS + 1) in signs:
            raise Unfit(None, f"more than {MAX_MARKS} combining marks on one letter", "text")
