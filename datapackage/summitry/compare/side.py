"""One of two packages that are compared."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from summitry.errors import UnreadableInput
from summitry.schema import Table, read_schema, table_of
from summitry.validate.findings import DESCRIPTOR

OF_THE_BUILD: Final = frozenset({"version", "created", "resources", "sources"})
"""What a package says of itself that follows from its rows, or that the comparison is to find."""


class Side:
    """A package that lies in a folder, read as far as needed."""

    def __init__(self, path: Path) -> None:
        self.path = path / DESCRIPTOR if path.is_dir() else path
        self.descriptor = descriptor_in(self.path)
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
        return table_of(named, schema) if isinstance(schema, dict) else read_schema(place / schema)

    def path_of(self, table: str) -> Path:
        """The file of a table."""
        return self.path.parent / str(self._resources[table]["path"])


def descriptor_in(path: Path) -> dict[str, Any]:
    """The descriptor of a package whose resources each have a name, a path and a schema."""
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
        for each in found["resources"]:
            each["name"], each["path"], each["schema"]
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a data package") from error
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableInput(f"{path}: found {error!r}; expected the descriptor of a package") from error
    return found


def differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Yield the properties of a package that say something else, by name."""
    for name in sorted({*old, *new} - OF_THE_BUILD):
        if old.get(name) != new.get(name):
            yield name
