"""The tables as databases load them: DuckDB and SQLite."""

from collections.abc import Iterator

from summitry.bounds import LONGEST_LINE
from summitry.ddl import SPEECHES, literal, quoted
from summitry.describe.snippets.wording import Located, text
from summitry.schema import Field


def duckdb(tables: list[Located]) -> Iterator[str]:
    """Yield the lines that load tables into DuckDB."""
    for number, each in enumerate(tables):
        if number:
            yield ""
        yield f"CREATE TABLE {quoted(each.table.name)} AS FROM read_csv("
        yield f"  {literal(each.path)},"
        yield "  auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
        yield f"  max_line_size = {LONGEST_LINE},"
        yield "  columns = {"
        yield from separated(
            f"    {literal(column.name)}: {literal(SPEECHES['duckdb'].types[column.type])}"
            for column in each.table.fields
        )
        yield "  }"
        yield ");"


def sqlite(tables: list[Located]) -> Iterator[str]:
    """Yield the lines that load tables into SQLite, by its own program."""
    # a table that is there already must not be filled twice
    yield ".bail on"
    for each in tables:
        name, columns = quoted(each.table.name), each.table.fields
        yield ""
        yield f"CREATE TABLE {name} ("
        yield from separated(
            f"  {quoted(column.name)} {SPEECHES['sqlite'].types[column.type]}" for column in columns
        )
        yield ");"
        yield f".import --csv --skip 1 {text(each.path)} {text(each.table.name)}"
        yield f"UPDATE {name} SET"
        yield from separated(f"  {quoted(column.name)} = {settled(column)}" for column in columns)
        yield ";"


def settled(column: Field) -> str:
    """What an imported cell becomes: null where it is empty, a number where it is a truth."""
    name = quoted(column.name)
    if column.type == "boolean":
        return f"CASE {name} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END"
    return f"nullif({name}, '')"


def separated(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines with a comma between them.

    >>> list(separated(iter(["a", "b"])))
    ['a,', 'b']
    """
    *others, last = lines
    yield from (f"{line}," for line in others)
    yield last
