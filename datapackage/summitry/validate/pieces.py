"""The file of a table, header and then some whole lines at a time, so that a table of any size is read."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from summitry.settings import PIECE_OF_TABLE_BYTES


class Piece(NamedTuple):
    r"""Some lines of a table, without byte order mark and with `\n` behind each."""

    line: int
    """The line of the file that its first one is, the header being 1."""
    content: bytes
    ended: bool = True
    """Whether the last line is ended; only the end of a file can lack it."""


class Spot(NamedTuple):
    """Where in its file a piece lies, so that it can be read again."""

    line: int
    offset: int
    size: int


def header_of(path: Path) -> bytes:
    """The first line of a file, without its end."""
    with path.open("rb") as file:
        return plain(file.readline().removeprefix(codecs.BOM_UTF8)).removesuffix(b"\n")


def spots(path: Path, at_once: int = PIECE_OF_TABLE_BYTES) -> Iterator[tuple[Spot, Piece]]:
    """Yield the lines below the header, at least one piece even if there are none."""
    with path.open("rb") as file:
        header = file.readline()
        line, offset = 2, len(header)
        content = lines_from(file, at_once)
        if not content:
            yield Spot(line, offset, 0), Piece(line, b"", header.endswith(b"\n"))
        while content:
            yield Spot(line, offset, len(content)), Piece(line, plain(content), content.endswith(b"\n"))
            line += content.count(b"\n")
            offset += len(content)
            content = lines_from(file, at_once)


def lines_from(file: BinaryIO, at_once: int) -> bytes:
    """The next lines of a file, none if it is at its end."""
    return file.read(at_once) + file.readline()


def piece_at(path: Path, spot: Spot) -> Piece:
    """A piece, read again."""
    with path.open("rb") as file:
        file.seek(spot.offset)
        content = file.read(spot.size)
    return Piece(spot.line, plain(content), content.endswith(b"\n"))


def plain(content: bytes) -> bytes:
    r"""Bytes with plain line ends.

    >>> plain(b"a,b\r\n1,2\r\n")
    b'a,b\n1,2\n'
    """
    return content.replace(b"\r\n", b"\n") if b"\r\n" in content else content
