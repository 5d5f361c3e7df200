"""The country of those of whom only the article's own place tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.extract.words import word_list
from summitry.page import Page, Span
from summitry.resolve.referents import Referent

SHARED = frozenset(
    {
        "bay",
        "canal",
        "channel",
        "delta",
        "gulf",
        "isla",
        "island",
        "islands",
        "isle",
        "lake",
        "mountains",
        "ocean",
        "passage",
    }
    | {"reef", "reefs", "ridge", "river", "sea", "strait", "straits"}
)
"""Words in the names of what lies between countries."""


def at_home(
    page: Page, mentions: Sequence[FoundMention], links: Mapping[int, Referent], near: frozenset[str]
) -> dict[int, Referent]:
    """The links, with the country of home officials, and of unknown places in a story of one country.

    An official without a demonym serves the country from which the article is datelined; envoys do not.
    """
    home = home_of(page, near)
    links = beside_known(page, mentions, links)
    if home is None:
        return links
    officials = {
        one.key
        for index, one in links.items()
        if one.type == "person" and one.country_code is None and is_official(page, mentions[index])
    }
    abroad = {
        one.key
        for index, one in links.items()
        if one.key in officials and elsewhere(page, mentions, links, index, home)
    }
    return {
        index: replace(one, country_code=home)
        if one.key in officials - abroad or is_local(one, near, home)
        else one
        for index, one in links.items()
    }


def beside_known(
    page: Page, mentions: Sequence[FoundMention], links: Mapping[int, Referent]
) -> dict[int, Referent]:
    """The links, with the country of unknown places from the one that their sentence is set in."""
    countries: dict[str, str] = {}
    for index, one in links.items():
        if one.type != "place" or one.country_code or one.label or one.key in countries:
            continue
        words = page.words(mentions[index].span).lower().split()
        if not SHARED.isdisjoint(words):
            continue
        inside = {
            other.country_code
            for at, other in links.items()
            if other.type == "place"
            and other.country_code
            and mentions[at].form == "name"
            and same_sentence(page, mentions[at].span, mentions[index].span)
        }
        if len(inside) == 1:
            countries[one.key] = next(iter(inside))
    return {
        index: replace(one, country_code=countries[one.key]) if one.key in countries else one
        for index, one in links.items()
    }


def elsewhere(
    page: Page, mentions: Sequence[FoundMention], links: Mapping[int, Referent], index: int, home: str
) -> bool:
    """Whether the sentence that gives someone's title names places of another country."""
    mention = mentions[index]
    if mention.title is None:
        return False
    inside = [
        other.country_code
        for at, other in links.items()
        if other.type == "place"
        and other.country_code
        and same_sentence(page, mentions[at].span, mention.span)
    ]
    return any(code != home for code in inside)


def same_sentence(page: Page, one: Span, other: Span) -> bool:
    """Whether two stretches stand in one sentence."""
    if one.passage != other.passage:
        return False
    leaf = page.leaves[one.passage]
    first, second = leaf.token_at(one.start), leaf.token_at(other.start)
    return first is not None and second is not None and first.sentence == second.sentence


def home_of(page: Page, near: frozenset[str]) -> str | None:
    """The country of the dateline."""
    for part in reversed((page.dispatch.dateline or "").split(",")):
        if code := country_at(part.strip(), near):
            return code
    return None


def country_at(name: str, near: frozenset[str]) -> str | None:
    """The country that a word of a dateline is, or lies in."""
    for form in (name, name.title()):
        country = knowledge.country_named(form) or knowledge.country_of_capital(form)
        if country:
            return country.code
        codes = [place.country_code for place in knowledge.place_named(form)]
        if codes:
            return next((code for code in codes if code in near), codes[0])
    return None


def is_official(page: Page, mention: FoundMention) -> bool:
    """Whether someone's title is of a state's service, and names no body of several countries."""
    if mention.title is None or mention.owner is not None:
        return False
    text = page.words(mention.title)
    words = text.replace("-", " ").split()
    if any(knowledge.place_of_adjective(word) for word in words) or names_body_of_several(text):
        return False
    if any(word.isupper() and len(word) > 1 for word in words) or "ambassador" in (
        word.lower() for word in words
    ):
        return False
    return any(word.lower() in word_list("official_titles") for word in words)


def names_body_of_several(title: str) -> bool:
    """Whether a title names a body that is no country's: `World Bank president`.

    >>> names_body_of_several("World Bank president"), names_body_of_several("Trade Minister")
    (True, False)
    """
    words = title.split()
    runs = (
        " ".join(words[first:last])
        for first in range(len(words))
        for last in range(first + 1, len(words) + 1)
    )
    return any((body := knowledge.organization_named(run)) and body.country_code is None for run in runs)


def is_local(one: Referent, near: frozenset[str], home: str) -> bool:
    """Whether a place or body that nothing else is known of is named in a story of one country."""
    unknown = one.country_code is None and one.wikidata_id is None and one.geonames_id is None
    return (
        unknown
        and one.type in {"place", "organization"}
        and one.label is None
        and {code[:3] for code in near} <= {home}
    )
