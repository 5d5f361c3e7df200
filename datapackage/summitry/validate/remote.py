"""A package at an address, fetched so that it can be checked as a folder is."""

from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from summitry.bounds import MAX_DESCRIPTOR_BYTES, MAX_FETCHED_FILES
from summitry.errors import UnreadableInput
from summitry.manifest import MANIFEST
from summitry.paths import DESCRIPTOR, leads_astray
from summitry.read.address import Allowance, fetch, public, stopped_clearly
from summitry.validate.bundle import Bundle, read_bundle


def fetch_package(address: str, folder: Path) -> Path:
    """The descriptor of a package at an address, once its files lie in an empty folder.

    A file that the server does not have is left out, for the checks to find; anything else that goes wrong
    stops the work, since nobody knows then whether the package is sound.
    """
    path, left = folder / DESCRIPTOR, Allowance()
    first = f"{address}{DESCRIPTOR}" if urlsplit(address).path.endswith("/") else address
    base = fetch(first, path, Allowance(min(left.bytes, MAX_DESCRIPTOR_BYTES), left.until))
    if base is None:
        raise UnreadableInput(f"{public(first)}: found nothing there; expected a {DESCRIPTOR}")
    bundle, _ = read_bundle(path)
    if len(paths := declared_paths(bundle)) > MAX_FETCHED_FILES:
        raise UnreadableInput(
            f"{public(first)}: found {len(paths):,} files; expected at most {MAX_FETCHED_FILES:,}"
        )
    for declared in (*paths, MANIFEST):
        # The base is the address after redirects (RFC 3986, 5.1.3).
        fetch_beside(urljoin(base, quote(declared)), folder / declared, left)
    return path


def fetch_zip(address: str, path: Path) -> None:
    """Fetch a zipped package to a file."""
    if fetch(address, path, Allowance()) is None:
        raise UnreadableInput(f"{public(address)}: found nothing there; expected a zip")


def declared_paths(bundle: Bundle) -> list[str]:
    """The files that resources name and that lie in the package, each once."""
    paths = [resource.descriptor.get(key) for resource in bundle.resources for key in ("path", "schema")]
    sound = [path for path in paths if isinstance(path, str) and leads_astray(path) is None]
    return list(dict.fromkeys(sound))


def fetch_beside(address: str, path: Path, left: Allowance) -> None:
    """Fetch a file of a package to its place, unless there is one already or none to fetch."""
    with stopped_clearly(address):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            return
    fetch(address, path, left)
