"""Cells one by one: their types and constraints, and the characters that none may hold."""

import re
from datetime import date
from pathlib import Path
from unicodedata import category, name, normalize

from oracle_form import SPACE, SPACES, Break, fields_of, schema_of

DATA = Path(__file__).parents[1] / "datapackage" / "summitry"

COPIED = {
    "articles": {"title", "byline", "agency", "dateline"},
    "paragraphs": {"text"},
    "mentions": {"text", "title"},
    "quotes": {"text", "speaker_text", "cue", "addressee"},
    "meetings": {"venue", "delegation"},
    "reports": {"text", "date_text", "place_text"},
    "evidence": {"value"},
}
"""Text of articles, in which most oddities are warnings (TABLES.md, “Every cell”)."""

MISSING = {
    line
    for line in (DATA / "validate" / "missing_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("# ")
}
UNKNOWN = object()
"""The value of a cell that is not of its type."""

CONTROLS = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u2028", "\u2029"}
HIDDEN = {"\u034f", "\u115f", "\u1160", "\u2800", "\u3164", "\uffa0", "\ufffe", "\uffff", "\U000e0001"}
JOINERS = {"\u200c", "\u200d", "\u180e"}
NEEDED = {*JOINERS, "\u115f", "\u1160", "\u2800", *map(chr, range(0xE0020, 0xE0080))}
"""What some writing needs, and what is therefore no sure fault beyond ASCII."""


def value_of(column, cell):
    """What a cell stands for: none if it is empty, `UNKNOWN` if it is not of its type."""
    if not cell:
        return None
    read = {"integer": whole, "number": decimal, "boolean": truth, "date": day}.get(column["type"], str)
    try:
        return read(cell)
    except ValueError:
        return UNKNOWN


def whole(cell):
    """The integer of at most 64 bits that stands in a cell."""
    return int(in_form("0|-?[1-9][0-9]{0,18}", cell, -(2**63) <= int(cell) < 2**63))


def decimal(cell):
    """The number with two decimals that stands in a cell."""
    return float(in_form("-?[0-9]+[.][0-9]{2}", cell))


def truth(cell):
    """The truth value that stands in a cell."""
    return in_form("true|false", cell) == "true"


def day(cell):
    """The day of the calendar that stands in a cell."""
    return date(*map(int, in_form("[0-9]{4}-[0-9]{2}-[0-9]{2}", cell).split("-")))


def in_form(form, cell, holds=True):
    """The cell, if it is of a form."""
    if not (re.fullmatch(form, cell) and holds):
        raise ValueError(cell)
    return cell


def broken_cells(sheet, dangling):
    """What each cell breaks by itself; some are known to lead nowhere, by line and column."""
    fields, leading = fields_of(sheet.name), leading_columns(sheet.name)
    for line, cells in sheet.lines.items():
        for column, cell in cells.items():
            about = fields[column]
            for rule in broken_limits(about, cell):
                yield Break(sheet.name, line, column, rule)
            is_text = about["type"] == "string" and "enum" not in about
            if is_text and (column not in leading or (line, column) in dangling):
                yield from odd_characters(sheet.name, line, column, cell)


def leading_columns(table):
    """The columns of a table that lead to another."""
    return {column for key in schema_of(table).get("foreignKeys", ()) for column in key["fields"]}


def broken_limits(about, cell):
    """What the schema asks of a cell and it does not keep."""
    value = value_of(about, cell)
    if value is None:
        yield from ["required"] if about.get("required") else []
        return
    if value is UNKNOWN:
        yield "type"
        return
    if "enum" in about and value not in about["enum"]:
        yield "enum"
    if "minimum" in about and value < about["minimum"]:
        yield "minimum"
    if "maximum" in about and value > about["maximum"]:
        yield "maximum"
    pattern = about.get("pattern", "(?s).*").replace(r"\S", f"[^{SPACE}]").replace(r"\s", SPACE)
    if not re.fullmatch(pattern, cell):
        yield "pattern"


def odd_characters(table, line, column, cell):
    """What a cell of text holds that none may, or none but the text of articles."""
    for rule in odd_rules(cell, is_key=column.endswith("_id")):
        strict = rule in {"control-character", "blank"} or column not in COPIED.get(table, ())
        yield Break(table, line, column, rule, "error" if strict else "warning")


def odd_rules(cell, *, is_key):
    """The rules on characters that a cell surely breaks."""
    if CONTROLS & {*cell}:
        yield "control-character"
    if cell and all(SPACES.match(sign) or is_hidden(sign) for sign in cell):
        yield "blank"
    if SPACES.sub("", cell) and (cell != SPACES.sub(" ", cell).strip(" ") or "  " in cell):
        yield "white-space"
    if any(is_hidden(sign) and (is_key or is_needless(cell, at)) for at, sign in enumerate(cell)):
        yield "invisible-character"
    if cell.startswith(tuple("=+-@＝＋－＠")):  # the wide forms are meant
        yield "formula"
    if is_misread(cell):
        yield "mojibake"
    if cell in MISSING:
        yield "missing-word"
    if normalize("NFC", cell) != cell:
        yield "nfc"


def is_hidden(sign):
    """Whether nobody sees a character."""
    return sign in HIDDEN or (category(sign) == "Cf" and sign not in SEEN)


SEEN = {*map(chr, [*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD])}
"""Signs of format that are drawn: those before numbers in Arabic, Syriac and Kaithi."""


def is_needless(cell, at):
    """Whether a hidden character stands where no writing needs it."""
    around = f" {cell} "[at], f" {cell} "[at + 2]
    return cell[at] not in NEEDED or any(sign.isascii() and sign != " " for sign in around)


def is_misread(cell):
    """Whether a cell surely holds what decoding in another encoding leaves."""
    return "\ufffd" in cell or any(is_telling(run) for run in re.findall(r"[^\x00-\x7f]{2,}", cell))


def is_telling(run):
    """Whether these bytes were surely UTF-8: letters of one kind, of an alphabet that news is written in."""
    try:
        found = run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    if re.fullmatch("(?:[\xc2-\xf4][‘’“”‹›«»–—…]+)+", run):
        return False  # «Papá»… is sound
    kinds = {name(sign, "?").split(" ")[0] for sign in found} - {"LEFT", "RIGHT", "EN", "EM", "HORIZONTAL"}
    if kinds <= {"LATIN"}:
        return True
    return len(found) > 1 and len(kinds) == 1 and kinds <= {"CYRILLIC", "GREEK", "CJK", "HANGUL"}


def may_be_misread(cell):
    """Whether a cell holds a first and a next byte of a character beyond ASCII, as Windows shows them."""
    return re.search(f"[\xc2-\xf4][{NEXT}]", cell) is not None


NEXT = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))


def open_cells(sheet, dangling):
    """The rules on characters that nobody but a reader could decide for some cells."""
    for line, cells in sheet.lines.items():
        for column, cell in cells.items():
            severity = "warning" if column in COPIED.get(sheet.name, ()) else "error"
            if column not in leading_columns(sheet.name) or (line, column) in dangling:
                if may_be_misread(cell):
                    yield Break(sheet.name, line, column, "mojibake", severity)
                if NEEDED & {*cell}:
                    yield Break(sheet.name, line, column, "invisible-character", severity)
