"""The canonical form of a table: UTF-8, LF, commas, quotes only where needed, an empty cell for null."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Final

from summitry.rows import Row
from summitry.schema import table_schema

PROFILES: Final = "https://datapackage.org/profiles/2.0"

DIALECT: Final = {
    "$schema": f"{PROFILES}/tabledialect.json",
    "header": True,
    "headerRows": [1],
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}
"""All of it is declared, so that no reader has to guess."""

NEEDS_QUOTES: Final = re.compile(r'[,"\r\n]')


def table_bytes(name: str, rows: Iterable[Row]) -> bytes:
    r"""The table as a CSV file holds it, in the order of the rows given.

    >>> from summitry.rows import Speaker
    >>> table_bytes("speakers", [Speaker("q-1", "ann-lee", None, 0.9)])
    b'quote_id,entity_id,mention_id,confidence,reviewed\nq-1,ann-lee,,0.90,false\n'
    """
    header = ",".join(table_schema(name).field_names)
    return "".join(f"{line}\n" for line in (header, *lines_of(name, rows))).encode()


def lines_of(name: str, rows: Iterable[Row]) -> Iterator[str]:
    """Yield each row as its line in a CSV file, without the end of the line.

    >>> from summitry.rows import Speaker
    >>> list(lines_of("speakers", [Speaker("q-1", "ann-lee", None, 0.9)]))
    ['q-1,ann-lee,,0.90,false']
    """
    cells = cells_in(name)
    return (",".join(map(cell_of, cells(row))) for row in rows)


@cache
def cells_in(name: str) -> Callable[[Row], tuple[object, ...]]:
    """What takes the cells of a row of a table, in the order of its columns."""
    return attrgetter(*table_schema(name).field_names)


def cell_of(value: object) -> str:
    """A cell as a CSV file holds it.

    >>> [cell_of(value) for value in (None, True, 0.5, 7, date(2019, 5, 14), "Oslo, Norway")]
    ['', 'true', '0.50', '7', '2019-05-14', '"Oslo, Norway"']
    """
    if isinstance(value, str):
        return quoted(value)
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.2f}"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def quoted(cell: str) -> str:
    """The text in quotes where a reader needs them (RFC 4180, section 2).

    >>> print(quoted("“Yes”"), quoted("yes, no"))
    “Yes” "yes, no"
    """
    # by hand, because what the csv module quotes depends on the version of Python
    return '"' + cell.replace('"', '""') + '"' if NEEDS_QUOTES.search(cell) else cell
