"""Words, sentences and names of an article. The one room that knows spaCy."""

from collections.abc import Iterable, Iterator

from summitry.annotate.forms import forms_of
from summitry.annotate.leaves import leaf_of
from summitry.annotate.model import model_named, one_thread
from summitry.page import Dispatch, Page
from summitry.settings import MODEL

__all__ = ["annotate", "annotate_all", "model_named"]


def annotate(dispatch: Dispatch, model: str = MODEL) -> Page:
    """The article with its words, sentences and names."""
    return next(annotate_all([dispatch], model))


def annotate_all(dispatches: Iterable[Dispatch], model: str = MODEL) -> Iterator[Page]:
    """The articles with their words, in the given order.

    Each article goes through the model on its own: what is found in it does not hang on its neighbours.
    """
    from summitry.annotate.names import namer_of  # noqa: PLC0415  # numpy, which no check needs

    nlp = model_named(model)
    forms, namer = forms_of(nlp), namer_of(nlp)
    for dispatch in dispatches:
        with one_thread():
            texts = (passage.text for passage in dispatch.passages)
            docs = list(nlp.pipe(texts, disable=[*forms.parts, *namer.parts]))
            parts = zip(docs, forms.read(docs), namer.read(docs), strict=True)
            leaves = tuple(leaf_of(index, *each) for index, each in enumerate(parts))
        yield Page(dispatch, leaves)
