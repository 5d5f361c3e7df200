"""Make the outlines of countries on the map of `summitry explore` from those of Natural Earth.

Give `countries-110m.json` of the npm package world-atlas: TopoJSON, in which a border is a list of steps.
"""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from summitry.knowledge import country_named

OUT: Final = Path(__file__).parents[1] / "datapackage" / "summitry" / "site" / "world.csv"
WIDTH, NORTH, LEFT_OUT = 1000, 84, "Antarctica"

CODES: Final[Mapping[str, str]] = {
    "Antarctica": "",
    "Bosnia and Herz.": "BIH",
    "Central African Rep.": "CAF",
    "Congo": "COG",
    "Dem. Rep. Congo": "COD",
    "Dominican Rep.": "DOM",
    "Eq. Guinea": "GNQ",
    "Falkland Is.": "FLK",
    "Fr. S. Antarctic Lands": "ATF",
    "Kosovo": "XKX",
    "Macedonia": "MKD",
    "N. Cyprus": "",
    "Palestine": "PSE",
    "Puerto Rico": "PRI",
    "S. Sudan": "SSD",
    "Solomon Is.": "SLB",
    "Somaliland": "",
    "Taiwan": "TWN",
    "W. Sahara": "ESH",
    "eSwatini": "SWZ",
}
"""The names that Natural Earth cuts short, and territories that have no code."""

Point = tuple[int, int]


def main(path: Path) -> None:
    """Write one row an outline: the code of the country, and a path of SVG."""
    atlas = json.loads(path.read_text(encoding="utf-8"))
    borders = [list(places(border, atlas["transform"])) for border in atlas["arcs"]]
    rows = sorted(outlines(atlas["objects"]["countries"]["geometries"], borders))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("country_code", "path"))
        writer.writerows(rows)


def places(border: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Iterator[Point]:
    """Yield the points of a border on the map, which are told as steps on a grid."""
    x = y = 0
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    for step_x, step_y in border:
        x, y = x + step_x, y + step_y
        longitude, latitude = x * wide + west, y * high + south
        yield round((longitude + 180) * WIDTH / 360), round((NORTH - latitude) * WIDTH / 360)


def outlines(
    countries: Sequence[Mapping[str, Any]], borders: Sequence[Sequence[Point]]
) -> Iterator[tuple[str, str]]:
    """Yield the code and the path of each country."""
    for country in countries:
        name = country["properties"]["name"]
        if name == LEFT_OUT:
            continue
        known = country_named(name)
        code = CODES.get(name, known.code if known else "")
        lands = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        yield code, "".join(path_of(ring, borders) for land in lands for ring in land)


def path_of(ring: Sequence[int], borders: Sequence[Sequence[Point]]) -> str:
    """The path of one ring of borders, on both sides of the map if it crosses its edge."""
    points: list[Point] = []
    for number in ring:
        border = borders[number] if number >= 0 else borders[~number][::-1]
        points += border[1:] if points else border
    whole = [points[0]]
    shift = 0
    for (before, _), (x, y) in pairwise(points):
        shift += (x - before < -WIDTH / 2) * WIDTH - (x - before > WIDTH / 2) * WIDTH
        whole.append((x + shift, y))
    if all(0 <= x <= WIDTH for x, _ in whole):
        return drawn(points)
    side = WIDTH if any(x < 0 for x, _ in whole) else -WIDTH
    return drawn(whole) + drawn([(x + side, y) for x, y in whole])


def drawn(points: Sequence[Point]) -> str:
    """Points as a closed path of SVG; what has shrunk to less than an area is a small triangle."""
    kept = [points[0], *(after for before, after in pairwise(points) if after != before)]
    if len(kept) < len("xyz"):
        x, y = kept[0]
        kept = [(x, y), (x + 1, y), (x + 1, y + 1)]
    if kept[0] == kept[-1] and len(kept) > len("xyz"):
        kept.pop()
    steps = (f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps)}z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
