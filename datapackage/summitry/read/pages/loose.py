"""Text that stands in no paragraph of its own, as on old pages: between `<br><br>`, or behind a heading."""

from typing import TYPE_CHECKING, Final

from summitry.read.known import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS: Final = ("h1", "h2", "h3", "h4")


def wrap_loose_text(tree: "HtmlElement") -> None:
    """Put loose text into paragraphs: the extraction overlooks its beginning, or takes it for one."""
    parents = {each.getparent(): None for each in tree.iter("br", *HEADINGS) if is_beside_loose_text(each)}
    for parent in parents:
        if parent is not None and parent.tag != "p":
            wrap(parent)


def is_beside_loose_text(element: "HtmlElement") -> bool:
    """Whether a heading, or the second of two line ends, has text behind it."""
    if not (element.tail or "").strip():
        return False
    return element.tag != "br" or ends_paragraph(element.getprevious())


def ends_paragraph(element: "HtmlElement | None") -> bool:
    """Whether an element is a line end with nothing but another one behind it."""
    if element is None or element.tag != "br" or (element.tail or "").strip():
        return False
    following = element.getnext()
    return following is not None and following.tag == "br"


def wrap(parent: "HtmlElement") -> None:
    """Put the loose text of one element into paragraphs; what stands in blocks stays where it is."""
    paragraph = None
    if (parent.text or "").strip():
        paragraph = paragraph_at(parent, 0, parent.text)
        parent.text = None
    for child in list(parent):
        if child is paragraph:
            continue
        if is_block(child):
            paragraph = None
            if (child.tail or "").strip():
                paragraph = paragraph_at(parent, parent.index(child) + 1, child.tail)
                child.tail = None
        elif ends_paragraph(child):
            paragraph = None
        else:
            if paragraph is None:
                paragraph = paragraph_at(parent, parent.index(child), None)
            paragraph.append(child)


def paragraph_at(parent: "HtmlElement", place: int, text: str | None) -> "HtmlElement":
    """A new paragraph at a place in an element."""
    paragraph = parent.makeelement("p")
    paragraph.text = text
    parent.insert(place, paragraph)
    return paragraph


def is_block(element: "HtmlElement") -> bool:
    """Whether an element is no part of a line: a block, what holds one, or what holds no text."""
    blocks, unread = words("blocks"), words("unread")
    return any(each.tag in blocks or each.tag in unread for each in element.iter())
