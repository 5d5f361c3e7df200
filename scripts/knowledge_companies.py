"""Rebuild the table of companies from the name-suggestion-index.

    python scripts/knowledge_companies.py NSI_PACKAGE_FOLDER WORDS

NSI_PACKAGE_FOLDER is the unpacked npm package name-suggestion-index 8.0.20260918, WORDS the list of English
words of Debian's package wamerican 2020.12.07. Written is companies.csv in
datapackage/summitry/knowledge/data. The same sources give the same bytes.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from knowledge import write
from summitry import knowledge
from summitry.knowledge.companies import without_legal_form
from summitry.knowledge.spelling import folded

KINDS = (
    ("school district", r"school (?:district|division|board|corporation)"),
    ("university", r"\b(?:university|college)\b"),
    ("airline", r"airline|air carrier"),
    ("carmaker", r"automo(?:bile|tive)|car manufacturer|carmaker"),
    ("bank", r"\bbank|banking|credit union"),
    ("insurer", r"insurance"),
    ("police", r"police|sheriff|law enforcement"),
    ("agency", r"\b(?:agency|ministry|department|armed forces|navy|army|military)\b"),
    ("railway", r"rail\b|railway|railroad"),
    ("telecommunications company", r"telecom|mobile (?:phone|network)|internet service"),
    ("retailer", r"retail|supermarket|store|restaurant|fast.food|pharmacy|coffee|hotel|chain"),
    ("company", r"company|corporation|manufacturer|conglomerate|multinational|enterprise|firm"),
)
"""What sort of body a description tells of: the first that fits."""

PUBLIC = frozenset({"school district", "university", "police", "agency", "bank"})
"""Many such bodies share one name, made of common nouns alone: they need a name of their own in it."""

READ_IN = frozenset({"us", "ca", "gb", "ie", "au", "nz", "za", "in", "001"})
"""Where English news comes from. Of shops and schools elsewhere it tells seldom."""

EVERYWHERE = frozenset(
    {
        "university",
        "airline",
        "carmaker",
        "bank",
        "agency",
        "railway",
        "company",
        "telecommunications company",
    }
)
"""Bodies that foreign news names, too."""

NO_NAMES = re.compile(
    r"bus (?:network|system|service|line)|bus-based|trademark|product|former name|disambiguation|school in"
    r"|list of",
    re.IGNORECASE,
)
"""Descriptions of what is no body, or none that news names."""

SHORTEST = 4
"""Shorter names are letters that stand for many things."""


class Brand(NamedTuple):
    """A body of the index, as far as it is told."""

    item: str
    name: str
    kind: str
    country_code: str


def wikidata_of(folder: Path) -> dict[str, dict[str, str]]:
    """Label and description of each item."""
    return dict(json.loads((folder / "dist/wikidata/wikidata.json").read_text("utf-8"))["wikidata"])


def locations_of(folder: Path) -> dict[str, set[str]]:
    """Where each brand and operator is at home, by its item: codes of countries, `001` for the world."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in json.loads((folder / "dist/json/nsi.json").read_text("utf-8"))["nsi"].values():
        for one in group["items"]:
            for key, item in one["tags"].items():
                if key in {"brand:wikidata", "operator:wikidata"}:
                    for place in one["locationSet"].get("include", ["001"]):
                        found[item].add(str(place)[:3].rstrip("-.").lower() if isinstance(place, str) else "")
    return found


def kind_of(description: str) -> str | None:
    """What sort of body is described."""
    if NO_NAMES.search(description):
        return None
    return next((kind for kind, words in KINDS if re.search(words, description, re.IGNORECASE)), None)


def country_of(description: str) -> str:
    """The code of the country that a description names first, by adjective or by name."""
    words = re.findall(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*", description)
    for text in (form for run in words for form in (run, run.split()[0])):
        country = knowledge.country_of_demonym(text) or knowledge.country_named(text)
        if country:
            return country.code
    return ""


def is_plain(name: str, kind: str, words: frozenset[str]) -> bool:
    """Whether a name can mean little else: no common word, person, place or letters alone."""
    plain = folded(name)
    lone = " " not in plain
    if len(plain) < SHORTEST or not plain.isascii() or not plain[0].isalpha() or "(" in plain:
        return False
    if lone and (plain.lower() in words or knowledge.is_surname(plain) or knowledge.gender_of(plain)):
        return False
    known = (
        knowledge.country_named(plain) or knowledge.country_of_demonym(plain) or knowledge.event_named(plain),
        knowledge.place_named(plain), knowledge.towns_named(plain), knowledge.seat_named(plain),
        knowledge.state_named(plain), knowledge.place_of_adjective(plain), knowledge.people_named(plain),
    )  # fmt: skip
    if any(known):
        return False
    own = [word for word in re.findall(r"[\w']+", plain) if word.lower() not in words and not word.isdigit()]
    return bool(own) or (kind not in PUBLIC and plain.count(" ") > 0)


def brands_of(folder: Path, words: frozenset[str]) -> Iterator[Brand]:
    """Yield every body whose name, or whose name with its legal form, means nothing else."""
    places = locations_of(folder)
    for item, one in wikidata_of(folder).items():
        name, description = one.get("label", ""), one.get("description", "")
        kind = kind_of(description)
        near = places.get(item, set())
        if kind is None or not near or not (kind in EVERYWHERE or near & READ_IN):
            continue
        bare = without_legal_form(name)
        if is_plain(bare, kind, words) or (bare != name and folded(name).isascii() and "(" not in name):
            kept = bare if is_plain(bare, kind, words) else name
            yield Brand(item, kept, kind, country_of(description))


def company_rows(folder: Path, words: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield the bodies whose name is no other's."""
    owners: dict[str, set[str]] = defaultdict(set)
    for item, one in wikidata_of(folder).items():
        owners[folded(without_legal_form(one.get("label", ""))).lower()].add(item)
    for one in brands_of(folder, words):
        if len(owners[folded(without_legal_form(one.name)).lower()]) == 1:
            yield one.name, one.kind, one.country_code, one.item


def main(folder: Path, words: Path) -> None:
    """The table, from its sources."""
    common = frozenset(word for word in words.read_text("utf-8").split() if word.islower())
    write("companies", "name kind country_code wikidata_id", company_rows(folder, common))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
