"""The language model, loaded once, with the fastest arithmetic at hand."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from typing import TYPE_CHECKING

from summitry.errors import MissingModel
from summitry.settings import MAX_LASTING_WORDS, MODEL

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController


@cache
def model_named(name: str = MODEL) -> "Language":
    """The installed spaCy model of that name, loaded once.

    Its matrices are multiplied by the library of numpy, which is some four times as fast as spaCy's own.

    >>> model_named("no_such_model")
    Traceback (most recent call last):
    ...
    summitry.errors.MissingModel: no_such_model: found no installed spaCy model; expected a package name
    """
    import spacy  # noqa: PLC0415  # half a second that only annotating should cost
    from thinc.api import use_ops  # noqa: PLC0415  # the same

    try:
        with use_ops("numpy", use_blis=False):
            return spacy.load(name)
    except OSError as error:
        raise MissingModel(f"{name}: found no installed spaCy model; expected a package name") from error


@contextmanager
def passing_words(name: str = MODEL) -> Iterator[None]:
    """A time after which the model has forgotten the rare words it met: so millions of texts fill no memory.

    It keeps those that it meets first, among them all that are common. No document outlives such a time.
    """
    nlp = model_named(name)
    with nullcontext() if len(nlp.vocab) < MAX_LASTING_WORDS else nlp.memory_zone():
        yield


def one_thread() -> AbstractContextManager[object]:
    """Keeps the arithmetic in one thread: more would only wait for each other on matrices of this size."""
    limit: AbstractContextManager[object] = controller().limit(limits=1, user_api="blas")
    return limit


@cache
def controller() -> "ThreadpoolController":
    """The thread pools of the libraries that are loaded by now."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415  # it looks through all loaded libraries

    return ThreadpoolController()
