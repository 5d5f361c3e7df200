"""Lines that are not written as we write: read one by one, every fault named, the rest kept."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from summitry.schema import Table
from summitry.validate.findings import Finding, Place
from summitry.validate.pieces import Piece

LINE: Final = "@line"
"""The column that says in which line of its file a row stands; no field can be called so."""

QUOTED: Final = r'"(?:[^"]|"")*"'
CELL: Final = rf'(?:{QUOTED}|[^",]*)'
# “a,,"b, ""c"""”: cells between commas, quoted from the first to the last character or not at all (RFC 4180)
RECORD: Final = rf"^{CELL}(?:,{CELL})*$"

ESCAPE_SIGN: Final = "\ue000"
"""Written before a mark in the place of something that polars does not read as it is; for private use."""

BROKEN_RECORDS: Final = {
    "blank-line": ("is blank", "remove the line"),
    "unclosed-quote": (
        "has a quotation mark that the line does not close",
        "close it, or write it twice inside a quoted cell; no cell holds a line break",
    ),
    "quote-in-cell": (
        "has a quotation mark inside a cell, or text after a closing one",
        "quote the whole cell and write the mark twice",
    ),
    "cell-count": ("has another number of cells than the header", "add what is missing, remove what is over"),
}
"""What can be wrong with a line so that its cells are not known: rule, fault and remedy."""


def frame_by_lines(table: Table, piece: Piece, header: list[str]) -> tuple[pl.DataFrame, list[Finding], bool]:
    """The cells of the lines that can be read, what is wrong with their form, and whether all could be."""
    records = records_of(piece).with_columns(fault=fault_in_line(len(header)))
    findings = [
        Finding(table.name, None, rule, fault, remedy, places=places)
        for rule, (fault, remedy) in BROKEN_RECORDS.items()
        if (places := records.filter(pl.col("fault") == rule).select(LINE, "record")).height
    ]
    findings += undecodable(table, piece)
    good = records.filter(pl.col("record").is_not_null() & pl.col("fault").is_null())
    cells = cells_of("".join(f"{record}\n" for record in good["record"]).encode(), header)
    needless = good.filter(canonical(cells) != good["record"]).select(LINE, "record")
    if needless.height:
        remedy = "quote only cells that hold a comma or a quotation mark"
        findings.append(Finding(table.name, None, "quoting", "quotes without need", remedy, places=needless))
    if not piece.ended:
        last = (Place(piece.line + records.height - 1),)
        fault = "is not ended: the file may be cut"
        findings.append(Finding(table.name, None, "final-newline", fault, "end the line", places=last))
    return cells.insert_column(0, good[LINE]), findings, good.height == records.height


def records_of(piece: Piece) -> pl.DataFrame:
    """The lines of a piece with their numbers; null where they are not UTF-8."""
    lines = piece.content.removesuffix(b"\n").split(b"\n") if piece.content else []
    records = pl.Series("record", [text_of(line) for line in lines], dtype=pl.String)
    return records.to_frame().with_row_index(LINE, offset=piece.line)


def undecodable(table: Table, piece: Piece) -> Iterator[Finding]:
    """The finding that lines are not UTF-8, each with its first wrong byte."""
    places = []
    for number, line in enumerate(piece.content.split(b"\n"), piece.line):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            detail = f": byte 0x{line[error.start]:02X} at {error.start} in the line"
            places.append(Place(number, None, detail))
    if places:
        fault, remedy = "is not UTF-8", "write the file in UTF-8"
        yield Finding(table.name, None, "encoding", fault, remedy, places=tuple(places))


def text_of(line: bytes) -> str | None:
    """The text of a line, none if it is not UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def fault_in_line(width: int) -> pl.Expr:
    """Which rule of `BROKEN_RECORDS` a line breaks, null for none."""
    record = pl.col("record")
    commas = record.str.replace_all(QUOTED, "").str.count_matches(",", literal=True)
    return (
        pl.when(record.str.strip_chars() == "")
        .then(pl.lit("blank-line"))
        .when(record.str.count_matches('"', literal=True) % 2 == 1)
        .then(pl.lit("unclosed-quote"))
        .when(~record.str.contains(RECORD))
        .then(pl.lit("quote-in-cell"))
        .when(commas + 1 != width)
        .then(pl.lit("cell-count"))
    )


def cells_of(content: bytes, header: list[str]) -> pl.DataFrame:
    r"""The cells of lines that are known to be sound, null where empty.

    >>> cells_of(b"q-1\r,ann-lee,\n", ["quote_id", "entity_id", "mention_id"]).rows()
    [('q-1\r', 'ann-lee', None)]
    """
    schema = dict.fromkeys(header, pl.String)
    if not content:
        return pl.DataFrame(schema=schema)
    # polars drops CR at the end of a cell: something else stands for it while polars reads
    written = escaped(content)
    cells = pl.read_csv(written, has_header=False, schema=schema)
    read = pl.all() if written == content else unescaped(pl.all())
    return cells.with_columns(read.replace("", None))


def escaped(content: bytes) -> bytes:
    """The lines with something else written for CR, and for the sign that says so."""
    sign = ESCAPE_SIGN.encode()
    return content.replace(sign, sign + b".").replace(b"\r", sign + b":")


def unescaped(cells: pl.Expr) -> pl.Expr:
    """The cells with what was written for CR, and for the sign that says so, turned back."""
    returned = cells.str.replace_all(f"{ESCAPE_SIGN}:", "\r", literal=True)
    return returned.str.replace_all(f"{ESCAPE_SIGN}.", ESCAPE_SIGN, literal=True)


def canonical(cells: pl.DataFrame) -> pl.Series:
    """Each row as a line, quoted only where a cell holds a comma or a quotation mark."""
    quoted = [
        pl.when(pl.col(name).str.contains('[,"]'))
        .then(pl.concat_str(pl.lit('"'), pl.col(name).str.replace_all('"', '""', literal=True), pl.lit('"')))
        .otherwise(pl.col(name).fill_null(""))
        for name in cells.columns
    ]
    return cells.select(pl.concat_str(quoted, separator=",").alias("record")).to_series()
