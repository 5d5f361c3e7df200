"""New rows in correction files; one that is about the same takes the place of the old."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from summitry.curated.flaws import flaws
from summitry.curated.reading import EVERY, columns_of, correction_of, read_file
from summitry.curated.rows import Correction
from summitry.errors import UnfitCorrections
from summitry.tables import replacement

ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    "names.csv": ("text", "article_id", "paragraph_id", "start", "end"),
    "identities.csv": ("entity_id", "article_id"),
    "entities.csv": ("entity_id", "field"),
    "speakers.csv": ("paragraph_id", "start", "end"),
    "meetings.csv": ("paragraph_id", "start", "end", "field"),
    "rows.csv": ("table", "paragraph_id", "start", "end", "entity_id"),
    "removals.csv": ("table", "id"),
}
"""The columns that say what a correction is about; later ones take the place of earlier ones."""


ROW: Final = ("table", "paragraph_id", "start", "end")
SAYS: Final = {"names.csv": "mentions", "speakers.csv": "speakers"}
"""The tables of which some files say what the rows hold."""


def add_corrections(
    folder: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]], who: str, when: date
) -> int:
    """Write new corrections into the files of a folder, and give their number.

    Those that were there and are about the same are replaced, but not by one that says the same; so is what
    was found right before and is said to be otherwise now.
    """
    number = 0
    with replacement() as write:
        outdated = {place for name, new in rows.items() for place in judged_before(name, new)}
        for name, new in sorted({**({"rows.csv": []} if outdated else {}), **rows}.items()):
            kept = [cells_of(name, one) for one in held(folder / name)]
            fresh = [as_cells(name, {**row, "who": who, "when": when.isoformat()}) for row in new]
            fresh = [row for row in fresh if all(said(name, row) != said(name, one) for one in kept)]
            fresh = list({said(name, row): row for row in fresh}.values())
            about = {subject(name, row) for row in fresh}
            kept = [row for row in kept if subject(name, row) not in about]
            old = len(kept)
            if name == "rows.csv":
                kept = [row for row in kept if tuple(row[column] for column in ROW) not in outdated]
            if fresh or len(kept) < old:
                write(folder / name, file_bytes(name, [*kept, *fresh]))
            number += len(fresh)
    return number


def judged_before(name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows that earlier judgements are no longer about: what they hold is said anew."""
    for row in rows if name in SAYS else ():
        yield (SAYS[name], *(as_cells(name, row)[column] for column in ROW[1:]))


def faults_of(name: str, row: Mapping[str, Any]) -> list[str]:
    """Why a new row is no correction, whoever makes it.

    >>> faults_of("removals.csv", {"table": "meetings", "id": "x", "why": "asked"})
    ['table: found “meetings”; expected one of articles, entities']
    """
    faults: list[str] = []
    cells = as_cells(name, {**row, "who": "somebody", "when": date.min.isoformat()})
    found = list(correction_of(name, name, cells, faults))
    return [fault.removeprefix(f"{name}: ") for fault in (*faults, *flaws(found))]


def held(path: Path) -> list[Correction]:
    """The corrections that a file holds."""
    problems: list[str] = []
    found = list(read_file(path, problems))
    if problems:
        raise UnfitCorrections(problems)
    return found


def cells_of(name: str, one: Correction) -> dict[str, str]:
    """A correction as the cells of its row."""
    return as_cells(name, {column: getattr(one, column) for column in columns_of(name)})


def as_cells(name: str, row: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a row as text."""
    found = {column: row.get(column) for column in columns_of(name)}
    return {column: "" if value is None else str(value) for column, value in found.items()}


def subject(name: str, row: Mapping[str, str]) -> tuple[str, ...]:
    """What a correction is about; each participant is one of its own."""
    about = tuple(row[column] for column in ABOUT[name])
    return (*about, row["value"]) if row.get("field") == "participant" else about


def said(name: str, row: Mapping[str, str]) -> tuple[str, ...]:
    """All that a correction says, whoever says it."""
    return tuple(row[column] for column in columns_of(name) if column not in EVERY)


def file_bytes(name: str, rows: Iterable[Mapping[str, str]]) -> bytes:
    """A file of corrections."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns_of(name), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
