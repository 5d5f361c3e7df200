"""Who reads the articles: this process, several of this machine, or a cluster. All make the same parts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from summitry.bounds import MAX_PART_ARTICLES, PART_SHARE
from summitry.page import Dispatch
from summitry.parts import Part, article_key
from summitry.parts.shelf import Shelf
from summitry.progress import Progress
from summitry.rows import Refusal


class Crew(Protocol):
    """What turns articles into parts."""

    smallest: int
    """The fewest articles that are worth a part, while there are more."""

    def parts(self, batches: Iterable[Sequence[Dispatch]]) -> Iterator[Part]:
        """Yield a part for each batch, in any order; batches are taken only as they can be worked on."""


class Desk(NamedTuple):
    """Where what was read goes."""

    keep: Callable[[str, Path], None]
    """Called with the key of each article, and the part that holds its draft."""
    refuse: Callable[[Refusal], None]
    progress: Progress


def read_all(dispatches: Iterable[Dispatch], crew: Crew, shelf: Shelf, desk: Desk) -> None:
    """Have each article read to the end, unless its draft is there from an earlier build."""
    for part in crew.parts(batches(unread(dispatches, shelf, desk), crew.smallest)):
        for refusal in part.refused:
            desk.refuse(refusal)
        if part.path:
            for key in part.keys:
                desk.keep(key, part.path)


def unread(dispatches: Iterable[Dispatch], shelf: Shelf, desk: Desk) -> Iterator[Dispatch]:
    """Yield the articles that have no draft; the others are kept."""
    for dispatch in dispatches:
        key = article_key(dispatch)
        if part := shelf.find(key):
            desk.keep(key, part)
            desk.progress(dispatch.article_id)
        else:
            yield dispatch


def batches(dispatches: Iterable[Dispatch], smallest: int) -> Iterator[list[Dispatch]]:
    """Yield articles in batches: small ones first, so that little is lost and all hands are busy soon.

    >>> [len(batch) for batch in batches([None] * 100, 40)]
    [40, 40, 20]
    """
    batch: list[Dispatch] = []
    done = 0
    for dispatch in dispatches:
        batch.append(dispatch)
        if len(batch) >= min(max(smallest, done // PART_SHARE), MAX_PART_ARTICLES):
            yield batch
            done += len(batch)
            batch = []
    if batch:
        yield batch
