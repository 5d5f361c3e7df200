"""What tells whether a name is a person's, an organization's or a place's."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summitry import knowledge
from summitry.extract.mentions.agencies import is_agency
from summitry.extract.mentions.titles import LINKING, apposition_after, apposition_before, title_before
from summitry.extract.words import word_list, word_lists
from summitry.page import Leaf, Token
from summitry.settings import (
    APPOSITION_REACH,
    FAMOUS_POPULATION,
    MANY_WORDS,
    MAX_ABBREVIATION,
    MAX_AGE,
    PLAIN_NAME,
)

# “, 43,”, “ (43)”, “ aged 43.”; no “ 8.4mm”
AGE = re.compile(r"(?:, | \(| (?=aged ))(?:aged )?(\d{1,3})(?:[,);]|\.(?!\d)| years)")
INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,3} ?[A-Z][a-z]+|[A-Z]\w+ (?:[A-Z]\. ?)+[A-Z]")
# “iPhone”, “IISc”; no “McLund”, “NGOs”
MIXED = re.compile(r"(?<!Mc)(?<!Mac)(?<!De)(?<!Di)(?<=[a-z])[A-Z]|^[A-Z]{2,}(?!s$)[a-z]")
# “ 5.3.1,”; no “ 8.4 percent”
VERSION = re.compile(r" v?\d+(?:\.\d+)+(?:[,;)]|\.?\s(?!per|[mbt]r?illion|times|degrees|points|[ck]?m\b)|$)")
# “((Ann Lund)) Yes”, “Ann Lund: Yes”
LABEL = re.compile(r"\)+ |:\s")
NEAR = frozenset(
    {"near", "outside", "around", "across", "throughout", "inside", "within", "towards", "toward"}
)
# “, who”, “ where”, but no “ which”
RELATIVE = re.compile(r",? (?:(?P<who>who|whose|whom)|(?P<where>where))\b|, (?P<which>which)\b")
# “’s wife”, “’ party”
OWNED = re.compile(r"['’]s? (\w+)")
# “ party”, “-based”
NEXT = re.compile(r"[ -]([\w-]+)")
PATRONYMICS = frozenset({"bin", "ibn", "bint", "van", "von", "der"})
SMALL = frozenset({"of", "for", "and"})


def cues_of(text: str) -> Iterator[str]:
    """Yield what a name says by itself.

    >>> sorted(cues_of("Ann Lund")), sorted(cues_of("Silk River Trading Ltd"))
    (['given name first', 'known surname', 'several words'], ['ends as a body', 'many words'])
    """
    words = text.split()
    last, first = words[-1].lower().rstrip("."), words[0].lower()
    if len(words) > 1:
        yield "many words" if len(words) >= MANY_WORDS else "several words"
        if len(words) == PLAIN_NAME and knowledge.gender_of(words[0]) and last in word_list("place_endings"):
            yield "surname or place"
        elif not knowledge.place_named(text):
            yield from ["opens as a body"] if is_agency(words) else endings(first, last)
        if knowledge.gender_of(words[0].partition("-")[0]):
            yield "given name first"
        elif knowledge.is_given_name(words[0]) and not knowledge.place_named(words[0]):
            yield "likely name first"
    elif knowledge.gender_of(text):
        yield "given name"
    if INITIALS.match(text) and len(words) > 1:
        yield "initials"
    if not PATRONYMICS.isdisjoint(words):
        yield "patronymic"
    if not SMALL.isdisjoint(words):
        yield "small word"
    yield from letters(text)
    yield from known(text)


def endings(first: str, last: str) -> Iterator[str]:
    """Yield what the first and the last word of a name say."""
    if last in word_lists("place_nouns", "place_endings"):
        yield "ends as a place"
    elif last in word_lists("body_nouns", "body_endings"):
        yield "ends as a body"
    elif last in word_lists("thing_endings", "thing_nouns") or first in word_list("thing_openings"):
        yield "a thing by its words"
    elif first in word_list("body_openings"):
        yield "opens as a body"
    elif first in word_list("place_openings"):
        yield "opens as a place"


def letters(text: str) -> Iterator[str]:
    """Yield what the letters of a name say."""
    if "&" in text:
        yield "ampersand"
    if text.isupper() and len(text) <= MAX_ABBREVIATION:
        yield "capitals"
    elif MIXED.search(text):
        yield "mixed letters"
    if any(character.isdigit() for character in text):
        yield "digit"


def known(text: str) -> Iterator[str]:
    """Yield what knowledge says of a name."""
    if knowledge.country_of_capital(text):
        yield "known capital"
    elif places := knowledge.place_named(text):
        if places[0].population is None:
            yield "known region"
        else:
            yield "known large place" if places[0].population >= FAMOUS_POPULATION else "known place"
    elif knowledge.towns_named(text):
        yield "known town"
    if knowledge.organization_named(text):
        yield "known body"
    elif knowledge.company_named(text):
        yield "known company"
    elif not {text.lower(), text.lower().removesuffix("s")}.isdisjoint(word_list("known_things")):
        yield "known thing"
    if knowledge.is_surname(text.rpartition(" ")[2]):
        yield "known surname"


def cues_around(leaf: Leaf, start: int, end: int) -> Iterator[str]:
    """Yield what the words around a name say."""
    first, last = leaf.token_at(start), leaf.token_at(end - 1)
    if first is None or last is None:
        return
    before = leaf.tokens[max(0, first.index - 3) : first.index]
    after = leaf.text[end : end + 60]
    if LABEL.match(after) and not leaf.text[:start].strip(" ("):
        yield "label"
    yield from said_before(leaf, first, before, last)
    yield from said_after(after)
    linked = bool(before) and before[-1].lower in LINKING
    if not linked and (title_before(leaf, start) or apposition_before(leaf, start, end)):
        yield "title"
    if first is last and first.pos == "ADJ" and not first.text.isupper() and is_noun_after(leaf, last):
        yield "adjective"
    yield from role(leaf, last)
    called = list(apposition(leaf, last))
    yield from called or (["is a person"] if apposition_after(leaf, end) else [])


def said_before(leaf: Leaf, first: Token, before: Sequence[Token], last: Token) -> Iterator[str]:
    """Yield what the words before a name say."""
    if not before or before[-1].sentence != first.sentence:
        return
    word = before[-1].lower
    if word == "the":
        following = leaf.tokens[last.index + 1] if last.index + 1 < len(leaf.tokens) else None
        if following is None or following.pos not in {"NOUN", "PROPN", "ADJ"}:
            yield "article"
        before = before[:-1]
        word = before[-1].lower if before else ""
    elif word.rstrip(".") in plain_honorifics():
        yield "honorific"
    yield from preposition(word, before[-2].lemma.lower() if len(before) > 1 else "")
    if word in word_list("kin_nouns"):
        yield "relative"
    elif word in word_list("before_bodies"):
        yield "body before"
    elif word in word_list("before_places") and before[-1].text.islower():
        yield "place before"
    elif word in word_list("thing_nouns"):
        yield "thing before"


@cache
def plain_honorifics() -> frozenset[str]:
    """The forms of address without their full stop."""
    return frozenset(word.rstrip(".") for word in word_list("honorifics"))


def preposition(word: str, governor: str) -> Iterator[str]:
    """Yield what a preposition before a name says."""
    if word in {"in", "at", "from", "by"}:
        yield word
    elif word in NEAR:
        yield "near"
    elif word == "to" and governor in word_list("motion_words"):
        yield "going to"
    elif word in {"of", "for"} and governor in word_list("body_heads_of"):
        yield "people of a body"
    elif word in {"of", "with"} and governor in word_list("before_things"):
        yield "versions of"
    elif word == "of" and governor in word_lists("before_places", "after_places"):
        yield "place before"


def said_after(after: str) -> Iterator[str]:
    """Yield what the words after a name say."""
    if (age := AGE.match(after)) and int(age.group(1)) <= MAX_AGE:
        yield "age"
    if VERSION.match(after):
        yield "version"
    if relative := RELATIVE.match(after):
        yield relative.lastgroup or ""
    if found := OWNED.match(after):
        if found.group(1).lower() in word_list("kin_nouns"):
            yield "relative"
    elif found := NEXT.match(after):
        yield from noun_after(found.group(1))


def is_noun_after(leaf: Leaf, token: Token) -> bool:
    """Whether a plain noun follows a word: `Indigenous` in “Indigenous women”."""
    following = leaf.tokens[token.index + 1 : token.index + 2]
    return bool(following) and following[0].pos == "NOUN" and following[0].text.islower()


def noun_after(word: str) -> Iterator[str]:
    """Yield what the noun that a name stands before says: “the Zorn virus”."""
    if word.lower() in word_list("after_places"):
        yield "place after"
    elif word in word_list("after_bodies"):
        yield "body after"
    elif word in word_list("thing_nouns"):
        yield "thing after"


def role(leaf: Leaf, last: Token) -> Iterator[str]:
    """Yield whether a name is the subject of a verb, and of what sort."""
    if last.dep not in {"nsubj", "nsubjpass"}:
        return
    verb = leaf.tokens[last.head]
    yield "says" if verb.lemma in word_lists("reporting_lemmas", "speaking_lemmas") else "acts"


def apposition(leaf: Leaf, last: Token) -> Iterator[str]:
    """Yield what a name is called behind it: “, a farmer”, “is a town”, “, the party that”."""
    tokens = leaf.tokens[last.index + 1 : last.index + 1 + APPOSITION_REACH]
    match [token.lower for token in tokens]:
        case ["," | "is" | "was" | "are", "a" | "an" | "the", *_]:
            pass
        case _:
            return
    noun = None
    for token in tokens[2:]:
        if token.pos == "NOUN":
            noun = token
        elif noun or token.pos not in {"ADJ", "ADV", "PROPN", "PUNCT", "NUM", "VERB"} or token.text == ",":
            break
    if noun is None:
        return
    word = noun.lemma.lower()
    if word in word_lists("job_titles", "kin_nouns", "person_nouns"):
        yield "is a person"
    elif word in word_lists("body_nouns", "before_bodies", "body_endings"):
        yield "is a body"
    elif word in word_lists("place_nouns", "place_endings", "after_places"):
        yield "is a place"
    elif word in word_list("thing_nouns"):
        yield "is a thing"
