"""Batches given out to workers that can die: the lost are given out again, and what kills is found."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from typing import Final, NamedTuple, Protocol

from summitry.page import Dispatch
from summitry.parts import Part
from summitry.parts.making import fault
from summitry.progress import Progress

MAX_TRIES: Final = 2
"""A batch that was at hand when workers died so often is looked at by itself: one death can be chance."""


class Died(Exception):
    """A worker has died, and with it what it was given."""


class Workers(Protocol):
    """Some workers, wherever they are."""

    room: int
    """How many batches can be given out at a time."""

    def give(self, batch: Sequence[Dispatch]) -> "Future[Part]":
        """Give a batch out."""

    def wait(self, given: "Iterable[Future[Part]]") -> "set[Future[Part]]":
        """Wait for some of those given out, and say which are at an end."""

    def result(self, given: "Future[Part]") -> Part:
        """The part; raises `Died` if it was lost."""

    def renew(self) -> None:
        """Replace those that have died."""


class Batch(NamedTuple):
    """Articles to read, and how often they were lost."""

    dispatches: Sequence[Dispatch]
    tries: int = 0


def parts_by(workers: Workers, batches: Iterable[Sequence[Dispatch]], progress: Progress) -> Iterator[Part]:
    """Yield the part of each batch, whatever becomes of the workers."""
    waiting, lost, suspect = (Batch(each) for each in batches), deque[Batch](), deque[Batch]()
    given: dict[Future[Part], Batch] = {}
    while True:
        while len(given) < workers.room:
            batch = lost.popleft() if lost else next(waiting, None)
            if batch is None:
                break
            given[workers.give(batch.dispatches)] = batch
        if not given:
            break
        for future in workers.wait(given):
            batch = given.pop(future)
            try:
                part = workers.result(future)
            except Died:
                again = batch._replace(tries=batch.tries + 1)
                (lost if again.tries < MAX_TRIES else suspect).append(again)
                workers.renew()
                continue
            yield told(part, batch.dispatches, progress)
    for batch in suspect:
        yield from parts_of_suspect(workers, batch.dispatches, progress)


def told(part: Part, dispatches: Sequence[Dispatch], progress: Progress) -> Part:
    """The part, once it is said that its articles are read."""
    for dispatch in dispatches:
        progress(dispatch.article_id)
    return part


def parts_of_suspect(workers: Workers, dispatches: Sequence[Dispatch], progress: Progress) -> Iterator[Part]:
    """Yield the parts of a batch at which workers died: its halves by themselves, down to one article."""
    future = workers.give(dispatches)
    workers.wait([future])
    try:
        yield told(workers.result(future), dispatches, progress)
    except Died:
        workers.renew()
        if len(dispatches) == 1:
            refused = fault(dispatches[0], "the process that read it died")
            yield told(Part(None, (), (refused,)), dispatches, progress)
            return
        middle = len(dispatches) // 2
        for half in (dispatches[:middle], dispatches[middle:]):
            yield from parts_of_suspect(workers, half, progress)
