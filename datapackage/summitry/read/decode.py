"""Bytes to text: UTF-8 or nothing, and a guess at what the bytes may be instead."""

import csv
import re
from functools import cache
from pathlib import Path
from typing import Final

from summitry.read.unfit import Unfit

MAGIC: Final = Path(__file__).with_name("words") / "magic.csv"
EXPECTED: Final = "text in UTF-8"
SIGNATURE: Final = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8: it says how to read and is no text."""

WIDE_LITTLE: Final = re.compile(rb"(?:[\x01-\x7f]\x00){4}")
WIDE_BIG: Final = re.compile(rb"(?:\x00[\x01-\x7f]){4}")
UNDEFINED_IN_WINDOWS: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
MARKS_OF_WINDOWS: Final = re.compile(rb"[\x80-\x9f]")


def decoded(raw: bytes) -> str:
    """The text of some bytes, if they are UTF-8 without a NUL.

    >>> decoded(bytes.fromhex("5a6fc3ab"))
    'Zoë'
    """
    if (at := raw.find(b"\0")) >= 0:
        raise Unfit(f"byte {at}", "a NUL byte, as binary files hold", EXPECTED)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unfit(
            f"byte {error.start}", f"0x{raw[error.start]:02X}, {looks(raw, error)}", EXPECTED
        ) from error


def refuse_other_formats(raw: bytes) -> None:
    """Stop at the first bytes of another kind of file, or at text in 16 bits."""
    for start, name in signatures():
        if raw.startswith(start):
            raise Unfit("byte 0", name, EXPECTED)
    for pattern, name in ((WIDE_LITTLE, "little-endian"), (WIDE_BIG, "big-endian")):
        if pattern.match(raw):
            raise Unfit("byte 0", f"a zero byte beside each letter, as in UTF-16 ({name})", EXPECTED)


@cache
def signatures() -> tuple[tuple[bytes, str], ...]:
    """The bytes that other kinds of files begin with, longest first, and what they show."""
    with MAGIC.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        found = [(bytes.fromhex(row["hex"]), row["kind"]) for row in rows]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def looks(raw: bytes, error: UnicodeDecodeError) -> str:
    """What the bytes may be, seen from the first that is not UTF-8."""
    before, after = raw[: error.start], raw[error.start + 1 :]
    if error.reason == "unexpected end of data" and not (before.isascii() and after.isascii()):
        return "the start of a character that is cut off at the end"
    if not (before.isascii() and after[:1].isascii()) or UNDEFINED_IN_WINDOWS.search(raw):
        return "not UTF-8"
    if MARKS_OF_WINDOWS.search(raw):
        return "not UTF-8 (it looks like Windows-1252)"
    return "not UTF-8 (it looks like Latin-1 or Windows-1252)"
