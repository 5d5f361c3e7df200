"""XML of strangers, item by item: no entity is expanded, nothing is fetched, and no item fills the memory."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from html.entities import html5
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from summitry.read.bounds import MAX_KEPT_ELEMENTS, MAX_XML_DEPTH, MAX_XML_ELEMENTS
from summitry.read.unfit import Unfit, shown
from summitry.settings import MAX_ARTICLE_BYTES, PIECE_BYTES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from defusedxml.ElementTree import DefusedXMLParser

EXPECTED: Final = "well-formed XML"


class Item(NamedTuple):
    """One element that was asked for, with those around it, outermost first."""

    element: "Element"
    above: tuple["Element", ...]
    digest: str | None
    """The SHA-256 of the file, of which it is all."""


class Meter:
    """A file that is read no further than one item may be long."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.since = 0
        """How many bytes were read since the last item."""
        self.hash = sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self.file.read(size)
        self.since += len(piece)
        self.hash.update(piece)
        if self.since > MAX_ARTICLE_BYTES:
            raise Unfit(None, f"more than {MAX_ARTICLE_BYTES:,} bytes without an article", "smaller items")
        return piece

    def digest(self) -> str:
        """The hash of the whole file."""
        while self.read(PIECE_BYTES):
            pass
        return self.hash.hexdigest()


def items_in(file: BinaryIO, kinds: Mapping[str, Collection[str]], expected: str) -> Iterator[Item]:
    """Yield the elements that a kind of XML is made of, each as soon as it is read.

    `kinds` has the names of such elements by that of the outermost; XML of any other kind is refused.
    """
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415  # slow

    meter, count = Meter(file), 0
    above: list[Element] = []
    wanted: Collection[str] = ()
    with clear_faults():
        for event, element in iterparse(meter, events=("start", "end"), parser=xml_parser()):
            if event == "start":
                above.append(element)
                count += 1
                refuse_exploding(count, len(above))
                wanted = wanted_below(above[0], kinds, expected) if len(above) == 1 else wanted
                continue
            above.pop()
            if named(element) in wanted:
                yield Item(element, tuple(above), None if above else meter.digest())
                release(element, above)
                meter.since = count = 0


def named(element: "Element") -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def wanted_below(root: "Element", kinds: Mapping[str, Collection[str]], expected: str) -> Collection[str]:
    """The names of the items below a root."""
    if (wanted := kinds.get(named(root))) is None:
        raise Unfit(None, f"XML that begins with <{shown(named(root))}>", expected)
    return wanted


def refuse_exploding(count: int, depth: int) -> None:
    """Stop at an item of too many elements, or of elements in too many others."""
    if count > MAX_XML_ELEMENTS:
        raise Unfit(None, f"more than {MAX_XML_ELEMENTS:,} elements without an article", "smaller items")
    if depth > MAX_XML_DEPTH:
        raise Unfit(None, f"elements within {MAX_XML_DEPTH} others", "XML with fewer levels")


def release(element: "Element", above: list["Element"]) -> None:
    """Let go of an item that was read, and of what has gathered beside it."""
    element.clear()
    within = element
    for each in reversed(above):
        # the parser is ahead: what stands behind is still to come
        place = next(index for index, child in enumerate(each) if child is within)
        del each[MAX_KEPT_ELEMENTS:place]
        within = each
    if above:
        above[-1].remove(element)


def xml_parser() -> "DefusedXMLParser":
    """A parser that declares no entities, but knows those of HTML, which NITF has in its own definition."""
    from xml.etree.ElementTree import TreeBuilder  # noqa: PLC0415  # only what holds the elements

    from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415  # slow

    parser = DefusedXMLParser(target=TreeBuilder())
    parser.entity.update((name.removesuffix(";"), char) for name, char in html5.items() if name.endswith(";"))
    return parser


@contextmanager
def clear_faults() -> Iterator[None]:
    """Turn what a parser stops at into one line."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415  # only the error

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415  # slow

    try:
        yield
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise Unfit(f"line {line}, column {column + 1}", f"no XML ({reason})", EXPECTED) from error
    except DefusedXmlException as error:
        raise Unfit(None, "a declaration of entities", "XML without entities of its own") from error
    except (ValueError, LookupError) as error:
        raise Unfit(None, "an encoding that the parser of XML does not know", "UTF-8") from error
