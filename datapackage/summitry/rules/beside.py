"""Rows beside the rows of other tables that belong to them."""

import polars as pl
from polars import LazyFrame, col


def miscounted(rows: LazyFrame, counts: LazyFrame, key: str, column: str) -> LazyFrame:
    """The rows whose count is not the `#count` that another frame has for their key, or 0."""
    counted = rows.join(counts, on=key, how="left")
    return counted.filter(col(column) != col("#count").fill_null(0))


def articles_by(key: str, rows: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """In how many articles the rows of each key stand."""
    pairs = in_article(rows, paragraphs).select(key, "article_id").drop_nulls().unique()
    return pairs.group_by(key).agg(pl.len().alias("#count"))


def in_article(rows: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """The rows, each with the article of its paragraph and the position of that paragraph."""
    places = paragraphs.select("paragraph_id", "article_id", "position").unique("paragraph_id")
    return rows.join(places, on="paragraph_id", how="left")


def beside(rows: LazyFrame, others: LazyFrame, key: str, *columns: str) -> LazyFrame:
    """The rows, each with columns, marked by `#`, of the row that another table has under the same key."""
    asked = others.join(rows.select(key), on=key, how="semi")
    found = asked.select(key, col(columns).name.prefix("#")).unique(key)
    return rows.join(found, on=key, how="left")


def alike(rows: LazyFrame, *columns: str) -> LazyFrame:
    """The rows that are like an earlier one in some columns."""
    marked = rows.with_columns(pl.struct(columns).hash().alias("#mark"))
    # Sorted numbers need less room than a set of rows; rows with one number can still differ.
    ordered = marked.select(col("#mark").sort())
    twins = ordered.filter(col("#mark") == col("#mark").shift(1)).unique()
    suspects = marked.join(twins, on="#mark", how="semi", maintain_order="left")
    return suspects.filter(~pl.struct(columns).is_first_distinct())


def partly_filled(rows: LazyFrame, *columns: str) -> LazyFrame:
    """The rows in which some of the columns are filled and some are empty."""
    filled = pl.sum_horizontal(col(column).is_not_null() for column in columns)
    return rows.filter(filled.is_between(1, len(columns) - 1))


def can_act() -> pl.Expr:
    """Whether the entity beside a row can speak and meet: a person, an organization or a country."""
    country = (col("#type") == "place") & col("#position").eq_missing("country")
    return col("#type").is_in(["person", "organization"]) | country
