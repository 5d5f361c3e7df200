"""Whether a clause tells of what was or of what will be, by its words alone."""

from summitry.dates.lexicon import words_of
from summitry.dates.tape import Tape
from summitry.settings import MAX_TENSE_WORDS

ABBREVIATION_LENGTH = 4
"""`Gen.`, `Sen.`, `Corp.`: a dot after a short capitalised word ends no sentence."""
AHEAD_OF = frozenset({"until", "till", "ahead"})
NO_END = frozenset({"vs", "v", "no"})
"""Short words whose dot ends no sentence."""
MAX_CLOCK_WORDS = 6
OF_A_TIME = frozenset({"clock", "hour", "am", "pm", "moment", "zone", "the", "weekday", "comma"})
"""Words that can stand between “until” and a day, six at most: “until 5 p.m. EST, Monday”."""


def tense_at(tape: Tape, first: int, last: int) -> int:
    """-1 where the clause around `words[first:last]` tells of the past, 1 of the future, else 0."""
    if tape.is_a(last, "possessive") and "before" not in {tape.lower(first - 1), tape.lower(first - 2)}:
        return 1 if {tape.lower(first - 1), tape.lower(first - 2)} & AHEAD_OF else -1
    if until_stands_before(tape, first):
        return 1
    before = nearest(tape, range(first - 1, max(-1, first - 1 - MAX_TENSE_WORDS), -1))
    return before or nearest(tape, range(last, min(len(tape.words), last + MAX_TENSE_WORDS)))


def until_stands_before(tape: Tape, at: int) -> bool:
    """Whether “until” leads to the time at an index; not so “not until”, nor at the head of a sentence."""
    stop = max(-1, at - MAX_CLOCK_WORDS)
    at -= 1
    while at > stop and OF_A_TIME & set(tape.entries[at]):
        at -= 1
    if not tape.is_a(at, "until"):
        return False
    return not begins_sentence(tape, at) and tape.lower(at - 1) not in {"not", "up"}


def nearest(tape: Tape, places: range) -> int:
    """The tense of the first telling word on the way, up to the end of the sentence."""
    aimed = False
    for at in places:
        if ends_sentence(tape, at):
            return 0
        entry = tape.entries[at]
        if aimed and "commits" in entry:
            return 1
        if said := tense_of(tape, at):
            return said
        if "to" in entry:
            if tape.lower(at - 1) in {"is", "are"}:
                return 1
            aimed = True
    return 0


def tense_of(tape: Tape, at: int) -> int:
    """The tense that one word shows."""
    entry, word = tape.entries[at], tape.words[at]
    said = entry.get("tense")
    if said == "future":
        return -1 if tape.is_a(at - 1, "been") and tape.lower(at - 2) == "had" else 1
    if said or (word.endswith("ed") and set(entry) <= {"commits"} and could_be_past(word)):
        return 1 if tape.is_a(at - 1, "be") and tape.lower(at - 2) != "could" else -1
    return 1 if word.endswith("'ll") else 0


def could_be_past(word: str) -> bool:
    """Whether a word in -ed can be a verb: not “united”, “unspecified”, “need”."""
    return word.islower() and not word.startswith("un") and word not in words_of("not_past")


def begins_sentence(tape: Tape, at: int) -> bool:
    """Whether the word at an index is the first of its sentence."""
    return at == 0 or ends_sentence(tape, at - 1) or tape.is_a(at - 1, "quote")


def ends_sentence(tape: Tape, at: int) -> bool:
    """Whether a sentence or paragraph ends with the word at that index."""
    entry = tape.entries[at]
    if "dot" not in entry:
        return "stop" in entry or "break" in entry
    if at == 0 or at + 1 >= len(tape.words):
        return True
    before = tape.words[at - 1]
    if before in NO_END or tape.words[at + 1][0] in ",;" or tape.words[at + 1][0].islower():
        return False
    return not (tape.is_a(at - 1, "short") or (before[0].isupper() and len(before) <= ABBREVIATION_LENGTH))
