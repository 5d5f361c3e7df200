"""NewsML 1 of the IPTC (1.0 to 1.2): items of news, as agencies sent them before G2."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from summitry.read.feeds.looked import LANG, attribute, child, children, text_at
from summitry.read.feeds.nitf import told_by_nitf
from summitry.read.markup import local, paragraphs_below, paragraphs_of_html
from summitry.read.moments import day_in
from summitry.read.told import Told
from summitry.read.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXPECTED: Final = "an item of news with its text inside"
WITHDRAWN: Final = frozenset({"canceled", "cancelled", "withheld", "embargoed"})


def told_by_news(item: "Element") -> Told:
    """What an item of NewsML 1 tells."""
    status = (attribute(item, "FormalName", "newsmanagement", "status") or "").lower()
    if status in WITHDRAWN:
        raise Unfit(None, f"an item whose status is “{status}”", EXPECTED)
    components = [each for each in item.iter() if local(each.tag) == "newscomponent"]
    found = ((each, told) for each in components if (told := told_by_content(each)))
    component, inline = next(found, (None, None))
    if inline is None:
        raise Unfit(None, "no text inside the item", EXPECTED)
    # what a component does not tell, those around it do
    heads = [head for head in (component, *components) if head is not None]
    return Told(
        inline.paragraphs,
        day_of(item) or inline.day,
        id=text_at(item, "identification", "newsidentifier", "publicidentifier"),
        title=line_of(heads, "headline") or inline.title,
        byline=line_of(heads, "byline") or inline.byline,
        agency=inline.agency,
        dateline=line_of(heads, "dateline") or inline.dateline,
        language=language_of(heads) or item.get(LANG),
    )


def told_by_content(component: "Element") -> Told | None:
    """The text that a component holds itself: NITF, XHTML or plain text; none if it is a picture."""
    for content in children(component, "contentitem"):
        kind = (attribute(content, "FormalName", "mediatype") or "text").lower()
        data = child(content, "datacontent")
        if kind not in {"text", "complexdata"} or data is None or child(content, "encoding") is not None:
            continue
        if (told := told_by_data(data)).paragraphs:
            return told
    return None


def told_by_data(data: "Element") -> Told:
    """What a document of NITF tells, or a body of XHTML, or text as it is."""
    if (nitf := child(data, "nitf")) is not None:
        return told_by_nitf(nitf)
    body = child(data, "html", "body")
    if len(data):
        return Told(tuple(paragraphs_below(data if body is None else body)))
    return Told(paragraphs_of_html("".join(data.itertext())))


def day_of(item: "Element") -> date | None:
    """The day on which the first version was made, else this one."""
    management = child(item, "newsmanagement")
    told = (
        text_at(management, "firstcreated"),
        text_at(management, "thisrevisioncreated"),
        text_at(item, "identification", "newsidentifier", "dateid"),
    )
    return next((day for value in told if value and (day := day_in(value))), None)


def line_of(components: list["Element"], name: str) -> str | None:
    """The first of the lines of a name that stand above the text."""
    return next(filter(None, (text_at(each, "newslines", name) for each in components)), None)


def language_of(components: list["Element"]) -> str | None:
    """The language that the first of the components names."""
    return next(languages(components), None)


def languages(components: list["Element"]) -> Iterator[str]:
    """Yield the languages that components name."""
    for each in components:
        if told := attribute(each, "FormalName", "descriptivemetadata", "language"):
            yield told
