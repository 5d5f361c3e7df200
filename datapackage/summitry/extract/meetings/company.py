"""Everyone who takes part, named or not, as noun phrases: `the two sides`, `Ghana and Togo`."""

from collections.abc import Iterator, Sequence

from summitry.extract.meetings.attendees import (
    ADJUNCTS,
    AFTERWARDS,
    TOPICAL,
    governing_verb,
    subjects,
    takes_part,
)
from summitry.extract.meetings.ground import PRONOUNS, Ground, conjuncts
from summitry.extract.meetings.phrases import left_edge
from summitry.extract.meetings.triggers import SPEAKING, Trigger
from summitry.extract.words import word_list, word_lists
from summitry.page import Span, Token

BESIDE = AFTERWARDS | ADJUNCTS - {"in"}
"""Prepositions that set an act beside a meeting: who acts need not be of those who meet."""

MANY = frozenset({"they", "them", "we", "us", "their", "our", "both"})
PEOPLE = frozenset({"child", "congressman", "family", "friend", "lawmaker", "people", "person", "relative"})
SIDES = 2


def company_of(ground: Ground, parts: Sequence[Trigger]) -> tuple[Span, ...]:
    """The noun phrases of all who take part, in reading order; one that lies in another has no place."""
    spans = {phrase_of(ground, head) for part in parts for head in heads_of(ground, part)}
    return tuple(sorted(one for one in spans if not any(lies_in(one, other) for other in spans)))


def lies_in(one: Span, other: Span) -> bool:
    """Whether a stretch is a part of another."""
    return one != other and other.start <= one.start and one.end <= other.end


def sides(ground: Ground, parts: Sequence[Trigger]) -> int:
    """How many are known to take part: two where a phrase is of several."""
    heads = {head.index: head for part in parts for head in heads_of(ground, part)}
    return sum(SIDES if is_several(ground, head) else 1 for head in heads.values())


def is_several(ground: Ground, head: Token) -> bool:
    """Whether a noun phrase is of more than one."""
    return (
        head.lower in MANY or head.tag in {"NNS", "NNPS"} or len(list(conjuncts(ground.leaf, head.index))) > 1
    )


def heads_of(ground: Ground, trigger: Trigger) -> list[Token]:
    """The head words of the phrases of all who take part, each once."""
    found = verb_heads(ground, trigger) if trigger.verb else noun_heads(ground, trigger)
    return list({head.index: head for head in found if is_somebody(ground, head)}.values())


def is_somebody(ground: Ground, head: Token) -> bool:
    """Whether a phrase can be of people: no date, no document, no `it`."""
    if head.pos == "PRON":
        return head.lower in PRONOUNS | MANY | {"you", "me", "who", "someone", "somebody", "others"}
    if head.pos not in {"NOUN", "PROPN", "DET", "ADJ"}:
        return False
    if head.index in ground.mentions:
        return True
    things = word_lists("met_things", "written_works", "time_nouns")
    return not ground.is_dated(head) and head.lemma.lower() not in things


def verb_heads(ground: Ground, trigger: Trigger) -> Iterator[Token]:
    """Yield who meet: the subject, and with or to whom; of what is passive, those by whom it is done."""
    verb = ground.leaf.tokens[trigger.at]
    passive = ground.children(verb.index, "nsubjpass")
    is_topic = verb.lemma in TOPICAL and (passive or is_reduced(ground, verb))
    if not is_topic:
        yield from doers(ground, verb)
    if trigger.weak and trigger.kind == "visit":
        return
    objects = [] if verb.lemma in TOPICAL or passive else ground.children(verb.index, "dobj")
    yield from (token for token in objects if verb.lemma != "visit" or is_person(ground, token))
    yield from ground.objects(verb.index, "with", "by", "between", "among")
    if (
        verb.dep == "relcl"
        and verb.lemma in {"meet", "visit"}
        and ground.children(verb.index, "nsubj")
        and not objects
    ):
        met = ground.leaf.tokens[verb.head]
        yield from [met] if is_person(ground, met) else []
    if verb.lemma in SPEAKING:
        yield from ground.objects(verb.index, "to")


