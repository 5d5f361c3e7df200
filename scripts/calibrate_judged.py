"""The judged rows that the program still gives as they were judged."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from summitry.knowledge.confidence import Sort
from summitry.knowledge.tables import several
from summitry.resolve.confidence import sorts_of
from summitry.rows import Entity, Meeting, Mention, Speaker, Tables

JUDGED = Path(__file__).parents[1] / "tests" / "judged"

Cells = Mapping[str, str]


class Verdict(NamedTuple):
    """What readers found of one row."""

    table: str
    article: str
    sort: Sort
    right: bool


@dataclass(frozen=True)
class World:
    """The rows of a package, by what judged rows know of them."""

    tables: Tables
    entities: Mapping[str, Entity]
    place_of: Mapping[str, tuple[str, str]]
    """The article and the position of each paragraph."""


def world_of(tables: Tables) -> World:
    """The rows of a package as judged rows look for them."""
    return World(
        tables,
        {row.entity_id: row for row in tables.entities},
        {row.paragraph_id: (row.article_id, str(row.position)) for row in tables.paragraphs},
    )


def verdicts(tables: Tables, folder: Path = JUDGED) -> list[Verdict]:
    """What readers found of the rows of a package; rows that nobody has seen so have no verdict."""
    world = world_of(tables)
    return [
        *mentions_judged(world, rows_in(folder / "mentions.csv")),
        *speakers_judged(world, rows_in(folder / "speakers.csv")),
        *meetings_judged(world, rows_in(folder / "meetings.csv")),
    ]


def rows_in(path: Path) -> list[dict[str, str]]:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mentions_judged(world: World, judged: list[dict[str, str]]) -> Iterator[Verdict]:
    """Yield the verdicts on links."""
    sorts = sorts_of(world.tables).mentions
    found: dict[tuple[str, ...], Mention] = {
        (*world.place_of[row.paragraph_id], str(row.start), str(row.end), name): row
        for row in world.tables.mentions
        if row.entity_id
        for name in names_of(world.entities[row.entity_id])
    }
    for cells in judged:
        row = found.get(place_in(cells))
        if row and row.entity_id and is_as_judged(world.entities[row.entity_id], cells):
            yield Verdict("mentions", cells["article"], sorts[row.mention_id], is_right(cells))


def speakers_judged(world: World, judged: list[dict[str, str]]) -> Iterator[Verdict]:
    """Yield the verdicts on who said what."""
    sorts = sorts_of(world.tables).speakers
    quotes = {row.quote_id: row for row in world.tables.quotes}
    found: dict[tuple[str, ...], Speaker] = {}
    for row in world.tables.speakers:
        quote = quotes[row.quote_id]
        place = (*world.place_of[quote.paragraph_id], str(quote.start), str(quote.end))
        found.update(dict.fromkeys(((*place, name) for name in names_of(world.entities[row.entity_id])), row))
    for cells in judged:
        speaker = found.get(place_in(cells))
        if speaker and is_as_judged(world.entities[speaker.entity_id], cells):
            sort = sorts[speaker.quote_id, speaker.entity_id]
            yield Verdict("speakers", cells["article"], sort, is_right(cells))


def meetings_judged(world: World, judged: list[dict[str, str]]) -> Iterator[Verdict]:
    """Yield the verdicts on meetings: one that several articles tell is right if it is so by all of them."""
    sorts = sorts_of(world.tables).meetings
    told = {(world.place_of[row.paragraph_id][0], row.meeting_id) for row in world.tables.reports}
    found: dict[str, tuple[str, bool]] = {}
    for row in world.tables.meetings:
        for cells in judged:
            if (cells["article"], row.meeting_id) in told and is_the_same(world, row, cells):
                article, right = found.get(row.meeting_id, (cells["article"], True))
                found[row.meeting_id] = article, right and is_right(cells)
    for meeting_id, (article, right) in found.items():
        yield Verdict("meetings", article, sorts[meeting_id], right)


def names_of(entity: Entity) -> tuple[str, ...]:
    """What a judged row can call an entity: its Wikidata id, or its id in the tables."""
    return tuple(filter(None, (entity.wikidata_id, entity.entity_id)))


def place_in(cells: Cells) -> tuple[str, ...]:
    """Where a judged row stands, and what it calls its entity."""
    return tuple(cells[name] for name in ("article", "paragraph", "start", "end", "entity"))


def is_as_judged(entity: Entity, cells: Cells) -> bool:
    """Whether what was judged of an entity is what the tables say; what was empty then can be filled now."""
    return all(
        cells.get(name, "") in {"", str(getattr(entity, name))}
        for name in ("type", "country_code", "geonames_id")
    )


def is_the_same(world: World, row: Meeting, cells: Cells) -> bool:
    """Whether a meeting is the one that was judged."""
    said = (row.kind, row.status, str(row.start_date or ""), str(row.end_date or ""))
    if said != tuple(cells[name] for name in ("kind", "status", "start_date", "end_date")):
        return False
    place = world.entities[row.place_id] if row.place_id else None
    who = [one.entity_id for one in world.tables.participants if one.meeting_id == row.meeting_id]
    known, judged = [names_of(world.entities[each]) for each in who], several(cells["participants"])
    return (
        cells["place"] in (names_of(place) if place else ("",))
        and len(known) == len(judged)
        and all(any(one in names for names in known) for one in judged)
    )


def is_right(cells: Cells) -> bool:
    """The verdict of a judged row."""
    return cells["right"] == "true"
