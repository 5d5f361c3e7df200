"""The words that tell of an encounter."""

from collections.abc import Iterator
from typing import NamedTuple

from summitry import knowledge
from summitry.extract.meetings.ground import Ground, actors_at
from summitry.extract.words import word_list, word_map
from summitry.page import Token
from summitry.rows import MeetingKind
from summitry.settings import OUTCOME_REACH

MOST_SPECIFIC: tuple[str, ...] = (
    "summit", "forum", "news_conference", "call", "delegation_visit", "visit", "talks", "other",
)  # fmt: skip
"""Where one telling has several words for it, the first of these counts."""

SPEAKING = frozenset({"speak", "talk"})
SENDING = frozenset({"lead", "head", "send", "dispatch"})


class Trigger(NamedTuple):
    """A word that tells of an encounter."""

    at: int
    """Index of its token in the paragraph."""
    first: int
    """Index of the first token of the expression: `news` of “news conference”."""
    last: int
    """Index of its last token, also where it goes on after `at`: `agreement` of “reached agreement”."""
    kind: MeetingKind
    weak: bool
    """Whether the word tells of an encounter only between people on two sides."""
    verb: bool


def find_triggers(ground: Ground) -> list[Trigger]:
    """The words of a paragraph that tell of encounters, in reading order."""
    found = [trigger for token in ground.leaf.tokens for trigger in trigger_at(ground, token)]
    return [one for one in found if not any(one.at in range(other.first, other.at) for other in found)]


def trigger_at(ground: Ground, token: Token) -> Iterator[Trigger]:
    """Yield the trigger whose last word is this token."""
    mention = ground.mentions.get(token.index)
    if mention is not None:
        if mention.type == "event" and mention.span.end == token.end and is_gathering(mention.text):
            yield Trigger(token.index, token.index, token.index, "forum", weak=False, verb=False)
        return
    if token.pos in {"NOUN", "PROPN"}:
        yield from noun_trigger(ground, token)
    elif token.pos == "VERB" and (kind := word_map("meeting_verbs").get(token.lemma)):
        if token.lemma == "meet" and meets_a_thing(ground, token):
            return
        if token.lemma in {"host", "receive"} and not receives_people(ground, token):
            return
        partners = ground.objects(token.index, "with", "to")
        if token.lemma in SPEAKING and not partners and not by_telephone(ground, token):
            return
        weak = kind in {"weak", "travel"}
        if token.lemma in SPEAKING and by_telephone(ground, token):
            kind = "call"
        yield Trigger(token.index, token.index, token.index, kind_named(kind), weak=weak, verb=True)
    elif token.pos == "VERB" and (last := outcome_of(ground, token)) is not None:
        yield Trigger(token.index, token.index, last, "talks", weak=True, verb=True)


def meets_a_thing(ground: Ground, verb: Token) -> bool:
    """Whether what is met is nobody: a deadline, demands."""
    met = [*ground.children(verb.index, "dobj", "nsubjpass"), *ground.objects(verb.index, "with", "by")]
    return any(token.lemma in word_list("met_things") for token in met)


def outcome_of(ground: Ground, verb: Token) -> int | None:
    """The token of what talks ended in: `agreement` in “reached agreement”, “fell short of an agreement”."""
    if verb.lemma not in word_list("outcome_verbs"):
        return None
    near = [
        token
        for token in ground.leaf.tokens[verb.index + 1 : verb.index + 1 + OUTCOME_REACH]
        if token.sentence == verb.sentence
    ]
    return next((token.index for token in near if token.lemma in word_list("outcome_nouns")), None)


def by_telephone(ground: Ground, verb: Token) -> bool:
    """Whether people speak from afar: “spoke by telephone”, “talked over a video link”."""
    means = ground.objects(verb.index, "by", "over", "via", "on")
    return any(
        token.lemma.lower() in {"phone", "telephone", "video", "link", "videolink", "hotline"}
        for token in means
    )


def receives_people(ground: Ground, verb: Token) -> bool:
    """Whether a verb's object is people: “received the envoy”, not “received an award”."""
    if ground.children(verb.index, "nsubjpass"):
        return bool(ground.objects(verb.index, "by"))
    return any(actors_at(ground, token.index) for token in ground.children(verb.index, "dobj"))


def is_gathering(text: str) -> bool:
    """Whether a named event is one where people meet: a forum, a summit, a conference."""
    event = knowledge.event_named(text)
    if event is not None:
        return event.kind in {"forum", "summit", "conference", "talks"}
    return text.rsplit(maxsplit=1)[-1].lower() in word_map("meeting_nouns")


def noun_trigger(ground: Ground, token: Token) -> Iterator[Trigger]:
    """Yield the trigger that a noun is, with the words before it that belong to it."""
    if leads_abroad(ground, token):
        yield Trigger(token.index, token.index, token.index, "delegation_visit", weak=False, verb=False)
    nouns = word_map("meeting_nouns")
    lemma = token.lemma.lower()
    before = ground.leaf.tokens[token.index - 1] if token.index else None
    pair = f"{before.lower} {lemma}" if before is not None else ""
    kind = nouns.get(pair) or nouns.get(lemma)
    if kind is None or modifies_another_thing(ground, token):
        return
    first = token.index - 1 if pair in nouns else token.index
    inner = [
        nouns.get(child.lemma.lower(), "other")
        for child in ground.children(token.index, "compound", "nmod", "amod")
    ]
    known = [kind_named(word) for word in [kind, *inner]]
    yield Trigger(
        token.index, first, token.index, min(known, key=MOST_SPECIFIC.index), weak=kind == "weak", verb=False
    )


def leads_abroad(ground: Ground, token: Token) -> bool:
    """Whether a delegation is led or sent somewhere: “lead a delegation of bankers to Oslo”."""
    verb = ground.leaf.tokens[token.head]
    if (
        token.lemma not in {"delegation", "mission", "team"}
        or token.dep != "dobj"
        or verb.lemma not in SENDING
    ):
        return False
    return bool(ground.objects(token.index, "to") or ground.objects(verb.index, "to"))


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
