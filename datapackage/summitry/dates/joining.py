"""Times of day put on their days, and counts on the day that they are counted from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from summitry.dates.patterns import Reading
from summitry.dates.reckoning import GRAINS, moved, period
from summitry.dates.scene import Scene
from summitry.dates.tape import Tape

DAY_VALUE = re.compile(r"\d{4}-\d\d-\d\d")
BETWEEN = frozenset({"comma", "on", "of", "zone", "the"})
"""What can stand between a time of day and its day."""


class Found(NamedTuple):
    """A reading and the words that it was read from."""

    first: int
    last: int
    reading: Reading


def dated(tape: Tape, found: Iterable[Found], scene: Scene) -> list[Found]:
    """The readings, with each time of day put on its day."""
    day = scene.day or scene.today
    told = day.isoformat() if day else "XXXX-XX-XX"
    joined: list[Found] = []
    for one in found:
        if joined and (both := join(tape, joined[-1], one)):
            joined[-1] = both
        else:
            joined.append(one)
    return list(with_days(joined, told))


def with_days(found: Iterable[Found], told: str) -> Iterator[Found]:
    """The readings; a time of day on the day told last, at first on that of the paragraphs before."""
    for one in found:
        value = one.reading.value
        if waits(one):
            yield one._replace(reading=replace(one.reading, value=told + value))
            continue
        if DAY_VALUE.match(value):
            told = value[: len("2017-04-28")]
        yield one


def join(tape: Tape, left: Found, right: Found) -> Found | None:
    """“10 p.m. Wednesday”, “Friday morning”, “noon on Saturday” as one time."""
    gap = tape.entries[left.last : right.first]
    if left.reading.shift and is_day(right) and not gap:
        return counted_from(left, right)
    if waits(left) and is_day(right) and all(BETWEEN & set(entry) for entry in gap):
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
    value = period(GRAINS.get(unit, unit), day, 0) if day else None
    return Found(left.first, right.last, Reading("DATE", value)) if value else None


def waits(found: Found) -> bool:
    """Whether a time of day has no day yet."""
    return found.reading.value.startswith("T")


def is_day(found: Found) -> bool:
    """Whether a reading is one day."""
    return DAY_VALUE.fullmatch(found.reading.value) is not None
