"""Which version of the tables a package has, and with which words, as its descriptor says."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeGuard, get_args

from summitry.editions.older import recognized, tables_of
from summitry.editions.steps import VERSION
from summitry.editions.variant import Text, without_words
from summitry.errors import UnreadableInput
from summitry.schema import Table

VERSION_PROPERTY: Final = "summitry:tables"
"""The version of the tables; packages without it are known by their columns."""

TEXT_PROPERTY: Final = "summitry:text"
"""Which words of the articles the package holds; all, if it does not say."""

ORIGIN_PROPERTY: Final = "summitry:upgraded_from"
"""The version of the tables that the package was built with, if it was upgraded since."""

REMOVED_PROPERTY: Final = "removed"
"""The tombstones of what was taken out for good."""

CLAIMS: Final = (VERSION_PROPERTY, TEXT_PROPERTY, ORIGIN_PROPERTY, REMOVED_PROPERTY)
"""All that a descriptor says beside what the standard knows."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What the tables of a package must be."""

    version: int = VERSION
    text: Text = "all"

    @property
    def tables(self) -> dict[str, Table]:
        """The tables by name, in the published order.

        >>> Edition(text="none").tables["quotes"].field("text").required
        False
        """
        return tables_in(self.version, self.text)

    @property
    def is_current(self) -> bool:
        """Whether this program writes such tables."""
        return self.version == VERSION

    @property
    def claims(self) -> dict[str, Any]:
        """What the descriptor of such a package says of it.

        >>> Edition(text="none").claims["summitry:text"]
        'none'
        """
        return {VERSION_PROPERTY: self.version} | ({TEXT_PROPERTY: "none"} if self.text == "none" else {})


@cache
def tables_in(version: int, text: Text) -> dict[str, Table]:
    """The tables of a version, with all words or without."""
    tables = tables_of(version)
    return tables if text == "all" else {name: without_words(table) for name, table in tables.items()}


def edition_of(descriptor: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]]) -> Edition:
    """The edition that a package says it is, or whose columns it has; ours, if neither tells.

    >>> edition_of({"summitry:tables": 2}, {}).version, edition_of({"summitry:text": "none"}, {}).text
    (2, 'none')
    """
    told = descriptor.get(VERSION_PROPERTY)
    version: int = told if is_version(told) else recognized(columns) or VERSION
    return Edition(version, "none" if descriptor.get(TEXT_PROPERTY) == "none" else "all")


def is_version(told: object) -> TypeGuard[int]:
    """Whether something is a version of the tables that is known; a truth value is no number.

    >>> is_version(1), is_version(True), is_version(VERSION + 1)
    (True, False, False)
    """
    return type(told) is int and 1 <= told <= VERSION


def unknown_claims(descriptor: Mapping[str, Any]) -> dict[str, str]:
    """What a descriptor says of its tables and words that this program does not know, and what it does.

    >>> unknown_claims({"summitry:tables": 1, "summitry:text": "some"})
    {'summitry:text': 'is not one of all, none'}
    """
    found = {}
    if VERSION_PROPERTY in descriptor and not is_version(descriptor[VERSION_PROPERTY]):
        found[VERSION_PROPERTY] = f"is no version of the tables that this program knows, 1 to {VERSION}"
    if descriptor.get(TEXT_PROPERTY, "all") not in get_args(Text):
        found[TEXT_PROPERTY] = f"is not one of {', '.join(get_args(Text))}"
    return found


def expect_known(descriptor: Mapping[str, Any], place: object) -> None:
    """Refuse a package that this program cannot know: made by a newer one, or by another."""
    for name, fault in unknown_claims(descriptor).items():
        raise UnreadableInput(
            f"{place}: {name}: found {descriptor[name]!r}, which {fault}; expected an edition that it knows"
        )


def expect_current(
    descriptor: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]], place: object
) -> None:
    """Refuse the tables of an older version, where only those of today will do."""
    if (found := edition_of(descriptor, columns).version) != VERSION:
        raise UnreadableInput(
            f"{place}: found version {found} of the tables; expected {VERSION}: run summitry upgrade"
        )
