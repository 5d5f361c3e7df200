"""An older package with the tables of today: what its version had not is added, and nothing is lost."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summitry.editions import VERSION, steps_after
from summitry.errors import InvalidTables, UnusableOutput
from summitry.manifest import MANIFEST
from summitry.paths import DESCRIPTOR
from summitry.upgrade.past import read_past
from summitry.upgrade.today import write_upgraded
from summitry.validate import validate
from summitry.validate.opened import opened

__all__ = ["Upgraded", "upgrade"]

STILL_TOLD: Final = frozenset(
    {"profile", "missing-property", "misspelt-property", "created", "undeclared-file"}
)
"""The rules of descriptors that say the same of an upgraded package: most of what it says of itself stays."""

UNHELD: Final = "There was no manifest to hold the rows to."


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade made: where the package is, from which version of the tables, and what stays untold."""

    descriptor: Path
    origin: int
    """The version that the package had."""
    version: int
    """The version that it has now."""
    notes: tuple[str, ...]
    """What could not be told of rows that are older than their columns, a sentence each."""


def upgrade(old: str | Path, out: str | Path) -> Upgraded:
    """Write an older package to the folder `out` with the tables of today, and tell what stays untold.

    `old` is a folder, a `datapackage.json`, a zip or an address. Every row and cell of it is kept. New
    columns and tables are filled as far as the old rows tell; the rest is left empty, and the descriptor says
    so, and from which version the package came. Raises `UnreadableInput` where the version is none that is
    known, and `InvalidTables` where the package has a problem that its upgrade would hide.
    """
    with opened(old) as package:
        path = package.path / DESCRIPTOR if package.path.is_dir() else package.path
        past = read_past(path, old)
        if Path(out).resolve() == path.parent.resolve():
            raise UnusableOutput(f"{out}: found the package itself; expected another place")
        unheld = expect_intact(path, old)
        notes = (*(each for step in steps_after(past.edition.version) for each in step.untold), *unheld)
        descriptor = write_upgraded(past, Path(out), notes)
    return Upgraded(descriptor, past.edition.version, VERSION, notes)


def expect_intact(path: Path, place: str | Path) -> list[str]:
    """Stop where files are not as the package says; what could not be held to anything, as notes."""
    lost = [problem for problem in validate(path) if problem.rule in hidden_rules()]
    unheld = not (path.parent / MANIFEST).is_file()
    told = [problem for problem in lost if not (unheld and problem.rule == "manifest")]
    if told:
        raise InvalidTables(f"{place}: found what an upgrade would hide: {told[0]}; expected no such fault")
    return [UNHELD] if unheld else []


def hidden_rules() -> frozenset[str]:
    """The rules that an upgraded package keeps whether the old one did or not, of files and descriptors.

    >>> {"hash", "row-count"} <= hidden_rules(), "foreign-key" in hidden_rules()
    (True, False)
    """
    from summitry.validate.catalogue import catalogue  # noqa: PLC0415  # polars would slow down every import

    rewritten = {check.rule for check in catalogue() if check.scope in {"descriptor", "file"}}
    return frozenset((rewritten | {"table-digest"}) - STILL_TOLD)
