"""The file of a table, header and then some whole lines at a time, so that a table of any size is read."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from summitry.bounds import PIECE_OF_TABLE_BYTES


class Piece(NamedTuple):
    r"""Some lines of a table, without byte order mark and with `\n` behind each."""

    line: int
    """The line of the file that its first one is, the header being 1."""
    content: bytes
    lines: int
    """How many lines there are."""
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
            yield Spot(line, offset, 0), Piece(line, b"", 0, header.endswith(b"\n"))
        while content:
            piece = piece_of(line, content)
            yield Spot(line, offset, len(content)), piece
            line += piece.lines
            offset += len(content)
            content = lines_from(file, at_once)


def piece_of(line: int, content: bytes) -> Piece:
    """Some lines of a file as a piece."""
    ended = content.endswith(b"\n")
    return Piece(line, plain(content), content.count(b"\n") + (not ended), ended)


def lines_from(file: BinaryIO, at_once: int) -> bytes:
    """The next lines of a file, none if it is at its end."""
    return file.read(at_once) + file.readline()


def piece_at(path: Path, spot: Spot) -> Piece:
    """A piece, read again."""
    with path.open("rb") as file:
        file.seek(spot.offset)
        content = file.read(spot.size)
    return piece_of(spot.line, content)


def plain(content: bytes) -> bytes:
    r"""Bytes with plain line ends.

    >>> plain(b"a,b\r\n1,2\r\n")
    b'a,b\n1,2\n'
    """
    # One byte is found faster than two, and most files have none.
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content
