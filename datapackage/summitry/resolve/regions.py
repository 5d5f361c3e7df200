"""The part of the world that an article is set in: which of several towns of one name it means."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from summitry import knowledge
from summitry.extract.found import FoundMention
from summitry.page import Page, Span
from summitry.settings import FAMOUS_POPULATION, HOME_LEAD, HOME_SCORE

DIVIDED = "USA"
"""The country whose states are regions of their own: its towns share their names from state to state."""

OPPOSITES = (("North", "South"), ("East", "West"))
"""Two countries that share the rest of their names are told apart by these."""

# “the artificial pancreas (AP)”
EXPLAINED = re.compile(r"((?:[\w-]+ ){1,6})\(([A-Z][A-Za-z]{1,5})\)")


@dataclass(frozen=True, slots=True)
class Setting:
    """The countries, states and counties that an article names, and how much else points to each."""

    near: frozenset[str]
    """The codes of the countries and states that it names, by whatever form: `USA`, `USA-TX`."""
    counties: frozenset[str] = frozenset()
    """What its names of counties can mean: `USA-TX-277`."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """How much speaks for each region."""
    home: str | None = None
    """The region that most of its places lie in, where that is clear."""
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The words that point to each country."""
    within: Mapping[str, str] = field(default_factory=dict)
    """The region that the text states for a name: `Paris, Texas`."""
    appended: Mapping[Span, str] = field(default_factory=dict)
    """The region that is named behind its town, by where it stands: `Seattle, Washington`."""
    explained: frozenset[str] = frozenset()
    """Abbreviations that the article uses for something of its own: `the artificial pancreas (AP)`."""

    halves: Mapping[str, str] = field(default_factory=dict)
    """The country that the name of a side stands for: `North` for `North Korea`."""

    def holds(self, place: knowledge.Place) -> bool:
        """Whether a place lies in a state that the article names, or in the region that it is set in."""
        region = region_of(place)
        return region == self.home or ("-" in region and region in self.near)

    def closeness(self, place: knowledge.Place) -> tuple[bool, float]:
        """Sorts the place first that lies in a county that is named, then in the likeliest region."""
        return county_of(place) not in self.counties, -self.weights.get(region_of(place), 0.0)

    def is_away(self, country_code: str | None) -> bool:
        """Whether the article is set elsewhere, and no more than one word points to a country."""
        elsewhere = self.home is not None and self.home[:3] != country_code
        return elsewhere and len(self.told.get(str(country_code), ())) <= 1


def region_of(place: knowledge.Place) -> str:
    """The code of the state, in the United States, or else of the country: `USA-TX`, `GBR`."""
    code = place.country_code or ""
    return f"{code}-{place.admin}" if code == DIVIDED and place.admin else code


def county_of(place: knowledge.Place) -> str | None:
    """The code of the county that a place is, or lies in."""
    return f"{region_of(place)}-{place.county}" if place.county else None


def setting_of(page: Page, mentions: Sequence[FoundMention], near: frozenset[str]) -> Setting:
    """What an article is set in, by its names of places and its dateline."""
    parts = [part.strip() for part in (page.dispatch.dateline or "").split(",")]
    header = [form for part in parts if part for form in dict.fromkeys((part, part.title()))]
    names = list(dict.fromkeys([*header, *place_names(mentions), *parts_of_bodies(mentions)]))
    told = told_by(mentions)
    near = near | frozenset(code for name in names for code in codes_of_state(name))
    counties = frozenset(
        code for name in names for place in knowledge.counties_named(name) if (code := county_of(place))
    )
    weights: defaultdict[str, float] = defaultdict(float)
    for name in names:
        for region, share in votes(name, counties).items():
            weights[region] += share
    for code in near:
        weights[code] += 1.0 if "-" in code or len(told.get(code, ())) > 1 else 0.5
    stated = list(stated_regions(page, mentions))
    within = {name: region for name, region, _ in stated}
    for region in within.values():
        weights[region] += 0.5
    appended = {span: region for _, region, span in stated}
    return Setting(
        near, counties, weights, home_in(weights), told, within, appended, frozenset(explained_in(page)),
        halves_in({mention.text for mention in mentions}),
    )  # fmt: skip


def halves_in(names: AbstractSet[str]) -> dict[str, str]:
    """What the sides of one divided land are, if both of its countries are named in full.

    >>> sorted(halves_in({"North Korea", "South Korea", "Oslo"}).items())
    [('North', 'North Korea'), ('South', 'South Korea')]
    """
    pairs = [
        {one: f"{one} {land}", other: f"{other} {land}"}
        for one, other in OPPOSITES
        for land in sorted(name.removeprefix(f"{one} ") for name in names if name.startswith(f"{one} "))
    ]
    told = [
        pair
        for pair in pairs
        if all(name in names and knowledge.country_named(name) for name in pair.values())
    ]
    return {side: name for pair in reversed(told) for side, name in pair.items()}


