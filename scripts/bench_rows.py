"""One row for each thing that the gold holds, with our answer and whether it is right."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

RIGHT, MISSED, SURPLUS = "right", "not found", "nothing is there"
"""Verdicts of every task; the others are told where they are given."""

Offsets = tuple[int, int]
G = TypeVar("G")
O = TypeVar("O")  # noqa: E741  # ours, beside gold's


class Row(NamedTuple):
    """A thing in a gold text, or one that only we see, with the verdict. It holds no word of the text."""

    task: str
    id: str
    start: int
    end: int
    kind: str
    verdict: str
    ours: Any = None
    """Our answer: offsets, a value or an id."""

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """What tells the row from all others of a run."""
        return self[:5]


def shared(one: Sequence[int], other: Sequence[int]) -> int:
    """How many characters two stretches share.

    >>> shared((0, 5), (3, 9))
    2
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def alike(one: Sequence[int], other: Sequence[int]) -> float:
    """How much two stretches are the same, from 0 to 1: shared characters by all characters.

    >>> alike((0, 4), (2, 6)) == 2 / 6
    True
    """
    common = shared(one, other)
    return common / (one[1] - one[0] + other[1] - other[0] - common) if common else 0.0


def trimmed(text: str, span: Sequence[int], edge: str) -> Offsets:
    """A stretch without the characters of `edge` at either end.

    >>> trimmed("“Yes,” ", (0, 7), "“”, ")
    (1, 4)
    """
    start, end = span
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end


def bare(text: str, span: Sequence[int]) -> Offsets:
    """A name without a leading article and a trailing possessive.

    >>> text = "the Hague's"
    >>> text[slice(*bare(text, (0, 11)))]
    'Hague'
    """
    start, end = span
    if text[start:end].lower().startswith("the "):
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return trimmed(text, (start, end), " \n")


def paired(
    gold: Sequence[G], ours: Sequence[O], weight: Callable[[G, O], float]
) -> tuple[list[O | None], list[O]]:
    """For each gold thing the answer of ours that fits it best, each used once; and those left over.

    >>> paired([(0, 5), (6, 9)], [(0, 4), (20, 22)], shared)
    ([(0, 4), None], [(20, 22)])
    """
    ranked = sorted(
        (-value, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(ours)
        if (value := weight(one, other)) > 0
    )
    partner: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in ranked:
        if i not in partner and j not in used:
            partner[i] = j
            used.add(j)
    found = [ours[partner[i]] if i in partner else None for i in range(len(gold))]
    return found, [other for j, other in enumerate(ours) if j not in used]


def surplus(task: str, doc_id: str, spans: Iterator[tuple[Sequence[int], str]]) -> Iterator[Row]:
    """Yield a row for each of our answers that nothing in the gold stands behind."""
    for (start, end), kind in spans:
        yield Row(task, doc_id, start, end, kind, SURPLUS, [start, end])
