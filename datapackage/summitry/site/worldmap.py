"""Where the meetings were, as a map: countries as dark as there were many."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from markupsafe import Markup

from summitry.bounds import MAP_SMALLEST
from summitry.site.addresses import page_of
from summitry.site.countries import Land
from summitry.site.drawing import drawn
from summitry.tables.reading import LONGEST_CELL

NUMBER: Final = re.compile(r"-?\d+")

TITLE: Final = "Meetings held by country, darker for more; the table below has the figures"


@cache
def outlines() -> tuple[tuple[str, str], ...]:
    """The code and the outline of each country, an outline without a code being one in dispute."""
    csv.field_size_limit(LONGEST_CELL)
    text = files("summitry.site").joinpath("world.csv").read_text(encoding="utf-8")
    return tuple((row["country_code"], row["path"]) for row in csv.DictReader(text.splitlines()))


def map_of(lands: Iterable[Land]) -> dict[str, Any]:
    """The map of a package, ready for its template; countries that it has no shape for are listed."""
    held = {land.code: land for land in lands if land.held_here}
    drawn_codes = {code for code, _ in outlines()}
    missing = [land for land in held.values() if land.code not in drawn_codes]
    most = max((land.held_here for land in held.values()), default=0)
    found = {"missing": missing, "most": most}
    return found | {"drawing": drawing_of(held)} if held else found


def drawing_of(held: Mapping[str, Land]) -> Markup:
    """The map as a drawing: countries in which meetings were held, and all others."""
    rows = {
        "others": [{"path": path} for code, path in outlines() if code not in held],
        "countries": [row_of(path, held[code]) for code, path in outlines() if code in held],
    }
    return drawn("map", TITLE, rows)


def row_of(path: str, land: Land) -> dict[str, Any]:
    """A country as a row of the drawing."""
    dot = dot_of(path)
    return {
        "path": path,
        "page": page_of("country", land.code),
        "times": land.held_here,
        "label": f"{land.name}: {land.held_here} held",
        "dots": [{"x": dot[0], "y": dot[1]}] if dot else [],
    }


def dot_of(path: str) -> tuple[float, float] | None:
    """The middle of an outline that is too small to be seen, none of one that can be.

    >>> dot_of("M10 20l4 0 0 4zM10 20l-2 0z"), dot_of("M10 20l40 0 0 40z")
    ((11.0, 22.0), None)
    """
    points = list(points_of(path))
    sides = [(min(side), max(side)) for side in zip(*points, strict=True)]
    if max(most - least for least, most in sides) >= MAP_SMALLEST:
        return None
    (left, right), (top, bottom) = sides
    return (left + right) / 2, (top + bottom) / 2


def points_of(path: str) -> Iterator[tuple[int, int]]:
    """Yield the corners of an outline, each of whose lines is told from its last corner.

    >>> list(points_of("M1 2l1 0 0 1zM8 9z"))
    [(1, 2), (2, 2), (2, 3), (8, 9)]
    """
    for line in path.split("M")[1:]:
        x = y = 0
        numbers = map(int, NUMBER.findall(line))
        for across, down in zip(numbers, numbers, strict=True):
            x, y = x + across, y + down
            yield x, y
