"""One encounter over all articles.

No encounter is held against all others. Those with a date come in the order of their first days, and each is
held against those that are not over by then and share someone with it. One without a date can only be one of
the same people at the same place, told in the same weeks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple

from summitry.resolve.encounters import Encounter, best, merged
from summitry.resolve.geography import Atlas
from summitry.resolve.referents import Referent
from summitry.settings import SAME_NEWS_DAYS


class Placed(NamedTuple):
    """An encounter as one article tells it."""

    article_id: str
    at: int
    """Its place among those of the article."""
    encounter: Encounter
    people: Mapping[str, Referent]
    """Who and what its keys are, over all articles."""


@dataclass(slots=True)
class United:
    """An encounter out of all articles."""

    number: int
    encounter: Encounter
    people: dict[str, Referent]
    members: list[tuple[str, int]] = field(default_factory=list)
    """The articles that tell of it, and its place among the encounters of each."""
    blocks: set[str] = field(default_factory=set)
    """What it is looked up by."""


class Register:
    """The encounters that another can still be one of, looked up by blocks."""

    def __init__(self, number: int = 0) -> None:
        self.number = number
        """That of the next encounter that is new."""
        self.open: dict[int, United] = {}
        self._blocks: dict[str, dict[int, None]] = {}

    def add(self, one: Placed, near: Iterable[str]) -> United:
        """The encounter that this one is, of those in the blocks that are near, or else a new one."""
        numbers = sorted({number for block in near for number in self._blocks.get(block, ())})
        candidates = [self.open[number] for number in numbers]
        people = {key: who for each in candidates for key, who in each.people.items()} | dict(one.people)
        known = best(
            (each.encounter for each in candidates), one.encounter, Atlas(people), same_article=False
        )
        if known is None:
            united = United(self.number, one.encounter, dict(one.people))
            self.number += 1
        else:
            united = next(each for each in candidates if each.encounter is known)
            united.encounter = merged(known, one.encounter, Atlas(people))
            united.people.update(one.people)
        united.members.append((one.article_id, one.at))
        return united

    def enter(self, united: United, blocks: Iterable[str]) -> None:
        """Have an encounter found by some blocks from now on."""
        self.open[united.number] = united
        for block in blocks:
            united.blocks.add(block)
            self._blocks.setdefault(block, {})[united.number] = None

    def close(self, united: United) -> United:
        """Let go of an encounter that nothing to come can be one of."""
        del self.open[united.number]
        for block in united.blocks:
            del self._blocks[block][united.number]
            if not self._blocks[block]:
                del self._blocks[block]
        return united


def dated(encounters: Iterable[Placed]) -> Iterator[United]:
    """Yield the encounters of all articles that have a date, each once; given and found by the first day.

    >>> list(dated([]))
    []
    """
    register = Register()
    ends: list[tuple[date, int]] = []
    for one in encounters:
        first, _ = days_of(one.encounter)
        while ends and ends[0][0] < first:
            _, number = heappop(ends)
            over = register.open.get(number)
            if over and days_of(over.encounter)[1] < first:
                yield register.close(over)
        blocks = blocks_of(one.encounter)
        united = register.add(one, blocks)
        register.enter(united, blocks)
        heappush(ends, (days_of(united.encounter)[1], united.number))
    yield from (register.close(united) for united in list(register.open.values()))


def undated(known: Sequence[United], encounters: Iterable[Placed], number: int) -> Iterator[United]:
    """Yield the encounters of one company at one place, each once: those with a date, then the others.

    The first of those that are new gets a number, and the next ones those after it.
    """
    register = Register(number)
    for united in known:
        register.enter(united, weeks_of(united.encounter))
    for one in encounters:
        united = register.add(one, weeks_around(one.encounter))
        register.enter(united, weeks_of(united.encounter))
    yield from register.open.values()


def days_of(encounter: Encounter) -> tuple[date, date]:
    """The first and the last day of an encounter that has a date."""
    first, last, _ = encounter.days
    if first is None or last is None:
        raise ValueError(f"{encounter.told[0]}: found no date; expected one")
    return first, last


def order_of(encounter: Encounter) -> list[str | int | date | None]:
    """A place in an order that depends on nothing but what is told: those with a date first, by it."""
    first, last, _ = encounter.days
    people = [part for attendee in encounter.attendees for part in attendee]
    told = encounter.told[0]
    return [
        0 if encounter.days.known else 1, first, last, encounter.group,
        *people, "", told.article_id, told.index,
    ]  # fmt: skip


def blocks_of(encounter: Encounter) -> list[str]:
    """What an encounter is looked up by: those who take part, or its delegation."""
    return sorted(encounter.who) or [f"delegation:{encounter.delegation}"]


def company_of(encounter: Encounter) -> list[str | None]:
    """What is the same of all tellings that an undated one can be one of: who takes part, and where."""
    return [*blocks_of(encounter), None, encounter.place]


def weeks_of(encounter: Encounter) -> list[str]:
    """The weeks in which it was told, by number, from the first to the last."""
    first, last = (day.toordinal() // SAME_NEWS_DAYS for day in encounter.published)
    return [str(week) for week in range(first, last + 1)]


def weeks_around(encounter: Encounter) -> list[str]:
    """The weeks in which other tellings are of the same news."""
    first, last = (day.toordinal() // SAME_NEWS_DAYS for day in encounter.published)
    return [str(week) for week in range(first - 1, last + 2)]
