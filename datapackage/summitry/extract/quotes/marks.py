"""Stretches between quotation marks, in every style that newspapers use.

Double marks (“ ” „ « » " '' ``) are paired first, single ones (‘ ’ ') around and inside them. Only the shape
and the neighbours of a mark are asked, never the words: one text gives the same regions in every style.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# of three apostrophes in a row the first two open before a word, the last two close after one
DOUBLE = re.compile(r"[“”„‟«»\"]|(?<![^\s(\[—–-])''|''(?!')|``|‘‘|’’(?!’)")
MARK = re.compile(r"[“”„‟«»\"'`‘’]")
SINGLE = re.compile(r"[‘’'`]")
OPENS_SINGLE = re.compile(r"[‘'`]")
OPENS = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
CLOSES = frozenset({"”", "»", "’’"})
BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/“„«\"‘'`―:…")
AFTER_CLOSING = frozenset(" \t\u00a0,.?!;:…—–-)]”\"’'/―")
# “’tis”, “'em”, “'16”, “‘90s”: an apostrophe that looks like an opening mark
ELISION = re.compile(
    r"['’]\d\ds?\b|‘\d0s\b|['’‘](?:tis|twas|em|til|till|cause|bout|round|n|cuz|ere|neath)\b", re.IGNORECASE
)


class Region(NamedTuple):
    """A stretch in quotation marks."""

    start: int
    """Offset of the opening mark; of the first character where the mark is missing."""
    end: int
    """Offset after the closing mark; after the last character where the mark is missing."""
    first: int
    """Offset of the first character after the opening mark."""
    last: int
    """Offset of the closing mark: `text[first:last]` is what stands between the marks."""
    closed: bool

    def holds(self, other: "Region") -> bool:
        """Whether the other region lies inside this one."""
        return self != other and self.start <= other.start and other.end <= self.end


def regions_of(text: str) -> tuple[Region, ...]:
    """The outermost regions of a paragraph, in reading order.

    >>> text = "“Call it ‘peace’,” she said, not “war”."
    >>> [text[region.first : region.last] for region in regions_of(text)]
    ['Call it ‘peace’,', 'war']
    """
    if MARK.search(text) is None:
        return ()
    double = list(double_regions(text))
    single = [
        region
        for region in single_regions(text, double)
        if all(other.holds(region) or region.holds(other) or apart(region, other) for other in double)
    ]
    every = sorted([*double, *single], key=lambda region: (region.start, -region.end))
    outer: list[Region] = []
    for region in every:
        if (not outer or region.start >= outer[-1].end) and any(
            map(str.isalnum, text[region.start : region.end])
        ):
            outer.append(region)
    return tuple(outer)


def apart(one: Region, other: Region) -> bool:
    """Whether two regions share no character."""
    return one.end <= other.start or other.end <= one.start


def double_regions(text: str) -> Iterator[Region]:
    """The regions between double marks; a mark that is never closed reaches to the end of the paragraph."""
    marks = list(DOUBLE.finditer(text))
    opening: re.Match[str] | None = None
    depth = 0
    for number, mark in enumerate(marks):
        way = direction(text, mark, opening)
        if opening is None:
            opening = mark if way > 0 else None
        elif way > 0 and closed_twice(text, marks[number + 1 :]):
            depth += 1
        elif way > 0:
            yield unclosed(opening, text[: mark.start()])
            opening = mark
        elif depth:
            depth -= 1
        else:
            yield Region(opening.start(), mark.end(), opening.end(), mark.start(), closed=True)
            opening = None
    if opening is not None:
        yield unclosed(opening, text)


def direction(text: str, mark: re.Match[str], opening: re.Match[str] | None) -> int:
    """1 for a double mark that opens a region, -1 for one that closes, given the one that is open."""
    shape = mark.group()
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if opening is None and shape in CLOSES | OPENS:
        # a mark of the wrong shape opens all the same where only an opening one can stand
        return (
            1
            if shape in OPENS or (before.isspace() and not after.isspace() and after not in AFTER_CLOSING)
            else -1
        )
    if shape in CLOSES or (shape == "“" and opening is not None and opening.group() == "„"):
        return -1
    if shape in OPENS:
        return -1 if after.isspace() and not before.isspace() else 1
    if opening is None:
        return 1 if before in BEFORE_OPENING and not after.isspace() else -1
    return 1 if before in " \t\u00a0([" and after not in AFTER_CLOSING else -1


def closed_twice(text: str, marks: Sequence[re.Match[str]]) -> bool:
    """Whether a second opening mark is a quotation within: two marks close before a third opens anew."""
    balance = 2
    for mark in marks:
        balance += direction(text, mark, marks[0])
        if balance == 0:
            return True
    return False


def unclosed(opening: re.Match[str], text: str) -> Region:
    """The region of a mark that nothing closes in the text."""
    last = max(opening.end(), len(text.rstrip()))
    return Region(opening.start(), last, opening.end(), last, closed=False)


def single_regions(text: str, double: Sequence[Region]) -> Iterator[Region]:
    """The regions between single marks, told from apostrophes."""
    if not OPENS_SINGLE.search(text):
        return
    taken = [mark.span() for mark in DOUBLE.finditer(text)]
    marks = [
        mark.start()
        for mark in SINGLE.finditer(text)
        if not any(start <= mark.start() < end for start, end in taken)
    ]
    end = 0
    for at in marks:
        if at < end or not opens_single(text, at):
            continue
        limit = next((region.last for region in double if region.first <= at < region.last), len(text))
        closing = closing_single(text, [other for other in marks if at < other < limit])
        if closing is not None:
            yield Region(at, closing + 1, at + 1, closing, closed=True)
            end = closing + 1
        elif at == 0 and limit == len(text):
            yield Region(at, len(text), at + 1, len(text), closed=False)
            end = len(text)


def opens_single(text: str, at: int) -> bool:
    """Whether a single mark can open a region."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] == "’" or before not in BEFORE_OPENING or after.isspace() or after in ",.;:?!)":
        return False
    return ELISION.match(text, at) is None


def closing_single(text: str, marks: Sequence[int]) -> int | None:
    """The mark that closes a single region: the surest before the next one opens, not an apostrophe."""
    candidates = []
    depth = 0
    for at in marks:
        if opens_single(text, at):
            depth += 1
        elif closes_single(text, at):
            if depth and not doubtful(text, at):
                depth -= 1
            else:
                candidates.append(at)
    return next((at for at in candidates if not doubtful(text, at)), candidates[0] if candidates else None)


def closes_single(text: str, at: int) -> bool:
    """Whether a single mark can close a region."""
    after = text[at + 1] if at + 1 < len(text) else " "
    return text[at] in "’'" and not text[at - 1].isspace() and after in AFTER_CLOSING


def doubtful(text: str, at: int) -> bool:
    """Whether a mark may be an apostrophe at the end of a word: “the voters’ rights”, “keepin’ it real”."""
    after = text[at + 2 : at + 3]
    goes_on = text[at + 1 : at + 2] == " " and (after.isalnum() or after in OPENS | {'"', "("})
    return goes_on and text[:at].endswith(("s", "z", "in"))
