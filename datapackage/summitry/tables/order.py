"""The published order of rows, which depends on nothing but the rows."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from summitry.rows import Row, Tables

Place = tuple[Any, ...]
"""What sorts an article, or a paragraph with its article."""

ORDER: Final[Mapping[str, tuple[str | None, tuple[str, ...]]]] = {
    "articles": (None, ("published_on", "article_id")),
    "paragraphs": ("article_id", ("position",)),
    "entities": (None, ("entity_id",)),
    "mentions": ("paragraph_id", ("start", "end", "mention_id")),
    "quotes": ("paragraph_id", ("start", "end", "quote_id")),
    "speakers": (None, ("quote_id", "entity_id")),
    "meetings": (None, ("meeting_id",)),
    "participants": (None, ("meeting_id", "entity_id")),
    "reports": ("paragraph_id", ("start", "end", "report_id")),
    "evidence": (None, ("table", "row_id", "field", "value", "evidence_id")),
}
"""The cell of a row that names its place in the text, if it has one, and the cells that sort it there."""

NUMBER_DIGITS: Final = 12
"""A sort key writes a number with so many: the offsets of the longest texts have seven."""


def order_of(name: str, row: Row, place: Callable[[str], Place]) -> Place:
    """What sorts a row of a table; `place` is that of an article or paragraph by its id."""
    anchor, cells = ORDER[name]
    own = tuple(getattr(row, cell) for cell in cells)
    return (*place(getattr(row, anchor)), *own) if anchor else own


def in_order(tables: Tables) -> Tables:
    """The same rows in the published order."""
    articles = arranged("articles", tables.articles, places(()))
    paragraphs = arranged("paragraphs", tables.paragraphs, places(row.article_id for row in articles))
    place = places(row.paragraph_id for row in paragraphs)
    others = list(tables._asdict().items())[2:]
    return Tables(articles, paragraphs, *(arranged(name, rows, place) for name, rows in others))


def arranged(name: str, rows: Iterable[Any], place: Callable[[str], Place]) -> tuple[Any, ...]:
    """The rows of one table in order."""
    return tuple(sorted(rows, key=lambda row: order_of(name, row, place)))


def places(ids: Iterable[str]) -> Callable[[str], tuple[int, str]]:
    """Where each id stands; ids that stand nowhere come last, by code point.

    >>> place = places(["b", "a"])
    >>> sorted(["z", "a", "b"], key=place)
    ['b', 'a', 'z']
    """
    known = {each: place for place, each in enumerate(ids)}
    return lambda each: (known.get(each, len(known)), each)


def sort_key(parts: Iterable[str | int | date | None]) -> bytes:
    r"""Bytes that sort as the parts do: texts by code point, whatever signs they hold, null first.

    >>> sorted([("a", 10), ("a", 9), ("a b", 1), ("a\0", 1)], key=sort_key)
    [('a', 9), ('a', 10), ('a\x00', 1), ('a b', 1)]
    """
    return b"\0".join(map(sort_bytes, parts))


def sort_bytes(part: str | int | date | None) -> bytes:
    """One part, with no byte below that which ends it."""
    match part:
        case None:
            return b""
        case str():
            return b"\2" + part.encode().replace(b"\1", b"\1\2").replace(b"\0", b"\1\1")
        case date():
            return b"\2" + part.isoformat().encode()
        case _:
            return b"\2" + f"{part:0{NUMBER_DIGITS}d}".encode()
