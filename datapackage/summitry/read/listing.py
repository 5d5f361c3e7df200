"""Which files are to be read: what folders hold, in an order of their own."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from summitry.errors import UnreadableInput
from summitry.read.unfit import Unfit, shown, written

SUFFIXES: Final = (".txt", ".jsonl", ".csv")
EXPECTED: Final = "a .txt, .jsonl or .csv file"


class Entry(NamedTuple):
    """One file that was named or lies in a folder that was named."""

    path: Path
    unfit: Unfit | None = None
    """Why it is not even opened."""


def entries_of(sources: Iterable[str | Path]) -> list[Entry]:
    """Every file to read, each once, sorted by the code points of its full POSIX path."""
    if isinstance(sources, str | Path):
        raise TypeError(f"{sources!r} is one input; expected a list of inputs")
    found: dict[str, Entry] = {}
    for source in sorted({Path(source) for source in sources}):
        for entry in entries_under(source):
            found.setdefault(full_path(entry.path), entry)
    if not found:
        raise UnreadableInput("found no input; expected files or folders")
    return [found[path] for path in sorted(found)]


def full_path(path: Path) -> str:
    """The absolute path with slashes; links in it are kept."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  # resolve() would follow links


def entries_under(source: Path) -> list[Entry]:
    """The file that was named, or the files of the folder that was named."""
    if not os.path.lexists(source):
        raise UnreadableInput(
            f"{shown_path(source)}: found no file or folder of this name; expected {EXPECTED}"
        )
    if not is_folder(source):
        return [entry_of(source)]
    if source.suffix.lower() in SUFFIXES:
        return [Entry(source, Unfit(None, "a folder", EXPECTED))]
    entries = list(entries_in(source))
    if all(entry.unfit for entry in entries):
        others = f" but {named(entries[0])}" if entries else ""
        raise UnreadableInput(f"{shown_path(source)}: found no article{others}; expected {EXPECTED} in it")
    return entries


def named(entry: Entry) -> str:
    """A file that is none of ours, and why."""
    return f"{shown_path(entry.path)} ({entry.unfit.found if entry.unfit else ''})"


def entries_in(folder: Path) -> Iterator[Entry]:
    """Yield the files in a folder and below; hidden ones are left out."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(here := waiting.pop()) as found:
                names = sorted(item.name for item in found if not item.name.startswith("."))
        except OSError as error:
            yield Entry(here, unreadable(error))
            continue
        for path in (here / name for name in names):
            if is_folder(path) and not path.is_symlink() and path.suffix.lower() not in SUFFIXES:
                waiting.append(path)
            else:
                yield entry_of(path)


def entry_of(path: Path) -> Entry:
    """The entry of a path that is no folder to go into."""
    if is_folder(path):
        return Entry(path, Unfit(None, "a link to a folder" if path.is_symlink() else "a folder", EXPECTED))
    if path.suffix.lower() not in SUFFIXES:
        kind = f"a {shown(path.suffix)} file" if path.suffix else "a file without an ending"
        return Entry(path, Unfit(None, kind, EXPECTED))
    return Entry(path)


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
