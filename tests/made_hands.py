"""Stand-ins for what a worker does, in a module that workers can import."""

import os
import signal

from summitry.parts import making

POISON = "short-003"
"""The id of the article on which they fail."""


def raising(page):
    """Fail on one article, as a fault of the program would."""
    if page.dispatch.article_id == POISON:
        raise ZeroDivisionError("an invented fault")
    return REAL_FINDINGS_OF(page)


REAL_FINDINGS_OF = making.findings_of


def make_part_with_fault(*given):
    """Make a part with a program that has a fault."""
    making.findings_of = raising
    try:
        return making.make_part(*given)
    finally:
        making.findings_of = REAL_FINDINGS_OF


def make_part_or_die(dispatches, *given):
    """Make a part, unless the one article is in it that ends the process."""
    if any(dispatch.article_id == POISON for dispatch in dispatches):
        os.kill(os.getpid(), signal.SIGKILL)
    return making.make_part(dispatches, *given)


def die(_):
    """End the process at once."""
    os._exit(1)
