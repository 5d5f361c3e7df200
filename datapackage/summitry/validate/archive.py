"""A package in a zip, unpacked so that it can be checked as a folder is, and so that it can harm nothing."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summitry.bounds import MAX_PACKAGE_FILES
from summitry.errors import UnreadableInput
from summitry.paths import DESCRIPTOR, leads_astray
from summitry.settings import ALWAYS_UNPACKED_BYTES, MAX_EXPANSION, MAX_PACKAGE_BYTES, PIECE_BYTES
from summitry.validate.findings import counted, visible

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SIGNATURE: Final = b"PK\x03\x04"
"""How a zip begins (APPNOTE.TXT 4.3.7)."""


def is_zip(path: Path) -> bool:
    """Whether a path is that of a zip, by its ending or by its first bytes."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return path.suffix.lower() == ".zip" or file.read(len(SIGNATURE)) == SIGNATURE


def unpacked(path: Path, folder: Path, name: str) -> Path:
    """The descriptor of a zipped package, once all of it lies in an empty folder.

    Nothing is written elsewhere, and no more than a package can hold. What is wrong with the zip itself stops
    the work, and is told by the zip's name.
    """
    from zipfile import ZipFile  # noqa: PLC0415  # only for a zip

    with sound(name), ZipFile(path) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > MAX_PACKAGE_FILES:
            raise UnreadableInput(f"{name}: found {counted(len(members), 'file')}; expected fewer")
        for member in members:
            if fault := unsafe(member):
                shown = visible(member.filename)
                raise UnreadableInput(f"{name}: found {shown!r}, which {fault}; expected files of a package")
        most = max(ALWAYS_UNPACKED_BYTES, MAX_EXPANSION * path.stat().st_size)
        unpack(archive, members, folder, min(most, MAX_PACKAGE_BYTES), name)
    return descriptor_in(folder, name)


def unsafe(member: "ZipInfo") -> str | None:
    """Why a file of a zip is not to be unpacked, none if it is."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        return "is a link or a device"
    return "is encrypted" if member.flag_bits & 1 else leads_astray(member.orig_filename)


def unpack(archive: "ZipFile", members: list["ZipInfo"], folder: Path, most: int, name: str) -> None:
    """Write the files of a zip into a folder, and stop where they grow beyond what they may."""
    left = most
    for member in members:
        target = folder / member.filename
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as packed, target.open("xb") as file:
            # What the zip says of its sizes can be false: the bytes themselves are counted.
            while piece := packed.read(PIECE_BYTES):
                left -= len(piece)
                if left < 0:
                    raise UnreadableInput(f"{name}: found more than {most:,} bytes in it; expected a package")
                file.write(piece)


def descriptor_in(folder: Path, name: str) -> Path:
    """The descriptor at the top of a folder, or one folder down, as in the zip of a repository."""
    top = folder / DESCRIPTOR
    found = [top] if top.is_file() else sorted(folder.glob(f"*/{DESCRIPTOR}"))
    if len(found) != 1:
        raise UnreadableInput(f"{name}: found {len(found) or 'no'} {DESCRIPTOR}; expected one data package")
    return found[0]


@contextmanager
def sound(name: str) -> Iterator[None]:
    """Turn what can be wrong with a zip into one line that a person can act on."""
    from lzma import LZMAError  # noqa: PLC0415  # only for a zip
    from zipfile import BadZipFile  # noqa: PLC0415  # the same
    from zlib import error as ZlibError  # noqa: N812, PLC0415  # the same

    try:
        yield
    except FileExistsError as error:
        raise UnreadableInput(f"{name}: found one file twice; expected each once") from error
    except (BadZipFile, ZlibError, LZMAError, EOFError, NotImplementedError, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"{name}: found no sound zip ({visible(reason)}); expected one") from error
