"""Where an article tells of encounters: who met, when, where, and whether it came to it."""

from collections.abc import Iterator, Sequence

from summitry.dates import Timex
from summitry.extract.found import Attendee, FoundMeeting, FoundMention
from summitry.extract.meetings.aggregates import Counted, counted
from summitry.extract.meetings.attendees import AFTERWARDS, attendees_of, governing_verb, whole
from summitry.extract.meetings.company import company_of
from summitry.extract.meetings.delegations import delegation_of
from summitry.extract.meetings.ground import Ground, ground_of
from summitry.extract.meetings.parts import one_telling
from summitry.extract.meetings.phrases import report_of, report_of_count
from summitry.extract.meetings.plain import is_plain, is_travel, site_of
from summitry.extract.meetings.setting import Setting, setting_of
from summitry.extract.meetings.status import status_of
from summitry.extract.meetings.triggers import MOST_SPECIFIC, SPEAKING, Trigger, find_triggers
from summitry.page import Page
from summitry.rows import MeetingKind

__all__ = ["find_meetings"]

SIDES = 2
"""It takes two to meet."""


def find_meetings(
    page: Page, mentions: Sequence[FoundMention], dates: Sequence[Sequence[Timex]]
) -> list[FoundMeeting]:
    """Every telling of an encounter in the article, in reading order.

    `dates` holds those of each paragraph.
    """
    found: list[FoundMeeting] = []
    for leaf, timexes in zip(page.leaves, dates, strict=True):
        here = [mention for mention in mentions if mention.span.passage == leaf.index]
        found += tellings(ground_of(leaf, here, timexes))
    return found


def tellings(ground: Ground) -> Iterator[FoundMeeting]:
    """Yield what each trigger of a paragraph tells, and the counts made over such meetings.

    A verb that is counted (“the fifth time they met”) tells of no single meeting.
    """
    triggers = find_triggers(ground)
    for parts in one_telling(ground, triggers):
        trigger = parts[0]
        trigger, count = next(
            ((part, found) for part in parts if (found := counted(ground, part))), (trigger, None)
        )
        if not (count and (of_verb(parts[0], trigger) or is_series(ground, trigger, count))) and (
            telling := telling_of(ground, parts, triggers)
        ):
            yield telling
        if count:
            yield aggregate_of(ground, trigger, count)


def telling_of(ground: Ground, parts: list[Trigger], triggers: Sequence[Trigger]) -> FoundMeeting | None:
    """What one trigger, with those that are its purpose, tells."""
    trigger = parts[0]
    status = status_of(ground, trigger)
    if status is None:
        return None
    settings = [setting_of(ground, part, triggers) for part in parts]
    setting = Setting(
        *(next((value for value in values if value), None) for values in zip(*settings, strict=True))
    )
    attendees = tuple(dict.fromkeys(attendee for part in parts for attendee in attendees_of(ground, part)))
    if trigger.verb and not attendees and ground.leaf.tokens[trigger.at].lemma in SPEAKING:
        return None
    delegation = delegation_of(ground, trigger)
    kind = kind_of(parts)
    word = next((part for part in parts if not is_travel(ground, part)), trigger)
    told_anew = setting.venue is not None and len(attendees) > 1
    return FoundMeeting(
        trigger=ground.span(word.first, word.last),
        kind="delegation_visit" if delegation and kind == "visit" else kind,
        status=status,
        attendees=attendees,
        place=setting.place,
        place_text=setting.place_text,
        venue=setting.venue,
        date=setting.date,
        report=report_of(ground, parts, attendees, setting, delegation),
        delegation=delegation,
        number=None,
        echo=is_echo(ground, trigger, setting) and not told_anew,
        tentative=delegation is None and is_tentative(trigger, attendees, setting),
        joint=any(child.lower == "joint" for child in ground.children(trigger.at, "amod")),
        after=comes_after(ground, trigger),
        company=company_of(ground, parts),
        site=site_of(ground, parts, setting),
        plain=is_plain(ground, parts),
    )


def kind_of(parts: Sequence[Trigger]) -> MeetingKind:
    """The most specific kind among some triggers; the nouns that say what a weak verb is for go first."""
    lead = parts[0]
    purposes = [part.kind for part in parts[1:] if not part.verb] if lead.verb and lead.weak else []
    return min(purposes or [part.kind for part in parts], key=MOST_SPECIFIC.index)


def of_verb(lead: Trigger, counted_one: Trigger) -> bool:
    """Whether what is counted is the verb that leads."""
    return lead == counted_one and lead.verb


def is_series(ground: Ground, trigger: Trigger, count: Counted) -> bool:
    """Whether a noun tells of nothing but the counted meetings: “have held four summits since May”."""
    token = whole(ground, ground.leaf.tokens[trigger.at])
    return count.token.head == token.index and token.tag == "NNS" and count.token.dep == "nummod"


def aggregate_of(ground: Ground, trigger: Trigger, count: Counted) -> FoundMeeting:
    """The row of meetings that a sentence counts."""
    attendees = tuple(attendees_of(ground, trigger))
    token = ground.leaf.tokens[trigger.at]
    counted_apart = count.token.head != trigger.at and token.pos != "VERB"
    inside = (
        tuple(one for one in attendees if one.span.start > count.token.start) if counted_apart else attendees
    )
    return FoundMeeting(
        trigger=ground.span(trigger.first, trigger.at),
        kind=trigger.kind,
        status="aggregate",
        attendees=attendees,
        place=None,
        place_text=None,
        venue=None,
        date=count.period,
        report=report_of_count(ground, trigger, count, inside or attendees),
        delegation=None,
        number=count.number,
        echo=False,
        tentative=False,
        joint=False,
        after=False,
        company=(),
        site=None,
        plain=False,
    )


def is_echo(ground: Ground, trigger: Trigger, setting: Setting) -> bool:
    """Whether a noun only refers back: “after the talks”, “the same news conference”."""
    if trigger.verb or setting.date is not None or setting.place is not None:
        return False
    token = ground.leaf.tokens[trigger.at]
    if ground.objects(token.index, "with", "between"):
        return False
    if token.dep == "dobj" and ground.leaf.tokens[token.head].lemma == "host":
        return False
    definite = any(
        child.lower in {"the", "this", "that", "these"} for child in ground.children(token.index, "det")
    )
    governor = governing_verb(ground, token)
    verb_preposition = ground.leaf.tokens[governor[0].head].lower if governor else ""
    return definite or bool(governor and governor[1] in AFTERWARDS) or verb_preposition in AFTERWARDS


def is_tentative(trigger: Trigger, attendees: tuple[Attendee, ...], setting: Setting) -> bool:
    """Whether a telling needs another one beside it to be believed."""
    if not trigger.weak or trigger.kind == "call":
        return False
    return len(attendees) < SIDES or (setting.date is None and setting.place is None)


def comes_after(ground: Ground, trigger: Trigger) -> bool:
    """Whether the sentence sets the encounter after another one: “told a briefing following the talks”."""
    anchors = [trigger.at]
    governor = governing_verb(ground, ground.leaf.tokens[trigger.at])
    if governor:
        anchors.append(governor[0].index)
    return any(
        child.lower in AFTERWARDS - {"before"}
        for anchor in anchors
        for child in ground.children(anchor, "prep", "xcomp", "advcl")
    )
