"""The expressions of time in a text, in reading order."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from operator import itemgetter

from summitry.dates import (
    clocks,
    counted,
    days,
    feasts,
    months,
    parts_of_month,
    periods,
    quarters,
    repeats,
    seasons,
    spans,
    weekdays,
    years,
)  # fmt: skip
from summitry.dates.almanac import bounds_of
from summitry.dates.joining import Found, dated
from summitry.dates.patterns import VOID, Hit, Reading, letter_class
from summitry.dates.rules import Rule
from summitry.dates.scene import Scene
from summitry.dates.tape import Tape, tape_of
from summitry.dates.tense import begins_sentence
from summitry.dates.timex import Timex
from summitry.settings import HEADLINE_WORDS

BY_PLACE = itemgetter(0, 1, 2)
NAMED = frozenset({"unit", "moment", "today"})
"""Small words that capitals in the middle of a sentence make part of a name."""
SIGNALS = frozenset(
    {"since", "until", "by", "in", "on", "at", "from", "to", "through", "before", "after", "within", "for"}
)
NEEDED = (
    "weekday", "weekdays", "month", "season", "unit", "unit_long", "year", "year_end", "iso", "slashed",
    "clock", "am", "pm", "moment", "daypart", "dayparts", "daypart_word", "tonight", "overnight", "oclock",
    "ref", "today", "holiday", "set", "decade", "decade_word", "short_year", "hundreds", "period", "past",
    "soon", "vague", "recent", "monthday",
)  # fmt: skip
"""Every expression of time has a word of one of these classes."""


@cache
def grammar() -> tuple[Rule, ...]:
    """All rules; of two that fit equally many words the earlier one holds."""
    rooms = (
        days, weekdays, feasts, clocks, months, years, quarters, seasons, periods, parts_of_month, repeats,
        counted, spans,
    )  # fmt: skip
    return tuple(rule for room in rooms for rule in room.rules())


@cache
def all_needs() -> frozenset[frozenset[str]]:
    """The sets of letters of which some rule needs one: a rule is not tried on a tape that lacks a set."""
    return frozenset(needs for rule in grammar() for needs in rule.needs)


@cache
def core() -> re.Pattern[str]:
    """Any word without which there is no expression of time."""
    return re.compile(letter_class(NEEDED))


def find_dates(text: str, published_on: date | None) -> list[Timex]:
    """The expressions of time in a paragraph, in reading order, resolved against the day of the article.

    >>> [(found.text, found.value) for found in find_dates("They met on Thursday.", date(2017, 4, 28))]
    [('Thursday', '2017-04-27')]
    """
    return read_paragraph(text, Scene(published_on))


def find_all_dates(paragraphs: Iterable[str], published_on: date | None) -> list[list[Timex]]:
    """The expressions of time in each paragraph of an article; a later one can lean on an earlier one.

    >>> article = ["In 2013 they met.", "That year he left."]
    >>> [[found.value for found in row] for row in find_all_dates(article, date(2017, 4, 28))]
    [['2013'], ['2013']]
    """
    scene = Scene(published_on)
    return [read_paragraph(text, scene) for text in paragraphs]


def read_paragraph(text: str, scene: Scene) -> list[Timex]:
    """The expressions of time in one paragraph of a scene."""
    tape = tape_of(text)
    if not core().search(tape.letters):
        return []
    return [timex_of(tape, found) for found in dated(tape, read_tape(tape, scene), scene)]


def hits(tape: Tape) -> list[tuple[int, int, int, re.Match[str]]]:
    """Every place where a rule fits: leftmost first, then longest, then by the order of the rules."""
    letters = frozenset(tape.letters)
    missing = frozenset(filter(letters.isdisjoint, all_needs()))
    places = [
        (found.start(), -found.end(), order, found)
        for order, rule in enumerate(grammar())
        if missing.isdisjoint(rule.needs)
        for found in rule.pattern.finditer(tape.letters)
    ]
    return sorted(places, key=BY_PLACE)


def read_tape(tape: Tape, scene: Scene) -> Iterator[Found]:
    """The readings of a tape that do not overlap."""
    free = 0
    for start, _, order, found in hits(tape):
        if start >= free and (reading := read(Hit(tape, found), order, scene)):
            free = found.end()
            if reading is not VOID:
                scene.note(reading)
                yield Found(start, free, reading)


def read(hit: Hit, order: int, scene: Scene) -> Reading | None:
    """What the rule of that number makes of a place; none beyond both ends of the calendar."""
    try:
        return None if is_name(hit) else grammar()[order].read(hit, scene)
    except (OverflowError, ValueError):
        return None


def is_name(hit: Hit) -> bool:
    """Whether capitals make a name of it: “on ‘This Week’”, “High Noon”; not in a headline."""
    tape, last = hit.tape, hit.last - 1
    if not (NAMED & set(tape.entries[last])) or not tape.words[last][0].isupper():
        return False
    if last == 0 or begins_sentence(tape, last):
        return False
    around = tape.words[max(0, hit.first - HEADLINE_WORDS) : hit.last + HEADLINE_WORDS]
    return any(word.islower() and len(word) >= HEADLINE_WORDS for word in around)


def timex_of(tape: Tape, found: Found) -> Timex:
    """The expression as others see it."""
    start, end = tape.starts[found.first], tape.ends[found.last - 1]
    reading = found.reading
    first, last, precision = reading.bounds or bounds_of(reading.value)
    before = tape.lower(found.first - 1)
    return Timex(
        start, end, reading.type, reading.value, tape.text[start:end], first, last, precision, reading.mod,
        before if before in SIGNALS else None,
    )  # fmt: skip
