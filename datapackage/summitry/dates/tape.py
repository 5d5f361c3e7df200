"""A text as a tape: one letter a word, which says what the word can be in an expression of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summitry.dates.lexicon import NOTHING, TOKEN, Entry, lexicon
from summitry.settings import FIRST_YEAR, LAST_YEAR

LAST_MONTHDAY = 31
LAST_HOUR = 24
QUOTES = frozenset('"“”«»`')
FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


@dataclass(frozen=True, slots=True)
class Tape:
    """The words of a text, each with its place, its letter and what it can be."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    letters: str
    entries: Sequence[Entry]

    def lower(self, index: int) -> str:
        """The word at an index in small letters; empty beyond both ends."""
        return self.words[index].lower() if 0 <= index < len(self.words) else ""

    def is_a(self, index: int, name: str) -> bool:
        """Whether the word at an index can be of that class."""
        return 0 <= index < len(self.entries) and name in self.entries[index]


class Word(NamedTuple):
    """One word on the way to a tape."""

    text: str
    start: int
    end: int
    letter: str
    entry: Entry


def tape_of(text: str) -> Tape:
    """The tape of a text."""
    words = join_phrases(read_words(text))
    if not words:
        return Tape(text, (), (), (), "", ())
    said, starts, ends, letters, entries = zip(*words, strict=True)
    return Tape(text, said, starts, ends, "".join(letters), entries)


def read_words(text: str) -> list[Word]:
    """The words, numbers and marks of a text; curly apostrophes are read as straight ones."""
    known = lexicon()
    look_up, nothing = known.words.get, (known.sign(NOTHING), NOTHING)
    words = []
    for found in TOKEN.finditer(text.replace("’", "'")):
        word = found.group()
        letter, entry = look_up(word) or look_up(word.lower()) or numeric(word) or nothing
        words.append(Word(word, found.start(), found.end(), letter, entry))
    return words


def join_phrases(words: list[Word]) -> list[Word]:
    """The words, each listed phrase as one."""
    firsts, joined, at = lexicon().phrases, [], 0
    while at < len(words):
        word = words[at]
        for phrase, letter, entry in firsts.get(word.text.lower(), ()):
            last = at + len(phrase)
            if tuple(one.text.lower() for one in words[at:last]) == phrase:
                text = " ".join(one.text for one in words[at:last])
                word = Word(text, word.start, words[last - 1].end, letter, entry)
                at = last - 1
                break
        joined.append(word)
        at += 1
    return joined


@lru_cache(maxsize=4096)
def numeric(word: str) -> tuple[str, Entry] | None:
    """Letter and entry of a token that no list can hold, by its shape."""
    entry = entry_of(word)
    return (lexicon().sign(entry), entry) if entry else None


def entry_of(word: str) -> Entry | None:
    """What a number or a mark can be in an expression of time."""
    head = word[0]
    if head.isdigit() and head.isascii():
        return number_entry(word)
    if head == "'" and len(word) > 1 and word[1].isdigit():
        return {"decade" if word.endswith("s") else "short_year": word[1:].rstrip("s")}
    if head in FRACTIONS:
        return {"fraction": FRACTIONS[word]}
    if head.isspace():
        return {"break": ""}
    if word in "!?":
        return {"stop": ""}
    return {"quote": ""} if word in QUOTES else None


def number_entry(word: str) -> Entry:  # noqa: PLR0911  # one line a shape
    """What a token that begins with a digit can be."""
    if ":" in word:
        return {"clock": word} if "-" not in word else {"iso": word}
    if "-" in word:
        return {"iso": word}
    if word.count("/") > 1:
        return {"slashed": word}
    if "/" in word:
        return {"fraction": str(int(word[0]) / max(int(word[-1]), 1))}
    if word.endswith("s"):
        return {"decade": word.rstrip("s'")}
    if word[-1].isalpha():
        day = word[:-2]
        return {"nth": day, "ordinal": day} if int(day) <= LAST_MONTHDAY else {"nth": day}
    return plain_number(word) if "," not in word else {"number": word.replace(",", ""), "figure": ""}


def plain_number(digits: str) -> Entry:
    """What a number in digits can be: a day, an hour, a year."""
    if "." in digits:
        return {"number": digits, "figure": ""}
    value = int(digits[:10])
    if 1 <= value <= LAST_MONTHDAY and len(digits) <= 2:  # noqa: PLR2004  # two digits
        hour = {"hour": digits} if value <= LAST_HOUR else {}
        return {"number": digits, "figure": "", "monthday": digits, **hour}
    if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR:  # noqa: PLR2004  # four digits
        return {"number": digits, "figure": "", "year": digits}
    return {"number": digits, "figure": ""}
