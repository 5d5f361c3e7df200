"""What it rests on that words of an article mean what they mean."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from summitry.extract.found import FoundMention
from summitry.page import Span

CURATED: Final = "curated"
"""In the place of a table of knowledge: that a person has decided it."""


class Ground(NamedTuple):
    """The words that something rests on, and the table of knowledge that they were looked up in."""

    span: Span | None
    source: str | None = None
    """Null where the article itself says it."""
    article_id: str | None = None
    """Of what outlives its article."""


class Words(NamedTuple):
    """A stretch of an article."""

    article_id: str
    span: Span


def ground_of_name(
    mentions: Sequence[FoundMention], members: Sequence[int], index: int, source: str | None
) -> Ground:
    """What it rests on that a name means a person whom the article names at all `members`.

    A full name speaks for itself, and for the short ones, which rest on the nearest before them. Where there
    are only short ones, they rest on the one with a title, if its office was looked up, else on themselves.
    """
    own = mentions[index]
    full = [mentions[member].span for member in members if len(mentions[member].text.split()) > 1]
    if full:
        return Ground(own.span, source) if own.span in full else Ground(nearest_before(full, own.span))
    titled = [mentions[member] for member in members if mentions[member].title] if source else []
    if titled and own.title is None:
        return Ground(nearest_before([one.span for one in titled], own.span))
    return Ground(with_title(own) if titled else own.span, source)


def nearest_before(spans: Sequence[Span], place: Span) -> Span:
    """The last of some stretches before a place, or else the first of all.

    >>> nearest_before([Span(0, 0, 4), Span(1, 0, 4)], Span(2, 0, 4))
    Span(passage=1, start=0, end=4)
    """
    ordered = sorted(spans)
    return max((span for span in ordered if span < place), default=ordered[0])


def with_title(mention: FoundMention) -> Span:
    """A name together with its title, if that stands in the same paragraph."""
    title = mention.title
    if title is None or title.passage != mention.span.passage:
        return mention.span
    start, end = min(title.start, mention.span.start), max(title.end, mention.span.end)
    return Span(title.passage, start, end)
