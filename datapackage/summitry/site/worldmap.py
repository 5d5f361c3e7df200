"""Where the meetings were, as a map: countries as dark as there were many."""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from summitry.bounds import MAP_SMALLEST
from summitry.site.addresses import page_of
from summitry.site.countries import Land
from summitry.tables.reading import LONGEST_CELL

SHADES: Final = 5

NUMBER: Final = re.compile(r"-?\d+")


class Shape(NamedTuple):
    """A country on the map."""

    path: str
    """Its outline in the words of SVG."""
    land: Land | None
    """What the package tells of it, if anything."""
    page: str
    shade: int
    """0: no meeting; up to the number of shades."""
    dot: tuple[float, float] | None
    """Where a dot shows what would be too small to see."""


@cache
def outlines() -> tuple[tuple[str, str], ...]:
    """The code and the outline of each country, an outline without a code being one in dispute."""
    csv.field_size_limit(LONGEST_CELL)
    text = files("summitry.site").joinpath("world.csv").read_text(encoding="utf-8")
    return tuple((row["country_code"], row["path"]) for row in csv.DictReader(text.splitlines()))


def map_of(lands: Iterable[Land]) -> dict[str, Any]:
    """The map of a package, ready for its template; countries that it has no shape for are listed."""
    known = {land.code: land for land in lands}
    most = max((land.held_here for land in known.values()), default=0)
    shapes = [shape_of(path, known.get(code), most) for code, path in outlines()]
    drawn = {code for code, _ in outlines()}
    missing = [land for land in known.values() if land.held_here and land.code not in drawn]
    return {"shapes": shapes, "missing": missing, "most": most}


def shape_of(path: str, land: Land | None, most: int) -> Shape:
    """A country on the map with its shade."""
    if land is None:
        return Shape(path, None, "", 0, None)
    # whole numbers: the same shade everywhere
    shade = -(-land.held_here * SHADES // most) if most else 0
    return Shape(path, land, page_of("country", land.code), shade, dot_of(path) if shade else None)


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
