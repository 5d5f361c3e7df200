"""What each report gives for the date, the place, the status and the participants of its meeting."""

import re
from calendar import month_abbr
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from summitry.dates import Timex
from summitry.page import Span
from summitry.resolve.encounters import Encounter
from summitry.resolve.entities import Entry
from summitry.resolve.evidence import Cell, reason
from summitry.resolve.grounds import Words
from summitry.resolve.meetings import position_then, roles_of, term_then
from summitry.resolve.stories import Story, Version
from summitry.resolve.tellings import spans_of
from summitry.rows import Basis, Evidence, Role

DateField = Literal["start_date", "end_date"]
DATES: Final[tuple[DateField, ...]] = ("start_date", "end_date")


class Given(NamedTuple):
    """A value that a report gives, and by which words."""

    value: str
    basis: Basis
    words: Words


def of_meeting(story: Story, ids: Mapping[str, str]) -> Iterator[Evidence]:
    """Yield what the dates, the place and the status of a meeting rest on."""
    one = story.encounter
    for field in DATES:
        if day := day_of(one, field):
            own = [given for given in days_given(story.told, field) if bounds(one, field, given)]
            cell = Cell("meetings", story.meeting_id, field)
            yield from reasons(cell, day.isoformat(), own, days_given(story.leaned, field))
    if one.place:
        own = list(places_given(story.told, ids))
        cell = Cell("meetings", story.meeting_id, "place_id")
        yield from reasons(cell, ids[one.place], own, places_given(story.leaned, ids))
    cell = Cell("meetings", story.meeting_id, "status")
    yield from reasons(cell, one.status, list(statuses_given(story.told)), ())


def reasons(cell: Cell, value: str, given: Sequence[Given], leaned: Iterable[Given]) -> Iterator[Evidence]:
    """Yield a reason for each value given; if none is that of the cell, for those given of other meetings."""
    for one in given:
        yield reason(cell, one.value, one.basis, one.words)
    if all(one.value != value for one in given):
        for one in leaned:
            if one.value == value:
                yield reason(cell, value, "inferred", one.words)


def bounds(one: Encounter, field: DateField, given: Given) -> bool:
    """Whether a report can give a date: until when meetings are counted, it tells only if it is the last."""
    day = day_of(one, field)
    return one.group != "aggregate" or field == "start_date" or (day and day.isoformat()) == given.value


def day_of(one: Encounter, field: DateField) -> date | None:
    """The first or the last day."""
    return one.days.first if field == "start_date" else one.days.last


def days_given(versions: Iterable[Version], field: DateField) -> Iterator[Given]:
    """Yield the first or the last day that each telling gives, with its date words."""
    for one in versions:
        timex, day = one.telling.found.date, day_of(one.alone, field)
        if timex and day:
            span = Span(one.telling.found.report.passage, timex.start, timex.end)
            basis: Basis = "stated" if says(timex, day) else "inferred"
            yield Given(day.isoformat(), basis, Words(one.article_id, span))


def says(timex: Timex, day: date) -> bool:
    """Whether an expression of time has a day, its month and its year in its words: “May 14, 2019”."""
    numbers = {int(number) for number in re.findall("[0-9]+", timex.text)}
    named = month_abbr[day.month].lower() in timex.text.lower()
    return {day.day, day.year} <= numbers and (named or day.month in numbers)


def places_given(versions: Iterable[Version], ids: Mapping[str, str]) -> Iterator[Given]:
    """Yield the place that each telling names; one without a name is inferred."""
    for one in versions:
        span = one.telling.found.place
        if span and one.alone.place:
            basis: Basis = "stated" if one.place_named else "inferred"
            yield Given(ids[one.alone.place], basis, Words(one.article_id, span))


def statuses_given(versions: Iterable[Version]) -> Iterator[Given]:
    """Yield the status that each telling gives; one that only the date tells is inferred."""
    for one in versions:
        found = one.telling.found
        if one.status:
            basis: Basis = "stated" if one.status == found.status else "inferred"
            yield Given(one.status, basis, Words(one.article_id, found.trigger))


def of_participants(story: Story, found: Mapping[str, Entry], ids: Mapping[str, str]) -> Iterator[Evidence]:
    """Yield what the roles and positions of those who take part in a meeting rest on."""
    for key, role in roles_of(story.encounter, found).items():
        row = f"{story.meeting_id} {ids[key]}"
        own = list(roles_given(story.told, key, role))
        yield from reasons(Cell("participants", row, "role"), role, own, roles_given(story.leaned, key, role))
        position = position_then(found[key], story.encounter)
        if position:
            yield of_position(Cell("participants", row, "position"), position, found[key], story.encounter)


def roles_given(versions: Iterable[Version], key: str, role: Role) -> Iterator[Given]:
    """Yield where each telling names someone; a role that its words do not tell is inferred."""
    for one in versions:
        told = dict(one.telling.attendees).get(key)
        basis: Basis = "stated" if told == role else "inferred"
        for span in list(spans_of(one.telling, key))[:1]:
            yield Given(role, basis, Words(one.article_id, span))


def of_position(cell: Cell, position: str, entry: Entry, one: Encounter) -> Evidence:
    """The reason of a position: the office held at the time, else what articles say that the person is."""
    office = entry.referent.office
    if office is None or office.source or term_then(entry, one):
        return reason(cell, position, "knowledge", None, "offices")
    words = Words(office.article_id, office.span) if office.article_id and office.span else None
    return reason(cell, position, "stated", words)
