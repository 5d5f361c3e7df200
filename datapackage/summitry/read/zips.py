"""The files in a zip, in the order of their paths."""

import stat
import struct
from collections.abc import Iterator
from io import BufferedReader
from typing import Final, cast
from zipfile import ZipFile, ZipInfo

from summitry.read.bounds import MAX_DIRECTORY_BYTES
from summitry.read.packed import BROKEN, WHOLE, Allowance, Member, Stream, seekable
from summitry.read.unfit import Unfit
from summitry.settings import ALWAYS_UNPACKED_BYTES, MAX_EXPANSION, PIECE_BYTES

END: Final = struct.Struct("<4s4H2LH")
"""The end of the list of what is in a zip (APPNOTE.TXT 4.3.16)."""
END_MARK: Final = b"PK\x05\x06"
WIDE_MARK: Final = b"PK\x06\x06"
LONGEST_COMMENT: Final = 0xFFFF
UNSAID: Final = 0xFFFFFFFF
"""The size stands in the wide form of the end (4.3.14)."""
METHODS: Final = frozenset({0, 8, 12})
"""Stored, deflated, bzip2: what takes a bounded memory to unpack (4.4.5)."""
ENCRYPTED: Final = 1


def zip_members(file: BufferedReader, allowance: Allowance) -> Iterator[Member]:
    """Yield the files in a zip, sorted by the code points of their paths."""
    with seekable(file) as packed:
        refuse_long_list(packed)
        try:
            archive = ZipFile(packed)
        except BROKEN as error:
            raise Unfit(None, "no sound zip", WHOLE) from error
        for member in sorted(archive.infolist(), key=lambda one: (one.filename, one.header_offset)):
            if not member.is_dir():
                yield Member(member.filename, content_of(archive, member, allowance))


def content_of(archive: ZipFile, member: ZipInfo, allowance: Allowance) -> BufferedReader | Unfit:
    """The bytes of a file in a zip, or why they are not read."""
    if fault := fault_of(member):
        return fault
    most = max(ALWAYS_UNPACKED_BYTES, MAX_EXPANSION * member.compress_size)
    left = most

    def spend(count: int) -> None:
        nonlocal left
        left -= count
        if left < 0:
            raise Unfit(None, f"a file that unpacks to more than {most:,} bytes", "news, which shrinks less")
        allowance.spend(count)

    try:
        packed = cast("BufferedReader", archive.open(member))
    except BROKEN:
        return Unfit(None, "a file whose head in the archive is damaged", WHOLE)
    return BufferedReader(Stream(packed, spend), PIECE_BYTES)


def fault_of(member: ZipInfo) -> Unfit | None:
    """Why a file in a zip is not to be read."""
    if stat.S_IFMT(member.external_attr >> 16) not in {0, stat.S_IFREG}:
        return Unfit(None, "a link or a device", "a file")
    if member.flag_bits & ENCRYPTED:
        return Unfit(None, "an encrypted file", "one that can be read without a password")
    if member.compress_type not in METHODS:
        method = f"a file compressed by method {member.compress_type}"
        return Unfit(None, method, "one that is deflated, bzip2 or stored")
    return None


def refuse_long_list(file: BufferedReader) -> None:
    """Stop at a zip whose list of members would fill the memory."""
    size = file.seek(0, 2)
    if size > MAX_DIRECTORY_BYTES and (listed := size_of_list(file, size)) > MAX_DIRECTORY_BYTES:
        found = f"a zip with a list of {listed:,} bytes"
        raise Unfit(None, found, f"at most {MAX_DIRECTORY_BYTES:,}, or several zips")
    file.seek(0)


def size_of_list(file: BufferedReader, size: int) -> int:
    """The bytes that the list of members takes, as the end of a zip says."""
    tail = min(size, LONGEST_COMMENT + 2 * END.size + PIECE_BYTES)
    file.seek(size - tail)
    last = file.read(tail)
    sizes = [END.unpack_from(last, at)[5] for at in places(last, END_MARK) if at + END.size <= len(last)]
    wide = [
        struct.unpack_from("<Q", last, at + 40)[0] for at in places(last, WIDE_MARK) if at + 48 <= len(last)
    ]
    # a comment can hold what looks like another end: the longest list that any end tells of is meant
    return max([0, *map(int, wide), *(int(each) for each in sizes if each != UNSAID)])


def places(text: bytes, mark: bytes) -> Iterator[int]:
    """Yield where a mark stands."""
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)
