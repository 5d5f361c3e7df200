"""Files that are old or new and nothing between."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from summitry.errors import UnusableOutput

BESIDE: Final = ".part"
"""What the name of a file ends in before it is in its place; it begins with a dot."""

Content = bytes | Iterable[bytes]
"""What a file will hold, at once or piece by piece."""


class Written(NamedTuple):
    """What was written to a file."""

    size: int
    hash: str
    """As the descriptor writes it: `sha256:` and the hexadecimal digest."""


class Replacement:
    """Files that are written together: each beside its place, then all into their places."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._staged: list[tuple[Path, Path]] = []

    def __call__(self, path: Path, content: Content, *, first: bool = False) -> Written:
        """Write one beside its place; the one that is `first` moves before the others."""
        # the same name each time, so that the next run clears what a killed run has left
        part = path.with_name(f".{path.name}{self._mark}{BESIDE}")
        self._staged.insert(0 if first else len(self._staged), (part, path))
        with usable(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            return write_part(part, [content] if isinstance(content, bytes) else content)

    def move(self) -> None:
        """Put every file into its place, in order."""
        for part, path in self._staged:
            with usable(path):
                os.replace(part, path)  # noqa: PTH105  # the call that POSIX promises to be atomic
            settle(path.parent)

    def clear(self) -> None:
        """Leave nothing beside the places."""
        for part, _ in self._staged:
            with suppress(OSError):
                part.unlink()


@contextmanager
def replacement(mark: str = "") -> Iterator[Replacement]:
    """A way to write files together: if one cannot be written, none has moved, and nothing is left beside.

    Where others may write the same files at the same time, each needs a mark of its own.
    """
    files = Replacement(mark)
    try:
        yield files
        files.move()
    finally:
        files.clear()


def write_file(path: Path, content: Content) -> None:
    """Write a file that is whole at any moment: the old one until the new one is there."""
    with replacement() as write:
        write(path, content)


def write_part(part: Path, content: Iterable[bytes]) -> Written:
    """Write the bytes, wait until the disk has them, and tell what they were."""
    digest, size = sha256(), 0
    with part.open("wb") as file:
        for piece in content:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
        file.flush()
        os.fsync(file.fileno())
    return Written(size, f"sha256:{digest.hexdigest()}")


def settle(folder: Path) -> None:
    """Wait until the disk knows the new names in a folder; a system without that call is trusted."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def usable(path: Path) -> Iterator[None]:
    """Turn what the system says of a file into one line that a person can act on."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusableOutput(f"{path}: found {reason}; expected a place that can be written") from error


def json_bytes(value: object) -> bytes:
    """The value as a JSON file: indented, readable in any script, with a newline at its end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
