"""What the tests of dates share: an article of Friday, 28 April 2017."""

from collections.abc import Callable
from datetime import date

import pytest

from summitry.dates import Timex, find_dates

Shown = list[tuple[str, str]]


@pytest.fixture
def found() -> Callable[[str], list[Timex]]:
    """What is found in a text of that article."""
    return lambda text: find_dates(text, date(2017, 4, 28))


@pytest.fixture
def shown(found: Callable[[str], list[Timex]]) -> Callable[[str], Shown]:
    """Text and value of what is found."""
    return lambda text: [(one.text, one.value) for one in found(text)]
