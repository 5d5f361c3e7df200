"""A package as one file: a zip with the same bytes each time, which `validate` accepts."""

import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from summitry.export.beside import beside
from summitry.export.source import Source, bytes_of

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell of (APPNOTE.TXT 4.4.6), for all files."""

PERMISSIONS: Final = stat.S_IFREG | 0o644
"""Of every file: its owner can change it, all can read it."""

UNIX: Final = 3
"""The system whose permissions they are (APPNOTE.TXT 4.4.2), also where another one wrote them."""


def to_zip(source: Source, out: Path, more: Iterable[str] = ()) -> Path:
    """Write descriptor, manifest, schemas, tables and `more` into a zip, in the order of their names."""
    with beside(out) as part, ZipFile(part, "w") as archive:
        for name in sorted([*source.files(), *more]):
            path = source.folder / name
            with archive.open(member_of(name, path), "w") as member:
                for piece in bytes_of(path):
                    member.write(piece)
    return out


def member_of(name: str, path: Path) -> ZipInfo:
    """What the zip says of a file: nothing that depends on the day or the machine."""
    member = ZipInfo(name, FIRST_DAY)
    member.compress_type = ZIP_DEFLATED
    member.create_system, member.external_attr = UNIX, PERMISSIONS << 16
    if path.is_file():
        # lets the zip choose the form for more than four gigabytes where it must
        member.file_size = path.stat().st_size
    return member
