"""Build census_names.csv: given names of the United States' census of 1990, with the gender that each tells.

    python scripts/knowledge_names.py NAMES

where NAMES is the folder `names` of the PyPI package names 0.3.0, which holds the census's lists (public
domain). Run it after scripts/knowledge.py. Names in given_names.csv are left out, and those that are short
family names elsewhere, or a country's and rare.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from summitry import knowledge
from summitry.knowledge.tables import DATA, rows_of

SHARE = 0.97
"""A given name tells a gender if so large a share of those who bear it is of one gender."""

RARE = 0.01
"""A country's name that fewer of a hundred people bear means the country first: `France Telecom`."""

FAMILY_FIRST = {"CHN", "HKG", "KHM", "KOR", "MAC", "MYS", "PRK", "SGP", "TWN", "VNM"}
"""Where the names of people begin with the family name."""

SYLLABLE = 5
"""Family names of one syllable, and the parts of given names there, are no longer: `Kyung`."""


def shares(path: Path) -> dict[str, float]:
    """How many of a hundred people of one gender bear each name."""
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {name.capitalize(): float(share) for name, share, *_ in rows}


def family_names() -> set[str]:
    """The short words in the names of people who held an office where the family name stands first."""
    people = {row["person_id"] for row in rows_of("offices") if row["country_code"] in FAMILY_FIRST}
    names = (row["name"] for row in rows_of("people") if row["person_id"] in people)
    words = {word.capitalize() for name in names for word in re.split(r"[ -]", name)}
    return {word for word in words if len(word) <= SYLLABLE}


def name_rows(women: dict[str, float], men: dict[str, float]) -> Iterator[tuple[str, str]]:
    """Yield each name with its gender; an empty one where both bear it."""
    known = {row["name"] for row in rows_of("given_names")} | family_names()
    for name in sorted({*women, *men} - known):
        female, male = women.get(name, 0.0), men.get(name, 0.0)
        if knowledge.country_named(name) and max(female, male) < RARE:
            continue
        share = female / (female + male)
        yield name, "f" if share >= SHARE else "m" if share <= 1 - SHARE else ""


def main(folder: Path) -> None:
    """Write the table: UTF-8, LF, sorted by code point."""
    rows = name_rows(shares(folder / "dist.female.first"), shares(folder / "dist.male.first"))
    with (DATA / "census_names.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("name", "gender"), *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
