"""What a package says about itself, as every description needs it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from summitry.errors import UnreadableInput
from summitry.export.source import Source
from summitry.paths import DESCRIPTOR

DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
"""An identifier that DataCite knows, in the ways in which people write it."""

WEB: Final = re.compile(r"https?://\S+")
"""An address that a reader can open."""

MADE: Final = frozenset({"creator", "author"})
"""The roles of those who are cited (Data Package 2.0, `contributors.roles`)."""


@dataclass(frozen=True, slots=True)
class Creator:
    """Who made the data: a person if the package tells a given or a family name, a body else."""

    title: str
    given: str
    family: str
    path: str
    organization: str

    @property
    def person(self) -> bool:
        """Whether it is a person for certain."""
        return bool(self.given or self.family)

    @property
    def name(self) -> str:
        """The name as people write it."""
        return self.title or f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Licence:
    """What may be done with the data."""

    name: str
    title: str
    path: str

    @property
    def words(self) -> str:
        """The licence in words."""
        return self.title or self.name or self.path


@dataclass(frozen=True, slots=True)
class Origin:
    """Something that the data was made from."""

    title: str
    path: str

    @property
    def address(self) -> str | None:
        """Where it can be opened by anyone, none if it lies in the package or nowhere."""
        return self.path if WEB.fullmatch(self.path) else None


@dataclass(frozen=True, slots=True)
class About:
    """A package in the words of its descriptor."""

    name: str
    title: str
    description: str
    version: str
    id: str
    homepage: str
    created: date | None
    """The day that the package says, none if it says none: no clock is ever asked."""
    keywords: tuple[str, ...]
    creators: tuple[Creator, ...]
    publisher: str
    licences: tuple[Licence, ...]
    origins: tuple[Origin, ...]

    @property
    def doi(self) -> str | None:
        """The DOI of the package, if its id is one."""
        found = DOI.fullmatch(self.id)
        return found[1] if found else None

    @property
    def url(self) -> str | None:
        """Where the package is told of: its page on the web, else what its id leads to."""
        return self.homepage or (f"https://doi.org/{self.doi}" if self.doi else self.id) or None


def about(source: Source) -> About:
    """What the descriptor of a package says of it as a whole."""
    found, where = source.descriptor, source.folder / DESCRIPTOR
    contributors = objects_in(found, "contributors")
    if not (name := text_in(found, "name")):
        raise UnreadableInput(f"{where}: name: found none; expected what the package is called")
    makers = [each for each in contributors if MADE & set(roles_of(each))] or contributors
    creators = tuple(creator for each in makers if (creator := creator_of(each)).name)
    if not creators:
        raise UnreadableInput(f"{where}: contributors: found none; expected who made the data")
    publishers = [creator_of(each).name for each in contributors if "publisher" in roles_of(each)]
    return About(
        name=name,
        title=text_in(found, "title") or name,
        description=text_in(found, "description") or text_in(found, "title") or name,
        version=text_in(found, "version"),
        id=text_in(found, "id"),
        homepage=text_in(found, "homepage"),
        created=source.created.date() if source.created else None,
        keywords=tuple(each for each in found.get("keywords", ()) if isinstance(each, str)),
        creators=creators,
        publisher=next(filter(None, publishers), creators[0].name),
        licences=licences_of(found),
        origins=origins_of(found),
    )


def creator_of(contributor: Mapping[str, Any]) -> Creator:
    """A contributor as one who is named."""
    names = ("title", "givenName", "familyName", "path", "organization")
    return Creator(*(text_in(contributor, name) for name in names))


def roles_of(contributor: Mapping[str, Any]) -> Sequence[str]:
    """What a contributor did; version 1 of the standard knew one role only.

    >>> roles_of({"roles": ["creator"]}), roles_of({"role": "author"})
    (['creator'], ['author'])
    """
    roles = contributor.get("roles", [contributor.get("role")])
    return [each for each in roles if isinstance(each, str)] if isinstance(roles, list) else []


def licences_of(descriptor: Mapping[str, Any]) -> tuple[Licence, ...]:
    """The licences of a package or of a resource."""
    return tuple(
        Licence(text_in(each, "name"), text_in(each, "title"), text_in(each, "path"))
        for each in objects_in(descriptor, "licenses")
    )


def origins_of(descriptor: Mapping[str, Any]) -> tuple[Origin, ...]:
    """The sources of a package or of a resource."""
    return tuple(
        Origin(text_in(each, "title") or text_in(each, "path"), text_in(each, "path"))
        for each in objects_in(descriptor, "sources")
    )


def text_in(found: Mapping[str, Any], name: str) -> str:
    """The text that an object holds under a name, empty if there is none.

    >>> text_in({"title": " Talks "}, "title"), text_in({}, "title")
    ('Talks', '')
    """
    value = found.get(name)
    return value.strip() if isinstance(value, str) else ""


def objects_in(found: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The objects that a list under a name holds."""
    listed = found.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
