"""The words that tell of an encounter."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summitry import knowledge
from summitry.extract.meetings.ground import Ground, actors_at
from summitry.extract.words import word_list, word_lists, word_map
from summitry.page import Token
from summitry.rows import MeetingKind
from summitry.settings import OUTCOME_REACH

MOST_SPECIFIC: tuple[str, ...] = (
    "summit", "forum", "news_conference", "call", "delegation_visit", "visit", "talks", "other",
)  # fmt: skip
"""Where one telling has several words for it, the first of these counts."""

SPEAKING = frozenset({"speak", "talk"})
PUTTING_TOGETHER = frozenset({"assemble", "gather"})
SITTING = PUTTING_TOGETHER | {"congregate", "convene", "meet"}
TRAVELLING = frozenset({"fly", "travel", "trip"})
DEBATES = frozenset({"candidate", "leadership", "presidential", "primary", "televised", "tv"})
"""Words before `debate` that make it an event, also in a headline."""
GROUPS_SENT = frozenset({"delegation", "mission", "team"})
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
    verbs, nouns = telling_verbs(), telling_nouns()
    found = [
        trigger
        for token in ground.leaf.tokens
        # what the word alone rules out is asked first: few words are left
        if token.lemma in verbs or token.lemma.lower() in nouns or token.index in ground.mentions
        for trigger in trigger_at(ground, token)
    ]
    return [one for one in found if not any(one.at in range(other.first, other.at) for other in found)]


@cache
def telling_verbs() -> frozenset[str]:
    """The verbs that a trigger can be."""
    return frozenset(word_map("meeting_verbs")) | word_list("outcome_verbs") | {"call"}


@cache
def telling_nouns() -> frozenset[str]:
    """The nouns that a trigger can be, of those of two words the second."""
    return GROUPS_SENT | {noun.rpartition(" ")[2] for noun in word_map("meeting_nouns")}


def trigger_at(ground: Ground, token: Token) -> Iterator[Trigger]:
    """Yield the trigger whose last word is this token."""
    mention = ground.mentions.get(token.index)
    if mention is not None:
        named = mention.type == "event" or token.lower == "summit"
        if named and mention.span.end == token.end and is_gathering(mention.text):
            yield Trigger(token.index, token.index, token.index, "forum", weak=False, verb=False)
        return
    if token.pos in {"NOUN", "PROPN"}:
        yield from noun_trigger(ground, token)
    elif token.pos == "VERB":
        yield from verb_trigger(ground, token)


def verb_trigger(ground: Ground, token: Token) -> Iterator[Trigger]:
    """Yield the trigger that a verb is: it meets, it telephones, or it ends talks."""
    if kind := word_map("meeting_verbs").get(token.lemma):
        if is_of_things(ground, token):
            return
        afar = token.lemma in SPEAKING and by_telephone(ground, token)
        if token.lemma in SPEAKING and not afar and not ground.objects(token.index, "with", "to"):
            return
        named = kind_named("call" if afar else kind)
        weak = kind in {"weak", "travel"}
        yield Trigger(token.index, token.index, token.index, named, weak=weak, verb=True)
    elif telephones(ground, token):
        yield Trigger(token.index, token.index, token.index, "call", weak=False, verb=True)
    elif (last := outcome_of(ground, token)) is not None:
        yield Trigger(token.index, token.index, last, "talks", weak=True, verb=True)


def is_of_things(ground: Ground, verb: Token) -> bool:
    """Whether a verb of meeting is said of things: a deadline met, parts assembled, a prize received."""
    if verb.lemma in SITTING and (is_sitting(ground, verb) or is_of_a_crowd(ground, verb)):
        return True
    if verb.lemma in {"meet", "revisit", "visit"}:
        return meets_a_thing(ground, verb)
    if verb.lemma in PUTTING_TOGETHER:
        return puts_together(ground, verb)
    return verb.lemma in {"host", "receive"} and not receives_people(ground, verb)


def is_sitting(ground: Ground, verb: Token) -> bool:
    """Whether it is a legislature that meets, with nobody else: “Parliament will meet in May”."""
    doers = ground.children(verb.index, "nsubj", "nsubjpass")
    alone = not ground.children(verb.index, "dobj") and not ground.objects(verb.index, "with")
    return alone and any(is_legislature(ground, token) for token in doers)


def is_legislature(ground: Ground, token: Token) -> bool:
    """Whether a word stands for one legislature; two that meet are two sides."""
    return token.lemma.lower() in word_list("legislatures") and not ground.children(token.index, "conj")


def is_of_a_crowd(ground: Ground, verb: Token) -> bool:
    """Whether people come together to be seen, not to talk: “gathered for a rally”, “to protest”."""
    wants = [*ground.objects(verb.index, "for"), *ground.children(verb.index, "advcl", "xcomp")]
    return any(token.lemma.lower() in word_list("crowd_acts") for token in wants)


def puts_together(ground: Ground, verb: Token) -> bool:
    """Whether what is assembled or gathered is no people: parts, evidence; or the word is an adjective."""
    if verb.dep in {"amod", "compound"}:
        return True
    put = ground.children(verb.index, "dobj", "nsubjpass")
    if verb.lemma == "assemble" and any(one.pos == "PRON" for one in put):
        return True
    if not put and verb.tag == "VBN" and not ground.children(verb.index, "aux", "nsubj"):
        put = [ground.leaf.tokens[verb.head]]
    return bool(put) and not any(actors_at(ground, one.index) or is_people(one) for one in put)


def is_people(token: Token) -> bool:
    """Whether a common noun is of people."""
    return token.lemma.lower() in word_lists("people_nouns", "delegates")


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
    if verb.lemma == "fall" and not any(token.lower == "short" for token in near):
        return None
    return next((token.index for token in near if token.lemma in word_list("outcome_nouns")), None)


def by_telephone(ground: Ground, verb: Token) -> bool:
    """Whether people speak from afar: “spoke by telephone”, “talked over a video link”."""
    means = ground.objects(verb.index, "by", "over", "via", "on")
    return any(
        token.lemma.lower() in {"phone", "telephone", "video", "link", "videolink", "hotline"}
        for token in means
    )


def telephones(ground: Ground, verb: Token) -> bool:
    """Whether somebody is called, and not something: “called Lee on Friday”, “called Lee to thank her”."""
    if (
        verb.lemma != "call"
        or verb.pos != "VERB"
        or ground.children(verb.index, "oprd", "prt", "nsubjpass", "ccomp")
    ):
        return False
    called = [ground.mentions.get(token.index) for token in ground.children(verb.index, "dobj")]
    purposes = [
        clause for clause in ground.children(verb.index, "advcl", "xcomp") if is_purpose(ground, clause)
    ]
    return any(mention and mention.type == "person" for mention in called) and bool(
        purposes or by_telephone(ground, verb)
    )


def is_purpose(ground: Ground, clause: Token) -> bool:
    """Whether a clause says what for: `to thank her`, `meet` of “went to Oslo to meet Lee”."""
    return any(child.tag == "TO" for child in ground.children(clause.index, "aux"))


def receives_people(ground: Ground, verb: Token) -> bool:
    """Whether a verb's object is people: “received the envoy”, not “received an award”."""
    if ground.children(verb.index, "nsubjpass"):
        return bool(ground.objects(verb.index, "by"))
    return any(is_received(ground, token) for token in ground.children(verb.index, "dobj"))


