"""What was met on the way through the inputs, counted by kind."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tally:
    """How many inputs of each kind there were, and what was passed over."""

    inputs: Counter[str] = field(default_factory=Counter)
    """Articles and refusals, by what they came as: `text files`, `rows of CSV`."""
    passed: Counter[str] = field(default_factory=Counter)
    """What was never an input: `hidden files and folders`, `records of web archives that are no pages`."""
