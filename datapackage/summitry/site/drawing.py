"""Drawings by Vega, a library of charts: what is drawn is data, how it is drawn is a file of `drawings/`.

They are made into SVG when a page is written, so that they are seen without a script and on paper.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from lxml.etree import _Element

BASE: Final = "https://vega.github.io/vega-datasets/"
"""The place that Vega takes an address of a page to be told from."""

UNFIT: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML has no place for: a package nobody checked can hold them, and Vega dies of them."""

LINK: Final = "{http://www.w3.org/1999/xlink}href"

TOLD_OF_MARKS: Final = ("role", "aria-roledescription", "aria-label")
"""What Vega says of each mark to those who cannot see it: links and hidden marks say enough, and no more."""


def drawn(name: str, title: str, rows: Mapping[str, Iterable[Mapping[str, Any]]], **signals: float) -> Markup:
    """A drawing as an element for a page: that of a file of `drawings/`, with rows and figures put in.

    >>> norway = {"path": "M1 2l9 0 0 9z", "page": "country/nor.html", "label": "Norway: 2 held", "times": 2}
    >>> svg = drawn("map", "Where", {"others": [], "countries": [norway | {"dots": []}]})
    >>> '<a href="country/nor.html" aria-label="Norway: 2 held"><title>Norway: 2 held</title>' in svg
    True
    """
    from vl_convert import vega_to_svg  # noqa: PLC0415  # slow

    drawing = json.loads(drawing_text(name))
    for each in drawing["data"]:
        if "source" not in each:
            each["values"] = [fit(row) for row in rows[each["name"]]]
    drawing["signals"] = [
        *({"name": signal, "value": value} for signal, value in signals.items()),
        *drawing.get("signals", ()),
    ]
    return embedded(vega_to_svg(drawing), name, title)


def fit(row: Mapping[str, Any]) -> dict[str, Any]:
    r"""A row with a sign in the place of each character that no drawing can hold.

    >>> fit({"name": "A\x01B", "times": 2})
    {'name': 'A�B', 'times': 2}
    """
    return {
        key: UNFIT.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
        for key, value in row.items()
    }


@cache
def drawing_text(name: str) -> str:
    """The file that says how a drawing is made."""
    return files("summitry.site").joinpath("drawings", f"{name}.json").read_text(encoding="utf-8")


def embedded(svg: str, name: str, title: str) -> Markup:
    """A drawing of Vega as a part of a page: links lead from it, and what a mark is shows at the pointer.

    >>> print(embedded('<svg width="9" height="9"><path role="x" aria-label="two"/></svg>', "map", "Map"))
    <svg class="map" style="max-width:9px" role="group" aria-label="Map"><path><title>two</title></path></svg>
    """
    from lxml.etree import cleanup_namespaces, fromstring, tostring  # noqa: PLC0415  # slow

    root = fromstring(svg)
    for each in list(root.iter()):
        each.tag = each.tag.rpartition("}")[2]
        if each.get("class") in {"background", "foreground"}:
            each.getparent().remove(each)
        elif each.tag == "a":
            lead(each)
        else:
            tell(each)
    width = root.attrib.pop("width")
    kept = [(key, value) for key, value in root.items() if key == "viewBox"]
    root.attrib.clear()
    root.attrib.update(
        [("class", name), *kept, ("style", f"max-width:{width}px"), ("role", "group"), ("aria-label", title)]
    )
    cleanup_namespaces(root)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704  # of a library that escapes


def lead(link: "_Element") -> None:
    """Let a link lead from the page that it stands on, and be called what its mark is called."""
    link.set("href", link.attrib.pop(LINK).removeprefix(BASE))
    label = link[0].attrib.pop("aria-label")
    link.set("aria-label", label)
    entitle(link, label)


def tell(mark: "_Element") -> None:
    """Let a mark show at the pointer what it is."""
    _, _, label = (mark.attrib.pop(each, None) for each in TOLD_OF_MARKS)
    if label:
        entitle(mark, label)


def entitle(element: "_Element", label: str) -> None:
    """Put a title into an element."""
    title = element.makeelement("title")
    title.text = label
    element.insert(0, title)