def place_names(mentions: Sequence[FoundMention]) -> Iterator[str]:
    """Yield what the article calls places."""
    for mention in mentions:
        if mention.type == "place" and mention.form in {"name", "metonym"}:
            yield mention.text


def parts_of_bodies(mentions: Sequence[FoundMention]) -> Iterator[str]:
    """Yield the states and counties in the names of bodies: `Indiana State Police`."""
    for mention in mentions:
        if mention.type == "organization":
            words = mention.text.split()
            for count in (1, 2, 3):
                start = " ".join(words[:count])
                if knowledge.counties_named(start) or (knowledge.state_named(start) and count < len(words)):
                    yield start


def stated_regions(page: Page, mentions: Sequence[FoundMention]) -> Iterator[tuple[str, str, Span]]:
    """Yield each town with the state or country that stands right behind it, and where: `Paris, Texas`."""
    for one, other in pairwise(mentions):
        if one.type == other.type == "place" and one.span.passage == other.span.passage:
            between = page.leaves[one.span.passage].text[one.span.end : other.span.start]
            if between == ", " and (region := region_holding(one.text, other.text)):
                yield one.text, region, other.span


def explained_in(page: Page) -> Iterator[str]:
    """Yield the abbreviations that stand behind common nouns with these initials."""
    for leaf in page.leaves:
        for found in EXPLAINED.finditer(leaf.text) if "(" in leaf.text else ():
            words, short = found.group(1).split(), found.group(2)
            meant = words[-len(short) :]
            initials = "".join(word[0] for word in meant).upper()
            if initials == short.upper() and not all(word[0].isupper() for word in meant):
                yield short


def region_holding(town: str, region: str) -> str | None:
    """The state of that name, if it has that town, else the country of that name; no country lies in one.

    >>> region_holding("Atlanta", "Georgia"), region_holding("Batumi", "Georgia")
    ('USA-GA', 'GEO')
    """
    state, country = knowledge.state_named(region), knowledge.country_named(region)
    if knowledge.country_named(town) and not knowledge.state_named(town):
        return None
    towns = (*knowledge.place_named(town), *knowledge.towns_named(town))
    if state and (any(region_of(place) == region_of(state) for place in towns) or country is None):
        return region_of(state)
    return country.code if country else None


def codes_of_state(name: str) -> list[str]:
    """The code of the state of that name, and of its country, unless a country or a city is called so."""
    known = knowledge.country_named(name) or any(
        place.type == "city" for place in knowledge.place_named(name)[:1]
    )
    state = None if known else knowledge.state_named(name)
    return [str(state.country_code), region_of(state)] if state else []


def votes(name: str, counties: frozenset[str]) -> dict[str, float]:
    """How much a name speaks for each region, one in all: for that in which its county is named, if any.

    Names of countries and states are not counted here; a famous city speaks for its own country alone.
    """
    places = knowledge.place_named(name)
    every = knowledge.counties_named(name) or (*places, *knowledge.towns_named(name))
    beside = [place for place in every if place.type == "city" and county_of(place) in counties]
    if beside:
        return shares(beside)
    if knowledge.country_named(name) or knowledge.country_of_capital(name):
        return {}
    if places and places[0].population is None:
        return shares(places[:1]) if places[0].type != "state" else {}
    famous = places and (places[0].population or 0) >= FAMOUS_POPULATION
    return shares(places[:1] if famous else every)


def shares(places: Sequence[knowledge.Place]) -> dict[str, float]:
    """One vote, shared by the regions of some places."""
    regions = dict.fromkeys(region for place in places if (region := region_of(place)))
    return dict.fromkeys(regions, 1.0 / max(1, len(regions)))


def home_in(weights: Mapping[str, float]) -> str | None:
    """The region that clearly most speaks for; a country is none where its states are regions."""
    ranked = sorted(((weight, code) for code, weight in weights.items() if code != DIVIDED), reverse=True)
    if not ranked or ranked[0][0] < HOME_SCORE:
        return None
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked[0][0] >= HOME_LEAD * second else None


def told_by(mentions: Sequence[FoundMention]) -> dict[str, frozenset[str]]:
    """The words that point to each country: its names, people, capital, regions and large cities."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type != "place":
            continue
        text = mention.text
        country = (
            knowledge.country_of_demonym(text)
            or knowledge.country_named(text)
            or knowledge.country_of_capital(text)
        )
        places = () if country else knowledge.place_named(text)[:1]
        code = country.code if country else next((place.country_code for place in places), None)
        if code:
            found.setdefault(code, set()).add(text)
    return {code: frozenset(words) for code, words in found.items()}
