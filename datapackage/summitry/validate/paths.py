"""Where a descriptor leads: to files inside the package, and to each file beside the tables."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summitry.paths import hides, leads_astray
from summitry.schema import TABLES
from summitry.validate.bundle import Bundle, entries, is_file, misstated
from summitry.validate.findings import Finding

URL: Final = re.compile(r"(?:http|ftp)s?://", re.IGNORECASE)
"""How the addresses begin that can stand for a path (Glossary 2.0, “URL or Path”)."""


def leads_to_files(bundle: Bundle) -> Iterator[Finding]:
    """Each path leads to a file inside the package."""
    for resource in bundle.resources:
        for key in ("path", "schema"):
            path = resource.descriptor.get(key)
            if path is None or (key == "schema" and isinstance(path, dict)):
                continue
            pointer = f"{resource.pointer}/{key}"
            if fault := leads_astray(path) or hides(path):
                yield misstated(pointer, path, "path", fault, "give the path of a file inside the package")
            elif not is_file(bundle.folder / path):
                yield misstated(
                    pointer, path, "missing-file", "is not there", "put the file back, or rebuild"
                )
            elif not (bundle.folder / path).resolve().is_relative_to(bundle.folder.resolve()):
                yield misstated(
                    pointer, path, "path", "leads out of the package", "replace the link by the file"
                )


def points_inside(bundle: Bundle) -> Iterator[Finding]:
    """What the descriptor points at beside data is an address, or a place inside the package."""
    remedy = "give an address, or a path inside the package"
    for pointer, path in pointed_at(bundle):
        if not URL.match(path) and (fault := leads_astray(path) or hides(path)):
            yield misstated(pointer, path, "path", fault, remedy)


def pointed_at(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """Where the descriptor points, beside its data: the image, licences, sources and contributors."""
    if isinstance(image := bundle.descriptor.get("image"), str):
        yield "image", image
    whole = ("", bundle.descriptor)
    for prefix, about in (whole, *((f"{each.pointer}/", each.descriptor) for each in bundle.resources)):
        for name in ("contributors", "licenses", "sources"):
            for place, each in enumerate(listed if isinstance(listed := about.get(name), list) else ()):
                if isinstance(each, dict) and isinstance(path := each.get("path"), str):
                    yield f"{prefix}{name}/{place}/path", path


def declares_every_file(bundle: Bundle) -> Iterator[Finding]:
    """Each file beside the tables is a resource, and so is each pipe or link."""
    files = {resource.path.resolve() for resource in bundle.resources if resource.path}
    paths = [resource.descriptor.get("path") for resource in bundle.resources]
    declared = {bundle.folder / path for path in paths if isinstance(path, str)}
    folders = {
        resource.path.parent for resource in bundle.resources if resource.path and resource.name in TABLES
    } - {bundle.folder}
    for file in sorted({file for folder in folders for file in beneath(folder)} - declared):
        # A link is not the file that it leads to: other systems may not follow it.
        if file.is_symlink() or file.resolve() not in files:
            path = file.relative_to(bundle.folder).as_posix()
            remedy = "declare the file as a resource, or move it away"
            yield misstated("resources", path, "undeclared-file", "is not declared", remedy)


def beneath(folder: Path) -> Iterator[Path]:
    """Yield whatever lies in a folder and in its folders, in no order, but for the folders themselves."""
    left = [folder]
    while left:
        for entry in entries(left.pop()):
            if entry.is_dir(follow_symlinks=False):
                left.append(Path(entry))
            else:
                yield Path(entry)
