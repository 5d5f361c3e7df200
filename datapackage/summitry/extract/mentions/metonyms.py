"""Whether the name of a capital or a seat of government stands for the government: “Moscow said”."""

import re

from summitry import knowledge
from summitry.extract.words import word_list
from summitry.page import Leaf, Token
from summitry.settings import COORDINATION_REACH

PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "inside", "throughout", "via", "through", "into", "around", "across"}
)
PATH_PREPOSITIONS = frozenset({"to", "from", "for", "toward", "towards", "between"})

# “, Taiwan”, “, South Korea”
BEHIND = re.compile(r", ([A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)?")


def acts_as_government(leaf: Leaf, start: int, end: int) -> bool:
    """Whether a place name acts, is asked or owns as a government does, and is not where something is."""
    token = next(
        (token for token in reversed(leaf.tokens) if start <= token.start and token.end <= end), None
    )
    if token is None or is_address(leaf, token) or is_dateline(leaf, start, end):
        return False
    first = first_conjunct(leaf, token)
    return role_of_government(leaf, first) or (first.dep == "appos" and before_finite_verb(leaf, token))


def is_dateline(leaf: Leaf, start: int, end: int) -> bool:
    """Whether the name opens its paragraph in capitals, with an agency or a dash behind: “OSLO (AP) —”."""
    return start == 0 and leaf.text[:end].isupper() and leaf.text[end : end + 2] in {" (", " -", " –", " —"}


def is_address(leaf: Leaf, token: Token) -> bool:
    """Whether the name is one half of an address: “Moscow, Russia”, “Seattle, Washington”."""
    if stands_in_address(
        leaf.text[: token.start], leaf.text[token.start : token.end], leaf.text[token.end :]
    ):
        return True
    match leaf.tokens[token.index + 1 : token.index + 3]:
        case [mark, region]:
            return mark.text == "," and region.dep == "appos" and region.head == token.index
        case _:
            return False


def stands_in_address(before: str, name: str, after: str) -> bool:
    """Whether a capital's name follows a town of its country, or stands before that country.

    >>> stands_in_address("in Seattle, ", "Washington", " was"), stands_in_address("", "Taipei", ", Taiwan —")
    (True, True)
    >>> stands_in_address("Moscow, ", "Washington", " and Beijing")
    False
    """
    country = knowledge.country_of_capital(name)
    if country is None:
        return False
    behind = BEHIND.match(after)
    if behind and any(knowledge.country_named(text) == country for text in (behind[1], behind[0][2:])):
        return True
    towns = [place for size in (1, 2, 3) for place in towns_before(before, size)]
    return any(place.country_code == country.code for place in towns)


def towns_before(text: str, size: int) -> tuple[knowledge.Place, ...]:
    """The places that the last words before a comma can name."""
    words = text[:-2].split()[-size:] if text.endswith(", ") else []
    return knowledge.place_named(" ".join(words)) if len(words) == size else ()


def first_conjunct(leaf: Leaf, token: Token) -> Token:
    """The first of “Moscow and Tokyo”, whose role they share."""
    seen: set[int] = set()
    while token.dep == "conj" and token.index not in seen:
        seen.add(token.index)
        if leaf.tokens[token.head].pos not in {"PROPN", "NOUN"}:
            break
        token = leaf.tokens[token.head]
    return token


def before_finite_verb(leaf: Leaf, token: Token) -> bool:
    """Whether a finite verb follows the name and those coordinated with it: then it is a subject."""
    after = leaf.tokens[token.index + 1 : token.index + 1 + COORDINATION_REACH]
    rest = [one for one in after if one.pos not in {"ADV", "CCONJ", "PROPN"}]
    return bool(rest) and rest[0].tag in {"VBZ", "VBD", "VBP", "MD"}


def role_of_government(leaf: Leaf, token: Token) -> bool:
    """Whether a name in this place of its sentence is an actor."""
    head = leaf.tokens[token.head]
    if token.dep == "poss":
        return head.lemma.lower() not in word_list("city_things")
    if token.dep in {"nsubj", "nsubjpass"}:
        return head.lemma not in word_list("city_verbs") and not called_a_city(leaf, head)
    if token.dep == "pobj":
        return preposition_of_government(leaf, head)
    if token.dep in {"dobj", "dative"}:
        return head.lemma not in word_list("motion_words") and head.lemma not in word_list("city_verbs")
    if token.dep in {"compound", "nmod", "amod"}:
        return head.lemma.lower() in word_list("government_things")
    return False


def called_a_city(leaf: Leaf, verb: Token) -> bool:
    """Whether “X is a city / the capital”."""
    return verb.lemma == "be" and any(
        leaf.tokens[child].lemma in {"city", "capital", "town", "metropolis"}
        for child in leaf.children[verb.index]
    )


def preposition_of_government(leaf: Leaf, preposition: Token) -> bool:
    """Whether what this preposition governs is an actor: “alliance with Oslo”, not “visit to Oslo”."""
    governor = leaf.tokens[preposition.head].lemma.lower()
    if preposition.lower in PATH_PREPOSITIONS:
        set_for = preposition.lower == "for" and governor in word_list("arranging_verbs")
        return not set_for and governor not in word_list("motion_words")
    if preposition.lower == "of":
        return governor not in word_list("city_things")
    return preposition.lower not in PLACE_PREPOSITIONS
