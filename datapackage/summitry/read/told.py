"""What a format says of one article, whatever its syntax, and the article that follows from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Final, NamedTuple

from summitry.page import Dispatch
from summitry.read.article import Card, dispatch_of
from summitry.read.dateline import line_opening
from summitry.read.header import day_of
from summitry.read.keys import BARRED
from summitry.read.kinds import stem_of
from summitry.read.records import TOO_LARGE, fingerprint, text_of
from summitry.read.text import SPACES, cell
from summitry.read.unfit import Unfit
from summitry.settings import HASH_LETTERS, MAX_ARTICLE_BYTES, MAX_ID_CHARS

EXPECTED: Final = "a date as YYYY-MM-DD"
ADDRESS: Final = re.compile(r"https?://[^\s\x00-\x20]+")
SCHEME: Final = re.compile(r"^https?://(?:www\.)?")
UNFIT_IN_KEYS: Final = re.compile(f"(?:{BARRED.pattern}|[?&#%])+")
# “en”, “en-GB”, “nb_NO”; not “english”
LANGUAGE: Final = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
BLANKS: Final = re.compile(f"[{SPACES}]+")


class Told(NamedTuple):
    """What a page or an item of a feed says of itself."""

    paragraphs: tuple[str, ...]
    day: date | None = None
    """The day of publication, where it was published."""
    id: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    agency: str | None = None
    dateline: str | None = None
    """As written, with day and agency if they stand there."""
    language: str | None = None


def article_told(told: Told, source: str, digest: str | None, *, for_tables: bool) -> Dispatch:
    """The article that is told of; with the hash of its file, it is all that the file holds."""
    values = values_of(told)
    text = values.pop("text") or ""
    if len(text.encode()) > MAX_ARTICLE_BYTES:
        raise Unfit("text", f"{len(text.encode()):,} bytes", TOO_LARGE)
    card = Card(
        sha256=digest or fingerprint(values | {"text": text}),
        source=source if digest else values["url"] or source,
        id=values.pop("id") or own_id(source, text, alone=bool(digest)),
        keyed=for_tables,
        published_on=day_of(told.day.isoformat(), EXPECTED) if told.day else None,
        **{name: cell(value or "") for name, value in values.items()},  # type: ignore[arg-type]  # texts
    )
    article = dispatch_of(text, card, None)
    if for_tables and article.published_on is None:
        raise Unfit("date", "nothing", EXPECTED)
    # what stands before the text is nearer to its origin than what a feed says of all its items
    return replace(article, agency=article.agency or cell(told.agency or ""))


def values_of(told: Told) -> dict[str, str | None]:
    """The fields of an article, each as text that can be kept."""
    found = line_opening(cell(told.dateline or "") or "")
    given = {
        "text": "\n\n".join(joined(told.paragraphs)),
        "id": told.id and key_of(told.id),
        "title": told.title,
        "byline": told.byline,
        "url": address(told.url),
        "agency": found.agency if found else None,
        "dateline": found.dateline if found else told.dateline,
        "language": code_of(told.language),
    }
    return {name: text_of(given, name) for name in given}


def joined(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield each paragraph on one line: a line end within it is layout of its format."""
    return (line for each in paragraphs if (line := BLANKS.sub(" ", each).strip()))


def key_of(given: str) -> str:
    """The id of an item as a key: an address without its slashes, cut where it is too long.

    >>> key_of("https://news.example/2019/05/talks"), key_of("urn:news:4711")
    ('news.example-2019-05-talks', 'urn:news:4711')
    """
    key = UNFIT_IN_KEYS.sub("-", SCHEME.sub("", given.strip())).strip("-")
    if len(key) <= MAX_ID_CHARS:
        return key
    return f"{key[: MAX_ID_CHARS - HASH_LETTERS - 1]}-{sha256(given.encode()).hexdigest()[:HASH_LETTERS]}"


def own_id(source: str, text: str, *, alone: bool) -> str:
    """The id of an article that names none: that of its file, with a part of its hash if it shares it."""
    stem = stem_of(source)
    return stem if alone else f"{stem}-{sha256(text.encode(errors='replace')).hexdigest()[:HASH_LETTERS]}"


def address(given: str | None) -> str | None:
    """An address on the web; null for any other.

    >>> address(" https://news.example/1 "), address("/news/1")
    ('https://news.example/1', None)
    """
    found = ADDRESS.fullmatch((given or "").strip())
    return found[0] if found else None


def code_of(language: str | None) -> str | None:
    """The language of a tag of BCP 47 as a code of two letters; null if it has none.

    >>> code_of("en-GB"), code_of("fil"), code_of("")
    ('en', None, None)
    """
    found = LANGUAGE.fullmatch((language or "").strip())
    return found[1].lower() if found else None
