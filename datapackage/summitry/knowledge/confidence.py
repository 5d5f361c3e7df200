"""How often rows of a sort were right where the articles were read: the measure of confidence.

A sort is a few words from coarse to fine, such as `person`, `by name`, `once in full`.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

from summitry.knowledge.tables import rows_of, several
from summitry.settings import MOST_CONFIDENT, ROWS_OF_THE_COARSER

Sort: TypeAlias = tuple[str, ...]


class Judged(NamedTuple):
    """How many rows of a sort were judged, and how many of them right."""

    rows: int
    right: int


Counts: TypeAlias = Mapping[Sort, Judged]
"""Of one table: every sort that was judged, and all coarser ones up to the empty sort, which is all rows."""


@cache
def judged_rows() -> dict[str, dict[Sort, Judged]]:
    """What was judged of each table.

    >>> sorted(judged_rows())
    ['meetings', 'mentions', 'speakers']
    """
    found: dict[str, dict[Sort, Judged]] = {}
    for row in rows_of("confidence"):
        counts = found.setdefault(row["table"], {})
        counts[several(row["sort"])] = Judged(int(row["judged"]), int(row["right"]))
    return found


def share_right(counts: Counts, sort: Sort) -> float:
    """The share of right rows of a sort, drawn towards that of the coarser one, the more the fewer there are.

    >>> share_right({(): Judged(98, 49), ("person",): Judged(10, 10)}, ("person",))
    0.75
    >>> share_right({(): Judged(98, 49)}, ("person",))
    0.5
    """
    rows, right = counts.get(sort, (0, 0))
    if not sort:  # the rule of succession: one more row of each verdict
        return (right + 1) / (rows + 2)
    if not rows:
        return share_right(counts, sort[:-1])
    coarser = share_right(counts, sort[:-1])
    return (right + ROWS_OF_THE_COARSER * coarser) / (rows + ROWS_OF_THE_COARSER)


@cache
def confidence(table: str, sort: Sort) -> float:
    """The confidence of a row of a table, with two decimals.

    >>> 0 <= confidence("mentions", ("person",)) <= 0.99
    True
    """
    return rounded(share_right(judged_rows()[table], sort))


def rounded(share: float) -> float:
    """A share with two decimals, and never certain.

    >>> rounded(0.876), rounded(0.9999)
    (0.88, 0.99)
    """
    return min(round(share, 2), MOST_CONFIDENT)
