"""When and where an encounter is told to be, by the grammar around its trigger."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from summitry import knowledge
from summitry.dates import Timex
from summitry.extract.meetings.attendees import calls_off, governing_verb
from summitry.extract.meetings.ground import Ground
from summitry.extract.meetings.triggers import Trigger
from summitry.extract.words import word_list, word_lists, word_map
from summitry.page import Span, Token

LASTING = frozenset({"to", "until", "through", "till", "-", "–"})
"""What stands between the first and the last day of an encounter."""

DAYS_TOGETHER = 3
"""Days joined by `and` are of one encounter if no more than this apart."""

STAYING = frozenset({"in", "at", "on", "near", "outside", "aboard"})
GOING = frozenset({"to", "into"})


class Setting(NamedTuple):
    """When and where, as written."""

    date: Timex | None
    place: Span | None
    """The name of the place, or a noun phrase: `Moscow`, `the islands`."""
    place_text: Span | None
    """The same with what belongs to it: `Davos, Switzerland`, `Russia’s Far East`."""
    venue: Span | None


def anchors_of(ground: Ground, trigger: Trigger) -> list[int]:
    """The tokens that speak of the encounter: its word first, then the verbs that carry it, nearest first."""
    leaf = ground.leaf
    token = leaf.tokens[trigger.at]
    found = [trigger.at]
    if not trigger.verb:
        found += arranged_after(ground, trigger)
        governor = governing_verb(ground, token)
        if governor is None:
            return found
        token = governor[0]
        found += [token.index, *(one.index for one in ground.children(token.index, "acomp"))]
        if leaf.tokens[trigger.at].dep in {"nsubj", "nsubjpass"}:
            found += verbs_below(ground, token)
    while carries_on(ground, token) and token.head not in found:
        token = leaf.tokens[token.head]
        found.append(token.index)
    return found


def arranged_after(ground: Ground, trigger: Trigger) -> list[int]:
    """The participle behind a meeting that says for when it was set: “a visit to Oslo planned for Friday”.

    The parser hangs it on the nearest name as often as on the meeting.
    """
    leaf = ground.leaf
    sentence = leaf.sentences[leaf.tokens[trigger.at].sentence]
    for token in leaf.tokens[trigger.at + 1 : sentence.last]:
        arranged = token.lemma == "due" or token.lemma in word_list("arranging_verbs")
        if arranged and is_set_for(ground, token):
            return [token.index]
        if token.pos == "VERB" or (token.pos == "AUX" and token.lemma not in {"be", "have"}):
            return []
    return []


def is_set_for(ground: Ground, participle: Token) -> bool:
    """Whether a date follows with no more than a preposition before it: `planned for Friday`."""
    near = ground.leaf.tokens[participle.index + 1 : participle.index + 3]
    starts = {timex.start for timex in ground.dates}
    linked = len(near) > 1 and near[0].lower in {"for", "on", "in"} and near[1].start in starts
    return linked or (bool(near) and near[0].start in starts)


def verbs_below(ground: Ground, verb: Token) -> list[int]:
    """The verbs that say of a subject that it is to take place: `resume` of “talks are due to resume”."""
    found: list[int] = []
    for child in ground.children(verb.index, "acomp", "xcomp"):
        if child.lemma in word_lists("arranging_verbs", "taking_place"):
            found.append(child.index)
        found += verbs_below(ground, child)
    return found


def carries_on(ground: Ground, token: Token) -> bool:
    """Whether the verb above has the same time and place: “is expected to travel to Oslo to meet …”."""
    up = ground.leaf.tokens[token.head]
    if up.pos not in {"VERB", "AUX", "ADJ"} or up.lemma in word_list("reporting_lemmas"):
        return False
    purpose = token.dep == "advcl" and any(child.tag == "TO" for child in ground.children(token.index, "aux"))
    return token.dep == "xcomp" or purpose


class Tie(NamedTuple):
    """The trigger that a date or place belongs to, and how far from its word."""

    trigger: Trigger
    far: int
    """0 at the word, 1 at the verb that carries it, more at those above."""


Anchored = Mapping[Trigger, Sequence[int]]
"""The triggers of one sentence, each with its anchors."""


def anchored_beside(ground: Ground, trigger: Trigger, triggers: Sequence[Trigger]) -> Anchored:
    """The triggers of a trigger's sentence, itself among them: a date or place belongs to one of them."""
    tokens = ground.leaf.tokens
    sentence = tokens[trigger.at].sentence
    return {one: anchors_of(ground, one) for one in triggers if tokens[one.at].sentence == sentence}


