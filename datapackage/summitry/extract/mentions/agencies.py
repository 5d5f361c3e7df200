"""Agencies that are named by what they see to and their country: `Environment Canada`, `Sport England`."""

from collections.abc import Sequence

from summitry import knowledge
from summitry.extract.words import word_list
from summitry.page import Leaf


def is_agency(words: Sequence[str]) -> bool:
    """Whether a name is that of a country's agency.

    >>> is_agency(["Environment", "Canada"]), is_agency(["Canada", "Lund"])
    (True, False)
    """
    if words[0].lower() not in word_list("agency_openings"):
        return False
    return knowledge.country_named(" ".join(words[1:])) is not None


def start_of_agency(leaf: Leaf, country: int) -> int | None:
    """Where the agency begins whose name ends in the country that stands there; none if it is no agency."""
    token = leaf.token_at(country)
    if token is None or not token.index:
        return None
    before = leaf.tokens[token.index - 1]
    opens = before.text[0].isupper() and before.lower in word_list("agency_openings")
    return before.start if opens and before.end + 1 == token.start else None
