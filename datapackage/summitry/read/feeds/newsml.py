"""NewsML-G2 of the IPTC: items of news, alone or in a message, with their text inside."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from summitry.read.feeds.looked import LANG, attribute, child, children, text_at
from summitry.read.feeds.nitf import told_by_nitf
from summitry.read.markup import local, paragraphs_below, paragraphs_of_html, paragraphs_of_text
from summitry.read.moments import day_in
from summitry.read.told import Told
from summitry.read.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXPECTED: Final = "an item of news with its text inside"
NO_NEWS: Final = {
    "packageItem": "a package, which only points at items",
    "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts",
    "planningItem": "a plan of coverage",
    "catalogItem": "a catalogue",
}
WITHDRAWN: Final = frozenset({"canceled", "withheld"})


def told_by_item(item: "Element") -> Told:
    """What an item of NewsML-G2 tells."""
    name = str(item.tag).rpartition("}")[2]
    if name in NO_NEWS:
        raise Unfit(None, NO_NEWS[name], EXPECTED)
    management, content = child(item, "itemmeta"), child(item, "contentmeta")
    refuse_other_items(management)
    inline = told_by_content(item)
    guid, version = item.get("guid"), item.get("version", "1")
    return Told(
        inline.paragraphs,
        day_of(management, content) or inline.day,
        id=f"{guid}-v{version}" if guid and version != "1" else guid,
        title=text_at(content, "headline") or text_at(management, "title") or inline.title,
        byline=text_at(content, "by") or inline.byline,
        url=next(addresses(management), None),
        agency=text_at(content, "creditline") or inline.agency,
        dateline=text_at(content, "dateline") or inline.dateline,
        language=attribute(content, "tag", "language") or item.get(LANG) or inline.language,
    )


def refuse_other_items(management: "Element | None") -> None:
    """Stop at an item that is no text, or that must not be used."""
    kind = attribute(management, "qcode", "itemclass") or "ninat:text"
    if (what := kind.rpartition(":")[2].lower()) not in {"text", "composite"}:
        raise Unfit(None, f"an item of the class “{what}”", EXPECTED)
    status = (attribute(management, "qcode", "pubstatus") or "").rpartition(":")[2].lower()
    if status in WITHDRAWN:
        raise Unfit(None, f"an item whose status is “{status}”", EXPECTED)


def day_of(management: "Element | None", content: "Element | None") -> date | None:
    """The day on which the first version was made, else this one."""
    told = (
        text_at(management, "firstcreated"),
        text_at(management, "versioncreated"),
        text_at(content, "contentcreated"),
    )
    return next((day for value in told if value and (day := day_in(value))), None)


def addresses(management: "Element | None") -> Iterator[str]:
    """Yield the addresses at which readers find the item."""
    for link in children(management, "link"):
        if (href := link.get("href")) and "html" in link.get("contenttype", "html"):
            yield href


def told_by_content(item: "Element") -> Told:
    """The text of an item: XHTML, NITF or plain text inside it."""
    for content in children(item, "contentset"):
        for each in content:
            if (name := local(each.tag)) == "inlinexml":
                told = told_by_markup(each)
            elif name == "inlinedata":
                told = told_by_data(each)
            else:
                continue
            if told.paragraphs:
                return told
    raise Unfit(None, "no text inside the item", EXPECTED)


def told_by_markup(inline: "Element") -> Told:
    """What a body of XHTML, or a document of NITF, tells."""
    nitf = child(inline, "nitf")
    if nitf is not None:
        return told_by_nitf(nitf)
    root = child(inline, "html")
    body = child(root, "body")
    return Told(tuple(paragraphs_below(body if body is not None else inline)))


def told_by_data(inline: "Element") -> Told:
    """What text tells that is written as it is; pictures and the like in base 64 are none."""
    text, kind = "".join(inline.itertext()), inline.get("contenttype", "text/plain")
    if inline.get("encoding") or not kind.startswith("text/"):
        return Told(())
    return Told(paragraphs_of_html(text) if "html" in kind else paragraphs_of_text(text))
