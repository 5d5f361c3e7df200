"""How many articles there are to read, where that is known before they are read."""

from collections.abc import Iterable
from pathlib import Path

from summitry.read.collection import record_count
from summitry.read.files import COLLECTIONS
from summitry.read.kinds import ARCHIVES, suffix_of
from summitry.read.listing import entries_of
from summitry.read.parquet import row_count
from summitry.read.streams import size_of
from summitry.read.unfit import Unfit
from summitry.settings import MAX_COUNTED_BYTES

UNKNOWN = frozenset({*ARCHIVES, ".warc"})
"""What would have to be unpacked to be counted."""
SINGLE = {".html", ".htm", ".xhtml", ".mhtml", ".mht"}
"""What holds one article each, like a text."""
COUNTED = {".jsonl": False, ".csv": True, ".tsv": True}
"""What is counted by its lines, and whether the first of them names columns."""


def source_count(sources: Iterable[str | Path]) -> int | None:
    """How many articles and refusals `read_articles` will give; null where counting would take long."""
    count = 0
    for entry in entries_of(sources):
        if entry.stream:
            return None
        records = 1 if entry.unfit else records_in(entry.path)
        if records is None:
            return None
        count += records
    return count


def records_in(path: Path) -> int | None:
    """How many records a file has, one if it cannot be read; null where they are not easily counted."""
    suffix = suffix_of(path.name)
    if suffix in UNKNOWN or suffix in COLLECTIONS.keys() - SINGLE:
        return None
    try:
        if suffix in COUNTED and size_of(path) > MAX_COUNTED_BYTES:
            return None
        if suffix == ".parquet" and size_of(path):
            with path.open("rb") as file:
                return max(1, row_count(file))
        if suffix in COUNTED and size_of(path):
            with path.open("rb") as file:
                return max(1, record_count(file, table=COUNTED[suffix]))
    except (OSError, Unfit):
        pass
    return 1
