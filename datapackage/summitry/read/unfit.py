"""Why something is no article. Never leaves this room: it becomes a `Refusal`."""

from collections.abc import Iterator

from summitry.rows import Refusal
from summitry.settings import SHOWN_CHARS


class Unfit(Exception):
    """What was read is no article: where, what was found and what was expected."""

    def __init__(self, place: str | None, found: str, expected: str) -> None:
        super().__init__(place, found, expected)
        self.place = place
        self.found = found
        self.expected = expected

    def refusal(self, source: str, place: str | None = None) -> Refusal:
        """The refusal of an input, or of a place in it.

        >>> str(Unfit("byte 7", "0xE9", "UTF-8").refusal("news.jsonl", "line 3"))
        'news.jsonl: line 3, byte 7: found 0xE9; expected UTF-8'
        """
        places = [part for part in (place, self.place) if part]
        return Refusal(source, ", ".join(places) or None, self.found, self.expected)


def shown(value: str) -> str:
    r"""The value on one line, cut where it gets long, with signs that do not print written out.

    >>> shown("caf\u00e9\tbar\n")
    'café\\tbar\\n'
    """
    start = value[:SHOWN_CHARS]
    return "".join(written(start)) + ("…" if len(value) > SHOWN_CHARS else "")


def written(value: str) -> Iterator[str]:
    """The characters, each as itself if it prints, else as its escape."""
    for char in value:
        yield char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
