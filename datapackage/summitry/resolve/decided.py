"""Encounters as a person decided that they were."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, get_args

from summitry.extract.found import FoundMeeting
from summitry.resolve.calendar import UNKNOWN, Days
from summitry.resolve.decisions import Decision
from summitry.resolve.encounters import Encounter, group_of
from summitry.rows import MeetingKind, Status

YEAR: Final = re.compile(r"([0-9]{4})")
MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
DAYS: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/([0-9]{4}-[0-9]{2}-[0-9]{2}))?")
WORDS: Final = {"status": get_args(Status), "kind": get_args(MeetingKind)}
"""The words that a cell can hold."""
OF_MEETINGS: Final = {"meetings", "participants"}
"""The tables whose rows are told in several articles."""


def days_of(written: str | None) -> Days:
    """The days that a date means: a day, a month, a year, or the first and the last with a slash between.

    The forms are those of ISO 8601. A `ValueError` says what was found and expected.

    >>> days_of("2016-12").precision, str(days_of("2016-12").last), days_of(None).precision
    ('month', '2016-12-31', 'unknown')
    """
    if written is None:
        return UNKNOWN
    try:
        if found := YEAR.fullmatch(written):
            year = int(found[1])
            return Days(date(year, 1, 1), date(year, 12, 31), "year")
        if found := MONTH.fullmatch(written):
            year, month = int(found[1]), int(found[2])
            return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
        found = DAYS.fullmatch(written)
        first, last = found.groups() if found else ("", "")
        days = Days(date.fromisoformat(first), date.fromisoformat(last or first), "range")
    except ValueError as error:
        raise ValueError(
            f"found “{written}”; expected a date as 2016-12-15, 2016-12, 2016 or 2016-12-15/2016-12-16"
        ) from error
    if str(days.last) < str(days.first):
        raise ValueError(f"found “{written}”; expected the first day before the last")
    # the same day twice is one day
    return days._replace(precision="day") if days.first == days.last else days


def word_of(field: str, value: str | None) -> str:
    """The status or kind that a cell is to hold; a `ValueError` says what was found and expected."""
    if value not in WORDS[field]:
        raise ValueError(f"found “{value or ''}”; expected one of {', '.join(WORDS[field])}")
    return value or ""


def as_decided(encounter: Encounter, decisions: Iterable[Decision]) -> Encounter:
    """An encounter with the cells that a person decided, and with those who were said to take part."""
    cells: dict[str, Any] = {}
    attendees = dict(encounter.attendees)
    for one in decisions:
        match one.field:
            case "date":
                cells["days"] = days_of(one.value)
            case "place_id":
                cells["place"] = one.value
            case "status" | "kind" | "venue":
                cells[one.field] = one.value
            case "entity_id" if one.key and one.value:
                attendees.setdefault(one.key, "participant")
            case "entity_id" if one.key:
                attendees.pop(one.key, None)
    if attendees != dict(encounter.attendees):
        cells["attendees"] = tuple(sorted(attendees.items()))
    if not cells:
        return encounter
    changed = replace(encounter, **cells)
    group = group_of(changed.kind, changed.status)
    # only a count of meetings has a number
    return replace(changed, group=group, number=changed.number if group == "aggregate" else None)


def of_telling(decisions: Sequence[Decision], found: FoundMeeting) -> tuple[Decision, ...]:
    """What was decided of the meeting that some words tell of, and of those who take part."""
    place = (found.trigger, found.report)
    return tuple(one for one in decisions if one.table in OF_MEETINGS and (one.span, one.report) == place)
