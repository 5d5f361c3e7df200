"""Text of others inside Markdown (CommonMark 0.31, with the tables of GitHub), where it stays text."""

from collections.abc import Iterator


def heading(level: int, text: str) -> Iterator[str]:
    """Yield a heading and the blank line below it.

    >>> list(heading(2, "quotes"))
    ['## quotes', '']
    """
    yield f"{'#' * level} {cell(text)}"
    yield ""


def cell(text: str) -> str:
    r"""Text on one line in which nothing ends a cell or begins a tag; marks of code stay.

    >>> cell("a | b\n<i>")
    'a \\| b &lt;i>'
    """
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def code(text: str) -> str:
    r"""Text as code on one line: within it nothing means anything but the end of a cell.

    >>> code("a|b"), code("`")
    ('`a\\|b`', '`` ` ``')
    """
    inside = " ".join(text.split()).replace("|", "\\|")
    return f"`` {inside} ``" if "`" in inside else f"`{inside}`"


def row(*cells: str) -> str:
    """A row of a table.

    >>> row("quotes", "12")
    '| quotes | 12 |'
    """
    return f"| {' | '.join(cells)} |"
