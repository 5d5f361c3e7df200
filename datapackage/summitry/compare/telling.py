"""What changed, for people."""

from collections.abc import Iterator

from summitry.bounds import MAX_SHOWN_CHANGES, MAX_SHOWN_VALUE
from summitry.compare import Difference, TableChange


def lines_of(difference: Difference, *, rows: bool = True) -> Iterator[str]:
    """Yield what changed, the most general first, and of each kind only the first, or how many there are."""
    old, new = difference.versions
    change = f"{difference.bump.name.lower()} change" if difference.bump else "nothing changed"
    yield f"{old} -> {new}: {change}"
    for name in difference.named:
        yield f"the package: {name} says something else"
    for one in difference.columns:
        place = f"{one.table}.{one.field}" if one.field else one.table
        yield f"{place}: {one.what} ({one.bump.name.lower()})"
    for table in difference.tables:
        if table:
            yield from lines_of_table(table, told=rows)


def lines_of_table(change: TableChange, *, told: bool = True) -> Iterator[str]:
    """Yield what changed in the rows of a table, the first of them told."""
    before, after = change.rows
    yield f"{change.table}: {before:,} {'row' if before == 1 else 'rows'}, now {after:,}"
    kinds = {
        "added": change.added,
        "removed": change.removed,
        "renamed": [f"{old} -> {new}" for old, new in change.renamed],
        "changed": [
            f"{one.key}: {one.field}: {shown(one.old)} -> {shown(one.new)}" for one in change.changed
        ],
    }
    for kind, rows in kinds.items():
        if rows:
            yield f"  {kind}: {len(rows):,}"
            yield from (f"    {row}" for row in rows[: MAX_SHOWN_CHANGES if told else 0])
            if told and len(rows) > MAX_SHOWN_CHANGES:
                yield f"    and {len(rows) - MAX_SHOWN_CHANGES:,} more"


def shown(value: str | None) -> str:
    r"""A cell on one line, cut where it is long.

    >>> shown("two\nlines"), shown(None)
    ('“two lines”', 'nothing')
    """
    if value is None:
        return "nothing"
    line = " ".join(value.split())
    return f"“{line[:MAX_SHOWN_VALUE]}…”" if len(line) > MAX_SHOWN_VALUE else f"“{line}”"
