"""The paragraphs of marked-up text that is an article and nothing else: a body of HTML, XHTML or NITF."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from summitry.read.known import words
from summitry.read.pages.body import is_beside_text
from summitry.read.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BREAK: Final = "\v"
"""Stands for `<br>` while the lines of a block are put together: no XML and no HTML can hold it."""
BREAKS: Final = re.compile(rf"{BREAK}\s*{BREAK}[\s{BREAK}]*")
BLANK_LINES: Final = re.compile(r"\n\s*\n|\u2029")
TAG: Final = re.compile(r"<[a-zA-Z/!]")
# “The post Herring counted appeared first on Fjord Post.”
FROM_BLOG: Final = re.compile(r"The post .{1,300} (?:appeared first on|first appeared on) .{1,100}")


def local(tag: object) -> str:
    """The name of an element without its namespace, in small letters; nothing for a comment.

    >>> local("{http://www.w3.org/2005/Atom}entry")
    'entry'
    """
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def paragraphs_of_text(text: str) -> tuple[str, ...]:
    """The paragraphs of text without markup, parted by blank lines."""
    return tuple(line for each in BLANK_LINES.split(text) if (line := " ".join(each.split())))


def paragraphs_of_html(markup: str) -> tuple[str, ...]:
    """The paragraphs of a body of HTML, or of plain text in its place.

    >>> paragraphs_of_html("<p>They met.<p>They <b>agreed</b>.")
    ('They met.', 'They agreed.')
    """
    from lxml.etree import LxmlError  # noqa: PLC0415  # slow
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415  # slow

    if not TAG.search(markup) and "&" not in markup:
        return paragraphs_of_text(markup)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(f"<div>{markup}</div>".encode(errors="replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise Unfit(None, "no elements of HTML", "a body of HTML") from error
    return tuple(paragraphs_below(tree))


def paragraphs_below(element: "Element") -> Iterator[str]:
    """Yield the paragraphs of an element, without lines that only invite to something else."""
    for block in blocks_of(element):
        for part in BREAKS.split(block):
            line = " ".join(part.replace(BREAK, " ").split())
            if line and not is_beside_text(line, None) and not FROM_BLOG.fullmatch(line):
                yield line


def blocks_of(element: "Element") -> Iterator[str]:
    """Yield the text of each block of an element, blocks within it apart."""
    pieces: list[str] = [element.text or ""]
    blocks, unread = words("blocks"), words("unread")
    waiting = [iter(element)]
    above: list[Element] = [element]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            done = above.pop()
            if not waiting:
                break
            if local(done.tag) in blocks:
                yield "".join(pieces)
                pieces = []
            pieces.append(done.tail or "")
        elif not isinstance(child.tag, str) or (name := local(child.tag)) in unread:
            pieces.append(child.tail or "")
        else:
            if name in blocks:
                yield "".join(pieces)
                pieces = []
            pieces.append(BREAK if name == "br" else "")
            pieces.append(child.text or "")
            waiting.append(iter(child))
            above.append(child)
    yield "".join(pieces)


def line_below(element: "Element | None") -> str | None:
    """All text of an element on one line; null if there is none.

    >>> from xml.etree.ElementTree import XML
    >>> line_below(XML("<byline>By <person>Ann Lee</person></byline>"))
    'By Ann Lee'
    """
    text = " ".join("".join(element.itertext()).split()) if element is not None else ""
    return text or None
