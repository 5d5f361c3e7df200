"""What changed of the columns: tables and fields that came, went or moved, and what a cell may hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from summitry.compare.bump import Bump
from summitry.schema import Table

What = Literal["added", "removed", "moved", "narrowed", "widened", "retyped", "reworded", "rekeyed"]

BUMPS: Final[Mapping[What, Bump]] = {
    "added": Bump.MAJOR,
    "removed": Bump.MAJOR,
    "moved": Bump.MAJOR,
    "narrowed": Bump.MAJOR,
    "retyped": Bump.MAJOR,
    "rekeyed": Bump.MAJOR,
    "widened": Bump.MINOR,
    "reworded": Bump.PATCH,
}

AT_LEAST: Final = ("minimum", "minLength")
AT_MOST: Final = ("maximum", "maxLength")


@dataclass(frozen=True, slots=True)
class Redefinition:
    """One change of a table or of one of its fields."""

    table: str
    field: str | None
    what: What

    @property
    def bump(self) -> Bump:
        """Which part of the version grows: a new table only adds, a new field moves those of others."""
        return Bump.MINOR if self.what == "added" and self.field is None else BUMPS[self.what]


def redefinitions(old: Sequence[Table], new: Sequence[Table]) -> Iterator[Redefinition]:
    """Yield every change of the tables and their fields."""
    before, after = ({table.name: table for table in tables} for tables in (old, new))
    yield from (Redefinition(name, None, "removed") for name in before if name not in after)
    yield from (Redefinition(name, None, "added") for name in after if name not in before)
    for name in before:
        if name in after:
            yield from of_table(before[name], after[name])


def of_table(old: Table, new: Table) -> Iterator[Redefinition]:
    """Yield every change of one table."""
    before, after = (raw_fields(table) for table in (old, new))
    yield from (Redefinition(old.name, name, "removed") for name in before if name not in after)
    yield from (Redefinition(old.name, name, "added") for name in after if name not in before)
    shared = [name for name in before if name in after]
    if shared != [name for name in after if name in before]:
        yield Redefinition(old.name, None, "moved")
    if (old.primary_key, old.foreign_keys) != (new.primary_key, new.foreign_keys):
        yield Redefinition(old.name, None, "rekeyed")
    if (old.title, old.description) != (new.title, new.description):
        yield Redefinition(old.name, None, "reworded")
    for name in shared:
        yield from of_field(old.name, before[name], after[name])


def raw_fields(table: Table) -> dict[str, Mapping[str, Any]]:
    """The fields of a table as its schema writes them."""
    return {field["name"]: field for field in table.descriptor["fields"]}


def of_field(table: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Redefinition]:
    """Yield every change of one field."""
    name = old["name"]
    if any(old.get(each) != new.get(each) for each in ("type", "format")):
        yield Redefinition(table, name, "retyped")
    if any(old.get(each) != new.get(each) for each in ("title", "description", "example")):
        yield Redefinition(table, name, "reworded")
    before, after = old.get("constraints", {}), new.get("constraints", {})
    changed = [each for each in sorted({*before, *after}) if before.get(each) != after.get(each)]
    if any(narrows(each, before.get(each), after.get(each)) for each in changed):
        yield Redefinition(table, name, "narrowed")
    elif changed:
        yield Redefinition(table, name, "widened")


def narrows(constraint: str, old: Any, new: Any) -> bool:  # noqa: ANN401  # whatever a schema holds
    """Whether a constraint allows less than before; a changed pattern may, and so it does.

    >>> narrows("enum", ["a"], ["a", "b"]), narrows("minimum", 1, 2), narrows("required", True, None)
    (False, True, False)
    """
    if not new or old is None:
        return bool(new)
    if constraint == "enum":
        return not set(old) <= set(new)
    if constraint in AT_LEAST:
        return bool(new > old)
    return bool(new < old) if constraint in AT_MOST else True
