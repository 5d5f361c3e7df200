"""The form of a table, judged from its bytes: what each line breaks, and the cells of the others."""

import csv
import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

SCHEMAS = Path(__file__).parents[1] / "schemas"
NAMES = [
    "articles", "paragraphs", "entities", "mentions", "quotes", "speakers", "meetings", "participants",
    "reports", "evidence",
]  # fmt: skip

SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""White space as Unicode has it; Python counts the four separators of ASCII in."""

SPACES = re.compile(f"[{SPACE}]")
CELL = r'(?:"(?:[^"]|"")*"|[^",]*)'
RECORD = re.compile(rf"{CELL}(?:,{CELL})*")


class Break(NamedTuple):
    """A promise that is broken: where, and which."""

    table: str
    line: int | None
    column: str | None
    rule: str
    severity: str = "error"


@dataclass
class Sheet:
    """A table as far as it can be read."""

    name: str
    columns: list[str] = field(default_factory=list)
    lines: dict[int, dict[str, str]] = field(default_factory=dict)
    """The cells of each line that can be read."""
    whole: bool = True
    """Whether every line could be, and every column is there."""
    broken: set[Break] = field(default_factory=set)

    def breaks(self, line, rule):
        """Note that a line breaks a rule."""
        self.broken.add(Break(self.name, line, None, rule))


@cache
def schema_of(name):
    """What `schemas/` says of a table."""
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


@cache
def fields_of(name):
    """The fields of a table by name."""
    return {each["name"]: each | each.get("constraints", {}) for each in schema_of(name)["fields"]}


def sheet_of(name, content):
    """What the bytes of a file hold and break."""
    sheet = Sheet(name)
    if not content.strip(b" \t\n\v\f\r"):
        return unusable(sheet, None, "empty-file")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return unusable(sheet, 1, "encoding")
    if content.startswith(b"\xef\xbb\xbf"):
        sheet.breaks(1, "byte-order-mark")
        content = content[3:]
    if b"\r\n" in content:
        sheet.breaks(content[: content.index(b"\r\n")].count(b"\n") + 1, "line-end")
        content = content.replace(b"\r\n", b"\n")
    header, *lines = content.removesuffix(b"\n").split(b"\n")
    names = header_of(sheet, header)
    if names and not content.endswith(b"\n"):
        sheet.breaks(1 + len(lines), "final-newline")
    for number, line in enumerate(lines if names else (), 2):
        read_line(sheet, number, line, names)
    return sheet


def unusable(sheet, line, rule):
    """The sheet of a file that holds no table."""
    sheet.breaks(line, rule)
    sheet.whole = False
    return sheet


def header_of(sheet, line):
    """The names of the columns, none if they cannot be used."""
    expected = list(fields_of(sheet.name))
    if (text := text_of(sheet, 1, line)) is None:
        text = line.decode("utf-8", "replace")
    if "\r" in text:
        sheet.breaks(1, "line-end")
        sheet.whole = False
        return None
    names = next(csv.reader([text]), [])
    if {*re.split(r"[;\t|]", text.replace('"', ""))} == {*expected}:
        sheet.breaks(1, "separator")
    elif names != expected:
        sheet.breaks(1, "header")
    elif text != ",".join(names):
        sheet.breaks(1, "quoting")
    usable = {*names} & {*expected} and len({*names}) == len(names)
    sheet.columns = [name for name in expected if name in names] if usable else []
    sheet.whole = sheet.columns == expected
    return names if usable else None


def read_line(sheet, number, line, names):
    """Keep the cells of a line, or note what is wrong with it."""
    text = text_of(sheet, number, line)
    rule = None if text is None else fault_in(text, len(names))
    if rule:
        sheet.breaks(number, rule)
    if rule or text is None:
        sheet.whole = False
        return
    cells = next(csv.reader([text.replace("\r", "\0")]), [""])
    cells = [cell.replace("\0", "\r") for cell in cells] if "\r" in text else cells
    if ",".join(map(quoted, cells)) != text:
        sheet.breaks(number, "quoting")
    sheet.lines[number] = {
        name: cell for name, cell in zip(names, cells, strict=True) if name in sheet.columns
    }


def fault_in(text, width):
    """Why a line cannot be read, none if it can."""
    if not SPACES.sub("", text):
        return "blank-line"
    if text.count('"') % 2:
        return "unclosed-quote"
    if not RECORD.fullmatch(text):
        return "quote-in-cell"
    unquoted = re.sub(r'"(?:[^"]|"")*"', "", text)
    return None if unquoted.count(",") + 1 == width else "cell-count"


def text_of(sheet, number, line):
    """The text of a line, none if it is not UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        sheet.breaks(number, "encoding")
        return None


def quoted(cell):
    """The cell with marks where it needs them."""
    return '"' + cell.replace('"', '""') + '"' if "," in cell or '"' in cell else cell
