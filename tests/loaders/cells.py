"""What a cell of a CSV file says, and whether a value that a tool made of it says the same."""

import csv
import json
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

csv.field_size_limit(2**31 - 1)

Cells = dict[str, list]
"""The columns of a table that some tool has loaded, each as its values."""


class Read(NamedTuple):
    """A table as the csv module reads it: text in every cell, and the type of each column by its schema."""

    name: str
    path: Path
    kinds: dict[str, str]
    rows: list[list[str]]


def read_package(folder):
    """Every table of a package."""
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return [read_table(folder, resource) for resource in descriptor["resources"]]


def read_table(folder, resource):
    """One table: a line with nothing on it is a row of one empty cell."""
    schema = json.loads((folder / resource["schema"]).read_text(encoding="utf-8"))
    path = folder / resource["path"]
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = [cells or [""] for cells in csv.reader(file, strict=True)]
    kinds = {field["name"]: field["type"] for field in schema["fields"]}
    assert header == list(kinds)
    return Read(resource["name"], path, kinds, rows)


def same(cell, value, kind):
    """Whether a value is the logical cell of a text in a column of that type.

    Null equals empty, 25 equals 25.0, a day is its day and a truth its truth; a number of a column of numbers
    is its figure. Any other text must be that very text, and a number stands for a text only where both are
    written alike: 100000 is not `1e5`, and 7 is not `007`.
    """
    if kind == "number" and cell and isinstance(value, float):
        return float(cell) == value
    return cell == written(value)


def written(value):
    """A value as a cell holds it, if a cell can."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(value).lower()
        case int() | float() if value == value // 1:
            return str(int(value))
        case date() if not isinstance(value, datetime):
            return value.isoformat()
    return f"{value!r}, which no cell of ours holds"


def differences(table, loaded, alike=same):
    """The places of a table where what was loaded says something else, each with both."""
    if list(loaded) != list(table.kinds):
        return [("header", list(loaded), list(table.kinds))]
    if lengths := {name: len(values) for name, values in loaded.items() if len(values) != len(table.rows)}:
        return [("rows", lengths, len(table.rows))]
    return [
        (f"row {number}", name, shortened(row[place]), shortened(value))
        for place, (name, kind) in enumerate(table.kinds.items())
        for number, (row, value) in enumerate(zip(table.rows, loaded[name], strict=True), 1)
        if not alike(row[place], value, kind)
    ]


def shortened(value):
    """A value as a message can show it."""
    shown = repr(value)
    return shown if len(shown) < 100 else f"{shown[:50]}… of {len(shown)}"


def exact(cell, value, kind):
    """Whether a value is the cell in the type of its column, and nothing near it."""
    expected = value_of(cell, kind)
    return type(value) is type(expected) and value == expected


def value_of(cell, kind):
    """The value of a cell by the type of its column; an empty cell is none."""
    readers = {
        "string": str,
        "integer": int,
        "number": float,
        "boolean": {"true": True, "false": False}.__getitem__,
        "date": date.fromisoformat,
    }
    return readers[kind](cell) if cell else None
