"""Why cells say what they say: the reasons of links, titles, addressees and the days of quotes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summitry.page import Span
from summitry.read import paragraph_id
from summitry.resolve.accounts import Occasion, Settled, mentions_shown, occasions
from summitry.resolve.entities import short_hash
from summitry.resolve.grounds import CURATED, Ground, Words
from summitry.resolve.within import Account
from summitry.rows import Basis, Evidence, Mention, Quote, TableName


class Cell(NamedTuple):
    """A cell of a table."""

    table: TableName
    row_id: str
    field: str


def reason(
    cell: Cell, value: str, basis: Basis, words: Words | None = None, source: str | None = None
) -> Evidence:
    """One row of the table.

    >>> reason(Cell("mentions", "a-p001-m0", "title"), "Dr", "stated", Words("a", Span(0, 0, 2))).evidence_id
    'a-p001-e0-5e9a1d'
    """
    paragraph, start, end = place_of(words)
    said = (*cell, value, paragraph, start, end, basis, source)
    stem = f"{paragraph}-e{start}" if words else f"{'-'.join(cell.row_id.split())}-e"
    return Evidence(
        evidence_id=f"{stem}-{short_hash('|'.join(map(str, said)))}",
        table=cell.table,
        row_id=cell.row_id,
        field=cell.field,
        value=value,
        paragraph_id=paragraph,
        start=start,
        end=end,
        basis=basis,
        knowledge_source=source,
    )


def place_of(words: Words | None) -> tuple[str, int, int] | tuple[None, None, None]:
    """The paragraph of some words, and where in it they begin and end."""
    if words is None:
        return None, None, None
    passage, start, end = words.span
    return paragraph_id(words.article_id, passage + 1), start, end


def grounded(cell: Cell, value: str, own: Span | None, ground: Ground, article_id: str) -> Evidence:
    """The reason that a ground is: looked up, stated by the `own` words of a row, or inferred from others."""
    words = Words(article_id, ground.span) if ground.span else None
    if ground.source == CURATED:
        return reason(cell, value, "curated", words)
    if ground.source:
        return reason(cell, value, "knowledge", words, ground.source)
    is_own = own is not None and ground.span is not None and own.holds(ground.span)
    return reason(cell, value, "stated" if is_own else "inferred", words)


def of_mentions(account: Account, rows: Sequence[Mention]) -> Iterator[Evidence]:
    """Yield what the links and titles of an article's mention rows rest on."""
    article = account.reading.dispatch.article_id
    for one, row in zip(mentions_shown(account), rows, strict=True):
        if row.entity_id:
            cell = Cell("mentions", row.mention_id, "entity_id")
            yield grounded(cell, row.entity_id, one.span, one.ground or Ground(None), article)
        if row.title and one.titled:
            cell = Cell("mentions", row.mention_id, "title")
            yield reason(cell, row.title, "stated", Words(article, one.titled))


def of_quotes(account: Account, rows: Sequence[Quote], settled: Mapping[int, Settled]) -> Iterator[Evidence]:
    """Yield what the addressees and days of an article's quote rows rest on."""
    article = account.reading.dispatch.article_id
    quotes = zip(account.reading.quotes, rows, occasions(account, settled), strict=True)
    for one, row, occasion in quotes:
        if row.addressee and one.found.addressee:
            cell = Cell("quotes", row.quote_id, "addressee")
            yield reason(cell, row.addressee, "stated", Words(article, one.found.addressee))
        if row.said_on:
            cell = Cell("quotes", row.quote_id, "said_on")
            words = words_of_day(article, occasion, settled)
            yield reason(cell, row.said_on.isoformat(), "stated" if one.day else "inferred", words)


def words_of_day(article: str, occasion: Occasion, settled: Mapping[int, Settled]) -> Words | None:
    """The words that tell the day of a quote: in a sentence, else a report of the meeting that gives it."""
    if occasion.words:
        return Words(article, occasion.words)
    meeting = settled.get(occasion.telling) if occasion.telling is not None else None
    return meeting.words if meeting else None
