"""Our own types as bytes and back, typed at both ends; and the key of an article as read."""

from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

import msgspec

from summitry.page import Dispatch
from summitry.resolve.drafts import plain

Value = TypeVar("Value")

ENCODER = msgspec.msgpack.Encoder()


def encoded(value: object) -> bytes:
    """A value of our own types as bytes (MessagePack).

    >>> from summitry.page import Span
    >>> decoded(Span, encoded(Span(0, 3, 9)))
    Span(passage=0, start=3, end=9)
    """
    return ENCODER.encode(value)


def decoded(kind: type[Value], content: bytes) -> Value:
    """The value of that type again."""
    value: Value = decoder(kind).decode(content)  # type: ignore[arg-type]  # a type can be hashed
    return value


@cache
def decoder(kind: object) -> "msgspec.msgpack.Decoder[Any]":
    """What reads the values of a type."""
    return msgspec.msgpack.Decoder(kind)


def article_key(dispatch: Dispatch) -> str:
    """What tells an article from any other: a hash of all that was read, its source among it."""
    return sha256(encoded(plain(dispatch))).hexdigest()
