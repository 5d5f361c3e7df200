"""Which articles have a draft already, and in which part."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import Final

from summitry.parts.files import SUFFIX, keys_in
from summitry.parts.program import program_key
from summitry.read.doubles import temporary
from summitry.tables.files import BESIDE

PARTS: Final = "parts"


class Shelf:
    """The parts that one program has made in a folder, looked up by the keys of their articles."""

    def __init__(self, home: Path, model: str) -> None:
        self.folder = home / PARTS / program_key(model)
        # on the disk, and gone with the connection: the keys of millions of articles fill no memory
        self._keys = sqlite3.connect("")
        with temporary():
            self._keys.execute("CREATE TABLE keys (key TEXT PRIMARY KEY, part TEXT) WITHOUT ROWID")
        clear(self.folder, f".*{BESIDE}")
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            self._list(path)

    def _list(self, path: Path) -> None:
        """Enter the articles of a part; one that is damaged is put away, and its articles are read again."""
        if keys := keys_in(path):
            with temporary():
                rows = ((key, path.name) for key in keys)
                self._keys.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", rows)
        else:
            remove(path)

    def find(self, key: str) -> Path | None:
        """The part with the draft of an article, if there is one."""
        found = self._keys.execute("SELECT part FROM keys WHERE key = ?", (key,)).fetchone()
        return self.folder / found[0] if found else None

    def close(self) -> None:
        """Forget the keys."""
        self._keys.close()


def clear(folder: Path, pattern: str) -> None:
    """Remove what a killed build has left."""
    for path in folder.glob(pattern):
        remove(path)


def remove(path: Path) -> None:
    """Remove whatever is there, if the system lets us."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            rmtree(path)
        else:
            path.unlink()
