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

Gender = Literal["male", "female"]
GENDERS: dict[str, Gender] = {"m": "male", "f": "female"}
UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
"""`Gerhard Schroeder` is Gerhard Schröder."""

WIKIDATA_ID = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Person:
    """One person, by a name that sources use."""

    person_id: str
    """The Wikidata id, or a slug of the name where no source states one."""
    name: str
    aliases: tuple[str, ...]
    gender: Gender | None
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
def people() -> dict[str, dict[str, str]]:
    """The row of every person, by id."""
    return {row["person_id"]: row for row in rows_of("people")}


@cache
def person(person_id: str) -> Person | None:
    """The person with that id.

    >>> person("Q7747").name
    'Vladimir Putin'
    """
    row = people().get(person_id)
    if row is None:
        return None
    return Person(
        person_id=person_id,
        name=row["name"],
        aliases=several(row["aliases"]),
        gender=GENDERS.get(row["gender"]),
        born=first_day(row["born"]),
        died=last_day(row["died"]),
        family_first=row["name_order"] == "family",
    )


Index = dict[str, tuple[str, ...]]


def index_of(pairs: Iterable[tuple[str, str]]) -> Index:
    """For each key the ids of the people that it can mean, in the order of the table."""
    found: dict[str, dict[str, None]] = {}
    for key, person_id in pairs:
        found.setdefault(key, {})[person_id] = None
    return {key: tuple(ids) for key, ids in found.items()}


@cache
def name_keys() -> dict[str, tuple[str, ...]]:
    """For each person the keys of the name and its aliases, with both ways to write an umlaut."""
    return {
        person_id: tuple(
            name_key(spelling)
            for name in (row["name"], *several(row["aliases"]))
            for spelling in dict.fromkeys((name, name.translate(UMLAUTS)))
        )
        for person_id, row in people().items()
    }


@cache
def full_names() -> Index:
    """People by the key of a name or alias of theirs, also with the family name in the other place."""
    return index_of(
        (key, person_id) for person_id, row in people().items() for key in full_keys(person_id, row)
    )


def full_keys(person_id: str, row: dict[str, str]) -> Iterator[str]:
    """Every key under which a person's full name may be looked up."""
    for key in name_keys()[person_id]:
        yield key
        first, _, rest = key.partition(" ")
        front, _, last = key.rpartition(" ")
        if row["name_order"] == "family" and rest:
            yield f"{rest} {first}"
        elif row["name_order"] == "either" and front:
            yield f"{last} {front}"


@cache
def surnames() -> Index:
    """People by each ending of their names, or by the family name that comes first."""
    return index_of(
        (key, person_id) for person_id, row in people().items() for key in short_keys(person_id, row)
    )


def short_keys(person_id: str, row: dict[str, str]) -> Iterator[str]:
    """Every shorter form by which news may call a person: `Peña Nieto`, `Nieto`, `Xi`."""
    for key in name_keys()[person_id]:
        words = key.split()
        if row["name_order"] == "family" or len(words) == 1:
            yield words[0]
        else:
            yield from (" ".join(words[start:]) for start in range(1, len(words)))


def people_of(ids: Iterable[str]) -> tuple[Person, ...]:
    """The people with these ids."""
    return tuple(one for person_id in ids if (one := person(person_id)))


def people_named(text: str) -> tuple[Person, ...]:
    """Everyone of that full name, however it is transliterated.

    >>> [each.person_id for each in people_named("Sergei Lavrov")]
    ['Q58217']
    >>> people_named("Lavrov")
    ()
    """
    return people_of(full_names().get(name_key(text), ())) if " " in text.strip() else ()


def people_with_surname(text: str) -> tuple[Person, ...]:
    """Everyone whom news may call by that shorter name.

    >>> "Q567" in {each.person_id for each in people_with_surname("Merkel")}
    True
    """
    return people_of(surnames().get(name_key(text), ()))


def is_surname(text: str) -> bool:
    """Whether someone who held an office bears that surname.

    >>> is_surname("Merkel"), is_surname("Tuesday")
    (True, False)
    """
    return name_key(text) in surnames()


@cache
def given_names() -> dict[str, Gender]:
    """The gender that a given name tells."""
    return {row["name"]: GENDERS[row["gender"]] for row in rows_of("given_names")}


def gender_of(given_name: str) -> Gender | None:
    """The gender that a given name tells, where nearly all who bear it share one.

    >>> gender_of("Angela"), gender_of("Kim")
    ('female', None)
    """
    return given_names().get(folded(given_name))


@cache
def census_names() -> dict[str, Gender | None]:
    """Given names where English is spoken, with the gender that each tells; some are surnames elsewhere."""
    return {row["name"]: GENDERS.get(row["gender"]) for row in rows_of("census_names")}


def likely_gender(given_name: str) -> Gender | None:
    """The gender of someone known to have that given name; it does not tell that a word is a name.

    >>> likely_gender("Angela"), likely_gender("Kathryn"), likely_gender("Kim")
    ('female', 'female', None)
    """
    return gender_of(given_name) or census_names().get(folded(given_name))


def is_given_name(text: str) -> bool:
    """Whether people are called so, also where it tells no gender.

    >>> is_given_name("Jordan"), is_given_name("Japan")
    (True, False)
    """
    return folded(text) in given_names() or folded(text) in census_names()
