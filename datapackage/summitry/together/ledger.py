"""The rows of a package as they are found, counted at once, and given out in the published order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from typing import Any, Final

from summitry.bounds import MAX_LISTED_SOURCES
from summitry.manifest import Counted, sum_of
from summitry.package import Origin
from summitry.rows import Article, Tables
from summitry.schema import TABLES
from summitry.tables import lines_of, order_of, sort_key
from summitry.together.store import Store, megabytes_for

LINES: Final = "CREATE TABLE lines_{name} (place BLOB, line VARCHAR)"
IN_ORDER: Final = "SELECT line FROM lines_{name} ORDER BY place"

Add = Callable[[Sequence[Any]], None]


class Ledger:
    """A publication that is entered bit by bit; its rows wait in a store, as lines."""

    def __init__(self, store: Store, removed: Sequence[str] = ()) -> None:
        self._store, self._removed = store, tuple(removed)
        self._counted = dict.fromkeys(TABLES, Counted(0, 0))
        self._latest: date | None = None
        self._first: list[Article] = []
        for name in TABLES:
            store.run(LINES.format(name=name))

    def enter(self, found: Iterable[Tables]) -> None:
        """Enter rows: of each article its own, of entities and meetings in any pieces."""
        with ExitStack() as open_tables:
            adding = {
                name: open_tables.enter_context(self._store.inserting(f"lines_{name}")) for name in TABLES
            }
            for tables in found:
                self._note(tables.articles)
                place = places_in(tables)
                for name, rows in tables._asdict().items():
                    if rows:
                        self._add(name, rows, place, adding[name])

    def _add(self, name: str, rows: Sequence[Any], place: Callable[[str], tuple[Any, ...]], add: Add) -> None:
        """Enter some rows of one table, and count them."""
        lines = list(lines_of(name, rows))
        for row, line in zip(rows, lines, strict=True):
            add((sort_key(order_of(name, row, place)), line))
        known = self._counted[name]
        total = known.total + sum_of(line.encode() for line in lines)
        self._counted[name] = Counted(known.rows + len(lines), total)

    def _note(self, articles: Sequence[Article]) -> None:
        """Remember the newest day, and the articles as long as they are few."""
        for article in articles:
            self._latest = max(self._latest or article.published_on, article.published_on)
            if len(self._first) <= MAX_LISTED_SOURCES:
                self._first.append(article)

    def lines(self, name: str) -> Iterator[str]:
        """Yield the rows of a table in the published order, each as its line."""
        with self._store.within(megabytes_for(self._counted[name].rows)):
            for (line,) in self._store.rows(IN_ORDER.format(name=name)):
                yield line

    def counted(self, name: str) -> Counted:
        """How many rows a table has, and which."""
        return self._counted[name]

    def origin(self) -> Origin:
        """Where they come from."""
        articles = sorted(self._first, key=lambda row: (row.published_on, row.article_id))
        return Origin(self._latest, articles, len(articles) <= MAX_LISTED_SOURCES, self._removed)


def places_in(tables: Tables) -> Callable[[str], tuple[Any, ...]]:
    """Where the articles and paragraphs of some tables stand among all."""
    articles = {row.article_id: (row.published_on, row.article_id) for row in tables.articles}
    paragraphs = {row.paragraph_id: (*articles[row.article_id], row.position) for row in tables.paragraphs}
    return lambda each: articles[each] if each in articles else paragraphs[each]
