"""Random changes of one table of a sound package: of a cell, of a row, or of bytes. The seed decides all."""

import csv
import io
import re
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from made_world import moved
from oracle_form import NAMES, fields_of, quoted, schema_of

LETTERS = "aezAEZ09.,;:'\"’“-–_/\\éñšøßŁжДλ北日서אب½²€🙂"
HIDDEN = "\u200b\u200c\u200d\u200e\u202e\u2060\ufeff\u00ad\u034f\u2800\u3164\ufff9\ufffe\U000e0041"
CONTROLS = "\t\n\r\0\x07\x1b\x7f\x85\u2028"
SPACES = [" ", "  ", "\u00a0", "\u3000", "\u2009"]
DAYS = ["0000-01-01", "2019-02-30", "2019-13-01", "2019-1-5", "20190105", "2019-05-16T00:00:00Z", "16.05.2019"]
FIGURES = ["9223372036854775807", "9223372036854775808", "12.0", "1e2", "1_2", "１２", "0x1F", "NaN"]
WORDS = ["NA", "null", "None", "nan", "#N/A", "true", "-", "?", "0", "7", "\ufffd"]
BYTES = [b"", b'"', b'""', b",", b"\n", b"\r", b"\r\n", b"\n\n", b";", b" ", b"\t", b"\0", b"\xff", b"\xc3", b"x"]


class Mutation(NamedTuple):
    """A change: of which table, how, and what its file holds then."""

    table: str
    what: str
    content: bytes


class Cell(NamedTuple):
    """A cell to be changed, and what it can be changed with."""

    rng: object
    text: str
    about: dict
    column: list[str]
    """The cells of its column."""
    keys: list[str]
    """The keys of all tables."""


def mutated(rng, files):
    """A change of one of these tables, given by name, that changes its bytes."""
    while True:
        table = rng.choice([name for name in NAMES if files[name].count(b"\n") > 1])
        change = rng.choice([cell_changed] * 6 + [cells_changed, row_changed, row_changed, bytes_changed, bytes_changed])
        what, content = change(rng, table, files)
        if content != files[table]:
            return Mutation(table, f"{table}: {what}", content)


def rows_of(content):
    """The rows of a table, header first."""
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def content_of(rows):
    """The bytes of a table."""
    return "".join(f"{','.join(map(quoted, row))}\n" for row in rows).encode()


def cell_changed(rng, table, files):
    """One cell, in one of many ways."""
    rows = rows_of(files[table])
    line = rng.randrange(1, len(rows))
    at = rng.randrange(len(rows[0]))
    column = rows[0][at]
    kinds = {key: rows_of(files[name]) for name in NAMES for key in schema_of(name)["primaryKey"]}
    keys = [row[found[0].index(key)] for key, found in kinds.items() for row in found[1:]]
    cell = Cell(rng, rows[line][at], fields_of(table)[column], [row[at] for row in rows[1:]], keys)
    change = rng.choice(changes_for(cell))
    rows[line][at] = change(cell)
    what = f"line {line + 1}, {column}: {change.__name__}, {cell.text!r} to {rows[line][at]!r}"
    return what, content_of(rows)


def changes_for(cell):
    """The ways to change a cell of this type."""
    of_type = {
        "integer": [next_number, next_number, digit_changed, signed, zero_before, odd_figure],
        "date": [day_moved, day_moved, day_moved, odd_day, digit_changed],
    }.get(cell.about["type"], [])
    if "enum" in cell.about:
        of_type = [neighbour] * 4
    if cell.about["name"].endswith("_id"):
        of_type = [other_key] * 3
    return [*ANY_CELL, *of_type] if cell.text else [of_another_row, of_another_row, of_another_row, word, *of_type]


def of_another_row(cell):
    """The cell of another row."""
    return cell.rng.choice(cell.column)


def emptied(_):
    """Nothing."""
    return ""


def at_a_place(cell, put, length=0):
    """Something put in at a random place, over so many characters."""
    at = cell.rng.randint(0, len(cell.text) - length)
    return cell.text[:at] + put + cell.text[at + length :]


def letter_changed(cell):
    """Another letter."""
    return at_a_place(cell, cell.rng.choice(LETTERS), 1)


def letter_more(cell):
    """One more letter."""
    return at_a_place(cell, cell.rng.choice(LETTERS))


