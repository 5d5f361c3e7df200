"""From verdicts on rows to the share right of each sort, and how well that foretells other articles."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from calibrate_judged import Verdict
from summitry.bounds import FOLDS, MOST_OF_AN_ARTICLE, ROWS_OF_A_BIN
from summitry.knowledge.confidence import Judged, Sort, rounded, share_right


class Foretold(NamedTuple):
    """The confidence that a row gets, and whether it is right."""

    confidence: float
    right: bool


class Bin(NamedTuple):
    """Rows of like confidence."""

    rows: int
    confidence: float
    right: float


def counted(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts that count: of the rows of one sort in one article the first `MOST_OF_AN_ARTICLE`.

    >>> len(counted([Verdict("speakers", "a", ("pronoun",), False)] * 27))
    10
    """
    seen: Counter[tuple[str, str, Sort]] = Counter()
    found = []
    for one in verdicts:
        seen[one[:3]] += 1
        if seen[one[:3]] <= MOST_OF_AN_ARTICLE:
            found.append(one)
    return found


def fitted(verdicts: Iterable[Verdict]) -> dict[Sort, Judged]:
    """How many rows of each sort and of all coarser ones are right.

    >>> fitted([Verdict("speakers", "a", ("pronoun",), True), Verdict("speakers", "b", ("name",), False)])[()]
    Judged(rows=2, right=1)
    """
    rows: Counter[Sort] = Counter()
    right: Counter[Sort] = Counter()
    for one in verdicts:
        for length in range(len(one.sort) + 1):
            rows[one.sort[:length]] += 1
            right[one.sort[:length]] += one.right
    return {sort: Judged(rows[sort], right[sort]) for sort in sorted(rows)}


def in_sample(verdicts: Sequence[Verdict]) -> list[Foretold]:
    """The confidence of the judged rows by all of them."""
    counts = fitted(verdicts)
    return [Foretold(rounded(share_right(counts, one.sort)), one.right) for one in verdicts]


def by_other_articles(verdicts: Sequence[Verdict]) -> list[Foretold]:
    """The confidence of the judged rows by those of other articles: no article is on both sides."""
    articles = sorted({one.article for one in verdicts})
    fold_of = {article: number % FOLDS for number, article in enumerate(articles)}
    counts = [fitted(one for one in verdicts if fold_of[one.article] != fold) for fold in range(FOLDS)]
    return [
        Foretold(rounded(share_right(counts[fold_of[one.article]], one.sort)), one.right) for one in verdicts
    ]


def bins(rows: Iterable[Foretold]) -> list[Bin]:
    """Rows of like confidence together, from the least sure, at least `ROWS_OF_A_BIN` in each if there are.

    >>> [one.rows for one in bins([Foretold(0.5, True)] * 150 + [Foretold(0.6, True)] * 100)]
    [250]
    """
    groups: list[list[Foretold]] = [[]]
    left = sorted(rows)
    for number, one in enumerate(left):
        full = len(groups[-1]) >= ROWS_OF_A_BIN and one.confidence != groups[-1][-1].confidence
        if full and len(left) - number >= ROWS_OF_A_BIN:
            groups.append([])
        groups[-1].append(one)
    return [
        Bin(len(group), mean(one.confidence for one in group), mean(one.right for one in group))
        for group in groups
        if group
    ]


def mean(values: Iterable[float]) -> float:
    """The mean of some numbers, 0 of none."""
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def reliability(name: str, rows: Sequence[Foretold]) -> Iterator[str]:
    """Yield the lines of a table, in Markdown: rows of like confidence, and the share of them right."""
    yield f"| {name} | rows | mean confidence | share right | difference |"
    yield "| --- | --- | --- | --- | --- |"
    for one in bins(rows):
        cells = (one.rows, *(f"{value:.3f}" for value in (one.confidence, one.right)))
        yield f"| | {' | '.join(map(str, cells))} | {one.confidence - one.right:+.3f} |"
    off = mean((one.confidence - one.right) ** 2 for one in rows)
    yield f"\n{len(rows)} rows, Brier score {off:.3f}\n"


def confidence_csv(verdicts: Sequence[Verdict]) -> bytes:
    """The table that the package ships."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("table", "sort", "judged", "right"))
    for table in sorted({one.table for one in verdicts}):
        for sort, judged in fitted(one for one in verdicts if one.table == table).items():
            writer.writerow((table, "|".join(sort), *judged))
    return file.getvalue().encode()
