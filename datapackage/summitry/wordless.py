"""Rows without the words of the articles, as a package holds them that leaves these out.

Which cells hold such words is said by the schemas alone (`summitry:words`). A cell of words is emptied. Where
words of another column are a part of a cell, as in the name of a meeting of people whom nobody names, others
stand in for them; in an id, a few letters made from them, the same wherever the id stands.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from heapq import merge
from typing import Final

from summitry.knowledge import is_office
from summitry.resolve.entities import short_hash
from summitry.resolve.referents import slug_key
from summitry.schema import Field, Table, table_schema, table_schemas
from summitry.settings import HASH_LETTERS, REMEMBERED_WORDS
from summitry.tables import cell_of
from summitry.tables.order import ORDER
from summitry.tables.reading import LONGEST_CELL

UNNAMED: Final = "unnamed people"
"""What stands in for the words for people without names."""

Cells = list[str]
"""A row as its line writes it; an empty cell is a null."""

known_office = lru_cache(REMEMBERED_WORDS)(is_office)


class Redacted:
    """The lines of tables without the words of the articles, all else as it was."""

    def __init__(self, lines: Callable[[str], Iterable[str]]) -> None:
        """For tables whose lines, by the name of a table, are given as often as they are asked for."""
        self._whole = lines
        self._ids = ids_without_words(lines)

    def lines(self, name: str) -> Iterator[str]:
        """Yield the rows of a table as lines, in the published order."""
        table = table_schema(name)
        if not self._ids and not any(field.words for field in table.fields):
            yield from self._whole(name)
            return
        for cells in self._in_order(table):
            yield ",".join(cell_of(cell or None) for cell in cells)

    def _in_order(self, table: Table) -> Iterable[Cells]:
        """The rows of a table: those whose ids are new, and few, where they now belong."""
        if not (self._ids and (places := leading_keys(table))):
            return (self._emptied(table, cells) for cells in rows_of(self._whole(table.name)))

        def order(cells: Cells) -> Cells:
            return [cells[place] for place in places]

        rest = (self._emptied(table, cells) for cells in self._rows(table, renamed=False))
        moved = (self._emptied(table, cells) for cells in self._rows(table, renamed=True))
        return merge(rest, sorted(moved, key=order), key=order)

    def _rows(self, table: Table, *, renamed: bool) -> Iterator[Cells]:
        """Yield the rows of a table that have ids that are new, or the others."""
        for cells in rows_of(self._whole(table.name)):
            if (self._named(table, cells) != cells) == renamed:
                yield cells

    def _emptied(self, table: Table, cells: Cells) -> Cells:
        """A row without words, and with new ids."""
        left = [
            "" if tells(cells) else reworded(table, place, cells)
            for place, tells in enumerate(words_in(table.name))
        ]
        return self._named(table, left)

    def _named(self, table: Table, cells: Cells) -> Cells:
        """A row with new ids; a key of two parts has a space between them."""
        if not self._ids:
            return cells
        found = list(cells)
        for place in places_of_keys(table):
            found[place] = " ".join(self._ids.get(part, part) for part in cells[place].split(" "))
        return found


def ids_without_words(lines: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """The new ids of the rows whose own hold words, given what yields the lines of a table."""
    return {
        cells[place]: new
        for table in table_schemas().values()
        for place, field in enumerate(table.fields)
        if field.name in table.primary_key and field.words and field.words.within
        for cells in rows_of(lines(table.name))
        if (new := id_without(cells[table.field_names.index(field.words.within)], cells[place]))
    }


def id_without(words: str, key: str) -> str | None:
    """An id with a few letters in the place of words, none if they are no part of it.

    >>> id_without("Danish engineers", "2019-06-oslo-danish-engineers"), id_without("", "2019-oslo")
    ('2019-06-oslo-e6f452', None)
    """
    if not (slug := slug_key(words)):
        return None
    # at the end, before what tells it from others that are alike in all that an id tells
    found = re.search(rf"(?<=-){re.escape(slug)}(?=(?:-[0-9a-f]{{{HASH_LETTERS}}})?$)", key)
    return f"{key[: found.start()]}{short_hash(key)}{key[found.end() :]}" if found else None


def places_of_keys(table: Table) -> list[int]:
    """The places of the cells that can hold an id: those of keys, and the values that reasons are for."""
    return [
        place
        for place, field in enumerate(table.fields)
        if field.name.endswith("_id") or (field.words and field.words.cell)
    ]


def leading_keys(table: Table) -> list[int]:
    """The places of the cells by which rows are sorted, up to the id that can be new; none if by no such id.

    >>> leading_keys(table_schema("evidence")), leading_keys(table_schema("quotes"))
    ([1, 2], [])
    """
    anchor, cells = ORDER[table.name]
    keys = {"meeting_id", "row_id"} & {*cells} if anchor is None else set()
    last = max(map(cells.index, keys), default=-1)
    return [table.field_names.index(cell) for cell in cells[: last + 1]]


def rows_of(lines: Iterable[str]) -> Iterator[Cells]:
    """Yield the cells of each line."""
    csv.field_size_limit(LONGEST_CELL)
    return iter(csv.reader(lines, strict=True))


@cache
def words_in(name: str) -> tuple[Callable[[Cells], bool], ...]:
    """What tells of each cell of a row whether it is words of an article, column by column."""
    table = table_schema(name)
    return tuple(teller(table, place, field) for place, field in enumerate(table.fields))


def teller(table: Table, place: int, field: Field) -> Callable[[Cells], bool]:
    """What tells whether the cell of a column is words of an article."""
    words = field.words
    if words is None or words.within:
        return lambda _: False
    if words.cell:
        of, column = map(table.field_names.index, words.cell)
        return lambda cells: holds_words(cells[of], cells[column], cells[place])
    if words.where:
        at, values = table.field_names.index(words.where[0]), words.where[1]
        return lambda cells: cells[at] in values and not is_known(field, cells[place])
    return lambda cells: not is_known(field, cells[place])


def holds_words(table: str, column: str, value: str) -> bool:
    """Whether a value of a cell of another table is words of an article; a table that is unknown has none.

    >>> holds_words("mentions", "title", "Minister"), holds_words("meetings", "status", "held")
    (True, False)
    """
    field = columns_with_words().get((table, column))
    return field is not None and not is_known(field, value)


@cache
def columns_with_words() -> Mapping[tuple[str, str], Field]:
    """The columns that hold words, by table and name."""
    return {
        (table.name, field.name): field
        for table in table_schemas().values()
        for field in table.fields
        if field.words
    }


def is_known(field: Field, value: str) -> bool:
    """Whether a value is what knowledge says, and no words of an article."""
    return field.words is not None and field.words.unless == "offices" and known_office(value)


def reworded(table: Table, place: int, cells: Cells) -> str:
    """A cell with other words in the place of those that are part of it; an id stays for now."""
    words = table.fields[place].words
    if words is None or words.within is None or table.fields[place].name in table.primary_key:
        return cells[place]
    part = cells[table.field_names.index(words.within)]
    return cells[place].replace(part, UNNAMED) if part else cells[place]
