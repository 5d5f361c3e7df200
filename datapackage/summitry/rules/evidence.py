"""What the reasons for cells promise, and the meetings whose reports differ."""

from collections.abc import Mapping
from typing import Final

import polars as pl
from polars import LazyFrame, col

from summitry.rules.beside import partly_filled
from summitry.schema import TABLES, table_schema

LENGTH: Final = "#length"
"""How many characters a paragraph has: tables are checked without their text, so they are counted before."""

KEY: Final = "#key"
VALUE: Final = "#value"

CELLS: Final[Mapping[str, tuple[str, ...]]] = {
    "mentions": ("entity_id", "title"),
    "quotes": ("addressee", "said_on"),
    "meetings": ("start_date", "end_date", "place_id", "status"),
    "participants": ("role", "position"),
}
"""The cells that have reasons; others can have some too, and are not looked at."""

COPIED: Final = {"title", "addressee"}
"""Those with words of articles: tables are checked without them, so that they are marked before."""


def marks(table: str) -> list[pl.Expr]:
    """What the rules below need of a table and its checks do not keep: lengths, and codes of text.

    >>> pl.DataFrame({"text": ["Lund will visit."]}).select(marks("paragraphs")).rows()
    [(16,)]
    """
    if table == "paragraphs":
        return [col("text").str.len_chars().cast(pl.Int64).alias(LENGTH)]
    if table == "evidence":
        return [code(col("value")).alias(VALUE)]
    found = [code(col(name)).alias(f"#{name}") for name in CELLS.get(table, ()) if name in COPIED]
    key = table_schema(table).primary_key
    return found if len(key) == 1 else [*found, code(pl.concat_str(key, separator=" ")).alias(KEY)]


def code(cell: pl.Expr) -> pl.Expr:
    """The code of a text, by which equal ones are found; of none, none."""
    return pl.when(cell.is_not_null()).then(cell.hash())


def is_about_a_column_that_is_there(evidence: LazyFrame) -> LazyFrame:
    """A reason is for a column of its table.

    Name the column as the table does.
    """
    known = [f"{table}.{field}" for table in TABLES for field in table_schema(table).field_names]
    place = pl.concat_str(col("table").cast(pl.String), col("field"), separator=".")
    return evidence.filter(col("table").cast(pl.String).is_in(TABLES) & ~place.is_in(known))


def tells_all_of_its_words_or_nothing(evidence: LazyFrame) -> LazyFrame:
    """The paragraph and the offsets of a reason are there together or not at all.

    Fill all three cells, or none.
    """
    return partly_filled(evidence, "paragraph_id", "start", "end")


def ends_within_its_paragraph(evidence: LazyFrame, paragraphs: LazyFrame) -> LazyFrame:
    """The words of a reason end where their paragraph does, or before.

    Correct the offsets, in code points from 0.
    """
    lengths = paragraphs.select("paragraph_id", LENGTH).drop_nulls().unique("paragraph_id")
    both = evidence.join(lengths, on="paragraph_id", how="left")
    return both.filter(col("end") > col(LENGTH))


def names_its_source_if_looked_up(evidence: LazyFrame) -> LazyFrame:
    """A reason names a table of knowledge if it was looked up there, and only then.

    Name the table, or correct the basis.
    """
    looked_up = col("basis").cast(pl.String) == "knowledge"
    return evidence.filter(looked_up != col("knowledge_source").is_not_null())


def is_about_a_row_that_is_there(  # noqa: PLR0913, PLR0917  # any table can have reasons
    evidence: LazyFrame,
    articles: LazyFrame,
    paragraphs: LazyFrame,
    entities: LazyFrame,
    mentions: LazyFrame,
    quotes: LazyFrame,
    speakers: LazyFrame,
    meetings: LazyFrame,
    participants: LazyFrame,
    reports: LazyFrame,
) -> LazyFrame:
    """A reason is for a row that is there.

    Name a row of the table by its key, or remove the reason.
    """
    tables = [articles, paragraphs, entities, mentions, quotes, speakers, meetings, participants, reports]
    lost = [
        without_row(of_table(evidence, name), key_of(name, rows), rows)
        for name, rows in zip(TABLES, tables, strict=False)
    ]
    return one_by_one(lost)


def of_table(evidence: LazyFrame, table: str) -> LazyFrame:
    """The reasons for a table, each with the code of its row."""
    return with_row(evidence.filter(col("table").cast(pl.String) == table)).filter(col("#row").is_not_null())


