"""The expressions of time in a text, in reading order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from summitry.dates import clocks, counted, days, months, periods, quarters, repeats, spans, weekdays
from summitry.dates.almanac import bounds_of
from summitry.dates.lexicon import NOTHING, lexicon
from summitry.dates.patterns import VOID, Hit, Reading
from summitry.dates.reckoning import moved, period
from summitry.dates.rules import Rule
from summitry.dates.scene import Scene
from summitry.dates.tense import begins_sentence
from summitry.dates.tape import Tape, tape_of
from summitry.dates.timex import Timex

DAY_VALUE = re.compile(r"\d{4}-\d\d-\d\d")
NAMED = frozenset({"unit", "moment", "today"})
"""Small words that capitals in the middle of a sentence make part of a name."""
HEADLINE_WORDS = 4
"""So many words around one tell a headline: there all words of four letters have a capital."""
SIGNALS = ("since", "until", "by", "in", "on", "at", "from", "to", "through", "before", "after", "within", "for")


class Found(NamedTuple):
    """A reading and the words that it was read from."""

    first: int
    last: int
    reading: Reading


@cache
def grammar() -> tuple[Rule, ...]:
    """All rules; of two that fit equally many words the earlier one holds."""
    rooms = (days, weekdays, clocks, months, quarters, periods, repeats, counted, spans)
    return tuple(rule for room in rooms for rule in room.rules())


@cache
def core() -> re.Pattern[str]:
    """Any word without which there is no expression of time."""
    names = (
        "weekday", "weekdays", "month", "season", "unit", "year", "iso", "slashed", "clock", "am", "pm", "moment",
        "daypart", "tonight", "overnight", "ref", "today", "holiday", "set", "decade", "decade_word", "short_year",
        "daypart_word", "dayparts", "oclock", "hundreds", "period", "past", "soon", "year_end", "vague", "recent",
    )  # fmt: skip
    return re.compile("[" + "".join(sorted({letter for name in names for letter in lexicon().letters_of(name)})) + "]")


def find_dates(text: str, published_on: date | None) -> list[Timex]:
    """The expressions of time in a paragraph, in reading order, resolved against the day of the article.

    >>> [(found.text, found.value) for found in find_dates("They met on Thursday.", date(2017, 4, 28))]
    [('Thursday', '2017-04-27')]
    """
    return read_paragraph(text, Scene(published_on))


def find_all_dates(paragraphs: Iterable[str], published_on: date | None) -> list[list[Timex]]:
    """The expressions of time in each paragraph of an article; a later one can lean on an earlier one.

    >>> [[found.value for found in row] for row in find_all_dates(["In 2013 they met.", "That year he left."], None)]
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


def hits(tape: Tape) -> list[tuple[int, int, int, Hit]]:
    """Every place where a rule fits: leftmost first, then longest, then by the order of the rules."""
    places = [
        (found.start(), -found.end(), order, found)
        for order, rule in enumerate(grammar())
        for found in rule.pattern.finditer(tape.letters)
    ]
    places.sort(key=lambda place: place[:3])
    return [(start, -end, order, Hit(tape, found)) for start, end, order, found in places]


def read_tape(tape: Tape, scene: Scene) -> Iterator[Found]:
    """The readings of a tape that do not overlap."""
    free = 0
    for start, end, order, hit in hits(tape):
        if start >= free and not is_name(hit) and (reading := grammar()[order].read(hit, scene)):
            free = end
            if reading is VOID:
                continue
            scene.note(reading)
            yield Found(start, end, reading)


def is_name(hit: Hit) -> bool:
    """Whether capitals make a name of it: “on ‘This Week’”, “High Noon”; not in a headline."""
    tape, last = hit.tape, hit.last - 1
    if not (NAMED & set(tape.entries[last])) or not tape.words[last][0].isupper():
        return False
    if last == 0 or begins_sentence(tape, last):
        return False
    around = tape.words[max(0, hit.first - HEADLINE_WORDS) : hit.last + HEADLINE_WORDS]
    return any(word.islower() and len(word) >= HEADLINE_WORDS for word in around)


def dated(tape: Tape, found: Iterable[Found], scene: Scene) -> list[Found]:
    """The readings, with each time of day put on its day."""
    done: list[Found] = []
    for one in found:
        if done and (joined := join(tape, done[-1], one)):
            done[-1] = joined
        else:
            done.append(one)
    return [with_day(one, done, at, scene) for at, one in enumerate(done)]


def join(tape: Tape, left: Found, right: Found) -> Found | None:
    """“10 p.m. Wednesday”, “Friday morning”, “noon on Saturday” as one time."""
    gap = tape.entries[left.last : right.first]
    if left.reading.shift and is_day(right) and not gap:
        return counted_from(left, right)
    if waits(left) and is_day(right) and all({"comma", "on", "of", "zone", "the"} & set(entry) for entry in gap):
        value = right.reading.value + left.reading.value
    elif waits(right) and is_day(left) and not gap and not right.reading.value[1].isdigit():
        value = left.reading.value + right.reading.value
    else:
        return None
    return Found(left.first, right.last, Reading("TIME", value, mod=left.reading.mod or right.reading.mod))


def counted_from(left: Found, right: Found) -> Found | None:
    """“two days before” and “Christmas” as one day."""
    assert left.reading.shift
    unit, amount = left.reading.shift
    day = moved(unit, amount, date.fromisoformat(right.reading.value))
    value = period(counted.GRAINS.get(unit, unit), day, 0) if day else None
    return Found(left.first, right.last, Reading("DATE", value)) if value else None


def waits(found: Found) -> bool:
    """Whether a time of day has no day yet."""
    return found.reading.value.startswith("T")


def is_day(found: Found) -> bool:
    """Whether a reading is one day."""
    return DAY_VALUE.fullmatch(found.reading.value) is not None


def with_day(one: Found, done: list[Found], at: int, scene: Scene) -> Found:
    """A time of day on the day named before it, else on the day of the article."""
    if not waits(one):
        return one
    day = next((other.reading.value[:10] for other in reversed(done[:at]) if DAY_VALUE.match(other.reading.value)), None)
    day = day or (scene.today.isoformat() if scene.today else "XXXX-XX-XX")
    return one._replace(reading=replace(one.reading, value=day + one.reading.value))


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
