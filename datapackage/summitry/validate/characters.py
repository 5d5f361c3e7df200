"""Characters that a cell must not hold: they break keys, loaders, spreadsheets or trust."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from summitry.schema import Field
from summitry.validate.findings import Finding, Severity
from summitry.validate.invisible import BLANK, INVISIBLE, NEEDED
from summitry.validate.lines import LINE
from summitry.validate.mojibake import MOJIBAKE
from summitry.validate.records import Sheet

COPIED: Final[dict[str, tuple[str, ...]]] = {
    "articles": ("title", "byline", "agency", "dateline"),
    "paragraphs": ("text",),
    "mentions": ("text", "title"),
    "quotes": ("text", "speaker_text", "cue", "addressee"),
    "meetings": ("venue", "delegation"),
    "reports": ("text", "date_text", "place_text"),
    "evidence": ("value",),
}
"""Columns that hold text as articles write it: what is odd there may be the article's, so it is a warning."""

KEY: Final = "_id"
"""How the names of columns end that hold keys."""

# Letters of these ranges are composed as they stand and join with nothing before them, so that most texts are
# known to be in NFC at a glance (Unicode, DerivedNormalizationProps, NFC_Quick_Check): those of Latin, Greek,
# Cyrillic, Hebrew, Arabic, dashes and quotation marks, currencies, kana, Chinese, Hangul, emoji.
COMPOSED: Final = (
    r"\x00-\x{2ff}\x{391}-\x{3a1}\x{3a3}-\x{482}\x{48a}-\x{52f}\x{5d0}-\x{5ea}\x{620}-\x{64a}\x{2010}-\x{206f}"
    r"\x{20a0}-\x{20c0}\x{3041}-\x{3096}\x{30a1}-\x{30fa}\x{4e00}-\x{9fff}\x{ac00}-\x{d7a3}\x{1f300}-\x{1faff}"
)


class Oddity(NamedTuple):
    """Something that a cell must not hold."""

    rule: str
    pattern: str
    fault: str
    remedy: str
    tolerated: bool = True
    """Whether text copied from articles can hold it; it is a warning there."""
    needed: str | None = None
    """Writing that holds it for a reason, in which it is let be, but for keys."""


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
        Oddity("blank", BLANK, "holds nothing that is seen", "fill the cell or empty it", tolerated=False),
        Oddity(
            "white-space",
            r"^\s+\S|\S\s+$|\S\s{2,}\S|\S[\s--\x20]\S",
            "has white space at an end, or other than single spaces within",
            "keep single spaces between words alone",
        ),
        Oddity(
            "invisible-character",
            INVISIBLE,
            "holds a character that nobody sees",
            "remove it",
            needed=NEEDED,
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
            MOJIBAKE,
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
    """Cells that hold what no cell should.

    Cells that lead to another table are not looked at: they are those of its key, or they lead nowhere.
    """
    rows = sheet.values.select(pl.col(LINE).alias("line"), *(field.name for field in own_text(sheet)))
    for name in rows.columns[1:]:
        # One look at all cells, and others at the few that it finds.
        cells = rows.select("line", pl.col(name).alias("value")).filter(
            pl.col("value").str.contains(suspicious())
        )
        if cells.height:
            yield from odd_places(sheet.table.name, name, cells)


def odd_places(table: str, column: str, cells: pl.DataFrame) -> Iterator[Finding]:
    """What is odd in some cells of a column; what an article wrote stands as a warning."""
    severity: Severity = "warning" if column in COPIED.get(table, ()) else "error"
    odd = cells.filter(pl.col("value").str.contains(any_oddity()))
    for oddity in oddities() if odd.height else ():
        if (places := odd.filter(looked_at(oddity, column).str.contains(oddity.pattern))).height:
            how = severity if oddity.tolerated else "error"
            yield Finding(table, column, oddity.rule, oddity.fault, oddity.remedy, how, places)
    if (places := cells.filter(pl.col("value").str.normalize("NFC") != pl.col("value"))).height:
        fault, remedy = "is not in Unicode NFC", "write the letters composed (NFC)"
        yield Finding(table, column, "nfc", fault, remedy, severity, places)


def looked_at(oddity: Oddity, column: str) -> pl.Expr:
    """The cells of a column without the writing that an oddity is part of for a reason.

    >>> unseen()[-1].rule
    'invisible-character'
    >>> cells = pl.DataFrame({"value": ["می\u200cخواهم", "a\u200cb"]})
    >>> cells.select(looked_at(unseen()[-1], "name"))["value"].str.len_chars().to_list()
    [0, 3]
    """
    cells = pl.col("value")
    # Keys are compared and typed: what nobody sees in one of them is no letter.
    if oddity.needed is None or column.endswith(KEY):
        return cells
    return cells.str.replace_all(oddity.needed, "")


@cache
def any_oddity() -> str:
    """What a pattern finds in every odd cell."""
    return "|".join(f"(?:{oddity.pattern})" for oddity in oddities())


@cache
def suspicious() -> str:
    """What a pattern finds in every odd cell, and in every one that is not known to be in NFC."""
    return f"{any_oddity()}|[^{COMPOSED}]"


def own_text(sheet: Sheet) -> list[Field]:
    """The columns of text of any kind: not one of a few words, and not the key of another table."""
    leading = {name for key in sheet.table.foreign_keys for name in key.fields}
    fields = [sheet.table.field(name) for name in sheet.columns]
    return [each for each in fields if each.type == "string" and not each.enum and each.name not in leading]
