"""Whether the raw files that a package carries are those that its articles were read from."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from summitry.validate.bundle import inside
from summitry.validate.lines import LINE
from summitry.validate.report import Finding, Place


def false_sources(articles: pl.DataFrame, folder: Path) -> Iterator[Finding]:
    """Articles whose raw file is in the package but has another hash; a record has no file of its own."""
    places = []
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*.txt")}
    carried = articles.select(LINE, "source", "sha256").filter(pl.col("source").is_in(sorted(there)))
    for line, source, stated in carried.drop_nulls().iter_rows():
        file = inside(folder, source)
        if file and hashlib.sha256(file.read_bytes()).hexdigest() != stated:
            places.append(Place(line, stated))
    if places:
        fault, remedy = "is not the hash of the raw file", "put the raw file back, or rebuild"
        yield Finding("articles", "sha256", "source-hash", fault, remedy, places=tuple(places))
