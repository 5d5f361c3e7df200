"""Whether the text says what the tables say that it says: `paragraphs.text[start:end]` is the row's text."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import polars as pl

from summitry.settings import MAX_SHOWN_VALUE
from summitry.validate.findings import Finding
from summitry.validate.lines import LINE


class Quoted(NamedTuple):
    """Columns that hold a stretch of a paragraph: its words, its paragraph, and where in it."""

    table: str
    text: str = "text"
    paragraph: str = "paragraph_id"
    start: str = "start"
    end: str = "end"


SPANS: Final = (
    Quoted("mentions"),
    Quoted("quotes"),
    Quoted("quotes", "speaker_text", "speaker_paragraph_id", "speaker_start", "speaker_end"),
    Quoted("quotes", "cue", "paragraph_id", "cue_start", "cue_end"),
    Quoted("reports"),
)
"""Every stretch of text that a table points at."""

AS_WRITTEN: Final = (
    ("mentions", "title"),
    ("quotes", "addressee"),
    ("reports", "date_text"),
    ("reports", "place_text"),
)
"""Columns whose words stand somewhere in the article of the row's paragraph."""

NEEDS: Final = dict.fromkeys(("mentions", "quotes", "reports"), ("paragraphs",))
"""Which other tables the checks of a table look at."""


def false_spans(name: str, values: Mapping[str, pl.DataFrame]) -> Iterator[Finding]:
    """Rows whose text is not what stands at their offsets."""
    for span in SPANS:
        if span.table == name:
            yield from false_span(span, values)


def false_span(span: Quoted, values: Mapping[str, pl.DataFrame]) -> Iterator[Finding]:
    """Rows of one kind of span whose text is not what stands there; offsets count code points."""
    text, start, end = pl.col(span.text), pl.col(span.start), pl.col(span.end)
    length = end - start
    paragraphs = values["paragraphs"].select(pl.col("paragraph_id"), pl.col("text").alias("#text"))
    rows = values[span.table].select(LINE, span.text, span.paragraph, span.start, span.end).drop_nulls()
    rows = rows.join(paragraphs, left_on=span.paragraph, right_on="paragraph_id", maintain_order="left")
    # Before the first character and after the last there is nothing, where a slice would count from the end.
    stood = pl.col("#text").str.slice(start.clip(0), length.clip(0))
    stands = pl.when((start >= 0) & (length > 0)).then(stood).otherwise(pl.lit(""))
    rows = rows.with_columns(stands.alias("#stands"))
    false = rows.filter((pl.col("#stands") != text) | (text.str.len_chars() != length))
    if false.height:
        detail = pl.concat_str(pl.lit(" “"), pl.col("#stands").str.slice(0, MAX_SHOWN_VALUE), pl.lit("”"))
        places = false.select(pl.col(LINE).alias("line"), text.alias("value"), detail.alias("detail"))
        fault = f"is not text[{span.start}:{span.end}] of its paragraph, which is"
        remedy = "correct the offsets or the text, in code points from 0"
        yield Finding(span.table, span.text, "text-truth", fault, remedy, places=places)


def words_not_in_article(name: str, values: Mapping[str, pl.DataFrame]) -> Iterator[Finding]:
    """Rows with words, copied as written, that their article does not hold."""
    for table, column in AS_WRITTEN:
        if table != name:
            continue
        rows = values[name].select(LINE, column, "paragraph_id").drop_nulls()
        paragraphs = values["paragraphs"].select("paragraph_id", "article_id", pl.col("text").alias("#text"))
        rows = rows.join(paragraphs, on="paragraph_id", maintain_order="left")
        words = pl.col(column)
        # Most stand in the paragraph itself: only for the others the whole article is put together.
        rows = rows.filter(~pl.col("#text").str.contains(words, literal=True))
        whole = values["paragraphs"].join(rows, on="article_id", how="semi").sort("article_id", "position")
        articles = whole.group_by("article_id").agg(pl.col("text").str.join(" ").alias("#article"))
        rows = rows.join(articles, on="article_id", maintain_order="left")
        if (false := rows.filter(~pl.col("#article").str.contains(words, literal=True))).height:
            places = false.select(pl.col(LINE).alias("line"), words.alias("value"))
            fault, remedy = "is not written in its article", "copy the words as the article writes them"
            yield Finding(name, column, "as-written", fault, remedy, places=places)
