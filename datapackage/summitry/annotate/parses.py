"""The parse of sentences: a model's own decisions, taken for all sentences of an article at once.

spaCy's parser walks through a text with a stack and a buffer of words, and at each step scores some hundred
moves by eight words. Whenever its stack is empty, what it does next hangs only on where it is. So a walk can
set out from each place where a sentence is likely to begin, all walks go on in step, and a paragraph follows
them from its first word: where one ends the next begins. A walk that set out within a sentence is dropped.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from summitry.annotate.arcs import Arcs, arcs_of
from summitry.annotate.maxout import Array, largest
from summitry.annotate.scores import PIECES, Scorer
from summitry.annotate.walks import ALLOWED, LOOKED_AT, Walk

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser

ROOT: Final = "ROOT"
"""The relation of a word without a head."""


class Stretch(NamedTuple):
    """A paragraph among the words of an article: where it begins, its words, and where walks set out."""

    first: int
    words: Sequence[str]
    starts: frozenset[int]


class Parser:
    """Finds the heads of words as one model does."""

    def __init__(self, part: "DependencyParser") -> None:
        self._scorer = Scorer(part.model)
        names = [part.moves.get_class_name(at).partition("-") for at in range(part.moves.n_moves)]
        self._moves = [(kind, label) for kind, _, label in names]
        allowed = [[kind in kinds for kind, _ in self._moves] for kinds in ALLOWED]
        self._offsets = np.where(allowed, self._scorer.offsets, np.float32(-np.inf))

    def read(self, vectors: Array, stretches: Iterable[Stretch]) -> list[Arcs]:
        """The arcs of some paragraphs, from the vectors of all their words."""
        ways = list(stretches)
        walks = {at: Walk(at, way.first + len(way.words), way.starts) for way in ways for at in way.starts}
        self._go(vectors, [walk for walk in walks.values() if not walk.is_over()])
        return [followed(way, walks) for way in ways]

    def _go(self, vectors: Array, walks: list[Walk]) -> None:
        """Let all walks go on in step until each of them is over."""
        features = self._scorer.features(vectors)
        rows, places = features.reshape(-1, features.shape[2]), np.arange(LOOKED_AT)
        all_alike = np.ones(LOOKED_AT, np.float32)
        while walks:
            looked_at = np.array([walk.look() for walk in walks])
            looked_at *= LOOKED_AT
            looked_at += places
            sums = all_alike @ rows.take(looked_at, axis=0)  # faster than sum()
            scores = np.dot(largest(sums, PIECES), self._scorer.upper)
            scores += self._offsets.take([walk.allowed for walk in walks], axis=0)
            for walk, move in zip(walks, scores.argmax(axis=1).tolist(), strict=True):
                walk.take(*self._moves[move])
            walks = [walk for walk in walks if not walk.is_over()]


def followed(way: Stretch, walks: Mapping[int, Walk]) -> Arcs:
    """The arcs of a paragraph: of the walk from its first word, of that from where it ends, and so on."""
    heads, relations = [*range(len(way.words))], [ROOT] * len(way.words)
    at = way.first
    while at < way.first + len(way.words):
        for child, (head, relation) in walks[at].heads.items():
            heads[child - way.first], relations[child - way.first] = head - way.first, relation
        at = walks[at].at
    return arcs_of(way.words, heads, relations)
