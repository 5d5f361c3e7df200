"""One of two packages that are compared."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from summitry.columnar import descriptor_of, file_in
from summitry.paths import DESCRIPTOR
from summitry.schema import Table, read_schema, table_of

OF_THE_BUILD: Final = frozenset({"version", "created", "resources", "sources"})
"""What a package says of itself that follows from its rows, or that the comparison is to find."""


class Side:
    """A package that lies in a folder, read as far as needed."""

    def __init__(self, path: Path) -> None:
        self.path = path / DESCRIPTOR if path.is_dir() else path
        self.descriptor = descriptor_of(self.path)
        self._resources = {each["name"]: each for each in self.descriptor["resources"]}
        self.tables = [self._table_of(each) for each in self._resources.values()]

    @property
    def version(self) -> str:
        """The version that it says it is."""
        return str(self.descriptor.get("version", ""))

    def _table_of(self, resource: Mapping[str, Any]) -> Table:
        """The schema of a resource."""
        schema, place = resource["schema"], self.path.parent
        named = place / f"{resource['name']}.json"
        return table_of(named, schema) if isinstance(schema, dict) else read_schema(file_in(place, schema))

    def path_of(self, table: str) -> Path:
        """The file of a table."""
        return file_in(self.path.parent, self._resources[table]["path"])


def differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Yield the properties of a package that say something else, by name."""
    for name in sorted({*old, *new} - OF_THE_BUILD):
        if old.get(name) != new.get(name):
            yield name
