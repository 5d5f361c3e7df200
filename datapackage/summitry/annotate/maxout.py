"""Layers of maxout and layer normalisation, as Thinc has them, with weights in an order that suits numpy."""

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from thinc.api import Model

Array = np.ndarray[Any, np.dtype[np.float32]]

TINY: Final = np.float32(1e-8)
"""Thinc adds so much to a variance before it divides by it."""


class Maxout:
    """One layer: several linear pieces, of which the largest counts, brought to mean 0 and variance 1.

    A row of `weights` is what one input gives to all first pieces, then to all second ones, and so on.
    """

    def __init__(self, model: "Model[Any, Any]") -> None:
        maxout, norm = model.layers[:2]
        weights = maxout.get_param("W")
        self._outputs, self._pieces, inputs = weights.shape
        self.weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, -1))
        self._bias = maxout.get_param("b").T.reshape(-1).copy()
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def best(self, sums: Array) -> Array:
        """The outputs for sums of weighted inputs, which are spent for it."""
        sums += self._bias
        best = largest(sums, self._pieces)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(self._outputs) + TINY
        best *= (variance ** np.float32(-0.5))[:, None]
        best *= self._scale
        best += self._shift
        return best


def largest(sums: Array, pieces: int) -> Array:
    """For each output the largest of its pieces, which stand in blocks side by side.

    >>> largest(np.array([[1, 5, 4, 2]], np.float32), 2)
    array([[4., 5.]], dtype=float32)
    """
    size = sums.shape[1] // pieces
    best: Array = sums[:, :size].copy()
    for first in range(size, sums.shape[1], size):
        np.maximum(best, sums[:, first : first + size], out=best)
    return best
