"""What a file promises before it is read as a table: size, hash, encoding and line ends."""

import codecs
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summitry.bounds import BYTES_AT_ONCE
from summitry.validate.bundle import Resource, misstated
from summitry.validate.findings import Finding, Place, counted

HASHES: Final = ("md5", "sha1", "sha256", "sha512")
"""The algorithms that a hash can name; a bare hash is MD5 (Data Package 2.0, “hash”)."""

WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a file in UTF-16 or UTF-32 begins."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What one look at the bytes of a file tells."""

    path: Path
    size: int
    start: bytes
    """The first bytes, enough to know a mark of an encoding."""
    blank: bool
    """Whether there is nothing but white space."""
    returns: int
    """How many lines end with CR LF."""
    digests: dict[str, str]
    """The hash by its algorithm: SHA-256, and the one that the descriptor names."""

    @property
    def is_wide(self) -> bool:
        """Whether the file begins as UTF-16 does."""
        return self.start.startswith(WIDE_MARKS)

    @property
    def readable(self) -> bool:
        """Whether there is a table to read."""
        return not self.blank and not self.is_wide


def surveyed(resource: Resource, path: Path) -> Survey:
    """What the bytes of a file tell, read some at a time to stay small."""
    hashes = {name: hashlib.new(name, usedforsecurity=False) for name in {"sha256", algorithm_of(resource)}}
    size, returns, blank, start, last = 0, 0, True, b"", b""
    with path.open("rb") as file:
        while content := file.read(BYTES_AT_ONCE):
            for each in hashes.values():
                each.update(content)
            returns += returns_in(content, last)
            blank = blank and content.isspace()
            start, last = start or content[:4], content[-1:]
            size += len(content)
    digests = {name: each.hexdigest() for name, each in hashes.items()}
    return Survey(path, size, start, blank, returns, digests)


def algorithm_of(resource: Resource) -> str:
    """The algorithm of the hash that a resource states, SHA-256 if there is none that is known."""
    algorithm, _, _ = str(resource.descriptor.get("hash", "sha256:")).rpartition(":")
    return algorithm if algorithm in HASHES else "sha256" if algorithm else "md5"


def returns_in(content: bytes, last: bytes) -> int:
    r"""How many lines end with CR LF in bytes, if this is the byte before them.

    >>> returns_in(b"\na\r\nb", b"\r")
    2
    """
    # One byte is found faster than two, and most files have none.
    within = content.count(b"\r\n") if b"\r" in content else 0
    return within + (last == b"\r" and content.startswith(b"\n"))


def keeps_its_size(resource: Resource, survey: Survey) -> Iterator[Finding]:
    """The file is as long as the descriptor says."""
    stated = resource.descriptor.get("bytes")
    if stated is not None and stated != survey.size:
        fault = f"is not the size of the file: it has {counted(survey.size, 'byte')}"
        yield misstated(f"{resource.pointer}/bytes", stated, "bytes", fault, "get the file again, or rebuild")


def keeps_its_hash(resource: Resource, survey: Survey) -> Iterator[Finding]:
    """The file has the hash that the descriptor says."""
    stated = resource.descriptor.get("hash")
    if stated is None:
        return
    algorithm, _, digest = str(stated).rpartition(":")
    algorithm = algorithm or "md5"
    if algorithm not in HASHES:
        fault = f"begins with none of {', '.join(HASHES)}"
    elif digest.lower() == survey.digests[algorithm]:
        return
    else:
        fault = "is not the hash of the file"
    yield misstated(f"{resource.pointer}/hash", stated, "hash", fault, "get the file again, or rebuild")


def holds_something(resource: Resource, survey: Survey) -> Iterator[Finding]:
    """The file is not empty."""
    if survey.blank:
        yield in_file(resource, None, "empty-file", "holds nothing", "put the table back, or rebuild")


def begins_as_text(resource: Resource, survey: Survey) -> Iterator[Finding]:
    """The file does not begin as UTF-16 does; what is not UTF-8 further on is found as the lines are read."""
    if survey.is_wide:
        yield in_file(resource, 1, "encoding", "begins as UTF-16 does", "write the file in UTF-8")


def has_no_mark(resource: Resource, survey: Survey) -> Iterator[Finding]:
    """The file does not begin with a byte order mark."""
    if survey.start.startswith(codecs.BOM_UTF8):
        yield in_file(resource, 1, "byte-order-mark", "begins with a byte order mark", "write it without")


def ends_lines_plainly(resource: Resource, survey: Survey) -> Iterator[Finding]:
    """Lines end with LF alone."""
    if survey.returns:
        fault = f"ends with CR LF, as {counted(survey.returns, 'line')} of the file"
        first = first_return(survey.path)
        yield in_file(resource, first, "line-end", fault, "end lines with LF alone")


def first_return(path: Path) -> int | None:
    """The first line that ends with CR LF."""
    with path.open("rb") as file:
        return next((number for number, line in enumerate(file, 1) if line.endswith(b"\r\n")), None)


def in_file(resource: Resource, line: int | None, rule: str, fault: str, remedy: str) -> Finding:
    """A finding about a file as a whole, or about one line of it."""
    return Finding(resource.name, None, rule, fault, remedy, places=(Place(line),))


Check = Callable[[Resource, Survey], Iterator[Finding]]

FILE_CHECKS: Final[tuple[Check, ...]] = (keeps_its_size, keeps_its_hash)
"""What every file must pass."""

TABLE_FILE_CHECKS: Final[tuple[Check, ...]] = (
    holds_something,
    begins_as_text,
    has_no_mark,
    ends_lines_plainly,
)
"""What the file of a table must pass besides."""
