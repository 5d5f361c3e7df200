"""Places that states dispute, and by which common nouns articles refer to them."""

from dataclasses import dataclass
from functools import cache

from summitry.knowledge.tables import rows_of, several


@dataclass(frozen=True, slots=True)
class DisputedPlace:
    """A place that at least two states claim."""

    name: str
    nouns: tuple[str, ...]
    """What it is called without its name: `islands`."""
    claimants: tuple[str, ...]
    """The codes of the states."""


@cache
def disputed_places() -> tuple[DisputedPlace, ...]:
    """Every disputed place.

    >>> [place.name for place in disputed_places() if "GIB" in place.name.upper()]
    ['Gibraltar']
    """
    return tuple(
        DisputedPlace(row["name"], several(row["nouns"]), several(row["claimants"]))
        for row in rows_of("disputes")
    )
