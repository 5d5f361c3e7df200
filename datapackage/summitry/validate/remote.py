"""A package at an address, fetched so that it can be checked as a folder is: descriptor, tables and schemas.

Only https is spoken, and http with this machine itself; a redirect changes nothing about that. Redirects are
followed here and not by urllib, which would read the whole of what comes with them.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from summitry.errors import UnreadableInput
from summitry.manifest import MANIFEST
from summitry.paths import DESCRIPTOR, leads_astray
from summitry.settings import (
    MAX_DESCRIPTOR_BYTES,
    MAX_FETCH_SECONDS,
    MAX_FETCHED_FILES,
    MAX_PACKAGE_BYTES,
    MAX_REDIRECTS,
    MAX_SILENCE_SECONDS,
    PIECE_BYTES,
)
from summitry.validate.bundle import Bundle, read_bundle
from summitry.validate.findings import visible

LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
REDIRECTS: Final = (301, 302, 303, 307, 308)
MISSING: Final = (404, 410)
FOUND: Final = 200


@dataclass
class Allowance:
    """What may still be fetched of a package."""

    bytes: int = MAX_PACKAGE_BYTES
    until: float = field(default_factory=lambda: time.monotonic() + MAX_FETCH_SECONDS)

    def spend(self, count: int, address: str) -> None:
        """Take some bytes from what is left."""
        self.bytes -= count
        if self.bytes < 0:
            raise UnreadableInput(f"{public(address)}: found more bytes than a package may have; stopped")
        if time.monotonic() > self.until:
            raise UnreadableInput(
                f"{public(address)}: found it slow; stopped after {MAX_FETCH_SECONDS} seconds"
            )


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


def fetch(address: str, path: Path, left: Allowance) -> str | None:
    """Write what is at an address to a file; where it was found at last, none if it is not there."""
    with stopped_clearly(address):
        for _ in range(MAX_REDIRECTS + 1):
            with asked(address) as response:
                if response.status in REDIRECTS:
                    address = redirected(address, response.headers.get("Location", ""))
                    continue
                if response.status in MISSING:
                    return None
                if response.status != FOUND:
                    raise UnreadableInput(
                        f"{public(address)}: found the answer {response.status}; expected a file"
                    )
                save(response, path, left, address)
                return address
    raise UnreadableInput(f"{public(address)}: found more than {MAX_REDIRECTS} redirects; expected a file")


def asked(address: str) -> HTTPResponse:
    """The answer to a request for an address, its body still to be read."""
    check_address(address)
    opener = OpenerDirector()
    # What this machine says to itself takes no proxy.
    proxies: dict[str, str] | None = {} if urlsplit(address).hostname in LOOPBACK else None
    for handler in (ProxyHandler(proxies), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    request = Request(address, headers={"User-Agent": "summitry"})  # noqa: S310  # the scheme is checked
    response = opener.open(request, timeout=MAX_SILENCE_SECONDS)
    assert isinstance(response, HTTPResponse)
    return response


def check_address(address: str) -> None:
    """Stop unless an address is one that is spoken to: https, or http with this machine itself."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise UnreadableInput(
            f"found an address that cannot be read ({error}); expected https://host/path"
        ) from error
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise UnreadableInput(f"{public(address)}: found no plain address; expected https://host/path")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise UnreadableInput(f"{public(address)}: found an address of {parts.scheme}; expected https")


def redirected(address: str, location: str) -> str:
    """Where a redirect leads; it keeps the scheme."""
    target = urljoin(address, re.sub(r"\s", "%20", location))
    if not location or urlsplit(target).scheme != urlsplit(address).scheme:
        found = visible(public(target)) if location else "nowhere"
        raise UnreadableInput(f"{public(address)}: found a redirect to {found}; expected https")
    return target


def save(response: HTTPResponse, path: Path, left: Allowance, address: str) -> None:
    """Write the body of an answer to a file, no more than may still be fetched."""
    with path.open("wb") as file:
        while piece := response.read1(PIECE_BYTES):
            left.spend(len(piece), address)
            file.write(piece)
    if response.length:
        raise UnreadableInput(f"{public(address)}: found {response.length:,} bytes too few; try again")


def public(address: str) -> str:
    """An address as it can be shown to anyone: without user, password, and what can be a token.

    >>> public("https://me:secret@a.example/b.json?token=1")
    'https://a.example/b.json'
    """
    scheme, host, path, _, _ = urlsplit(address)
    return visible(urlunsplit((scheme, host.rpartition("@")[2], path, "", "")))


@contextmanager
def stopped_clearly(address: str) -> Iterator[None]:
    """Turn what can go wrong on the way into one line that a person can act on."""
    try:
        yield
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"{public(address)}: found no answer ({visible(str(reason))})") from error
