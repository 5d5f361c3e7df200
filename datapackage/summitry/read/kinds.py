"""What kind of file something is: by the end of its name, or by its first bytes where it has no name."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from summitry.read.unfit import shown

PACKED: Final[Mapping[str, str]] = {".tgz": ".tar", ".gz": ""}
"""Endings of what gzip made, and the ending that is left."""

ARCHIVES: Final = (".zip", ".tar", *PACKED)
"""Endings of what holds files."""

FEEDS: Final = (".xml", ".nitf", ".newsml", ".rss", ".rdf", ".atom", ".json", ".ninjs", ".sgm", ".sgml")
"""Endings of feeds of the trade."""

TABLES: Final = frozenset({".jsonl", ".csv", ".tsv", ".parquet", *FEEDS})
"""Endings of files that can hold several articles."""

EXPECTED: Final = "a kind of file that is read (.txt, .html, .zip …)"

NAMES: Final[Mapping[str, str]] = {
    ".txt": "text files",
    ".jsonl": "lines of JSON",
    ".csv": "rows of CSV",
    ".tsv": "rows of TSV",
    ".parquet": "rows of Parquet",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), "web pages"),
    **dict.fromkeys(FEEDS, "items of feeds"),
    ".warc": "pages of web archives",
    ".zip": "zips",
    ".tar": "tars",
    ".gz": "gzipped files",
    ".tgz": "tars",
}
"""What inputs of a kind are called, many of them."""


def suffix_of(name: str) -> str:
    """The end of a name that tells its kind, in small letters; of two the last.

    >>> suffix_of("2019/News.CSV"), suffix_of("news.jsonl.gz")
    ('.csv', '.gz')
    """
    return PurePosixPath(name).suffix.lower()


def unpacked_name(name: str) -> str:
    """The name of what gzip has packed.

    >>> unpacked_name("news.jsonl.gz"), unpacked_name("news.tgz")
    ('news.jsonl', 'news.tar')
    """
    suffix = suffix_of(name)
    return f"{name[: -len(suffix)]}{PACKED[suffix]}"


def stem_of(path: str) -> str:
    """The name of a file without folders and without the endings that tell its kind.

    >>> stem_of("raw/oslo.v2.txt.gz"), stem_of("notes.md")
    ('oslo.v2', 'notes')
    """
    name = PurePosixPath(path).name
    while suffix_of(name) in PACKED:
        name = unpacked_name(name)
    return PurePosixPath(name).stem


def kind_told(name: str) -> str:
    """The kind of a file that is not read, in words.

    >>> kind_told("a/notes.md"), kind_told("LICENSE")
    ('a .md file', 'a file without an ending')
    """
    suffix = PurePosixPath(name).suffix
    return f"a {shown(suffix)} file" if suffix else "a file without an ending"


def inputs_called(name: str) -> str:
    """What inputs of the kind of a file are called, many of them.

    >>> inputs_called("a.txt"), inputs_called("b.odd")
    ('text files', '.odd files')
    """
    if not (suffix := suffix_of(name)):
        return "files without an ending"
    return NAMES.get(suffix, f"{shown(suffix)} files")
