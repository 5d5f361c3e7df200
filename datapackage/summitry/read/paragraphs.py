"""Where the paragraphs of a text begin and end.

Blank lines part them (a line of white space or of signs without width is blank), and so does U+2029.
A line end within such a block is wrapping, unless the block has a line that is longer than any wrapped one
(`settings.MAX_WRAPPED_LINE`): then each of its lines is a paragraph. In a wrapped block of which some lines
are indented and others are not, as old wires have them, each indented line begins a paragraph.
"""

import re
from collections.abc import Iterator
from typing import Final

from summitry.read.text import BLANK
from summitry.settings import MAX_WRAPPED_LINE

LINE: Final = re.compile("[^\r\n\u2029]+")
LINE_END: Final = re.compile("\r\n|\r|\n")
# what begins a paragraph in a block whose other lines are flush: two spaces or more, or a tab
INDENTED: Final = re.compile(r" {2,8}(?=\S)|\t(?=\S)")
VISIBLE: Final = re.compile(f"[^{BLANK}]")

Stretch = tuple[int, int]


def paragraphs_of(text: str, start: int = 0) -> Iterator[Stretch]:
    r"""Yield where each paragraph begins and ends, white space included.

    >>> [("One\nline.\n\nTwo.")[first:last] for first, last in paragraphs_of("One\nline.\n\nTwo.")]
    ['One\nline.', 'Two.']
    """
    block: list[Stretch] = []
    for line in lines_of(text, start):
        if block and parted(text, block[-1][1], line[0]):
            yield from unwrapped(text, block)
            block = []
        block.append(line)
    if block:
        yield from unwrapped(text, block)


def lines_of(text: str, start: int = 0) -> Iterator[Stretch]:
    """Yield where each line that shows something begins and ends."""
    return (line.span() for line in LINE.finditer(text, start) if VISIBLE.search(text, *line.span()))


def parted(text: str, end: int, start: int) -> bool:
    """Whether a blank line or a paragraph separator lies between the lines that end and start there."""
    between = text[end:start]
    return "\u2029" in between or len(LINE_END.findall(between)) > 1


def unwrapped(text: str, block: list[Stretch]) -> Iterator[Stretch]:
    """Yield the paragraphs of a block of lines."""
    if any(last - first > MAX_WRAPPED_LINE for first, last in block):
        yield from block
        return
    begins = [first for first, last in block if INDENTED.match(text, first, last)]
    if len(begins) == len(block):
        begins = []
    starts = sorted({block[0][0], *begins})
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        yield start, max(last for first, last in block if following is None or first < following)
