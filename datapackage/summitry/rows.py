"""The rows of the tables: small frozen types, one for each file in schemas/, in the order of its fields."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

EntityType = Literal["person", "organization", "place", "event", "document"]
Form = Literal["name", "demonym", "metonym", "nominal", "pronoun"]
QuoteKind = Literal["direct", "mixed", "indirect"]
MeetingKind = Literal[
    "summit", "visit", "talks", "call", "news_conference", "forum", "delegation_visit", "other"
]
Status = Literal["held", "planned", "proposed", "cancelled", "refused", "aggregate"]
Precision = Literal["day", "month", "year", "range", "unknown"]
Role = Literal["host", "visitor", "participant"]
TableName = Literal[
    "articles",
    "paragraphs",
    "entities",
    "mentions",
    "quotes",
    "speakers",
    "meetings",
    "participants",
    "reports",
]
Basis = Literal["stated", "inferred", "knowledge", "curated"]
DateSource = Literal["header", "record", "metadata", "dateline", "file_name", "fetched", "given"]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, as received."""

    article_id: str
    source: str | None
    sha256: str
    published_on: date
    title: str | None
    byline: str | None
    agency: str | None
    dateline: str | None
    url: str | None
    language: str
    paragraph_count: int
    word_count: int
    changes: int
    story_id: str
    date_source: DateSource = "header"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article, verbatim."""

    paragraph_id: str
    article_id: str
    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world that the articles name."""

    entity_id: str
    name: str
    type: EntityType
    position: str | None
    country_code: str | None
    wikidata_id: str | None
    geonames_id: int | None
    mention_count: int
    article_count: int
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where an entity is named."""

    mention_id: str
    paragraph_id: str
    start: int
    end: int
    text: str
    entity_id: str | None
    form: Form
    title: str | None
    confidence: float | None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that an article puts in someone's mouth."""

    quote_id: str
    paragraph_id: str
    kind: QuoteKind
    start: int
    end: int
    text: str
    speaker_text: str | None
    speaker_paragraph_id: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    addressee: str | None
    said_on: date | None
    meeting_id: str | None
    continues_id: str | None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """One entity that said a quote."""

    quote_id: str
    entity_id: str
    mention_id: str | None
    confidence: float | None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """One real encounter, however often it is told."""

    meeting_id: str
    name: str
    kind: MeetingKind
    status: Status
    start_date: date | None
    end_date: date | None
    date_precision: Precision
    place_id: str | None
    venue: str | None
    country_code: str | None
    delegation: str | None
    meeting_count: int | None
    participant_count: int
    article_count: int
    conflict: bool
    confidence: float | None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """One entity that took part in a meeting."""

    meeting_id: str
    entity_id: str
    role: Role
    position: str | None
    country_code: str | None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One place in the text where a meeting is told."""

    report_id: str
    meeting_id: str
    paragraph_id: str
    start: int
    end: int
    text: str
    date_text: str | None
    place_text: str | None
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason why a cell says what it says."""

    evidence_id: str
    table: TableName
    row_id: str
    field: str
    value: str
    paragraph_id: str | None
    start: int | None
    end: int | None
    basis: Basis
    knowledge_source: str | None


Row = Article | Paragraph | Entity | Mention | Quote | Speaker | Meeting | Participant | Report | Evidence


class Tables(NamedTuple):
    """The ten tables, each in its published order."""

    articles: tuple[Article, ...]
    paragraphs: tuple[Paragraph, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    meetings: tuple[Meeting, ...]
    participants: tuple[Participant, ...]
    reports: tuple[Report, ...]
    evidence: tuple[Evidence, ...]


NO_ROWS: Final = Tables((), (), (), (), (), (), (), (), (), ())
"""Ten empty tables."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that is no article: where, what was found and what was expected."""

    source: str
    place: str | None
    found: str
    expected: str

    def __str__(self) -> str:
        """One line that a person can act on.

        >>> str(Refusal("a.txt", "byte 7", "0xE9, not UTF-8", "text in UTF-8"))
        'a.txt: byte 7: found 0xE9, not UTF-8; expected text in UTF-8'
        """
        where = f"{self.source}: {self.place}" if self.place else self.source
        return f"{where}: found {self.found}; expected {self.expected}"
