"""Words, sentences and names of an article. The one module that knows spaCy."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from summitry.errors import MissingModel
from summitry.page import Dispatch, Leaf, Name, Page, Sentence, Token
from summitry.settings import MODEL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@cache
def model_named(name: str = MODEL) -> "Language":
    """The installed spaCy model of that name, loaded once.

    >>> model_named("no_such_model")
    Traceback (most recent call last):
    ...
    summitry.errors.MissingModel: no_such_model: found no installed spaCy model; expected a package name
    """
    import spacy  # noqa: PLC0415  # half a second that only annotating should cost

    try:
        return spacy.load(name)
    except OSError as error:
        raise MissingModel(f"{name}: found no installed spaCy model; expected a package name") from error


def annotate(dispatch: Dispatch, model: str = MODEL) -> Page:
    """The article with its words, sentences and names."""
    return next(annotate_all([dispatch], model))


def annotate_all(dispatches: Iterable[Dispatch], model: str = MODEL) -> Iterator[Page]:
    """The articles with their words, in the given order."""
    nlp = model_named(model)
    for dispatch in dispatches:
        docs = nlp.pipe(passage.text for passage in dispatch.passages)
        yield Page(dispatch, tuple(leaf_of(index, doc) for index, doc in enumerate(docs)))


def leaf_of(index: int, doc: "Doc") -> Leaf:
    """One annotated paragraph as our own types."""
    sentences = tuple(Sentence(sent.start, sent.end) for sent in doc.sents)
    sentence_of = [number for number, sent in enumerate(sentences) for _ in range(sent.first, sent.last)]
    tokens = tuple(
        Token(
            token.i,
            token.idx,
            token.idx + len(token),
            token.text,
            token.lower_,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            token.head.i,
            sentence_of[token.i],
        )
        for token in doc
    )
    names = tuple(Name(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    children = tuple(tuple(child.i for child in token.children) for token in doc)
    return Leaf(index, doc.text, tokens, sentences, names, children)
