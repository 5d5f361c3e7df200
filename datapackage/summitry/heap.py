"""How often Python looks for garbage while articles are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from summitry.bounds import OBJECTS_BEFORE_COLLECTION


def collect_seldom() -> None:
    """Let the collector look for garbage so seldom that it does not search the model all the time.

    What an article leaves behind is freed as ever, by counting references; the collector finds only what
    refers to itself, which is next to nothing here, and to find it searches all that there is.
    """
    first, *others = gc.get_threshold()
    if 0 < first < OBJECTS_BEFORE_COLLECTION:
        gc.set_threshold(OBJECTS_BEFORE_COLLECTION, *others)


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Collects seldom until the end, and then as before."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
