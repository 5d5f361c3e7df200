"""What a stretch of text says about time: a TIMEX3 value, and the calendar days that it can mean."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from summitry.rows import Precision

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal[
    "START",
    "MID",
    "END",
    "APPROX",
    "MORE_THAN",
    "LESS_THAN",
    "EQUAL_OR_MORE",
    "EQUAL_OR_LESS",
]


class Bounds(NamedTuple):
    """The first and the last day that a time can mean, and how exact that is."""

    first: date | None
    last: date | None
    precision: Precision


UNBOUND = Bounds(None, None, "unknown")
"""A time that no calendar shows: a vague reference, a length, a repetition."""


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression of time in a text, with offsets in code points, end exclusive."""

    start: int
    end: int
    type: TimexType
    value: str
    """In the notation of TIMEX3: `2017-04-27`, `2017-W17`, `P7M`, `PAST_REF`."""
    text: str
    first: date | None
    last: date | None
    precision: Precision
    mod: Mod | None = None
    """`END` for “late April”, `APPROX` for “about an hour”."""
    signal: str | None = None
    """The preposition before it, if it has one: `since`, `until`, `by`, `in`."""
