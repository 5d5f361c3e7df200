"""Which words of a sentence tell of one encounter together: “visited Oslo and met the king”."""

from collections.abc import Sequence

from summitry.extract.meetings.attendees import governing_verb, stray_subject
from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.triggers import Trigger
from summitry.extract.words import word_list
from summitry.page import Token

ONE_ENCOUNTER = frozenset({"visit", "talks", "summit", "other"})


def one_telling(ground: Ground, triggers: Sequence[Trigger]) -> list[list[Trigger]]:
    """The triggers in groups that tell of one encounter each, the leading one first."""
    groups: list[list[Trigger]] = []
    for trigger in triggers:
        lead = next((group for group in groups if any(hangs_on(ground, trigger, one) for one in group)), None)
        if lead is None:
            groups.append([trigger])
        else:
            lead.append(trigger)
    return groups


def hangs_on(ground: Ground, trigger: Trigger, lead: Trigger) -> bool:
    """Whether one trigger goes on telling what another began: its purpose, or the next act of its people."""
    if is_occasion(ground, trigger, lead) or is_reception(ground, trigger, lead):
        return True
    if trigger.kind not in ONE_ENCOUNTER or lead.kind not in ONE_ENCOUNTER:
        return False
    token = ground.leaf.tokens[trigger.at]
    carriers = verbs_of(ground, lead)
    if not trigger.verb:
        preposition = ground.leaf.tokens[token.head]
        if token.dep == "pobj" and preposition.lower == "for" and preposition.head in carriers:
            return True
        governor = governing_verb(ground, token)
        if governor is None or governor[1]:
            return False
        token = governor[0]
    return token.index not in carriers and continues(ground, token) and token.head in carriers


def is_occasion(ground: Ground, trigger: Trigger, lead: Trigger) -> bool:
    """Whether a noun says on what occasion a weak verb's people spoke: “discussed it in a telephone call”."""
    token = ground.leaf.tokens[trigger.at]
    preposition = ground.leaf.tokens[token.head]
    inside = token.dep == "pobj" and preposition.lower in {"in", "during", "at", "by", "over"}
    leads = lead.weak or ground.leaf.tokens[lead.at].lemma == "host"
    return lead.verb and leads and not trigger.verb and inside and preposition.head == lead.at


def is_reception(ground: Ground, trigger: Trigger, lead: Trigger) -> bool:
    """Whether a clause tells how the visitor was met: “visited Oslo, where the king received him”."""
    verb = ground.leaf.tokens[trigger.at]
    pronoun = any(token.tag == "PRP" for token in ground.children(verb.index, "dobj"))
    above = ground.leaf.tokens[verb.head]
    tied = verb.dep in {"advcl", "relcl", "conj"} and lead.at in {above.index, above.head}
    beyond = lead.at == ground.leaf.tokens[above.head].head
    return trigger.verb and pronoun and verb.lemma in word_list("receiving_verbs") and (tied or beyond)


def verbs_of(ground: Ground, trigger: Trigger) -> list[int]:
    """The word of a trigger, and the verb that carries it."""
    found = [trigger.at]
    if not trigger.verb and (governor := governing_verb(ground, ground.leaf.tokens[trigger.at])):
        found.append(governor[0].index)
    return found


def continues(ground: Ground, verb: Token) -> bool:
    """Whether a verb has no subject of its own and goes on from the one above: “and met”, “to discuss”."""
    if ground.children(verb.index, "nsubj", "nsubjpass") or stray_subject(ground, verb):
        return False
    purpose = verb.dep in {"advcl", "xcomp", "acl", "relcl"} and any(
        child.tag == "TO" for child in ground.children(verb.index, "aux")
    )
    return purpose or verb.dep == "conj"
