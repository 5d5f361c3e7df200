"""Saved web pages: the article on a page, with what the page says of it."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, Final

from summitry.page import Dispatch
from summitry.read.bounds import LARGE_PAGE_BYTES, MAX_ATTRIBUTES, MAX_PAGE_BYTES, MAX_PAGE_ELEMENTS
from summitry.read.collection import Record
from summitry.read.decode import refuse_other_formats
from summitry.read.pages.body import paragraphs_in
from summitry.read.pages.encoding import MARKS, page_text
from summitry.read.pages.facts import facts_of
from summitry.read.pages.judged import EXPECTED, expect_article
from summitry.read.pages.loose import wrap_loose_text
from summitry.read.pages.saved import Saved, saved_page
from summitry.read.paragraphs import VISIBLE
from summitry.read.told import Told, article_told
from summitry.read.unfit import Unfit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

EMBEDDED: Final = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=%]+")
"""Pictures and fonts inside a page, which are most of it where there are some."""
# “&#3;”, “&#x1F;”: signs that HTML can hold, but not XML, in which text is put into new elements
CONTROL: Final = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])(?![0-9a-fA-F]));?"
)
BLANKED: Final = bytes(each if each > 31 or each in b"\t\n\r" else 32 for each in range(256))  # noqa: PLR2004  # the space
"""The bytes of such signs become spaces."""
NO_SIGNS: Final = ("\ufffe", "\uffff")
TAG: Final = re.compile("<[a-zA-Z]")
LONG_TAG: Final = re.compile(r"<[a-zA-Z](?>[^>\"']+|\"[^\"]*\"|'[^']*'|[\"'])*+")
QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
NAMES: Final = re.compile(r"[^\s=/]+")


def html_records(
    file: BinaryIO, source: str, *, for_tables: bool, charset: str | None = None, url: str | None = None
) -> Iterator[Record]:
    """Yield the article of a file of HTML; `charset` and `url` are what the answer of its server told."""
    raw = whole(file)
    yield Record(None, article_on(Saved(raw, charset, url), raw, source, for_tables=for_tables))


def mhtml_records(file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
    """Yield the article of a page that was saved as MHTML."""
    raw = whole(file)
    yield Record(None, article_on(saved_page(raw), raw, source, for_tables=for_tables))


def whole(file: BinaryIO) -> bytes:
    """The bytes of a page."""
    raw = file.read(MAX_PAGE_BYTES + 1)
    if len(raw) > MAX_PAGE_BYTES:
        raise Unfit(
            None, f"more than {MAX_PAGE_BYTES:,} bytes", f"a page of at most {MAX_PAGE_BYTES:,} bytes"
        )
    if not raw.startswith(tuple(mark for mark, _ in MARKS)):
        refuse_other_formats(raw)
    return raw


def article_on(saved: Saved, raw: bytes, source: str, *, for_tables: bool) -> Dispatch:
    """The article on a page; `raw` are the bytes that it is known by."""
    try:
        told = told_by(page_text(saved.raw, saved.charset), saved.url)
    finally:
        if len(raw) > LARGE_PAGE_BYTES:
            forget()
    return article_told(told, source, sha256(raw).hexdigest(), for_tables=for_tables)


def told_by(text: str, url: str | None) -> Told:
    """What a page tells."""
    tree = tree_of(text)
    facts = facts_of(tree, url)
    wrap_loose_text(tree)
    paragraphs = paragraphs_in(tree, facts.title)
    expect_article(tree, facts, paragraphs)
    return Told(
        paragraphs,
        facts.day,
        title=facts.title,
        byline=facts.byline,
        url=facts.url,
        language=facts.language,
    )


def tree_of(text: str) -> "HtmlElement":
    """The elements of a page."""
    from lxml.etree import LxmlError  # noqa: PLC0415  # slow
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415  # slow

    if not VISIBLE.search(text):
        raise Unfit(None, "nothing but white space", EXPECTED)
    text = CONTROL.sub(" ", EMBEDDED.sub("data:,", text))
    for sign in NO_SIGNS:
        text = text.replace(sign, " ")
    refuse_exploding(text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return document_fromstring(text.encode().translate(BLANKED), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise Unfit(None, "no elements of HTML", EXPECTED) from error


def refuse_exploding(text: str) -> None:
    """Stop at a page of so many elements, or attributes of one, that reading it would take hours."""
    if (count := len(TAG.findall(text))) > MAX_PAGE_ELEMENTS:
        raise Unfit(None, f"{count:,} elements", f"a page of at most {MAX_PAGE_ELEMENTS:,}")
    for tag in LONG_TAG.finditer(text):
        if len(tag[0]) > MAX_ATTRIBUTES and len(NAMES.findall(QUOTED.sub("=", tag[0]))) > MAX_ATTRIBUTES:
            raise Unfit(None, f"an element of more than {MAX_ATTRIBUTES:,} attributes", EXPECTED)


def forget() -> None:
    """Empty the caches of the library, which keep the last lines of pages, however long."""
    from trafilatura.meta import reset_caches  # noqa: PLC0415  # slow

    reset_caches()
