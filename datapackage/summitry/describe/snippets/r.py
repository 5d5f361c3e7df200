"""The tables as R loads them: with readr and with data.table."""

from collections.abc import Iterator, Mapping
from typing import Final

from summitry.bounds import DOUBLE_WHOLE, R_WHOLE
from summitry.describe.snippets.sql import separated
from summitry.describe.snippets.wording import Located, text

READR: Final[Mapping[str, str]] = {
    "string": "col_character()", "integer": "col_integer()", "number": "col_double()",
    "boolean": "col_logical()", "date": 'col_date("%Y-%m-%d")',
}  # fmt: skip

DATA_TABLE: Final[Mapping[str, str]] = {
    "string": '"character"', "integer": '"integer"', "number": '"numeric"', "boolean": '"logical"',
    "date": '"IDate"',
}  # fmt: skip


def readr(tables: list[Located]) -> Iterator[str]:
    """Yield the lines that load tables as tibbles."""
    yield "library(readr)"
    yield ""
    yield "tables <- list()"
    for each in tables:
        name = f"tables[[{text(each.table.name)}]]"
        yield ""
        yield f"{name} <- read_csv("
        yield f"  {text(each.path)},"
        yield "  col_types = cols("
        yield from separated(types(each, READR))
        yield "  ),"
        yield '  na = "", trim_ws = FALSE, skip_empty_rows = FALSE, progress = FALSE'
        yield ")"
        # a cell that has not its type would be null
        yield f"stop_for_problems({name})"


def data_table(tables: list[Located]) -> Iterator[str]:
    """Yield the lines that load tables as those of data.table."""
    yield "library(data.table)"
    yield ""
    yield "# fread leaves two quotation marks where a cell has one"
    yield "one_mark <- function(table) {"
    yield "  for (name in names(table)[vapply(table, is.character, TRUE)]) {"
    yield "    set(table, j = name, value = gsub('\"\"', '\"', table[[name]], fixed = TRUE))"
    yield "  }"
    yield "  table"
    yield "}"
    yield ""
    yield "tables <- list()"
    for each in tables:
        yield ""
        yield f"tables[[{text(each.table.name)}]] <- one_mark(fread("
        yield f"  {text(each.path)},"
        yield "  colClasses = c("
        yield from separated(types(each, DATA_TABLE))
        yield "  ),"
        yield '  sep = ",", header = TRUE, quote = "\\"", na.strings = "", strip.white = FALSE,'
        yield '  encoding = "UTF-8"'
        yield "))"


def types(each: Located, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the type of each column."""
    for column in each.table.fields:
        yield f"    {text(column.name)} = {words[kept(column.type, each.largest.get(column.name, 0))]}"


def kept(kind: str, largest: int) -> str:
    """The type in which nothing of a column is lost: R has whole numbers of 32 bits, and doubles.

    >>> kept("integer", 2**31 - 1), kept("integer", 2**31), kept("integer", 2**53)
    ('integer', 'number', 'string')
    """
    if kind != "integer" or largest <= R_WHOLE:
        return kind
    return "number" if largest < DOUBLE_WHOLE else "string"
