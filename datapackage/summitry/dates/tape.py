"""A text as a tape: one letter a word, which says what the word can be in an expression of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summitry.dates.lexicon import NOTHING, TOKEN, Entry, lexicon
from summitry.settings import FIRST_YEAR, LAST_YEAR, REMEMBERED_WORDS

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


def tape_of(text: str) -> Tape:
    """The tape of a text; curly apostrophes are read as straight ones, and each listed phrase is one word."""
    found = list(TOKEN.finditer(text.replace("’", "'")))
    if not found:
        return Tape(text, (), (), (), "", ())
    words = [word[0] for word in found]
    starts, ends = [word.start() for word in found], [word.end() for word in found]
    letters, entries = map(list, zip(*map(known_as, words), strict=True))
    for first, last, letter, entry in reversed(list(phrases_in(words))):
        words[first:last] = [" ".join(words[first:last])]
        starts[first:last], ends[first:last] = [starts[first]], [ends[last - 1]]
        letters[first:last], entries[first:last] = [letter], [entry]
    return Tape(text, words, starts, ends, "".join(letters), entries)


def phrases_in(words: Sequence[str]) -> Iterator[tuple[int, int, str, Entry]]:
    """Yield the listed phrases among some words: first word, word after the last, letter and entry."""
    openings, free = lexicon().phrases, 0
    small = [word.lower() for word in words]
    for first, pair in enumerate(pairwise(small)):
        if first < free or pair not in openings:
            continue
        for phrase, letter, entry in openings[pair]:
            last = first + len(phrase)
            if tuple(small[first:last]) == phrase:
                yield first, last, letter, entry
                free = last
                break


@lru_cache(REMEMBERED_WORDS)
def known_as(word: str) -> tuple[str, Entry]:
    """Letter and entry of a token: from a list, or by its shape, or those of any other word."""
    words = lexicon().words
    found = words.get(word) or words.get(word.lower())
    if found:
        return found
    entry = entry_of(word) or NOTHING
    return lexicon().sign(entry), entry


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
