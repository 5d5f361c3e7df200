"""Whether the rows of each table stand in the published order."""

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from summitry.validate.findings import Finding
from summitry.validate.lines import LINE
from summitry.validate.shelf import Shelf

IN_TEXT: Final = ("paragraph_id", "start", "end")

ORDER: Final[dict[str, tuple[str, ...]]] = {
    "articles": ("published_on", "article_id"),
    "paragraphs": ("article_id", "position"),
    "entities": ("entity_id",),
    "mentions": (*IN_TEXT, "mention_id"),
    "quotes": (*IN_TEXT, "quote_id"),
    "speakers": ("quote_id", "entity_id"),
    "meetings": ("meeting_id",),
    "participants": ("meeting_id", "entity_id"),
    "reports": (*IN_TEXT, "report_id"),
    "evidence": ("table", "row_id", "field", "value", "evidence_id"),
}
"""By which columns rows follow each other; text sorts by code point."""

RANKED: Final = {"article_id": "articles", "paragraph_id": "paragraphs"}
"""Rows of the text follow the order of what they belong to, and not that of its ids."""

NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "paragraphs": ("articles",),
    **dict.fromkeys(("mentions", "quotes", "reports"), ("articles", "paragraphs")),
}
"""Which other tables the order of a table depends on."""

KEPT: Final = {
    name: tuple(column for column in columns if column in {*RANKED, "position", "start", "end"})
    if name in NEEDS
    else ()
    for name, columns in ORDER.items()
}
"""The columns that are compared when all tables are read; the others are text, compared as it is read."""

NEVER: Final = pl.lit(value=False)

BEFORE: Final = "#before"
"""Whether a row comes before the one above it by columns that are not kept as they are."""

NAME: Final = "#article_id"
"""The id of an article as text."""


class Order:
    """What the order of a table needs of rows that are not kept whole, seen piece by piece."""

    def __init__(self, name: str) -> None:
        self.own = [column for column in ORDER[name] if column not in KEPT[name]]
        self.is_ranked = name == "articles"
        self.last: pl.DataFrame | None = None

    def marks(self, values: pl.DataFrame) -> list[pl.Series]:
        """How the rows of a piece sort by the columns that are not kept as they are."""
        marks = []
        if self.own and {*self.own} <= {*values.columns}:
            rows = values.select(self.own)
            marks.append(compared(self.last, rows, before_last(self.own)))
            self.last = rows.tail(1) if rows.height else self.last
        if self.is_ranked and NAME[1:] in values.columns:
            marks.append(values[NAME[1:]].alias(NAME))
        return marks


def compared(last: pl.DataFrame | None, rows: pl.DataFrame, before: pl.Expr) -> pl.Series:
    """Whether each row comes before the one above it, also before the last one of the piece above."""
    both = rows if last is None else pl.concat([last, rows])
    return both.select(before.alias(BEFORE))[BEFORE].tail(rows.height)


def before_last(order: Sequence[str], otherwise: pl.Expr = NEVER) -> pl.Expr:
    """Whether a row comes before the one above it, column by column; unknown cells decide nothing."""
    before = otherwise
    for name in reversed(order):
        here, above = pl.col(name), pl.col(name).shift(1)
        before = (here < above) | ((here == above) & before)
    return before


def misplaced_lines(name: str, rows: Shelf, ranks: Mapping[str, "Ranks"]) -> pl.Series:
    """The lines of rows that should stand before the row above them."""
    order = KEPT[name]
    own = pl.col(BEFORE) if len(order) < len(ORDER[name]) else NEVER
    last: pl.DataFrame | None = None
    misplaced = [pl.Series(LINE, [], pl.UInt32)]
    for frame in rows:
        ranked = frame.with_columns(
            ranks[table].of(frame[key]) for key, table in RANKED.items() if key in order
        )
        misplaced.append(
            frame[LINE].filter(compared(last, ranked, before_last(order, own)).fill_null(value=False))
        )
        last = ranked.tail(1) if ranked.height else last
    return pl.concat(misplaced)


def misplaced(name: str, cells: pl.DataFrame) -> Finding:
    """The finding that rows should stand before the row above them."""
    order = ORDER[name]
    fault = f"should stand before the row above it: rows go by {', '.join(order)}"
    places = cells.select(pl.col(LINE).alias("line"), pl.col(order[-1]).alias("value"))
    return Finding(name, order[-1], "order", fault, "sort the rows; text goes by code point", places=places)


class Ranks:
    """Which place each row of a table should have, by its key."""

    def __init__(self, keys: pl.Series) -> None:
        """The places of keys that stand in the order that they should have; of two alike the first counts."""
        frame = keys.alias("key").to_frame().unique("key", keep="first", maintain_order=True)
        frame = frame.with_row_index("rank").sort("key")
        self.keys, self.ranks = frame["key"], frame["rank"]

    def of(self, keys: pl.Series) -> pl.Series:
        """The place for each key, null for one that is not known."""
        if not self.keys.len():
            return pl.Series(keys.name, [None] * keys.len(), pl.UInt32)
        at = self.keys.search_sorted(keys).clip(upper_bound=self.keys.len() - 1)
        ranks = self.ranks.gather(at).alias("rank").to_frame()
        same = (self.keys.gather(at) == keys).fill_null(value=False)
        return ranks.select(pl.when(same).then(pl.col("rank")).alias(keys.name))[keys.name]


def article_ranks(articles: Shelf) -> Ranks:
    """The places that the articles should have."""
    rows = articles.all().select("article_id", "published_on", NAME).drop_nulls()
    return Ranks(rows.sort("published_on", NAME).select("article_id").collect()["article_id"])


def paragraph_ranks(paragraphs: Shelf, articles: Ranks) -> Ranks:
    """The places that the paragraphs should have."""
    rows = (
        paragraphs.all().select("paragraph_id", "article_id", "position").drop_nulls("paragraph_id").collect()
    )
    rows = rows.with_columns(articles.of(rows["article_id"])).drop_nulls()
    # of two in one position the first is the first
    return Ranks(rows.sort("article_id", "position", maintain_order=True)["paragraph_id"])
