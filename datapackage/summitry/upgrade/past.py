"""A package as it was, read with the eyes of today."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summitry.columnar import descriptor_of, file_in
from summitry.editions import VERSION, Edition, edition_of, raised, recognized, steps_after, tables_of
from summitry.errors import UnreadableInput
from summitry.manifest import Counted, sum_of
from summitry.schema import TABLES, Table, read_schema, table_of
from summitry.tables import cell_of, sort_key
from summitry.tables.order import ORDER
from summitry.tables.reading import LONGEST_CELL


@dataclass(frozen=True, slots=True)
class Past:
    """A package as it was, ready to be read with the tables of today."""

    folder: Path
    descriptor: Mapping[str, Any]
    edition: Edition
    resources: Mapping[str, Mapping[str, Any]]
    """Those of its tables, by name."""

    def lines(self, name: str) -> Iterator[str]:
        """Yield the rows of a table of today as lines, in the order in which they stood."""
        columns, rows = Edition().tables[name].field_names, self._rows(name)
        if name == "evidence" and any(step.renamed for step in steps_after(self.edition.version)):
            # reasons are sorted by the names of columns too
            rows = iter(sorted(rows, key=lambda row: sort_key(row[cell] for cell in ORDER[name][1])))
        for row in rows:
            yield ",".join(cell_of(row[column]) for column in columns)

    def _rows(self, name: str) -> Iterator[dict[str, str | None]]:
        """Yield the rows of a table with the columns of today; a table that was not there has none."""
        if name not in self.resources:
            return
        steps = steps_after(self.edition.version)
        for cells in self._cells(file_in(self.folder, self.resources[name]["path"]), name):
            yield raised(name, cells, steps)

    def _cells(self, path: Path, name: str) -> Iterator[dict[str, str | None]]:
        """Yield the cells of each row as they stand in a file."""
        names = self.edition.tables[name].field_names
        csv.field_size_limit(LONGEST_CELL)
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file, strict=True)
            next(lines)
            yield from (dict(zip(names, (cell or None for cell in cells), strict=True)) for cells in lines)

    def counted(self, name: str) -> Counted:
        """How many rows a table has, and which."""
        rows = total = 0
        for line in self.lines(name):
            rows, total = rows + 1, total + sum_of([line.encode()])
        return Counted(rows, total)


def read_past(path: Path, place: str | Path) -> Past:
    """The package of a descriptor, if its version is one that is known."""
    descriptor = descriptor_of(path)
    resources = {each["name"]: each for each in descriptor["resources"] if each["name"] in TABLES}
    tables = {name: schema_of(path.parent, each) for name, each in resources.items()}
    columns = {name: table.field_names for name, table in tables.items()}
    edition = edition_of(descriptor, columns)
    if recognized(columns) != edition.version:
        raise UnreadableInput(f"{place}: {unlike(columns, edition.version)}")
    return Past(path.parent, descriptor, edition, resources)


def schema_of(folder: Path, resource: Mapping[str, Any]) -> Table:
    """The schema of a table of the package in a folder."""
    schema = resource["schema"]
    named = Path(f"{resource['name']}.json")
    return table_of(named, schema) if isinstance(schema, dict) else read_schema(file_in(folder, schema))


def unlike(columns: Mapping[str, tuple[str, ...]], version: int) -> str:
    """How the columns of a package are none of any version, told beside the one that it should have.

    >>> unlike({}, 1).split(";")[0]
    'found no table articles'
    """
    expected = f"expected the tables of a version from 1 to {VERSION}"
    for name, table in tables_of(version).items():
        if name not in columns:
            return f"found no table {name}; {expected}"
        if columns[name] != table.field_names:
            return f"{name}: found the columns {', '.join(columns[name])}; {expected}"
    return f"found a table {next(name for name in columns if name not in tables_of(version))}; {expected}"
