"""Which part of a version number a change makes grow.

By the recipe “Data Package Version” of the Data Package standard: MAJOR for what breaks the programs of
others (another name; a column added, removed, moved or narrowed; rows gone to which other tables lead), MINOR
for what is added or follows from it, PATCH for what is corrected.
"""

from enum import IntEnum

from summitry.compare.rows import TableChange


class Bump(IntEnum):
    """The parts of a version number, the weightier the greater."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


def bump_of_rows(change: TableChange) -> Bump:
    """Which part grows because of the rows of a table."""
    if change.referenced and (change.removed or change.renamed):
        return Bump.MAJOR
    if change.added or any(one.field in change.leading for one in change.changed):
        return Bump.MINOR
    return Bump.PATCH if change else Bump.NONE


def next_version(version: str, bump: Bump) -> str:
    """The version that comes after one (SemVer 2.0.0); before 1.0.0 all grows one place further down.

    >>> [next_version(each, Bump.MAJOR) for each in ("1.4.2", "0.4.2")]
    ['2.0.0', '0.5.0']
    """
    major, minor, patch = (int(part) for part in version.split("."))
    if major == 0:
        bump = Bump(max(bump - 1, min(bump, Bump.PATCH)))
    match bump:
        case Bump.MAJOR:
            return f"{major + 1}.0.0"
        case Bump.MINOR:
            return f"{major}.{minor + 1}.0"
        case Bump.PATCH:
            return f"{major}.{minor}.{patch + 1}"
        case Bump.NONE:
            return version
