"""An article as a text with marks on it, as tools for annotating know it: mentions, quotes and reports."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, get_args

from summitry.errors import UnreadableInput
from summitry.export.source import Source
from summitry.export.sqlite import for_a_while
from summitry.page import Span
from summitry.rows import EntityType, QuoteKind

Sort = Literal["mention", "quote", "report"]
"""What a mark is a row of."""
Row = sqlite3.Row
Ask = Callable[..., Iterable[Row]]
"""From a query and its values to rows of a package."""

UNLINKED: Final = "unlinked"
"""The label of a mention of which it is not known whom it names."""
MEETING: Final = "meeting"
"""The label of every report."""
LABELS: Final[Mapping[Sort, tuple[str, ...]]] = {
    "mention": (*get_args(EntityType), UNLINKED),
    "quote": get_args(QuoteKind),
    "report": (MEETING,),
}
"""What a mark of each sort can be called."""
SPEAKER: Final = "speaker"
"""The relation from a quote to a mention of one who says it."""
BREAK: Final = "\n\n"
"""What stands between two paragraphs of a text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article, and what it is a row of."""

    id: str
    """`T1`, `T2` … in the order of an article."""
    sort: Sort
    span: Span
    label: str
    """Of a mention the type of its entity, of a quote its kind."""
    entities: tuple[str, ...] = ()
    """Whom a mention names, one at most; of a quote, those who say it and have no mention."""
    speakers: tuple[str, ...] = ()
    """The marks of those who say a quote."""
    note: str = ""
    """What else there is to say of it: which meeting a report tells of."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with its marks."""

    article_id: str
    heading: str
    """How a person knows it: its id, its day, its title."""
    keys: tuple[str, ...]
    """The ids of its paragraphs."""
    paragraphs: tuple[str, ...]
    """Their texts."""
    marks: tuple[Mark, ...]
    """Mentions, quotes and reports, each in reading order."""
    names: Mapping[str, str]
    """How the entities that it speaks of are called."""

    @property
    def text(self) -> str:
        """All of it; every offset counts in it."""
        return BREAK.join(self.paragraphs)

    def words(self, span: Span) -> str:
        """The words of a stretch."""
        return self.paragraphs[span.passage][span.start : span.end]

    def offsets(self, span: Span) -> tuple[int, int]:
        """Where a stretch begins and ends in the whole text."""
        before = sum(len(text) + len(BREAK) for text in self.paragraphs[: span.passage])
        return before + span.start, before + span.end

    def span_at(self, start: int, end: int) -> Span | None:
        """The stretch that lies there in the whole text; none if it is not of one paragraph."""
        before = 0
        for passage, text in enumerate(self.paragraphs):
            if before <= start < end <= before + len(text):
                return Span(passage, start - before, end - before)
            before += len(text) + len(BREAK)
        return None


ARTICLES: Final = "SELECT article_id, published_on, title FROM articles"
PARAGRAPHS: Final = "SELECT paragraph_id, text FROM paragraphs WHERE article_id = ? ORDER BY position"
MENTIONS: Final = """
SELECT m.mention_id, m.paragraph_id, m.start, m."end", m.entity_id, e.type, e.name
FROM paragraphs p JOIN mentions m USING (paragraph_id) LEFT JOIN entities e USING (entity_id)
WHERE p.article_id = ? ORDER BY p.position, m.start, m."end", m.rowid
"""
QUOTES: Final = """
SELECT q.quote_id, q.paragraph_id, q.start, q."end", q.kind
FROM paragraphs p JOIN quotes q USING (paragraph_id)
WHERE p.article_id = ? ORDER BY p.position, q.start, q."end", q.rowid
"""
SPEAKERS: Final = """
SELECT s.quote_id, s.entity_id, m.mention_id, e.name
FROM paragraphs p JOIN quotes q USING (paragraph_id) JOIN speakers s USING (quote_id)
JOIN entities e ON e.entity_id = s.entity_id
LEFT JOIN mentions m ON m.mention_id = s.mention_id AND m.entity_id = s.entity_id
WHERE p.article_id = ? ORDER BY s.rowid
"""
REPORTS: Final = """
SELECT r.paragraph_id, r.start, r."end", m.name, m.status
FROM paragraphs p JOIN reports r USING (paragraph_id) JOIN meetings m USING (meeting_id)
WHERE p.article_id = ? ORDER BY p.position, r.start, r."end", r.rowid
"""
INDEXES: Final = """
CREATE INDEX "a" ON "paragraphs" ("article_id");
CREATE INDEX "b" ON "mentions" ("paragraph_id");
CREATE INDEX "c" ON "quotes" ("paragraph_id");
CREATE INDEX "d" ON "reports" ("paragraph_id");
"""
"""What the rows of an article are looked up by."""


