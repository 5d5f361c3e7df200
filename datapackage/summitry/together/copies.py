"""Which articles are copies of one story: the same text of an agency in ten papers."""

from collections.abc import Iterator
from typing import Final

from summitry.resolve.copies import are_copies
from summitry.together.store import Store

CANDIDATES: Final = """
    CREATE TABLE places AS
    SELECT row_number() OVER (ORDER BY published_on, article_id) AS place, seq, article_id, signature, bands
    FROM signatures;
    CREATE TABLE bands AS SELECT place, unnest(bands) AS band FROM places;
    CREATE TABLE pairs AS
    SELECT DISTINCT place, other FROM (
        SELECT place, min(place) OVER (PARTITION BY band) AS other FROM bands
        UNION ALL
        SELECT place, lag(place) OVER (PARTITION BY band ORDER BY place) AS other FROM bands
    ) WHERE other < place;
    DROP TABLE bands;
    CREATE TABLE alike (place BIGINT, other BIGINT);
"""
"""Of those that share a band each is compared with the first and with the one before it, not with all."""

COMPARED: Final = """
    CREATE TABLE compared AS
    SELECT pairs.place, other, one.signature, before.signature
    FROM pairs JOIN places AS one ON one.place = pairs.place JOIN places AS before ON before.place = other
"""
"""In no order: those of an article that has hundreds of copies would not fit the memory of a sort."""

FIRST: Final = """
    CREATE TABLE linked AS SELECT place, other FROM alike UNION ALL SELECT other, place FROM alike;
    CREATE TABLE firsts AS SELECT DISTINCT place, place AS story FROM linked;
"""
STEP: Final = """
    CREATE OR REPLACE TABLE nearer AS
    SELECT firsts.place, least(firsts.story, min(near.story)) AS story
    FROM firsts JOIN linked USING (place) JOIN firsts AS near ON near.place = linked.other
    GROUP BY firsts.place, firsts.story
"""
CHANGED: Final = "SELECT count(*) FROM nearer JOIN firsts USING (place) WHERE nearer.story <> firsts.story"
NEXT: Final = "CREATE OR REPLACE TABLE firsts AS FROM nearer"

STORIES: Final = """
    CREATE TABLE stories AS
    SELECT copy.seq, first.article_id AS story_id
    FROM firsts JOIN places AS copy USING (place) JOIN places AS first ON first.place = firsts.story;
    DROP TABLE places; DROP TABLE pairs; DROP TABLE alike; DROP TABLE linked; DROP TABLE firsts;
"""


def find_copies(store: Store) -> None:
    """Fill `stories`: for each article that is a copy, or has copies, the earliest of them."""
    store.run(CANDIDATES)
    with store.inserting("alike") as add:
        for pair in alike(store):
            add(pair)
    store.run(FIRST)
    while True:
        store.run(STEP)
        ((changed,),) = store.rows(CHANGED)
        if not changed:
            break
        store.run(NEXT)
    store.run(STORIES)


def alike(store: Store) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are copies, of those that can be."""
    store.run(COMPARED)
    for place, other, one, before in store.rows("FROM compared"):
        if are_copies(one, before):
            yield place, other
    store.run("DROP TABLE compared")
