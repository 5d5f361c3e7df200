"""The workers of a Dask cluster, which share a folder with this machine."""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from summitry.bounds import CLUSTER_SECONDS, KEPT_BYTES, MAX_PART_ARTICLES
from summitry.crew.rota import Died, parts_by
from summitry.errors import LostWorkers, MissingLibrary
from summitry.heap import collect_seldom
from summitry.page import Dispatch
from summitry.parts import Part, make_part, program_key
from summitry.progress import Progress

if TYPE_CHECKING:
    from concurrent.futures import Future

ADDRESS: Final = re.compile(r"(?:(?:tcp|tls|wss?|ucx)://)?[^/\s]+:\d{1,5}")
"""The addresses that schedulers of Dask have."""

M_TRIM_THRESHOLD: Final = -1
M_MMAP_THRESHOLD: Final = -3
"""The numbers of two parameters of glibc's `mallopt(3)`."""


class Cluster:
    """Reads with the workers of a cluster."""

    smallest = MAX_PART_ARTICLES

    def __init__(self, address: str, folder: Path, model: str, progress: Progress) -> None:
        try:
            import distributed  # noqa: PLC0415  # an extra
            from distributed.comm.core import CommClosedError  # noqa: PLC0415  # the same
        except ImportError as error:
            raise MissingLibrary(
                "--cluster: found no distributed; expected it, as `pip install summitry[dask]` installs it"
            ) from error
        self._dask: Any = distributed
        if not ADDRESS.fullmatch(address):
            raise LostWorkers(
                f"{address}: found no address of a scheduler; expected one such as tcp://host:8786"
            )
        self._address = address
        self._lost = (OSError, CancelledError, CommClosedError, distributed.TimeoutError)
        self._folder, self._model, self._progress = folder.absolute(), model, progress
        with self._clearly():
            self._client = self._dask.Client(address, timeout=CLUSTER_SECONDS, set_as_default=False)
            self.room = 2 * max(1, sum(self._client.nthreads().values()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close(timeout=CLUSTER_SECONDS)

    @contextmanager
    def _clearly(self) -> Iterator[None]:
        """Turn what a lost scheduler leads to into one line."""
        try:
            yield
        except self._lost as error:
            raise LostWorkers(
                f"{self._address}: found no scheduler that answers; expected one (what was read is kept)"
            ) from error

    def parts(self, batches: Iterable[Sequence[Dispatch]]) -> Iterator[Part]:
        """Yield a part for each batch, in any order."""
        return parts_by(self, batches, self._progress)

    def give(self, batch: Sequence[Dispatch]) -> "Future[Part]":
        """Give a batch out."""
        with self._clearly():
            given: Future[Part] = self._client.submit(
                part_there, batch, self._folder, self._model, pure=False
            )
            return given

    def wait(self, given: "Iterable[Future[Part]]") -> "set[Future[Part]]":
        """Wait until one is at an end."""
        # not the client of whatever else runs in this process
        with self._clearly(), self._client.as_current():
            done: set[Future[Part]] = self._dask.wait(list(given), return_when="FIRST_COMPLETED").done
            return done

    def result(self, given: "Future[Part]") -> Part:
        """The part, once this machine sees its file."""
        with self._clearly():
            try:
                part = given.result()
            except self._dask.KilledWorker as error:
                raise Died from error
        if part.path and not part.path.is_file():
            raise LostWorkers(f"{part.path}: found no file here; expected a folder that all workers share")
        return part

    def renew(self) -> None:
        """Nothing: the cluster replaces its own."""


def part_there(batch: Sequence[Dispatch], folder: Path, model: str) -> Part:
    """The part of a batch, from a worker that reads as this machine would."""
    if program_key(model) != folder.name:
        raise LostWorkers(
            "workers: found another version of the program, its libraries or Python; expected the same"
        )
    keep_freed_memory()
    collect_seldom()
    return make_part(batch, folder, model)


def keep_freed_memory() -> None:
    """Let the C library keep what was freed for what comes next, as it does in any other process.

    Dask starts its workers with `MALLOC_TRIM_THRESHOLD_`, so that it gives all back at once: on arrays like
    those of an article that costs two fifths more time. A system without `mallopt(3)` is left as it is.
    """
    with suppress(OSError, AttributeError, TypeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(M_TRIM_THRESHOLD, KEPT_BYTES)
        libc.mallopt(M_MMAP_THRESHOLD, KEPT_BYTES)
