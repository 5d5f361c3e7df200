"""The files of a package as its descriptor tells of them: size, hash and media type."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from summitry.describe.about import Licence, Origin, licences_of, origins_of, text_in
from summitry.errors import UnreadableInput
from summitry.export.source import Source
from summitry.paths import DESCRIPTOR
from summitry.schema import Table

SHA256: Final = "sha256:"
"""How the hash of a file begins in a descriptor of ours."""

DIGITS: Final = 64
"""So many hexadecimal digits has a SHA-256."""


class Part(NamedTuple):
    """A file that holds rows of a table."""

    path: str
    """From the folder of the descriptor."""
    media: str
    size: int
    sha256: str


class Told(NamedTuple):
    """A table with what the descriptor tells of it."""

    table: Table
    parts: tuple[Part, ...]
    licences: tuple[Licence, ...]
    origins: tuple[Origin, ...]


def tables_of(source: Source) -> list[Told]:
    """The tables of a package in the order in which they are published, others behind."""
    by_name = {Path(each["schema"]).stem: each for each in source.descriptor["resources"]}
    return [
        Told(
            each.table,
            tuple(parts_of(source.folder / DESCRIPTOR, by_name[each.table.name])),
            licences_of(by_name[each.table.name]),
            origins_of(by_name[each.table.name]),
        )
        for each in source.published
    ]


def parts_of(where: Path, resource: Mapping[str, Any]) -> Iterator[Part]:
    """Yield the files of a resource: itself, or those that it lists where a table is cut into several."""
    media = text_in(resource, "mediatype") or "text/csv"
    for each in resource.get("files", [resource]):
        path, size, found = each.get("path"), each.get("bytes"), text_in(each, "hash")
        digest = found.removeprefix(SHA256)
        if not (found.startswith(SHA256) and len(digest) == DIGITS):
            raise UnreadableInput(f"{where}: {path}: found the hash {found!r}; expected one with {SHA256}")
        if not isinstance(size, int):
            raise UnreadableInput(f"{where}: {path}: found {size!r} bytes; expected how large the file is")
        yield Part(str(path), media, size, digest)
