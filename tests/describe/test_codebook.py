"""The codebook explains every column, and its figures are those of the tables."""

import csv
import io

import pytest

from made_package import made_tables
from sound_tables import sound_tables
from summitry.describe import describe
from summitry.package import write_package
from summitry.schema import TABLES, table_schema
from summitry.tables import cell_of

COLUMNS = [(name, column) for name in TABLES for column in table_schema(name).fields]


def book(text):
    """The codebook as rows by table and column."""
    return {(row["table"], row["column"]): row for row in csv.DictReader(io.StringIO(text, newline=""))}


def figures(tables, name, column):
    """Rows, filled cells and distinct values of a column, counted one by one."""
    cells = [cell_of(getattr(row, column)) for row in getattr(tables, name)]
    return len(cells), sum(map(bool, cells)), len({cell for cell in cells if cell})


def test_every_column_is_a_row(package, told):
    """The codebook as a table has the columns of all tables, in their order, and no others."""
    rows = book(told(package, "codebook", ".csv"))
    assert list(rows) == [(name, column.name) for name, column in COLUMNS]
    for name, column in COLUMNS:
        row = rows[name, column.name]
        assert row["description"] == " ".join(column.description.split())
        assert (row["title"], row["type"], row["example"]) == (column.title, column.type, column.example)
        assert row["allowed"] == " | ".join(column.enum)
        assert row["required"] == str(column.required).lower()
        assert row["key"] == str(column.name in table_schema(name).primary_key).lower()
        for key in table_schema(name).foreign_keys:
            if key.fields == (column.name,):
                assert row["leads_to"] == f"{key.table}.{key.reference_fields[0]}"


def test_every_column_is_explained_to_readers(package, told):
    """The codebook for reading has a line for each column, with description and example."""
    text = told(package, "codebook", ".md")
    for name, column in COLUMNS:
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        [line] = [each for each in section.splitlines() if each.startswith(f"| `{column.name}` |")]
        assert " ".join(column.description.split()).replace("|", "\\|").replace("<", "&lt;") in line
        assert f"`{column.example}`".replace("|", "\\|") in line


def test_no_line_has_more_cells_than_its_header(package, told):
    """A bar in a description ends no cell."""
    for line in told(package, "codebook", ".md").splitlines():
        if line.startswith("| `"):
            assert line.replace("\\|", "").count("|") == 7


@pytest.mark.parametrize(("seed", "articles"), [(None, 0), (1, 1), (2, 7), (3, 20)])
def test_the_counts_are_those_of_the_tables(tmp_path, told, seed, articles):
    """Rows, filled cells and distinct values equal what counting by hand gives."""
    tables = sound_tables() if seed is None else made_tables(seed, articles)
    package = write_package(tables, tmp_path / "counted").parent
    for (name, column), row in book(told(package, "codebook", ".csv")).items():
        counted = tuple(int(row[each]) for each in ("rows", "filled", "distinct"))
        assert counted == figures(tables, name, column), (name, column)


def test_both_codebooks_say_the_same(package, tmp_path):
    """The figures for readers are those of the table."""
    describe(package, tmp_path, ["codebook"])
    text = (tmp_path / "codebook.md").read_text(encoding="utf-8")
    for row in book((tmp_path / "codebook.csv").read_text(encoding="utf-8")).values():
        section = text.split(f"\n## {row['table']}\n")[1].split("\n## ")[0]
        assert f"\n{row['rows']} row" in section
        [line] = [each for each in section.splitlines() if each.startswith(f"| `{row['column']}` |")]
        assert line.endswith(f"| {row['filled']} | {row['distinct']} |")
