"""The rows that each article adds, once the entities and meetings of all articles are known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from summitry.bounds import ENTERING_MEMORY, ENTITIES_AT_ONCE
from summitry.parts import accounts_in, decoded
from summitry.read import article_row, paragraph_rows
from summitry.resolve.accounts import Settled, mention_rows, quote_rows, speaker_rows
from summitry.resolve.confidence import with_confidence
from summitry.resolve.entities import Entry, entity_row
from summitry.resolve.evidence import of_mentions, of_quotes
from summitry.resolve.marks import with_marks
from summitry.resolve.meetings import report_rows
from summitry.resolve.within import Account
from summitry.rows import NO_ROWS, Tables
from summitry.together.opening import wanted_in
from summitry.together.store import InStep, Store

KNOWN: Final = """
    SELECT seq, entity, key, id, entry
    FROM (FROM named WHERE entity BETWEEN {first} AND {last})
    JOIN (FROM ids WHERE entity BETWEEN {first} AND {last}) USING (entity)
"""
"""Some of those that articles name: both tables are in the order of entities, so that no join is large."""
KNOWN_IN_ORDER: Final = "SELECT seq, key, id, entry FROM {found} ORDER BY seq, entity"

REACHED: Final = """
    CREATE TABLE reached AS
    SELECT seq, telling, article_id, number FROM tellings JOIN members USING (article_id, nth)
"""
OTHERS: Final = """
    SELECT seq, telling, false AS own, said
    FROM reached JOIN (SELECT number, said FROM settled WHERE article_id = '') USING (number)
"""
OWN: Final = "SELECT seq, telling, true AS own, said FROM reached JOIN settled USING (number, article_id)"
SETTLED_IN_ORDER: Final = "SELECT seq, telling, said FROM {found} ORDER BY seq, telling, own"
"""What an article itself says comes after what others say, and takes its place."""


STORIES_IN_ORDER: Final = "SELECT seq, story_id FROM stories ORDER BY seq"


def article_tables(store: Store, parts: Sequence[Path]) -> Iterator[Tables]:
    """Yield the rows of each article."""
    store.run(REACHED)
    known = InStep(store.in_order(KNOWN_IN_ORDER, *known_by_some(store)))
    settled = InStep(store.in_order(SETTLED_IN_ORDER, OTHERS, OWN))
    stories = InStep(store.in_order(STORIES_IN_ORDER))
    with store.within(ENTERING_MEMORY):
        yield from tables_of_parts(store, parts, known, settled, stories)


def known_by_some(store: Store) -> Iterator[str]:
    """Yield the queries of what is known of all entities, each of some of them."""
    for first in range(0, max(1, store.count("ids")), ENTITIES_AT_ONCE):
        yield KNOWN.format(first=first, last=first + ENTITIES_AT_ONCE - 1)


def tables_of_parts(
    store: Store, parts: Sequence[Path], known: InStep, settled: InStep, stories: InStep
) -> Iterator[Tables]:
    """Yield the rows of each article of some parts."""
    for part, first, wanted in wanted_in(store, parts):
        for seq, (key, account) in enumerate(accounts_in(part), first):
            if key not in wanted:
                continue
            entries = {name: (id_, decoded(Entry, entry)) for name, id_, entry in known.of(seq)}
            told = {telling: decoded(Settled, said) for telling, said in settled.of(seq)}
            tables = rows_of(decoded(Account, account), entries, told)
            yield in_story(tables, next((id_ for (id_,) in stories.of(seq)), None))


def in_story(tables: Tables, story_id: str | None) -> Tables:
    """The rows of an article that is a copy, or has copies; null where it has none."""
    if story_id is None:
        return tables
    return tables._replace(articles=tuple(replace(row, story_id=story_id) for row in tables.articles))


def rows_of(
    account: Account, entries: Mapping[str, tuple[str, Entry]], settled: Mapping[int, Settled]
) -> Tables:
    """The rows of one article; its entities are among them only until their confidence is known."""
    ids = {key: id_ for key, (id_, _) in entries.items()}
    dispatch = account.reading.dispatch
    mentions = mention_rows(account, ids)
    quotes = quote_rows(account, settled)
    evidence = [*of_mentions(account, mentions), *of_quotes(account, quotes, settled)]
    tables = NO_ROWS._replace(
        articles=(article_row(dispatch),),
        paragraphs=paragraph_rows(dispatch),
        entities=tuple(entity_row(id_, entry) for id_, entry in entries.values()),
        mentions=tuple(mentions),
        quotes=tuple(quotes),
        speakers=tuple(speaker_rows(account, ids, mentions)),
        reports=tuple(report_rows(account, settled)),
        evidence=tuple(dict.fromkeys(evidence)),
    )
    return with_marks(with_confidence(tables), account, ids)._replace(entities=())
