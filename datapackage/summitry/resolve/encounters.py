"""One encounter out of its many tellings, first within an article, then over all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from summitry.extract.meetings.triggers import MOST_SPECIFIC
from summitry.resolve.calendar import Days, bounds_of, days_ahead, days_past, meet, narrower
from summitry.resolve.geography import Atlas
from summitry.resolve.reading import Reading
from summitry.rows import MeetingKind, Role, Status
from summitry.settings import SAME_NEWS_DAYS

Group = Literal["encounter", "call", "news_conference", "forum", "delegation_visit", "aggregate"]

STRONGEST: tuple[Status, ...] = ("cancelled", "held", "planned", "refused", "proposed", "aggregate")
"""Where tellings of one encounter differ, the first of these is what became of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where an encounter is told: an article, and the index of the telling in it."""

    article_id: str
    index: int


@dataclass(frozen=True, slots=True)
class Encounter:
    """What is known of one encounter."""

    group: Group
    kind: MeetingKind
    status: Status
    attendees: tuple[tuple[str, Role], ...]
    place: str | None
    venue: str | None
    days: Days
    delegation: str | None
    number: int | None
    """How many meetings an aggregate counts."""
    told: tuple[Told, ...]
    published: tuple[date, date]
    """The first and the last day on which it was told."""
    leaned: tuple[Told, ...] = ()
    """Where else is told from which it has a day, a place or people: other encounters, back-references."""

    @property
    def who(self) -> frozenset[str]:
        """The keys of those who take part."""
        return frozenset(key for key, _ in self.attendees)


def encounter_of(reading: Reading, index: int) -> Encounter:
    """What one telling says by itself."""
    telling = reading.tellings[index]
    found = telling.found
    on = reading.dispatch.published_on
    status = found.status
    days = bounds_of(found.date, on, counts=status == "aggregate")
    if status in {"held", "cancelled"}:
        days = days_past(days, found.date, on)
    if status in {"planned", "proposed", "cancelled"}:
        days = days_ahead(days, found.date, on, sure=status != "cancelled")
    if status == "held" and days.first is not None and on is not None and days.first > on:
        status = "planned"
    return Encounter(
        group=group_of(found.kind, status),
        kind=found.kind,
        status=status,
        attendees=telling.attendees,
        place=telling.place,
        venue=reading.words(found.venue) if found.venue else None,
        days=days,
        delegation=reading.words(found.delegation) if found.delegation else None,
        number=found.number,
        told=(Told(reading.dispatch.article_id, index),),
        published=(on or date.min, on or date.min),
    )


def group_of(kind: MeetingKind, status: Status) -> Group:
    """Which kinds can be one encounter told differently: a visit, its talks, its summit."""
    if status == "aggregate":
        return "aggregate"
    groups: dict[MeetingKind, Group] = {
        "call": "call",
        "news_conference": "news_conference",
        "forum": "forum",
        "delegation_visit": "delegation_visit",
    }
    return groups.get(kind, "encounter")


def compatible(one: Encounter, other: Encounter, atlas: Atlas, *, same_article: bool) -> bool:
    """Whether two can be one encounter."""
    return (
        one.group == other.group
        and one.number == other.number
        and statuses_agree(one, other)
        and days_agree(one, other, same_article=same_article)
        and atlas.places_agree(one.place, other.place)
        and people_agree(one, other, atlas)
    )


def statuses_agree(one: Encounter, other: Encounter) -> bool:
    """Whether one can have become of the other."""
    pair = {one.status, other.status}
    if len(pair) == 1:
        return True
    if pair <= {"held", "planned"}:
        return not still_to_come(one, other)
    if pair <= {"planned", "cancelled"}:
        return True
    return (
        pair <= {"held", "proposed", "planned", "cancelled"}
        and meet(one.days, other.days)
        and "held" not in pair
    )


def still_to_come(one: Encounter, other: Encounter) -> bool:
    """Whether one is planned for after the articles that tell of the other as held."""
    planned, held = (one, other) if one.status == "planned" else (other, one)
    return planned.days.first is not None and planned.days.first > held.published[1]


def days_agree(one: Encounter, other: Encounter, *, same_article: bool) -> bool:
    """Whether both can have been on one day; where one is unknown, the articles must be of the same news."""
    if one.days.known and other.days.known:
        return meet(one.days, other.days)
    if same_article:
        return True
    apart = max(one.published[0], other.published[0]) - min(one.published[1], other.published[1])
    return apart.days <= SAME_NEWS_DAYS and one.place == other.place and one.who == other.who


def people_agree(one: Encounter, other: Encounter, atlas: Atlas) -> bool:
    """Whether those told here and there can be the same company."""
    if one.group == "delegation_visit":
        return one.delegation == other.delegation and one.who == other.who
    if one.group == "aggregate":
        return one.who == other.who
    shared = one.who & other.who
    if not other.who and not other.delegation:
        return (one.place is not None and one.place == other.place) or meet(one.days, other.days)
    if not shared:
        return atlas.stand_for(one.who, other.who) or atlas.stand_for(other.who, one.who)
    return one.who <= other.who or other.who <= one.who or len(shared) > 1


def merged(one: Encounter, other: Encounter, atlas: Atlas) -> Encounter:
    """Both as one; where they differ, the more exact, and then the one told first."""
    kinds = (one.kind, other.kind)
    return replace(
        one,
        kind=min(kinds, key=MOST_SPECIFIC.index),
        status=min((one.status, other.status), key=STRONGEST.index),
        attendees=joined(one.attendees, other.attendees, atlas),
        place=atlas.narrower(one.place, other.place),
        venue=one.venue or other.venue,
        days=narrower(one.days, other.days),
        delegation=one.delegation or other.delegation,
        told=tuple(dict.fromkeys([*one.told, *other.told])),
        leaned=tuple(dict.fromkeys([*one.leaned, *other.leaned])),
        published=(min(one.published[0], other.published[0]), max(one.published[1], other.published[1])),
    )


def joined(
    one: Sequence[tuple[str, Role]], other: Sequence[tuple[str, Role]], atlas: Atlas
) -> tuple[tuple[str, Role], ...]:
    """The attendees of both; a country is left out where its people are in."""
    roles = dict(one)
    for key, role in other:
        if roles.get(key, "participant") == "participant":
            roles[key] = role
    people = frozenset(roles)
    return tuple(sorted((key, role) for key, role in roles.items() if not atlas.is_stood_for(key, people)))


def best(
    candidates: Iterable[Encounter],
    other: Encounter,
    atlas: Atlas,
    *,
    same_article: bool,
    beside: frozenset[int] = frozenset(),
) -> Encounter | None:
    """The encounter that a telling fits best: by date, else told `beside` it, then by company."""
    fitting = [one for one in candidates if compatible(one, other, atlas, same_article=same_article)]
    return max(
        fitting,
        key=lambda one: (
            other.days.known and one.days.known,
            any(told.index in beside for told in one.told),
            one.days.known == other.days.known,
            one.status == other.status,
            one.days == other.days,
            one.place == other.place,
            len(one.who & other.who),
            -one.told[0].index,
        ),
        default=None,
    )
