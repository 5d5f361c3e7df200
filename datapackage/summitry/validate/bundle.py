"""A package as its descriptor tells it: which files there are and what they claim to be."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from summitry.editions import Edition
from summitry.errors import UnreadableInput
from summitry.paths import DESCRIPTOR, leads_astray
from summitry.validate.findings import Finding, Place, visible
from summitry.validate.json_files import Flaw, read_json


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
    edition: Edition = field(default_factory=Edition)
    """Which tables, with which words, it is held to."""

    @property
    def folder(self) -> Path:
        """Where the package lies."""
        return self.path.parent


def descriptor_path(path: Path) -> Path:
    """The descriptor that a path means: itself, or the one in the folder."""
    found = path if is_file(path) else path / DESCRIPTOR
    if not is_file(found):
        raise UnreadableInput(f"{path}: found no {DESCRIPTOR}; expected a data package")
    return found


def read_bundle(path: Path) -> tuple[Bundle, list[Finding]]:
    """The package that a descriptor tells of, empty if it cannot be read, and why not."""
    descriptor, flaws = read_json(path)
    if not (isinstance(descriptor, dict) and descriptor):
        empty = Flaw("is not a JSON object that says anything", "build the package again")
        return Bundle(path, {}, ()), [unreadable(flaw) for flaw in flaws or (empty,)]
    findings = [
        misstated(flaw.pointer or "top level", None, "json", flaw.fault, flaw.remedy) for flaw in flaws
    ]
    return Bundle(path, descriptor, tuple(resources_of(path.parent, descriptor))), findings


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
    return file if is_file(file) and file.resolve().is_relative_to(folder.resolve()) else None


def is_file(path: Path) -> bool:
    """Whether there is a file; a name that no disk can hold is the name of none."""
    return os.path.isfile(path)  # noqa: PTH113  # Path.is_file raises where the name is too long


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; nothing if there is none to look into."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def unreadable(flaw: Flaw) -> Finding:
    """The finding that there is no descriptor to read."""
    return Finding(DESCRIPTOR, None, "json", flaw.fault, flaw.remedy, places=(Place(flaw.line),))


def misstated(pointer: str, value: object, rule: str, fault: str, remedy: str) -> Finding:
    """A finding at one place of the descriptor."""
    shown = value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A pointer can hold names of the descriptor, and those can hold anything.
    return Finding(DESCRIPTOR, visible(pointer), rule, fault, remedy, places=(Place(None, shown),))
