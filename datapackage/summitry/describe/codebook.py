"""The codebook of a package: every column explained, with an example and what stands in it, counted."""

from collections.abc import Iterator
from typing import Final

from summitry.describe.about import about
from summitry.describe.counts import Cells, Tally, tally_of
from summitry.describe.markdown import cell, code, heading, row
from summitry.export.source import Source
from summitry.schema import Field, Table
from summitry.tables import cell_of

MARKDOWN: Final = "codebook.md"
CSV: Final = "codebook.csv"

COLUMNS: Final = (
    "table", "column", "title", "description", "type", "allowed", "required", "unique", "key", "leads_to",
    "example", "rows", "filled", "distinct",
)  # fmt: skip
"""The columns of the codebook as a table: a row for each column of the package."""

MARK: Final = "Made from `datapackage.json`, the schemas and the tables by summitry."


def texts(source: Source) -> dict[str, str]:
    """The codebook as the texts of its files: for reading, and as a table."""
    told = [(each.table, tally_of(each)) for each in source.published]
    markdown = lines(about(source).title, told)
    return {
        MARKDOWN: "".join(f"{line}\n" for line in markdown),
        CSV: "".join(f"{line}\n" for line in csv_lines(told)),
    }


def lines(title: str, told: list[tuple[Table, Tally]]) -> Iterator[str]:
    """Yield the lines of the codebook for reading."""
    yield from heading(1, f"Codebook: {title}")
    yield MARK
    yield "Examples are invented. An empty cell is null; `filled` counts the others, `distinct` their values."
    yield ""
    yield row("table", "rows", "what a row is")
    yield row("---", "---:", "---")
    for table, tally in told:
        yield row(f"[{table.name}](#{table.name})", f"{tally.rows:,}", cell(table.description))
    for table, tally in told:
        yield ""
        yield from section(table, tally)


def section(table: Table, tally: Tally) -> Iterator[str]:
    """Yield the lines of a table."""
    yield from heading(2, table.name)
    yield cell(table.description)
    yield ""
    keys = ", ".join(f"`{name}`" for name in table.primary_key)
    yield f"{tally.rows:,} {'row' if tally.rows == 1 else 'rows'}; key: {keys}."
    yield ""
    yield row("column", "type", "description", "example", "filled", "distinct")
    yield row("---", "---", "---", "---", "---:", "---:")
    for column in table.fields:
        yield line_of(table, column, tally.columns[column.name])


def line_of(table: Table, column: Field, cells: Cells) -> str:
    """The line of a column; what its type leaves open stands below its description."""
    more = [
        f"Allowed: {', '.join(code(each) for each in column.enum)}." if column.enum else "",
        f"Leads to `{target}`." if (target := leads_to(table, column)) else "",
    ]
    return row(
        f"`{column.name}`",
        column.type + (", required" if column.required else ""),
        " ".join(filter(None, (cell(column.description), *more))),
        code(column.example),
        f"{cells.filled:,}",
        f"{cells.distinct:,}",
    )


def csv_lines(told: list[tuple[Table, Tally]]) -> Iterator[str]:
    """Yield the lines of the codebook as a table, in the form of all tables of a package."""
    yield ",".join(COLUMNS)
    for table, tally in told:
        for column in table.fields:
            cells = tally.columns[column.name]
            yield ",".join(
                cell_of(" ".join(value.split()) or None if isinstance(value, str) else value)
                for value in (
                    table.name, column.name, column.title, column.description, column.type,
                    " | ".join(column.enum), column.required, column.unique, column.name in table.primary_key,
                    leads_to(table, column), column.example, tally.rows, cells.filled, cells.distinct,
                )
            )  # fmt: skip


def leads_to(table: Table, column: Field) -> str | None:
    """The column that a value must stand in, none if it leads nowhere.

    >>> from summitry.schema import table_schema
    >>> speakers = table_schema("speakers")
    >>> leads_to(speakers, speakers.field("entity_id"))
    'entities.entity_id'
    """
    for key in table.foreign_keys:
        if column.name in key.fields:
            return f"{key.table}.{key.reference_fields[key.fields.index(column.name)]}"
    return None
