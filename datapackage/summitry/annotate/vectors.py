"""What a model makes of words in their surroundings, as vectors.

spaCy looks up four to six traits of a word by hash, mixes them to one vector, and then lets four layers look
at the word before and the word after. The mixed vector, and what it gives to the first layer at its own place
and at both places beside it, hang on nothing but the traits: they are computed once for each kind of word.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from summitry.annotate.maxout import Array, Maxout
from summitry.settings import MAX_KNOWN_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.api import Model

Places = np.ndarray[Any, np.dtype[np.intp]]
Truths = np.ndarray[Any, np.dtype[np.bool_]]

WINDOW: Final = 3
"""A layer looks at a word and its two neighbours."""

BLOCK: Final = 64
"""Words are mixed so many at a time, always: the last bits of a product may hang on how many rows it has."""


class Encoder:
    """The vectors that one “tok2vec” gives to words in their surroundings."""

    def __init__(self, model: "Model[Any, Any]") -> None:
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        self._traits, _, self._embed, mix = embed.layers[:4]
        self._mix = Maxout(mix.layers[0].layers[0])
        self._layers = [Maxout(each.layers[0].layers[1].layers[0]) for each in encode.layers[0].layers]
        self._gap: int = encode.attrs["pad"]
        self._width: int = encode.get_dim("nO")
        self._forget()

    def _forget(self) -> None:
        """Begin with no kind of word known; the first row stands for no word."""
        self._known: dict[bytes, int] = {}
        self._vectors = np.zeros((1, self._width), np.float32)
        self._shares = [np.zeros((1, WINDOW * self._width), np.float32) for _ in range(WINDOW)]

    def read(self, docs: Sequence["Doc"], wanted: Truths) -> Array:
        """The vectors of the wanted words of some paragraphs, one after the other."""
        inner = between([len(doc) for doc in docs], self._gap)
        kinds = np.zeros(len(inner) + self._gap * (len(docs) + 1), np.intp)
        kinds[inner] = self._kinds(np.concatenate(self._traits.predict(docs)))
        near = within(inner[wanted], len(kinds), len(self._layers))
        first, *others = self._layers
        vectors = self._vectors[kinds]
        vectors[near[0]] += first.best(self._first(kinds, near[0]))
        for layer, places in zip(others, near[1:], strict=True):
            vectors[places] += layer.best(beside(vectors, places) @ layer.weights)
        found: Array = vectors[near[-1]]
        return found

    def _first(self, kinds: Places, places: Places) -> Array:
        """What the first layer sums up at some places: the shares of the words there, before and after."""
        before, own, after = self._shares
        sums: Array = own.take(kinds[places], axis=0)
        sums += before.take(kinds[places - 1], axis=0)
        sums += after.take(kinds[places + 1], axis=0)
        return sums

    def _kinds(self, traits: np.ndarray[Any, Any]) -> list[int]:
        """The number of each word's kind: its row in what is remembered."""
        raw, size = traits.tobytes(), traits.shape[1] * traits.itemsize
        keys = [raw[at : at + size] for at in range(0, len(raw), size)]
        if len(self._known) > MAX_KNOWN_WORDS:
            self._forget()
        new = {key: at for at, key in enumerate(keys) if key not in self._known}
        if new:
            self._learn(traits[list(new.values())])
            self._known.update((key, number) for number, key in enumerate(new, len(self._known) + 1))
        return [self._known[key] for key in keys]

    def _learn(self, traits: np.ndarray[Any, Any]) -> None:
        """Mix the vectors of new kinds of words, and what they give to the first layer."""
        count, filled = len(traits), len(self._known) + 1
        rows = np.concatenate([traits, np.repeat(traits[:1], -count % BLOCK, axis=0)])
        embedded = np.split(self._embed.layers[0].predict(rows), len(rows) // BLOCK)
        parts = np.split(self._layers[0].weights, WINDOW)
        self._vectors = with_room(self._vectors, filled + len(rows))
        self._shares = [with_room(share, filled + len(rows)) for share in self._shares]
        for first, block in enumerate(embedded):
            there = slice(filled + first * BLOCK, filled + (first + 1) * BLOCK)
            self._vectors[there] = mixed = self._mix.best(block @ self._mix.weights)
            for share, part in zip(self._shares, parts, strict=True):
                share[there] = mixed @ part


def between(lengths: Iterable[int], gap: int) -> Places:
    """Where the words of paragraphs stand if there is a gap before, between and after them.

    >>> between([2, 0, 1], 4)
    array([ 4,  5, 14])
    """
    sizes = list(lengths)
    found: Places = np.arange(sum(sizes)) + gap * np.repeat(np.arange(1, len(sizes) + 1), sizes)
    return found


def within(places: Places, count: int, layers: int) -> list[Places]:
    """For each layer the places that matter if some are wanted of the last: one more to each side before it.

    >>> [each.tolist() for each in within(np.array([3]), 8, 3)]
    [[1, 2, 3, 4, 5], [2, 3, 4], [3]]
    """
    wanted = np.zeros(count, np.bool_)
    wanted[places] = True
    found = [np.flatnonzero(wanted)]
    for _ in range(layers - 1):
        wanted = widened(wanted)
        found.insert(0, np.flatnonzero(wanted))
    return found


def widened(wanted: Truths) -> Truths:
    """What is wanted, and what stands beside it.

    >>> widened(np.array([True, False, False]))
    array([ True,  True, False])
    """
    wider = wanted.copy()
    wider[1:] |= wanted[:-1]
    wider[:-1] |= wanted[1:]
    return wider


def beside(vectors: Array, places: Places) -> Array:
    """The rows of some places, each between the row before it and the row after it.

    >>> beside(np.array([[1], [2], [3]], np.float32), np.array([1]))
    array([[1., 2., 3.]], dtype=float32)
    """
    rows: Array = vectors.take(places[:, None] + np.arange(-1, 2), axis=0)
    return rows.reshape(len(places), WINDOW * vectors.shape[1])


def with_room(rows: Array, count: int) -> Array:
    """The same rows with room for so many; twice the room each time, so that they are seldom copied."""
    if count <= len(rows):
        return rows
    larger: Array = np.empty((max(count, 2 * len(rows)), *rows.shape[1:]), np.float32)
    larger[: len(rows)] = rows
    return larger
