"""A page for each entity: where it is named, whom it met, what it said."""

from typing import Final

from summitry.bounds import SITE_ROWS
from summitry.site.addresses import page_of
from summitry.site.pages import Pages
from summitry.site.store import Store

ENTITIES: Final = "SELECT * FROM entities WHERE rowid >= ? AND rowid < ? ORDER BY rowid"
MET: Final = """
SELECT o.entity_id, e.name, count(*) AS times FROM participants w JOIN participants o USING (meeting_id)
JOIN meetings t USING (meeting_id) JOIN entities e ON e.entity_id = o.entity_id
WHERE w.entity_id = :entity AND o.entity_id <> :entity AND t.status = 'held'
GROUP BY o.entity_id ORDER BY times DESC, o.entity_id LIMIT :most
"""
MEETINGS: Final = """
SELECT t.*, w.role, w.position FROM participants w JOIN meetings t USING (meeting_id) WHERE w.entity_id = ?
ORDER BY t.start_date IS NULL, t.start_date, t.meeting_id LIMIT ?
"""
HERE: Final = """
SELECT t.* FROM meetings t WHERE t.place_id = ?
ORDER BY t.start_date IS NULL, t.start_date, t.meeting_id LIMIT ?
"""
SAID: Final = """
SELECT q.*, p.article_id, t.name AS meeting FROM speakers s JOIN quotes q USING (quote_id)
JOIN paragraphs p USING (paragraph_id) LEFT JOIN meetings t USING (meeting_id)
WHERE s.entity_id = ? ORDER BY q.rowid LIMIT ?
"""
# SQLite takes a bare column from the row of the minimum (its documentation, SELECT, 2.4)
NAMED: Final = """
SELECT p.article_id, h.heading, a.published_on, count(*) AS times, min(m.rowid), m.mention_id
FROM mentions m JOIN paragraphs p USING (paragraph_id) JOIN articles a USING (article_id)
JOIN headings h USING (article_id) WHERE m.entity_id = ? GROUP BY a.rowid ORDER BY a.rowid LIMIT ?
"""
COUNTS: Final = """
SELECT (SELECT count(*) FROM participants WHERE entity_id = :entity) AS meetings,
  (SELECT count(*) FROM meetings WHERE place_id = :entity) AS here,
  (SELECT count(*) FROM speakers WHERE entity_id = :entity) AS said
"""


def write_entities(store: Store, pages: Pages, rows: range) -> None:
    """Write the pages of some entities; long lists are cut, and the tables hold them whole."""
    for entity in store.each(ENTITIES, rows.start, rows.stop):
        key = entity["entity_id"]
        counts = store.rows(COUNTS, entity=key)[0]
        # most entities are named and nothing else
        pages.write(
            page_of("entity", key),
            "entity.html",
            entity=entity,
            counts=counts,
            met=store.rows(MET, entity=key, most=SITE_ROWS) if counts["meetings"] else [],
            meetings=store.rows(MEETINGS, key, SITE_ROWS) if counts["meetings"] else [],
            here=store.rows(HERE, key, SITE_ROWS) if counts["here"] else [],
            said=store.rows(SAID, key, SITE_ROWS) if counts["said"] else [],
            named=store.rows(NAMED, key, SITE_ROWS),
            reasons=store.reasons("entities", key),
        )