def is_received(ground: Ground, token: Token) -> bool:
    """Whether an object is somebody: a body that stands there belongs to a prize or a letter."""
    mention = ground.mentions.get(token.index)
    if mention is None and token.lemma.lower() in word_lists("met_things", "received_things"):
        return False
    return bool(actors_at(ground, token.index)) and (mention is None or mention.type != "organization")


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
    if (
        kind is None
        or modifies_another_thing(ground, token)
        or (lemma == "call" and is_appeal(ground, token))
        or (lemma == "debate" and is_public(ground, token))
    ):
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


def is_appeal(ground: Ground, call: Token) -> bool:
    """Whether a call asks for something: “a call to disarm”, “calls for a truce”, “joined the calls”."""
    above = ground.leaf.tokens[call.head]
    if call.tag == "NNS" and call.dep == "dobj" and above.lemma in word_list("echoing_verbs"):
        return True
    asks = any(
        child.tag == "TO"
        for clause in ground.children(call.index, "acl", "xcomp", "relcl")
        for child in ground.children(clause.index, "aux")
    )
    return asks or any(child.lower == "for" for child in ground.children(call.index, "prep"))


def is_public(ground: Ground, debate: Token) -> bool:
    """Whether a debate is what people at large say of something: “sparked debate”, “a public debate”."""
    if debate.tag == "NNS":
        return False
    parts = ground.children(debate.index, "det", "poss", "amod", "compound", "nmod", "nummod")
    if any(part.lower in {"national", "public"} for part in parts):
        return True
    return not any(
        part.dep in {"det", "poss", "nummod"} or part.lower in DEBATES for part in parts
    ) and not ground.objects(debate.index, "between")


def leads_abroad(ground: Ground, token: Token) -> bool:
    """Whether a delegation is led or sent somewhere: “lead a delegation of bankers to Oslo”."""
    verb = ground.leaf.tokens[token.head]
    if token.lemma not in GROUPS_SENT or token.dep != "dobj" or verb.lemma not in SENDING:
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
