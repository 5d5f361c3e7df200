"""What is named as input, opened: a file, standard input, or what lies at an address."""

import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple, cast
from urllib.parse import unquote, urlsplit

from summitry.errors import UnreadableInput
from summitry.read.bounds import MAX_FETCHED_BYTES, SNIFFED_BYTES
from summitry.read.decode import EXPECTED
from summitry.read.kinds import suffix_of
from summitry.read.listing import INPUT, SUFFIXES, Entry, shown_path
from summitry.read.sniffing import sniffed
from summitry.read.unfit import Unfit, written
from summitry.read.unpacking import Item
from summitry.settings import MAX_ARTICLE_BYTES, PIECE_BYTES


class Opened(NamedTuple):
    """An input that can be read: how it is known, its bytes, and how many they are if that is known."""

    item: Item
    file: BufferedReader
    size: int


class Joined(RawIOBase):
    """Bytes that were read already, and then the rest of a stream."""

    def __init__(self, head: bytes, rest: BufferedReader) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]  # the buffers of BufferedReader
        """Some bytes."""
        piece = self._head[: len(buffer)] or self._rest.read1(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(entry: Entry, item: Item) -> Iterator[Opened]:
    """The input that an entry means, for as long as it is read."""
    if entry.stream is None:
        size = size_of(entry.path)
        if suffix_of(item.name) == ".txt" and size > MAX_ARTICLE_BYTES:
            raise Unfit(None, f"{size:,} bytes", f"an article of at most {MAX_ARTICLE_BYTES:,} bytes")
        with entry.path.open("rb") as file:
            yield Opened(item, file, size)
    elif entry.stream == INPUT:
        yield standard_input(item)
    else:
        with TemporaryDirectory(prefix="summitry-") as folder:
            path = Path(folder, "fetched")
            fetch_to(path, entry.stream)
            size = size_of(path)
            with path.open("rb") as file:
                yield Opened(named(item, file), file, size)


def item_of(entry: Entry, root: Path | None) -> Item:
    """How an input is known, before it is opened; outside of the package by its name only."""
    if entry.stream == INPUT:
        return Item("stdin", "standard input", "", ())
    if entry.stream is not None:
        return item_at(entry.stream)
    within = inside(entry.full, root)
    shown = within or shown_path(entry.path)
    return Item(entry.path.name, shown, within or shown_path(Path(entry.path.name)), (entry.full,))


def item_at(address: str) -> Item:
    """How an address is known: without what in it can be a secret, and by the end of its path."""
    from summitry.read.address import public  # noqa: PLC0415  # only for an address

    try:
        shown, path = public(address), unquote(urlsplit(address).path)
    except ValueError:  # told when it is asked for
        shown, path = "an address", ""
    return Item(PurePosixPath(path).name or "index", shown, shown, (path,))


def inside(full: str, root: Path | None) -> str | None:
    """The POSIX path relative to a root, both in full; null if it lies elsewhere."""
    if root is None:
        return None
    try:
        relative = Path(full).relative_to(root)
    except ValueError:
        return None
    return "".join(written(relative.as_posix()))


def standard_input(item: Item) -> Opened:
    """What is given on standard input, known by its first bytes; archives and Parquet are none of that."""
    given = cast("BufferedReader", sys.stdin.buffer)
    head = given.read(SNIFFED_BYTES)
    if not head:
        raise Unfit(None, "nothing", EXPECTED)
    file = cast("BufferedReader", BufferedReader(Joined(head, given), PIECE_BYTES))
    return Opened(replace(item, name=f"stdin{sniffed(head)}"), file, 0)


def named(item: Item, file: BufferedReader) -> Item:
    """What was fetched, known by the end of its address or else by its first bytes."""
    if suffix_of(item.name) in SUFFIXES:
        return item
    head = file.read(SNIFFED_BYTES)
    file.seek(0)
    return replace(item, name=f"{item.name}{sniffed(head)}")


def fetch_to(path: Path, address: str) -> None:
    """Fetch what lies at an address to a file; what goes wrong is told as of any other input."""
    from summitry.read.address import Allowance, fetch  # noqa: PLC0415  # only for an address

    try:
        if fetch(address, path, Allowance(MAX_FETCHED_BYTES)) is None:
            raise Unfit(None, "nothing there", "an article or a collection")
    except UnreadableInput as error:
        _, _, told = str(error).partition("found ")
        found, _, expected = told.partition("; expected ")
        raise Unfit(None, found, expected or "an answer") from error


def size_of(path: Path) -> int:
    """The size of an ordinary file that holds something."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unfit(None, "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or a device", "a file")
    if not status.st_size:
        raise Unfit(None, "an empty file", EXPECTED)
    return status.st_size
