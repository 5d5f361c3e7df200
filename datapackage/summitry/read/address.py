"""What lies at an address, fetched with bounds: no more bytes, redirects or time than are allowed.

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
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from summitry.errors import UnreadableInput
from summitry.read.unfit import written
from summitry.settings import (
    MAX_FETCH_SECONDS,
    MAX_PACKAGE_BYTES,
    MAX_REDIRECTS,
    MAX_SILENCE_SECONDS,
    PIECE_BYTES,
)

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
            raise UnreadableInput(f"{public(address)}: found more bytes than it may have; stopped")
        if time.monotonic() > self.until:
            raise UnreadableInput(
                f"{public(address)}: found it slow; stopped after {MAX_FETCH_SECONDS} seconds"
            )


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


def visible(text: str) -> str:
    """The text on one line, with signs that do not print written out."""
    return "".join(written(text))
