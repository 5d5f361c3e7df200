"""What a user says of all inputs at once: which columns mean what, and from when the articles are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final

from summitry.errors import UnreadableInput
from summitry.read.bounds import FUTURE_DAYS
from summitry.read.header import ISO_DAY
from summitry.read.unfit import shown

FIELDS: Final = ("id", "text", "date", "title", "url", "agency", "byline", "dateline", "language")
"""What a record can tell, by its own name."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How inputs are to be read."""

    for_tables: bool = True
    """Whether each article needs a date, and an id that can be a key."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """The column of a field where its name does not tell; an empty name: no column at all."""
    given: date | None = None
    """The day of articles that do not tell it otherwise."""
    latest: date | None = None
    """A later date of publication is a slip."""


def terms_of(
    columns: Mapping[str, str] | None = None,
    given: str | date | None = None,
    today: str | date | None = None,
) -> Terms:
    """The terms that a user gives; the clock is asked only for what lies in the future.

    >>> terms_of({"date": "pubdate"}, "2019-05-15", today="2020-01-01").latest
    datetime.date(2020, 1, 2)
    """
    for name in columns or {}:
        if name not in FIELDS:
            raise UnreadableInput(f"columns: found {name!r}; expected one of {', '.join(FIELDS)}")
    now = day_given("today", today) or datetime.now(UTC).date()
    return Terms(
        columns=dict(columns or {}),
        given=day_given("date", given),
        latest=now + timedelta(days=FUTURE_DAYS) if now < date.max else now,
    )


def day_given(name: str, value: str | date | None) -> date | None:
    """A day that a user gives, as a date or as YYYY-MM-DD."""
    if value is None or isinstance(value, date):
        return value
    try:
        if ISO_DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UnreadableInput(f"{name}: found “{shown(value)}”; expected a date as YYYY-MM-DD")


def columns_given(pairs: Iterable[str]) -> dict[str, str]:
    """The columns of fields from pairs `field=column`, as the command line takes them.

    >>> columns_given(["date=pubdate", "url="])
    {'date': 'pubdate', 'url': ''}
    """
    columns: dict[str, str] = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals:
            raise UnreadableInput(
                f"--map: found “{shown(pair)}”; expected FIELD=COLUMN, such as date=pubdate"
            )
        if columns.get(name, column) != column:
            raise UnreadableInput(f"--map: found two columns for {shown(name)}; expected one")
        columns[name] = column
    return columns
