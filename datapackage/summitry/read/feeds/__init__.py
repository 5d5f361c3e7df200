"""Feeds of the trade: NITF, NewsML (1 and G2), RSS, Atom, ninjs, and the records of Reuters corpora."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from summitry.page import Dispatch
from summitry.read.collection import Record
from summitry.read.feeds.corpus import sgml_records, told_by_newsitem
from summitry.read.feeds.newsml import NO_NEWS, told_by_item
from summitry.read.feeds.newsml1 import told_by_news
from summitry.read.feeds.ninjs import ninjs_records
from summitry.read.feeds.nitf import told_by_nitf
from summitry.read.feeds.syndication import told_by_atom, told_by_rss
from summitry.read.feeds.xml import Item, items_in, named
from summitry.read.told import Told, article_told
from summitry.read.unfit import Unfit

__all__ = ["ninjs_records", "sgml_records", "xml_records"]

EXPECTED: Final = "NITF, NewsML, RSS, Atom or the Reuters corpus"
G2: Final = frozenset({"newsItem", *NO_NEWS})
KINDS: Final[Mapping[str, frozenset[str]]] = {
    "nitf": frozenset({"nitf"}),
    "newsMessage": G2,
    "NewsML": frozenset({"NewsItem"}),
    **{name: frozenset({name}) for name in sorted(G2)},
    "rss": frozenset({"item"}),
    "RDF": frozenset({"item"}),
    "feed": frozenset({"entry"}),
    "entry": frozenset({"entry"}),
    "newsitem": frozenset({"newsitem"}),
}
"""The elements that hold an article each, by the outermost element of the file."""


def xml_records(file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
    """Yield the articles of a file of XML, each as soon as it is read."""
    number = 0
    try:
        for number, item in enumerate(items_in(file, KINDS, EXPECTED), 1):
            place = f"item {number}" if item.above else None
            yield Record(place, article_in(item, source, for_tables=for_tables))
    except Unfit as unfit:
        if not number:
            raise
        yield Record(f"after item {number}", unfit)


def article_in(item: Item, source: str, *, for_tables: bool) -> Dispatch | Unfit:
    """The article in an element, or what is wrong with it."""
    try:
        return article_told(told_by(item), source, item.digest, for_tables=for_tables)
    except Unfit as unfit:
        return unfit


def told_by(item: Item) -> Told:
    """What an element tells, by its kind."""
    root = item.above[0] if item.above else None
    match named(item.element):
        case "nitf":
            return told_by_nitf(item.element)
        case "item":
            channel = next((each for each in item.above if named(each) == "channel"), root)
            return told_by_rss(item.element, channel)
        case "entry":
            return told_by_atom(item.element, root)
        case "newsitem":
            return told_by_newsitem(item.element)
        case "NewsItem":
            return told_by_news(item.element)
        case _:
            return told_by_item(item.element)
