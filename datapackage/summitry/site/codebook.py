"""A page that explains every column: what it says, what may stand in it, and how much of it does."""

from typing import Final, NamedTuple

from summitry.describe.codebook import leads_to
from summitry.describe.counts import Cells, tally_of
from summitry.schema import Field, Table
from summitry.site.addresses import address, column_of
from summitry.site.pages import Pages
from summitry.site.store import Store

PAGE: Final = "codebook.html"


class Entry(NamedTuple):
    """A column of the codebook."""

    column: Field
    anchor: str
    leads_to: str | None
    """The column that a value must stand in."""
    leads_there: str | None
    """Its address."""
    cells: Cells


class Chapter(NamedTuple):
    """A table of the codebook."""

    table: Table
    rows: int
    entries: list[Entry]


def write_codebook(store: Store, pages: Pages) -> None:
    """Write the codebook of all tables."""
    pages.write(PAGE, "codebook.html", chapters=[chapter_of(store, name) for name in store.tables])


def chapter_of(store: Store, name: str) -> Chapter:
    """What the codebook says of a table."""
    table, tally = store.tables[name], tally_of(store.filed[name])
    entries = [entry_of(table, column, tally.columns[column.name]) for column in table.fields]
    return Chapter(table, tally.rows, entries)


def entry_of(table: Table, column: Field, cells: Cells) -> Entry:
    """What the codebook says of a column."""
    target = leads_to(table, column)
    there = address("", column_of(*target.split("."))) if target else None
    return Entry(column, column_of(table.name, column.name), target, there, cells)
