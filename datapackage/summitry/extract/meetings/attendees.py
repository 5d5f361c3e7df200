"""Who takes part, by the grammar around a trigger."""

from collections.abc import Iterator

from summitry.extract.found import Attendee
from summitry.extract.meetings.ground import Ground, actors_at
from summitry.extract.meetings.triggers import SPEAKING, Trigger
from summitry.extract.words import word_list, word_lists, word_map
from summitry.page import Span, Token
from summitry.rows import Role
from summitry.settings import MAX_CLIMB

ADJUNCTS = frozenset({"at", "during", "in", "for"})
TOGETHER = ("with", "between", "among", "of", "by", "from")
TOPICAL = frozenset({"debate", "discuss", "negotiate", "speak", "talk"})
"""Verbs whose object is what people meet about."""

GOING_KINDS = frozenset({"visit", "delegation_visit"})
"""What follows their “to” is a place."""

CALLING_OFF = (("call", "off"), ("turn", "down"), ("rule", "out"))
CARRYING = frozenset({"VERB", "AUX", "ADP", "SCONJ", "ADJ"})
AFTERWARDS = frozenset({"after", "before", "following"})


def attendees_of(ground: Ground, trigger: Trigger) -> list[Attendee]:
    """Those who take part, each once, in reading order."""
    told = verb_attendees(ground, trigger) if trigger.verb else noun_attendees(ground, trigger)
    found = [attendee for attendee in told if can_take_part(ground, trigger, attendee)]
    roles: dict[Span, Role] = {}
    for attendee in found:
        if roles.get(attendee.span, "participant") == "participant":
            roles[attendee.span] = attendee.role
    return [Attendee(span, role) for span, role in sorted(roles.items())]


def can_take_part(ground: Ground, trigger: Trigger, attendee: Attendee) -> bool:
    """Whether someone can be there: bodies pay no visits, and who speaks to a newspaper meets nobody."""
    token = ground.leaf.token_at(attendee.span.start)
    mention = ground.mentions.get(token.index) if token else None
    if mention is None or mention.type == "person":
        return True
    if trigger.verb and ground.leaf.tokens[trigger.at].lemma in SPEAKING:
        return mention.type != "organization"
    goes = attendee.role == "visitor" or (trigger.kind == "visit" and attendee.role == "host")
    return not goes


def verb_attendees(ground: Ground, trigger: Trigger) -> Iterator[Attendee]:
    """Yield those who meet, visit, host, travel: subject, object, and whom they do it with."""
    verb = ground.leaf.tokens[trigger.at]
    comes = verb.lemma in {"visit", "travel", "fly"}
    gives = verb.lemma in {"host", "receive"}
    if gives and ground.children(verb.index, "nsubjpass"):
        yield from named(ground, ground.children(verb.index, "nsubjpass"), "visitor")
        yield from named(ground, ground.objects(verb.index, "by"), "host")
        return
    heads = subjects(ground, verb)
    yield from named(ground, heads, "visitor" if comes else "host" if gives else "participant")
    for head in heads:
        yield from leaders(ground, head)
    up = ground.leaf.tokens[verb.head]
    if verb.dep == "xcomp" and up.lemma == "invite":
        yield from named(ground, subjects(ground, up), "host" if comes else "participant")
    meets_object = verb.lemma not in TOPICAL and not ground.children(verb.index, "nsubjpass")
    objects = ground.children(verb.index, "dobj") if meets_object else []
    yield from named(ground, objects, "host" if comes else "visitor" if gives else "participant")
    yield from named(ground, ground.objects(verb.index, "with", "by"), "participant")
    if verb.lemma in SPEAKING:
        yield from named(ground, ground.objects(verb.index, "to"), "participant")


def leaders(ground: Ground, group: Token) -> Iterator[Attendee]:
    """Yield who leads a group: “a delegation of bankers led by Ann Lee”."""
    for index in ground.leaf.subtree(group.index):
        clause = ground.leaf.tokens[index]
        if clause.dep == "acl" and clause.lemma in {"lead", "head"}:
            yield from named(ground, ground.objects(clause.index, "by"), "visitor")


