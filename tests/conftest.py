"""What several test files share."""

import re
from collections.abc import Callable

import pytest

from summitry.annotate import annotate
from summitry.extract.quotes import find_quotes
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


@pytest.fixture(scope="session")
def quotes_of(page_of) -> Callable[[str], list[tuple[str, str, str | None, str | None]]]:
    """From a text to the kind, words, speaker and cue of each of its quotes, as written."""

    def shown(text: str) -> list[tuple[str, str, str | None, str | None]]:
        page = page_of(text)
        return [
            (
                quote.kind,
                page.words(quote.content),
                quote.speaker and page.words(quote.speaker),
                quote.cue and page.words(quote.cue),
            )
            for quote in find_quotes(page)
        ]

    return shown