def letter_less(cell):
    """One letter less."""
    return at_a_place(cell, "", 1)


def case_changed(cell):
    """Capitals for small letters."""
    return cell.rng.choice([str.upper, str.lower, str.swapcase, str.title])(cell.text)


def space_at_an_end(cell):
    """White space before or behind."""
    space = cell.rng.choice(SPACES)
    return cell.rng.choice([space + cell.text, cell.text + space])


def space_within(cell):
    """White space somewhere, or other than it was."""
    space = cell.rng.choice(SPACES)
    return cell.rng.choice([at_a_place(cell, space), cell.text.replace(" ", space, 1)])


def hidden_within(cell):
    """A character that nobody sees."""
    return at_a_place(cell, cell.rng.choice(HIDDEN))


def control_within(cell):
    """A control character."""
    return at_a_place(cell, cell.rng.choice(CONTROLS))


def formula(cell):
    """What spreadsheets take for a formula."""
    return cell.rng.choice("=+-@") + cell.text


def word(cell):
    """A word that means something to a program."""
    return cell.rng.choice(WORDS)


def misread(cell):
    """Read as Windows-1252 though it is UTF-8."""
    return (cell.text + cell.rng.choice(["", "é", "’s", "łą"])).encode().decode("cp1252", "replace")


def decomposed(cell):
    """Letters and accents apart."""
    return normalize("NFD", cell.text + cell.rng.choice(["", "é"]))


def shortened(cell):
    """A word less."""
    return cell.rng.choice([cell.text.partition(" ")[2], cell.text.rpartition(" ")[0]])


def doubled(cell):
    """The same twice."""
    return f"{cell.text} {cell.text}"


def next_number(cell):
    """A number nearby, or ten times as large."""
    number = int(cell.text or 0)
    return str(cell.rng.choice([number + 1, number - 1, number * 10, -number, number + 7]))


def digit_changed(cell):
    """Another digit."""
    digits = [match.start() for match in re.finditer("[0-9]", cell.text)]
    if not digits:
        return cell.text
    at = cell.rng.choice(digits)
    return cell.text[:at] + cell.rng.choice("0123456789") + cell.text[at + 1 :]


def signed(cell):
    """A sign before."""
    return cell.rng.choice("+-") + cell.text


def zero_before(cell):
    """A zero before."""
    return f"0{cell.text}"


def odd_figure(cell):
    """A figure in another form, or a large one."""
    return cell.rng.choice(FIGURES)


def day_moved(cell):
    """Another day."""
    day = date.fromisoformat(cell.text or "2019-05-16")
    return str(moved(day, cell.rng.choice([-366, -31, -1, 1, 31, 366, 40_000])))


def odd_day(cell):
    """No day, or one in another form."""
    return cell.rng.choice(DAYS)


def neighbour(cell):
    """Another word of the list, or nearly one."""
    return cell.rng.choice([*cell.about["enum"], *cell.about["enum"], f"{cell.text}s", cell.text.title()])


def other_key(cell):
    """Another key, of whatever table, or nearly one."""
    return cell.rng.choice([cell.rng.choice(cell.keys), cell.rng.choice(cell.column), f"{cell.text}-x"])


ANY_CELL = [
    of_another_row, of_another_row, of_another_row, emptied, emptied, letter_changed, letter_more, letter_less,
    case_changed, space_at_an_end, space_within, hidden_within, control_within, formula, word, misread,
    decomposed, shortened, doubled,
]  # fmt: skip


def cells_changed(rng, table, files):
    """Two cells at once: changed for each other, or moved together."""
    rows = rows_of(files[table])
    line = rng.randrange(1, len(rows))
    row = rows[line]
    change = rng.choice([columns_swapped, swapped_below, span_moved, days_moved])
    what = change(rng, rows, line, row)
    return f"line {line + 1}: {change.__name__}, {what}", content_of(rows)


def columns_swapped(rng, rows, _, row):
    """Two cells of a row in each other's place."""
    one, other = rng.sample(range(len(row)), 2)
    row[one], row[other] = row[other], row[one]
    return f"{rows[0][one]} and {rows[0][other]}"


