"""Which places hold which, and which people stand for which countries."""

from collections.abc import Mapping
from dataclasses import dataclass

from summitry.resolve.referents import Referent


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is known of the places and people of some articles, by key."""

    referents: Mapping[str, Referent]

    def country_of(self, key: str | None) -> str | None:
        """The country of a person or place."""
        referent = self.referents.get(key) if key else None
        return referent.country_code if referent else None

    def is_country(self, key: str | None) -> bool:
        """Whether a key is a country's."""
        referent = self.referents.get(key) if key else None
        return referent is not None and referent.type == "place" and referent.position == "country"

    def places_agree(self, one: str | None, other: str | None) -> bool:
        """Whether something can be in both places: the same, or one in the other."""
        if one is None or other is None or one == other:
            return True
        if self.is_country(one) or self.is_country(other):
            return self.country_of(one) is not None and self.country_of(one) == self.country_of(other)
        return False

    def narrower(self, one: str | None, other: str | None) -> str | None:
        """The smaller of two places that agree."""
        if one is None or (other is not None and self.is_country(one)):
            return other
        return one

    def stand_for(self, people: frozenset[str], countries: frozenset[str]) -> bool:
        """Whether some people can stand for some countries, each for one."""
        if not people or not countries or not all(self.is_country(key) for key in countries):
            return False
        if any(self.is_country(key) for key in people):
            return False
        return {self.country_of(key) for key in people} == {self.country_of(key) for key in countries}

    def is_stood_for(self, key: str, company: frozenset[str]) -> bool:
        """Whether a country is in the company of its own people, who act for it."""
        return self.is_country(key) and any(
            other != key and not self.is_country(other) and self.country_of(other) == self.country_of(key)
            for other in company
        )
