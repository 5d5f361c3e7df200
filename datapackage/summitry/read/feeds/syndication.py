"""RSS (2.0 and 1.0) and Atom with the full text of their articles."""

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Final

from summitry.read.bounds import MIN_FULL_WORDS
from summitry.read.byline import names_joined
from summitry.read.feeds.looked import LANG, attribute, child, children, text_at
from summitry.read.markup import local, paragraphs_below, paragraphs_of_html, paragraphs_of_text
from summitry.read.moments import day_in
from summitry.read.told import Told
from summitry.read.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXPECTED: Final = "the full text of an article"
CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}encoded"
# “They met in […]”, “They met in...”, “Continue reading”
CUT: Final = re.compile(
    r".*(?:\[(?:…|\.{3})\]|…|\.{3}|(?:read|continue) (?:more|reading)\W*)", re.IGNORECASE | re.DOTALL
)
# “ann@news.example (Ann Lee)”
MAILED: Final = re.compile(r"\S+@\S+ \((?P<name>[^)]+)\)")


def told_by_rss(item: "Element", channel: "Element | None") -> Told:
    """What an item of RSS tells; its feed tells the language."""
    content = item.find(CONTENT)
    full = content is not None and bool((content.text or "").strip())
    markup = (content.text or "") if content is not None and full else raw_text(child(item, "description"))
    return Told(
        full_text(paragraphs_of_html(markup), full=full),
        first_day(item, "pubdate", "date", "issued"),
        id=text_at(item, "guid") or text_at(item, "link"),
        title=unescape(text_at(item, "title") or ""),
        byline=names_joined(plain_name(text) for text in texts_at(item, "creator", "author")),
        url=text_at(item, "link") or permalink(item),
        language=text_at(item, "language") or text_at(channel, "language"),
    )


def told_by_atom(entry: "Element", feed: "Element | None") -> Told:
    """What an entry of Atom tells; its feed tells the language, and the author if the entry does not."""
    content = child(entry, "content")
    if content is not None and content.get("src"):
        raise Unfit(None, "an entry whose text is elsewhere", EXPECTED)
    full = content is not None
    body = content if content is not None else child(entry, "summary")
    paragraphs = paragraphs_in(body) if body is not None else ()
    people = [text_at(each, "name") or "" for each in children(entry, "author")]
    return Told(
        full_text(paragraphs, full=full),
        first_day(entry, "published", "issued", "created", "updated"),
        id=text_at(entry, "id"),
        title=title_of(entry),
        byline=names_joined(people or [text_at(feed, "author", "name") or ""]),
        url=next(
            (
                link.get("href")
                for link in children(entry, "link")
                if link.get("rel", "alternate") == "alternate"
            ),
            None,
        ),
        language=entry.get(LANG) or (feed.get(LANG) if feed is not None else None),
    )


def title_of(entry: "Element") -> str | None:
    """The title of an entry; one of the type `html` is markup that was escaped (RFC 4287, 3.1.1.2)."""
    title = text_at(entry, "title")
    if title and attribute(entry, "type", "title") == "html":
        return " ".join(paragraphs_of_html(title))
    return title


def paragraphs_in(body: "Element") -> tuple[str, ...]:
    """The paragraphs of a text of Atom, by its type."""
    kind = body.get("type", "text").lower()
    if "xhtml" in kind or kind.endswith("xml"):
        return tuple(paragraphs_below(body))
    text = "".join(body.itertext())
    return paragraphs_of_html(text) if "html" in kind else paragraphs_of_text(text)


def full_text(paragraphs: tuple[str, ...], *, full: bool) -> tuple[str, ...]:
    """The paragraphs, if they are an article and no teaser for one.

    A feed says which of its texts is full; its summaries are believed to be so only if they are long.
    """
    count = sum(len(each.split()) for each in paragraphs)
    if not count:
        raise Unfit(None, "an item without text", EXPECTED)
    if CUT.fullmatch(paragraphs[-1]) or (not full and count < MIN_FULL_WORDS):
        raise Unfit(None, f"a teaser of {count} words", EXPECTED)
    if full and len(paragraphs) == 1 and len(re.findall(r"[.!?][”\"’)]*(?=\s|$)", paragraphs[0])) < 2:  # noqa: PLR2004
        raise Unfit(None, f"a teaser of one sentence, {count} words", EXPECTED)
    return paragraphs


def first_day(item: "Element", *names: str) -> date | None:
    """The day that the first of the named elements tells."""
    values = (text_at(item, name) for name in names)
    return next((day for value in values if value and (day := day_in(value))), None)


def raw_text(element: "Element | None") -> str:
    """The text of an element as written, line ends included."""
    return "".join(element.itertext()) if element is not None else ""


def texts_at(item: "Element", *names: str) -> list[str]:
    """The texts of all children of the first name that has some."""
    for name in names:
        if found := [" ".join(raw_text(each).split()) for each in item if local(each.tag) == name]:
            return found
    return []


def plain_name(text: str) -> str:
    """The name of an author of RSS, who is known by an address of mail."""
    found = MAILED.fullmatch(text)
    return found["name"] if found else "" if "@" in text else text


def permalink(item: "Element") -> str | None:
    """The address that an item is known by, if it is one."""
    return (
        None if (attribute(item, "isPermaLink", "guid") or "").lower() == "false" else text_at(item, "guid")
    )