def noun_attendees(ground: Ground, trigger: Trigger) -> Iterator[Attendee]:
    """Yield those who hold the talks, make the visit, speak at the news conference."""
    noun = ground.leaf.tokens[trigger.at]
    comes: Role = "visitor" if trigger.kind == "visit" else "participant"
    yield from named(ground, ground.children(noun.index, "poss"), comes)
    for preposition in TOGETHER:
        role: Role = comes if preposition in {"by", "from", "of"} else "participant"
        yield from named(ground, ground.objects(noun.index, preposition), role)
    if trigger.kind == "forum":
        yield from only_person(ground, noun)
    for clause in ground.children(noun.index, "relcl"):
        if clause.lemma in word_list("arranging_verbs"):
            yield from named(ground, ground.children(clause.index, "nsubj"), comes)
    for spot in ground.objects(noun.index, "to", "in", "at"):
        yield from named(ground, ground.objects(spot.index, "by", "with"), comes)
    if governor := governing_verb(ground, noun):
        yield from carriers_of(ground, trigger, *governor)


def carriers_of(ground: Ground, trigger: Trigger, verb: Token, preposition: str) -> Iterator[Attendee]:
    """Yield those whom the verb over a meeting noun brings in: “held talks with Lee”."""
    noun = ground.leaf.tokens[trigger.at]
    comes: Role = "visitor" if trigger.kind == "visit" else "participant"
    if takes_part(ground, noun, verb, preposition):
        gives = verb.lemma == "host" and preposition == ""
        yield from named(ground, subjects(ground, verb), "host" if gives else comes)
        if preposition in {"", *ADJUNCTS}:
            with_whom = ("with", "to") if preposition or trigger.kind not in GOING_KINDS else ("with",)
            yield from named(ground, ground.objects(verb.index, *with_whom), "participant")
        if preposition and verb.lemma in word_list("receiving_verbs"):
            yield from named(ground, ground.children(verb.index, "dobj"), "participant")
    if noun.dep in {"nsubj", "nsubjpass"}:
        yield from equated(ground, verb)


def equated(ground: Ground, verb: Token) -> Iterator[Attendee]:
    """Yield those in what a meeting is said to be: “the talks were the first between Lee and Roe”."""
    for attribute in ground.children(verb.index, "attr"):
        yield from named(ground, ground.objects(attribute.index, "between", "of", "with"), "participant")
        for clause in ground.children(attribute.index, "relcl", "acl"):
            yield from named(ground, ground.children(clause.index, "nsubj"), "participant")


def only_person(ground: Ground, noun: Token) -> Iterator[Attendee]:
    """Yield the one person of the sentence, if someone appears there: “a speech at the forum”."""
    leaf = ground.leaf
    preposition = leaf.tokens[noun.head]
    if leaf.tokens[preposition.head].lemma not in word_list("appearances"):
        return
    sentence = leaf.sentences[noun.sentence]
    people = {
        mention.text: mention.span
        for index in range(sentence.first, sentence.last)
        if (mention := ground.mentions.get(index)) and mention.type == "person"
    }
    if len(people) == 1:
        yield Attendee(next(iter(people.values())), "participant")


def named(ground: Ground, heads: list[Token], role: Role) -> Iterator[Attendee]:
    """Yield the actors of some noun phrases in a role."""
    for head in heads:
        for span in actors_at(ground, head.index):
            yield Attendee(span, role)


def governing_verb(ground: Ground, noun: Token) -> tuple[Token, str] | None:
    """The verb that a meeting noun depends on, and the preposition in between, if any."""
    head, preposition = whole(ground, noun), ""
    joining = word_lists("appearances", "offers")
    for _ in ground.leaf.tokens:
        up = ground.leaf.tokens[head.head]
        if up.index == head.index:
            return None
        if up.pos in {"VERB", "AUX"}:
            return up, preposition
        if up.pos in {"ADP", "SCONJ"}:
            preposition = preposition or up.lower
        elif up.pos == "ADJ" and up.dep == "acomp":
            preposition = preposition or head.lower
        elif head.dep not in {"conj", "appos"} and up.lemma not in joining:
            return None
        head = up
    return None


