"""What we get right on public gold, beside the best of others and what we aim at, by class of error."""

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench_diff import changes, read_rows, shown, write_rows
from bench_figures import TASKS, Figures, percent
from bench_gold import Gold
from bench_rows import RIGHT, SURPLUS, Row

AT_MOST = frozenset({"loss worst"})
"""Figures that should be small."""

LARGEST = 40
"""How many classes of error are printed."""


class Aim(NamedTuple):
    """A figure that we aim at, and the best that others have measured of it, in percent."""

    what: str
    set: str
    others: str
    by: str
    aim: str
    figure: str

    def short(self, ours: float) -> float:
        """By how much the aim is missed.

        >>> Aim("", "", "81.5", "", "96", "quotes direct.exact").short(95.25)
        0.75
        """
        return ours - float(self.aim) if self.figure in AT_MOST else float(self.aim) - ours


def aims() -> list[Aim]:
    """All aims, in the order of the table."""
    with Path(__file__).with_name("bench_aims.csv").open(encoding="utf-8", newline="") as file:
        return [Aim(**row) for row in csv.DictReader(file)]


def table(figures: Figures) -> Iterator[str]:
    """Yield the lines of the table, in Markdown: what, on which set, the best of others, aim, ours."""
    cells = [("what", "set", "best of others", "aim", "ours", "missed by"), ("---",) * 6]
    for aim in aims():
        ours = figures.get(aim.figure)
        short = aim.short(ours) if ours is not None else 0
        limit = f"≤ {aim.aim}" if aim.figure in AT_MOST else aim.aim
        cells.append((
            aim.what, aim.set, f"{aim.others} ({aim.by})", limit,
            "not measured" if ours is None else f"{ours:.1f}", f"{short:.1f}" if short > 0 else "",
        ))  # fmt: skip
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"


def details(figures: Figures) -> Iterator[str]:
    """Yield all figures, a line a group of names."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name, figure in figures.items():
        group, _, last = name.rpartition(" ")
        count = last in {"gold", "answers"}
        groups[group].append(f"{last} {figure:,.0f}" if count else f"{last} {figure:.1f}")
    for group, told in groups.items():
        yield f"{group}: {', '.join(told)}"


def classes(rows: Iterable[Row]) -> Iterator[str]:
    """Yield for each task and kind how many are right, and how many go wrong in which way."""
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        kinds[row.task, row.kind][row.verdict] += 1
    for (task, kind), verdicts in sorted(kinds.items()):
        wanted = sum(count for verdict, count in verdicts.items() if verdict != SURPLUS)
        share = f"{percent(verdicts[RIGHT], wanted):.0f} %" if wanted else ""
        wrong = ", ".join(
            f"{verdict} {count}" for verdict, count in verdicts.most_common() if verdict != RIGHT
        )
        yield f"{task:22}{kind:38}{verdicts[RIGHT]:5} of {wanted:5}{share:>6}   {wrong}"


def largest(rows: Sequence[Row], examples: int, gold: Gold) -> Iterator[str]:
    """Yield the classes of error by size, with some rows of each."""
    wrong: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.verdict != RIGHT:
            wrong[row.task, row.kind, row.verdict].append(row)
    for names, found in sorted(wrong.items(), key=lambda item: (-len(item[1]), item[0]))[:LARGEST]:
        yield f"{len(found):5}  {': '.join(names)}"
        # spread over the set: the first rows are often of one text
        for row in found[:: max(1, len(found) // examples)][:examples] if examples else []:
            yield f"         {shown(row, gold)}"


def measured(gold: Gold, only: Sequence[str]) -> tuple[Figures, list[Row]]:
    """The figures and rows of the tasks that are asked for."""
    figures: Figures = {}
    rows: list[Row] = []
    for name in only or TASKS:
        found = TASKS[name](gold)
        figures |= found.figures
        rows += found.rows
    return figures, rows


def report(figures: Figures, rows: Sequence[Row], gold: Gold, examples: int) -> Iterator[str]:
    """Yield everything that is printed of a run."""
    yield from table(figures)
    yield from ["", "All figures", ""]
    yield from details(figures)
    yield from ["", "Right and wrong, by kind", ""]
    yield from classes(rows)
    yield from ["", "Classes of error, the largest first", ""]
    yield from largest(rows, examples, gold)


def options() -> argparse.ArgumentParser:
    """What the command line takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="the folder of gold sets, with its scorers")
    parser.add_argument("--run", type=Path, help="where our answers are written, and kept")
    parser.add_argument("--reuse", action="store_true", help="take answers that are in --run already")
    parser.add_argument("--only", nargs="+", default=[], choices=[*TASKS], help="some tasks, not all")
    parser.add_argument("--save", type=Path, help="write every row with its verdict, as JSON lines")
    parser.add_argument("--against", type=Path, help="print what was gained and lost since saved rows")
    parser.add_argument("--examples", type=int, default=0, help="print so many rows of each class of error")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark that the command line asks for."""
    given = options().parse_args(arguments)
    if not given.gold.is_dir():
        sys.exit(f"{given.gold}: found no folder; expected one with gold sets and their scorers")
    earlier = read_rows(given.against) if given.against else None
    with TemporaryDirectory() as folder:
        gold = Gold(given.gold, given.run or Path(folder), reuse=given.reuse)
        figures, rows = measured(gold, given.only)
        for line in report(figures, rows, gold, given.examples):
            print(line)
        if given.save:
            write_rows(rows, given.save)
        if earlier is not None:
            for line in changes(earlier, rows, gold):
                print(line)


if __name__ == "__main__":
    main()
