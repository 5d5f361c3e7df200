"""The mentions of a package in columns, a word a line, as programs for sequences of words read them.

The form is CoNLL-U Plus (universaldependencies.org/ext-format.html), a paragraph a block, with mentions in
the IOB2 scheme. A word is a run of letters and digits, and each other sign is a word of its own; where a
mention begins or ends within a run, it is parted there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from summitry.export.beside import refuse_folder
from summitry.export.marks import Mark, Marked, marked_articles
from summitry.export.source import Source
from summitry.page import Span
from summitry.tables import replacement

COLUMNS: Final = (
    "ID", "FORM", "SUMMITRY:START", "SUMMITRY:END", "SUMMITRY:ENTITY", "SUMMITRY:MENTION",
)  # fmt: skip
"""The number of a word in its paragraph; the word; where it begins and ends there; whom a mention names,
beside the first of its words; and the mention: `B-person`, `I-person`, `O`."""
HEADER: Final = f"# global.columns = {' '.join(COLUMNS)}"
NOTHING: Final = "_"
SEVERAL: Final = " | "
"""Stands between several whom one mention names; no id has a space."""
LEFT_OUT: Final = "# left out"
"""A mention within a longer one, for which the column has no room."""

WORD: Final = re.compile(r"[^\W_]+|[^\w\s]|_")


class Word(NamedTuple):
    """A word of a paragraph."""

    start: int
    end: int
    text: str


def to_conll(source: Source, out: Path) -> Path:
    """Write one file with the mentions of all articles."""
    refuse_folder(out)
    with replacement() as write:
        write(out, pieces(source))
    return out


def pieces(source: Source) -> Iterator[bytes]:
    """Yield the file, an article at a time."""
    yield f"{HEADER}\n".encode()
    for article in marked_articles(source):
        yield "".join(f"{line}\n" for line in lines(article)).encode()


def lines(article: Marked) -> Iterator[str]:
    """Yield the lines of an article."""
    flat = in_columns(article)
    kept = {mark.id for mark in flat.marks}
    for passage, (key, text) in enumerate(zip(article.keys, article.paragraphs, strict=True)):
        if passage == 0:
            yield f"# newdoc id = {article.article_id}"
        yield from (f"# newpar id = {key}", f"# sent_id = {key}", f"# text = {text}")
        for mark in article.marks:
            if mark.sort == "mention" and mark.span.passage == passage and mark.id not in kept:
                start, end = mark.span.start, mark.span.end
                yield f"{LEFT_OUT} = {start} {end} {entities([mark])} {mark.label}"
        yield from rows(text, [mark for mark in flat.marks if mark.span.passage == passage])
        yield ""


def in_columns(article: Marked) -> Marked:
    """The article with the mentions alone that columns have room for: none within or across a longer one."""
    spans: list[Span] = []
    mentions = [mark for mark in article.marks if mark.sort == "mention"]
    for span in sorted({mark.span for mark in mentions}, key=lambda one: (one.start - one.end, one)):
        if not any(span.meets(other) for other in spans):
            spans.append(span)
    return replace(article, marks=tuple(mark for mark in mentions if mark.span in spans))


def rows(text: str, mentions: Iterable[Mark]) -> Iterator[str]:
    """Yield the words of a paragraph with the mentions they belong to."""
    at: dict[Span, list[Mark]] = {}
    for mark in mentions:
        at.setdefault(mark.span, []).append(mark)
    bounds = {bound for span in at for bound in (span.start, span.end)}
    for number, word in enumerate(words(text, bounds), 1):
        inside = next((span for span in at if span.start <= word.start < span.end), None)
        known, tag = NOTHING, "O"
        if inside:
            first = word.start == inside.start
            known = entities(at[inside]) if first else NOTHING
            tag = f"{'B' if first else 'I'}-{at[inside][0].label}"
        yield "\t".join([str(number), word.text, str(word.start), str(word.end), known, tag])


def words(text: str, bounds: Iterable[int] = ()) -> Iterator[Word]:
    """Yield the words of a text; a word is parted at each of the bounds.

    >>> [word.text for word in words("Ms Lie’s pro-Oslo U-turn", {14})]
    ['Ms', 'Lie', '’', 's', 'pro', '-', 'O', 'slo', 'U', '-', 'turn']
    """
    cuts = sorted(bounds)
    for found in WORD.finditer(text):
        inner = [cut for cut in cuts if found.start() < cut < found.end()]
        for start, end in zip([found.start(), *inner], [*inner, found.end()], strict=True):
            yield Word(start, end, text[start:end])


def entities(mentions: Iterable[Mark]) -> str:
    """Whom mentions of the same words name."""
    return SEVERAL.join(each for mark in mentions for each in mark.entities) or NOTHING
