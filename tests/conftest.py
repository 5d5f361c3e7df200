"""What several test files share."""

import re
from collections.abc import Callable

import pytest

from summitry.annotate import annotate
from summitry.page import Dispatch, Page, Passage


def dispatch_of(text: str) -> Dispatch:
    """An article of nothing but paragraphs, which blank lines part."""
    passages = [
        Passage(found.group(), range(found.start(), found.end() + 1))
        for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    ]
    return Dispatch(
        article_id="test",
        source=None,
        sha256="",
        published_on=None,
        title=None,
        agency=None,
        byline=None,
        dateline=None,
        url=None,
        language="en",
        changes=0,
        passages=tuple(passages),
    )


@pytest.fixture(scope="session")
def page_of() -> Callable[[str], Page]:
    """From a text, whose paragraphs blank lines part, to its annotated page."""
    return lambda text: annotate(dispatch_of(text))