def without_row(reasons: LazyFrame, key: pl.Expr, rows: LazyFrame) -> LazyFrame:
    """The reasons whose row is not there; codes alone are held against each other, they need little room."""
    lost = reasons.select("#row").join(rows.select(key.alias("#row")), on="#row", how="anti")
    return reasons.join(lost.unique(), on="#row", how="semi")


def gives_the_value_of_its_cell(
    evidence: LazyFrame, mentions: LazyFrame, quotes: LazyFrame, meetings: LazyFrame, participants: LazyFrame
) -> LazyFrame:
    """Of the reasons for a cell, one is for its value, unless reports differ.

    Correct the value, or add the reason for what the cell says.
    """
    agreed = meetings.filter(col("conflict").ne_missing(other=True))
    tables = {"mentions": mentions, "quotes": quotes, "meetings": agreed, "participants": participants}
    names = evidence.collect_schema().names()
    found = [
        beside_the_point(evidence, name, field, rows).select(names)
        for name, rows in tables.items()
        for field in CELLS[name]
    ]
    return one_by_one(found)


def one_by_one(frames: list[LazyFrame]) -> LazyFrame:
    """The rows of some frames, found in one after the other: together they would need the room of all."""
    return pl.concat(frames, parallel=False)


def beside_the_point(evidence: LazyFrame, table: str, field: str, rows: LazyFrame) -> LazyFrame:
    """The reasons for cells of a column of which none is for the value that stands there."""
    asked = of_table(evidence, table).filter((col("field") == field) & col(VALUE).is_not_null())
    cells = rows.select(key_of(table, rows).alias("#row"), cell_of(field, rows).alias("#cell"))
    both = asked.select("#row", VALUE).join(cells.drop_nulls("#row"), on="#row")
    # of a sound table these are few: found first, no more than them is looked at again
    other = both.filter(col(VALUE).ne_missing(col("#cell"))).select("#row")
    doubtful = other.collect(engine="streaming").unique().lazy()
    right = both.filter(col(VALUE) == col("#cell")).join(doubtful, on="#row", how="semi")
    wrong = doubtful.join(right, on="#row", how="anti")
    return asked.join(wrong, on="#row", how="semi")


def says_that_its_reports_differ(meetings: LazyFrame, evidence: LazyFrame) -> LazyFrame:
    """A meeting to which reports give different statuses is in conflict.

    Mark the conflict, or remove the reason that is none.
    """
    differing = in_dispute(evidence, "status")
    found = meetings.with_columns(key_of("meetings", meetings).alias("#row"))
    return found.join(differing, on="#row", how="semi").filter(~col("conflict"))


def has_reports_that_differ(meetings: LazyFrame, evidence: LazyFrame) -> LazyFrame:
    """A meeting in conflict has reasons for different dates, places or statuses.

    Add the reason that is lost, or remove the mark.
    """
    differing = in_dispute(evidence, *CELLS["meetings"])
    found = meetings.with_columns(key_of("meetings", meetings).alias("#row"))
    return found.join(differing, on="#row", how="anti").filter(col("conflict"))


def in_dispute(evidence: LazyFrame, *fields: str) -> LazyFrame:
    """The meetings that have reasons for different values of one of these columns."""
    asked = with_row(evidence).filter(
        (col("table").cast(pl.String) == "meetings") & col("field").is_in(fields) & col(VALUE).is_not_null()
    )
    values = asked.group_by("#row", "field").agg(col(VALUE).n_unique().alias("#values"))
    return values.filter(col("#values") > 1).select("#row").drop_nulls()


def with_row(evidence: LazyFrame) -> LazyFrame:
    """The reasons, each with the code of the row that it is about."""
    return evidence.with_columns(cell_of("row_id", evidence).alias("#row"))


def key_of(table: str, rows: LazyFrame) -> pl.Expr:
    """The code of the key of a row, or of its keys with a space between."""
    key = table_schema(table).primary_key
    return cell_of(key[0], rows) if len(key) == 1 else col(KEY)


def cell_of(field: str, rows: LazyFrame) -> pl.Expr:
    """The code of a cell: keys are kept as theirs, words of articles are marked, others are short."""
    if field in COPIED:
        return col(f"#{field}")
    kept_as_code = rows.collect_schema()[field] == pl.UInt64
    return col(field) if kept_as_code else code(col(field).cast(pl.String))
