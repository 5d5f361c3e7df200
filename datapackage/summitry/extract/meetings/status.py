"""Whether an encounter was held, is planned, only proposed, called off or refused."""

from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.triggers import Trigger
from summitry.extract.words import word_list, word_map
from summitry.page import Token
from summitry.rows import Status

STRONGEST: tuple[Status, ...] = ("cancelled", "refused", "proposed", "planned")


def status_of(ground: Ground, trigger: Trigger) -> Status | None:
    """What the words around and above a trigger say; none if it is plainly denied."""
    if is_denied(ground, trigger):
        return None
    said = {status for token in governing_words(ground, trigger) if (status := status_word(ground, token))}
    return next((status for status in STRONGEST if status in said), "held")


def governing_words(ground: Ground, trigger: Trigger) -> list[Token]:
    """The words that stand over a trigger, each with its auxiliaries, up to the verb of saying."""
    leaf = ground.leaf
    found: list[Token] = []
    at, steps = leaf.tokens[trigger.at], 0
    while steps < len(leaf.tokens):
        steps += 1
        found += [at, *ground.children(at.index, "aux", "auxpass", "amod", "acomp", "neg")]
        up = leaf.tokens[at.head]
        if up.index == at.index or is_reported(leaf.tokens[at.index], up):
            return found
        if (
            at.dep in {"advcl", "relcl", "conj", "nsubj", "nsubjpass", "prep", "npadvmod"}
            and up.pos in {"VERB", "AUX"}
            and not opens(at)
        ):
            if at.dep not in {"nsubj", "nsubjpass"}:
                return found
            if at.dep == "nsubj" and not speaks_of_it(up):
                return found
        at = up
    return found


def speaks_of_it(verb: Token) -> bool:
    """Whether a verb says of its subject that it is to be: “the meeting will take place”, not “could ease tensions”."""
    return verb.lemma in word_list("taking_place") or verb.lemma in word_map("status_words")


def opens(token: Token) -> bool:
    """Whether the verb above a preposition still speaks of the meeting: “invited him to talks”."""
    return token.dep == "prep" and token.lower in {"to", "for"}


def is_reported(token: Token, up: Token) -> bool:
    """Whether the word above only reports: what is said to have happened happened."""
    return token.dep == "ccomp" and up.lemma in word_list("reporting_lemmas")


def status_word(ground: Ground, token: Token) -> Status | None:
    """What one word says of the meeting under it."""
    words = word_map("status_words")
    word = words.get(token.lower) or words.get(token.lemma.lower())
    if word is None and token.lemma == "be":
        infinitive = [
            child for child in ground.leaf.children[token.index] if ground.leaf.tokens[child].dep == "xcomp"
        ]
        word = "planned" if infinitive else None
    if (
        word is None
        and token.lemma == "call"
        and token.pos == "VERB"
        and ground.children(token.index, "prt", "prep")
    ):
        particles = {child.lower for child in ground.children(token.index, "prt", "prep")}
        word = "cancelled" if "off" in particles else "proposed" if particles & {"for", "on"} else None
    if (
        word is None
        and token.lemma == "turn"
        and any(child.lower == "down" for child in ground.children(token.index, "prt"))
    ):
        word = "refused"
    return next((status for status in STRONGEST if status == word), None)


def is_denied(ground: Ground, trigger: Trigger) -> bool:
    """Whether the encounter is said not to be: “did not meet”, “no talks were held”."""
    token = ground.leaf.tokens[trigger.at]
    anchors = [token]
    while token.dep in {"dobj", "nsubjpass", "xcomp"} and token.head != token.index:
        token = ground.leaf.tokens[token.head]
        anchors.append(token)
    return any(
        anchor.lemma in word_list("failing_verbs")
        or ground.children(anchor.index, "neg")
        or any(
            child.lower in {"no", "never", "neither"}
            for child in ground.children(anchor.index, "det", "advmod", "preconj")
        )
        for anchor in anchors
    )
