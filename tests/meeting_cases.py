"""Two who meet, and a case: a sentence, and what it must tell of an encounter."""

import pytest

SOLHEIM, BERG = "Kari Solheim", "Ole Berg"
BOTH = [SOLHEIM, BERG]


def case(text, *, why, wrong=None, **told):
    """A sentence and what it must tell; with `wrong`, one that we cannot read yet, and why."""
    marks = [pytest.mark.xfail(reason=wrong)] if wrong else []
    return pytest.param(text, told, id=why, marks=marks)
