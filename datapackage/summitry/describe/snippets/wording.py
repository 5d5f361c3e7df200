"""What the files of all tools have in common: where a table lies, and how a text stands in a line of code."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from summitry.export.source import Filed, Source
from summitry.schema import Table


class Located(NamedTuple):
    """A table, and where its file is."""

    table: Table
    path: str
    """From the folder of the descriptor."""
    largest: Mapping[str, int]
    """How far each column of whole numbers goes from nought: not every tool counts as far."""


def located(source: Source) -> list[Located]:
    """The tables of a package of CSV files, in the order in which they are published."""
    return [
        Located(each.table, each.files[0].relative_to(source.folder).as_posix(), largest_in(each))
        for each in source.published
    ]


def largest_in(filed: Filed) -> dict[str, int]:
    """The largest of each column of whole numbers, whatever its sign; 0 where there is none."""
    places = {each.name: place for place, each in enumerate(filed.table.fields) if each.type == "integer"}
    largest = dict.fromkeys(places, 0)
    for row in filed.rows() if places else ():
        for name, place in places.items():
            largest[name] = max(largest[name], abs(row[place] or 0))
    return largest


def text(value: str) -> str:
    r"""A text as Python, R and the commands of SQLite write it.

    >>> print(text('the "x" of y'))
    "the \"x\" of y"
    """
    return json.dumps(value, ensure_ascii=False)


def remarks(sign: str, *said: str) -> Iterator[str]:
    r"""Yield comments, each on one line, with no sign in it that is not seen.

    >>> list(remarks("--", "Talks\nof \u202etwo"))
    ['-- Talks of two']
    """
    for each in said:
        line = " ".join(each.split())
        yield f"{sign} {''.join(filter(str.isprintable, line))}"
