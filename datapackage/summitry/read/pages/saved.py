"""Pages that a browser saved with all that belongs to them: MHTML (RFC 2557)."""

from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from itertools import islice
from typing import Final, NamedTuple

from summitry.read.bounds import MAX_SAVED_PARTS
from summitry.read.unfit import Unfit

EXPECTED: Final = "a saved page (MHTML) with a part of HTML"
PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})


class Saved(NamedTuple):
    """A page with what was saved of the answer of its server."""

    raw: bytes
    charset: str | None
    url: str | None


def saved_page(raw: bytes) -> Saved:
    """The page of a file of MHTML: the first part of HTML."""
    try:
        message = message_from_bytes(raw)
        parts = islice(message.walk(), MAX_SAVED_PARTS)
        page = next((part for part in parts if part.get_content_type() in PAGES), None)
        content = page.get_payload(decode=True) if page else None
    except (MessageError, RecursionError, ValueError, LookupError, TypeError) as error:
        raise Unfit(None, "parts that cannot be told apart", EXPECTED) from error
    if page is None or not isinstance(content, bytes):
        raise Unfit(None, "no part of HTML", EXPECTED)
    return Saved(
        content,
        charset_of(page),
        header(page, "Content-Location") or header(message, "Snapshot-Content-Location"),
    )


def charset_of(part: Message) -> str | None:
    """The encoding that the header of a part names."""
    value = part.get_param("charset")
    return value if isinstance(value, str) else None


def header(part: Message, name: str) -> str | None:
    """A header as text; null if it is none."""
    value = part.get(name)
    return str(value) if value else None