def tie_of(ground: Ground, index: int, anchored: Anchored) -> Tie | None:
    """What a date or place belongs to: the first trigger met on the way up, the nearest of several.

    The way leads over prepositions, names and other dates and places, not over other things or clauses: the
    country in “discussed the crisis in Chad” is not where they met.
    """
    leaf = ground.leaf
    at, seen = index, {index}
    while True:
        carried = [Tie(trigger, anchors.index(at)) for trigger, anchors in anchored.items() if at in anchors]
        if carried:
            return min(carried, key=lambda tie: (tie.far, abs(tie.trigger.at - index), tie.trigger.at))
        at = leaf.tokens[at].head
        if at in seen or not (leads_up(ground, at) or any(at in anchors for anchors in anchored.values())):
            return None
        seen.add(at)


def leads_up(ground: Ground, index: int) -> bool:
    """Whether a token only connects: a preposition, a place, a part of a date."""
    token = ground.leaf.tokens[index]
    mention = ground.mentions.get(index)
    if is_arranged(token):
        return True
    if token.pos in {"ADP", "ADV"} or mention is not None or sort_of_place(token):
        return True
    return any(timex.start <= token.start and token.end <= timex.end for timex in ground.dates)


def is_arranged(token: Token) -> bool:
    """Whether a participle says when or where a meeting is to be: “talks set for Oslo in May”."""
    if token.lemma in word_list("arranging_verbs"):
        return token.dep in {"acl", "relcl", "xcomp"}
    return token.lemma == "be" and token.dep == "relcl"


def setting_of(ground: Ground, trigger: Trigger, triggers: Sequence[Trigger]) -> Setting:
    """The date, the place and the venue that belong to a trigger."""
    anchored = anchored_beside(ground, trigger, triggers)
    date = date_of(ground, trigger, anchored)
    sentence = ground.leaf.sentences[ground.leaf.tokens[trigger.at].sentence]
    ties = {
        token: tie.far
        for token in ground.leaf.tokens[sentence.first : sentence.last]
        if means_a_place(ground, token)
        and is_spot(ground, token, trigger)
        and (tie := tie_of(ground, token.index, anchored))
        and tie.trigger == trigger
    }
    venues = [token for token in ties if is_venue(ground, token)]
    places = [token for token in ties if token not in venues]
    place = min(
        places,
        key=lambda token: (ties[token] > 0, breadth(ground, token), abs(token.index - trigger.at)),
        default=None,
    )
    venue = venues[0] if venues else None
    return Setting(
        date,
        spot_span(ground, place) if place else None,
        with_surroundings(ground, place) if place else None,
        spot_span(ground, venue) if venue else None,
    )


def date_of(ground: Ground, trigger: Trigger, anchored: Anchored) -> Timex | None:
    """The date that belongs to a trigger; the nearest, if several do."""
    own = [
        timex
        for timex in ground.dates
        if timex.type in {"DATE", "TIME"}
        and timex.signal not in {"since", "until"}
        and (token := head_of(ground, timex.start, timex.end)) is not None
        and (is_tied(ground, token, trigger, anchored) or follows(ground, timex, trigger))
    ]
    place = ground.leaf.tokens[trigger.at].start
    nearest = min(own, key=lambda timex: (timex.first is None, abs(timex.start - place)), default=None)
    return spanning(ground, nearest) if nearest else None


def spanning(ground: Ground, timex: Timex) -> Timex:
    """A day with the day that it lasts until: “from June 4 to June 6”."""
    for other in ground.dates:
        between = ground.leaf.text[timex.end : other.start].strip().lower()
        if other.start <= timex.end or not (
            between in LASTING or (between == "and" and are_days(timex, other))
        ):
            continue
        if timex.first is None or other.last is None or other.last <= timex.first:
            continue
        opens = ground.leaf.text[: timex.start].lower().endswith("from ")
        start = timex.start - len("from ") * opens
        text = ground.leaf.text[start : other.end]
        return replace(timex, start=start, end=other.end, last=other.last, precision="range", text=text)
    return timex


def are_days(one: Timex, other: Timex) -> bool:
    """Whether two dates are days, the second soon after the first: “on Thursday and Friday”."""
    if one.last is None or other.first is None or {one.precision, other.precision} != {"day"}:
        return False
    return timedelta(0) < other.first - one.last <= timedelta(days=DAYS_TOGETHER)


def is_tied(ground: Ground, token: Token, trigger: Trigger, anchored: Anchored) -> bool:
    """Whether a token belongs to a trigger and to no other."""
    if token.sentence != ground.leaf.tokens[trigger.at].sentence:
        return False
    tie = tie_of(ground, token.index, anchored)
    if tie is None or tie.trigger != trigger:
        return False
    return tie.far == 0 or not dates_the_end(ground, anchored[trigger][tie.far])