def whole(ground: Ground, noun: Token) -> Token:
    """What a meeting noun is a measure of: `round` of “a round of talks”, else the noun itself."""
    up = ground.leaf.tokens[noun.head]
    over = ground.leaf.tokens[up.head]
    return (
        over if noun.dep == "pobj" and up.lower == "of" and over.lemma in word_list("meeting_parts") else noun
    )


def takes_part(ground: Ground, noun: Token, verb: Token, preposition: str) -> bool:
    """Whether the subject of the verb takes part in what the noun tells."""
    noun = whole(ground, noun)
    if not preposition:
        leads = verb.lemma in {"lead", "head"} or verb.lemma in word_list("meeting_carriers")
        carries = leads or verb.lemma in word_map("status_words")
        return noun.dep == "dobj" and (carries or calls_off(ground, verb))
    if ground.leaf.tokens[ground.leaf.tokens[noun.head].head].lemma in word_list("offers"):
        return True
    if verb.lemma == "invite" and preposition == "to":
        return True
    if preposition in AFTERWARDS:
        return bool(ground.objects(noun.index, "with"))
    return preposition in ADJUNCTS


def calls_off(ground: Ground, verb: Token) -> bool:
    """Whether a verb is “call off”, “turn down” or “rule out”."""
    particles = {child.lower for child in ground.children(verb.index, "prt", "advmod")}
    return any(verb.lemma == lemma and particle in particles for lemma, particle in CALLING_OFF)


def subjects(ground: Ground, verb: Token, depth: int = 0) -> list[Token]:
    """The subject of a verb, its own or that of the verb it hangs on."""
    own = ground.children(verb.index, "nsubj", "nsubjpass")
    if own:
        return [antecedent(ground, verb, token) for token in own]
    if (stray := stray_subject(ground, verb)) is not None:
        return [stray]
    return subjects_above(ground, verb, depth)


def subjects_above(ground: Ground, verb: Token, depth: int) -> list[Token]:
    """The subject that a verb without its own takes from the word it hangs on."""
    up = ground.leaf.tokens[verb.head]
    if depth > MAX_CLIMB or up.index == verb.index:
        return []
    if verb.dep == "xcomp" and (asked := ground.children(up.index, "dobj")):
        return asked
    if verb.dep in {"conj", "advcl", "xcomp", "pcomp", "ccomp", "prep", "acomp"} and up.pos in CARRYING:
        return subjects(ground, up, depth + 1)
    return [up] if verb.dep in {"relcl", "acl"} else []


def stray_subject(ground: Ground, verb: Token) -> Token | None:
    """A name right before a finite verb that the parser hung elsewhere: “in December and Abe met …”."""
    if verb.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    at = verb.index - 1
    while at >= 0 and ground.leaf.tokens[at].pos in {"ADV", "AUX"}:
        at -= 1
    token = ground.leaf.tokens[at] if at >= 0 else None
    mention = ground.mentions.get(at)
    if token is None or mention is None or mention.type != "person":
        return None
    if token.dep == "pobj":
        return token if follows_a_date(ground, token) else None
    if token.dep not in {"conj", "appos", "npadvmod"}:
        return None
    return None if token.head in ground.mentions else token


def follows_a_date(ground: Ground, name: Token) -> bool:
    """Whether a name was taken together with the day before it: “On Monday Lee met …”."""
    return any(map(ground.is_dated, ground.children(name.index, "compound", "nmod")))


def antecedent(ground: Ground, verb: Token, subject: Token) -> Token:
    """The noun that a relative pronoun stands for: `Abe` in “Abe, who met …”."""
    if subject.tag in {"WP", "WDT"} and verb.dep == "relcl":
        return ground.leaf.tokens[verb.head]
    return subject
