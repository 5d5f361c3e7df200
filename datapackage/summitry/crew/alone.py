"""This process, article by article."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from summitry.bounds import FIRST_PART_ARTICLES
from summitry.page import Dispatch
from summitry.parts import Part, make_part
from summitry.progress import Progress


class Alone:
    """Reads everything itself."""

    smallest = FIRST_PART_ARTICLES

    def __init__(self, folder: Path, model: str, progress: Progress) -> None:
        self._folder, self._model, self._progress = folder, model, progress

    def parts(self, batches: Iterable[Sequence[Dispatch]]) -> Iterator[Part]:
        """Yield a part for each batch, in order."""
        return (make_part(batch, self._folder, self._model, self._progress) for batch in batches)
