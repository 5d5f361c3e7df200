"""A page for each meeting: who, when, where, told by whom in which words, what was said, and evidence."""

from itertools import chain
from typing import Any, Final

from summitry.bounds import SITE_ROWS
from summitry.site.addresses import page_of
from summitry.site.pages import Pages
from summitry.site.store import Row, Store

MEETINGS: Final = """
SELECT t.*, e.name AS place FROM meetings t LEFT JOIN entities e ON e.entity_id = t.place_id ORDER BY t.rowid
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

WHEN: Final = {"month": 7, "year": 4}
"""How much of a date is known."""


def write_meetings(store: Store, pages: Pages) -> None:
    """Write the page of each meeting."""
    for meeting in store.each(MEETINGS):
        pages.write(page_of("meeting", meeting["meeting_id"]), "meeting.html", **told_of(store, meeting))


def told_of(store: Store, meeting: Row) -> dict[str, Any]:
    """What the page of a meeting tells; long lists are cut, and the tables hold them whole."""
    key = meeting["meeting_id"]
    who = store.rows(WHO, key)
    reasons = chain(
        store.reasons("meetings", key),
        *(store.reasons("participants", key, each["entity_id"]) for each in who),
    )
    return {
        "meeting": meeting,
        "when": when(meeting),
        "who": who,
        "told": store.rows(TOLD, key, SITE_ROWS),
        "told_count": store.one("SELECT count(*) FROM reports WHERE meeting_id = ?", key),
        "said": store.rows(SAID, key, SITE_ROWS),
        "said_count": store.one("SELECT count(*) FROM quotes WHERE meeting_id = ?", key),
        "reasons": list(reasons),
    }


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
