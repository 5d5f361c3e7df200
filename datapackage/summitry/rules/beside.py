"""Rows beside the rows of other tables that belong to them."""

import polars as pl
from polars import LazyFrame, col


def miscounted(rows: LazyFrame, counts: LazyFrame, key: str, column: str) -> LazyFrame:
    """The rows whose count is not the `#count` that another frame has for their key, or 0."""
    counted = rows.join(counts, on=key, how="left")
    return counted.filter(col(column) != col("#count").fill_null(0))


def articles_by(key: str, rows: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """In how many articles the rows of each key stand."""
    return in_article(rows, paragraphs).group_by(key).agg(col("article_id").n_unique().alias("#count"))


def in_article(rows: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """The rows, each with the article of its paragraph and the position of that paragraph."""
    places = paragraphs.select("paragraph_id", "article_id", "position").unique("paragraph_id")
    return rows.join(places, on="paragraph_id", how="left")


def beside(rows: LazyFrame, others: LazyFrame, key: str, *columns: str) -> LazyFrame:
    """The rows, each with columns, marked by `#`, of the row that another table has under the same key."""
    found = others.select(key, col(columns).name.prefix("#")).unique(key)
    return rows.join(found, on=key, how="left")


def partly_filled(rows: LazyFrame, *columns: str) -> LazyFrame:
    """The rows in which some of the columns are filled and some are empty."""
    filled = pl.sum_horizontal(col(column).is_not_null() for column in columns)
    return rows.filter(filled.is_between(1, len(columns) - 1))


def can_act() -> pl.Expr:
    """Whether the entity beside a row can speak and meet: a person, an organization or a country."""
    country = (col("#type") == "place") & col("#position").eq_missing("country")
    return col("#type").is_in(["person", "organization"]) | country
