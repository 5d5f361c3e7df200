"""The rows that copy words from articles beside the text of the articles, some of it at a time."""

from collections.abc import Collection, Iterator
from math import ceil
from pathlib import Path
from typing import Final

import polars as pl

from summitry.bounds import TEXT_AT_ONCE_BYTES
from summitry.validate.findings import Finding
from summitry.validate.kept import code
from summitry.validate.lines import LINE
from summitry.validate.shelf import Shelf
from summitry.validate.spans import (
    AS_WRITTEN,
    SPANS,
    Quoted,
    Written,
    false_spans,
    not_in_article,
    not_in_paragraph,
    unwritten,
)

Subject = str | Quoted | Written

ELSEWHERE: Final = {LINE: pl.UInt32, "article_id": pl.UInt64, "words": pl.String, "#place": pl.UInt8}
"""Rows whose words are not in their own paragraph, and the place of their columns in `AS_WRITTEN`."""


class Texts:
    """Paragraphs, and what points at them, dealt out by paragraph so that each part can be held at once."""

    def __init__(self, folder: Path | None, size: int) -> None:
        """A desk for paragraphs whose file has about so many bytes."""
        self.folder = folder
        self.parts = max(1, ceil(size / TEXT_AT_ONCE_BYTES))
        self.shelves: dict[tuple[Subject, int], Shelf] = {}

    def put(self, name: str, values: pl.DataFrame) -> None:
        """Deal out a piece of a table."""
        if name == "paragraphs":
            rows = values.select(code("paragraph_id"), code("article_id"), "position", "text")
            self.deal(name, rows.drop_nulls("paragraph_id"), "paragraph_id")
        for each in (*SPANS, *AS_WRITTEN):
            if each.table == name:
                offsets = (each.start, each.end) if isinstance(each, Quoted) else ()
                rows = values.select(LINE, each.text, *offsets, code(each.paragraph))
                self.deal(each, rows.drop_nulls(), each.paragraph)

    def deal(self, subject: Subject, rows: pl.DataFrame, key: str) -> None:
        """Put each row where its paragraph belongs."""
        if self.parts == 1:
            self.shelf(subject, 0).put(rows)
            return
        part = (pl.col(key) % self.parts).alias("#part")
        for (number,), dealt in (
            rows.with_columns(part).partition_by("#part", as_dict=True, include_key=False).items()
        ):
            self.shelf(subject, int(number)).put(dealt)

    def shelf(self, subject: Subject, part: int) -> Shelf:
        """Where the rows of a part lie."""
        if (subject, part) not in self.shelves:
            folder = self.folder / f"{len(self.shelves)}" if self.folder else None
            self.shelves[subject, part] = Shelf(folder)
        return self.shelves[subject, part]

    def part(self, subject: Subject, number: int) -> pl.DataFrame | None:
        """The rows of a part, none if there are none."""
        shelf = self.shelves.get((subject, number))
        return shelf.all().collect() if shelf else None

    def findings(self, tables: Collection[str]) -> Iterator[Finding]:
        """Words that do not stand where these tables say, or not in the article that they say."""
        elsewhere = [pl.DataFrame(schema=ELSEWHERE)]
        for number in range(self.parts):
            if (paragraphs := self.part("paragraphs", number)) is None:
                continue
            for span in SPANS:
                if span.table in tables and (rows := self.part(span, number)) is not None:
                    yield from false_spans(span, rows, paragraphs)
            for place, written in enumerate(AS_WRITTEN):
                if written.table in tables and (rows := self.part(written, number)) is not None:
                    others = not_in_paragraph(written, rows, paragraphs)
                    elsewhere.append(others.with_columns(pl.lit(place, pl.UInt8).alias("#place")))
        yield from self.unwritten(pl.concat(elsewhere))

    def unwritten(self, rows: pl.DataFrame) -> Iterator[Finding]:
        """Rows whose words are not in their article either, articles by articles."""
        for articles in self.groups(rows):
            texts = [
                each.join(articles, on="article_id", how="semi")
                for number in range(self.parts if rows.height else 0)
                if (each := self.part("paragraphs", number)) is not None
            ]
            wrong = not_in_article(rows.join(articles, on="article_id", how="semi"), pl.concat(texts))
            for (place,), found in wrong.partition_by("#place", as_dict=True).items():
                yield unwritten(AS_WRITTEN[int(place)], found)

    def groups(self, rows: pl.DataFrame) -> list[pl.DataFrame]:
        """The articles of rows, so many together as have little enough text to be held at once."""
        if not rows.height:
            return []
        sizes = [
            each.join(rows, on="article_id", how="semi").select("article_id", pl.col("text").str.len_bytes())
            for number in range(self.parts)
            if (each := self.part("paragraphs", number)) is not None
        ]
        articles = pl.concat(sizes).group_by("article_id").agg(pl.col("text").sum()).sort("article_id")
        group = pl.col("text").cum_sum() // TEXT_AT_ONCE_BYTES
        return articles.select("article_id", group.alias("#group")).partition_by("#group", include_key=False)
