"""Whether an encounter was held, is planned, only proposed, called off or refused."""

from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.triggers import Trigger, is_purpose
from summitry.extract.words import word_list, word_map
from summitry.page import Token
from summitry.rows import Status

STRONGEST: tuple[Status, ...] = ("cancelled", "refused", "proposed", "planned")


CONDITIONS = frozenset({"if", "unless", "whether"})


def status_of(ground: Ground, trigger: Trigger) -> Status | None:
    """What the words around and above a trigger say; none if it is plainly denied."""
    if is_denied(ground, trigger) or is_asked(ground, trigger):
        return None
    if is_to_begin(ground, trigger):
        return "proposed"
    words = [*governing_words(ground, trigger), *afterthoughts(ground, trigger)]
    said = {status for token in words if (status := status_word(ground, token))}
    return next((status for status in STRONGEST if status in said), "held")


def governing_words(ground: Ground, trigger: Trigger) -> list[Token]:
    """The words that stand over a trigger, each with its auxiliaries, up to the verb of saying."""
    leaf = ground.leaf
    found: list[Token] = []
    at = leaf.tokens[trigger.at]
    for _ in leaf.tokens:
        found += [at, *ground.children(at.index, "aux", "auxpass", "amod", "acomp", "neg")]
        up = leaf.tokens[at.head]
        if up.index == at.index or is_reported(leaf.tokens[at.index], up):
            return found
        if up.pos in {"VERB", "AUX"} and is_apart(at, up):
            return found
        at = up
    return found


def afterthoughts(ground: Ground, trigger: Trigger) -> list[Token]:
    """The verbs that say of a meeting what became of it: “a trip to Oslo, which was cancelled”.

    The parser may hang the clause on the last words before it.
    """
    if trigger.verb:
        return []
    anchors = [
        ground.leaf.tokens[trigger.at],
        *ground.objects(trigger.at, "to", "in", "at", "with", "between"),
    ]
    return [
        clause
        for anchor in anchors
        for clause in ground.children(anchor.index, "relcl")
        if any(child.tag == "WDT" for child in ground.children(clause.index, "nsubjpass"))
    ]


def is_apart(token: Token, verb: Token) -> bool:
    """Whether what the verb above says is not said of the meeting: it tells of another time or thing."""
    if token.dep == "nsubj":
        return not speaks_of_it(verb)
    return token.dep in {"advcl", "relcl", "conj", "prep", "npadvmod"} and not opens(token)


def speaks_of_it(verb: Token) -> bool:
    """Whether a verb says of its subject that it is to be: “the talks will take place”, not “could help”."""
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
    if word is None:
        return status_phrase(ground, token)
    return next((status for status in STRONGEST if status == word), None)


def status_phrase(ground: Ground, token: Token) -> Status | None:
    """What a verb says with the words beside it: “is to meet”, “called off”, “called for”, “turned down”."""
    if token.lemma == "be":
        return "planned" if ground.children(token.index, "xcomp") else None
    particles = {child.lower for child in ground.children(token.index, "prt")}
    if token.lemma in {"turn", "rule"}:
        return "refused" if particles & {"down", "out"} else None
    if token.lemma != "call" or token.pos != "VERB":
        return None
    particles |= {
        child.lower for child in ground.children(token.index, "prep") if not is_of_time(ground, child)
    }
    if "off" in particles:
        return "cancelled"
    return "proposed" if particles & {"for", "on"} else None


def is_of_time(ground: Ground, preposition: Token) -> bool:
    """Whether a preposition says when: “called Lee on Friday”, not “called on Lee”."""
    return any(map(ground.is_dated, ground.children(preposition.index, "pobj")))


def is_asked(ground: Ground, trigger: Trigger) -> bool:
    """Whether a question asks if people met, and so tells nothing: “Did Lee visit Oslo?”."""
    verb = ground.leaf.tokens[trigger.at]
    own = ground.children(verb.index, "nsubj")
    before = ground.children(verb.index, "aux")
    last = ground.leaf.tokens[ground.leaf.sentences[verb.sentence].last - 1]
    asks = bool(own and before) and before[0].index < own[0].index
    return trigger.verb and verb.dep == "ROOT" and asks and last.text == "?"


def has_nobody(ground: Ground, verb: Token) -> bool:
    """Whether it is nobody who does it: “no minister has visited”."""
    return any(
        child.lower in {"nobody", "none"}
        or any(one.lower == "no" for one in ground.children(child.index, "det"))
        for child in ground.children(verb.index, "nsubj")
    )


def is_entered(ground: Ground, token: Token) -> bool:
    """Whether a word leads from a meeting to those who may enter it: “unable to qualify for it”."""
    up = ground.leaf.tokens[token.head]
    if token.dep == "pobj":
        return up.dep == "prep" and ground.leaf.tokens[up.head].lemma in word_list("entering_verbs")
    if token.dep == "prep":
        return up.lemma in word_list("entering_verbs")
    return token.dep == "xcomp" and up.pos == "ADJ"


def is_to_begin(ground: Ground, trigger: Trigger) -> bool:
    """Whether something is done that a meeting may be: “freed them for talks to begin”."""
    tokens = ground.leaf.tokens
    noun = tokens[trigger.at]
    above = tokens[noun.head]
    if trigger.verb or "for" not in {above.lower, *(one.lower for one in tokens[: noun.index][-1:])}:
        return False
    acts = [above, *ground.children(noun.index, "relcl", "acl"), *ground.children(above.head, "advcl")]
    return any(
        act.index > noun.index
        and act.lemma in word_list("taking_place")
        and any(child.tag == "TO" for child in ground.children(act.index, "aux"))
        for act in acts
    )


def is_denied(ground: Ground, trigger: Trigger) -> bool:
    """Whether the encounter is said not to be, or only thought of: “did not meet”, “if they meet”."""
    token = ground.leaf.tokens[trigger.at]
    anchors = [token]
    while token.head != token.index and (
        token.dep in {"dobj", "nsubjpass", "xcomp"}
        or (token.dep == "advcl" and is_purpose(ground, token))
        or is_entered(ground, token)
    ):
        token = ground.leaf.tokens[token.head]
        anchors.append(token)
    return any(
        anchor.lemma in word_list("failing_verbs")
        or any(child.lower in CONDITIONS for child in ground.children(anchor.index, "mark"))
        or ground.children(anchor.index, "neg")
        or has_nobody(ground, anchor)
        or any(
            child.lower in {"no", "never", "neither"}
            for child in ground.children(anchor.index, "det", "advmod", "preconj")
        )
        for anchor in anchors
    )
