"""Rebuild the table of the Wikidata ids of states, provinces and cities.

    python scripts/knowledge_place_ids.py NSI_PACKAGE_FOLDER CONFERENCES

NSI_PACKAGE_FOLDER is the unpacked npm package name-suggestion-index 8.0.20260918, CONFERENCES the unpacked
PyPI package ConferenceCorpus 0.1.1. Written is place_ids.csv in datapackage/summitry/knowledge/data. The same
sources give the same bytes.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from knowledge import write
from knowledge_companies import wikidata_of
from summitry import knowledge
from summitry.knowledge.spelling import folded
from summitry.knowledge.tables import rows_of

DIVISION = re.compile(
    r"^(?:federated |autonomous |federal |overseas )?(?:state|province|prefecture|region|territory|canton"
    r"|autonomous community|republic|federal subject|land)\b.* (?:of|in)\b",
    re.IGNORECASE,
)
"""How a state or province is described."""

SETTLEMENT = re.compile(
    r"^(?:[a-z-]+ )*(?:city|town|capital|metropolis|municipality|commune|comune)\b"
    r"(?! (?:council|government|authority|district|bus|police|library|railway|operator))",
    re.IGNORECASE,
)
"""How a city is described."""

# “Athens:\n  type: city\n  value: Q1524”
CITY = re.compile(r"^(\S.*):\n  type: city\n  value: (Q\d+)$", re.MULTILINE)

# “"Alexandria, Virginia, USA":"Q88"”
QUALIFIED = re.compile(r'"([^",]+), ([^"]+)" *: *"(Q\d+)"')

ISLANDS = frozenset({"archipelago", "island"})
"""What is called like the province that lies on it, and is another item."""

EARLY = 600_000
"""Wikidata began with what is known best: a later id of a large city is mostly a namesake."""

TIMES_LARGER = 4
"""A bare name means the city that is so many times larger than the next one called so."""


def described_places(folder: Path) -> Iterator[tuple[knowledge.Place, str]]:
    """Yield each place that alone fits the description of an item of its name, and that item."""
    theirs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for item, one in wikidata_of(folder).items():
        description = one.get("description", "")
        if DIVISION.search(description) or SETTLEMENT.search(description):
            theirs[one.get("label", "")].append((item, description))
    for label, described in theirs.items():
        pairs = [
            (place, item)
            for place in places_called(label)
            for item, description in described
            if fits(place, description)
        ]
        for place, item in pairs:
            if sum(place is one for one, _ in pairs) == 1 == sum(item == other for _, other in pairs):
                yield place, item


def places_called(label: str) -> list[knowledge.Place]:
    """The places of ours of that name: states, provinces and cities."""
    state = knowledge.state_named(label)
    every = (*((state,) if state else ()), *knowledge.place_named(label), *knowledge.towns_named(label))
    return list({place.geonames_id or place.name: place for place in every}.values())


def fits(place: knowledge.Place, description: str) -> bool:
    """Whether a description is of a place of that sort, in that state or country."""
    city = place.type == "city"
    country = knowledge.country(place.country_code or "")
    if country is None or place.type in ISLANDS or not (SETTLEMENT if city else DIVISION).search(description):
        return False
    if city and place.country_code == "USA":
        return place.admin in states_in(description)
    names = (country.name, *country.aliases, *country.adjectives)
    return any(re.search(rf"\b{re.escape(name)}\b", description) for name in names)


@cache
def states_in(description: str) -> frozenset[str]:
    """The codes of the American states that a description names, but for counties called like one."""
    found = {
        row["admin"]: row["name"].removesuffix(" (U.S. state)").removesuffix(" state")
        for row in rows_of("states")
    }
    return frozenset(
        code
        for code, name in found.items()
        if re.search(rf"(?<!West )\b{re.escape(name)}\b(?! County| [Cc]ounties)", description)
    )


def listed_cities(folder: Path) -> Iterator[tuple[knowledge.Place, str]]:
    """Yield the large city that each name of the list of conference cities means, and its item."""
    qualified = defaultdict(list)
    for name, where, item in QUALIFIED.findall((folder / "corpus/location.py").read_text("utf-8")):
        qualified[folded(name), item].append(where)
    for name, item in CITY.findall((folder / "resources/cityNames.yaml").read_text("utf-8")):
        cities = [place for place in knowledge.place_named(name) if place.type == "city"]
        if not cities or cities[0] is not knowledge.place_named(name)[0] or int(item[1:]) > EARLY:
            continue
        every = (*cities, *knowledge.towns_named(name))
        next_largest = every[1].population or 0 if len(every) > 1 else 0
        elsewhere = [where for where in qualified[folded(name), item] if not lies_in(cities[0], where)]
        if (cities[0].population or 0) >= TIMES_LARGER * next_largest and not elsewhere:
            yield cities[0], item


def lies_in(place: knowledge.Place, where: str) -> bool:
    """Whether a place lies in the state or country that stands behind its name."""
    first, _, last = where.partition(", ")
    country = knowledge.country_named(last or first)
    state = knowledge.state_named(first) or next(
        (
            one
            for row in rows_of("states")
            if row["admin"] == first and (one := knowledge.state_named(row["name"]))
        ),
        None,
    )
    if state and (country is None or country.code == state.country_code):
        return (place.country_code, place.admin) == (state.country_code, state.admin)
    return country is None or country.code == place.country_code


def place_rows(described: Path, listed: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the item of each place, the earlier where sources differ; no item is of two places."""
    items: dict[tuple[str, str], str] = {}
    for place, item in (*described_places(described), *listed_cities(listed)):
        key = place.name, str(place.geonames_id or "")
        items[key] = min(items.get(key, item), item, key=lambda one: int(one[1:]))
    for (name, number), item in items.items():
        if list(items.values()).count(item) == 1:
            yield name, number, item


def main(described: Path, listed: Path) -> None:
    """The table, from its sources."""
    write("place_ids", "name geonames_id wikidata_id", place_rows(described, listed))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
