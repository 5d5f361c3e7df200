"""What changed from one version of the tables to the next: a step each, in the one place that has to grow.

A new step is added where a schema changes. What older packages must hold, which columns they get when they
are upgraded, and what is read in their stead until then, all follows from it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Cells = Mapping[str, str | None]
"""A row as its CSV file writes it: the cell of each column, none where it is empty."""

Fill = str | None | Callable[[Cells], str | None]
"""What stands in a new column of an older row: nothing, the same in all, or what follows from its cells."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a version of the tables has that the one before had not, or had under another name."""

    to: int
    """The version that it leads to, from the one before."""
    tables: tuple[str, ...] = ()
    """New tables; of older packages they are empty."""
    columns: Mapping[str, Mapping[str, Fill]] = field(default_factory=dict)
    """New columns of older tables, by table."""
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By table, the old name of each renamed column and its new one."""
    was: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    """By table and new name of a field, the properties that were other ones: `{"constraints": {…}}`."""
    untold: tuple[str, ...] = ()
    """What nobody can tell of older rows, a sentence each: the upgraded package says so."""


REVIEWED: Final = ("entities", "mentions", "quotes", "speakers", "meetings", "participants", "reports")
"""The tables whose rows can be looked at by a person."""

STEPS: Final = (
    Step(
        2,
        tables=("evidence",),
        columns={"meetings": {"conflict": "false"}},
        untold=(
            "`evidence` is empty: version 1 kept no reasons for its cells.",
            "`meetings.conflict` is false everywhere: version 1 did not look for reports that differ.",
        ),
    ),
    Step(
        3,
        columns={name: {"confidence": None} for name in ("mentions", "speakers", "meetings")},
        untold=("`confidence` is empty in three tables: version 2 did not say how sure a row is.",),
    ),
    Step(
        4,
        columns={
            "articles": {"story_id": lambda row: row["article_id"], "date_source": "metadata"},
            **{name: {"reviewed": "false"} for name in REVIEWED},
        },
        untold=(
            "`articles.story_id` is the article itself everywhere: version 3 did not look for copies.",
            "`articles.date_source` is metadata everywhere: version 3 did not say what told the day.",
            "`reviewed` is false everywhere: version 3 did not say whether a person had looked at a row.",
        ),
    ),
)
"""Every step, the first from version 1."""

VERSION: Final = STEPS[-1].to
"""The version of the tables that this program writes."""


def steps_after(version: int, steps: Iterable[Step] = STEPS) -> list[Step]:
    """The steps from a version to the newest.

    >>> [step.to for step in steps_after(VERSION - 1)] == [VERSION]
    True
    """
    return [step for step in steps if step.to > version]


def raised(table: str, row: Cells, steps: Iterable[Step]) -> dict[str, str | None]:
    """A row of an older table as the steps make it, its columns in no order.

    >>> raised("meetings", {"meeting_id": "2019-oslo"}, STEPS)
    {'meeting_id': '2019-oslo', 'conflict': 'false', 'confidence': None, 'reviewed': 'false'}
    """
    found = dict(row)
    for step in steps:
        names = step.renamed.get(table, {})
        found = {names.get(name, name): cell for name, cell in found.items()}
        if table == "evidence":
            # a reason names the column that it is for
            of, column = found["table"] or "", found["field"] or ""
            found["field"] = step.renamed.get(of, {}).get(column, column)
        new = step.columns.get(table, {})
        found |= {name: fill(found) if callable(fill) else fill for name, fill in new.items()}
    return found
