"""The Penn tags of words, as a model's tagger chooses them."""

from typing import TYPE_CHECKING

from summitry.annotate.maxout import Array

if TYPE_CHECKING:
    from spacy.pipeline import Tagger as Part


class Tagger:
    """Tags words as one model does."""

    def __init__(self, part: "Part") -> None:
        softmax = part.model.layers[-1].layers[0]
        self._weights, self._offsets = softmax.get_param("W").T.copy(), softmax.get_param("b")
        self._labels: tuple[str, ...] = part.labels

    def read(self, vectors: Array) -> list[str]:
        """The tags of all words, from their vectors."""
        best = (vectors @ self._weights + self._offsets).argmax(axis=1)
        return [self._labels[number] for number in best.tolist()]
