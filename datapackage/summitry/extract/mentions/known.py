"""The names in a paragraph that the knowledge tables hold."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summitry import knowledge
from summitry.extract.mentions.named import Named, NameKind
from summitry.extract.words import word_list
from summitry.page import Leaf
from summitry.settings import MAX_NAME_WORDS, REMEMBERED_NAMES, REMEMBERED_WORDS

# “U.S.”, “Côte”, “O’Brien”; not the “’s” of “Japan’s”
WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’](?!s\b)\w+)*")

ARTICLES = frozenset({"The", "A", "An"})
"""Capitalised words with which no name is looked for."""

SPACE = re.compile(r"\s")

# “US$5”, “NZ $ 26 million”
MONEY = re.compile(r" ?\$")

# “an African-”, “Native ”
PEOPLE_OPENING = re.compile(r"\b([A-Za-z]+)[- ]$")

# “ Americans”, “-American”
PEOPLE_ENDING = re.compile(r"[- ]([A-Z]\w+)")

NO_EVENTS = frozenset({"holiday", "period"})
"""Times, not things that happened."""


def known_names(leaf: Leaf) -> Iterator[Named]:
    """Yield the longest names that the knowledge tables hold, without overlap."""
    words = list(WORD.finditer(leaf.text))
    free = 0
    for at, word in enumerate(words):
        start = word.start()
        if at < free or not leaf.text[start].isupper():
            continue
        if word[0] in ARTICLES or MONEY.match(leaf.text, word.end()):
            continue
        for count in range(longest_name(leaf.text, words[at : at + MAX_NAME_WORDS]), 0, -1):
            end = words[at + count - 1].end()
            end += is_short_state(leaf.text, start, end)
            if kind := kind_known(leaf.text[start:end]):
                if kind != "demonym" or not is_part_of_people(leaf.text, start, end):
                    yield Named(start, end, kind)
                free = at + count
                break


def longest_name(text: str, words: Sequence[re.Match[str]]) -> int:
    """How many of some words can be a known name: those before a space only, if no name opens as they do."""
    space = SPACE.search(text, words[0].end())
    if space is None or may_open_name(text[words[0].start() : space.start()]):
        return len(words)
    return bisect_right(words, space.start(), key=re.Match.end)


def is_part_of_people(text: str, start: int, end: int) -> bool:
    """Whether a people's name is half of another's: “Native American”, “African-American”.

    >>> is_part_of_people("Native Americans", 7, 16), is_part_of_people("an African state", 3, 10)
    (True, False)
    """
    before, after = PEOPLE_OPENING.search(text[:start]), PEOPLE_ENDING.match(text[end:])
    opened = before is not None and before[1].lower() in word_list("people_openings")
    opens = text[start:end].lower() in word_list("people_openings")
    return opened or (opens and after is not None and knowledge.country_of_demonym(after[1]) is not None)


def is_short_state(text: str, start: int, end: int) -> bool:
    """Whether the full stop behind belongs to the short name of a state after its town.

    >>> is_short_state("in Dallas, Tex. on", 11, 14), is_short_state("met Tex. He", 4, 7)
    (True, False)
    """
    behind = text.startswith(".", end) and text.endswith(", ", 0, start)
    return behind and any(place.type == "state" for place in knowledge.place_named(text[start : end + 1]))


@lru_cache(REMEMBERED_WORDS)
def may_open_name(word: str) -> bool:
    """Whether a known name of several words begins with that one."""
    return knowledge.may_open_name(word)


@lru_cache(REMEMBERED_NAMES)
def kind_known(text: str) -> NameKind | None:
    """What the knowledge tables say a name stands for.

    >>> kind_known("Moscow"), kind_known("Russians"), kind_known("Abcdef")
    ('city', 'demonym', None)
    """
    if not knowledge.may_be_known(text):
        return None
    if knowledge.country_named(text):
        return "country"
    if knowledge.country_of_demonym(text) or knowledge.place_of_adjective(text):
        return "demonym"
    if event := knowledge.event_named(text):
        return None if event.kind in NO_EVENTS else "event"
    if knowledge.organization_named(text) and not knowledge.seat_named(text):
        return "organization"
    return place_kind(text)


def place_kind(text: str) -> NameKind | None:
    """What sort of place below a country a name is known for.

    >>> place_kind("Kremlin"), place_kind("Moscow"), place_kind("Siberia")
    ('seat', 'city', 'place')
    """
    if knowledge.seat_named(text):
        return "seat"
    if knowledge.country_of_capital(text):
        return "city"
    places = knowledge.place_named(text)
    return ("city" if places[0].type == "city" else "place") if places else None
