"""Words, sentences and names of an article. The one room that knows spaCy."""

from collections.abc import Iterable, Iterator

from summitry.annotate.model import model_named, one_thread, passing_words
from summitry.page import Dispatch, Leaf, Page
from summitry.settings import ENGLISH, MODEL

__all__ = ["annotate", "annotate_all", "model_named", "passing_words"]


def annotate(dispatch: Dispatch, model: str = MODEL) -> Page:
    """The article with its words, sentences and names."""
    return next(annotate_all([dispatch], model))


def annotate_all(dispatches: Iterable[Dispatch], model: str = MODEL) -> Iterator[Page]:
    """The articles with their words, in the given order.

    Each article goes through the model on its own: what is found in it does not hang on its neighbours.
    """
    from summitry.annotate.readers import reader_of  # noqa: PLC0415  # numpy, which no check needs

    reader = reader_of(model_named(model))
    for dispatch in dispatches:
        if dispatch.language != ENGLISH:
            yield Page(dispatch, tuple(unread(dispatch)))
            continue
        with one_thread():
            leaves = tuple(reader.read(passage.text for passage in dispatch.passages))
        yield Page(dispatch, leaves)


def unread(dispatch: Dispatch) -> Iterator[Leaf]:
    """Yield the paragraphs of an article in a language that is not read, without any word."""
    for index, passage in enumerate(dispatch.passages):
        yield Leaf(index, passage.text, (), (), (), ())
