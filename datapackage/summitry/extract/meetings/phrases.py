"""The smallest phrase that tells of an encounter."""

from collections.abc import Sequence

from summitry.extract.found import Attendee
from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.setting import Setting
from summitry.extract.meetings.triggers import Trigger
from summitry.page import Span, Token


def report_of(  # noqa: PLR0913  # what a report must hold
    ground: Ground,
    trigger: Trigger,
    attendees: Sequence[Attendee],
    setting: Setting,
    delegation: Span | None,
    start: Token | None = None,
) -> Span:
    """The stretch from the first to the last of trigger, attendees, date, place and venue, in one sentence."""
    leaf = ground.leaf
    sentence = leaf.sentences[leaf.tokens[trigger.index].sentence]
    low, high = leaf.tokens[sentence.first].start, leaf.tokens[sentence.last - 1].end
    word = (start.start, start.end) if start else with_determiner(ground, trigger)
    stretches = [word, (leaf.tokens[trigger.index].start, leaf.tokens[trigger.index].end)] if not start else [word]
    stretches += [with_title(ground, attendee.span) for attendee in attendees]
    stretches += [(span.start, span.end) for span in (setting.place_text, setting.venue) if span]
    if delegation is not None:
        stretches.append(with_group(ground, delegation))
    if setting.date is not None:
        stretches.append((setting.date.start, setting.date.end))
    inside = [(first, last) for first, last in stretches if low <= first and last <= high]
    return Span(leaf.index, min(first for first, _ in inside), max(last for _, last in inside))


def with_determiner(ground: Ground, trigger: Trigger) -> tuple[int, int]:
    """The trigger with the article and adjectives before it: `a state visit`."""
    parts = [] if trigger.verb else ground.children(trigger.index, "det", "amod", "compound", "nummod", "poss")
    before = sorted((part.index for part in parts if part.index < trigger.first), reverse=True)
    first = trigger.first
    for index in before:
        if index != first - 1:
            break
        first = index
    return ground.leaf.tokens[first].start, ground.leaf.tokens[trigger.index].end


def with_group(ground: Ground, delegation: Span) -> tuple[int, int]:
    """Unnamed people with the noun that groups them: `a group of Japanese officials`."""
    token = ground.leaf.token_at(delegation.start)
    if token is None or token.index < 2 or ground.leaf.tokens[token.index - 1].lower != "of":  # noqa: PLR2004  # a group of
        return delegation.start, delegation.end
    group = ground.leaf.tokens[token.index - 2]
    return min([group.start, *(part.start for part in ground.children(group.index, "det", "amod"))]), delegation.end


def with_title(ground: Ground, span: Span) -> tuple[int, int]:
    """A name with the title right before it: `Russian President Vladimir Putin`."""
    token = ground.leaf.token_at(span.start)
    mention = ground.mentions.get(token.index) if token else None
    if mention is None or mention.title is None or mention.title.end > span.start:
        return span.start, span.end
    gap = ground.leaf.text[mention.title.end : span.start].strip()
    return (span.start if gap else mention.title.start), span.end
