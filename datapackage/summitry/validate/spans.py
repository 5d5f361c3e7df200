"""Whether the text says what the tables say that it says: `paragraphs.text[start:end]` is the row's text."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import polars as pl

from summitry.bounds import MAX_SHOWN_VALUE
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


class Written(NamedTuple):
    """A column whose words stand somewhere in the article of the row's paragraph."""

    table: str
    text: str
    paragraph: str = "paragraph_id"


AS_WRITTEN: Final = (
    Written("mentions", "title"),
    Written("quotes", "addressee"),
    Written("reports", "date_text"),
    Written("reports", "place_text"),
)
"""Every column of words copied from an article without a place of their own."""


def false_spans(span: Quoted, rows: pl.DataFrame, paragraphs: pl.DataFrame) -> Iterator[Finding]:
    """Rows of one kind of span whose text is not what stands there; offsets count code points."""
    text, start, end = pl.col(span.text), pl.col(span.start), pl.col(span.end)
    length = end - start
    texts = paragraphs.select(pl.col("paragraph_id"), pl.col("text").alias("#text"))
    rows = rows.join(texts, left_on=span.paragraph, right_on="paragraph_id")
    # Before the first character and after the last there is nothing, where a slice would count from the end.
    stood = pl.col("#text").str.slice(start.clip(0), length.clip(0))
    stands = pl.when((start >= 0) & (length > 0)).then(stood).otherwise(pl.lit(""))
    rows = rows.select(LINE, text, length.alias("#length"), stands.alias("#stands"))
    false = rows.filter((pl.col("#stands") != text) | (text.str.len_chars() != pl.col("#length")))
    if false.height:
        detail = pl.concat_str(pl.lit(" “"), pl.col("#stands").str.slice(0, MAX_SHOWN_VALUE), pl.lit("”"))
        places = false.select(pl.col(LINE).alias("line"), text.alias("value"), detail.alias("detail")).sort(
            "line"
        )
        fault = f"is not text[{span.start}:{span.end}] of its paragraph, which is"
        remedy = "correct the offsets or the text, in code points from 0"
        yield Finding(span.table, span.text, "text-truth", fault, remedy, places=places)


def not_in_paragraph(written: Written, rows: pl.DataFrame, paragraphs: pl.DataFrame) -> pl.DataFrame:
    """The rows whose words do not stand in their own paragraph, as most do, each with its article."""
    texts = paragraphs.select("paragraph_id", "article_id", pl.col("text").alias("#text"))
    rows = rows.join(texts, left_on=written.paragraph, right_on="paragraph_id")
    elsewhere = rows.filter(~pl.col("#text").str.contains(pl.col(written.text), literal=True))
    return elsewhere.select(LINE, "article_id", pl.col(written.text).alias("words"))


def not_in_article(rows: pl.DataFrame, paragraphs: pl.DataFrame) -> pl.DataFrame:
    """The rows whose words do not stand in their article, of which all paragraphs are there."""
    ordered = paragraphs.sort("article_id", "position")
    articles = ordered.group_by("article_id").agg(pl.col("text").str.join(" ").alias("#article"))
    both = rows.join(articles, on="article_id", how="left")
    return both.filter(~pl.col("#article").str.contains(pl.col("words"), literal=True)).select(rows.columns)


def unwritten(written: Written, rows: pl.DataFrame) -> Finding:
    """The finding that rows have words that their article does not hold."""
    places = rows.select(pl.col(LINE).alias("line"), pl.col("words").alias("value")).sort("line")
    fault, remedy = "is not written in its article", "copy the words as the article writes them"
    return Finding(written.table, written.text, "as-written", fault, remedy, places=places)
