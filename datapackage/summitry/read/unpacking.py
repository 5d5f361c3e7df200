"""What lies in archives, file by file and as a stream: nothing is written, and nothing grows without bound.

What an archive says of the sizes in it can be false, so that the bytes themselves are counted: all that
one input unpacks to, and what each member of a zip does. The names of members are only names: no path is
followed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gzip import GzipFile
from io import BufferedReader
from typing import Final, NamedTuple, cast

from summitry.read.bounds import MAX_ARCHIVE_DEPTH, MAX_SHOWN_PATH
from summitry.read.kinds import ARCHIVES, EXPECTED, PACKED, kind_told, suffix_of, unpacked_name
from summitry.read.listing import HIDDEN, SUFFIXES
from summitry.read.packed import Allowance, Bomb, Stream
from summitry.read.tally import Tally
from summitry.read.unfit import Unfit, written
from summitry.settings import PIECE_BYTES

DRIVE: Final = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Item:
    """A file of its own, or one in an archive: how it is known."""

    name: str
    """What its kind and its stem are told by."""
    shown: str
    """What a message calls it: `news.zip: inner/a.txt`."""
    source: str
    """What the table of articles calls it: `news.zip/inner/a.txt`."""
    paths: tuple[str, ...]
    """Its path, in an archive that within it and then that of the archive: dates can stand in them."""
    depth: int = 0

    def member(self, name: str) -> "Item":
        """A file in this archive."""
        cut = "…" if len(name) > MAX_SHOWN_PATH else ""
        label = "".join(written(name[:MAX_SHOWN_PATH])) + cut
        source = f"{self.source}/{''.join(written(name))}"
        return Item(name, f"{self.shown}: {label}", source, (name, *self.paths), self.depth + 1)

    def ungzipped(self) -> "Item":
        """What gzip has packed; what holds files itself goes by the name of the whole."""
        name = unpacked_name(self.name)
        within = suffix_of(name) in {*ARCHIVES, ".warc"}
        source = self.source if within else f"{self.source}/{unpacked_name(self.source.rpartition('/')[2])}"
        return Item(name, self.shown, source, self.paths, self.depth + 1)


class Leaf(NamedTuple):
    """What holds no files: its bytes, or why there are none."""

    item: Item
    content: BufferedReader | Unfit


def leaves(item: Item, file: BufferedReader, allowance: Allowance, tally: Tally) -> Iterator[Leaf]:
    """Yield the files in what may be an archive, also of archives; what is none is the only leaf itself."""
    suffix = suffix_of(item.name)
    if suffix not in ARCHIVES:
        known = suffix in SUFFIXES
        yield Leaf(item, file if known else Unfit(None, kind_told(item.name), EXPECTED))
    elif item.depth >= MAX_ARCHIVE_DEPTH:
        deep = f"an archive within {MAX_ARCHIVE_DEPTH} others"
        yield Leaf(item, Unfit(None, deep, "archives that are less deep"))
    elif suffix in PACKED:
        packed = cast("BufferedReader", GzipFile(fileobj=file))
        stream = BufferedReader(Stream(packed, allowance.spend), PIECE_BYTES)
        yield from leaves(item.ungzipped(), cast("BufferedReader", stream), allowance, tally)
    else:
        yield from members_of(item, file, allowance, tally)


def members_of(item: Item, file: BufferedReader, allowance: Allowance, tally: Tally) -> Iterator[Leaf]:
    """Yield the leaves of a zip or a tar; where it breaks off, that is the last."""
    from summitry.read.tars import tar_members  # noqa: PLC0415  # only for an archive
    from summitry.read.zips import zip_members  # noqa: PLC0415  # the same

    try:
        found = zip_members(file, allowance) if suffix_of(item.name) == ".zip" else tar_members(file)
        for name, content in found:
            inner = item.member(name)
            if is_hidden(name):
                tally.passed[HIDDEN] += 1
            elif isinstance(content, Unfit):
                yield Leaf(inner, content)
            elif leads_out(name):
                yield Leaf(
                    inner, Unfit(None, "a path that leads out of the archive", "one that leads into it")
                )
            else:
                yield from leaves(inner, content, allowance, tally)
    except Bomb:
        raise
    except Unfit as unfit:
        yield Leaf(item, unfit)


def is_hidden(name: str) -> bool:
    """Whether a file lies hidden, as in a folder: `.git/x.txt`, `__MACOSX/a.txt`.

    >>> is_hidden("a/.b/c.txt"), is_hidden("../a.txt"), is_hidden("./a.txt")
    (True, False, False)
    """
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part not in {".", ".."} for part in parts)


def leads_out(name: str) -> bool:
    """Whether the name of a member, taken for a path, leads out of the archive.

    >>> leads_out("../a.txt"), leads_out("/a.txt"), leads_out("a/b.txt")
    (True, True, False)
    """
    return name.startswith("/") or "\\" in name or bool(DRIVE.match(name)) or ".." in name.split("/")
