"""A package as pages to read: plain files that open from a disk and ask nothing of any other place."""

from pathlib import Path

from summitry.editions import expect_current
from summitry.export.source import Source, read_source
from summitry.site.pages import expect_replaceable, pages_in
from summitry.site.shares import write_shares
from summitry.site.store import stored
from summitry.validate.opened import opened

__all__ = ["site"]


def site(package: str | Path, out: str | Path, *, workers: int = 1) -> Path:
    """Write a package as a static site into the folder `out`, and give the path of its start page.

    Every row of every table leads to the words that it rests on. An older site is replaced as a whole or not
    at all; a folder that holds something else is refused with `UnusableOutput`. The same package gives the
    same bytes, with however many processes.
    """
    out = Path(out).absolute()
    expect_replaceable(out)
    with opened(package) as found:
        source = read_source(found.path)
        columns = {each.table.name: each.table.field_names for each in source.tables}
        expect_current(source.descriptor, columns, package)
        write_site(source, out, workers)
    return out / "index.html"


def write_site(source: Source, out: Path, workers: int) -> None:
    """Write the pages of a package."""
    with stored(source) as store:
        title = str(store.descriptor.get("title") or store.descriptor.get("name") or "summitry")
        with pages_in(out, title) as pages:
            write_shares(store, pages, workers)
