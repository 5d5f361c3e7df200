"""Packed bytes as a stream, counted as they are unpacked; and what is said where they are damaged."""

import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from tempfile import TemporaryFile
from typing import Final, NamedTuple, cast
from zipfile import BadZipFile

from summitry.read.unfit import Unfit
from summitry.settings import ALWAYS_UNPACKED_BYTES, MAX_EXPANSION, PIECE_BYTES

BROKEN: Final = (
    BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError, struct.error,
)  # fmt: skip
"""What the libraries raise that unpack damaged bytes."""
WHOLE: Final = "a whole archive"


class Bomb(Unfit):
    """What would unpack to more than it may: it ends the reading of its input."""


class Allowance:
    """How many bytes may still be unpacked."""

    def __init__(self, packed: int) -> None:
        self.most = self.left = max(ALWAYS_UNPACKED_BYTES, MAX_EXPANSION * packed)

    def spend(self, count: int) -> None:
        """Take some bytes from what is left."""
        self.left -= count
        if self.left < 0:
            raise Bomb(
                None, f"an archive that unpacks to more than {self.most:,} bytes", "news, which shrinks less"
            )


class Member(NamedTuple):
    """One file in an archive: its bytes, or why they cannot be read."""

    name: str
    content: BufferedReader | Unfit


class Stream(RawIOBase):
    """Bytes as they come from a library that unpacks; whatever it says of damaged ones becomes one line."""

    def __init__(self, packed: BufferedReader, spend: Callable[[int], None]) -> None:
        super().__init__()
        self._packed, self._spend = packed, spend

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]  # the buffers of BufferedReader
        """Some bytes, counted."""
        try:
            piece = self._packed.read(len(buffer))
        except BROKEN as error:
            raise damaged(error) from error
        self._spend(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)


def damaged(error: Exception) -> Unfit:
    """What is said of an archive that cannot be unpacked to its end."""
    kind = "ends too early" if isinstance(error, EOFError) else "is damaged"
    return Unfit(None, f"an archive that {kind}", WHOLE)


@contextmanager
def seekable(file: BufferedReader) -> Iterator[BufferedReader]:
    """The same bytes where one can go back: in a file without a name, which the system deletes."""
    if file.seekable():
        yield file
        return
    with TemporaryFile() as copy:
        while piece := file.read(PIECE_BYTES):
            copy.write(piece)
        copy.seek(0)
        yield cast("BufferedReader", copy)
