"""The words that tell of an encounter."""

from collections.abc import Iterator
from typing import NamedTuple

from summitry import knowledge
from summitry.extract.meetings.ground import Ground
from summitry.extract.words import word_map
from summitry.page import Token
from summitry.rows import MeetingKind

MOST_SPECIFIC: tuple[str, ...] = (
    "summit", "forum", "news_conference", "call", "delegation_visit", "visit", "talks", "other",
)  # fmt: skip
"""Where one telling has several words for it, the first of these counts."""


class Trigger(NamedTuple):
    """A word that tells of an encounter."""

    index: int
    first: int
    """Index of the first token of the expression: `news` of “news conference”."""
    kind: MeetingKind
    weak: bool
    """Whether the word tells of an encounter only between people on two sides."""
    verb: bool


def find_triggers(ground: Ground) -> list[Trigger]:
    """The words of a paragraph that tell of encounters, in reading order."""
    found = [trigger for token in ground.leaf.tokens for trigger in trigger_at(ground, token)]
    return [one for one in found if not any(one.index in range(other.first, other.index) for other in found)]


def trigger_at(ground: Ground, token: Token) -> Iterator[Trigger]:
    """Yield the trigger whose last word is this token."""
    mention = ground.mentions.get(token.index)
    if mention is not None:
        event = knowledge.event_named(mention.text) if mention.type == "event" else None
        if event and event.kind in {"forum", "summit"} and mention.span.end == token.end:
            yield Trigger(token.index, token.index, "forum", weak=False, verb=False)
        return
    if token.pos in {"NOUN", "PROPN"}:
        yield from noun_trigger(ground, token)
    elif token.pos == "VERB" and (kind := word_map("meeting_verbs").get(token.lemma)):
        yield Trigger(token.index, token.index, kind_named(kind), weak=kind in {"weak", "travel"}, verb=True)


def noun_trigger(ground: Ground, token: Token) -> Iterator[Trigger]:
    """Yield the trigger that a noun is, with the words before it that belong to it."""
    nouns = word_map("meeting_nouns")
    lemma = token.lemma.lower()
    before = ground.leaf.tokens[token.index - 1] if token.index else None
    pair = f"{before.lower} {lemma}" if before is not None else ""
    kind = nouns.get(pair) or nouns.get(lemma)
    if kind is None or modifies_another_thing(ground, token):
        return
    first = token.index - 1 if pair in nouns else token.index
    inner = [nouns.get(child.lemma.lower(), "other") for child in ground.children(token.index, "compound", "nmod", "amod")]
    known = [kind_named(word) for word in [kind, *inner]]
    yield Trigger(token.index, first, min(known, key=MOST_SPECIFIC.index), weak=kind == "weak", verb=False)


def modifies_another_thing(ground: Ground, token: Token) -> bool:
    """Whether the noun only says which: “the summit venue”, “the visit programme”."""
    return token.dep == "compound" and ground.leaf.tokens[token.head].index > token.index


def kind_named(word: str) -> MeetingKind:
    """The kind that a word list gives; weak words tell of talks, travelling of a visit."""
    known: dict[str, MeetingKind] = {
        "summit": "summit",
        "visit": "visit",
        "travel": "visit",
        "talks": "talks",
        "weak": "talks",
        "call": "call",
        "news_conference": "news_conference",
        "forum": "forum",
    }
    return known.get(word, "other")
