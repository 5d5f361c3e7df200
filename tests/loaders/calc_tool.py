"""Tables as LibreOffice Calc loads them, read from what it writes (OpenDocument 1.3, part 3)."""

from datetime import date
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from loaders.machine import program, run

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TABLE, TEXT = (f"{{{OASIS}:{name}:1.0}}" for name in ("office", "table", "text"))

PROPOSED = "Text - txt - csv (StarCalc):44,34,76"
"""Comma, quotation mark, UTF-8: what the window of Calc proposes for such a file, and nothing more.

Without a window and without these three it takes any file for Windows-1252, at least up to version 7.4.
"""


def with_calc(*options):
    """What loads tables with Calc, with some options; one start of the program for all."""

    def load(tables, folder):
        paths = [str(table.path) for table in tables]
        convert("--convert-to", "ods", *options, "--outdir", "sheets", *paths, folder=folder)
        return {table.name: of_calc(folder / "sheets" / f"{table.path.stem}.ods", table) for table in tables}

    return load


def convert(*options, folder):
    """Let Calc turn files into others, as one who has never used it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done = run(program("soffice"), "--headless", profile, *options, cwd=folder)
    assert done.returncode == 0, done.stderr


def of_calc(path, table):
    """The values of a workbook of one sheet; rows of nothing at its end are as many as the table has."""
    with ZipFile(path) as archive:
        root = ET.fromstring(archive.read("content.xml"))  # noqa: S314  # Calc wrote it a moment ago
    width, height = len(table.kinds), len(table.rows)
    header, *rows = rows_of(root, width, height + 1)
    rows += [[None] * width] * (height - len(rows))
    return {name: [row[place] for row in rows] for place, name in enumerate(header)}


def rows_of(root, width, height):
    """Yield the rows of a sheet; of those that it repeats to its end, no more than can be meant."""
    left = height
    for row in root.iter(f"{TABLE}table-row"):
        cells = []
        for cell in row:
            count = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            cells += [value_of(cell)] * min(count, width - len(cells))
        count = int(row.get(f"{TABLE}number-rows-repeated", "1"))
        for _ in range(count if any(each is not None for each in cells) else min(count, left)):
            left -= 1
            yield cells + [None] * (width - len(cells))


def value_of(cell):
    """The value of a cell by the type that Calc gave it; what is no plain value is told as text."""
    kind, formula = cell.get(f"{OFFICE}value-type"), cell.get(f"{TABLE}formula")
    if formula or (kind and kind not in VALUES):
        return f"{formula or kind}, no plain value"
    return VALUES[kind](cell) if kind else None


VALUES = {
    "string": lambda cell: "\n".join(shown(part) for part in cell.iter(f"{TEXT}p")),
    "float": lambda cell: float(cell.get(f"{OFFICE}value")),
    "boolean": lambda cell: cell.get(f"{OFFICE}boolean-value") == "true",
    "date": lambda cell: day_of("".join(cell.itertext()).strip()),
}
"""How a cell of each type is read."""


def day_of(text):
    """A day as it is shown: what is stored counts days before 1582 by another calendar."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return f"a day shown as {text}"


def shown(part):
    """The text of a paragraph, with the white space that OpenDocument writes as elements."""
    pieces = [part.text or ""]
    for inner in part:
        if inner.tag == f"{TEXT}s":
            pieces.append(" " * int(inner.get(f"{TEXT}c", "1")))
        elif inner.tag == f"{TEXT}tab":
            pieces.append("\t")
        else:
            pieces.append(shown(inner))
        pieces.append(inner.tail or "")
    return "".join(pieces)
