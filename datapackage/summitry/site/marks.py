"""A paragraph as stretches of text, each with the rows whose words it belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

SHOWN = ("mention", "quote", "report")
"""Kinds of rows that are seen in the text; the words of a reason are only found there."""


class Mark(NamedTuple):
    """A row that rests on a stretch of a paragraph."""

    kind: str
    words: str
    """Its anchor in the text."""
    row: str
    """The address of what is told of it."""
    label: str
    start: int
    end: int


class Stretch(NamedTuple):
    """Text between two places where a row begins or ends."""

    text: str
    begins: tuple[str, ...]
    """Anchors of the rows that begin here."""
    inside: tuple[str, ...]
    """Anchors of all rows whose words these are."""
    kinds: tuple[str, ...]
    link: Mark | None
    """The shortest row that is seen here."""
    again: bool
    """Whether the link stands on an earlier stretch as well."""


def stretches(text: str, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """Yield the text in stretches, however the marks lie in and across each other.

    >>> marks = [Mark("quote", "q", "#q", "", 0, 7), Mark("mention", "m", "#m", "", 3, 7)]
    >>> [(each.text, each.inside) for each in stretches("We Oslo.", marks)]
    [('We ', ('q',)), ('Oslo', ('q', 'm')), ('.', ())]
    """
    placed = [mark for mark in marks if lies_in(mark, text)]
    bounds = sorted({0, len(text), *(mark.start for mark in placed), *(mark.end for mark in placed)})
    linked: set[str] = set()
    active: list[Mark] = []
    waiting = sorted(placed, key=lambda mark: (mark.start, -mark.end))[::-1]
    for start, end in pairwise(bounds):
        active = [mark for mark in active if mark.end > start]
        begins = []
        while waiting and waiting[-1].start == start:
            begins.append(waiting.pop())
        active += begins
        if not active:
            yield Stretch(text[start:end], (), (), (), None, again=False)
            continue
        link = innermost(active)
        yield Stretch(
            text[start:end],
            tuple(mark.words for mark in begins),
            tuple(mark.words for mark in active),
            tuple(kind for kind in SHOWN if any(mark.kind == kind for mark in active)),
            link,
            link is not None and link.words in linked,
        )
        if link:
            linked.add(link.words)


def innermost(marks: Iterable[Mark]) -> Mark | None:
    """The shortest of the marks that are seen."""
    seen = [mark for mark in marks if mark.kind in SHOWN]
    return min(seen, key=lambda mark: (mark.end - mark.start, mark.words), default=None)


def lies_in(mark: Mark, text: str) -> bool:
    """Whether the words of a mark are in the text: not so in a package without the words of its articles."""
    return 0 <= mark.start < mark.end <= len(text)


def unplaced(text: str, marks: Iterable[Mark]) -> list[str]:
    """Anchors of the rows whose words are not there: they stand before the paragraph."""
    return [mark.words for mark in marks if not lies_in(mark, text)]