def doers(ground: Ground, verb: Token) -> list[Token]:
    """Who does it; of “expressed a willingness to meet” who expressed it, of “Lee’s refusal to meet” Lee."""
    found = subjects(ground, verb)
    over = found[0] if len(found) == 1 else None
    if over is None or over.pos != "NOUN" or over.index != verb.head or is_person(ground, over):
        return found
    if not any(child.tag == "TO" for child in ground.children(verb.index, "aux")):
        return found
    up = ground.leaf.tokens[over.head]
    return ground.children(over.index, "poss") or (subjects(ground, up) if over.dep == "dobj" else [])


def is_reduced(ground: Ground, verb: Token) -> bool:
    """Whether a participle is passive and its subject stands before it: “the plans discussed in Oslo”."""
    if verb.tag == "VBD" and verb.dep == "acl":
        return True
    return verb.tag == "VBN" and not ground.children(verb.index, "aux", "nsubj")


def is_person(ground: Ground, token: Token) -> bool:
    """Whether a word names somebody, or is a noun or pronoun for people."""
    mention = ground.mentions.get(token.index)
    if mention is not None:
        return mention.type == "person"
    lemma = token.lemma.lower()
    of_people = lemma in PEOPLE or lemma in word_lists("people_nouns", "delegates", "job_titles")
    return token.lower in PRONOUNS or (of_people and lemma not in word_list("state_nouns"))


def noun_heads(ground: Ground, trigger: Trigger) -> Iterator[Token]:
    """Yield whose the meeting is, between whom, and who hold, attend, pay it."""
    noun = ground.leaf.tokens[trigger.at]
    own = list(owners(ground, noun))
    yield from own
    named = ground.objects(noun.index, "between", "among")
    if not own and not named:
        named = sided(ground, noun)
    yield from named
    governor = governing_verb(ground, noun)
    if governor is None:
        return
    verb, preposition = governor
    if noun.dep in {"nsubj", "nsubjpass", "dobj"}:
        yield from ground.objects(verb.index, "with", "between", "among")
        for below in ground.children(verb.index, "xcomp", "ccomp"):
            yield from ground.objects(below.index, "with", "between", "among")
    beside = preposition in BESIDE and (own or named)
    if not beside and takes_part(ground, noun, verb, preposition):
        yield from subjects(ground, verb)
        if preposition and verb.lemma in word_list("receiving_verbs"):
            yield from ground.children(verb.index, "dobj")


def owners(ground: Ground, noun: Token) -> Iterator[Token]:
    """Yield those whom the words around a noun name: `IAEA` of “IAEA visits”, `Lee` of “talks with Lee”."""
    yield from ground.children(noun.index, "poss")
    for child in ground.children(noun.index, "compound", "nmod"):
        mention = ground.mentions.get(child.index)
        if mention is not None and mention.type in {"person", "organization"}:
            yield child
    yield from ground.objects(noun.index, "with", "by", "from")
    yield from (token for token in ground.objects(noun.index, "of") if may_own(ground, token))


def may_own(ground: Ground, token: Token) -> bool:
    """Whether what follows the `of` of a meeting is who meets, and not what it is about."""
    mention = ground.mentions.get(token.index)
    if mention is not None:
        return mention.type in {"person", "organization"}
    return is_person(ground, token)


def sided(ground: Ground, noun: Token) -> list[Token]:
    """The adjective that names or counts the sides of talks: `Sino-Indian`, `six-party`, `bilateral`."""
    return [
        child
        for child in ground.children(noun.index, "amod", "compound", "nmod")
        if child.lower.endswith(("lateral", "-party", "-way"))
        or (child.lower in {"party", "way"} and ground.leaf.tokens[child.index - 1].text == "-")
        or ("-" in child.text and child.index in ground.mentions)
    ]


def phrase_of(ground: Ground, head: Token) -> Span:
    """A name as it is, or a noun phrase with its article, what is coordinated, and `of` or `from` whom."""
    leaf = ground.leaf
    members = list(conjuncts(leaf, head.index))
    mention = ground.mentions.get(head.index)
    if mention is not None and len(members) == 1:
        return mention.span
    first = leaf.tokens[left_edge(ground, head.index, head.index)].start
    ends = [leaf.tokens[member].end for member in members]
    ends += [ground.mentions[member].span.end for member in members if member in ground.mentions]
    if mention is None:
        within = [
            inner
            for token in ground.objects(head.index, "of", "from")
            for inner in conjuncts(leaf, token.index)
        ]
        ends += [leaf.tokens[inner].end for inner in within]
    start = min(first, mention.span.start) if mention else first
    return Span(leaf.index, start, max(ends))
