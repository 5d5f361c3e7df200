"""A page for each article: its text with the rows that were read from it, and below what each row says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from summitry.site.addresses import page_of, row_of, words_of
from summitry.site.marks import Mark, stretches, unplaced
from summitry.site.naming import joined
from summitry.site.pages import Pages
from summitry.site.prose import Told
from summitry.site.store import Row, Store

ARTICLES: Final = """
SELECT a.*, h.heading FROM articles a JOIN headings h USING (article_id)
WHERE a.rowid >= ? AND a.rowid < ? ORDER BY a.rowid
"""
PARAGRAPHS: Final = "SELECT * FROM paragraphs WHERE article_id = ? ORDER BY position"
MENTIONS: Final = """
SELECT m.*, e.name FROM paragraphs p JOIN mentions m USING (paragraph_id)
LEFT JOIN entities e USING (entity_id)
WHERE p.article_id = ? ORDER BY m.rowid
"""
QUOTES: Final = """
SELECT q.*, t.name FROM paragraphs p JOIN quotes q USING (paragraph_id)
LEFT JOIN meetings t USING (meeting_id)
WHERE p.article_id = ? ORDER BY q.rowid
"""
SPEAKERS: Final = """
SELECT s.*, e.name FROM paragraphs p JOIN quotes q USING (paragraph_id) JOIN speakers s USING (quote_id)
JOIN entities e USING (entity_id) WHERE p.article_id = ? ORDER BY s.rowid
"""
REPORTS: Final = """
SELECT r.*, t.name FROM paragraphs p JOIN reports r USING (paragraph_id) JOIN meetings t USING (meeting_id)
WHERE p.article_id = ? ORDER BY r.rowid
"""
PLACES: Final = """
SELECT v.* FROM paragraphs p JOIN evidence v USING (paragraph_id) WHERE p.article_id = ? ORDER BY v.rowid
"""
CONTINUED: Final = """
SELECT p.article_id FROM quotes q JOIN paragraphs p USING (paragraph_id) WHERE q.quote_id = ?
"""
# a cross join is done in the order in which it is written (SQLite, Query Planner, 4.4)
REASONS: Final = """
SELECT v.*, substr(o.text, v.start + 1, v."end" - v.start) AS words, o.article_id FROM ({rows}) x
CROSS JOIN evidence v ON v."table" = '{table}' AND v.row_id = x.row_id
LEFT JOIN paragraphs o ON o.paragraph_id = v.paragraph_id ORDER BY v.rowid
"""
ROWS: Final = {
    "paragraphs": "SELECT paragraph_id AS row_id FROM paragraphs WHERE article_id = ?",
    **{
        f"{kind}s": f"""
        SELECT r.{kind}_id AS row_id FROM paragraphs p JOIN {kind}s r USING (paragraph_id)
        WHERE p.article_id = ?"""  # noqa: S608  # words of ours
        for kind in ("mention", "quote", "report")
    },
    "speakers": """
    SELECT s.quote_id || ' ' || s.entity_id AS row_id FROM paragraphs p JOIN quotes q USING (paragraph_id)
    JOIN speakers s USING (quote_id) WHERE p.article_id = ?""",
}
"""The rows of an article, as `evidence.row_id` names them."""

Reasons: TypeAlias = "defaultdict[tuple[str, str], list[Row]]"
"""Why the cells of a row say what they say, by its table and its key."""


def write_articles(store: Store, pages: Pages, rows: range) -> None:
    """Write the pages of some articles."""
    for article in store.each(ARTICLES, rows.start, rows.stop):
        told = list(paragraphs_of(store, article["article_id"]))
        pages.write(
            page_of("article", article["article_id"]),
            "article.html",
            article=article,
            told=told,
            meetings={row["meeting_id"]: row["name"] for each in told for row in each.reports},
            reasons=store.reasons("articles", article["article_id"]),
        )


def paragraphs_of(store: Store, article: str) -> Iterator[Told]:
    """Yield the paragraphs of an article with their rows."""
    why = reasons_in(store, article)
    mentions = by_paragraph(with_reasons(why, "mention", store.rows(MENTIONS, article)))
    reports = by_paragraph(with_reasons(why, "report", store.rows(REPORTS, article)))
    quotes = by_paragraph(quotes_of(store, why, article))
    places = by_paragraph(map(dict, store.rows(PLACES, article)))
    for paragraph in store.rows(PARAGRAPHS, article):
        key = paragraph["paragraph_id"]
        marks = [
            *(mark_of("mention", each, each["name"] or "not linked") for each in mentions[key]),
            *(mark_of("quote", each, each["by"] or "nobody named") for each in quotes[key]),
            *(mark_of("report", each, each["name"]) for each in reports[key]),
            *(mark_of("evidence", each, "") for each in places[key]),
        ]
        text = paragraph["text"] or ""
        yield Told(
            paragraph,
            why["paragraphs", key],
            list(stretches(text, marks)),
            unplaced(text, marks),
            mentions[key],
            quotes[key],
            reports[key],
        )


def reasons_in(store: Store, article: str) -> Reasons:
    """The reasons of all rows of an article; one query each would take longer than all else."""
    found: Reasons = defaultdict(list)
    for table, rows in ROWS.items():
        for reason in store.rows(REASONS.format(rows=rows, table=table), article):
            found[table, reason["row_id"]].append(reason)
    return found


def mark_of(kind: str, row: Mapping[str, Any], label: str) -> Mark:
    """The mark of a row."""
    key = row[f"{kind}_id"]
    return Mark(kind, words_of(kind, key), row_of(kind, key), label, row["start"], row["end"])


def with_reasons(why: Reasons, kind: str, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Yield rows with the reasons of their cells."""
    for row in rows:
        yield dict(row) | {"reasons": why[f"{kind}s", row[f"{kind}_id"]]}


def quotes_of(store: Store, why: Reasons, article: str) -> Iterator[dict[str, Any]]:
    """Yield the quotes of an article with those who speak."""
    speakers = defaultdict(list)
    for row in store.rows(SPEAKERS, article):
        reasons = why["speakers", f"{row['quote_id']} {row['entity_id']}"]
        speakers[row["quote_id"]].append(dict(row) | {"reasons": reasons})
    for quote in with_reasons(why, "quote", store.rows(QUOTES, article)):
        found = speakers[quote["quote_id"]]
        somebody = None if quote["speaker_start"] is None else "somebody"
        by = joined(each["name"] for each in found) or quote["speaker_text"] or somebody
        before = quote["continues_id"] and store.one(CONTINUED, quote["continues_id"])
        yield quote | {"speakers": found, "by": by, "before": before}


def by_paragraph(rows: Iterable[dict[str, Any]]) -> defaultdict[str, list[dict[str, Any]]]:
    """Rows by the paragraph that they are of."""
    found = defaultdict(list)
    for row in rows:
        found[row["paragraph_id"]].append(row)
    return found
