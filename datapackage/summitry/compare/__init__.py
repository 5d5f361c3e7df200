"""What changed from one package to the next: rows, cells and ids, columns, and its own description."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summitry.compare.bump import Bump, bump_of_rows
from summitry.compare.columns import Redefinition, redefinitions
from summitry.compare.rows import TableChange, changes_of
from summitry.compare.side import Side, differing
from summitry.ddl import in_order_of_keys
from summitry.validate.opened import opened

__all__ = ["Bump", "Difference", "Redefinition", "TableChange", "diff"]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from one package to the next."""

    versions: tuple[str, str]
    """What each says its version is."""
    named: tuple[str, ...]
    """The properties of the package that say something else."""
    columns: tuple[Redefinition, ...]
    tables: tuple[TableChange, ...]

    @property
    def bump(self) -> Bump:
        """Which part of the version number has to grow."""
        levels = [one.bump for one in self.columns] + [bump_of_rows(one) for one in self.tables]
        if {"name", "id"} & set(self.named):
            levels.append(Bump.MAJOR)
        if self.named:
            levels.append(Bump.PATCH)
        return max(levels, default=Bump.NONE)

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        return {
            "versions": list(self.versions),
            "bump": self.bump.name.lower(),
            "properties": list(self.named),
            "columns": [asdict(one) | {"bump": one.bump.name.lower()} for one in self.columns],
            "tables": {one.table: one.as_json() for one in self.tables if one},
        }


def diff(old: str | Path, new: str | Path) -> Difference:
    """What changed from an old package to a new one, each a folder, a descriptor, a zip or an address.

    Rows are the same by their keys. A row whose id alone changed is told as renamed, and where other rows
    point at it, that is no change of theirs.
    """
    with opened(old) as before, opened(new) as after:
        one, other = Side(before.path), Side(after.path)
        shared = [table for table in other.tables if table.name in {each.name for each in one.tables}]
        renamed: dict[str, dict[str, str]] = {}
        changes = [
            changes_of(table, one.path_of(table.name), other.path_of(table.name), renamed)
            for table in in_order_of_keys(shared)
        ]
        return Difference(
            (one.version, other.version),
            tuple(differing(one.descriptor, other.descriptor)),
            tuple(redefinitions(one.tables, other.tables)),
            tuple(changes),
        )
