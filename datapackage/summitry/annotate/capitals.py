"""Which words can be in a name: those with capitals and figures, and what stands close to them."""

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np

from summitry.annotate.vectors import Truths, widened
from summitry.settings import REACH_OF_NAMES


def can_be_in_names(words: Sequence[str], common: Collection[str]) -> Truths:
    """For each word whether it can be in a name; `common` are words that only open sentences with a capital.

    >>> words = "The rest of us went home when at last Ann Lee of Oslo came".split()
    >>> found = can_be_in_names(words, {"the"})
    >>> [word for word, can in zip(words, found, strict=True) if can]
    ['at', 'last', 'Ann', 'Lee', 'of', 'Oslo', 'came']
    """
    found = np.fromiter(
        (stands_out(word, () if before.isalpha() else common) for before, word in pairwise(["", *words])),
        np.bool_,
        len(words),
    )
    for _ in range(REACH_OF_NAMES):
        found = widened(found)
    return found


def stands_out(word: str, common: Collection[str]) -> bool:
    """Whether a word looks like a part of a name or of a number.

    >>> [stands_out(word, {"us"}) for word in ("Us", "US", "us", "Oslo", "al-Hadi", "2nd", "far-off", "”")]
    [False, True, False, True, True, True, False, False]
    """
    if word.isalpha():
        return not word.islower() and not (word.istitle() and word.lower() in common)
    return word != word.lower() or any(map(str.isdigit, word))
