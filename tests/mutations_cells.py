"""Random changes of a cell: of any, of one of its type, or of one that leads to another table."""

import re
from datetime import date
from random import Random
from typing import NamedTuple
from unicodedata import normalize

from made_world import moved

LETTERS = "aezAEZ09.,;:'\"’“-–_/\\éñšøßŁжДλ北日서אب½²€🙂"
HIDDEN = "\u200b\u200c\u200d\u200e\u202e\u2060\ufeff\u00ad\u034f\u2800\u3164\ufff9\ufffe\U000e0041"
CONTROLS = "\t\n\r\0\x07\x1b\x7f\x85\u2028"
SPACES = [" ", "  ", "\u00a0", "\u3000", "\u2009"]
DAYS = [
    "0000-01-01", "2019-02-30", "2019-13-01", "2019-1-5", "20190105", "2019-05-16T00:00:00Z", "16.05.2019",
]  # fmt: skip
FIGURES = ["9223372036854775807", "9223372036854775808", "12.0", "1e2", "1_2", "１２", "0x1F", "NaN"]
TRUTHS = ["maybe", "True", "TRUE", "False", "yes", "n", "1", "0", "truefalse", "true, false"]
WORDS = ["NA", "null", "None", "nan", "#N/A", "true", "-", "?", "0", "7", "\ufffd"]


class Cell(NamedTuple):
    """A cell to be changed, and what it can be changed with."""

    rng: Random
    text: str
    about: dict
    column: list[str]
    """The cells of its column."""
    keys: list[str]
    """The keys of a table that it could lead to."""


def changes_for(cell):
    """The ways to change a cell of this type."""
    of_type = {
        "integer": [next_number, next_number, digit_changed, signed, zero_before, odd_figure],
        "date": [day_moved, day_moved, odd_day, emptied],
        "boolean": [turned, odd_truth, odd_truth],
    }.get(cell.about["type"], [])
    if "enum" in cell.about:
        of_type = [neighbour]
    if cell.about["name"].endswith("_id"):
        of_type = [other_key, other_key, emptied]
    any_cell = ANY_CELL if cell.text else [of_another_row, of_another_row, word]
    # half of them are what only cells of this type can be
    return any_cell + of_type * (len(any_cell) // len(of_type)) if of_type else any_cell


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


def turned(cell):
    """True for false."""
    return "false" if cell.text == "true" else "true"


def odd_truth(cell):
    """Neither true nor false, or one of them in another form."""
    return cell.rng.choice(TRUTHS)


def neighbour(cell):
    """Another word of the list, or nearly one."""
    return cell.rng.choice([*cell.about["enum"], *cell.about["enum"], f"{cell.text}s", cell.text.title()])


def other_key(cell):
    """Another key, of whatever table, or nearly one."""
    return cell.rng.choice([cell.rng.choice(cell.keys), cell.rng.choice(cell.column), f"{cell.text}-x"])


ANY_CELL = [
    *[of_another_row] * 3, emptied, emptied, letter_changed, letter_more, letter_less,
    case_changed, space_at_an_end, space_within, hidden_within, control_within, formula, word, misread,
    decomposed, shortened, doubled,
]  # fmt: skip
