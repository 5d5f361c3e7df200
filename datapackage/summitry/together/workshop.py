"""The folder in which a build works: its store, and the parts that wait for the next one."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import Final

from summitry.errors import UnusableOutput
from summitry.parts.shelf import PARTS
from summitry.tables import usable
from summitry.together.store import WANTED, Store

LOCK: Final = "lock.sqlite"
IGNORE: Final = ".gitignore"
WORK: Final = "summitry.work"
"""No folder of a user is called so, who may name any folder as the place for drafts."""


@contextmanager
def workshop(home: Path) -> Iterator[Store]:
    """A store in a folder that no other build is at work in; it is gone at the end."""
    with alone_in(home):
        # what a killed build has left
        rmtree(home / WORK, ignore_errors=True)
        try:
            with Store(home / WORK) as store:
                store.run(WANTED)
                yield store
        finally:
            rmtree(home / WORK, ignore_errors=True)


@contextmanager
def alone_in(home: Path) -> Iterator[None]:
    """Holds a folder against other builds, as long as this process lives."""
    made = [path for path in (home, *home.parents) if not path.exists()]
    expect_plain(home)
    with usable(home):
        home.mkdir(parents=True, exist_ok=True)
        if home in made:
            (home / IGNORE).write_text("*\n", encoding="utf-8")
    with closing(locked(home)):
        try:
            yield
        finally:
            # still locked: what is cleared here belongs to no other build
            if home in made and not (home / PARTS).exists():
                clear(home, made)


def expect_plain(home: Path) -> None:
    """Stop where the name of a folder is none that a database can be told."""
    try:
        os.fspath(home).encode()
    except UnicodeEncodeError as error:
        raise UnusableOutput(f"{str(home)!a}: found a name that is no UTF-8; expected one") from error


def locked(home: Path) -> sqlite3.Connection:
    """A lock that the system takes away when this process ends, however it ends."""
    try:
        lock = sqlite3.connect(home / LOCK, timeout=0, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        busy = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
        found = "another build at work" if busy else f"“{error}”, as SQLite says of its file {LOCK}"
        raise UnusableOutput(f"{home}: found {found}; expected {'none' if busy else 'a lock'}") from error
    if not (home / LOCK).exists():
        # the build that held it cleared the folder between the two calls
        lock.close()
        raise UnusableOutput(f"{home}: found another build at work; expected none")
    return lock


def clear(home: Path, made: Sequence[Path]) -> None:
    """Leave no folder behind that holds nothing."""
    with suppress(OSError):
        for name in (IGNORE, LOCK, f"{LOCK}-journal"):
            (home / name).unlink(missing_ok=True)
        for path in made:
            path.rmdir()
