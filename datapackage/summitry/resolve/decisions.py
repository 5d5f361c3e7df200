"""What a person decided of the rows of an article, as far as the rows must tell it."""

from typing import NamedTuple

from summitry.page import Span
from summitry.rows import TableName


class Decision(NamedTuple):
    """That a row was looked at, and what one of its cells is to say."""

    table: TableName
    span: Span
    """The words of the row; of meetings, participants and reports those that tell of the encounter."""
    key: str | None = None
    """Whom the row is about, where that is part of what it is known by."""
    field: str | None = None
    """Null where the row was only looked at."""
    value: str | None = None
    """As a cell would hold it; of a place its key."""
    line: str = ""
    """Where the decision is written: `meetings.csv, line 3`."""
