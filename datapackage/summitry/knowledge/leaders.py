"""Those whom news calls by surname alone: who leads a country, or speaks for it abroad."""

from datetime import date

from summitry.knowledge.offices import Term, holders, terms_of
from summitry.knowledge.people import people_with_surname

LEADING = ("head_of_state", "head_of_government", "leader", "foreign_minister")
"""Kinds of office whose holders need no first name."""


def leaders_called(surname: str, on: date) -> tuple[Term, ...]:
    """The leading offices that people of that surname held on that day, one a person.

    >>> [term.person.name for term in leaders_called("Lavrov", date(2017, 4, 28))]
    ['Sergey Lavrov']
    """
    found: dict[str, Term] = {}
    for person in people_with_surname(surname):
        for term in terms_of(person.person_id):
            if term.kind in LEADING and term in holders(term.country_code, term.kind, on):
                found.setdefault(person.person_id, term)
    return tuple(found.values())
