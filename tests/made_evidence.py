"""Reasons for cells of a made package, and meetings whose reports differ."""

from dataclasses import replace

from made_world import values_of
from summitry.rows import Evidence
from summitry.schema import table_schema

REASONED = {
    "mentions": ("entity_id", "title"),
    "quotes": ("addressee", "said_on"),
    "meetings": ("start_date", "end_date", "place_id", "status"),
    "participants": ("role", "position"),
}
"""The cells that most reasons are for."""

OTHERS = {
    "articles": ("agency", "published_on"),
    "paragraphs": ("position",),
    "entities": ("type", "mention_count"),
    "speakers": ("mention_id",),
    "reports": ("date_text",),
}
"""Some of those that can have reasons too."""


def with_evidence(world, tables):
    """The tables with reasons for some of their cells; of some meetings the reports differ."""
    meetings = tuple(
        replace(row, conflict=world.chance(0.1 * (world.mood.empty < 1))) for row in tables.meetings
    )
    tables = tables._replace(meetings=meetings)
    # in a package of repeated blocks only what all of them share is told twice
    cells = REASONED if world.mood.token else REASONED | OTHERS
    found = [
        reason(world, tables.paragraphs, (name, key_of(name, row), field), str(getattr(row, field)))
        for name, fields in cells.items()
        for row in getattr(tables, name)
        for field in fields
        if getattr(row, field) is not None and not world.chance(world.mood.empty)
    ]
    return tables._replace(evidence=(*found, *disputes(world, tables)))


def disputes(world, tables):
    """Yield reasons for two statuses of each meeting in conflict."""
    for row in tables.meetings:
        others = [status for status in values_of("meetings", "status") if status != row.status]
        for status in [row.status, world.rng.choice(others)] if row.conflict else []:
            yield reason(world, tables.paragraphs, ("meetings", row.meeting_id, "status"), status)


def reason(world, paragraphs, cell, value):
    """A reason for a cell that says so: words somewhere, or none."""
    basis = world.rng.choice(values_of("evidence", "basis"))
    paragraph = world.maybe(world.rng.choice(paragraphs))
    start = world.rng.randrange(len(paragraph.text)) if paragraph else None
    end = world.rng.randint(start + 1, len(paragraph.text)) if paragraph else None
    source = world.rng.choice(["offices", "people", "x1"]) if basis == "knowledge" else None
    key = world.key(f"{cell[1]}-e{start}")
    return Evidence(key, *cell, value, paragraph and paragraph.paragraph_id, start, end, basis, source)


def key_of(table, row):
    """The key of a row as reasons name it."""
    return " ".join(getattr(row, name) for name in table_schema(table).primary_key)
