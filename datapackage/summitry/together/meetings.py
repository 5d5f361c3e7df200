"""The meetings of all articles: their ids, their rows, and what becomes of each telling."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from summitry.errors import UnfitCorrections
from summitry.parts import decoded, encoded
from summitry.resolve.accounts import Settled
from summitry.resolve.confidence import with_confidence
from summitry.resolve.encounters import Encounter
from summitry.resolve.entities import Entry, short_hash
from summitry.resolve.geography import Atlas
from summitry.resolve.grounds import Words
from summitry.resolve.marks import overruled, with_story_marks
from summitry.resolve.meetings import GROUP_ORDER, identity, meeting_row, participant_rows, slug_of
from summitry.resolve.reported import of_meeting, of_participants
from summitry.resolve.stories import Story, Version, disagrees
from summitry.rows import NO_ROWS, Tables
from summitry.together.store import InStep, Store

PEOPLE: Final = """
    SELECT number, key, id, entry
    FROM (SELECT number, unnest(people) AS key FROM encounters) JOIN ids USING (key)
"""
PEOPLE_IN_ORDER: Final = "FROM {found} ORDER BY number, key"

NUMBERED: Final = "SELECT number, encounter FROM encounters ORDER BY number"

TABLES: Final = """
    CREATE TABLE slugs (number INTEGER, slug VARCHAR, rank INTEGER, identity VARCHAR, told VARCHAR);
    CREATE TABLE leant (number INTEGER, leaned BOOLEAN, article_id VARCHAR, telling INTEGER);
    CREATE TABLE settled (number INTEGER, article_id VARCHAR, said BLOB);
"""

IDS: Final = """
    CREATE TABLE turns AS
    SELECT *, row_number() OVER (PARTITION BY slug ORDER BY rank, identity, told) AS turn FROM slugs;
    CREATE TABLE meeting_ids AS
    SELECT *, row_number() OVER (PARTITION BY slug, identity ORDER BY told) AS twin FROM turns;
"""

STORIES: Final = """
    SELECT number, encounter, slug, turn, identity, twin, told
    FROM encounters JOIN meeting_ids USING (number)
"""
STORIES_IN_ORDER: Final = "FROM {found} ORDER BY number"

VERSIONS: Final = """
    SELECT number, leaned, article_id, telling, version
    FROM leant JOIN versions USING (article_id, telling)
"""
VERSIONS_IN_ORDER: Final = """
    SELECT number, leaned, version FROM {found} ORDER BY number, leaned, article_id, telling
"""


class People(NamedTuple):
    """Who and what the keys of an encounter are."""

    ids: dict[str, str]
    found: dict[str, Entry]


def name_meetings(store: Store) -> None:
    """Fill `meeting_ids`: what the id of each encounter is made of."""
    store.run(TABLES)
    with store.inserting("slugs") as add, store.inserting("leant") as lean:
        for number, encounter, people in encounters(store):
            first = encounter.told[0]
            add((
                number, slug_of(encounter, people.ids), GROUP_ORDER.index(encounter.group),
                identity(encounter, people.ids), f"{first.article_id}|{first.index}",
            ))  # fmt: skip
            for leaned, places in ((False, encounter.told), (True, encounter.leaned)):
                for told in places:
                    lean((number, leaned, told.article_id, told.index))
    store.run(IDS)


def encounters(store: Store) -> Iterator[tuple[int, Encounter, People]]:
    """Yield each encounter by its number, with its people."""
    people = InStep(store.in_order(PEOPLE_IN_ORDER, PEOPLE))
    for number, encounter in store.in_order(NUMBERED):
        yield number, decoded(Encounter, encounter), people_of(people, number)


def people_of(people: InStep, number: int) -> People:
    """The people of one encounter."""
    rows = people.of(number)
    return People({key: id_ for key, id_, _ in rows}, {key: decoded(Entry, entry) for key, _, entry in rows})


def meeting_id_of(slug: str, turn: int, identity: str, twin: int, told: str) -> str:
    """The id of a meeting: the slug, and where others have it too, a hash of all that tells it from them.

    >>> meeting_id_of("2019-oslo", 1, "…", 1, "…"), meeting_id_of("2019-oslo", 2, "…", 1, "…")
    ('2019-oslo', '2019-oslo-b49358')
    """
    if turn == 1:
        return slug
    return f"{slug}-{short_hash(identity if twin == 1 else f'{identity}|{told}')}"


def stories(store: Store) -> Iterator[tuple[int, Story, People]]:
    """Yield each meeting with all that is told of it."""
    people = InStep(store.in_order(PEOPLE_IN_ORDER, PEOPLE))
    versions = InStep(store.in_order(VERSIONS_IN_ORDER, VERSIONS))
    for number, encounter, *named in store.in_order(STORIES_IN_ORDER, STORIES):
        told: tuple[list[Version], list[Version]] = ([], [])
        for leaned, version in versions.of(number):
            told[leaned].append(decoded(Version, version))
        slug, turn, identity_, twin, first = named
        meeting_id = meeting_id_of(slug, turn, identity_, twin, first)
        story = Story(meeting_id, decoded(Encounter, encounter), tuple(told[0]), tuple(told[1]))
        yield number, story, people_of(people, number)


def meeting_tables(store: Store) -> Iterator[Tables]:
    """Yield the rows of each meeting, and fill `settled`: what articles have to know of it."""
    problems: list[str] = []
    with store.inserting("settled") as settle:
        for number, story, people in stories(store):
            problems += overruled(story)
            for article_id, settled in settlements(story):
                settle((number, article_id, encoded(settled)))
            yield rows_of(story, people)
    if problems:
        raise UnfitCorrections(list(dict.fromkeys(problems)))


def rows_of(story: Story, people: People) -> Tables:
    """The rows of one meeting."""
    ids, found = people
    atlas = Atlas({key: entry.referent for key, entry in found.items()})
    participants = participant_rows(story.encounter, story.meeting_id, found, ids)
    meeting = meeting_row(story, found, ids, participants=len(participants), conflict=disagrees(story, atlas))
    evidence = [*of_meeting(story, ids), *of_participants(story, found, ids)]
    tables = NO_ROWS._replace(
        meetings=(meeting,),
        participants=tuple(participants),
        evidence=tuple(dict.fromkeys(evidence)),
    )
    return with_story_marks(with_confidence(tables), story, ids)


def settlements(story: Story) -> Iterator[tuple[str, Settled]]:
    """Yield what became of the tellings of a meeting: for each article that gives its days, and for others.

    These go by the article without a name.
    """
    days = story.encounter.days
    words: dict[str, Words] = {}
    for one in (*story.told, *story.leaned):
        if one.alone.days == days:
            words.setdefault(one.article_id, Words(one.article_id, one.telling.found.report))
    yield "", Settled(story.meeting_id, days, next(iter(words.values()), None))
    for article_id, own in words.items():
        yield article_id, Settled(story.meeting_id, days, own)
