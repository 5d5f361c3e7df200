"""Unnamed people who travel or meet: “a group of Japanese officials and businessmen”."""

from summitry.extract.meetings.attendees import subjects
from summitry.extract.meetings.company import heads_of, phrase_of
from summitry.extract.meetings.ground import Ground, conjuncts
from summitry.extract.meetings.triggers import Trigger
from summitry.extract.words import word_list
from summitry.page import Span, Token

GROUPS = frozenset({"group", "delegation", "team", "number", "party", "dozen", "hundred", "score"})


def delegation_of(ground: Ground, trigger: Trigger) -> Span | None:
    """The unnamed people whom the subject of a visit describes, without “a group of”."""
    token = ground.leaf.tokens[trigger.at]
    if trigger.kind == "delegation_visit":
        members = members_of(ground, token)
        return described(ground, members) if members else None
    if trigger.kind != "visit":
        return (
            None if trigger.weak or trigger.kind not in {"talks", "summit"} else officials_at(ground, trigger)
        )
    heads = subjects(ground, token) if trigger.verb else ground.objects(token.index, "by", "of")
    for head in heads:
        people = members_of(ground, head)
        if people is not None:
            return described(ground, people)
    return None


def officials_at(ground: Ground, trigger: Trigger) -> Span | None:
    """The unnamed people who hold talks: `Officials from both countries`."""
    return next(
        (
            phrase_of(ground, head)
            for head in heads_of(ground, trigger)
            if head.tag == "NNS" and head.index not in ground.mentions
            if head.lemma in word_list("delegates") and head.lemma not in word_list("leader_nouns")
            if described(ground, head)
        ),
        None,
    )


def members_of(ground: Ground, head: Token) -> Token | None:
    """The noun that says who they are: `officials` of “a group of officials”."""
    grouped = head.lemma in GROUPS and ground.objects(head.index, "of")
    if grouped:
        head = grouped[0]
    if head.index in ground.mentions or head.pos != "NOUN":
        return None
    return head if head.lemma in word_list("delegates") or (grouped and head.tag == "NNS") else None


def described(ground: Ground, head: Token) -> Span | None:
    """The noun phrase of some people, with those coordinated; none for known ones (“the officials”)."""
    parts = ground.children(head.index, "amod", "compound", "nmod", "nummod", "det", "poss")
    if any(part.lower in {"the", "these", "those", "both", "no"} for part in parts):
        return None
    first = min([head.index, *(part.index for part in parts if part.dep != "det")])
    return ground.span(first, max(conjuncts(ground.leaf, head.index)))
