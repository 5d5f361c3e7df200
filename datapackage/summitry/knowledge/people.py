"""People who hold or held offices that news names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from summitry.knowledge.days import first_day, last_day
from summitry.knowledge.spelling import folded, name_key
from summitry.knowledge.tables import rows_of, several

WIKIDATA_ID = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Person:
    """One person, by a name that sources use."""

    person_id: str
    """The Wikidata id, or a slug of the name where no source states one."""
    name: str
    aliases: tuple[str, ...]
    gender: Literal["male", "female"] | None
    born: date | None
    """The first day that the sources allow."""
    died: date | None
    """The last day that they allow; null also for the living."""
    family_first: bool
    """Whether the name begins with the family name: Xi Jinping, Kim Jong-un."""

    @property
    def wikidata_id(self) -> str | None:
        """The Wikidata id, where a source states one."""
        return self.person_id if WIKIDATA_ID.fullmatch(self.person_id) else None


@cache
def people() -> dict[str, Person]:
    """Every person by id."""
    return {row["person_id"]: person_from(row) for row in rows_of("people")}


def person_from(row: dict[str, str]) -> Person:
    """One person from a row of the table."""
    return Person(
        person_id=row["person_id"],
        name=row["name"],
        aliases=several(row["aliases"]),
        gender="male" if row["gender"] == "m" else "female" if row["gender"] == "f" else None,
        born=first_day(row["born"]),
        died=last_day(row["died"]),
        family_first=row["family_first"] == "true",
    )


def person(person_id: str) -> Person | None:
    """The person with that id.

    >>> person("Q7747").name
    'Vladimir Putin'
    """
    return people().get(person_id)


Index = dict[str, tuple[Person, ...]]


def index_of(pairs: Iterable[tuple[str, Person]]) -> Index:
    """For each key the people that it can mean, in the order of the table."""
    found: dict[str, dict[str, Person]] = {}
    for key, owner in pairs:
        found.setdefault(key, {})[owner.person_id] = owner
    return {key: tuple(owners.values()) for key, owners in found.items()}


@cache
def full_names() -> Index:
    """People by the key of a name or alias of theirs, also with the family name in the other place."""
    return index_of((key, each) for each in people().values() for key in keys_of(each))


def keys_of(one: Person) -> Iterator[str]:
    """Every key under which a person's full name may be looked up."""
    for name in (one.name, *one.aliases):
        key = name_key(name)
        yield key
        family, _, given = key.partition(" ")
        if one.family_first and given:
            yield f"{given} {family}"


@cache
def surnames() -> Index:
    """People by each ending of their names, and by the family name that comes first."""
    return index_of((key, each) for each in people().values() for key in surname_keys(each))


def surname_keys(one: Person) -> Iterator[str]:
    """Every shorter form by which news may call a person: `Peña Nieto`, `Nieto`, `Xi`."""
    for name in (one.name, *one.aliases):
        words = name_key(name).split()
        if one.family_first:
            yield words[0]
        elif len(words) == 1:
            yield words[0]
        else:
            yield from (" ".join(words[start:]) for start in range(1, len(words)))


def people_named(text: str) -> tuple[Person, ...]:
    """Everyone of that full name, however it is transliterated.

    >>> [each.person_id for each in people_named("Sergei Lavrov")]
    ['Q58217']
    >>> people_named("Lavrov")
    ()
    """
    return full_names().get(name_key(text), ()) if " " in text.strip() else ()


def people_with_surname(text: str) -> tuple[Person, ...]:
    """Everyone whom news may call by that shorter name.

    >>> "Q567" in {each.person_id for each in people_with_surname("Merkel")}
    True
    """
    return surnames().get(name_key(text), ())


@cache
def given_names() -> dict[str, Literal["male", "female"]]:
    """The gender that a given name tells."""
    return {row["name"]: "male" if row["gender"] == "m" else "female" for row in rows_of("given_names")}


def gender_of(given_name: str) -> Literal["male", "female"] | None:
    """The gender that a given name tells, where nearly all who bear it share one.

    >>> gender_of("Angela"), gender_of("Kim")
    ('female', None)
    """
    return given_names().get(folded(given_name))
