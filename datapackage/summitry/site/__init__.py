"""A package as pages to read: plain files that open from a disk and ask nothing of any other place."""

from pathlib import Path

from summitry.editions import expect_current
from summitry.export.source import Source, read_source
from summitry.site.articles import write_articles
from summitry.site.countries import lands_of, write_countries
from summitry.site.entities import write_entities
from summitry.site.meetings import write_meetings
from summitry.site.pages import expect_replaceable, pages_in
from summitry.site.search import write_search
from summitry.site.start import write_start
from summitry.site.store import stored
from summitry.site.tables import write_tables
from summitry.validate.opened import opened

__all__ = ["site"]


def site(package: str | Path, out: str | Path) -> Path:
    """Write a package as a static site into the folder `out`, and give the path of its start page.

    Every row of every table leads to the words that it rests on. An older site is replaced as a whole or not
    at all; a folder that holds something else is refused with `UnusableOutput`. The same package gives the
    same bytes.
    """
    out = Path(out).absolute()
    expect_replaceable(out)
    with opened(package) as found:
        source = read_source(found.path)
        columns = {each.table.name: each.table.field_names for each in source.tables}
        expect_current(source.descriptor, columns, package)
        write_site(source, out)
    return out / "index.html"


def write_site(source: Source, out: Path) -> None:
    """Write the pages of a package."""
    with stored(source) as store:
        title = str(store.descriptor.get("title") or store.descriptor.get("name") or "summitry")
        with pages_in(out, title) as pages:
            lands = lands_of(store)
            write_articles(store, pages)
            write_meetings(store, pages)
            write_entities(store, pages)
            write_countries(store, pages, lands)
            write_tables(store, pages)
            write_search(store, pages, lands)
            write_start(store, pages, lands)
