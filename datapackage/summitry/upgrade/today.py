"""What an upgraded package holds and says of itself."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from summitry.columnar import file_in
from summitry.editions import ORIGIN_PROPERTY, Edition
from summitry.package import read_metadata, resource_of, write_tables
from summitry.paths import DESCRIPTOR
from summitry.schema import Table
from summitry.tables import Written, json_bytes, replacement
from summitry.tables.files import Replacement
from summitry.upgrade.past import Past

FILED: Final = ("path", "format", "mediatype", "encoding", "bytes", "hash", "dialect", "schema")
"""What a resource says of its file, which is written anew."""


def write_upgraded(past: Past, out: Path, notes: Sequence[str]) -> Path:
    """Write the package with the tables of today, and give the path of its descriptor."""
    edition = Edition(text=past.edition.text)
    with replacement() as write:
        written = write_tables(past, edition, out, write)
        resources = [resource_today(past, table, written[name]) for name, table in edition.tables.items()]
        resources += [copied(past.folder, each, out, write) for each in others_of(past)]
        path = out / DESCRIPTOR
        write(path, json_bytes(descriptor_today(past, resources, edition, notes)))
    return path


def resource_today(past: Past, table: Table, written: Written) -> dict[str, Any]:
    """What is said of a table: as before, but for its file; a new one is as free as the package."""
    made = resource_of(table, written, read_metadata())
    if table.name in past.resources:
        return {**past.resources[table.name], **{name: made[name] for name in FILED}}
    licences = {"licenses": past.descriptor["licenses"]} if "licenses" in past.descriptor else {}
    return {name: value for name, value in made.items() if name != "licenses"} | licences


def others_of(past: Past) -> list[Mapping[str, Any]]:
    """The resources that are no tables of ours."""
    return [each for each in past.descriptor["resources"] if each["name"] not in past.resources]


def copied(folder: Path, resource: Mapping[str, Any], out: Path, write: Replacement) -> dict[str, Any]:
    """A resource that is no table of ours, its files beside those of the upgraded package."""
    paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
    for path in [*paths, *([resource["schema"]] if isinstance(resource["schema"], str) else [])]:
        write(out / path, file_in(folder, path).read_bytes())
    return dict(resource)


def descriptor_today(
    past: Past, resources: Sequence[Mapping[str, Any]], edition: Edition, notes: Sequence[str]
) -> dict[str, Any]:
    """What the package says of itself: what it said, from which version it came, and what stays untold."""
    told = {**past.descriptor, **edition.claims}
    if not past.edition.is_current:
        told.setdefault(ORIGIN_PROPERTY, past.edition.version)
        origin = f"Upgraded from version {past.edition.version} of the tables. {' '.join(notes)}"
        told["description"] = "\n\n".join(filter(None, (told.get("description"), origin)))
    return {**{name: value for name, value in told.items() if name != "resources"}, "resources": resources}
