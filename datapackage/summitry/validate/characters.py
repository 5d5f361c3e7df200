"""Characters that a cell must not hold: they break keys, loaders, spreadsheets or trust."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from summitry.schema import Field
from summitry.validate.findings import Finding, Severity
from summitry.validate.lines import LINE
from summitry.validate.records import Sheet

COPIED: Final[dict[str, tuple[str, ...]]] = {
    "articles": ("title", "byline", "agency", "dateline"),
    "paragraphs": ("text",),
    "mentions": ("text", "title"),
    "quotes": ("text", "speaker_text", "cue", "addressee"),
    "meetings": ("venue", "delegation"),
    "reports": ("text", "date_text", "place_text"),
}
"""Columns that hold text as articles write it: what is odd there may be the article's, so it is a warning."""

# The bytes 80 to BF, with which every character of UTF-8 beyond ASCII goes on, as Windows-1252 shows them.
TAIL: Final = "".join(
    bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0) if byte not in {0xA0, 0xAD}
)
# They end words in sound text too: “É”, «Å»
PUNCTUATION: Final = "‘’“”‹›«»–—…"
RARE: Final = "".join(mark for mark in TAIL if mark not in PUNCTUATION)
# “Ã©” for é, “Å‚” for ł, “Ð°” for а
TWO_BYTES: Final = f"[ÂÃÄÅÐÑ][{RARE}]|(?:[ÎÏ×ØÙ][{RARE}]){{2}}"
# “â€™” for ’, “æ—¥” for 日, “ðŸ” of an emoji
MORE_BYTES: Final = f"â€|ðŸ|[à-ï](?:[{RARE}][{TAIL}]|[{TAIL}][{RARE}])"
# “ï»¿” for a byte order mark, “ï¿½” for the character that stands for what could not be read, and that one
LOST: Final = r"ï»¿|ï¿½|\x{fffd}"


class Oddity(NamedTuple):
    """Something that a cell must not hold."""

    rule: str
    pattern: str
    fault: str
    remedy: str
    tolerated: bool = True
    """Whether text copied from articles can hold it; it is a warning there."""


@cache
def oddities() -> tuple[Oddity, ...]:
    """Everything odd that a pattern can tell."""
    return unseen() + misread()


def unseen() -> tuple[Oddity, ...]:
    """What stands in a cell and nobody sees."""
    return (
        Oddity(
            "control-character",
            r"[\x00-\x1f\x7f-\x9f\x{2028}\x{2029}]",
            "holds a control character",
            "remove it: no cell holds a line break, tab or other control character",
            tolerated=False,
        ),
        Oddity("blank", r"^\s+$", "is nothing but white space", "fill the cell or empty it", tolerated=False),
        Oddity(
            "white-space",
            r"^\s+\S|\S\s+$|\S\s{2,}\S|\S[\s--\x20]\S",
            "has white space at an end, or other than single spaces within",
            "keep single spaces between words alone",
        ),
        Oddity(
            "invisible-character",
            # soft hyphen, zero-width space and joiners, marks of direction, word joiner, byte order mark
            r"[\x{ad}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{feff}]",
            "holds a character that nobody sees",
            "remove it",
        ),
    )


def misread() -> tuple[Oddity, ...]:
    """What programs take for something else than was meant."""
    return (
        Oddity(
            "formula",
            # OWASP, “CSV Injection”; spreadsheets take the full-width forms as well.
            r"^[=+\-@＝＋－＠]",
            "begins as a formula does in a spreadsheet",
            "begin with a letter or a digit",
        ),
        Oddity(
            "mojibake",
            f"{TWO_BYTES}|{MORE_BYTES}|{LOST}",
            "looks like UTF-8 that was read in another encoding",
            "decode the text once, as what it is",
        ),
        Oddity(
            "missing-word",
            f"^(?:{'|'.join(re.escape(word) for word in missing_words())})$",
            "is read as an empty cell by many loaders",
            "leave the cell empty, or say it in other words",
        ),
    )


@cache
def missing_words() -> tuple[str, ...]:
    """Words that many loaders read as nothing.

    >>> "NA" in missing_words()
    True
    """
    lines = (Path(__file__).parent / "missing_words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("# "))


def odd_cells(sheet: Sheet) -> Iterator[Finding]:
    """Cells that hold what no cell should."""
    suspicious = "|".join(f"(?:{oddity.pattern})" for oddity in oddities())
    for field in text_fields(sheet):
        cells = cells_like(sheet, field, suspicious)
        for oddity in oddities() if cells.height else ():
            if (places := cells.filter(pl.col("value").str.contains(oddity.pattern))).height:
                severity = severity_of(sheet, field) if oddity.tolerated else "error"
                fault, remedy = oddity.fault, oddity.remedy
                yield Finding(sheet.table.name, field.name, oddity.rule, fault, remedy, severity, places)


def cells_like(sheet: Sheet, field: Field, pattern: str) -> pl.DataFrame:
    """The cells of a column that a pattern finds something in."""
    cells = sheet.values.select(pl.col(LINE).alias("line"), pl.col(field.name).alias("value"))
    return cells.filter(pl.col("value").str.contains(pattern))


def decomposed_cells(sheet: Sheet) -> Iterator[Finding]:
    """Cells whose letters are not in Unicode's composed form (NFC), so that equal words differ."""
    for field in text_fields(sheet):
        cells = sheet.values.select(pl.col(LINE).alias("line"), pl.col(field.name).alias("value"))
        value = pl.col("value")
        # Text in ASCII is composed, and most cells are: looking is 80 times faster than composing.
        cells = cells.filter(value.str.len_bytes() != value.str.len_chars())
        if (places := cells.filter(value.str.normalize("NFC") != value)).height:
            severity = severity_of(sheet, field)
            fault, remedy = "is not in Unicode NFC", "write the letters composed (NFC)"
            yield Finding(sheet.table.name, field.name, "nfc", fault, remedy, severity, places)


def text_fields(sheet: Sheet) -> list[Field]:
    """The columns whose cells are text of any kind, not one of a few words."""
    fields = [sheet.table.field(name) for name in sheet.columns]
    return [field for field in fields if field.type == "string" and not field.enum]


def severity_of(sheet: Sheet, field: Field) -> Severity:
    """How bad an oddity is in a column: what an article wrote stands as a warning."""
    return "warning" if field.name in COPIED.get(sheet.table.name, ()) else "error"