def dates_the_end(ground: Ground, anchor: int) -> bool:
    """Whether a date says when the meeting was called off or refused, and not for when it was set."""
    verb = ground.leaf.tokens[anchor]
    if word_map("status_words").get(verb.lemma) == "cancelled":
        return True
    return verb.lemma == "call" and calls_off(ground, verb)


def follows(ground: Ground, timex: Timex, trigger: Trigger) -> bool:
    """Whether a date comes right after the word of the encounter: “his visit in May letters” parses badly."""
    gap = ground.leaf.text[ground.leaf.tokens[trigger.at].end : timex.start].split()
    return len(gap) == 1 and gap[0] in {"in", "on", "last", "this"}


def head_of(ground: Ground, start: int, end: int) -> Token | None:
    """The token of a stretch whose head lies outside it."""
    inside = list(ground.leaf.words_in(start, end))
    return next((token for token in inside if not start <= ground.leaf.tokens[token.head].start < end), None)


def is_spot(ground: Ground, token: Token, trigger: Trigger) -> bool:
    """Whether a token that means a place says where the encounter can be."""
    named = token.index in ground.mentions
    token = before_a_date(ground, token)
    head = ground.leaf.tokens[token.head]
    goes = trigger.kind in {"visit", "delegation_visit"}
    if token.dep == "pobj":
        arranged = head.lower == "for" and is_arranged(ground.leaf.tokens[head.head])
        return head.lower in STAYING or arranged or (goes and head.lower in GOING)
    if token.dep in {"compound", "nmod", "amod"}:
        return head.index == trigger.at and named
    return goes and token.dep == "dobj" and head.index == trigger.at


def means_a_place(ground: Ground, token: Token) -> bool:
    """Whether a token ends the name of a place, or is a noun for one."""
    mention = ground.mentions.get(token.index)
    if mention is None:
        return token.pos in {"NOUN", "PROPN"} and sort_of_place(token)
    if mention.form != "name" or mention.span.end != token.end:
        return False
    return mention.type == "place" or (mention.type == "organization" and housed(ground, token))


def before_a_date(ground: Ground, token: Token) -> Token:
    """The token that the sentence hangs on: the date in “met in Dakar Tuesday”, else itself."""
    head = ground.leaf.tokens[token.head]
    return head if ground.is_dated(head) and token.dep in {"compound", "nmod"} else token


def sort_of_place(token: Token) -> bool:
    """Whether a common noun is of a place or a building."""
    return token.lemma.lower() in word_lists("place_nouns", "venue_nouns")


def housed(ground: Ground, token: Token) -> bool:
    """Whether something is met at: “at the Palais des Nations”."""
    return token.dep == "pobj" and ground.leaf.tokens[token.head].lower == "at"


def is_venue(ground: Ground, token: Token) -> bool:
    """Whether a place is a building."""
    mention = ground.mentions.get(token.index)
    if mention is None:
        return token.lemma.lower() in word_list("venue_nouns")
    if mention.type == "organization":
        return True
    if knowledge.place_named(mention.text) or knowledge.country_of_capital(mention.text):
        return False
    if knowledge.seat_named(mention.text):
        return True
    return any(word.lower() in word_list("venue_nouns") for word in mention.text.split()[-1:])


def breadth(ground: Ground, token: Token) -> int:
    """How wide a place is: a city before a region before a country."""
    mention = ground.mentions.get(token.index)
    if mention is None:
        return 3
    if knowledge.country_of_capital(mention.text):
        return 0
    return 2 if knowledge.country_named(mention.text) else 1


def spot_span(ground: Ground, token: Token) -> Span:
    """The name of a place, or the noun phrase that describes it."""
    mention = ground.mentions.get(token.index)
    if mention is not None:
        return mention.span
    parts = ground.children(token.index, "det", "amod", "nummod", "compound", "poss")
    proper = token.pos == "PROPN" or token.lemma.lower() in word_list("venue_nouns")
    kept = [part.index for part in parts if not (proper and part.lower == "the")]
    return ground.span(min([token.index, *kept]), token.index)


def with_surroundings(ground: Ground, token: Token) -> Span:
    """The place with the country that owns it or follows it: `Russia’s Far East`, `Davos, Switzerland`."""
    mention = ground.mentions.get(token.index)
    if mention is None:
        return spot_span(ground, token)
    first = last = token.index
    while first > 0 and ground.mentions.get(first - 1) == mention:
        first -= 1
    if first > 1 and ground.leaf.tokens[first - 1].tag == "POS" and (first - 2) in ground.mentions:
        first -= 2
    following = ground.mentions.get(last + 2)
    if (
        last + 2 < len(ground.leaf.tokens)
        and ground.leaf.tokens[last + 1].text == ","
        and following is not None
        and following.type == "place"
        and following.form == "name"
    ):
        last += 2
        while ground.mentions.get(last + 1) == following:
            last += 1
    return ground.span(first, last)
