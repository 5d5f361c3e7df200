"""A page for each article: its text with the rows that were read from it, and below what each row says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from summitry.site.addresses import page_of, row_of, words_of
from summitry.site.marks import Mark, Stretch, stretches, unplaced
from summitry.site.naming import joined
from summitry.site.pages import Pages
from summitry.site.store import Row, Store

ARTICLES: Final = "SELECT a.*, h.heading FROM articles a JOIN headings h USING (article_id) ORDER BY a.rowid"
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
REASONS: Final = """
SELECT v.* FROM paragraphs p JOIN evidence v USING (paragraph_id) WHERE p.article_id = ? ORDER BY v.rowid
"""
CONTINUED: Final = """
SELECT p.article_id FROM quotes q JOIN paragraphs p USING (paragraph_id) WHERE q.quote_id = ?
"""


class Told(NamedTuple):
    """A paragraph as its page shows it."""

    paragraph: Row
    reasons: list[Row]
    stretches: list[Stretch]
    unplaced: list[str]
    mentions: list[dict[str, Any]]
    quotes: list[dict[str, Any]]
    reports: list[dict[str, Any]]


def write_articles(store: Store, pages: Pages) -> None:
    """Write the page of each article."""
    for article in store.each(ARTICLES):
        told = list(paragraphs_of(store, article["article_id"]))
        reasons = store.reasons("articles", article["article_id"])
        pages.write(
            page_of("article", article["article_id"]),
            "article.html",
            article=article,
            told=told,
            reasons=reasons,
        )


def paragraphs_of(store: Store, article: str) -> Iterable[Told]:
    """Yield the paragraphs of an article with their rows."""
    mentions = by_paragraph(with_reasons(store, "mention", store.rows(MENTIONS, article)))
    reports = by_paragraph(with_reasons(store, "report", store.rows(REPORTS, article)))
    quotes = by_paragraph(quotes_of(store, article))
    reasons = by_paragraph(dict(row) for row in store.rows(REASONS, article))
    for paragraph in store.rows(PARAGRAPHS, article):
        key = paragraph["paragraph_id"]
        marks = [
            *(mark_of("mention", each, each["name"] or "not linked") for each in mentions[key]),
            *(mark_of("quote", each, each["by"] or "nobody named") for each in quotes[key]),
            *(mark_of("report", each, each["name"]) for each in reports[key]),
            *(mark_of("evidence", each, "") for each in reasons[key]),
        ]
        text = paragraph["text"] or ""
        yield Told(
            paragraph,
            store.reasons("paragraphs", key),
            list(stretches(text, marks)),
            unplaced(text, marks),
            mentions[key],
            quotes[key],
            reports[key],
        )


def mark_of(kind: str, row: Mapping[str, Any], label: str) -> Mark:
    """The mark of a row."""
    key = row[f"{kind}_id"]
    return Mark(kind, words_of(kind, key), row_of(kind, key), label, row["start"], row["end"])


def with_reasons(store: Store, kind: str, rows: Iterable[Row]) -> Iterable[dict[str, Any]]:
    """Yield rows with the reasons of their cells."""
    for row in rows:
        yield dict(row) | {"reasons": store.reasons(f"{kind}s", row[f"{kind}_id"])}


def quotes_of(store: Store, article: str) -> Iterable[dict[str, Any]]:
    """Yield the quotes of an article with those who speak."""
    speakers = defaultdict(list)
    for row in store.rows(SPEAKERS, article):
        reasons = store.reasons("speakers", row["quote_id"], row["entity_id"])
        speakers[row["quote_id"]].append(dict(row) | {"reasons": reasons})
    for quote in with_reasons(store, "quote", store.rows(QUOTES, article)):
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
