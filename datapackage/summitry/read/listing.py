"""Which files are to be read: what folders hold, in an order of their own, a folder at a time."""

import errno
import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from summitry.errors import UnreadableInput
from summitry.read.formats import FORMATS
from summitry.read.kinds import ARCHIVES, EXPECTED, kind_told
from summitry.read.tally import Tally
from summitry.read.unfit import Unfit, written

SUFFIXES: Final = (".txt", ".jsonl", ".csv", ".tsv", ".parquet", ".warc", *FORMATS, *ARCHIVES)
INPUT: Final = "-"
"""What stands for standard input."""
ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)
HIDDEN: Final = "hidden files and folders"
DOWN: Final = "\0"
"""Ends the name of a folder to go into: no name holds this sign, and none sorts before it."""


class Entry(NamedTuple):
    """One file that was named or lies in a folder that was named."""

    path: Path
    full: str
    """The full POSIX path: what a file is known and sorted by."""
    unfit: Unfit | None = None
    """Why it is not even opened."""
    stream: str | None = None
    """What it is if it is no file: `-` for standard input, or an address."""


class Head(NamedTuple):
    """The next entry of a source."""

    full: str
    source: Path
    entry: Entry
    others: Iterator[Entry]


class Level(NamedTuple):
    """A folder on the way down to where a walk is."""

    path: Path
    full: str
    """The full POSIX path with a slash at the end."""
    names: list[str]
    """A heap of the names that are still to come."""


def entries_of(sources: Iterable[str | Path], tally: Tally | None = None) -> Iterator[Entry]:
    """Every file to read, each once, sorted by the code points of its full POSIX path.

    What was named is looked at now; a folder is gone through while the entries are asked for. Standard input
    (`-`) comes before all files, addresses come after them.
    """
    if isinstance(sources, str | Path):
        raise TypeError(f"{sources!r} is one input; expected a list of inputs")
    named = set(sources)
    if not named:
        raise UnreadableInput("found no input; expected files or folders")
    streams = sorted(source for source in named if isinstance(source, str) and is_stream(source))
    each = sorted({Path(source) for source in named if source not in streams})
    for source in each:
        expect_article(source)
    first, last = streams[: streams[:1] == [INPUT]], streams[streams[:1] == [INPUT] :]
    files = merged(sorted((full_path(source), source) for source in each), tally or Tally())
    return chain(map(entry_of_stream, first), files, map(entry_of_stream, last))


def is_stream(source: str) -> bool:
    """Whether an input is standard input or an address rather than a file.

    >>> is_stream("-"), is_stream("https://news.example/a.html"), is_stream("./-")
    (True, True, False)
    """
    return source == INPUT or bool(ADDRESS.match(source))


def entry_of_stream(source: str) -> Entry:
    """The entry of standard input or of an address."""
    return Entry(Path(source), source, None, source)


