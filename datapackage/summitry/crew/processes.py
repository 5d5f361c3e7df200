"""Several processes of this machine."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Self

from summitry.annotate import model_named
from summitry.bounds import FIRST_PART_ARTICLES
from summitry.crew.rota import Died, parts_by
from summitry.errors import LostWorkers
from summitry.heap import collect_seldom
from summitry.page import Dispatch
from summitry.parts import Part, make_part
from summitry.progress import Progress


class Processes:
    """Reads with some processes at once."""

    smallest = FIRST_PART_ARTICLES

    def __init__(self, count: int, folder: Path, model: str, progress: Progress) -> None:
        self.room = 2 * count
        self._count, self._folder, self._model, self._progress = count, folder, model, progress
        self._pool = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        """A pool that is known to work, so that it is no article's fault if it does not."""
        # not forked: the libraries have threads of their own by now
        pool = ProcessPoolExecutor(self._count, get_context("spawn"), initializer=begin)
        try:
            pool.submit(ready, self._model).result()
        except BrokenProcessPool as error:
            raise LostWorkers(
                "workers: found that they die as they start; expected memory for each, and a main module "
                'that starts nothing by itself when imported (`if __name__ == "__main__":`)'
            ) from error
        return pool

    def parts(self, batches: Iterable[Sequence[Dispatch]]) -> Iterator[Part]:
        """Yield a part for each batch, in any order."""
        return parts_by(self, batches, self._progress)

    def give(self, batch: Sequence[Dispatch]) -> Future[Part]:
        """Give a batch out."""
        try:
            return self._pool.submit(make_part, batch, self._folder, self._model)
        except BrokenProcessPool:
            self.renew()
            return self._pool.submit(make_part, batch, self._folder, self._model)

    def wait(self, given: Iterable[Future[Part]]) -> set[Future[Part]]:
        """Wait until one is at an end."""
        return wait(given, return_when=FIRST_COMPLETED).done

    def result(self, given: Future[Part]) -> Part:
        """The part."""
        try:
            return given.result()
        except BrokenProcessPool as error:
            raise Died from error

    def renew(self) -> None:
        """Start anew where the pool is broken: when one process dies, it gives up all."""
        try:
            self._pool.submit(ready, self._model)
        except BrokenProcessPool:
            self._pool.shutdown(wait=True)
            self._pool = self._started()


def begin() -> None:
    """What a process does first: see to it that it ends with the build, however that ends."""
    collect_seldom()
    # a stop at the keyboard reaches it too, and is told once
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the end of the build, and follow it: otherwise a killed build leaves processes for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def ready(model: str) -> None:
    """Load the model, or say that it is not there."""
    model_named(model)
