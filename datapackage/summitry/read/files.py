"""Articles from files: texts one by one, and collections record by record."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from summitry.errors import UnreadableInput
from summitry.page import Dispatch
from summitry.read.article import Card, dispatch_of
from summitry.read.collection import Record, csv_records, json_records, record_count
from summitry.read.decode import EXPECTED, SIGNATURE, decoded, refuse_other_formats
from summitry.read.doubles import Find, without_doubles
from summitry.read.formats import FORMATS, PAGES
from summitry.read.header import EXPECTED as EXPECTED_HEADER
from summitry.read.header import required_header
from summitry.read.listing import Entry, entries_of, full_path, is_folder, shown_path, unreadable
from summitry.read.paragraphs import VISIBLE
from summitry.read.unfit import Unfit, written
from summitry.rows import Refusal
from summitry.settings import MAX_ARTICLE_BYTES, MAX_COUNTED_BYTES

HEAD_BYTES: Final = 64
"""Enough of a file to know other formats by."""


class Reader(Protocol):
    """What reads one kind of collection."""

    def __call__(self, file: BinaryIO, source: str, *, for_tables: bool) -> Iterator[Record]:
        """Yield the records of an open file."""


COLLECTIONS: Final[Mapping[str, Reader]] = {".jsonl": json_records, ".csv": csv_records, **FORMATS}


def read_articles(
    sources: Iterable[str | Path], *, base: str | Path | None = None
) -> Iterator[Dispatch | Refusal]:
    """The articles of files and folders, one at a time, and a refusal for each input that is none.

    The order is that of the full paths, whatever the order of the sources. Paths are told relative to `base`
    (the folder of the package) if they lie in it; otherwise an article keeps only the name of its file.
    An article that comes twice, and a second article with an id that is taken, are refused; so is what has
    gone by its turn. Folders are gone through on the way, so that they can hold any number of files.
    Raises `UnreadableInput`, before anything is read, if a source is not there or holds no article.
    """
    root = Path(full_path(Path(base))) if base is not None else None
    return without_doubles(finds(entries_of(sources), root))


def read_records(path: str | Path, *, for_tables: bool = True) -> Iterator[Dispatch | Refusal]:
    """The articles of one collection (.jsonl or .csv), one at a time; ids are not compared.

    With `for_tables=False`, as for stand-off findings, dates may be missing and ids are kept as given.
    """
    if is_folder(Path(path)):
        raise UnreadableInput(f"{shown_path(Path(path))}: found a folder; expected a collection")
    return refusing(finds(entries_of([path]), None, for_tables=for_tables))


def refusing(found: Iterable[Find]) -> Iterator[Dispatch | Refusal]:
    """Yield each article, or the refusal of what is none."""
    for source, place, article in found:
        yield article.refusal(source, place) if isinstance(article, Unfit) else article


def source_count(sources: Iterable[str | Path]) -> int | None:
    """How many articles and refusals `read_articles` will give; null where counting would take long."""
    count = 0
    for entry in entries_of(sources):
        suffix = entry.path.suffix.lower()
        if entry.unfit or suffix in PAGES or suffix not in COLLECTIONS:
            count += 1
        elif (records := records_in(entry.path)) is None:
            return None
        else:
            count += records
    return count


def records_in(path: Path) -> int | None:
    """How many records a collection has, one if it cannot be read; null where it is too large to count."""
    if path.suffix.lower() in FORMATS:
        return None
    try:
        if size_of(path) > MAX_COUNTED_BYTES:
            return None
        with path.open("rb") as file:
            return max(1, record_count(file, table=path.suffix.lower() == ".csv"))
    except (OSError, Unfit):
        return 1


def finds(entries: Iterable[Entry], root: Path | None, *, for_tables: bool = True) -> Iterator[Find]:
    """Yield what each file holds."""
    for path, full, unfit in entries:
        within = inside(full, root)
        shown = within or shown_path(path)
        source = within or shown_path(Path(path.name))
        if unfit:
            yield Find(shown, None, unfit)
            continue
        try:
            if read := COLLECTIONS.get(path.suffix.lower()):
                for place, article in collection(path, read, source, for_tables=for_tables):
                    yield Find(shown, place, article)
            else:
                yield Find(shown, None, article_in(path, source))
        except Unfit as found:
            yield Find(shown, None, found)
        except OSError as error:
            yield Find(shown, None, unreadable(error))


def inside(full: str, root: Path | None) -> str | None:
    """The POSIX path relative to a root, both in full; null if it lies elsewhere."""
    if root is None:
        return None
    try:
        relative = Path(full).relative_to(root)
    except ValueError:
        return None
    return "".join(written(relative.as_posix()))


def article_in(path: Path, source: str) -> Dispatch:
    """The article of a text file."""
    size = size_of(path)
    if size > MAX_ARTICLE_BYTES:
        raise Unfit(None, f"{size:,} bytes", f"an article of at most {MAX_ARTICLE_BYTES:,} bytes")
    with path.open("rb") as file:
        raw = file.read(MAX_ARTICLE_BYTES + 1)
    refuse_other_formats(raw)
    text = decoded(raw)
    if not VISIBLE.search(text):
        raise Unfit(None, "nothing but white space", EXPECTED_HEADER)
    card = Card(sha256=sha256(raw).hexdigest(), source=source, stem=path.stem)
    return dispatch_of(text, card, required_header(text))


def collection(path: Path, read: Reader, source: str, *, for_tables: bool) -> Iterator[Record]:
    """Yield the records of a collection."""
    size_of(path)
    with path.open("rb") as file:
        if path.suffix.lower() not in FORMATS:
            refuse_other_formats(head := file.read(HEAD_BYTES))
            file.seek(len(SIGNATURE) if head.startswith(SIGNATURE) else 0)
        record = None
        for record in read(file, source, for_tables=for_tables):
            yield record
        if record is None:
            raise Unfit(None, "no record", "at least one")


def size_of(path: Path) -> int:
    """The size of an ordinary file that holds something."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unfit(None, "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or a device", "a file")
    if not status.st_size:
        raise Unfit(None, "an empty file", EXPECTED)
    return status.st_size
