"""A file that a library writes by itself, and that is whole at any moment none the less."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summitry.errors import UnusableOutput
from summitry.tables import settle, usable
from summitry.tables.files import BESIDE


def refuse_folder(path: Path) -> None:
    """Raise that a file cannot be written where a folder is."""
    if path.is_dir():
        raise UnusableOutput(f"{path}: found a folder; expected the name of a file")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Where to write a file that takes its place once it is whole; if it fails, the old one stays."""
    refuse_folder(path)
    part = path.with_name(f".{path.name}{BESIDE}")
    with usable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # what a killed run has left
        part.unlink(missing_ok=True)
    try:
        with usable(path):
            yield part
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(part, path)  # noqa: PTH105  # the call that POSIX promises to be atomic
        settle(path.parent)
    finally:
        with suppress(OSError):
            part.unlink()
