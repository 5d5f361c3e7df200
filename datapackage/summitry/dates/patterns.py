"""The language of the grammar: patterns over the classes of words, built from named short ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from summitry.dates.lexicon import FIRST_LETTER, Entry, lexicon
from summitry.dates.numerals import amount_of
from summitry.dates.tape import Tape
from summitry.dates.timex import Bounds, Mod, TimexType

PIECE = re.compile(r"<(?:(?P<name>\w+):)?(?P<what>[\w|]+)>")

# “<dot>?”, and “(?:<comma>?<the>?)” within which there is no group
OPTIONAL = re.compile(r"<[^>]*>(?:[?*]|\{0)")
GROUP = re.compile(r"\([^()]*\)(?:[?*+]|\{[\d,]+\})?")

PARTS = {
    # “twenty-two”, “five hundred”, “one and a half”; “10-20” is no number
    "worded": "(?:<number>(?<!<figure>)(?:(?:<dash|and>)?<number>(?<!<figure>)){0,8}(?:<and><a><half>)?)",
    # “2”, “2 1/2”, “1.5”
    "figured": "(?:<figure>(?:<and>?<fraction>)?)",
    "quantity": "(?:<worded>|<figured>|<fraction>)",
    # “two”, “a few”, “a couple of”, “several”
    "amount": "(?:<quantity>|<a>?<some>|<a>?<couple>)",
    # “nearly”, “at least”
    "about": "(?:<approx|bound>)",
    # “half a” century
    "half_a": "(?:<half><a>)",
    # “28”, “28th”, “eighth”
    "daynumber": "(?:<monthday|ordinal>)",
    # “Thursday”, “Thurs.”
    "dayname": "(?:<weekday>|<weekday_short><dot>?)",
    # the dot of “Sept.”; the dot after “September” ends a sentence
    "short_dot": "(?:(?<=<short>)<dot>)?",
    # “nineteen ninety-seven”
    "yearwords": "(?:<hundreds><tens>(?:<dash>?<ones>)?)",
    # “1997”, “nineteen ninety-seven”
    "anyyear": "(?:<year>|<yearwords>)",
    # “early”, “late in”, “mid-”, “the end of the”, “later”
    "modifier": (
        "(?:<the>?(?:<early|late|mid|earlier|later><dash|in>?|<edge|middle|portion><of>)<the>?|<sometime><in>?)"
    ),
    # “last”, “the next”, “this coming”, “that same”
    "which": (
        "(?:<the>?<last|past|next|coming|same|current|latest>|<the><following>"
        "|<this><past|coming|last|same>?|<that><same>?)"
    ),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    type: TimexType
    value: str
    bounds: Bounds | None = None
    """Only where the value does not say it: `P7M` for the past seven months."""
    mod: Mod | None = None
    passing: bool = False
    """Whether later times do not lean on it: `the year-ago quarter`."""
    shift: tuple[str, float] | None = None
    """A unit and a number that wait for a day: `two days before` in “two days before Christmas”."""


VOID = Reading("DURATION", "")
"""What only looks like an expression of time: “the 44-year-old”."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a tape where a pattern of the grammar fits."""

    tape: Tape
    found: re.Match[str]

    def __contains__(self, name: str) -> bool:
        """Whether the named piece is there."""
        return name in self.found.re.groupindex and self.found.start(name) >= 0

    def value(self, name: str, what: str | None = None) -> str:
        """The value of the first word of the named piece, as a word of that class."""
        return self.entry(name)[what or name]

    def amount(self, name: str) -> float | None:
        """The number that the named piece says, or none if it is vague."""
        return amount_of(self.entries(name))

    def entry(self, name: str) -> Entry:
        """What the first word of the named piece can be."""
        return self.tape.entries[self.found.start(name)]

    def entries(self, name: str) -> Sequence[Entry]:
        """What each word of the named piece can be; none if the piece is not there."""
        if name not in self:
            return ()
        first, last = self.found.span(name)
        return self.tape.entries[first:last]

    def words(self, name: str) -> frozenset[str]:
        """The words of the named piece in small letters; none if the piece is not there."""
        if name not in self:
            return frozenset()
        return frozenset(self.tape.lower(at) for at in range(*self.found.span(name)))

    @property
    def mod(self) -> Mod | None:
        """What the words before or around a time add to it."""
        for entry in self.entries("when"):
            for name in ("early", "late", "mid", "middle", "edge"):
                if name in entry:
                    return cast("Mod", entry[name])
            if "earlier" in entry:
                return "START"
            if "later" in entry:
                return "END"
        return None

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.found.start()

    @property
    def last(self) -> int:
        """Index after the last word."""
        return self.found.end()


def expanded(pattern: str) -> str:
    """The pattern in letters of tapes: each piece a short pattern or a class of words."""
    return PIECE.sub(lambda piece: group(piece["name"], piece["what"]), pattern.replace(" ", ""))


def group(name: str | None, what: str) -> str:
    """One piece, captured if it has a name: any of its short patterns and classes of words."""
    parts = [expanded(PARTS[one]) for one in what.split("|") if one in PARTS]
    classes = [one for one in what.split("|") if one not in PARTS]
    bodies = parts + ([letter_class(classes)] if classes else [])
    body = bodies[0] if len(bodies) == 1 else f"(?:{'|'.join(bodies)})"
    return f"(?P<{name}>{body})" if name else body


def letter_class(names: Sequence[str]) -> str:
    """Any of the letters of words that can be of one of the classes."""
    found = {name: lexicon().letters_of(name) for name in names}
    if unknown := [name for name, letters in found.items() if not letters]:
        raise ValueError(f"{unknown}: no list has a word of that class")
    return f"[{''.join(sorted(set(''.join(found.values()))))}]"


def needed(pattern: str) -> frozenset[frozenset[str]]:
    """The letters of which a tape has one each wherever the pattern fits: cheaper to look for than the fit.

    >>> [lexicon().letters_of("weekday") <= "".join(sorted(letters)) for letters in needed("<weekday><dot>?")]
    [True]
    """
    inside = OPTIONAL.sub("", without_groups(pattern.replace(" ", "")))
    if "|" in PIECE.sub("", inside):
        return frozenset()
    pieces = [expanded(piece.group()) for piece in PIECE.finditer(inside)]
    return frozenset(
        frozenset(letter for letter in piece if ord(letter) >= FIRST_LETTER)
        for piece in pieces
        if not re.fullmatch(piece, "")
    )


def without_groups(pattern: str) -> str:
    """The pattern without its groups, of which any may be empty or stand for what is beside the fit."""
    while (shorter := GROUP.sub("", pattern)) != pattern:
        pattern = shorter
    return pattern
