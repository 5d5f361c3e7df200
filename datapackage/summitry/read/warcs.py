"""The pages in a web archive (WARC, ISO 28500): HTTP responses of text, record by record.

The library warcio reads a record; where it begins and ends is found here, so that no record and no head
of one can fill the memory.
"""

import logging
import re
from collections.abc import Iterator
from datetime import date
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from summitry.read.bounds import MAX_HEADER_BYTES
from summitry.read.days import day_in
from summitry.read.packed import WHOLE
from summitry.read.tally import Tally
from summitry.read.unfit import Unfit, shown
from summitry.settings import MAX_ARTICLE_BYTES, PIECE_BYTES

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PAGES: Final = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
"""What is read of what servers send, and as which kind of file."""
QUIET: Final = logging.NullHandler()
"""What the library warns of goes where the caller of ours wants it, and not to the terminal."""
CHARSET: Final = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)
FOUND: Final = "200"
PASSED: Final = "records of web archives that are no pages"
MARK: Final = b"WARC/"
LENGTH: Final = b"content-length:"
LENGTH_FIGURES: Final = 15
WANTED: Final = f"at most {MAX_ARTICLE_BYTES:,} bytes"


class Page(NamedTuple):
    """One page as a server sent it: where it stands, and its bytes or why there are none."""

    place: str
    body: bytes | Unfit
    suffix: str = ".html"
    address: str | None = None
    fetched: date | None = None
    charset: str | None = None
    """The encoding that the server told."""


class Framed(NamedTuple):
    """One record: its bytes, as far as an article can go, and how many its block has."""

    place: str
    raw: bytes
    length: int


def warc_pages(file: BufferedReader, tally: Tally) -> Iterator[Page]:
    """Yield the pages of a web archive; what else it holds is counted."""
    for framed in framed_records(file):
        page = page_of(framed)
        if page is None:
            tally.passed[PASSED] += 1
        else:
            yield page


def framed_records(file: BufferedReader) -> Iterator[Framed]:
    """Yield the records of a web archive one by one."""
    number = 0
    while line := next_line(file):
        number += 1
        place = f"record {number}"
        if not line.startswith(MARK):
            found = shown(line[:PIECE_BYTES].decode("utf-8", "replace").strip())
            raise Unfit(place, f"“{found}”", "a record of a web archive (WARC/1.0 or WARC/1.1)")
        head = line + rest_of_head(file, place, MAX_HEADER_BYTES - len(line))
        length = length_in(head, place)
        kept = min(length, MAX_ARTICLE_BYTES + MAX_HEADER_BYTES)
        block = file.read(kept)
        left = length - len(block)
        while left and (piece := file.read(min(left, PIECE_BYTES))):
            left -= len(piece)
        if left:
            raise Unfit(place, "an archive that ends too early", WHOLE)
        yield Framed(place, head + block, length)


def next_line(file: BufferedReader) -> bytes:
    """The next line that is not blank."""
    while line := file.readline(MAX_HEADER_BYTES):
        if line.strip():
            return line
    return b""


def rest_of_head(file: BufferedReader, place: str, most: int) -> bytes:
    """The lines up to the blank one that ends the head of a record, and that one."""
    lines = bytearray()
    while line := file.readline(most + 1):
        lines += line
        if len(lines) > most:
            raise Unfit(place, "a head without end", f"one of at most {MAX_HEADER_BYTES:,} bytes")
        if not line.strip():
            return bytes(lines)
    raise Unfit(place, "an archive that ends too early", WHOLE)


def length_in(head: bytes, place: str) -> int:
    """How many bytes a record has, as its head says."""
    for line in head.splitlines():
        if line.lower().startswith(LENGTH):
            value = line[len(LENGTH) :].strip()
            if value.isdigit() and len(value) <= LENGTH_FIGURES:
                return int(value)
    raise Unfit(place, "a head without the length of the record", "a record of a web archive")


def page_of(framed: Framed) -> Page | None:
    """The page of a record; none if it is another kind of record, a refusal of the server, or no text."""
    try:
        record = loaded(framed)
        if record is None:
            return None
        http, head = record.http_headers, record.rec_headers
        told = str(http.get_header("Content-Type", ""))
        suffix = PAGES.get(told.partition(";")[0].strip().lower())
        if http.get_statuscode() != FOUND or not suffix:
            return None
        address = str(head.get_header("WARC-Target-URI", "")).strip("<> ")
        body = body_of(record, framed)
    except Unfit as unfit:
        return Page(framed.place, unfit)
    found = CHARSET.search(told)
    fetched = fetched_on(head.get_header("WARC-Date"))
    return Page(framed.place, body, suffix, address or None, fetched, found[1] if found else None)


def loaded(framed: Framed) -> "ArcWarcRecord | None":
    """The record as warcio reads it, if it is an answer of a server."""
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415  # only for a web archive

    logging.getLogger("warcio").addHandler(QUIET)
    try:
        record = ArcWarcRecordLoader().parse_record_stream(BytesIO(framed.raw), known_format="warc")
    except Exception as error:  # whatever a library says of strange bytes
        raise Unfit(None, "no record that can be read", "a record of a web archive") from error
    return record if record.rec_type == "response" and record.http_headers else None


def body_of(record: "ArcWarcRecord", framed: Framed) -> bytes:
    """The page itself, without what it was sent in."""
    if record.rec_headers.get_header("WARC-Truncated"):
        raise Unfit(None, "a page that was cut off when it was archived", "a whole page")
    if framed.length > MAX_ARTICLE_BYTES + MAX_HEADER_BYTES:
        raise Unfit(None, f"{framed.length:,} bytes", WANTED)
    encoding = str(record.http_headers.get_header("Content-Encoding", "identity")).strip().lower()
    if encoding not in {"identity", "gzip", "deflate", ""}:
        raise Unfit(None, f"a page encoded as “{shown(encoding)}”", "one that is gzipped, deflated or plain")
    try:
        body = read_out(record.content_stream())
    except Exception as error:  # whatever a library says of strange bytes
        raise Unfit(None, "a page that cannot be unpacked", "a whole page") from error
    if len(body) > MAX_ARTICLE_BYTES:
        raise Unfit(None, f"more than {MAX_ARTICLE_BYTES:,} bytes", WANTED)
    return body


def read_out(stream: Any) -> bytes:  # noqa: ANN401  # a stream of warcio's own
    """The bytes of a stream, a few more than an article may have at most."""
    body = bytearray()
    while len(body) <= MAX_ARTICLE_BYTES and (piece := stream.read(PIECE_BYTES)):
        body += piece
    return bytes(body)


def fetched_on(value: str | None) -> date | None:
    """The day on which a page was fetched, if it is told."""
    try:
        return day_in(value or "")
    except Unfit:
        return None
