"""Rules: a pattern of words, and how to read what fits it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from summitry.dates.patterns import Hit, Reading, expanded, needed
from summitry.dates.scene import Scene

Reader = Callable[[Hit, Scene], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and how to read what fits it."""

    pattern: re.Pattern[str]
    read: Reader
    needs: frozenset[frozenset[str]]
    """Letters of which a tape must have one each."""


def rule(pattern: str, read: Reader) -> Rule:
    """The rule for a pattern of named pieces."""
    return Rule(re.compile(expanded(pattern)), read, needed(pattern))
