"""The words of time: what each can be, and the letter that stands for it in a tape."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

Entry = Mapping[str, str]
"""What a word can be, each with its value: `second` is an ordinal (2) and a unit (S)."""

TABLES: Final = (
    "weekdays", "months", "seasons", "units", "numbers", "ordinals", "parts_of_day", "references",
    "sets", "cues", "tenses", "holidays",
)  # fmt: skip
NOTHING: Final[Entry] = {}
FIRST_LETTER: Final = 0x100
"""Letters of tapes start beyond every sign that a pattern could mean otherwise."""

WORD_REST: Final = r"[^\W\d_]*(?:'(?!s\b)[^\W\d_]+)*"
WORD: Final = rf"[^\W\d_]{WORD_REST}"
TOKEN: Final = re.compile(
    rf"""
    (?![½¼¾])[^\W\d_]{{2}}{WORD_REST}             # two letters: most words, found here at once
    | [^\w\s']                                      # a mark, which begins nothing longer
    | \d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?\b  # 2017-04-28, 2017-04-28T10:30
    | \d{{1,2}}:\d\d(?::\d\d)?\b                     # 10:35
    | \d{{1,2}}\.\d\d(?=\s?[ap]\.?m\b)               # 10.35 am
    | \d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b         # 28/4/2017
    | \d/\d\b                                       # 1/2
    | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?               # 1,500
    | \d{{3}}0'?s\b | '?\d0s\b                      # 1990s, ’80s
    | '\d\d\b(?!')                                   # ’96
    | \d{{1,2}}(?:st|nd|rd|th)\b                     # 28th
    | \d+(?:\.\d+)?
    | [½¼¾]
    | \b[apAP]\.[mM]\b\.?                            # a.m.
    | (?:[A-Z]\.){{2,}}                              # U.S.
    | {WORD}
    | '[sS]\b
    | \n\s*\n\s*
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of time."""

    words: Mapping[str, tuple[str, Entry]]
    """Letter and entry of each word; a word that needs its capital is listed with it."""
    phrases: Mapping[tuple[str, str], Sequence[tuple[tuple[str, ...], str, Entry]]]
    """For the first two words of each phrase the phrases, longest first, in small letters."""
    letters: Mapping[frozenset[str], str]

    def sign(self, entry: Entry) -> str:
        """The letter of an entry."""
        return self.letters[frozenset(entry)]

    def letters_of(self, name: str) -> str:
        """All letters that stand for words of this class."""
        return "".join(letter for classes, letter in self.letters.items() if name in classes)


NUMERIC: Final = (
    {"iso"}, {"clock"}, {"slashed"}, {"fraction"}, {"number", "figure"}, {"decade"}, {"short_year"},
    {"ordinal", "nth"},
    {"number", "figure", "monthday", "hour"}, {"number", "figure", "monthday"},
    {"number", "figure", "year"}, {"break"}, {"stop"}, {"quote"},
    {"nth"},
)  # fmt: skip
"""The classes of tokens that no list can hold."""


def rows_of(table: str) -> Iterator[tuple[str, str, str]]:
    """The word, class and value of each line of one list."""
    text = (files("summitry.dates") / "words" / f"{table}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("# "))
    for row in csv.DictReader(lines):
        yield row["word"].replace("’", "'"), row["class"], row["value"]


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a plain list, one a line."""
    text = (files("summitry.dates") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def spellings(word: str) -> tuple[str, ...]:
    """How a listed word can stand in a text: `May` also as `MAY`, `week` in any letters."""
    return (word, word.upper()) if word[0].isupper() and len(word) > 3 else (word,)  # noqa: PLR2004  # MAY, SAT


@cache
def lexicon() -> Lexicon:
    """The words of all lists."""
    singles: dict[str, dict[str, str]] = {}
    longer: dict[tuple[str, ...], dict[str, str]] = {}
    for table in TABLES:
        for word, name, value in rows_of(table):
            tokens = tuple(TOKEN.findall(word))
            if len(tokens) > 1:
                longer.setdefault(tuple(token.lower() for token in tokens), {})[name] = value
                continue
            for spelling in spellings(word):
                singles.setdefault(spelling, {})[name] = value
    sets = {frozenset(entry) for entry in (*singles.values(), *longer.values(), *NUMERIC, NOTHING)}
    letters = {classes: chr(FIRST_LETTER + at) for at, classes in enumerate(sorted(sets, key=sorted))}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str, Entry]]] = {}
    for phrase, entry in sorted(longer.items(), key=lambda item: (-len(item[0]), item[0])):
        phrases.setdefault((phrase[0], phrase[1]), []).append((phrase, letters[frozenset(entry)], entry))
    words = {word: (letters[frozenset(entry)], entry) for word, entry in singles.items()}
    return Lexicon(words, phrases, letters)
