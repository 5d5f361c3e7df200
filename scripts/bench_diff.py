"""Rows of a run kept in a file, and what another run gains and loses against them, row by row."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench_gold import Gold
from bench_rows import RIGHT, SURPLUS, Row

LONGEST = 90
"""How many characters of a text a line shows."""


def write_rows(rows: Sequence[Row], path: Path) -> None:
    """Write rows as JSON lines. They hold ids, offsets, kinds, verdicts and our answers, never gold text."""
    lines = (json.dumps(row._asdict(), ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_rows(path: Path) -> list[Row]:
    """The rows of a file."""
    with path.open(encoding="utf-8") as file:
        return [Row(**json.loads(line)) for line in file]


def shown(row: Row, gold: Gold) -> str:
    """A row as one line, with the words of the gold folder where it is there."""
    text = next((docs[row.id]["text"] for docs in gold.read.values() if row.id in docs), "")
    words = " ".join(text[row.start : row.end].split())
    words = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return f"{row.id} [{row.start}:{row.end}] ours: {json.dumps(row.ours, ensure_ascii=False)}   {words}"


def changes(before: Sequence[Row], after: Sequence[Row], gold: Gold) -> Iterator[str]:
    """Yield what a change gains and loses, task by task, and last how much of each.

    Rows of tasks that the second run leaves out are not compared. A surplus answer that comes is a loss, one
    that goes a gain; an answer that is wrong in another way is neither, and not told.
    """
    tasks = {row.task for row in after}
    then, now = by_place([row for row in before if row.task in tasks]), by_place(after)
    gained = lost = 0
    for place in sorted(then.keys() | now.keys()):
        old, new = then.get(place), now.get(place)
        better = worth(new) - worth(old)
        if better == 0:
            continue
        gained, lost = gained + (better > 0), lost + (better < 0)
        row = (new or old or [])[0]
        sign = "gained" if better > 0 else "lost"
        yield f"{sign:7}{row.task}: {row.kind}: {told(old)} -> {told(new)}: {shown(row, gold)}"
    yield f"gained {gained}, lost {lost}"


def by_place(rows: Sequence[Row]) -> dict[tuple[str, str, int, int, str], list[Row]]:
    """Rows by what tells them apart: a participant of two meetings has two rows in one place."""
    found = defaultdict(list)
    for row in rows:
        found[row.place].append(row)
    return dict(found)


def worth(rows: Sequence[Row] | None) -> int:
    """How much is right at a place, less what is surplus there."""
    return sum((row.verdict == RIGHT) - (row.verdict == SURPLUS) for row in rows or [])


def told(rows: Sequence[Row] | None) -> str:
    """The verdicts at a place."""
    return " and ".join(row.verdict for row in rows) if rows else "no row"
