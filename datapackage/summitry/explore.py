"""A package at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summitry.errors import UnreadableInput
from summitry.load import LoadedTables, load

if TYPE_CHECKING:
    from pandas import DataFrame
    from rich.console import Group
    from rich.table import Table

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Glance:
    """Some rows to show: of one table, or a line for each table of a package."""

    name: str
    """Of the table, or the place of the package."""
    total: int
    """How many rows there are, shown or not."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    upright: bool = False
    """Whether each row is shown as a list of its cells, because it has more of them than fit side by side."""
    unit: str = "row"
    """What a row stands for."""

    @property
    def heading(self) -> str:
        """What is shown, and how much of it.

        >>> Glance("quotes", 1200, ("kind",), (("direct",), ("mixed",))).heading
        'quotes: 1,200 rows, the first 2'
        """
        first = f", the first {len(self.rows):,}" if len(self.rows) < self.total else ""
        return f"{self.name}: {self.total:,} {self.unit}{'' if self.total == 1 else 's'}{first}"

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return {"name": self.name, "total": self.total, "rows": rows}

    def view(self) -> "Group":
        """The same for a terminal, below its heading."""
        from rich.console import Group  # noqa: PLC0415  # only where something is shown
        from rich.text import Text  # noqa: PLC0415  # the same

        return Group(Text(self.heading), self.lists() if self.upright else self.lines())

    def lines(self) -> "Table":
        """A line for each row."""
        from rich.table import Table  # noqa: PLC0415  # only where something is shown
        from rich.text import Text  # noqa: PLC0415  # the same

        grid = Table(show_lines=True)
        for place, name in enumerate(self.columns):
            number = any(isinstance(row[place], int) for row in self.rows)
            grid.add_column(name, justify="right" if number else "left")
        for row in self.rows:
            grid.add_row(*(Text(written(cell)) for cell in row))
        return grid

    def lists(self) -> "Table":
        """A list of the cells of each row; empty cells are left out."""
        from rich.table import Table  # noqa: PLC0415  # only where something is shown
        from rich.text import Text  # noqa: PLC0415  # the same

        grid = Table(show_header=False, box=None)
        for row in self.rows:
            grid.add_row()
            for name, cell in zip(self.columns, row, strict=True):
                if cell is not None:
                    grid.add_row(Text(name, style="bold"), Text(written(cell)))
        return grid


def show(
    package: str | Path, *, table: str | None = None, columns: Sequence[str] = (), rows: int = 10
) -> Glance:
    """The tables of a package with their sizes and columns, or the first rows of one table.

    With `columns` only those are shown, side by side.
    """
    loaded = load(package)
    if table is None:
        if columns:
            raise UnreadableInput(f"found columns but no table; expected one of {', '.join(loaded._fields)}")
        return overview(package, loaded)
    if table not in loaded._fields:
        raise UnreadableInput(f"found no table {table!r}; expected one of {', '.join(loaded._fields)}")
    frame: DataFrame = getattr(loaded, table)
    names = tuple(map(str, frame.columns))
    for name in columns:
        if name not in names:
            raise UnreadableInput(f"{table}: found no column {name!r}; expected one of {', '.join(names)}")
    chosen = tuple(columns) or names
    return Glance(table, len(frame), chosen, cells_of(frame.head(rows)[list(chosen)]), upright=not columns)


def overview(package: str | Path, loaded: LoadedTables) -> Glance:
    """A line for each table: how many rows, and which columns."""
    lines = tuple((name, len(frame), ", ".join(frame)) for name, frame in loaded._asdict().items())
    return Glance(str(package), len(lines), ("table", "rows", "columns"), lines, unit="table")


def cells_of(frame: "DataFrame") -> tuple[tuple[Cell, ...], ...]:
    """The cells of a frame as plain values: text, whole numbers and nulls; dates as text."""
    numbers = {name for name, column in frame.items() if column.dtype.kind == "i"}
    texts = frame.astype({name: "string" for name in frame if name not in numbers}).astype(object)
    return tuple(texts.where(frame.notna(), None).itertuples(index=False, name=None))


def written(cell: Cell) -> str:
    """A cell as text.

    >>> written(1200), written(None)
    ('1200', '')
    """
    return "" if cell is None else str(cell)
