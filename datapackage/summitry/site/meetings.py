"""A page for each meeting: who, when, where, told by whom in which words, what was said, and evidence."""

from collections.abc import Iterator
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from summitry.bounds import SITE_ROWS
from summitry.site.addresses import page_of
from summitry.site.pages import Pages
from summitry.site.store import Row, Store

MEETINGS: Final = """
SELECT t.*, e.name AS place FROM meetings t LEFT JOIN entities e ON e.entity_id = t.place_id
WHERE t.rowid >= ? AND t.rowid < ? ORDER BY t.rowid
"""
WHO: Final = """
SELECT w.*, e.name FROM participants w JOIN entities e USING (entity_id)
WHERE w.meeting_id = ? ORDER BY w.rowid
"""
TOLD: Final = """
SELECT r.*, p.article_id, h.heading, a.agency, a.published_on FROM reports r
JOIN paragraphs p USING (paragraph_id) JOIN articles a USING (article_id) JOIN headings h USING (article_id)
WHERE r.meeting_id = ? ORDER BY r.rowid LIMIT ?
"""
SAID: Final = """
SELECT q.*, p.article_id, (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM speakers s
  JOIN entities e USING (entity_id) WHERE s.quote_id = q.quote_id ORDER BY s.rowid)) AS who
FROM quotes q JOIN paragraphs p USING (paragraph_id) WHERE q.meeting_id = ? ORDER BY q.rowid LIMIT ?
"""

SAYS: Final = ("field", "value", "basis", "knowledge_source")
"""What reasons have in common that say the same."""

WHEN: Final = {"month": 7, "year": 4}
"""How much of a date is known."""


class Claim(NamedTuple):
    """What a cell says, and all places that say so."""

    of: str | None
    """The participant it is about, none if it is about the meeting."""
    reasons: list[Row]


def write_meetings(store: Store, pages: Pages, rows: range) -> None:
    """Write the pages of some meetings."""
    for meeting in store.each(MEETINGS, rows.start, rows.stop):
        pages.write(page_of("meeting", meeting["meeting_id"]), "meeting.html", **told_of(store, meeting))


def told_of(store: Store, meeting: Row) -> dict[str, Any]:
    """What the page of a meeting tells; long lists are cut, and the tables hold them whole."""
    key = meeting["meeting_id"]
    who = store.rows(WHO, key)
    told = store.rows(TOLD, key, SITE_ROWS)
    return {
        "meeting": meeting,
        "when": when(meeting),
        "who": who,
        "told": [list(reports) for _, reports in groupby(told, key=itemgetter("article_id"))],
        "told_shown": len(told),
        "told_count": store.one("SELECT count(*) FROM reports WHERE meeting_id = ?", key),
        "said": store.rows(SAID, key, SITE_ROWS),
        "said_count": store.one("SELECT count(*) FROM quotes WHERE meeting_id = ?", key),
        "claims": [*claims(store, key), *chain.from_iterable(claims(store, key, each) for each in who)],
    }


def claims(store: Store, meeting: str, who: Row | None = None) -> Iterator[Claim]:
    """Yield why the cells of a meeting, or of one who took part, say what they say."""
    reasons = (
        store.reasons("participants", meeting, who["entity_id"])
        if who
        else store.reasons("meetings", meeting)
    )
    alike: dict[tuple[Any, ...], list[Row]] = {}
    for row in reasons:
        alike.setdefault(tuple(row[each] for each in SAYS), []).append(row)
    for rows in alike.values():
        yield Claim(who["name"] if who else None, rows)


def when(meeting: Row) -> str:
    """The day, month or time of a meeting, no more exact than it is known."""
    start, end, precision = meeting["start_date"], meeting["end_date"], meeting["date_precision"]
    if start and precision in WHEN:
        return str(start[: WHEN[precision]])
    if start and start == end:
        return str(start)
    if start or end:
        return f"{start or '?'} to {end or '?'}"
    return "not known"
