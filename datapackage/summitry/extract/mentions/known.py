"""The names in a paragraph that the knowledge tables hold."""

import re
from collections.abc import Iterator
from functools import lru_cache

from summitry import knowledge
from summitry.extract.mentions.named import Named, NameKind
from summitry.extract.words import word_list
from summitry.page import Leaf
from summitry.settings import MAX_NAME_WORDS, REMEMBERED_NAMES

# “U.S.”, “Côte”, “O’Brien”; not the “’s” of “Japan’s”
WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’](?!s\b)\w+)*")

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
    at = 0
    while at < len(words):
        taken = 1
        if may_begin(words[at].group()) and not MONEY.match(leaf.text, words[at].end()):
            for count in range(min(MAX_NAME_WORDS, len(words) - at), 0, -1):
                start, end = words[at].start(), words[at + count - 1].end()
                end += is_short_state(leaf.text, start, end)
                if kind := kind_known(leaf.text[start:end]):
                    if kind != "demonym" or not is_part_of_people(leaf.text, start, end):
                        yield Named(start, end, kind)
                    taken = count
                    break
        at += taken


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
    behind = text[end : end + 1] == "." and text[:start].endswith(", ")
    return behind and any(place.type == "state" for place in knowledge.place_named(text[start : end + 1]))


def may_begin(word: str) -> bool:
    """Whether a name can begin with this word: with a capital, and not with an article."""
    return word[0].isupper() and word not in {"The", "A", "An"}


@lru_cache(REMEMBERED_NAMES)
def kind_known(text: str) -> NameKind | None:
    """What the knowledge tables say a name stands for.

    >>> kind_known("Moscow"), kind_known("Russians"), kind_known("Abcdef")
    ('city', 'demonym', None)
    """
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
