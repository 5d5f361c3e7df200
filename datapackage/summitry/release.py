"""A package made ready for those who rely on it: checked, numbered, told of, packed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from summitry.compare import Bump, Difference, diff
from summitry.compare.bump import next_version
from summitry.compare.telling import lines_of
from summitry.editions import REMOVED_PROPERTY, TEXT_PROPERTY
from summitry.errors import InvalidTables, UnfitVersion
from summitry.export.source import Source, bytes_of, read_source
from summitry.export.zip import to_zip
from summitry.paths import DESCRIPTOR
from summitry.tables import json_bytes, replacement, write_file
from summitry.validate import validate

VERSION: Final = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
"""Three numbers without zeros before them (SemVer 2.0.0, section 2)."""

SUMS: Final = "SHA256SUMS"
UNRELEASED: Final = re.compile(r"^## \[Unreleased\].*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its version, and where it lies."""

    version: str
    folder: Path
    """The files as they are served at an address of their own, with their sums."""
    archive: Path
    """The same in one file."""
    difference: Difference | None
    """What changed since the last one, none if there was none."""


def release(  # noqa: PLR0913  # each is an option of the command line
    package: str | Path,
    out: str | Path,
    *,
    against: str | Path | None = None,
    version: str | None = None,
    changelog: str | Path | None = None,
    on: date | None = None,
) -> Release:
    """Write a package as a release to a folder: as files in a folder of its version, and as a zip of them.

    The version follows from what changed since the release it is held `against`; one that is given must be as
    high. The first release has the version that the package says. The entry of the changelog, if there is
    one to write, is dated `on` a day, or that of the newest article. Raises `InvalidTables` where the
    package has a problem, and `UnfitVersion` where the version is too low, nothing changed, or the version is
    there already with other files.
    """
    source = read_source(Path(package))
    expect_sound(package)
    found = diff(against, package) if against is not None else None
    number = decided(found, str(source.descriptor.get("version", "")), version)
    entries: dict[Path, bytes] = {}
    if changelog is not None:
        # what would stop it is said before anything is written
        path = Path(changelog)
        day = on or (source.created and source.created.date())
        if day is None:
            raise UnfitVersion(f"{path}: found no day of the newest article; expected --on DATE")
        # words and people that a release leaves out, and the last one had, are not told by its changelog
        taken_out = found is not None and REMOVED_PROPERTY in found.named
        told = source.descriptor.get(TEXT_PROPERTY) != "none" and not taken_out
        entries[path] = with_entry(path, entry_of(number, day, found, rows=told), number)
    folder = Path(out) / f"{source.descriptor['name']}-{number}"
    archive = Path(out) / f"{folder.name}.zip"
    content = json_bytes(source.descriptor | {"version": number})
    sums = sums_of(source, content)
    for place in (folder, archive):
        expect_no_other(place, sums, number)
    write_files(source, content, folder)
    write_file(folder / SUMS, sums)
    to_zip(read_source(folder), archive, more=[SUMS])
    for path, text in entries.items():
        write_file(path, text)
    return Release(number, folder, archive, found)


def expect_sound(package: str | Path) -> None:
    """Stop at a package that has a problem."""
    report = validate(package)
    if not report.valid:
        first = next(iter(report))
        raise InvalidTables(f"{package}: found problems, the first: {first}; expected none in a release")


def decided(found: Difference | None, own: str, given: str | None) -> str:
    """The version of a release."""
    if given is not None and not VERSION.fullmatch(given):
        raise UnfitVersion(f"version: found {given}; expected three numbers such as 1.0.0")
    last = own if found is None else found.versions[0]
    if not VERSION.fullmatch(last):
        raise UnfitVersion(f"version: found {last!r} in the package; expected three numbers such as 1.0.0")
    if found is None:
        return given or own
    if found.bump == Bump.NONE:
        raise UnfitVersion(f"version: found nothing that changed since {last}; expected a change to release")
    lowest = next_version(last, found.bump)
    if given is not None and numbers(given) < numbers(lowest):
        change = found.bump.name.lower()
        raise UnfitVersion(f"version: found {given}; expected at least {lowest}, for a {change} change")
    return given or lowest


def numbers(version: str) -> tuple[int, ...]:
    """A version as what it is compared by.

    >>> numbers("1.10.0") > numbers("1.9.3")
    True
    """
    return tuple(int(part) for part in version.split("."))


def sums_of(source: Source, descriptor: bytes) -> bytes:
    """The SHA-256 of every file of a package, of which the descriptor is not as it lies there."""
    lines = []
    for name in source.files():
        digest = sha256()
        for piece in [descriptor] if name == DESCRIPTOR else bytes_of(source.folder / name):
            digest.update(piece)
        lines.append(f"{digest.hexdigest()}  {name}\n")
    return "".join(lines).encode()


def expect_no_other(place: Path, sums: bytes, version: str) -> None:
    """Stop where a version was released with other files: none is ever changed (SemVer 2.0.0, section 3)."""
    try:
        if place.is_dir():
            found = (place / SUMS).read_bytes()
        else:
            with ZipFile(place) as archive:
                found = archive.read(SUMS)
    except (OSError, KeyError, BadZipFile):
        # no release, or the rest of one that was stopped
        return
    if found != sums:
        raise UnfitVersion(
            f"{place}: found a release of {version} with other files; expected none: "
            f"say --against {place}, or another --out"
        )


def write_files(source: Source, descriptor: bytes, folder: Path) -> None:
    """Write every file of a package, of which the descriptor is not as it lies there."""
    with replacement() as write:
        for name in source.files():
            write(folder / name, descriptor if name == DESCRIPTOR else bytes_of(source.folder / name))


def with_entry(path: Path, lines: Iterable[str], version: str) -> bytes:
    """A changelog (Keep a Changelog 1.1.0) with what changed, above the entry of the last release."""
    text = path.read_text(encoding="utf-8") if path.is_file() else "# Changelog\n\n"
    if f"## [{version}]" in text:
        raise UnfitVersion(f"{path}: found an entry for {version}; expected none yet")
    entry = "".join(f"{line}\n" for line in lines)
    unreleased = UNRELEASED.search(text)
    first = re.search(r"^## ", text, re.MULTILINE)
    at = unreleased.end() if unreleased else first.start() if first else len(text)
    return (text[:at] + entry + "\n" + text[at:]).rstrip("\n").encode() + b"\n"


def entry_of(version: str, day: date, found: Difference | None, *, rows: bool = True) -> Iterable[str]:
    """Yield the lines of an entry, which tells of rows, or only how many changed."""
    yield f"## [{version}] - {day.isoformat()}"
    yield ""
    if found is None:
        yield "The first release."
        return
    yield "```text"
    yield from lines_of(replace(found, versions=(found.versions[0], version)), rows=rows)
    yield "```"
