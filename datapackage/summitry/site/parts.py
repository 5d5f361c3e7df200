"""Lists cut into files of bounded size, which pages load as scripts: the one way that works from a disk."""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from summitry.bounds import SITE_PART_BYTES, SITE_PART_ROWS
from summitry.site.pages import Pages

ENCODER: Final = msgspec.json.Encoder()


def write_parts(pages: Pages, name: str, items: Iterable[object]) -> list[int]:
    """Write items as `data/<name>-0001.js` and so on, each a list given to a global; how many each holds."""
    sizes = []
    for number, lines in enumerate(pieces(map(as_json, items)), 1):
        put(pages, f"{name}-{number:04d}", "[\n" + ",\n".join(lines) + "\n]")
        sizes.append(len(lines))
    return sizes


def put(pages: Pages, name: str, text: str) -> None:
    """Write what is JSON as a script that gives it to a global under its name."""
    pages.put(f"data/{name}.js", f"(globalThis.summitry ??= {{}})[{as_json(name)}] = {text};\n")


def as_json(item: object) -> str:
    """An item as JSON, which is a script as well; not the two letters that old engines end a line at.

    >>> as_json(["Łódź", None])
    '["Łódź",null]'
    """
    text = ENCODER.encode(item).decode()
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def pieces(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield lines in pieces of bounded size; a line that is too long by itself is a piece.

    >>> [len(piece) for piece in pieces(["x" * 200_000, "y" * 100_000, "z"])]
    [1, 2]
    """
    piece: list[str] = []
    size = 0
    for line in lines:
        length = len(line.encode())
        if piece and (len(piece) == SITE_PART_ROWS or size + length > SITE_PART_BYTES):
            yield piece
            piece, size = [], 0
        piece.append(line)
        size += length
    if piece:
        yield piece