def marked_articles(source: Source) -> Iterator[Marked]:
    """Yield every article of a package, in their order; no more than one is in memory."""
    with asked(source) as ask:
        for row in ask(f"{ARTICLES} ORDER BY rowid"):
            yield marked(ask, row)


@contextmanager
def asked(source: Source) -> Iterator[Ask]:
    """What answers queries about a package."""
    with for_a_while(source) as (database, _):
        database.executescript(INDEXES)
        yield lambda select, *values: database.execute(select, values)


def marked_article(ask: Ask, article_id: str) -> Marked | None:
    """The article of an id; none if there is none."""
    rows = ask(f"{ARTICLES} WHERE article_id = ?", article_id)
    return next((marked(ask, row) for row in rows), None)


def marked(ask: Ask, article: Row) -> Marked:
    """An article with all its marks."""
    id_ = article["article_id"]
    paragraphs = list(ask(PARAGRAPHS, id_))
    places = {row["paragraph_id"]: at for at, row in enumerate(paragraphs)}
    mentions, speakers = list(ask(MENTIONS, id_)), list(ask(SPEAKERS, id_))
    found = Marked(
        id_,
        f"{id_}, {article['published_on']}{': ' if article['title'] else ''}{article['title'] or ''}",
        tuple(places),
        tuple(row["text"] for row in paragraphs),
        tuple(marks(places, mentions, speakers, list(ask(QUOTES, id_)), list(ask(REPORTS, id_)))),
        {row["entity_id"]: row["name"] for row in [*mentions, *speakers] if row["entity_id"]},
    )
    for mark in found.marks:
        if mark.span.end > len(found.paragraphs[mark.span.passage]):
            place = f"{id_}: found no words at {mark.span.end} of {found.keys[mark.span.passage]}"
            raise UnreadableInput(f"{place}; expected a package with the words of its articles")
    return found


def marks(
    places: Mapping[str, int], mentions: list[Row], speakers: list[Row], quotes: list[Row], reports: list[Row]
) -> Iterator[Mark]:
    """Yield the marks that rows are, with their ids."""
    ids = iter(f"T{number}" for number in range(1, len(mentions) + len(quotes) + len(reports) + 1))
    voices: dict[str, str] = {}
    for row in mentions:
        known = (row["entity_id"],) if row["entity_id"] else ()
        mark = Mark(next(ids), "mention", span_of(places, row), row["type"] or UNLINKED, known)
        voices[row["mention_id"]] = mark.id
        yield mark
    for row in quotes:
        said = [each for each in speakers if each["quote_id"] == row["quote_id"]]
        yield Mark(
            next(ids), "quote", span_of(places, row), row["kind"],
            tuple(each["entity_id"] for each in said if each["mention_id"] not in voices),
            tuple(voices[each["mention_id"]] for each in said if each["mention_id"] in voices),
        )  # fmt: skip
    for row in reports:
        note = f"{row['status']}: {row['name']}"
        yield Mark(next(ids), "report", span_of(places, row), MEETING, note=note)


def span_of(places: Mapping[str, int], row: Row) -> Span:
    """Where a row stands."""
    return Span(places[row["paragraph_id"]], row["start"], row["end"])
