"""Articles of the Reuters corpora: XML of the first volume (RCV1), and the SGML of Reuters-21578.

A file of SGML is a row of records:

    <REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="5544" NEWID="1">
    <DATE>26-FEB-1987 15:01:01.79</DATE>
    <TEXT><TITLE>HERRING COUNTED</TITLE>
    <DATELINE>    OSLO, Feb 26 - </DATELINE><BODY>The ministers met.
        They agreed.
     Reuter
    &#3;</BODY></TEXT>
    </REUTERS>
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, BinaryIO, Final

from summitry.page import Dispatch
from summitry.read.collection import Record
from summitry.read.feeds.looked import LANG, text_at
from summitry.read.markup import paragraphs_below
from summitry.read.moments import day_in
from summitry.read.paragraphs import paragraphs_of
from summitry.read.told import Told, article_told
from summitry.read.unfit import Unfit, shown
from summitry.settings import MAX_ARTICLE_BYTES, PIECE_BYTES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXPECTED: Final = "a record of the Reuters corpus with title and body"
OPENED: Final = re.compile(rb"<REUTERS\b", re.IGNORECASE)
CLOSED: Final = b"</REUTERS>"
# the signs of the transmission, as references to characters: “&#3;”, “&#22;”
CONTROL: Final = re.compile(r"&#(?:[0-8]|1[124-9]|2\d|3[01]);|[\x00-\x08\x0b\x0c\x0e-\x1f]")
# what stands in a text without a body beside its paragraphs
PARTS: Final = re.compile(r"<(?P<name>TITLE|AUTHOR|DATELINE)>.*?</(?P=name)>", re.DOTALL)
# the agency, on the last line of a body, whatever the line before it ends with
SIGNED: Final = re.compile(r"\n *(?=R(?:euter|EUTER)[Ss]?\s*$)")


def told_by_newsitem(item: "Element") -> Told:
    """What a document of the first Reuters volume tells."""
    text = next((each for each in item if each.tag == "text"), None)
    if text is None:
        raise Unfit(None, "a document without text", "a document of the Reuters corpus")
    number = item.get("itemid")
    return Told(
        tuple(paragraphs_below(text)),
        day_in(item.get("date", "")),
        id=f"reuters-{number}" if number else None,
        title=text_at(item, "headline") or text_at(item, "title"),
        byline=text_at(item, "byline"),
        agency="Reuters",
        dateline=re.sub(r" \d{4}-\d\d-\d\d$", "", text_at(item, "dateline") or "") or None,
        language=item.get(LANG),
    )


def sgml_records(file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
    """Yield the records of a file of Reuters-21578."""
    for number, raw in enumerate(raw_records(file), 1):
        try:
            if raw is None:
                raise Unfit(None, f"more than {MAX_ARTICLE_BYTES:,} bytes without an end", EXPECTED)  # noqa: TRY301
            yield Record(f"record {number}", record_of(raw, source, for_tables=for_tables))
        except Unfit as unfit:
            yield Record(f"record {number}", unfit)


def raw_records(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield the bytes of each record; null for one without an end, after which none is looked for."""
    raw = b""
    while piece := file.read(PIECE_BYTES):
        *done, raw = re.split(b"(?<=" + CLOSED + b")", raw + piece)
        for each in done:
            if found := OPENED.search(each):
                yield each[found.start() :]
        if len(raw) > MAX_ARTICLE_BYTES:
            yield None
            return
    if OPENED.search(raw):
        yield raw


def record_of(raw: bytes, source: str, *, for_tables: bool) -> Dispatch:
    """The article of a record."""
    text = characters(raw)
    body = SIGNED.sub("\n\n", body_of(text))
    number = attribute(text, "NEWID", "REUTERS")
    told = Told(
        tuple(body[first:last] for first, last in paragraphs_of(body)),
        day_in(element(text, "DATE") or ""),
        id=f"reuters-{number}" if number else None,
        title=line(element(text, "TITLE")),
        byline=line(element(text, "AUTHOR")),
        agency="Reuters",
        dateline=line(element(text, "DATELINE")),
    )
    return article_told(told, source, None, for_tables=for_tables)


def characters(raw: bytes) -> str:
    """The text of a record; the collection names no encoding, and is older than UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def body_of(text: str) -> str:
    """The body of a record; of one that was not taken apart (`TYPE="UNPROC"`), its text.

    One that the collection calls a note (`TYPE="BRIEF"`) has all its words in the headline, and is refused.
    """
    if (body := element(text, "BODY")) is not None:
        return body
    kind = attribute(text, "TYPE", "TEXT") or "NORM"
    opened = re.search(r"<TEXT\b[^>]*>(?P<text>.*)</TEXT>", text, re.DOTALL)
    if opened and kind != "BRIEF":
        body = unescape(CONTROL.sub("", PARTS.sub("", opened["text"])))
        if len(list(paragraphs_of(body))) > 1 or element(text, "TITLE"):
            return body
    raise Unfit(None, f"a record without a body (of the type {shown(kind)})", EXPECTED)


def element(text: str, name: str) -> str | None:
    """What an element of a record holds, references resolved; null if the record has none."""
    start, end = text.find(f"<{name}>"), text.rfind(f"</{name}>")
    return unescape(CONTROL.sub("", text[start + len(name) + 2 : end])) if 0 <= start < end else None


def attribute(text: str, name: str, tag: str) -> str | None:
    """An attribute of an element of a record; null if it has none."""
    start = text.find(f"<{tag} ")
    found = re.search(rf' {name}="([^"<>]*)"', text[start : text.find(">", start)]) if start >= 0 else None
    return found[1].strip() or None if found else None


def line(text: str | None) -> str | None:
    """A text on one line; null if nothing is left."""
    return " ".join((text or "").split()) or None
