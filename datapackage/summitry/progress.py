"""What is told while work goes on, and who does it."""

from collections.abc import Callable
from typing import Final, NamedTuple

Progress = Callable[[str], None]
"""Called with the id of each article read to the end, and with the source of each refused one."""

TOGETHER: Final = "Putting together"
WRITING: Final = "Writing"
"""What is done once all articles are read."""


def silent(_: str) -> None:
    """Tell nobody."""


class Hands(NamedTuple):
    """Who reads the articles, and with which language model."""

    model: str
    workers: int = 1
    """How many processes of this machine."""
    cluster: str | None = None
    """The address of the scheduler whose workers read instead."""
