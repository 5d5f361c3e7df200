"""Tables as typed rows again, read from their canonical form and no other."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn, get_args, get_type_hints

from summitry.errors import InvalidTables, UnreadableInput
from summitry.rows import Row, Tables
from summitry.schema import TABLES, Field, Table, table_schema

ROW_TYPES: Final[Mapping[str, Callable[..., Row]]] = {
    name: get_args(rows)[0] for name, rows in get_type_hints(Tables).items()
}
"""What makes a row of each table."""

READERS: Final[Mapping[str, tuple[str, str, Callable[[str], Any]]]] = {
    "string": ("(?s:.+)", "text", str),
    "integer": ("0|-?[1-9][0-9]*", "an integer", int),
    "number": ("-?[0-9]+[.][0-9]{2}", "a number with two decimals", float),
    "boolean": ("true|false", "true or false", "true".__eq__),
    "date": ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date as YYYY-MM-DD", date.fromisoformat),
}
"""For each type the one form that a cell may have, that form in words, and how to read it."""

LONGEST_CELL: Final = 2**31 - 1
"""The csv module refuses longer cells; its default of 131,072 characters is shorter than some paragraphs."""


def read_tables(folder: Path) -> Tables:
    """Every table of a folder, as typed rows."""
    return Tables(*(read_table(name, folder / f"{name}.csv") for name in TABLES))


def read_table(name: str, path: Path) -> tuple[Any, ...]:
    """The rows of a CSV file, typed by the schema; a cell that is not in canonical form is an error."""
    return rows_in(name, io.StringIO(text_of(path), newline=""), path)


def rows_in(name: str, lines: Iterable[str], path: Path) -> tuple[Any, ...]:
    """The rows of the lines of a CSV file, the header first."""
    row_type = ROW_TYPES[name]
    return tuple(row_type(*values) for values in values_in(table_schema(name), lines, path))


def values_in(table: Table, lines: Iterable[str], path: Path) -> Iterator[list[Any]]:
    """Yield the values of each row of a CSV file, typed by the schema, the header being checked and left out.

    >>> lines = ["quote_id,entity_id,mention_id,confidence,reviewed", "q,a,,0.90,true"]
    >>> list(values_in(table_schema("speakers"), lines, Path("speakers.csv")))
    [['q', 'a', None, 0.9, True]]
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, strict=True)
    # a text is what its cell is, so that most cells need no second look
    others = [(place, each) for place, each in enumerate(table.fields) if each.type != "string"]
    try:
        if (header := next(reader, [])) != list(table.field_names):
            refuse(path, 1, "header", ",".join(header), ",".join(table.field_names))
        for cells in reader:
            if len(cells) != len(table.fields):
                refuse(path, reader.line_num, "row", f"{len(cells)} cells", f"{len(table.fields)} cells")
            values: list[Any] = [cell or None for cell in cells]
            for place, column in others:
                values[place] = value_of(cells[place], column, path, reader.line_num)
            yield values
    except csv.Error as error:
        refuse(path, reader.line_num, "row", str(error), "CSV")


def value_of(cell: str, column: Field, path: Path, line: int) -> object:
    """The value that a cell stands for."""
    if not cell:
        return None
    form, expected, read = READERS[column.type]
    if not re.fullmatch(form, cell):
        refuse(path, line, column.name, cell, expected)
    try:
        return read(cell)
    except ValueError:  # the form of a date without a day, such as 2019-02-30
        refuse(path, line, column.name, cell, expected)


def text_of(path: Path) -> str:
    """The text of a CSV file."""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a CSV file") from error
    except UnicodeDecodeError as error:
        raise InvalidTables(f"{path}: byte {error.start}: found {error.reason}; expected UTF-8") from error


def refuse(path: Path, line: int, place: str, found: str, expected: str) -> NoReturn:
    """Raise what is wrong with a line of a CSV file."""
    raise InvalidTables(f"{path.name}:{line}:{place}: found {found!r}; expected {expected}")
