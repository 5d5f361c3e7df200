"""Every name that some table holds: a word that begins none of them need not be looked up in each."""

from collections.abc import Iterator
from functools import cache

from summitry.knowledge.countries import capital_index, demonym_index, name_index
from summitry.knowledge.events import events
from summitry.knowledge.organizations import organizations
from summitry.knowledge.places import place_adjectives, places, seats
from summitry.knowledge.spelling import folded

ARTICLES = ("the ", "The ", "THE ")
"""What some look-ups leave out at the beginning of a name."""


@cache
def forms() -> frozenset[str]:
    """The folded names of countries, capitals, peoples, places, seats, organizations and events."""
    tables = (
        name_index(), demonym_index(), capital_index(), place_adjectives(), places(), seats(),
        organizations(), events(),
    )  # fmt: skip
    return frozenset().union(*tables)


@cache
def openings() -> frozenset[str]:
    """The first word, up to a space, of each of these names that has several, and the articles."""
    return frozenset(form.split()[0] for form in (*forms(), *ARTICLES) if " " in form)


def without_articles(plain: str) -> Iterator[str]:
    """Yield a name, and what is left of it as its leading articles go one by one."""
    yield plain
    while plain.startswith(ARTICLES):
        plain = plain[len("the ") :]
        yield plain


def may_be_known(text: str) -> bool:
    """Whether a table has that name: without it no country, people, place, organization or event is found.

    >>> may_be_known("the Kremlin"), may_be_known("Abcdef")
    (True, False)
    """
    return any(plain in forms() for plain in without_articles(folded(text)))


def may_open_name(word: str) -> bool:
    """Whether a table has a name of several words that begins with that one.

    >>> may_open_name("United"), may_open_name("Côte"), may_open_name("Abcdef")
    (True, True, False)
    """
    return folded(word) in openings()
