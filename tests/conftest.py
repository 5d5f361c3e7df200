"""What several test files share."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import settings

from golden_rows import label_found
from summitry import together
from summitry.annotate import annotate
from summitry.extract.findings import findings_of
from summitry.extract.found import FoundMeeting, FoundMention
from summitry.extract.mentions import find_mentions
from summitry.extract.quotes import find_quotes
from summitry.page import Dispatch, Page, Passage
from summitry.resolve.reading import Reading, reading_of
from summitry.rows import Role, Tables

# a loaded machine takes longer, and is no fault
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


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
    """From a text, of Friday 2017-04-28 if not said otherwise, to what it tells of meetings, as written."""

    def shown(text: str, on: str = "2017-04-28") -> list[dict[str, object]]:
        page = page_on(text, date.fromisoformat(on))
        return [as_written(page, found) for found in findings_of(page).meetings]

    return shown


def as_written(page: Page, found: FoundMeeting) -> dict[str, object]:
    """A telling of a meeting with every stretch as its words."""
    roles: dict[str, Role] = {}
    for one in found.attendees:
        if roles.get(page.words(one.span), "participant") == "participant":
            roles[page.words(one.span)] = one.role
    return {
        "kind": found.kind,
        "status": found.status,
        "who": list(roles),
        "roles": roles,
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
    return lambda *articles: together.tables_of([reading_on(*article) for article in articles])


@pytest.fixture(scope="session")
def speakers_of(tables_of) -> Callable[[str], list[tuple[str | None, list[str]]]]:
    """From the text of one article to the speaker of each quote: as written, and who that is."""

    def shown(text: str) -> list[tuple[str | None, list[str]]]:
        tables = tables_of(("a", "2017-04-28", text))
        names = {row.entity_id: row.name for row in tables.entities}
        said: dict[str, list[str]] = {row.quote_id: [] for row in tables.quotes}
        for row in tables.speakers:
            said[row.quote_id].append(names[row.entity_id])
        return [(row.speaker_text, sorted(said[row.quote_id])) for row in tables.quotes]

    return shown


@pytest.fixture(scope="session")
def told_by(tables_of) -> Callable[..., list[str]]:
    """From articles to their meetings, each as a line: status, kind, days, place and people."""

    def shown(*articles: tuple[str, str, str]) -> list[str]:
        tables = tables_of(*articles)
        names = {row.entity_id: row.name for row in tables.entities}
        return sorted(label_found(row, tables, names) for row in tables.meetings)

    return shown
