"""All articles together: one row an entity, one row a meeting, every row in its place."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from summitry.curated import Correction, tombstones
from summitry.parts import write_part
from summitry.resolve.drafts import draft_of
from summitry.resolve.entities import entity_row
from summitry.resolve.marks import of_entity
from summitry.resolve.reading import Reading
from summitry.rows import NO_ROWS, Tables
from summitry.schema import TABLES, table_schema
from summitry.tables import rows_in
from summitry.together.amending import correct
from summitry.together.articles import article_tables
from summitry.together.copies import find_copies
from summitry.together.encounters import find_encounters
from summitry.together.entities import entries, find_entities
from summitry.together.ledger import Ledger
from summitry.together.meetings import meeting_tables, name_meetings
from summitry.together.opening import open_parts, parts_of
from summitry.together.store import WANTED, Store

__all__ = ["Ledger", "Store", "resolve", "tables_of"]


def resolve(store: Store, corrections: Sequence[Correction] = (), folder: Path | None = None) -> Ledger:
    """The tables of the articles that are `wanted`, each by its key and the part that holds its draft.

    Their order, and in which parts they are, changes nothing. Corrections need a folder to work in.
    """
    traits = correct(store, corrections, folder) if folder else {}
    parts = parts_of(store)
    open_parts(store, parts)
    find_copies(store)
    find_entities(store, traits)
    find_encounters(store)
    name_meetings(store)
    ledger = Ledger(store, tombstones(corrections))
    ledger.enter(entity_tables(store))
    ledger.enter(meeting_tables(store))
    ledger.enter(article_tables(store, parts))
    return ledger


def tables_of(readings: Sequence[Reading], corrections: Sequence[Correction] = ()) -> Tables:
    """The tables of a few articles, in memory.

    >>> tables_of([]).meetings
    ()
    """
    if not readings:
        return NO_ROWS
    drafts = [(reading.dispatch.article_id, draft_of(reading)) for reading in readings]
    with TemporaryDirectory() as folder, Store() as store:
        part = write_part(Path(folder), drafts)
        store.run(WANTED)
        store.insert("wanted", ((key, str(part)) for key, _ in drafts))
        ledger = resolve(store, corrections, Path(folder))
        return Tables(*(held(ledger, name) for name in TABLES))


def held(ledger: Ledger, name: str) -> tuple[Any, ...]:
    """The rows of one table."""
    header = ",".join(table_schema(name).field_names)
    return rows_in(name, chain([header], ledger.lines(name)), Path(name))


def entity_tables(store: Store) -> Iterator[Tables]:
    """Yield the row of each entity, and what a person decided of it."""
    for id_, entry in entries(store):
        evidence = tuple(of_entity(id_, entry))
        yield NO_ROWS._replace(entities=(entity_row(id_, entry),), evidence=evidence)
