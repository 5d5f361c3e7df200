"""A package as lines that load it: a file for each tool, in which every column has its type.

Nothing is guessed: the types are those of the schemas, with dates, whole numbers that can be null, truths,
and text that stays text (`NA`, `1e5`, `007`, spaces at its ends). An empty cell is null. The files are run in
the folder of `datapackage.json`, and need nothing of this program.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from summitry.describe.about import about
from summitry.describe.markdown import cell, code, heading, row
from summitry.describe.snippets import calc, python, r, sql
from summitry.describe.snippets.wording import Located, located, remarks
from summitry.export.source import Source

FOLDER: Final = "load"
README: Final = f"{FOLDER}/README.md"

MARK: Final = "Made from `datapackage.json` and the schemas by summitry."

SNIPPETS: Final[Mapping[str, tuple[str, str, Callable[[list[Located]], Iterator[str]]]]] = {
    # no file is called as a library is: Python would import it in its place
    "with_pandas.py": ("pandas", "python -i load/with_pandas.py", python.pandas),
    "with_polars.py": ("polars", "python -i load/with_polars.py", python.polars),
    "with_pyarrow.py": ("pyarrow", "python -i load/with_pyarrow.py", python.pyarrow),
    "with_duckdb.sql": ("DuckDB", "duckdb -init load/with_duckdb.sql", sql.duckdb),
    "with_sqlite.sql": ("SQLite", "sqlite3 -init load/with_sqlite.sql", sql.sqlite),
    "with_readr.R": ("R and readr", 'source("load/with_readr.R")', r.readr),
    "with_data_table.R": ("R and data.table", 'source("load/with_data_table.R")', r.data_table),
    "with_calc.sh": ("LibreOffice Calc", "sh load/with_calc.sh", calc.calc),
}
"""For each file its tool, how it is run, and its lines."""

FILES: Final = (README, *(f"{FOLDER}/{name}" for name in SNIPPETS))
"""The files of this form."""

LIMITS: Final = (
    "pandas, polars and pyarrow hold the tables in `tables`, a dictionary by name; R in `tables`, a list.",
    "SQLite has neither dates nor truths: a date is its text, a truth 1 or 0.",
    "Whole numbers that a tool cannot count become doubles or text in R, and text in Calc: none is lost.",
    "Calc cuts a cell off behind 65,535 characters.",
)
"""Where the tables are, and what a tool cannot do."""


def texts(source: Source) -> dict[str, str]:
    """The snippets as the texts of their files; none for tables of Parquet, whose types are in the files."""
    if any(each.parquet for each in source.tables):
        return {}
    title, tables = about(source).title, located(source)
    files = {README: [*readme(title)]}
    for name, (_, order, lines) in SNIPPETS.items():
        sign = "--" if name.endswith(".sql") else "#"
        files[f"{FOLDER}/{name}"] = [*remarks(sign, title, MARK, ran(order)), "", *lines(tables)]
    return {name: "".join(f"{line}\n" for line in lines) for name, lines in files.items()}


def ran(order: str) -> str:
    """How a file is run, in words.

    >>> ran("sh load/with_calc.sh")
    'In the folder of `datapackage.json`: sh load/with_calc.sh'
    """
    return f"In the folder of `datapackage.json`: {order}"


def readme(title: str) -> Iterator[str]:
    """Yield the lines that say what the files are."""
    yield from heading(1, f"Load the tables: {title}")
    yield MARK
    yield "Each file loads every table with the types of its schema: nothing is guessed, text stays text"
    yield "(`NA`, `1e5`, `007`), and an empty cell is null. Run it in the folder of `datapackage.json`."
    yield ""
    yield row("tool", "file", "run it")
    yield row("---", "---", "---")
    for name, (tool, order, _) in SNIPPETS.items():
        yield row(cell(tool), f"[{name}]({name})", code(order))
    yield ""
    for each in LIMITS:
        yield f"- {each}"
