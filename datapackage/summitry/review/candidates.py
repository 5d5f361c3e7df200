"""The rows of a package that are most worth a look, each with what it says and the words it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from heapq import nsmallest
from typing import Final, get_args

from summitry.bounds import REVIEW_LETTERS
from summitry.curated.rows import Verdict
from summitry.site.store import Row, Store


@dataclass(slots=True)
class Line:
    """A row of the spreadsheet: what is shown, what a person fills in, and by what the row is found again."""

    table: str
    confidence: str
    article: str
    says: str
    """What the row says, as a sentence."""
    sentence: str
    """Where it is written, with its words between `[[` and `]]`."""
    verdict: str = ""
    field: str = ""
    instead: str = ""
    why: str = ""
    paragraph_id: str = ""
    start: str = ""
    end: str = ""
    text: str = ""
    entity_id: str = ""


COLUMNS: Final = tuple(field.name for field in fields(Line))
TO_FILL: Final = ("verdict", "field", "instead", "why")
VERDICTS: Final = get_args(Verdict)

WHO: Final = "e.name || CASE WHEN e.position IS NULL THEN '' ELSE ' (' || e.position || ')' END AS who"

MENTIONS: Final = f"""
SELECT m.confidence, p.article_id, p.text AS around, m.start, m."end", m.text, m.paragraph_id, m.entity_id,
    {WHO}
FROM mentions m JOIN entities e USING (entity_id) JOIN paragraphs p USING (paragraph_id)
WHERE m.confidence IS NOT NULL AND NOT m.reviewed ORDER BY m.confidence, m.rowid LIMIT ?
"""  # noqa: S608  # nothing of it comes from outside

SPEAKERS: Final = f"""
SELECT s.confidence, p.article_id, p.text AS around, q.start, q."end", q.text, q.paragraph_id, s.entity_id,
    q.kind, {WHO}
FROM speakers s JOIN quotes q USING (quote_id) JOIN entities e USING (entity_id)
JOIN paragraphs p USING (paragraph_id)
WHERE s.confidence IS NOT NULL AND NOT s.reviewed ORDER BY s.confidence, s.rowid LIMIT ?
"""  # noqa: S608  # the same

MEETINGS: Final = """
SELECT m.confidence, p.article_id, p.text AS around, r.start, r."end", r.text, r.paragraph_id, m.name,
    m.status
FROM meetings m JOIN reports r ON r.rowid = (SELECT min(rowid) FROM reports WHERE meeting_id = m.meeting_id)
JOIN paragraphs p USING (paragraph_id)
WHERE m.confidence IS NOT NULL AND NOT m.reviewed ORDER BY m.confidence, m.rowid LIMIT ?
"""


def candidates(store: Store, number: int) -> list[Line]:
    """So many rows at most, those of the lowest confidence first."""
    found = [
        (row["confidence"], at, line(row))
        for at, (select, line) in enumerate(SHOWN)
        for row in store.each(select, number)
    ]
    # of equal confidence a mention comes before a speaker, and a row before those after it
    return [line for _, _, line in nsmallest(number, found, key=lambda one: one[:2])]


def mention_line(row: Row) -> Line:
    """Whom a name means."""
    return placed("mentions", row, f"“{row['text']}” is {row['who']}")


def speaker_line(row: Row) -> Line:
    """Who says a quote."""
    marks = "“{}”" if row["kind"] == "direct" else "{}"
    return placed("speakers", row, f"{row['who']} said: {marks.format(row['text'])}")


def meeting_line(row: Row) -> Line:
    """Who met, where and when."""
    return placed("meetings", row, f"{row['status']}: {row['name']}")


SHOWN: Final = ((MENTIONS, mention_line), (SPEAKERS, speaker_line), (MEETINGS, meeting_line))
"""The tables whose rows have a confidence, and how each is told."""


def placed(table: str, row: Row, says: str) -> Line:
    """The line of a row that stands somewhere in the text."""
    return Line(
        table=table,
        confidence=f"{row['confidence']:.2f}",
        article=row["article_id"],
        says=says,
        sentence=shown(row["around"], row["start"], row["end"]),
        paragraph_id=row["paragraph_id"],
        start=str(row["start"]),
        end=str(row["end"]),
        text=row["text"],
        entity_id=row["entity_id"] if "entity_id" in row.keys() else "",  # noqa: SIM118  # no dictionary
    )


def shown(text: str, start: int, end: int) -> str:
    """The words at a place with what stands around them, as much as can be read at a glance.

    >>> shown("Ada Holm met Per Dahl.", 13, 21)
    'Ada Holm met [[Per Dahl]].'
    """
    first = max(0, start - REVIEW_LETTERS)
    last = min(len(text), end + REVIEW_LETTERS)
    before, after = text[first:start], text[end:last]
    if first:
        before = f"… {before.partition(' ')[2]}"
    if last < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return f"{before}[[{text[start:end]}]]{after}"


def every(lines: list[Line]) -> Iterator[list[str]]:
    """Yield the cells of each line."""
    return ([getattr(line, name) for name in COLUMNS] for line in lines)
