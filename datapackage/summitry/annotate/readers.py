"""How a model reads the paragraphs of an article: in our way if it is of the usual make, else in spaCy's."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

import numpy as np

from summitry.annotate.analysis import Analysis, Form, analysis_of
from summitry.annotate.capitals import can_be_in_names
from summitry.annotate.forms import Forms
from summitry.annotate.leaves import leaf_of
from summitry.annotate.names import Namer
from summitry.annotate.parses import Parser, Stretch
from summitry.annotate.sentences import openings
from summitry.annotate.tags import Tagger
from summitry.annotate.usual import encoder_within, is_usual
from summitry.annotate.vectors import Encoder
from summitry.page import Leaf, Name
from summitry.settings import MAX_WORDS_AT_ONCE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Reader(Protocol):
    """What turns paragraphs into leaves."""

    def read(self, texts: Iterable[str]) -> Iterator[Leaf]:
        """Yield the paragraphs with their words."""


class Theirs:
    """A model as spaCy runs it."""

    def __init__(self, nlp: "Language") -> None:
        self._nlp = nlp

    def read(self, texts: Iterable[str]) -> Iterator[Leaf]:
        """Yield the paragraphs with what the model's own parts put on them."""
        for index, doc in enumerate(self._nlp.pipe(texts)):
            forms = [Form(token.lemma_, token.pos_, token.dep_) for token in doc]
            names = tuple(Name(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
            yield leaf_of(index, analysis_of(doc), forms, names)


class Ours:
    """A model of the usual make, all its decisions taken for many words at once."""

    def __init__(self, nlp: "Language") -> None:
        part = nlp.get_pipe
        self._word = nlp.make_doc
        self._shared, self._own = Encoder(part("tok2vec").model), Encoder(encoder_within(part("ner")))
        self._tagger, self._parser, self._namer = (
            Tagger(part("tagger")),
            Parser(part("parser")),
            Namer(part("ner")),
        )
        self._forms, self._common = Forms(nlp), nlp.Defaults.stop_words

    def read(self, texts: Iterable[str]) -> Iterator[Leaf]:
        """Yield the paragraphs with what the weights of the model say of them."""
        index = 0
        for docs in batches(map(self._word, texts)):
            analyses = self._analyses(docs)
            wanted = can_be_in_names([word for each in analyses for word in each.words], self._common)
            names = self._namer.read(self._own.read(docs, wanted), wanted, analyses)
            yield from map(
                leaf_of, range(index, index + len(docs)), analyses, self._forms.read(analyses), names
            )
            index += len(docs)

    def _analyses(self, docs: Sequence["Doc"]) -> list[Analysis]:
        """Tags and arcs of some paragraphs."""
        words = [[token.text for token in doc] for doc in docs]
        firsts = [0, *accumulate(map(len, words))]
        vectors = self._shared.read(docs, np.ones(firsts[-1], np.bool_))
        tags, arcs = self._tagger.read(vectors), self._parser.read(vectors, map(stretch_of, firsts, words))
        return [
            Analysis(doc.text, own, [token.idx for token in doc], tags[first : first + len(own)], each)
            for doc, own, first, each in zip(docs, words, firsts, arcs, strict=False)
        ]


def stretch_of(first: int, words: Sequence[str]) -> Stretch:
    """A paragraph for the parser."""
    return Stretch(first, words, frozenset(first + at for at in openings(words)))


def batches(docs: Iterable["Doc"]) -> Iterator[list["Doc"]]:
    """Yield the paragraphs of an article by the thousand words, so that a long one fills no memory."""
    batch, size = list["Doc"](), 0
    for doc in docs:
        if batch and size + len(doc) > MAX_WORDS_AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(doc)
        size += len(doc)
    if batch:
        yield batch


@cache
def reader_of(nlp: "Language") -> Reader:
    """What reads as a model does, one for each model."""
    return Ours(nlp) if is_usual(nlp) else Theirs(nlp)
