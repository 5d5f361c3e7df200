"""A package at a glance."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summitry.errors import UnreadableInput
from summitry.load import LoadedTables, load
from summitry.settings import MAX_SHOWN_VALUE

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Glance:
    """Some rows to show: of one table, or a line for each table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return {"title": self.title, "rows": [dict(zip(self.columns, row, strict=True)) for row in self.rows]}

    def grid(self) -> "Table":
        """The same as a table for the terminal."""
        from rich.table import Table  # noqa: PLC0415  # only where something is shown
        from rich.text import Text  # noqa: PLC0415

        grid = Table(*self.columns, title=self.title)
        for row in self.rows:
            grid.add_row(*(Text(shortened(cell)) for cell in row))
        return grid


def show(package: str | Path, *, table: str | None = None, rows: int = 10) -> Glance:
    """The tables of a package with their sizes and columns, or the first rows of one."""
    loaded = load(package)
    if table is None:
        return overview(package, loaded)
    if table not in loaded._fields:
        raise UnreadableInput(f"--table {table}: found no such table; expected one of {', '.join(loaded._fields)}")
    frame = getattr(loaded, table)
    cells = frame.head(rows).astype("string").fillna("")
    lines = tuple(tuple(str(cell) for cell in line) for line in cells.itertuples(index=False))
    return Glance(f"{table} ({len(frame):,} rows)", tuple(frame.columns), lines)


def overview(package: str | Path, loaded: LoadedTables) -> Glance:
    """A line for each table: how many rows, and which columns."""
    lines = tuple(
        (name, f"{len(frame):,}", ", ".join(frame.columns)) for name, frame in loaded._asdict().items()
    )
    return Glance(str(package), ("table", "rows", "columns"), lines)


def shortened(cell: str) -> str:
    """A cell that fits a terminal."""
    return cell if len(cell) <= MAX_SHOWN_VALUE else f"{cell[: MAX_SHOWN_VALUE - 1]}…"
