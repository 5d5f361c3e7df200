"""The encounters of one article, each out of all its tellings."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from summitry.resolve.calendar import UNKNOWN
from summitry.resolve.decided import as_decided, of_telling
from summitry.resolve.encounters import Encounter, best, encounter_of, joined, merged
from summitry.resolve.geography import Atlas
from summitry.resolve.grounds import Ground
from summitry.resolve.reading import Reading, Referring
from summitry.resolve.tellings import Telling, spans_of
from summitry.settings import MAX_DAYS_AGO


@dataclass(slots=True)
class Account:
    """One article's encounters, and which of its tellings tells of which."""

    reading: Reading
    encounters: list[Encounter] = field(default_factory=list)
    of_telling: dict[int, int] = field(default_factory=dict)
    """For the index of a telling that of its encounter, also for those that only refer back."""

    def settle(self, index: int, encounter: Encounter, at: int | None) -> None:
        """Record that a telling tells of an encounter: the one `at` a place, or a new one."""
        if at is None:
            at = len(self.encounters)
            self.encounters.append(encounter)
        else:
            self.encounters[at] = encounter
        self.of_telling[index] = at

    def find(self, encounter: Encounter | None) -> int | None:
        """The place of an encounter."""
        return None if encounter is None else self.encounters.index(encounter)


def account_of(reading: Reading) -> Account:
    """The encounters that an article tells of.

    Dated tellings go first, then undated ones, then those that lean on others.
    """
    atlas = Atlas(reading.referents)
    account = Account(reading)
    for turn in TURNS:
        for index, telling in enumerate(reading.tellings):
            if index not in account.of_telling and turn.takes(telling):
                place(account, atlas, index, leaning=turn.leaning)
    account.encounters = [
        dated_by_last(account, one) if one.group == "aggregate" else one for one in account.encounters
    ]
    decide(account)
    account.reading = replace(
        reading, referring=tuple(rightly(account, atlas, one) for one in reading.referring)
    )
    return account


def decide(account: Account) -> None:
    """Have the encounters of an article as a person decided that they were."""
    reading = account.reading
    for index, at in account.of_telling.items() if reading.decisions else ():
        decisions = of_telling(reading.decisions, reading.tellings[index].found)
        account.encounters[at] = as_decided(account.encounters[at], decisions)


def rightly(account: Account, atlas: Atlas, one: Referring) -> Referring:
    """A pronoun that the grammar took for the host of a visit, as its visitor: “on his visit”."""
    if one.telling not in account.of_telling or account.reading.words(one.span).lower() not in {"his", "her"}:
        return one
    encounter = account.encounters[account.of_telling[one.telling]]
    home = atlas.country_of(encounter.place)
    if encounter.kind not in {"visit", "summit"} or home is None or atlas.country_of(one.key) != home:
        return one
    guests = [key for key in sorted(encounter.who) if atlas.country_of(key) not in {None, home}]
    if len(guests) != 1:
        return one
    named = (
        span for told in encounter.told for span in spans_of(account.reading.tellings[told.index], guests[0])
    )
    return one._replace(key=guests[0], ground=Ground(next(named, None)))


def is_firm(telling: Telling) -> bool:
    """Whether a telling can stand alone."""
    found = telling.found
    if found.echo or found.tentative or not (telling.attendees or found.delegation):
        return False
    return len(telling.attendees) > 1 or bool(found.date or found.place or found.status != "held")


def has_a_say(telling: Telling) -> bool:
    """Whether its words count for the status: not where an expectation leans on a meeting told firmly."""
    return telling.found.status != "planned" or is_firm(telling) or not leans(telling)


def leans(telling: Telling) -> bool:
    """Whether a telling needs another beside it: its words are weak, or it names nobody."""
    found = telling.found
    if found.echo or found.kind in BESIDE_TALKS:
        return False
    return bool(telling.attendees) if found.tentative else bool(found.date or found.place or found.venue)


class Turn(NamedTuple):
    """When a telling is put to an encounter: after all those that an earlier turn takes."""

    takes: Callable[[Telling], bool]
    leaning: bool = False
    """Whether its tellings make no encounter of their own."""


BESIDE_TALKS = frozenset({"news_conference", "forum"})
"""Kinds that hang on the talks before them."""

TURNS = (
    Turn(lambda one: is_firm(one) and one.found.date is not None and one.found.kind != "news_conference"),
    Turn(lambda one: is_firm(one) and one.found.kind != "news_conference"),
    Turn(leans, leaning=True),
    Turn(lambda one: one.found.echo and one.found.kind not in BESIDE_TALKS, leaning=True),
    Turn(lambda one: one.found.kind in BESIDE_TALKS and bool(one.attendees)),
    Turn(lambda one: one.found.echo, leaning=True),
)


