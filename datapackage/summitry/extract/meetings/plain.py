"""Which tellings say by themselves that people met, and the place that is visited, named or not."""

from collections.abc import Sequence

from summitry.extract.meetings.company import SIDES, is_person, phrase_of, sides
from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.setting import Setting
from summitry.extract.meetings.triggers import SENDING, TRAVELLING, Trigger
from summitry.extract.words import word_list
from summitry.page import Span, Token

GATHERING = frozenset({"assemble", "congregate", "convene", "gather"})
LEADING = SENDING - {"send", "dispatch"}


def is_plain(ground: Ground, parts: Sequence[Trigger]) -> bool:
    """Whether the words alone tell of people who meet: not of a journey, an outcome, a text."""
    return any(plainly(ground, part, parts) for part in parts)


def plainly(ground: Ground, trigger: Trigger, parts: Sequence[Trigger]) -> bool:
    """Whether one word among those of a telling says that people meet."""
    token = ground.leaf.tokens[trigger.at]
    if trigger.last != trigger.at or is_generic(ground, token):
        return False
    if is_travel(ground, trigger):
        return False
    if token.lemma.lower() in word_list("lone_nouns"):
        return sides(ground, parts) >= SIDES
    if trigger.kind == "delegation_visit":
        return ground.leaf.tokens[token.head].lemma in LEADING
    if trigger.verb and trigger.weak:
        return sides(ground, parts) > 0 or is_past_passive(ground, token)
    return True


def is_travel(ground: Ground, trigger: Trigger) -> bool:
    """Whether a word tells only that somebody goes somewhere."""
    return ground.leaf.tokens[trigger.at].lemma in TRAVELLING


def is_past_passive(ground: Ground, verb: Token) -> bool:
    """Whether something was done, by whomever: “the plan was discussed”, not “is discussed below”."""
    if not ground.children(verb.index, "nsubjpass", "nsubj"):
        return bool(ground.objects(verb.index, "at", "during"))
    return any(child.lower in {"was", "were", "been"} for child in ground.children(verb.index, "auxpass"))


def is_generic(ground: Ground, token: Token) -> bool:
    """Whether a visit is anybody's: “you can visit”, “worth a visit”, “a visiting tycoon”."""
    above = ground.leaf.tokens[token.head]
    if above.lemma in {"worth", "way"}:
        return True
    if token.pos != "VERB":
        return token.dep == "dobj" and is_bidding(ground, above)
    if token.dep in {"amod", "compound"} or is_bidding(ground, token):
        return True
    can = {child.lower for child in ground.children(token.index, "aux")} & {"can", "may", "could", "might"}
    return bool(can) and any(child.lower == "you" for child in ground.children(token.index, "nsubj"))


def is_bidding(ground: Ground, verb: Token) -> bool:
    """Whether a verb bids its reader do something: “Visit the old town”."""
    return verb.tag == "VB" and verb.dep == "ROOT" and not ground.children(verb.index, "aux", "nsubj")


def site_of(ground: Ground, parts: Sequence[Trigger], setting: Setting) -> Span | None:
    """Where it was: the place of the telling, or else what is visited, as a noun phrase."""
    spot = setting.place or setting.venue
    if spot is not None:
        return spot
    heads = [head for part in parts for head in visited(ground, part)]
    return phrase_of(ground, heads[0]) if heads else None


def visited(ground: Ground, trigger: Trigger) -> list[Token]:
    """What is visited, or where people gather, if it is no person."""
    token = ground.leaf.tokens[trigger.at]
    if trigger.kind in {"visit", "delegation_visit"}:
        found = ground.children(token.index, "dobj") if trigger.verb and token.lemma == "visit" else []
        found += ground.objects(token.index, "to")
    elif trigger.verb and token.lemma in GATHERING:
        found = ground.objects(token.index, "at", "in", "outside", "near")
    else:
        found = []
    return [
        one
        for one in found
        if one.pos in {"NOUN", "PROPN"} and not is_person(ground, one) and not ground.is_dated(one)
    ]
