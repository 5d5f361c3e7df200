"""The files in a tar, as they come: it can only be read from its front to its end."""

import re
import tarfile
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import Final, NamedTuple

from summitry.read.bounds import MAX_HEADER_BYTES
from summitry.read.packed import WHOLE, Member
from summitry.read.unfit import Unfit
from summitry.settings import PIECE_BYTES

BLOCK: Final = tarfile.BLOCKSIZE
FILES: Final = frozenset({tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE})
EXTENDED: Final = frozenset({tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE})
PASSED: Final = frozenset({tarfile.XGLTYPE, tarfile.GNUTYPE_LONGLINK})
# a record of an extended header: “30 path=inner/a long name.txt\n” (POSIX.1-2017, pax, 4.18)
RECORD: Final = re.compile(rb"(?P<length>\d{1,8}) (?P<key>[^=\n]+)=")
SIZE: Final = re.compile(r"\d{1,18}", re.ASCII)


class Extended(NamedTuple):
    """What a header before that of a file says of it."""

    path: str | None = None
    size: int | None = None
    sparse: bool = False


class Stretch(RawIOBase):
    """The next bytes of a stream, so many of them."""

    def __init__(self, file: BufferedReader, size: int) -> None:
        super().__init__()
        self._file, self.left = file, size

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]  # the buffers of BufferedReader
        """Some of them."""
        piece = self._file.read(min(len(buffer), self.left))
        if not piece and self.left and len(buffer):
            raise Unfit(None, "an archive that ends too early", WHOLE)
        self.left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)


def tar_members(file: BufferedReader) -> Iterator[Member]:
    """Yield the files in a tar, in the order in which they were put there."""
    told, number = Extended(), 0
    while head := head_of(file, number):
        number += 1
        size = head.size if told.size is None else told.size
        if size < 0:
            raise Unfit(f"member {number}", "a size below zero", WHOLE)
        if head.type in EXTENDED:
            told = extended(short(file, size, number), told)
        elif head.type == tarfile.GNUTYPE_LONGNAME:
            told = told._replace(path=text(short(file, size, number).partition(b"\0")[0]))
        else:
            yield from member(file, head, told, size)
            told = told if head.type in PASSED else Extended()


def member(file: BufferedReader, head: tarfile.TarInfo, told: Extended, size: int) -> Iterator[Member]:
    """Yield the file that a header is of, if it is of one, and go on behind its bytes."""
    name = head.name if told.path is None else told.path
    plain = head.type in FILES and not name.endswith("/")
    stretch = Stretch(file, size if plain or head.type not in NO_BYTES else 0)
    if plain and told.sparse:
        yield Member(name, Unfit(None, "a sparse file", "a whole one"))
    elif plain:
        yield Member(name, BufferedReader(stretch, PIECE_BYTES))
    elif head.type not in {tarfile.DIRTYPE, *PASSED} and not name.endswith("/"):
        yield Member(name, Unfit(None, "a link or a device", "a file"))
    rest = memoryview(bytearray(PIECE_BYTES))
    while stretch.left:
        stretch.readinto(rest)
    skip_padding(file, size if plain or head.type not in NO_BYTES else 0)


NO_BYTES: Final = frozenset(
    {
        tarfile.LNKTYPE,
        tarfile.SYMTYPE,
        tarfile.CHRTYPE,
        tarfile.BLKTYPE,
        tarfile.DIRTYPE,
        tarfile.FIFOTYPE,
    }
)
"""Kinds of members that have no bytes, whatever size their header tells."""


def head_of(file: BufferedReader, number: int) -> tarfile.TarInfo | None:
    """The next header; none at the end."""
    block = file.read(BLOCK)
    if not block.strip(b"\0") and (block or number):
        return None
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError) as error:
        raise Unfit(f"member {number + 1}", "no header of a tar", WHOLE) from error


def short(file: BufferedReader, size: int, number: int) -> bytes:
    """The bytes of a header that goes before another."""
    if size > MAX_HEADER_BYTES:
        raise Unfit(f"member {number}", f"a header of {size:,} bytes", f"at most {MAX_HEADER_BYTES:,}")
    content = file.read(size)
    if len(content) < size:
        raise Unfit(None, "an archive that ends too early", WHOLE)
    skip_padding(file, size)
    return content


def skip_padding(file: BufferedReader, size: int) -> None:
    """Go on to the next block."""
    file.read(-size % BLOCK)


def extended(content: bytes, told: Extended) -> Extended:
    """What an extended header says of the path and the size of its file."""
    at = 0
    while found := RECORD.match(content, at):
        end = at + int(found["length"])
        if end <= found.end():
            break
        value = text(content[found.end() : end - 1])
        if found["key"] == b"path":
            told = told._replace(path=value)
        elif found["key"] == b"size" and SIZE.fullmatch(value):
            told = told._replace(size=int(value))
        elif found["key"].startswith(b"GNU.sparse."):
            told = told._replace(sparse=True)
        at = end
    return told


def text(name: bytes) -> str:
    """A name as text; bytes that are not UTF-8 stay, to be shown as such."""
    return name.decode("utf-8", "surrogateescape")
