"""The names that a model sees: its own decisions, taken for all words of an article at once.

spaCy's recognizer walks through a text and asks at each word which of 74 moves are allowed. Nearly all words
begin no name, and outside a name a move depends on one word alone: so the scores of all words are computed
together, and only within names is there a walk. The moves, and which are allowed, are those of spaCy's
`BiluoPushDown` for texts without names given before.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summitry.annotate.analysis import Analysis
from summitry.annotate.maxout import Array, largest
from summitry.annotate.scores import PIECES, Scorer
from summitry.annotate.vectors import Places, Truths
from summitry.page import Name

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer


class Stretch(NamedTuple):
    """A name among some words: its first word, its last, and its type."""

    first: int
    last: int
    label: str


class Namer:
    """Finds names as one model does."""

    def __init__(self, part: "EntityRecognizer") -> None:
        self._scorer = Scorer(part.model)
        moves = [part.moves.get_class_name(at).partition("-") for at in range(part.moves.n_moves)]
        number = {(kind, label): at for at, (kind, _, label) in enumerate(moves)}
        outer = [at for at, (kind, _, label) in enumerate(moves) if kind in "OB" or (kind == "U" and label)]
        self._outer = [(moves[at][0], moves[at][2]) for at in outer]
        self._outside, self._begins = (np.array([kind == each for kind, _ in self._outer]) for each in "OB")
        self._upper, self._offsets = self._scorer.upper[:, outer], self._scorer.offsets[outer]
        self._going_on = {
            label: (self._scorer.upper[:, both].copy(), self._scorer.offsets[both])
            for kind, _, label in moves
            if kind == "B"
            for both in [[number["I", label], number["L", label]]]
        }

    def read(self, vectors: Array, wanted: Truths, analyses: Sequence[Analysis]) -> list[tuple[Name, ...]]:
        """For each paragraph its names in reading order, from the vectors of the words that are wanted."""
        there = [(number, at) for number, each in enumerate(analyses) for at in range(len(each.words))]
        places, none = np.flatnonzero(wanted), np.ones(1, np.bool_)
        spaces = np.array([word.isspace() for each in analyses for word in each.words], np.bool_)
        opens = np.array([begins for each in analyses for begins in each.arcs.opens], np.bool_)
        stops = np.concatenate([opens | ~wanted, none])[1:]
        found: list[list[Name]] = [[] for _ in analyses]
        for first, last, label in self._stretches(
            self._scorer.features(vectors), spaces[places], stops[places]
        ):
            (number, start), (_, end) = there[places[first]], there[places[last]]
            one = analyses[number]
            found[number].append(Name(one.starts[start], one.starts[end] + len(one.words[end]), label))
        return [*map(tuple, found)]

    def _stretches(self, features: Array, spaces: Truths, stops: Truths) -> Iterator[Stretch]:
        """Yield the names among the words; none goes on after one of `stops`."""
        after = 0
        moves = self._moves_outside(features, spaces, stops)
        for first in np.flatnonzero(~self._outside[moves]).tolist():
            if first < after:
                continue
            kind, label = self._outer[moves[first]]
            last = self._last(features, first, label, stops) if kind == "B" else first
            yield Stretch(first, last, label)
            after = last + 1

    def _moves_outside(self, features: Array, spaces: Truths, stops: Truths) -> Places:
        """For each word the best move if no name is open; none begins at a space or an end of a sentence."""
        none = features[-1]
        sums = features[:-1, 0] + (none[1] + none[2])
        scores: Array = largest(sums, PIECES) @ self._upper
        scores += self._offsets
        scores[np.ix_(stops, self._begins)] = -np.inf
        scores[np.ix_(spaces, ~self._outside)] = -np.inf
        best: Places = scores.argmax(axis=1)
        return best

    def _last(self, features: Array, first: int, label: str, stops: Truths) -> int:
        """The last word of the name of that label that begins with a word."""
        weights, offsets = self._going_on[label]
        at = first + 1
        while not stops[at]:
            sums = (features[at, 0] + features[first, 1] + features[at - 1, 2])[None]
            inner, last = (largest(sums, PIECES) @ weights)[0] + offsets
            if last > inner:
                break
            at += 1
        return at
