"""Who held which office on which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from summitry.knowledge.countries import countries, country, country_named
from summitry.knowledge.days import first_day, last_day
from summitry.knowledge.people import Person, person
from summitry.knowledge.tables import rows_of
from summitry.knowledge.titles import GREAT_OFFICES, is_title
from summitry.settings import OPEN_TERM_DAYS, REMEMBERED_WORDS

WHOLE_DATE = len("2000-01-01")
SEATS_IN_TITLES = ("White House", "Kremlin", "State Department")
"""A title that names one of these says by itself whose it is."""

ALONE = GREAT_OFFICES | {"head_of_government"}
"""Offices of which a country has one, whatever its title; heads of state can be several, as in Andorra."""


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office, from a first to a last possible day."""

    person: Person
    country_code: str | None
    """Null for international offices."""
    kind: str
    """`head_of_state`, `foreign_minister`, `imf_head` …: a kind of titles.csv or portfolios.csv."""
    title: str
    start: date | None
    """The first day on which the term may have begun; null where no source knows."""
    end: date | None
    """The last day on which it may have ended; null while no source knows an end."""
    as_of: date | None
    """Of a term without end: the day on which its source knew of none."""
    exact: bool
    """Whether the sources give both days, and not only months or years."""


def term_from(row: dict[str, str]) -> Term:
    """One term from a row of the table."""
    holder = person(row["person_id"])
    assert holder, f"offices.csv: {row['person_id']} is no known person"
    return Term(
        person=holder,
        country_code=row["country_code"] or None,
        kind=row["kind"],
        title=row["title"],
        start=first_day(row["start"]),
        end=last_day(row["end"]),
        as_of=last_day(row["as_of"]),
        exact=len(row["start"]) == WHOLE_DATE and len(row["end"]) in {0, WHOLE_DATE},
    )


Rows = list[dict[str, str]]


@cache
def rows_by_person() -> dict[str, Rows]:
    """The rows of each person, by country, kind, title and start."""
    found: dict[str, Rows] = {}
    for row in rows_of("offices"):
        found.setdefault(row["person_id"], []).append(row)
    return found


@cache
def rows_by_office() -> dict[tuple[str, str], Rows]:
    """The rows of each kind of office in each country; international offices under an empty code."""
    found: dict[tuple[str, str], Rows] = {}
    for row in rows_of("offices"):
        found.setdefault((row["country_code"], row["kind"]), []).append(row)
    return found


@cache
def terms_of(person_id: str) -> tuple[Term, ...]:
    """The offices that a person held.

    >>> "Minister of Foreign Affairs" in {term.title for term in terms_of("Q58217")}
    True
    """
    return tuple(term_from(row) for row in rows_by_person().get(person_id, ()))


@cache
def terms_in(country_code: str, kind: str) -> tuple[Term, ...]:
    """The terms of one kind of office in one country."""
    return tuple(term_from(row) for row in rows_by_office().get((country_code, kind), ()))


@lru_cache(REMEMBERED_WORDS)
def last_known(term: Term) -> date | None:
    """The last day on which a term is believed to run: its end, or some time after its source was read."""
    if term.end or term.as_of is None:
        return term.end
    return min([term.as_of + timedelta(days=OPEN_TERM_DAYS), *successions(term)])


def successions(term: Term) -> Iterator[date]:
    """The days after an open term's `as_of` on which someone else began in the same office."""
    for other in terms_in(term.country_code or "", term.kind):
        same = other.title == term.title or term.kind in ALONE
        if same and other.start and term.as_of and other.start > term.as_of:
            yield other.start


def covers(term: Term, on: date) -> bool:
    """Whether a person may have been in office on that day."""
    last = last_known(term)
    return term.start is not None and term.start <= on and last is not None and on <= last


def holders(country_code: str | None, kind: str, on: date) -> tuple[Term, ...]:
    """Who held that kind of office on that day; vaguely dated terms only where no exact one covers the day.

    A day of handover has both holders, the later one last. An open term counts until its source was read and
    `OPEN_TERM_DAYS` more, unless a successor is known. The kind `leader` is the office of the country's
    effective leader, where that is clear.

    >>> [term.person.name for term in holders("RUS", "head_of_state", date(2017, 4, 28))]
    ['Vladimir Putin']
    >>> [term.person.name for term in holders("JPN", "leader", date(2015, 1, 1))]
    ['Shinzō Abe']
    """
    if kind == "leader":
        owner = country(country_code or "")
        return holders(country_code, owner.leader, on) if owner and owner.leader else ()
    found = [term for term in terms_in(country_code or "", kind) if covers(term, on)]
    exact = [term for term in found if term.exact] or found
    ordered = sorted(exact, key=lambda term: (term.start or date.min, term.person.person_id))
    return tuple({term.person.person_id: term for term in ordered}.values())


def position_of(term: Term) -> str:
    """The office in words.

    >>> position_of(holders("JPN", "head_of_government", date(2017, 4, 28))[0])
    'Prime Minister of Japan'
    """
    return office_in_words(term.title, term.country_code)


def office_in_words(title: str, country_code: str | None) -> str:
    """An office with the country that it is of, unless its title says it."""
    owner = country(country_code) if country_code else None
    if owner is None or names_owner(title):
        return title
    return f"{title} of {owner.in_sentence}"


def names_owner(title: str) -> bool:
    """Whether a title says by itself whose it is.

    >>> names_owner("White House Press Secretary"), names_owner("Governor of the Bank of Japan")
    (True, True)
    """
    return any(seat in title for seat in SEATS_IN_TITLES) or title.endswith(owners_behind())


@cache
def owners_behind() -> tuple[str, ...]:
    """How titles end that name their country: `of Japan`, `of the United States`."""
    return tuple(f"of {each.in_sentence}" for each in countries().values())


@cache
def offices_in_words() -> frozenset[str]:
    """Every office of the table, in the words that positions have."""
    return frozenset(office_in_words(row["title"], row["country_code"] or None) for row in rows_of("offices"))


def is_office(position: str) -> bool:
    """Whether knowledge alone could say a position: an office of the table, or a known title and a country.

    >>> [is_office(each) for each in ("President of Russia", "Foreign Minister of Norway", "Minister of Fun")]
    [True, True, False]
    """
    if position in offices_in_words():
        return True
    title, _, owner = position.rpartition(" of ")
    of_country = country_named(owner.removeprefix("the ")) is not None
    return is_title(position) or (is_title(title) and of_country)
