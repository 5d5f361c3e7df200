"""What several test files share."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from summitry.annotate import annotate
from summitry.extract.findings import findings_of
from summitry.extract.found import FoundMeeting, FoundMention
from summitry.extract.mentions import find_mentions
from summitry.extract.quotes import find_quotes
from summitry.page import Dispatch, Page, Passage
from summitry.resolve.assemble import resolve
from summitry.resolve.reading import Reading, reading_of
from summitry.rows import Tables


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


@cache
def page_on(text: str, published_on: date | None) -> Page:
    """The annotated page of a text, published on a day or never: one run of the model a text."""
    return annotate(replace(dispatch_of(text), published_on=published_on))


@pytest.fixture(scope="session")
def mentions_of() -> Callable[[str], list[FoundMention]]:
    """From a text to the mentions in it."""
    return lambda text: find_mentions(page_on(text, None))


@pytest.fixture(scope="session")
def titled_in() -> Callable[[str], list[tuple[str, str | None]]]:
    """From a text to the people named in it, each with the title as written."""

    def shown(text: str) -> list[tuple[str, str | None]]:
        page = page_on(text, None)
        return [
            (found.text, found.title and page.words(found.title))
            for found in find_mentions(page)
            if found.type == "person"
        ]

    return shown


@pytest.fixture(scope="session")
def meetings_of() -> Callable[..., list[dict[str, object]]]:
    """From a text, published on Friday 2017-04-28 if not said otherwise, to what it tells of meetings, as written."""

    def shown(text: str, on: str = "2017-04-28") -> list[dict[str, object]]:
        page = page_on(text, date.fromisoformat(on))
        return [as_written(page, found) for found in findings_of(page).meetings]

    return shown


def as_written(page: Page, found: FoundMeeting) -> dict[str, object]:
    """A telling of a meeting with every stretch as its words."""
    return {
        "kind": found.kind,
        "status": found.status,
        "who": [page.words(one.span) for one in found.attendees],
        "roles": [one.role for one in found.attendees],
        "place": found.place and page.words(found.place),
        "place_text": found.place_text and page.words(found.place_text),
        "venue": found.venue and page.words(found.venue),
        "date": found.date and found.date.text,
        "report": page.words(found.report),
        "delegation": found.delegation and page.words(found.delegation),
        "number": found.number,
        "echo": found.echo,
    }


@cache
def reading_on(article_id: str, published_on: str, text: str) -> Reading:
    """One invented article read to the end."""
    dispatch = replace(
        dispatch_of(text), article_id=article_id, published_on=date.fromisoformat(published_on)
    )
    page = annotate(dispatch)
    return reading_of(page, findings_of(page))


@pytest.fixture(scope="session")
def tables_of() -> Callable[..., Tables]:
    """From articles, each an id, its day and its text, to the tables that they give together."""
    return lambda *articles: resolve([reading_on(*article) for article in articles])
