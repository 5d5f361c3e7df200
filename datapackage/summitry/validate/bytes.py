"""What a file promises before it is read as a table: size, hash, encoding and line ends."""

import codecs
import hashlib
from collections.abc import Callable, Iterator
from typing import Final

from summitry.settings import BYTES_AT_ONCE
from summitry.validate.bundle import Resource, misstated
from summitry.validate.findings import Finding, Place, counted

HASHES: Final = ("md5", "sha1", "sha256", "sha512")
"""The algorithms that a hash can name; a bare hash is MD5 (Data Package 2.0, “hash”)."""

WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a file in UTF-16 or UTF-32 begins."""


def keeps_its_size(resource: Resource, content: bytes) -> Iterator[Finding]:
    """The file is as long as the descriptor says."""
    stated = resource.descriptor.get("bytes")
    if stated is not None and stated != len(content):
        fault = f"is not the size of the file: it has {counted(len(content), 'byte')}"
        yield misstated(f"{resource.pointer}/bytes", stated, "bytes", fault, "get the file again, or rebuild")


def keeps_its_hash(resource: Resource, content: bytes) -> Iterator[Finding]:
    """The file has the hash that the descriptor says."""
    stated = resource.descriptor.get("hash")
    if stated is None:
        return
    algorithm, _, digest = str(stated).rpartition(":")
    algorithm = algorithm or "md5"
    if algorithm not in HASHES:
        fault = f"begins with none of {', '.join(HASHES)}"
    elif digest == hashlib.new(algorithm, content, usedforsecurity=False).hexdigest():
        return
    else:
        fault = "is not the hash of the file"
    yield misstated(f"{resource.pointer}/hash", stated, "hash", fault, "get the file again, or rebuild")


def holds_something(resource: Resource, content: bytes) -> Iterator[Finding]:
    """The file is not empty."""
    if is_blank(content):
        yield in_file(resource, None, "empty-file", "holds nothing", "put the table back, or rebuild")


def is_blank(content: bytes) -> bool:
    """Whether there is nothing but white space.

    >>> is_blank(b""), is_blank(b"  "), is_blank(b"a")
    (True, True, False)
    """
    return not content or content.isspace()


def is_utf8(resource: Resource, content: bytes) -> Iterator[Finding]:
    """The file is text in UTF-8."""
    if content.startswith(WIDE_MARKS):
        yield in_file(resource, 1, "encoding", "begins as UTF-16 does", "write the file in UTF-8")
    elif not decodes(content):
        places = tuple(undecodable(content))
        yield Finding(
            resource.name, None, "encoding", "is not UTF-8", "write the file in UTF-8", places=places
        )


def decodes(content: bytes) -> bool:
    """Whether bytes are UTF-8, read in pieces to save memory.

    >>> decodes("Reykjavík".encode()), decodes("Reykjavík".encode("latin-1"))
    (True, False)
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(content)
    try:
        for start in range(0, len(content), BYTES_AT_ONCE):
            decoder.decode(view[start : start + BYTES_AT_ONCE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def undecodable(content: bytes) -> Iterator[Place]:
    """The lines that are not UTF-8, each with its first wrong byte."""
    for number, line in enumerate(content.split(b"\n"), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            yield Place(number, None, f": byte 0x{line[error.start]:02X} at {error.start} in the line")


def has_no_mark(resource: Resource, content: bytes) -> Iterator[Finding]:
    """The file does not begin with a byte order mark."""
    if content.startswith(codecs.BOM_UTF8):
        yield in_file(resource, 1, "byte-order-mark", "begins with a byte order mark", "write it without")


def ends_lines_plainly(resource: Resource, content: bytes) -> Iterator[Finding]:
    """Lines end with LF alone."""
    if found := content.count(b"\r\n"):
        first = content.count(b"\n", 0, content.index(b"\r\n")) + 1
        fault = f"ends with CR LF, as {counted(found, 'line')} of the file"
        yield in_file(resource, first, "line-end", fault, "end lines with LF alone")


def in_file(resource: Resource, line: int | None, rule: str, fault: str, remedy: str) -> Finding:
    """A finding about a file as a whole, or about one line of it."""
    return Finding(resource.name, None, rule, fault, remedy, places=(Place(line),))


def readable(content: bytes) -> bytes | None:
    r"""The bytes without byte order mark and with plain line ends; none if there is no table to read.

    >>> readable(b"\xef\xbb\xbfa,b\r\n1,2\r\n")
    b'a,b\n1,2\n'
    """
    if is_blank(content) or content.startswith(WIDE_MARKS):
        return None
    plain = content.removeprefix(codecs.BOM_UTF8)
    return plain.replace(b"\r\n", b"\n") if b"\r\n" in plain else plain


Check = Callable[[Resource, bytes], Iterator[Finding]]

FILE_CHECKS: Final[tuple[Check, ...]] = (keeps_its_size, keeps_its_hash)
"""What every file must pass."""

TABLE_FILE_CHECKS: Final[tuple[Check, ...]] = (holds_something, is_utf8, has_no_mark, ends_lines_plainly)
"""What the file of a table must pass besides."""
