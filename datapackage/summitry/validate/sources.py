"""Whether the raw files that a package carries are those that its articles were read from."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl

from summitry.editions import Text
from summitry.paths import leads_astray
from summitry.read.kinds import TABLES, suffix_of
from summitry.validate.bundle import entries, inside
from summitry.validate.findings import Finding, Place
from summitry.validate.json_files import HALF
from summitry.validate.kept import Kept
from summitry.validate.lines import LINE

BESIDE: Final = "lies in the folder of a package that leaves the words of the articles out"


def false_sources(kept: Kept, folder: Path, text: Text) -> Iterator[Finding]:
    """Articles whose raw file is in the package but has another hash; what shares its file has none.

    Where words are left out, a raw file of an article is one too many: it does no harm here, but would where
    the folder is published as it is.
    """
    places = []
    articles = kept.rows.all().select(LINE, "source", "sha256").collect()
    carried = articles.filter(pl.col("source").is_in(files_beside(articles, folder)))
    if text == "none" and carried.height:
        beside = tuple(Place(line, source) for line, source in carried.select(LINE, "source").iter_rows())
        remedy = "publish the package without it, as `summitry release` packs it"
        yield Finding("articles", "source", "left-out", BESIDE, remedy, "warning", beside)
    for line, source, stated in carried.drop_nulls().iter_rows():
        file = inside(folder, source)
        if file and sha256_of(file) != stated:
            places.append(Place(line, stated))
    if places:
        fault, remedy = "is not the hash of the raw file", "put the raw file back, or rebuild"
        yield Finding("articles", "sha256", "source-hash", fault, remedy, places=tuple(places))


def files_beside(articles: pl.DataFrame, folder: Path) -> list[str]:
    """The files of the folders that articles name as their source: one look a folder, not one an article."""
    parents = articles["source"].str.replace("[^/]*$", "").unique().drop_nulls().sort()
    return [
        f"{parent}{entry.name}"
        for parent in parents
        if not leads_astray(parent or ".")
        for entry in entries(folder / parent)
        # A name in another encoding than UTF-8 can stand in no cell.
        if not HALF.search(entry.name) and holds_one(entry.name)
    ]


def holds_one(name: str) -> bool:
    """Whether the hash of an article is that of its whole file: a record has that of its own bytes.

    >>> holds_one("oslo.txt"), holds_one("news.jsonl")
    (True, False)
    """
    return suffix_of(name) not in TABLES


def sha256_of(file: Path) -> str | None:
    """The hash of a file, none if it cannot be read."""
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return None
