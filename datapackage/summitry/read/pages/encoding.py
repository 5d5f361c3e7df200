"""Bytes of a page to text, by the encoding that the page is declared to have; never by a guess.

The order is that of the HTML standard: byte order mark, the header that the page came with, the page itself
(`<meta charset>`, `<meta http-equiv>`, the declaration of XML). Without any it is UTF-8 or refused. Labels
mean what the Encoding Standard says: `iso-8859-1` is Windows-1252.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from summitry.read.bounds import DECLARATION_BYTES
from summitry.read.decode import decoded
from summitry.read.known import WORDS
from summitry.read.unfit import Unfit, shown

MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
CHARSET: Final = rb"charset\s*=\s*[\"']?\s*(?P<label>[^\s\"'>/;]{1,40})"
# <meta charset="utf-8">, <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
META: Final = re.compile(rb"<meta\s[^>]{0,400}?" + CHARSET, re.IGNORECASE)
# <?xml version="1.0" encoding="utf-8"?>
XML: Final = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"'](?P<label>[^\"']{1,40})[\"']")
COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
TWO_BYTES: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
EXPECTED: Final = "text in the encoding that it declares"


@cache
def codecs() -> Mapping[str, str]:
    """The codec of each label.

    >>> codecs()["iso-8859-1"]
    'cp1252'
    """
    with (WORDS / "encodings.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["label"]: row["codec"] for row in rows}


def page_text(raw: bytes, label: str | None = None) -> str:
    """The text of a page; `label` is the encoding that the header names with which the page came.

    >>> page_text(b'<meta charset="latin1">Zo' + bytes([0xEB]))
    '<meta charset="latin1">Zoë'
    """
    for mark, codec in MARKS:
        if raw.startswith(mark):
            return read_as(raw[len(mark) :], codec, codec.upper())
    if label := label or declared(raw):
        return read_as(raw, codec_of(label), label)
    return decoded(raw)


def declared(raw: bytes) -> str | None:
    """The encoding that a page declares for itself, in its first bytes."""
    head = raw[:DECLARATION_BYTES]
    found = XML.match(head) or META.search(COMMENT.sub(b"", head))
    label = found["label"].decode("ascii", "replace") if found else None
    if label and codecs().get(label.lower(), "").startswith("utf-16"):
        return "utf-8"  # as in the HTML standard: what could be read as ASCII is not UTF-16
    return label


def codec_of(label: str) -> str:
    """The codec of a label."""
    if codec := codecs().get(label.strip().lower()):
        return codec
    raise Unfit(None, f"the encoding “{shown(label)}”", "one that the Encoding Standard lists")


def read_as(raw: bytes, codec: str, label: str) -> str:
    """The text of some bytes in an encoding; bytes that are UTF-8 after all are refused."""
    if codec == "utf-8":
        return decoded(raw)
    if not codec.startswith("utf") and TWO_BYTES.search(raw) and is_utf8(raw):
        raise Unfit(None, f"UTF-8 that is declared as {shown(label)}", EXPECTED)
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as error:
        found = f"0x{raw[error.start]:02X}, which is nothing in {shown(label)}"
        raise Unfit(f"byte {error.start}", found, EXPECTED) from error
    if (at := text.find("\0")) >= 0:
        raise Unfit(f"character {at + 1}", "a NUL, as binary files hold", EXPECTED)
    return text


def is_utf8(raw: bytes) -> bool:
    """Whether the bytes can be read as UTF-8."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
