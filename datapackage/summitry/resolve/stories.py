"""One encounter as each of its tellings tells it, and whether they agree."""

from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from summitry.resolve.calendar import Days
from summitry.resolve.decided import of_telling
from summitry.resolve.decisions import Decision
from summitry.resolve.encounters import Encounter, encounter_of
from summitry.resolve.geography import Atlas
from summitry.resolve.reading import Reading
from summitry.resolve.tellings import Telling
from summitry.resolve.within import has_a_say
from summitry.rows import Status


class Version(NamedTuple):
    """What one telling says by itself."""

    article_id: str
    telling: Telling
    alone: Encounter
    place_named: bool
    """Whether its place is told by a name."""
    decisions: tuple[Decision, ...] = ()
    """What a person decided of the meeting, and of those who took part."""

    @property
    def status(self) -> Status | None:
        """The status that it gives, if it has a say in it."""
        return self.alone.status if has_a_say(self.telling) else None


@dataclass(frozen=True, slots=True)
class Story:
    """One encounter, and all that is told of it."""

    meeting_id: str
    encounter: Encounter
    told: tuple[Version, ...]
    """In the order of the articles and of their words."""
    leaned: tuple[Version, ...]
    """What is told of the encounters from which it has a day, a place or people."""


def version_of(reading: Reading, index: int) -> Version:
    """What the telling of that index says."""
    telling = reading.tellings[index]
    named = any(each.span == telling.found.place for each in reading.mentions)
    alone, decisions = encounter_of(reading, index), of_telling(reading.decisions, telling.found)
    return Version(reading.dispatch.article_id, telling, alone, named, decisions)


def disagrees(story: Story, atlas: Atlas) -> bool:
    """Whether its tellings give different days, places or statuses, and not only one more exactly."""
    decided = {each.value for one in story.told for each in one.decisions if each.field == "status"}
    statuses = {one.status for one in story.told if one.status} | decided
    days = {one.alone.days for one in story.told}
    places = {one.alone.place for one in story.told}
    return (
        len(statuses) > 1
        or any(not nested(one, other) for one, other in combinations(days, 2))
        or any(not atlas.places_agree(one, other) for one, other in combinations(places, 2))
    )


def nested(one: Days, other: Days) -> bool:
    """Whether one is the other told more exactly.

    >>> from datetime import date
    >>> day, month = date(2016, 12, 15), Days(date(2016, 12, 1), date(2016, 12, 31), "month")
    >>> nested(Days(day, day, "day"), month), nested(Days(day, date(2017, 1, 2), "range"), month)
    (True, False)
    """
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    return (one.first <= other.first and other.last <= one.last) or (
        other.first <= one.first and one.last <= other.last
    )
