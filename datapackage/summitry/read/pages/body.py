"""The paragraphs of a page: what trafilatura takes for its text, without the lines that are none."""

import logging
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from summitry.read.bounds import MAX_LINE_BESIDE_WORDS, MIN_EXTRACTED_CHARS
from summitry.read.byline import is_byline
from summitry.read.known import words

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

BREAK: Final = "\n"
# “Photo: Ann Lee/AFP”, “(Photograph by Ann Lee)”
CREDIT: Final = re.compile(
    r"\W*(?:photo|picture|image|graphic|video)(?:graph)?s?(?: credit)?(?::| by ).*", re.IGNORECASE
)


def paragraphs_in(tree: "HtmlElement", title: str | None) -> tuple[str, ...]:
    """The paragraphs of the article on a page, in reading order."""
    quiet()
    blocks = extracted(tree)
    if len(blocks) == 1:
        # of what is short the library makes one heap; told that it is enough, it keeps blocks apart
        blocks = max(blocks, extracted(tree, MIN_EXTRACTED_CHARS), key=len)
    lines = (line for block in blocks for line in lines_in(block))
    return tuple(line for line in lines if not is_beside_text(line, title))


def extracted(tree: "HtmlElement", enough: int | None = None) -> Sequence["_Element"]:
    """The blocks that trafilatura takes for text; `enough` is how many characters are an article."""
    from trafilatura import bare_extraction  # noqa: PLC0415  # slow
    from trafilatura.settings import Extractor  # noqa: PLC0415  # slow

    options = Extractor(fast=True, comments=False, tables=False)
    options.min_extracted_size = options.min_extracted_size if enough is None else enough
    body = getattr(bare_extraction(tree, options=options), "body", None)
    return () if body is None else tuple(body)


@cache
def quiet() -> None:
    """Keep the library from writing to the terminal: what it could not read we tell ourselves."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def lines_in(block: "_Element") -> Iterator[str]:
    """Yield the paragraphs of a block: items, paragraphs of a quotation, what a line end parts."""
    parts = [each for each in block if each.tag in {"item", "p", "list", "quote"}]
    if parts and not (block.text or "").strip():
        for part in parts:
            yield from lines_in(part)
        return
    for line in "".join(pieces_of(block)).split(BREAK):
        if text := " ".join(line.split()):
            yield text


def pieces_of(block: "_Element") -> Iterator[str]:
    """Yield the text of a block, with a line end where the page ends a line."""
    yield block.text or ""
    for child in block:
        yield BREAK if child.tag in {"lb", "item", "p"} else ""
        yield from pieces_of(child)
        yield child.tail or ""


def is_beside_text(line: str, title: str | None) -> bool:
    """Whether a line is no text of the article: its headline again, a byline, a caption, an invitation.

    >>> is_beside_text("Sign up for our newsletter", None), is_beside_text("Related talks failed.", None)
    (True, False)
    """
    if len(line.split()) > MAX_LINE_BESIDE_WORDS:
        return False
    again = line.casefold() == (title or "").casefold()
    return again or is_byline(line) or bool(CREDIT.fullmatch(line) or invitations().match(line))


@cache
def invitations() -> re.Pattern[str]:
    """How lines begin that invite to something else: one word with a colon or alone, or several words."""
    listed = sorted(words("invitations"), key=lambda word: (-len(word), word))
    alone = "|".join(re.escape(each) for each in listed if " " not in each)
    more = "|".join(re.escape(each) for each in listed if " " in each)
    return re.compile(rf"\W*(?:(?:{alone})(?:\W*$|: ?|\s*\|)|(?:{more})(?!\w))", re.IGNORECASE)
