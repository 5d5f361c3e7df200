"""A stretch that names something, and what sort of thing."""

from typing import Literal, NamedTuple

NameKind = Literal[
    "person",
    "organization",
    "country",
    "city",
    "place",
    "seat",
    "event",
    "document",
    "demonym",
    "unsure",
    "thing",
]


class Named(NamedTuple):
    """A stretch of a paragraph that names something."""

    start: int
    end: int
    kind: NameKind

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.end - self.start
