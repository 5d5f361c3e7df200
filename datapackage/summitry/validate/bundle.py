"""A package as its descriptor tells it: which files there are and what they claim to be."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from summitry.errors import UnreadableInput
from summitry.validate.findings import DESCRIPTOR, Finding, Place


class Resource(NamedTuple):
    """One file that the descriptor names."""

    name: str
    pointer: str
    """Where in the descriptor it stands: `resources/3`."""
    descriptor: Mapping[str, Any]
    path: Path | None
    """The file, if there is one inside the package."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A descriptor and the folder that its paths start from."""

    path: Path
    descriptor: Mapping[str, Any]
    resources: tuple[Resource, ...]

    @property
    def folder(self) -> Path:
        """Where the package lies."""
        return self.path.parent


def descriptor_path(path: Path) -> Path:
    """The descriptor that a path means: itself, or the one in the folder."""
    found = path / DESCRIPTOR if path.is_dir() else path
    if not found.is_file():
        raise UnreadableInput(f"{path}: found no {DESCRIPTOR}; expected a data package")
    return found


def read_bundle(path: Path) -> tuple[Bundle, list[Finding]]:
    """The package that a descriptor tells of, empty if it cannot be read, and why not."""
    twice: list[str] = []
    try:
        text = path.read_bytes().decode("utf-8")
        descriptor = json.loads(text, object_pairs_hook=lambda pairs: once(pairs, twice))
    except UnicodeDecodeError as error:
        return Bundle(path, {}, ()), [unreadable(None, f"is not text in UTF-8 from byte {error.start} on")]
    except json.JSONDecodeError as error:
        return Bundle(path, {}, ()), [unreadable(error.lineno, f"is not JSON: {error.msg}")]
    if not isinstance(descriptor, dict):
        return Bundle(path, {}, ()), [unreadable(None, "is not a JSON object")]
    findings = [misstated(name, None, "json", "stands twice in one object", "keep one") for name in twice]
    return Bundle(path, descriptor, tuple(resources_of(path.parent, descriptor))), findings


def once(pairs: Iterable[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    """The object of these pairs; names that it repeats are added to the list.

    >>> twice = []
    >>> once([("name", "a"), ("name", "b")], twice), twice
    ({'name': 'b'}, ['name'])
    """
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            twice.append(name)
        found[name] = value
    return found


def resources_of(folder: Path, descriptor: Mapping[str, Any]) -> list[Resource]:
    """The resources of a descriptor, those that are no objects left out."""
    listed = descriptor.get("resources")
    return [
        Resource(str(each.get("name", "")), f"resources/{place}", each, inside(folder, each.get("path")))
        for place, each in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(each, dict)
    ]


def files_of(bundle: Bundle) -> dict[str, str]:
    """Where the file of each resource, and the descriptor itself, lies in the package."""
    # Of two resources of one name the first counts, as in the checks.
    there = [each for each in reversed(bundle.resources) if each.path]
    return {each.name: str(each.descriptor["path"]) for each in there} | {DESCRIPTOR: bundle.path.name}


def inside(folder: Path, path: object) -> Path | None:
    """The file of the package that a path leads to, none if it leads elsewhere or nowhere."""
    if leads_astray(path) or not isinstance(path, str):
        return None
    file = folder / path
    return file if file.is_file() and file.resolve().is_relative_to(folder.resolve()) else None


def leads_astray(path: object) -> str | None:
    """Why a path is not one of a file in the package, none if it is (Data Package 2.0, “URL or Path”).

    >>> leads_astray("data/../../secrets.csv")
    'leads out of the package'
    """
    if not (isinstance(path, str) and path):
        return "is not one path"
    if urlsplit(path).scheme:
        return "is an address, not a path in the package"
    if path.startswith(("/", "~")) or "\\" in path or "\0" in path:
        return "is not a relative path with / between its parts"
    return "leads out of the package" if ".." in path.split("/") else None


def unreadable(line: int | None, fault: str) -> Finding:
    """The finding that there is no descriptor to read."""
    remedy = "build the package again, or write the descriptor as JSON in UTF-8"
    return Finding(DESCRIPTOR, None, "json", fault, remedy, places=(Place(line),))


def misstated(pointer: str, value: object, rule: str, fault: str, remedy: str) -> Finding:
    """A finding at one place of the descriptor."""
    shown = value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Finding(DESCRIPTOR, pointer, rule, fault, remedy, places=(Place(None, shown),))
