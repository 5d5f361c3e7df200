"""Whether the rows of each table stand in the published order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import polars as pl

from summitry.validate.findings import Finding
from summitry.validate.lines import LINE

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
}
"""By which columns rows follow each other; text sorts by code point."""

RANKED: Final = {"article_id": "articles", "paragraph_id": "paragraphs"}
"""Rows of the text follow the order of what they belong to, and not that of its ids."""

NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "paragraphs": ("articles",),
    **dict.fromkeys(("mentions", "quotes", "reports"), ("articles", "paragraphs")),
}
"""Which other tables the order of a table depends on."""


def misplaced_rows(name: str, values: Mapping[str, pl.DataFrame]) -> Iterator[Finding]:
    """Rows that should stand before the row above them."""
    order = ORDER[name]
    rows = values[name].select(LINE, *order)
    for column, parent in RANKED.items():
        if column in order and parent != name:
            ranks = ranked(parent, values)
            rows = rows.join(ranks, on=column, how="left", maintain_order="left")
            rows = rows.with_columns(pl.col("rank").alias(column)).drop("rank")
    if (misplaced := rows.filter(before_last(order))[LINE]).len():
        shown = values[name].select(
            pl.col(LINE).alias("line"), pl.col(order[-1]).cast(pl.String).alias("value")
        )
        places = shown.filter(pl.col("line").is_in(misplaced.implode()))
        fault = f"should stand before the row above it: rows go by {', '.join(order)}"
        remedy = "sort the rows; text goes by code point"
        yield Finding(name, order[-1], "order", fault, remedy, places=places)


def ranked(name: str, values: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The keys of a table of the text, each with the place that it should have."""
    key = f"{name.removesuffix('s')}_id"
    rows = values[name].select(*dict.fromkeys((key, *ORDER[name])))
    if name == "paragraphs":
        rows = rows.join(ranked("articles", values), on="article_id").drop("article_id")
        rows = rows.rename({"rank": "article_id"})
    ordered = rows.sort(ORDER[name]).select(key).unique(key, keep="first", maintain_order=True)
    return ordered.with_row_index("rank")


def before_last(order: Sequence[str]) -> pl.Expr:
    """Whether a row comes before the one above it, column by column; unknown cells decide nothing."""
    before = pl.lit(value=False)
    for name in reversed(order):
        here, above = pl.col(name), pl.col(name).shift(1)
        before = (here < above) | ((here == above) & before)
    return before
