"""The scores of moves, as spaCy's parsers compute them from the vectors of the words that they look at."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from summitry.annotate.maxout import Array

if TYPE_CHECKING:
    from thinc.api import Model

PIECES: Final = 2
"""Pieces of the maxout over the words that are looked at."""


class Scorer:
    """Scores the moves of one model: a linear layer for each word looked at, a maxout, and a linear layer."""

    def __init__(self, model: "Model[Any, Any]") -> None:
        project, lower, upper = (
            model.get_ref("tok2vec").layers[-1],
            model.get_ref("lower"),
            model.get_ref("upper"),
        )
        self._project, self._start = project.get_param("W").T.copy(), project.get_param("b")
        weights = lower.get_param("W")
        self.looked_at: int = weights.shape[0]
        self._lower = np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(weights.shape[3], -1))
        self._none = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
        self._bias = lower.get_param("b").T.reshape(-1).copy()
        self.upper, self.offsets = upper.get_param("W").T.copy(), upper.get_param("b")

    def features(self, vectors: Array) -> Array:
        """For each word what it gives at each place that it can be looked at in; the last entry is no word.

        The first place is never empty, so what is to be added once for all places is added there.
        """
        rows = np.empty((len(vectors) + 1, self._lower.shape[1]), np.float32)
        projected = vectors @ self._project
        projected += self._start
        np.matmul(projected, self._lower, out=rows[:-1])
        rows[-1] = self._none
        rows[:, : len(self._bias)] += self._bias
        return rows.reshape(len(rows), self.looked_at, -1)
