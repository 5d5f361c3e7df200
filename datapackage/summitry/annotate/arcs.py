"""Heads and relations of the words of a paragraph, and the sentences that follow from them.

As spaCy has it: arcs that cross others are drawn higher up under a name that tells where they belong, and
sentences are what hangs together.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

LIFTED: Final = "||"
"""Stands between the name of a relation and that of the word that its head has to be looked for under."""

ROUNDS: Final = 12
"""As often at most spaCy widens the edges of words where heads lie in other sentences."""


class Arcs(NamedTuple):
    """For each word its head, itself if it is a root, the relation to it, and whether it opens a sentence."""

    heads: list[int]
    relations: list[str]
    opens: list[bool]


def arcs_of(words: Sequence[str], heads: list[int], relations: list[str]) -> Arcs:
    """The arcs as a parser draws them, with those brought down that would have crossed others.

    >>> arcs_of(["He", "left", ".", "Why"], [1, 1, 1, 3], ["nsubj", "ROOT", "punct", "ROOT"]).opens
    [True, False, False, True]
    """
    lifted = [at for at, relation in enumerate(relations) if LIFTED in relation]
    if lifted:
        heads, relations = lowered(words, heads, relations, lifted)
    firsts = edges(heads, ROUNDS if lifted else 1)[0]
    opens = [False] * len(heads)
    for at, head in enumerate(heads):
        if head == at:
            opens[firsts[at]] = True
    return Arcs(heads, relations, opens)


def lowered(
    words: Sequence[str], heads: Sequence[int], relations: Sequence[str], lifted: Iterable[int]
) -> tuple[list[int], list[str]]:
    """Each lifted arc X||Y as an arc X from the nearest word of relation Y below its head.

    The scheme HEAD of Nivre and Nilsson, “Pseudo-Projective Dependency Parsing”, 2005.
    """
    heads, relations = list(heads), list(relations)
    firsts, lasts = edges(heads, ROUNDS)
    for at in lifted:
        relations[at], _, sought = relations[at].partition(LIFTED)
        level = [heads[at]]
        while level:
            below = [
                child
                for head in level
                for child in range(firsts[head], lasts[head] + 1)
                if heads[child] == head and child not in {head, at} and not words[child].isspace()
            ]
            found = next((child for child in below if relations[child] == sought), None)
            if found is not None:
                heads[at] = found
                break
            level = below
    return heads, relations


def edges(heads: Sequence[int], rounds: int) -> tuple[list[int], list[int]]:
    """For each word the first and the last word below it.

    >>> edges([1, 1, 1, 3], 1)
    ([0, 0, 2, 3], [0, 2, 2, 3])
    """
    firsts, lasts = [*range(len(heads))], [*range(len(heads))]
    for _ in range(rounds):
        for children in (range(len(heads)), reversed(range(len(heads)))):
            for child in children:
                head, first, last = heads[child], firsts[child], lasts[child]
                firsts[head] = first if first < firsts[head] else firsts[head]  # noqa: FURB136  # min() is slow
                lasts[head] = last if last > lasts[head] else lasts[head]  # noqa: FURB136  # max() is slow
        if rounds == 1 or all_within(heads, firsts):
            break
    return firsts, lasts


def all_within(heads: Sequence[int], firsts: Sequence[int]) -> bool:
    """Whether each head lies in the sentence of its word, if roots open sentences where their edges begin."""
    last = len(heads) - 1
    starts = {firsts[at] for at, head in enumerate(heads) if head == at}
    stops = [at for at in range(len(heads)) if (at in starts and at) or at == last]
    return all(
        first <= heads[child] <= stop
        for first, stop in zip([0, *stops], stops, strict=False)
        for child in range(first, stop)
    )
