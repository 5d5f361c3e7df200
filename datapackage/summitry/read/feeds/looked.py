"""Looking into an element of a feed: children by their names, whatever their namespace."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summitry.read.markup import local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def children(element: "Element | None", *path: str) -> Iterator["Element"]:
    """Yield the elements at the end of a path of names, in small letters.

    >>> from xml.etree.ElementTree import XML
    >>> [each.text for each in children(XML("<a><B><c>1</c><c>2</c></B></a>"), "b", "c")]
    ['1', '2']
    """
    if element is None:
        return
    for child in element:
        if local(child.tag) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from children(child, *path[1:])


def child(element: "Element | None", *path: str) -> "Element | None":
    """The first element at the end of a path."""
    return next(children(element, *path), None)


def text_at(element: "Element | None", *path: str) -> str | None:
    """All text of the first element at the end of a path that has some, on one line."""
    for each in children(element, *path):
        if text := " ".join("".join(each.itertext()).split()):
            return text
    return None


def attribute(element: "Element | None", name: str, *path: str) -> str | None:
    """An attribute of the first element at the end of a path that has it."""
    found = children(element, *path) if path else iter([element] if element is not None else [])
    return next((value for each in found if (value := each.get(name, "").strip())), None)
