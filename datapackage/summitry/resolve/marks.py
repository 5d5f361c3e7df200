"""The rows that a person has looked at, and the reasons that are decisions."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from summitry.read import paragraph_id
from summitry.resolve.decided import as_decided, days_of
from summitry.resolve.decisions import NOWHERE, Decision
from summitry.resolve.entities import Entry
from summitry.resolve.evidence import Cell, reason
from summitry.resolve.grounds import Words
from summitry.resolve.stories import Story
from summitry.resolve.within import Account
from summitry.rows import Evidence, Meeting, Mention, Quote, Report, Speaker, Tables

Place = tuple[str, int, int]
"""A paragraph, and where in it words begin and end."""


class Looks:
    """What a person has looked at in one article, by the words of the rows."""

    def __init__(self, account: Account, ids: Mapping[str, str]) -> None:
        self._article = account.reading.dispatch.article_id
        self._looks: dict[tuple[str, Place, str | None], Decision] = {}
        for one in account.reading.decisions:
            paragraph = paragraph_id(self._article, one.span.passage + 1)
            entity = ids.get(one.key) if one.key else None
            place = (one.table, (paragraph, one.span.start, one.span.end), entity)
            if place not in self._looks or one.field:
                self._looks[place] = one

    def at(self, table: str, row: Mention | Quote | Report, entity: str | None = None) -> Decision | None:
        """What was decided of a row, or of whom it speaks."""
        place = (row.paragraph_id, row.start, row.end)
        return self._looks.get((table, place, entity)) or self._looks.get((table, place, None))


def of_entity(entity_id: str, entry: Entry) -> Iterator[Evidence]:
    """Yield the cells of an entity that a person decided."""
    for field, value in entry.decided:
        if value:
            yield reason(Cell("entities", entity_id, field), value, "curated")


def with_marks(tables: Tables, account: Account, ids: Mapping[str, str]) -> Tables:
    """The rows of an article, with the marks of those that a person has looked at."""
    if not account.reading.decisions:
        return tables
    looks = Looks(account, ids)
    quotes = {row.quote_id: row for row in tables.quotes}
    voices = {
        (row.quote_id, row.entity_id): looks.at("speakers", quotes[row.quote_id], row.entity_id)
        for row in tables.speakers
    }
    return tables._replace(
        mentions=tuple(marked(row, looks.at("mentions", row, row.entity_id)) for row in tables.mentions),
        quotes=tuple(with_look(row, looks) for row in tables.quotes),
        speakers=tuple(marked(row, voices[row.quote_id, row.entity_id]) for row in tables.speakers),
        reports=tuple(replace(row, reviewed=bool(looks.at("reports", row))) for row in tables.reports),
        evidence=(*tables.evidence, *of_voices(account, voices)),
    )


Sure = TypeVar("Sure", Mention, Speaker, Meeting)
"""Rows with a confidence."""


def marked(row: Sure, one: Decision | None) -> Sure:
    """A row with the mark, if it was looked at; one that is decided by hand has no confidence."""
    if one is None:
        return row
    return replace(row, reviewed=True, confidence=None if one.field else row.confidence)


def with_look(row: Quote, looks: Looks) -> Quote:
    """A quote with the mark, also where a person has found that it is not known who said it."""
    nobody = looks.at("speakers", row)
    return replace(row, reviewed=bool(looks.at("quotes", row) or (nobody and nobody.key is None)))


def of_voices(account: Account, voices: Mapping[tuple[str, str], Decision | None]) -> Iterator[Evidence]:
    """Yield the speakers that a person decided."""
    article = account.reading.dispatch.article_id
    for (quote_id, entity_id), one in voices.items():
        if one and one.field:
            cell = Cell("speakers", f"{quote_id} {entity_id}", "entity_id")
            yield reason(cell, entity_id, "curated", Words(article, one.span))


def with_story_marks(tables: Tables, story: Story, ids: Mapping[str, str]) -> Tables:
    """The rows of a meeting, with the marks of those that a person has looked at."""
    decided = decisions_of(story)
    if not decided:
        return tables
    meeting = [one for one in decided if one.table == "meetings"]
    people = {ids.get(one.key): one for one in decided if one.table == "participants" and one.key}
    best = max(meeting, key=lambda one: one.field is not None, default=None)
    # what two lines say in the same words has one reason
    evidence = dict.fromkeys([*tables.evidence, *of_decisions(story, decided, ids)])
    return tables._replace(
        meetings=tuple(marked(row, best) for row in tables.meetings),
        participants=tuple(replace(row, reviewed=row.entity_id in people) for row in tables.participants),
        evidence=tuple(evidence),
    )


def decisions_of(story: Story) -> dict[Decision, Words]:
    """What a person decided of a meeting, each once, with the first report that it is about."""
    found: dict[Decision, Words] = {}
    for version in story.told:
        for one in version.decisions:
            words = Words(version.article_id, version.telling.found.report)
            found.setdefault(one._replace(span=NOWHERE, report=None), words)
    return found


def of_decisions(
    story: Story, decided: Mapping[Decision, Words], ids: Mapping[str, str]
) -> Iterator[Evidence]:
    """Yield the cells of a meeting, and those who took part, that a person decided."""
    for one, words in decided.items():
        if one.table == "participants" and one.field and one.key in story.encounter.who:
            cell = Cell("participants", f"{story.meeting_id} {ids[one.key]}", "entity_id")
            yield reason(cell, ids[one.key], "curated", words)
        elif one.table == "meetings":
            for field, value in cells_of(one, ids):
                yield reason(Cell("meetings", story.meeting_id, field), value, "curated", words)


def cells_of(one: Decision, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the cells of a meeting that a decision fills, each with its value."""
    if one.field == "date":
        first, last, _ = days_of(one.value)
        yield from (
            (name, day.isoformat()) for name, day in (("start_date", first), ("end_date", last)) if day
        )
    elif one.field == "place_id" and one.value:
        yield "place_id", ids[one.value]
    elif one.field and one.value:
        yield one.field, one.value


def overruled(story: Story) -> Iterator[str]:
    """Yield the decisions of a meeting that others make void, each as a line that says so."""
    encounter = story.encounter
    decided = decisions_of(story)
    for one in decided:
        if one.table == "participants" and one.field is None and one.key not in encounter.who:
            yield f"{one.line}: found none such among those who took part; expected one"
        elif as_decided(encounter, [one]) != encounter:
            told = "others who took part" if one.table == "participants" else f"another {one.field}"
            yield f"{one.line}: found {told} told of this meeting; expected what the line says"
    days, last = encounter.days, encounter.published[1]
    if encounter.status == "held" and days.first is not None and days.first > last:
        for one in decided:
            if one.field in {"date", "status"}:
                yield (
                    f"{one.line}: found a meeting held on {days.first}, after {last}, when it was last told; "
                    "expected an earlier day, or another status"
                )
