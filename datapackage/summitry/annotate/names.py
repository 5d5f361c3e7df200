"""The names that a model sees: its own decisions, taken for all words of an article at once.

spaCy's recognizer walks through a text and asks at each word which of 74 moves are allowed. Nearly all words
begin no name, and outside a name a move depends on one word alone: so the scores of all words are computed
together, and only within names is there a walk. The moves, and which are allowed, are those of spaCy's
`BiluoPushDown` for texts without names given before.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from summitry.page import Name

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PART: Final = "ner"
"""The part of a pipeline that finds names, by spaCy's name."""

FEATURES: Final = 3
"""A move looks at the word, the first word of the name that is open, and the word before."""

Array = np.ndarray[Any, np.dtype[np.float32]]


class Namer:
    """Finds names as one model does; a model of another make keeps its own way, and `parts` is empty then."""

    def __init__(self, nlp: "Language") -> None:
        self.parts: list[str] = []
        if not is_usual(nlp):
            return
        self.parts = [PART]
        part = nlp.get_pipe(PART)
        self._words, self._lower, upper = (part.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        self._weights, self._bias = upper.get_param("W"), upper.get_param("b")
        moves = [part.moves.get_class_name(at).partition("-") for at in range(part.moves.n_moves)]
        self._labels = [label for _, _, label in moves]
        kinds, labels = np.array([kind for kind, _, _ in moves]), np.array(self._labels)
        self._outside = kinds == "O"
        self._begins = kinds == "B"
        self._closed = self._outside | self._begins | ((kinds == "U") & (labels != ""))
        self._inner = {label: at for at, (kind, _, label) in enumerate(moves) if kind == "I"}
        self._last = {label: at for at, (kind, _, label) in enumerate(moves) if kind == "L"}

    def read(self, docs: Sequence["Doc"]) -> list[tuple[Name, ...]]:
        """For each paragraph, whose sentences are known, its names in reading order."""
        if not self.parts:
            return [tuple(Name(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents) for doc in docs]
        if not any(map(len, docs)):
            return [() for _ in docs]
        features = self._lower.predict(self._words.predict(docs))
        ends = np.cumsum([len(doc) for doc in docs])
        return [
            tuple(self._names(doc, features[1 + end - len(doc) : 1 + end], features[0]))
            for doc, end in zip(docs, ends, strict=True)
        ]

    def _names(self, doc: "Doc", features: Array, none: Array) -> Iterator[Name]:
        """Yield the names of one paragraph; `features` are those of its words, and `none` of no word."""
        if not len(doc):
            return
        starts = [token.is_sent_start is True for token in doc]
        stops = np.array([*starts[1:], True])
        moves = self._moves_outside(doc, features[:, 0] + none[1] + none[2], stops)
        at = 0
        while at < len(doc):
            first, move = at, moves[at]
            if self._begins[move]:
                at = self._end(features, first, self._labels[move], stops)
            at += 1
            if not self._outside[move]:
                end = doc[at - 1]
                yield Name(doc[first].idx, end.idx + len(end), self._labels[move])

    def _moves_outside(self, doc: "Doc", features: Array, stops: np.ndarray[Any, Any]) -> list[int]:
        """For each word the best move if no name is open; none begins at a space or an end of a sentence."""
        scores = self._scores(features)
        scores[:, ~self._closed] = -np.inf
        scores[np.ix_(stops, self._begins)] = -np.inf
        spaces = np.array([token.is_space for token in doc])
        scores[np.ix_(spaces, ~self._outside)] = -np.inf
        best: list[int] = scores.argmax(axis=1).tolist()
        return best

    def _end(self, features: Array, first: int, label: str, stops: np.ndarray[Any, Any]) -> int:
        """The last word of the name of that label that begins with a word."""
        inner, last = self._inner[label], self._last[label]
        at = first + 1
        while not stops[at]:
            scores = self._scores((features[at, 0] + features[first, 1] + features[at - 1, 2])[None])[0]
            if scores[last] > scores[inner]:
                break
            at += 1
        return at

    def _scores(self, features: Array) -> Array:
        """The score of each move from the features of each word, which are summed up already."""
        hidden = (features + self._lower.get_param("b")).max(axis=2)
        scores: Array = hidden @ self._weights.T + self._bias
        return scores


def is_usual(nlp: "Language") -> bool:
    """Whether a model finds names with the usual part, which takes one best move after the other."""
    if PART not in nlp.pipe_names or "entity_ruler" in nlp.pipe_names:
        return False
    part = nlp.get_pipe(PART)
    model = getattr(part, "model", None)
    return bool(
        model
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and part.cfg.get("beam_width") == 1
        and model.get_ref("lower").get_dim("nF") == FEATURES
    )


@cache
def namer_of(nlp: "Language") -> Namer:
    """What finds names as a model does, one for each model."""
    return Namer(nlp)
