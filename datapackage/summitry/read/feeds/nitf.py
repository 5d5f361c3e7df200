"""NITF, the News Industry Text Format of the IPTC (3.x): one article a document."""

from typing import TYPE_CHECKING, Final

from summitry.read.feeds.looked import LANG, attribute, child, children, text_at
from summitry.read.markup import local, paragraphs_below
from summitry.read.moments import day_in
from summitry.read.told import Told
from summitry.read.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXPECTED: Final = "a document of NITF with text"
DAYS: Final = (("date.issue", "norm"), ("date.release", "norm"))
# not told to readers: `<docdata management-status="embargoed">`
WITHDRAWN: Final = frozenset({"canceled", "cancelled", "withheld", "embargoed", "advisory"})


def told_by_nitf(document: "Element") -> Told:
    """What a document of NITF tells."""
    data, body = child(document, "head", "docdata"), child(document, "body")
    status = attribute(data, "management-status") or ""
    if status.lower() in WITHDRAWN:
        raise Unfit(None, f"a document whose status is “{status.lower()}”", EXPECTED)
    head = child(body, "body.head")
    paragraphs = tuple(
        each
        for content in children(body, "body.content")
        for whole in full_text(content)
        for each in paragraphs_below(whole)
    )
    if not paragraphs:
        raise Unfit(None, "no text in body.content", EXPECTED)
    days = (day_in(value) for name, norm in DAYS if (value := attribute(data, norm, name)))
    published = (
        attribute(document, "date.publication", "head", "pubdata"),
        attribute(head, "norm", "dateline", "story.date"),
    )
    return Told(
        paragraphs,
        next((day for day in (*days, *(day_in(each) for each in published if each)) if day), None),
        id=attribute(data, "id-string", "doc-id"),
        title=text_at(head, "hedline", "hl1") or text_at(document, "head", "title"),
        byline=byline_of(head),
        url=attribute(document, "ex-ref", "head", "pubdata"),
        agency=text_at(head, "distributor", "org") or text_at(head, "distributor"),
        dateline=dateline_of(head),
        language=document.get(LANG) or attribute(document, "lang", "body"),
    )


def full_text(content: "Element") -> list["Element"]:
    """What holds the text: the blocks that say so, if others repeat its beginning; else all of it."""
    return [each for each in children(content, "block") if each.get("class") == "full_text"] or [content]


def byline_of(head: "Element | None") -> str | None:
    """The byline without the title of its author, which stands in an element of its own."""
    return text_without(child(head, "byline"), "byttl")


def dateline_of(head: "Element | None") -> str | None:
    """The dateline: the place alone where it has an element of its own, else also the day, as written."""
    dateline = child(head, "dateline")
    return text_at(dateline, "location") or text_without(dateline, "story.date")


def text_without(element: "Element | None", name: str) -> str | None:
    """The text of an element without that of one of its children, on one line."""
    if element is None:
        return None
    pieces = [element.text or ""]
    for each in element:
        pieces += [] if local(each.tag) == name else ["".join(each.itertext())]
        pieces.append(each.tail or "")
    return " ".join(" ".join(pieces).split()) or None
