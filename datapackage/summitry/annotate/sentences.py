"""Where sentences are likely to begin, by their marks alone."""

from collections.abc import Iterator, Sequence
from typing import Final

ENDS: Final = frozenset({".", "?", "!", "…", "..."})
"""Marks that end a sentence; a point within a word, as in “Dr.”, ends none."""

CLOSING: Final = frozenset({'"', "”", "’", "'", "''", ")", "]", "»"})
"""Marks that may stand after the end of a sentence and belong to it."""

OPENING: Final = frozenset("\"“‘'`([«")
"""Marks that a sentence may begin with."""


def openings(words: Sequence[str]) -> Iterator[int]:
    """Yield where sentences are likely to begin, and 0 if there is a word.

    >>> list(openings(["“", "No", ".", "”", "Dr.", "Lee", "left", ".", "Why", "?"]))
    [0, 4, 8]
    """
    ended = False
    for at, word in enumerate(words):
        if not at or (ended and (word[0].isupper() or word[0] in OPENING)):
            yield at
        ended = word in ENDS or (ended and word in CLOSING)
