"""The tables as LibreOffice Calc loads them: a workbook for each, by a command.

The filter of CSV files is told (LibreOffice Help, “CSV Filter Parameters”): comma, quotation mark, UTF-8, the
first line, each column with its format, the language (English of the United States, whatever the machine
speaks), that no cell is text by its quotes alone, and to see truths.
"""

from collections.abc import Iterator, Mapping
from shlex import quote
from typing import Final

from summitry.bounds import EXCEL_WHOLE
from summitry.describe.snippets.wording import Located

FORMATS: Final[Mapping[str, int]] = {"string": 2, "integer": 1, "number": 1, "boolean": 1, "date": 5}
"""Text; what it looks like (a number, a truth); year, month and day."""


def calc(tables: list[Located]) -> Iterator[str]:
    """Yield the commands that turn tables into workbooks in the folder `calc`."""
    yield "set -e"
    for each in tables:
        yield (
            f"soffice --headless --convert-to ods --outdir calc --infilter={quote(parameters(each))} "
            f"{quote(each.path)}"
        )


def parameters(each: Located) -> str:
    """What the filter is told of a table.

    >>> from summitry.schema import table_schema
    >>> parameters(Located(table_schema("speakers"), "speakers.csv", {}))
    'Text - txt - csv (StarCalc):44,34,76,1,1/2/2/2/3/2/4/1/5/1,1033,false,true'
    """
    kinds = [kept(column.type, each.largest.get(column.name, 0)) for column in each.table.fields]
    formats = "/".join(f"{number}/{FORMATS[kind]}" for number, kind in enumerate(kinds, 1))
    return f"Text - txt - csv (StarCalc):44,34,76,1,{formats},1033,false,true"


def kept(kind: str, largest: int) -> str:
    """The type in which nothing of a column is lost: text for more figures than a cell has.

    >>> kept("integer", 10**15 - 1), kept("integer", 10**15)
    ('integer', 'string')
    """
    return "string" if kind == "integer" and largest >= EXCEL_WHOLE else kind
