"""How things are called on the pages."""

import re
from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

from summitry.knowledge import country

CODE: Final = re.compile("`([^`]+)`")


def cut(text: str, length: int) -> str:
    """The beginning of a text, whole words where it has them, and a sign that there is more.

    >>> cut("They met in Oslo", 9), cut("Oslo", 9)
    ('They met…', 'Oslo')
    """
    if len(text) <= length:
        return text
    return f"{text[:length].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def joined(names: Iterable[str]) -> str:
    """Names as a person lists them.

    >>> joined(["Abe", "Putin", "Xi"])
    'Abe, Putin and Xi'
    """
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def coded(text: str) -> Markup:
    """A text of the schemas, what stands between its backticks as code.

    >>> coded("Counts in `paragraphs.text`, < 10.")
    Markup('Counts in <code>paragraphs.text</code>, &lt; 10.')
    """
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704  # escaped before


def country_name(code: str) -> str:
    """What a country is called, or its code where that is not known.

    >>> country_name("NOR"), country_name("QQQ")
    ('Norway', 'QQQ')
    """
    known = country(code)
    return known.name if known else code
