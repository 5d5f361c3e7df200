"""A package as every target reads it: tables in the order of their keys, a typed row at a time."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summitry.columnar import csv_pieces, descriptor_of, file_in, is_parquet
from summitry.ddl import in_order_of_keys
from summitry.errors import InvalidTables, UnreadableInput
from summitry.manifest import MANIFEST
from summitry.paths import DESCRIPTOR
from summitry.schema import TABLES, Table, read_schema
from summitry.settings import PIECE_BYTES
from summitry.tables import values_in
from summitry.validate.archive import is_zip


@dataclass(frozen=True, slots=True)
class Filed:
    """A table of a package, and the files that hold it."""

    table: Table
    files: tuple[Path, ...]
    parquet: bool

    def rows(self) -> Iterator[list[Any]]:
        """Yield each row as values of the types that the schema says, an empty cell as none."""
        for path in self.files:
            yield from values_in(self.table, self.lines(path), path)

    def lines(self, path: Path) -> Iterator[str]:
        """Yield the lines of a file, as those of a CSV file."""
        if self.parquet:
            for piece in self.of_parquet([path]):
                yield from io.StringIO(piece.decode(), newline="")
            return
        try:
            with path.open(encoding="utf-8", newline="") as file:
                yield from file
        except OSError as error:
            raise UnreadableInput(f"{path}: found {error.strerror}; expected a CSV file") from error
        except UnicodeDecodeError as error:
            raise InvalidTables(f"{path}: found {error.reason}; expected UTF-8") from error

    def pieces(self) -> Iterator[bytes]:
        """Yield the table as one CSV file holds it, piece by piece."""
        yield from self.of_parquet(list(self.files)) if self.parquet else bytes_of(self.files[0])

    def of_parquet(self, files: list[Path]) -> Iterator[bytes]:
        """Yield some Parquet files of the table as a CSV file."""
        return csv_pieces(",".join(self.table.field_names), files, self.table)


@dataclass(frozen=True, slots=True)
class Source:
    """A package that is there to be exported."""

    folder: Path
    descriptor: dict[str, Any]
    tables: tuple[Filed, ...]
    """Each after those that its keys lead to."""

    @property
    def published(self) -> list[Filed]:
        """The tables in the order in which they are published, others behind by their names."""
        names = [*TABLES, *sorted(each.table.name for each in self.tables)]
        return sorted(self.tables, key=lambda each: names.index(each.table.name))

    @property
    def created(self) -> datetime | None:
        """When the package says that it was made, in universal time; no clock is ever asked."""
        try:
            moment = datetime.fromisoformat(self.descriptor["created"])
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (KeyError, TypeError, ValueError, OverflowError):
            return None

    def files(self) -> list[str]:
        """Every file that belongs to the package, in the order of their names."""
        found = {DESCRIPTOR, *(resource["schema"] for resource in self.descriptor["resources"])}
        found.update(path for resource in self.descriptor["resources"] for path in paths_of(resource))
        if (self.folder / MANIFEST).is_file():
            found.add(MANIFEST)
        return sorted(found)


def read_source(package: Path) -> Source:
    """The package in a folder, or of a descriptor, by the schemas that it came with."""
    if is_zip(package):
        raise UnreadableInput(
            f"{package}: found a zip; expected a folder or its {DESCRIPTOR}: unpack it first"
        )
    folder = package.parent if package.is_file() else package
    descriptor = descriptor_of(folder / DESCRIPTOR)
    parquet = is_parquet(descriptor)
    tables = {}
    for resource in descriptor["resources"]:
        filed = filed_of(folder, resource, parquet=parquet)
        tables[filed.table.name] = filed
    try:
        ordered = in_order_of_keys(each.table for each in tables.values())
    except ValueError as error:
        raise UnreadableInput(f"{folder / DESCRIPTOR}: {error}; expected tables with an order") from error
    return Source(folder, descriptor, tuple(tables[table.name] for table in ordered))


def filed_of(folder: Path, resource: dict[str, Any], *, parquet: bool) -> Filed:
    """A table as a resource tells of it."""
    schema = file_in(folder, resource["schema"])
    files = tuple(file_in(folder, path) for path in paths_of(resource))
    if not files or (len(files) > 1 and not parquet):
        raise UnreadableInput(
            f"{folder / DESCRIPTOR}: found {len(files)} files of {schema.stem}; expected one CSV file"
        )
    return Filed(read_schema(schema), files, parquet)


def paths_of(resource: dict[str, Any]) -> list[Any]:
    """The paths of the files that a resource is made of.

    >>> paths_of({"path": "data/tables/quotes.csv"})
    ['data/tables/quotes.csv']
    """
    path = resource["path"]
    return path if isinstance(path, list) else [path]


def bytes_of(path: Path) -> Iterator[bytes]:
    """Yield what a file holds, piece by piece."""
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                yield piece
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a file of the package") from error
