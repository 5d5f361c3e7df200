"""The writing of a site in shares, one by one or by several processes at once: the bytes are the same."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

from summitry.bounds import SITE_SHARE_PAGES
from summitry.errors import LostWorkers
from summitry.export.source import read_source
from summitry.site.articles import write_articles
from summitry.site.codebook import write_codebook
from summitry.site.countries import write_countries
from summitry.site.entities import write_entities
from summitry.site.meetings import write_meetings
from summitry.site.pages import Pages
from summitry.site.search import write_search
from summitry.site.start import write_start
from summitry.site.store import Store
from summitry.site.tables import write_table, write_tables


class Share(NamedTuple):
    """Some of the pages, which need no others."""

    write: Callable[..., None]
    given: tuple[object, ...] = ()


PAGES: Final = {"articles": write_articles, "meetings": write_meetings, "entities": write_entities}
"""Tables whose rows have pages."""

WHOLE: Final = (write_codebook, write_tables, write_countries, write_start)


def shares_of(store: Store) -> Iterator[Share]:
    """Yield the shares of a site, those that take longest first."""
    yield Share(write_search)
    for name in sorted(store.tables, key=lambda name: (-store.count(name), name)):
        yield Share(write_table, (name,))
    for table, write in PAGES.items():
        count = store.count(table)
        for first in range(1, count + 1, SITE_SHARE_PAGES):
            yield Share(write, (range(first, min(first + SITE_SHARE_PAGES, count + 1)),))
    yield from map(Share, WHOLE)


def write_shares(store: Store, pages: Pages, workers: int) -> None:
    """Write all pages, with so many processes."""
    shares = list(shares_of(store))
    if workers > 1:
        write_together(store, pages, shares, workers)
        return
    for share in shares:
        share.write(store, pages, *share.given)


def write_together(store: Store, pages: Pages, shares: Sequence[Share], workers: int) -> None:
    """Have processes write the shares, each whenever it is through with one; the first fault ends it all."""
    desk = (store.path, store.folder, pages.folder, pages.title)
    # not forked: the libraries have threads of their own by now
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=sit_down, initargs=desk)
    try:
        for future in [pool.submit(write_share, share) for share in shares]:
            future.result()
    except BrokenProcessPool as error:
        raise LostWorkers(
            "workers: found that one died; expected memory for each, and a main module that starts nothing "
            'by itself when imported (`if __name__ == "__main__":`)'
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_desk: list[tuple[Store, Pages]] = []
"""What a process writes from and to, for as long as it lives."""


def sit_down(path: Path, package: Path, folder: Path, title: str) -> None:
    """What a process does first."""
    from summitry.crew.processes import begin  # noqa: PLC0415  # pyarrow, which one process needs not

    begin()
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    _desk.append((Store(database, path, read_source(package)), Pages(folder, title)))


def write_share(share: Share) -> None:
    """Write one share, in a process that has what it needs."""
    [(store, pages)] = _desk
    share.write(store, pages, *share.given)
