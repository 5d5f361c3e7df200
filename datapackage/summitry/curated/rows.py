"""The rows of the correction files: small frozen types, one for each file, in the order of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Verdict = Literal["right", "wrong"]
Judged = Literal["entities", "mentions", "quotes", "speakers", "meetings", "participants", "reports"]
"""The tables of which a row can be found right or wrong."""
Property = Literal["name", "type", "position", "country_code", "wikidata_id", "geonames_id"]
Fact = Literal["date", "status", "kind", "place_id", "venue", "participant"]
Removable = Literal["articles", "entities"]


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a paragraph, by which a correction finds its row again."""

    paragraph_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is common to all: who decided it, when, and why, and where that is written."""

    who: str
    when: date
    why: str
    line: str
    """`speakers.csv, line 3`"""


@dataclass(frozen=True, slots=True)
class Naming(Correction):
    """Whom a name means: at one place, in one article, or wherever it stands."""

    text: str
    article_id: str | None
    paragraph_id: str | None
    start: int | None
    end: int | None
    entity_id: str | None
    """Null where it is not known who is meant."""


@dataclass(frozen=True, slots=True)
class Identity(Correction):
    """That two entities are one, or that in one article it is another."""

    entity_id: str
    article_id: str | None
    """Null where it holds for all articles."""
    into: str


@dataclass(frozen=True, slots=True)
class EntityCell(Correction):
    """A cell of an entity; of one that no article makes known, its name and type."""

    entity_id: str
    field: Property
    value: str | None


@dataclass(frozen=True, slots=True)
class Voice(Correction):
    """Who said a quote; several rows for several speakers, one without an entity for none that is known."""

    paragraph_id: str
    start: int
    end: int
    text: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class MeetingFact(Correction):
    """A cell of a meeting, which is found by a report of it; or one more who took part."""

    paragraph_id: str
    start: int
    end: int
    text: str
    field: Fact
    value: str | None


@dataclass(frozen=True, slots=True)
class Judgement(Correction):
    """That a row is right, or that there should be none; it is found by its words.

    A meeting and those who took part in it are found by a report, an entity by its id alone.
    """

    table: Judged
    paragraph_id: str | None
    start: int | None
    end: int | None
    text: str | None
    entity_id: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Removal(Correction):
    """An article or an entity that is to be in no table: by its id, or by its tombstone."""

    table: Removable
    id: str


FILES: Final[Mapping[str, type[Correction]]] = {
    "names.csv": Naming,
    "identities.csv": Identity,
    "entities.csv": EntityCell,
    "speakers.csv": Voice,
    "meetings.csv": MeetingFact,
    "rows.csv": Judgement,
    "removals.csv": Removal,
}
"""The type of the rows of each file."""
