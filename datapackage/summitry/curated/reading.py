"""Correction files as typed rows; everything that is wrong with them is found in one pass."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from itertools import zip_longest
from pathlib import Path
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from summitry.curated.rows import FILES, Correction
from summitry.errors import UnfitCorrections
from summitry.read.header import ISO_DAY
from summitry.read.text import cell as cell_of_text
from summitry.tables.reading import LONGEST_CELL

EVERY: Final = ("who", "when", "why")
"""The columns that every file has, after those of its own."""

SEPARATORS: Final = ",;"
"""Spreadsheets write the second where a comma stands in decimal numbers."""

WHOLE: Final = re.compile(r"[0-9]{1,9}")


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """The corrections of a folder, in the order of the files and lines; none where there is no folder.

    Raises `UnfitCorrections` with every line that is no correction.
    """
    problems: list[str] = []
    found = [one for name in FILES for one in read_file(folder / name, problems)]
    problems += unknown_files(folder)
    if problems:
        raise UnfitCorrections(problems)
    return tuple(found)


def unknown_files(folder: Path) -> Iterator[str]:
    """Yield what there is to say of tables in a folder of corrections that are none of them."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix.lower() == ".csv" and path.name not in FILES:
            yield f"{path.name}: found a file that no correction is read from; expected {', '.join(FILES)}"


def read_file(path: Path, problems: list[str]) -> Iterator[Correction]:
    """Yield the corrections of a file, if it is there; what is wrong with others goes to `problems`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return
    except UnicodeDecodeError as error:
        problems.append(f"{path.name}: {not_utf8(error)}")
        return
    except OSError as error:
        problems.append(f"{path.name}: found {error.strerror}; expected a table in UTF-8")
        return
    columns = columns_of(path.name)
    # shorter ones than a paragraph would be refused
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    header = [cell.strip() for cell in next(reader, [])]
    if Counter(filter(None, header)) != Counter(columns):
        problems.append(f"{path.name}: found the columns {', '.join(header)}; expected {', '.join(columns)}")
        return
    for cells in reader:
        line = f"{path.name}, line {reader.line_num}"
        given = [cell_of_text(cell) or "" for cell in cells]
        row = dict(zip(header, given, strict=False))
        if any(cell and not head for head, cell in zip_longest(header, given)):
            problems.append(f"{line}: found more cells than columns; expected {len(columns)}")
        elif any(given):
            yield from correction_of(path.name, line, row, problems)


def not_utf8(error: UnicodeDecodeError) -> str:
    r"""What there is to say of a table in another encoding, such as a spreadsheet writes if it is not told.

    >>> try:
    ...     b"why\nna\xefve\n".decode()
    ... except UnicodeDecodeError as error:
    ...     not_utf8(error)
    'found a byte that is not UTF-8 in line 2; expected a table saved as “CSV UTF-8”'
    """
    line = error.object.count(b"\n", 0, error.start) + 1
    return f"found a byte that is not UTF-8 in line {line}; expected a table saved as “CSV UTF-8”"


def separator_of(text: str) -> str:
    """What stands between the cells of a table.

    >>> separator_of("entity_id;into;who")
    ';'
    """
    first = text.partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def columns_of(name: str) -> list[str]:
    """The columns of a file, in order.

    >>> columns_of("removals.csv")
    ['table', 'id', 'who', 'when', 'why']
    """
    own = [field.name for field in fields(FILES[name]) if field.name not in {*EVERY, "line"}]
    return [*own, *EVERY]


def correction_of(name: str, line: str, row: Mapping[str, str], problems: list[str]) -> Iterator[Correction]:
    """Yield the correction that a row is, if each of its cells can be read."""
    kinds = get_type_hints(FILES[name])
    values: dict[str, Any] = {}
    wrong = []
    for column in columns_of(name):
        try:
            values[column] = value_of(kinds[column], row.get(column, ""))
        except ValueError as error:
            wrong.append(f"{line}: {column}: {error}")
    problems += wrong
    if not wrong:
        yield FILES[name](**values, line=line)


def value_of(kind: Any, cell: str) -> Any:  # noqa: ANN401  # whatever the type of the column says
    """The value of a cell; a `ValueError` says what was found and expected.

    >>> value_of(int | None, "") is None, value_of(date, "2026-11-22")
    (True, datetime.date(2026, 11, 22))
    """
    kinds = get_args(kind) if NoneType in get_args(kind) else (kind,)
    if not cell:
        if NoneType in kinds:
            return None
        raise ValueError("found nothing; expected a value")
    kind = kinds[0]
    if get_origin(kind) is Literal:
        if cell in get_args(kind):
            return cell
        raise ValueError(f"found “{cell}”; expected one of {', '.join(get_args(kind))}")
    read, expected = READERS[kind]
    try:
        return read(cell)
    except ValueError as error:
        raise ValueError(f"found “{cell}”; expected {expected}") from error


def whole_of(cell: str) -> int:
    """The whole number of a cell, in figures alone.

    >>> whole_of("23")
    23
    """
    if not WHOLE.fullmatch(cell):
        raise ValueError(cell)
    return int(cell)


def day_of(cell: str) -> date:
    """The day of a cell, in the one form in which the tables have it.

    >>> day_of("2026-11-22")
    datetime.date(2026, 11, 22)
    """
    if not ISO_DAY.fullmatch(cell):
        raise ValueError(cell)
    return date.fromisoformat(cell)


READERS: Final[Mapping[Any, tuple[Any, str]]] = {
    str: (str, "text"),
    int: (whole_of, "a whole number"),
    date: (day_of, "a date as YYYY-MM-DD"),
}
"""For each type how a cell is read, and what is expected of it."""
