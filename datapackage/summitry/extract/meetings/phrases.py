"""The smallest phrase that tells of an encounter."""

from collections.abc import Sequence

from summitry.extract.found import Attendee
from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.parts import is_reception
from summitry.extract.meetings.setting import Setting
from summitry.extract.meetings.triggers import Trigger
from summitry.extract.words import word_list, word_map
from summitry.page import Span, Token


def report_of(  # noqa: PLR0913  # what a report must hold
    ground: Ground,
    parts: Sequence[Trigger],
    attendees: Sequence[Attendee],
    setting: Setting,
    delegation: Span | None,
    start: Token | None = None,
) -> Span:
    """The stretch from the first to the last of trigger, attendees, date, place and venue, in one sentence."""
    leaf = ground.leaf
    trigger = parts[0]
    sentence = leaf.sentences[leaf.tokens[trigger.at].sentence]
    low, high = leaf.tokens[sentence.first].start, leaf.tokens[sentence.last - 1].end
    word = (
        counting_words(ground, start)
        if start
        else with_determiner(ground, trigger.first, trigger.at, trigger.last)
    )
    stretches = [
        word,
        *(
            (leaf.tokens[part.first].start, leaf.tokens[part.last].end)
            for part in parts[1:]
            if not part.weak or is_reception(ground, part, trigger)
        ),
    ]
    stretches += [with_title(ground, attendee.span) for attendee in attendees]
    stretches += [(span.start, span.end) for span in (setting.place_text, setting.venue) if span]
    if delegation is not None:
        stretches.append(with_group(ground, delegation))
    if setting.date is not None:
        stretches.append((with_preposition(ground, setting.date.start), setting.date.end))
    if start is None:
        stretches += [(clause.start, clause.end) for clause in clauses_counting(ground, trigger)]
    inside = [(first, last) for first, last in stretches if low <= first and last <= high]
    return Span(leaf.index, min(first for first, _ in inside), max(last for _, last in inside))


def with_determiner(ground: Ground, first: int, index: int, last: int) -> tuple[int, int]:
    """A word with the article and adjectives before it: `a state visit`, `a resumption of six-party talks`."""
    leaf = ground.leaf
    token = leaf.tokens[index]
    if token.pos not in {"VERB", "AUX"}:
        first = left_edge(ground, index, first)
        up = leaf.tokens[token.head]
        over = leaf.tokens[up.head]
        if up.lower == "of" and first == up.index + 1 and over.lemma in word_map("status_words"):
            first = left_edge(ground, over.index, over.index)
    return leaf.tokens[first].start, leaf.tokens[last].end


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


def with_preposition(ground: Ground, start: int) -> int:
    """Where a date begins with the preposition that opens its sentence: `On Tuesday`."""
    token = ground.leaf.token_at(start)
    before = ground.leaf.tokens[token.index - 1] if token and token.index else None
    opens = before is not None and before.pos == "ADP" and before.text[0].isupper()
    return before.start if before is not None and opens else start


def with_group(ground: Ground, delegation: Span) -> tuple[int, int]:
    """Unnamed people with the noun that groups them: `a group of Japanese officials`."""
    token = ground.leaf.token_at(delegation.start)
    if token is None or token.index < 2 or ground.leaf.tokens[token.index - 1].lower != "of":  # noqa: PLR2004  # a group of
        return delegation.start, delegation.end
    group = ground.leaf.tokens[token.index - 2]
    return min(
        [group.start, *(part.start for part in ground.children(group.index, "det", "amod"))]
    ), delegation.end


def with_title(ground: Ground, span: Span) -> tuple[int, int]:
    """A name with the title right before it: `Russian President Vladimir Putin`."""
    token = ground.leaf.token_at(span.end - 1)
    mention = ground.mentions.get(token.index) if token else None
    if (
        token is not None
        and token.dep == "appos"
        and token.head < token.index
        and token.head not in ground.mentions
    ):
        return ground.leaf.tokens[left_edge(ground, token.head, token.head)].start, span.end
    if (
        token is not None
        and (bare := ground.leaf.token_at(span.start))
        and bare.index
        and mention is not None
    ):
        address = ground.leaf.tokens[bare.index - 1]
        if address.lower in word_list("honorifics"):
            return address.start, span.end
    if mention is None or mention.title is None or mention.title.end > span.start:
        return span.start, span.end
    gap = ground.leaf.text[mention.title.end : span.start].strip()
    return (span.start if gap else mention.title.start), span.end
