"""Who held which office on which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from summitry.knowledge.countries import countries, country
from summitry.knowledge.days import first_day, last_day
from summitry.knowledge.people import Person, people
from summitry.knowledge.tables import rows_of
from summitry.settings import OPEN_TERM_DAYS

@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office, from a first to a last possible day."""

    person: Person
    country_code: str | None
    """Null for international offices."""
    kind: str
    title: str
    start: date | None
    """The first day on which the term may have begun; null where no source knows."""
    end: date | None
    """The last day on which it may have ended; null while no source knows an end."""
    as_of: date | None
    """Of a term without end: the day on which its source knew of none."""
    exact: bool
    """Whether the sources give both days, and not only months or years."""


@cache
def terms() -> tuple[Term, ...]:
    """Every term, by country, kind and start."""
    return tuple(term_from(row) for row in rows_of("offices"))


def term_from(row: dict[str, str]) -> Term:
    """One term from a row of the table."""
    whole = len("2000-01-01")
    return Term(
        person=people()[row["person_id"]],
        country_code=row["country_code"] or None,
        kind=row["kind"],
        title=row["title"],
        start=first_day(row["start"]),
        end=last_day(row["end"]),
        as_of=last_day(row["as_of"]),
        exact=len(row["start"]) == whole and len(row["end"]) in {0, whole},
    )


@cache
def terms_by_person() -> dict[str, tuple[Term, ...]]:
    """The terms of each person."""
    found: dict[str, list[Term]] = {}
    for term in terms():
        found.setdefault(term.person.person_id, []).append(term)
    return {key: tuple(each) for key, each in found.items()}


@cache
def terms_by_office() -> dict[tuple[str | None, str], tuple[Term, ...]]:
    """The terms of each kind of office in each country."""
    found: dict[tuple[str | None, str], list[Term]] = {}
    for term in terms():
        found.setdefault((term.country_code, term.kind), []).append(term)
    return {key: tuple(each) for key, each in found.items()}


def terms_of(person_id: str) -> tuple[Term, ...]:
    """The offices that a person held.

    >>> "Minister of Foreign Affairs" in {term.title for term in terms_of("Q58217")}
    True
    """
    return terms_by_person().get(person_id, ())


def last_known(term: Term) -> date | None:
    """The last day on which a term is believed to run: its end, or some time after its source was read."""
    if term.end or term.as_of is None:
        return term.end
    return min([term.as_of + timedelta(days=OPEN_TERM_DAYS), *successions(term)])


def successions(term: Term) -> Iterator[date]:
    """The days after an open term's `as_of` on which someone else began in the same office."""
    for other in terms_by_office()[term.country_code, term.kind]:
        later = other.start and term.as_of and other.start > term.as_of
        if later and other.title == term.title and other.person != term.person:
            yield other.start or date.max


def covers(term: Term, on: date) -> bool:
    """Whether a person may have been in office on that day."""
    last = last_known(term)
    return term.start is not None and term.start <= on and last is not None and on <= last


def holders(country_code: str | None, kind: str, on: date) -> tuple[Term, ...]:
    """Who held that kind of office on that day, exactly known terms before vaguely dated ones.

    An open term counts until its source was read and `OPEN_TERM_DAYS` more, unless a successor is known.

    >>> [term.person.name for term in holders("RUS", "head_of_state", date(2017, 4, 28))]
    ['Vladimir Putin']
    """
    found = [term for term in terms_by_office().get((country_code, kind), ()) if covers(term, on)]
    exact = [term for term in found if term.exact]
    chosen = {term.person.person_id: term for term in exact or found}
    return tuple(chosen.values())


def position_of(term: Term) -> str:
    """The office in words.

    >>> position_of(holders("JPN", "head_of_government", date(2017, 4, 28))[0])
    'Prime Minister of Japan'
    """
    owner = country(term.country_code) if term.country_code else None
    if owner is None or owner.name in term.title or names_seat(term.title):
        return term.title
    return f"{term.title} of {owner.in_sentence}"


def names_seat(title: str) -> bool:
    """Whether a title says by itself whose it is: `White House Press Secretary`, `Governor of the Bank of Japan`."""
    return "White House" in title or any(f"of {each.in_sentence}" in title for each in countries().values())