def place(account: Account, atlas: Atlas, index: int, *, leaning: bool) -> None:
    """Put a telling to the encounter that it tells of; one that stands alone makes a new one if it must."""
    telling = account.reading.tellings[index]
    encounter = encounter_of(account.reading, index)
    if telling.found.kind == "news_conference":
        encounter = with_setting_of_talks(account, atlas, encounter, telling)
    if telling.found.echo:
        at = antecedent(account, encounter, atlas)
        if at is not None:
            account.settle(index, enriched(account.encounters[at], encounter, atlas), at)
        elif not leaning and telling.attendees:
            account.settle(index, encounter, None)
        return
    known = best(
        account.encounters,
        undecided(encounter, leaning=leaning),
        atlas,
        same_article=True,
        beside=beside(account.reading, index),
    )
    if known is not None:
        account.settle(index, merged(known, encounter, atlas), account.find(known))
    elif not leaning:
        account.settle(index, encounter, None)


def beside(reading: Reading, index: int) -> frozenset[int]:
    """The tellings of the same paragraph."""
    passage = reading.tellings[index].found.trigger.passage
    same = (number for number, one in enumerate(reading.tellings) if one.found.trigger.passage == passage)
    return frozenset(number for number in same if number != index)


def undecided(encounter: Encounter, *, leaning: bool) -> Encounter:
    """A leaning telling has no say in the status: what is expected of held talks is told of them too.

    What is expected of a day to come is not.
    """
    to_come = encounter.days.first is not None and encounter.days.first > encounter.published[1]
    can_lean = leaning and encounter.status == "planned" and not to_come
    return replace(encounter, status="held") if can_lean else encounter


def antecedent(account: Account, echo: Encounter, atlas: Atlas) -> int | None:
    """The encounter that “the talks” refers back to: of its sort, and the one that is the news."""
    fitting = [
        at
        for at, one in enumerate(account.encounters)
        if one.group == echo.group
        and one.status in {"held", "planned"}
        and (not echo.who or echo.who & one.who or atlas.stand_for(one.who, echo.who))
    ]
    forums = [at for at, one in enumerate(account.encounters) if one.group == echo.group == "forum"]
    if not fitting and len(forums) == 1:
        return forums[0]
    return max(fitting, key=lambda at: newsworthy(account, at), default=None)


def newsworthy(account: Account, at: int) -> tuple[bool, int, int]:
    """Sorts the encounter that the article is about after the others: held, and near to its publication."""
    one = account.encounters[at]
    on = account.reading.dispatch.published_on
    ago = abs((on - one.days.last).days) if on and one.days.last else MAX_DAYS_AGO
    return one.status == "held", -ago, -one.told[0].index


def enriched(known: Encounter, echo: Encounter, atlas: Atlas) -> Encounter:
    """An encounter with what a back-reference adds: kind and venue, and who speaks at a forum.

    The body whose forum it is gives way to them.
    """
    kind = echo.kind if echo.kind == "summit" and known.group == "encounter" else known.kind
    attendees = known.attendees
    if known.group == "forum" and echo.who - known.who:
        people = tuple(one for one in attendees if atlas.referents[one[0]].type != "organization")
        attendees = joined(people, echo.attendees, atlas)
        known = replace(known, leaned=(*known.leaned, *echo.told))
    return replace(known, kind=kind, venue=known.venue or echo.venue, attendees=attendees)


def with_setting_of_talks(account: Account, atlas: Atlas, briefing: Encounter, telling: Telling) -> Encounter:
    """A news conference with the day and place of the talks that it follows, where it has none of its own."""
    talks = [
        one
        for one in account.encounters
        if one.group == "encounter"
        and one.status == briefing.status
        and atlas.places_agree(one.place, briefing.place)
        and (telling.found.after or briefing.who <= one.who)
    ]
    dated = [one for one in talks if one.days.precision == "day"]
    if not dated:
        return briefing
    main = max(dated, key=lambda one: (one.days.first or one.published[0], -one.told[0].index))
    return replace(
        briefing,
        days=main.days if briefing.days == UNKNOWN else briefing.days,
        place=briefing.place or main.place,
        attendees=joined(briefing.attendees, tuple((key, "participant") for key, _ in main.attendees), atlas)
        if telling.found.joint
        else briefing.attendees,
        leaned=main.told,
    )


def dated_by_last(account: Account, aggregate: Encounter) -> Encounter:
    """A count of meetings, up to the last it includes: one told beside it, else the last of its company."""
    near = beside(account.reading, aggregate.told[0].index)
    held = [
        (at, one)
        for at, one in enumerate(account.encounters)
        if one.group != "aggregate"
        and one.status == "held"
        and one.days.precision == "day"
        and one.who & aggregate.who
    ]
    told_near = {account.of_telling[index] for index in near if index in account.of_telling}
    same = [one for at, one in held if at in told_near] or [
        one for _, one in held if aggregate.who <= one.who
    ]
    last = max((one.days.last for one in same if one.days.last is not None), default=aggregate.days.last)
    leaned = tuple(told for one in same if one.days.last == last for told in one.told)
    return replace(aggregate, days=aggregate.days._replace(last=last), leaned=leaned)