def swapped_below(rng, rows, line, row):
    """A cell in the place of one further below."""
    other, at = rows[rng.randint(line, min(line + 3, len(rows) - 1))], rng.randrange(len(row))
    row[at], other[at] = other[at], row[at]
    return rows[0][at]


def span_moved(rng, rows, _, row):
    """A stretch of text moved as a whole, or with an end moved."""
    spans = [at for at, name in enumerate(rows[0]) if name.endswith("start") and row[at]]
    if not spans:
        return "none"
    at, by, more = rng.choice(spans), rng.choice([-2, -1, 1, 3]), rng.choice([0, 0, 1])
    row[at], row[at + 1] = str(int(row[at]) + by), str(int(row[at + 1]) + by + more)
    return f"{rows[0][at]} by {by}"


def days_moved(rng, rows, _, row):
    """The days of a meeting moved together, or changed for each other."""
    if "start_date" not in rows[0]:
        return "none"
    at, by = rows[0].index("start_date"), rng.choice([-365, -30, -1, 1, 30, 365])
    days = [day and str(moved(date.fromisoformat(day), by)) for day in row[at : at + 2]]
    row[at : at + 2] = rng.choice([days, row[at : at + 2][::-1]])
    return f"{row[at]} to {row[at + 1]}"


def row_changed(rng, table, files):
    """A row lost, moved or there twice."""
    rows = rows_of(files[table])
    line = rng.randrange(1, len(rows))
    change = rng.choice([row_lost, row_lost, row_doubled, row_swapped, row_moved, row_copied, row_copied, rows_lost])
    change(rng, table, rows, line)
    return f"line {line + 1}: {change.__name__}", content_of(rows)


def row_lost(_, __, rows, line):
    """A row less."""
    del rows[line]


def row_doubled(_, __, rows, line):
    """The same row twice."""
    rows.insert(line, rows[line])


def row_swapped(_, __, rows, line):
    """A row behind the next one."""
    rows[line : line + 2] = rows[line : line + 2][::-1]


def row_moved(rng, _, rows, line):
    """A row somewhere else."""
    row = rows.pop(line)
    rows.insert(rng.randint(1, len(rows)), row)


def row_copied(rng, table, rows, line):
    """The same row with another key."""
    row = list(rows[line])
    row[rows[0].index(schema_of(table)["primaryKey"][0])] += rng.choice(["-a", "!", "x", "~"])
    rows.insert(rng.choice([line + 1, line + 1, line, rng.randint(1, len(rows))]), row)


def rows_lost(rng, _, rows, line):
    """Several rows less, or all that follow."""
    del rows[line : rng.choice([line + 2, line + 5, len(rows)])]


def bytes_changed(rng, table, files):
    """Some bytes, anywhere in the file."""
    content = files[table]
    change = rng.choice([bit_flipped, byte_lost, byte_more, byte_more, byte_more, cut, stretch_lost, whole_changed])
    at = rng.randrange(len(content)) if rng.random() < 0.9 else rng.randrange(content.index(b"\n"))
    changed = change(rng, content, at)
    return f"byte {at}: {change.__name__}, {changed[max(0, at - 9) : at + 9]}", changed


def bit_flipped(rng, content, at):
    """A bit the other way."""
    return content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :]


def byte_lost(_, content, at):
    """A byte less."""
    return content[:at] + content[at + 1 :]


def byte_more(rng, content, at):
    """Bytes put in, or in the place of one."""
    return content[:at] + rng.choice(BYTES) + content[at + rng.choice([0, 1]) :]


def cut(_, content, at):
    """The end of the file lost."""
    return content[:at]


def stretch_lost(rng, content, at):
    """A stretch lost, or there twice."""
    return content[:at] + content[max(0, at + rng.choice([-40, -3, 2, 9, 200])) :]


def whole_changed(rng, content, _):
    """Another encoding, other line ends, other separators, all of it twice."""
    text = content.decode()
    return rng.choice(
        [
            b"\xef\xbb\xbf" + content,
            text.encode("utf-16"),
            text.encode("latin-1", "replace"),
            content.replace(b"\n", b"\r\n"),
            content.replace(b"\n", b"\r"),
            content.replace(b",", rng.choice([b";", b"\t", b"|"])),
            content + content,
            content + b"\n",
            content + content.partition(b"\n")[2],
            content.rstrip(b"\n"),
        ]
    )
