"""The encounters of all articles, each once."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from summitry.parts import decoded, encoded
from summitry.resolve.across import Placed, United, company_of, dated, undated
from summitry.resolve.encounters import Encounter
from summitry.resolve.entities import Entry
from summitry.tables import sort_key
from summitry.together.store import InStep, Store

TABLES: Final = """
    CREATE TABLE united (number INTEGER, company BLOB, encounter BLOB, people VARCHAR[]);
    CREATE TABLE joined (number INTEGER, company BLOB, encounter BLOB, people VARCHAR[]);
    CREATE TABLE members (article_id VARCHAR, nth INTEGER, number INTEGER);
"""

WITH_DATE: Final = "(SELECT *, ''::BLOB AS block FROM told WHERE dated)"
WITHOUT_DATE: Final = "(SELECT *, company AS block FROM told WHERE NOT dated)"
LIKE_THOSE: Final = """
    CREATE TABLE like_those AS
    SELECT *, company AS block, ''::BLOB AS place_in_order, number AS nth, '' AS article_id
    FROM united SEMI JOIN (SELECT company FROM told WHERE NOT dated) USING (company)
"""
"""Those with a date of whom others without one can be."""

TOLD: Final = """
    SELECT block, place_in_order, article_id, nth, encounter
    FROM {table} ORDER BY block, place_in_order, nth
"""
PEOPLE: Final = """
    SELECT block, place_in_order, nth, key, entry
    FROM (SELECT block, place_in_order, nth, unnest(people) AS key FROM {table}) JOIN ids USING (key)
"""
PEOPLE_IN_ORDER: Final = "FROM {found} ORDER BY block, place_in_order, nth, key"

ENCOUNTERS: Final = """
    CREATE TABLE encounters AS
    SELECT number, encounter, people FROM united ANTI JOIN joined USING (number)
    UNION ALL
    SELECT number, encounter, people FROM joined
"""


def find_encounters(store: Store) -> None:
    """Fill `encounters`, by number, and `members`: which of an article's is which of them."""
    store.run(TABLES)
    first = (one for _, one in placed(store, WITH_DATE))
    number = keep(store, "united", dated(first))
    keep(store, "joined", with_undated(store, number))
    store.run(ENCOUNTERS)


def keep(store: Store, table: str, found: Iterator[United]) -> int:
    """Fill a table with encounters; the first number after theirs."""
    number = 0
    with store.inserting(table) as add, store.inserting("members") as enter:
        for one in found:
            encounter = one.encounter
            add((one.number, sort_key(company_of(encounter)), encoded(encounter), sorted(one.people)))
            for article_id, at in one.members:
                enter((article_id, at, one.number))
            number = max(number, one.number + 1)
    return number


def placed(store: Store, table: str) -> Iterator[tuple[bytes, Placed]]:
    """Yield encounters in an order, each with its block."""
    people = InStep(store.in_order(PEOPLE_IN_ORDER, PEOPLE.format(table=table)), cells=3)
    for block, order, article_id, at, encounter in store.in_order(TOLD.format(table=table)):
        who = {key: decoded(Entry, entry).referent for key, entry in people.of(block, order, at)}
        yield block, Placed(article_id, at, decoded(Encounter, encounter), who)


def with_undated(store: Store, number: int) -> Iterator[United]:
    """Yield the encounters that are told without a date, and those with one of the same company."""
    store.run(LIKE_THOSE)
    known = InStep((block, one) for block, one in placed(store, "like_those"))
    for company, told in groupby(placed(store, WITHOUT_DATE), key=itemgetter(0)):
        seeds = [United(one.at, one.encounter, dict(one.people)) for (one,) in known.of(company)]
        for one in undated(seeds, (each for _, each in told), number):
            number = max(number, one.number + 1)
            yield one
