"""The smallest phrase that tells of an encounter."""

from collections.abc import Sequence

from summitry.dates import Timex
from summitry.extract.found import Attendee, FoundMention
from summitry.extract.meetings.aggregates import Counted
from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.parts import is_reception
from summitry.extract.meetings.setting import Setting
from summitry.extract.meetings.triggers import Trigger
from summitry.extract.words import word_list, word_map
from summitry.page import Span, Token


def report_of(
    ground: Ground,
    parts: Sequence[Trigger],
    attendees: Sequence[Attendee],
    setting: Setting,
    delegation: Span | None,
) -> Span:
    """The stretch from the first to the last of words, attendees, date, place and venue, in one sentence."""
    leaf, trigger = ground.leaf, parts[0]
    stretches = [with_determiner(ground, trigger), *(with_title(ground, one.span) for one in attendees)]
    stretches += [
        (leaf.tokens[part.first].start, leaf.tokens[part.last].end)
        for part in parts[1:]
        if not part.weak or is_reception(ground, part, trigger)
    ]
    stretches += [(span.start, span.end) for span in (setting.place_text, setting.venue) if span]
    if delegation is not None:
        stretches.append(with_group(ground, delegation))
    if setting.date is not None:
        stretches.append(with_preposition(ground, setting.date))
    stretches += [(clause.start, clause.end) for clause in clauses_counting(ground, trigger)]
    return around(ground, trigger, stretches)


def report_of_count(ground: Ground, trigger: Trigger, count: Counted, attendees: Sequence[Attendee]) -> Span:
    """The stretch from the first to the last of what counts, attendees and period, in one sentence."""
    stretches = [counting_words(ground, count.token), with_preposition(ground, count.period)]
    stretches += [with_title(ground, one.span) for one in attendees]
    return around(ground, trigger, stretches)


def around(ground: Ground, trigger: Trigger, stretches: Sequence[tuple[int, int]]) -> Span:
    """The smallest stretch that holds those of the given ones that lie in the sentence of a trigger."""
    leaf = ground.leaf
    sentence = leaf.sentences[leaf.tokens[trigger.at].sentence]
    low, high = leaf.tokens[sentence.first].start, leaf.tokens[sentence.last - 1].end
    inside = [(first, last) for first, last in stretches if low <= first and last <= high]
    return Span(leaf.index, min(first for first, _ in inside), max(last for _, last in inside))


def with_determiner(ground: Ground, trigger: Trigger) -> tuple[int, int]:
    """The words of a trigger with what is before them: `a state visit`, `a resumption of six-party talks`."""
    leaf = ground.leaf
    token, first = leaf.tokens[trigger.at], trigger.first
    if token.pos not in {"VERB", "AUX"}:
        first = left_edge(ground, token.index, first)
        up = leaf.tokens[token.head]
        over = leaf.tokens[up.head]
        if up.lower == "of" and first == up.index + 1 and over.lemma in word_map("status_words"):
            first = left_edge(ground, over.index, over.index)
    return leaf.tokens[first].start, leaf.tokens[trigger.last].end


def clauses_counting(ground: Ground, trigger: Trigger) -> list[Token]:
    """The verbs of what a meeting is counted among: `met` of “was the fourth time the two have met”."""
    token = ground.leaf.tokens[trigger.at]
    attributes = ground.children(token.head, "attr") if token.dep == "nsubj" else []
    clauses = [clause for one in attributes for clause in ground.children(one.index, "relcl")]
    return [clause for clause in clauses if ground.children(clause.index, "nsubj")]


def counting_words(ground: Ground, number: Token) -> tuple[int, int]:
    """What counts, from its article on: `the fourth time`, `the third`."""
    noun = number.head if number.dep in {"amod", "nummod"} else number.index
    return ground.leaf.tokens[left_edge(ground, noun, min(noun, number.index))].start, number.end


def left_edge(ground: Ground, index: int, first: int) -> int:
    """The first token of the unbroken run of modifiers before a noun."""
    parts = ground.children(index, "det", "amod", "compound", "nummod", "nmod", "poss", "case", "punct")
    own = {member for part in parts for member in ground.leaf.subtree(part.index)}
    while first - 1 in own and ground.leaf.tokens[first - 1].text not in {",", "“", "”", '"', ";"}:
        first -= 1
    return first


def with_preposition(ground: Ground, date: Timex) -> tuple[int, int]:
    """A date with the preposition that opens its sentence: `On Tuesday`."""
    token = ground.leaf.token_at(date.start)
    before = ground.leaf.tokens[token.index - 1] if token and token.index else None
    if before is not None and before.pos == "ADP" and before.text[0].isupper():
        return before.start, date.end
    return date.start, date.end


def with_group(ground: Ground, delegation: Span) -> tuple[int, int]:
    """Unnamed people with the noun that groups them: `a group of Japanese officials`."""
    token = ground.leaf.token_at(delegation.start)
    before = ground.leaf.tokens[: token.index][-2:] if token else ()
    match before:
        case [group, of] if of.lower == "of":
            parts = ground.children(group.index, "det", "amod")
            return min([group.start, *(part.start for part in parts)]), delegation.end
        case _:
            return delegation.start, delegation.end


def with_title(ground: Ground, span: Span) -> tuple[int, int]:
    """A name with the title right before it: `Russian President Vladimir Putin`."""
    token = ground.leaf.token_at(span.end - 1)
    if token is None:
        return span.start, span.end
    if token.dep == "appos" and token.head < token.index and token.head not in ground.mentions:
        return ground.leaf.tokens[left_edge(ground, token.head, token.head)].start, span.end
    mention = ground.mentions.get(token.index)
    return (titled_from(ground, mention, span.start) if mention else span.start), span.end


def titled_from(ground: Ground, mention: FoundMention, start: int) -> int:
    """Where a name begins with its honorific, or else with a title that touches it."""
    first = ground.leaf.token_at(start)
    before = ground.leaf.tokens[first.index - 1] if first and first.index else None
    if before is not None and before.lower in word_list("honorifics"):
        return before.start
    if mention.title is None or mention.title.end > start:
        return start
    return start if ground.leaf.text[mention.title.end : start].strip() else mention.title.start
