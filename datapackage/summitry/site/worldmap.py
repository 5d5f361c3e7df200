"""Where the meetings were, as a map: countries as dark as there were many."""

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from summitry.site.addresses import page_of
from summitry.site.countries import Land
from summitry.tables.reading import LONGEST_CELL

SHADES: Final = 5


class Shape(NamedTuple):
    """A country on the map."""

    path: str
    """Its outline in the words of SVG."""
    land: Land | None
    """What the package tells of it, if anything."""
    page: str
    shade: int
    """0: no meeting; up to the number of shades."""


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
        return Shape(path, None, "", 0)
    # whole numbers: the same shade everywhere
    shade = -(-land.held_here * SHADES // most) if most else 0
    return Shape(path, land, page_of("country", land.code), shade)
