"""The confidence of links, speakers and meetings: the sort of each row, and the share right of that sort.

A sort is told by cells of the tables alone, so that everyone can name the sort of a row again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from summitry.knowledge.confidence import Sort, confidence
from summitry.rows import Entity, Form, Meeting, MeetingKind, Mention, Quote, Speaker, Tables

Place = tuple[str, str]
"""An article and an entity that it names."""

UNNAMED: frozenset[Form] = frozenset({"pronoun", "nominal"})

OCCASIONS: Mapping[MeetingKind, str] = {
    "forum": "forum",
    "call": "call or news conference",
    "news_conference": "call or news conference",
}


def with_confidence(tables: Tables) -> Tables:
    """The tables with the confidence of each linked mention, each speaker and each meeting."""
    sorts = sorts_of(tables)
    return tables._replace(
        mentions=tuple(
            replace(row, confidence=confidence("mentions", sorts.mentions[row.mention_id]))
            if row.entity_id
            else row
            for row in tables.mentions
        ),
        speakers=tuple(
            replace(row, confidence=confidence("speakers", sorts.speakers[row.quote_id, row.entity_id]))
            for row in tables.speakers
        ),
        meetings=tuple(
            replace(row, confidence=confidence("meetings", sorts.meetings[row.meeting_id]))
            for row in tables.meetings
        ),
    )


@dataclass(frozen=True, slots=True)
class Sorts:
    """The sort of each linked mention, speaker and meeting, by key."""

    mentions: Mapping[str, Sort]
    speakers: Mapping[tuple[str, str], Sort]
    meetings: Mapping[str, Sort]


def sorts_of(tables: Tables) -> Sorts:
    """The sorts of the rows that have a confidence."""
    entities = {row.entity_id: row for row in tables.entities}
    mentions = {row.mention_id: row for row in tables.mentions}
    quotes = {row.quote_id: row for row in tables.quotes}
    acquaintance = acquaintance_of(tables)
    return Sorts(
        {
            row.mention_id: sort_of_mention(row, entities[row.entity_id], acquaintance)
            for row in tables.mentions
            if row.entity_id
        },
        {
            (row.quote_id, row.entity_id): sort_of_speaker(
                row, quotes[row.quote_id], mentions.get(row.mention_id or ""), acquaintance
            )
            for row in tables.speakers
        },
        {row.meeting_id: sort_of_meeting(row) for row in tables.meetings},
    )


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What whole articles say of the entities that they name."""

    article_of: Mapping[str, str]
    """The article of each paragraph."""
    in_full: frozenset[Place]
    """Named in more than one word."""
    looked_up: frozenset[Place]
    """Found in a table of knowledge."""


def acquaintance_of(tables: Tables) -> Acquaintance:
    """What the articles of some tables say of the entities that they name."""
    article_of = {row.paragraph_id: row.article_id for row in tables.paragraphs}
    place_of = {
        row.mention_id: (article_of[row.paragraph_id], row.entity_id)
        for row in tables.mentions
        if row.entity_id
    }
    return Acquaintance(
        article_of,
        frozenset(
            place_of[row.mention_id]
            for row in tables.mentions
            if row.entity_id and row.form == "name" and len(row.text.split()) > 1
        ),
        frozenset(
            place_of[row.row_id]
            for row in tables.evidence
            if (row.table, row.field, row.basis) == ("mentions", "entity_id", "knowledge")
        ),
    )


def sort_of_mention(row: Mention, entity: Entity, acquaintance: Acquaintance) -> Sort:
    """What is named, whether the article leads to it in a table of knowledge, how it is named.

    Of a person also whether the text gives a position.
    """
    place = (acquaintance.article_of[row.paragraph_id], entity.entity_id)
    what = "country" if entity.position == "country" else entity.type
    sort = (
        what,
        "looked up" if place in acquaintance.looked_up else "as stated",
        naming(row, in_full=place in acquaintance.in_full),
    )
    if what != "person":
        return sort
    return (*sort, "with position" if entity.position else "without position")


def naming(row: Mention, *, in_full: bool) -> str:
    """How a mention names: by how many words, by the short form of a fuller name, by no name at all."""
    if row.form in UNNAMED:
        return "no name"
    if row.form != "name":
        return row.form
    match len(row.text.split()):
        case 1 if in_full:
            return "short form"
        case 1:
            return "abbreviation" if row.text.isupper() else "one word"
        case 2:
            return "two words"
        case _:
            return "more words"


def sort_of_speaker(row: Speaker, quote: Quote, mention: Mention | None, acquaintance: Acquaintance) -> Sort:
    """By which words the speaker is found, and of which kind the quote is."""
    if mention is None:
        return ("no mention", quote.kind)
    if mention.form in UNNAMED:
        return (mention.form, quote.kind)
    place = (acquaintance.article_of[mention.paragraph_id], row.entity_id)
    return ("named in full" if place in acquaintance.in_full else "named in short", quote.kind)


def sort_of_meeting(row: Meeting) -> Sort:
    """What kind of meeting it is, and whether it was held.

    Kinds and statuses that few readers have judged go together.
    """
    return (OCCASIONS.get(row.kind, "visit or talks"), "held" if row.status == "held" else "not held")
