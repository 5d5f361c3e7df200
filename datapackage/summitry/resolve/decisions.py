"""What a person decided of the rows of an article, as far as the rows must tell it."""

from typing import Final, NamedTuple

from summitry.page import Span
from summitry.rows import TableName

NOWHERE: Final = Span(0, 0, 0)
"""The words of a decision that is not told from the same one elsewhere."""


class Decision(NamedTuple):
    """That a row was looked at, and what one of its cells is to say."""

    table: TableName
    span: Span
    """The words of the row; of meetings and participants the word that tells of the encounter."""
    key: str | None = None
    """Whom the row is about, where that is part of what it is known by."""
    field: str | None = None
    """Null where the row was only looked at."""
    value: str | None = None
    """As a cell would hold it; of a place its key."""
    line: str = ""
    """Where the decision is written: `meetings.csv, line 3`."""
    report: Span | None = None
    """Of meetings and participants the report: one word can tell of a meeting and of how many there were."""