def full_path(path: Path) -> str:
    """The absolute path with slashes; links in it are kept."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  # resolve() would follow links


def expect_article(source: Path) -> None:
    """Stop at a source that is not there, and at a folder without any article."""
    if not os.path.lexists(source):
        raise UnreadableInput(
            f"{shown_path(source)}: found no file or folder of this name; expected {EXPECTED}"
        )
    if is_open(source) and all(entry.unfit for entry in entries_in(source, source.as_posix(), Tally())):
        other = first_in(source)
        others = f" but {named(other)}" if other else ""
        raise UnreadableInput(f"{shown_path(source)}: found no article{others}; expected {EXPECTED} in it")


def merged(sources: Iterable[tuple[str, Path]], tally: Tally) -> Iterator[Entry]:
    """Yield the entries of sources in one order; a source is begun when its turn comes.

    Of a file that is reached from two sources, the entry of the first source by path counts.
    """
    waiting = deque(sources)
    heads: list[Head] = []
    last = None
    while waiting or heads:
        while waiting and (not heads or waiting[0][0] <= heads[0].full):
            full, source = waiting.popleft()
            advance(heads, source, entries_under(source, full, tally))
        if heads:
            head = heappop(heads)
            if head.full != last:
                yield head.entry
            last = head.full
            advance(heads, head.source, head.others)


def advance(heads: list[Head], source: Path, entries: Iterator[Entry]) -> None:
    """Put the next entry of a source among those of the others."""
    if entry := next(entries, None):
        heappush(heads, Head(entry.full, source, entry, entries))


def entries_under(source: Path, full: str, tally: Tally) -> Iterator[Entry]:
    """The file that was named, or the files of the folder that was named."""
    if is_open(source):
        return entries_in(source, full, tally)
    if is_folder(source):
        return iter([Entry(source, full, Unfit(None, "a folder", EXPECTED))])
    if not os.path.lexists(source):
        gone = FileNotFoundError(errno.ENOENT, "it was there when the reading began")
        return iter([Entry(source, full, unreadable(gone))])
    return iter([entry_of(source, full)])


def entries_in(folder: Path, full: str, tally: Tally) -> Iterator[Entry]:
    """Yield the files in a folder and below, sorted by full paths; hidden ones are left out."""
    top = level_of(folder, full, tally)
    if isinstance(top, Entry):
        yield top
        return
    levels = [top]
    while levels:
        here, above, names = levels[-1]
        if not names:
            levels.pop()
            continue
        name = heappop(names)
        if not name.endswith((DOWN, "/")):
            yield entry_of(here / name, above + name)
            continue
        below = level_of(here / name[:-1], above + name[:-1], tally)
        if isinstance(below, Entry):
            yield below
        elif name.endswith(DOWN) and names and names[0] < f"{name[:-1]}/":
            # `a` itself sorts before `a.txt`, what it holds after it
            heappush(names, f"{name[:-1]}/")
        else:
            levels.append(below)


def level_of(folder: Path, full: str, tally: Tally) -> Level | Entry:
    """The names in a folder, or the entry of a folder that cannot be read."""
    try:
        return Level(folder, full if full.endswith("/") else f"{full}/", names_in(folder, tally))
    except OSError as error:
        return Entry(folder, full, unreadable(error))


def names_in(folder: Path, tally: Tally) -> list[str]:
    """The names in a folder, sorted, marked where they go further down; hidden ones are counted, no more."""
    with os.scandir(folder) as found:
        names = [item.name + DOWN if leads_down(item) else item.name for item in found]
    shown = sorted(name for name in names if not name.startswith("."))
    tally.passed[HIDDEN] += len(names) - len(shown)
    return shown


def leads_down(item: os.DirEntry[str]) -> bool:
    """Whether a walk goes into what it has found: links are not followed."""
    try:
        # seldom asks the disk: most systems tell folders from files where they tell the names
        return item.is_dir(follow_symlinks=False) and is_open(Path(item.path))
    except OSError:
        return False


def first_in(folder: Path) -> Entry | None:
    """What a message names of a folder without an article: rather its own files than those below."""
    waiting = [folder]
    while waiting:
        level = level_of(here := waiting.pop(), "", Tally())
        if isinstance(level, Entry):
            return level
        if name := next((name for name in level.names if not name.endswith(DOWN)), None):
            return entry_of(here / name, "")
        waiting += [here / name.removesuffix(DOWN) for name in level.names]
    return None


def named(entry: Entry) -> str:
    """A file that is none of ours, and why."""
    return f"{shown_path(entry.path)} ({entry.unfit.found if entry.unfit else ''})"


def entry_of(path: Path, full: str) -> Entry:
    """The entry of a path that is no folder to go into."""
    if is_folder(path):
        kind = "a link to a folder" if path.is_symlink() else "a folder"
        return Entry(path, full, Unfit(None, kind, EXPECTED))
    if path.suffix.lower() not in SUFFIXES:
        return Entry(path, full, Unfit(None, kind_told(path.name), EXPECTED))
    return Entry(path, full)


def is_open(path: Path) -> bool:
    """Whether the path leads to a folder to go into: one that is not named like a file."""
    return path.suffix.lower() not in SUFFIXES and is_folder(path)


def is_folder(path: Path) -> bool:
    """Whether the path leads to a folder; a link that leads nowhere does not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def unreadable(error: OSError) -> Unfit:
    """What the system says, in words of our own: its words depend on the locale."""
    found = {
        "EACCES": "no permission to read it",
        "EPERM": "no permission to read it",
        "ELOOP": "a link that leads to itself",
        "ENOENT": "a link that leads nowhere, or a file that has gone",
    }
    code = errno.errorcode.get(error.errno or 0, "an error of the system")
    return Unfit(None, found.get(code, code), "a file that can be read")


def shown_path(path: Path) -> str:
    """The path on one line, with slashes and with signs that do not print written out."""
    return "".join(written(path.as_posix()))
