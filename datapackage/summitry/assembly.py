"""Articles read to the end by whoever there is, and put together."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path

from summitry.crew import Crew, Desk, read_all
from summitry.crew.alone import Alone
from summitry.crew.cluster import Cluster
from summitry.crew.processes import Processes
from summitry.curated import Correction
from summitry.page import Dispatch
from summitry.parts.shelf import Shelf
from summitry.progress import TOGETHER, Hands, Progress
from summitry.rows import Refusal
from summitry.together import Ledger, resolve
from summitry.together.workshop import WORK, alone_in, workshop


@contextmanager
def assembled(  # noqa: PLR0913, PLR0917  # what a build is given
    dispatches: Iterable[Dispatch],
    home: Path,
    hands: Hands,
    progress: Progress,
    stage: Progress,
    corrections: Sequence[Correction] = (),
) -> Iterator[tuple[Ledger | None, list[Refusal]]]:
    """The tables of all articles, null if there is none, and the refusals of those on which we fail.

    What was read waits in the folder `home`. The tables are there as long as the context is open.
    """
    faults: list[Refusal] = []
    with workshop(home) as store:
        with (
            closing(Shelf(home, hands.model)) as shelf,
            hired(hands, shelf.folder, progress) as crew,
            store.inserting("wanted") as add,
        ):
            desk = Desk(lambda key, part: add((key, str(part))), faults.append, progress)
            read_all(dispatches, crew, shelf, desk)
        faults.sort(key=str)  # in whatever order the workers came to them
        if not store.count("wanted"):
            yield None, faults
            return
        stage(TOGETHER)
        yield resolve(store, corrections, home / WORK), faults


def reserved(folder: Path, *, besides: Path) -> AbstractContextManager[None]:
    """Holds a folder against other builds, if it is not the one that a build works in and holds anyway."""
    return nullcontext() if folder.absolute() == besides.absolute() else alone_in(folder)


def hired(hands: Hands, folder: Path, progress: Progress) -> AbstractContextManager[Crew]:
    """Who reads the articles."""
    if hands.cluster:
        return Cluster(hands.cluster, folder, hands.model, progress)
    if hands.workers > 1:
        return Processes(hands.workers, folder, hands.model, progress)
    return nullcontext(Alone(folder, hands.model, progress))
