"""The tables as Python loads them: with pandas, polars and pyarrow."""

from collections.abc import Iterator, Mapping
from typing import Final

from summitry.bounds import LONGEST_LINE
from summitry.describe.snippets.wording import Located, text

PANDAS: Final[Mapping[str, str]] = {
    "string": '"string"', "integer": '"Int64"', "number": '"Float64"', "boolean": '"boolean"',
}  # fmt: skip
"""The types that know null; a date is parsed."""

POLARS: Final[Mapping[str, str]] = {
    "string": "pl.String", "integer": "pl.Int64", "number": "pl.Float64", "boolean": "pl.Boolean",
    "date": "pl.Date",
}  # fmt: skip

PYARROW: Final[Mapping[str, str]] = {
    "string": "pa.string()", "integer": "pa.int64()", "number": "pa.float64()", "boolean": "pa.bool_()",
    "date": "pa.date32()",
}  # fmt: skip


def pandas(tables: list[Located]) -> Iterator[str]:
    """Yield the lines that load tables as frames of pandas."""
    yield "import pandas as pd"
    yield ""
    yield "tables = {}"
    for each in tables:
        dates = [column.name for column in each.table.fields if column.type == "date"]
        yield ""
        yield f"tables[{text(each.table.name)}] = pd.read_csv("
        yield f"    {text(each.path)},"
        yield "    dtype={"
        yield from types(each, PANDAS, "        ")
        yield "    },"
        if dates:
            yield f"    parse_dates=[{', '.join(map(text, dates))}],"
            yield '    date_format="%Y-%m-%d",'
        yield "    keep_default_na=False,"
        yield '    na_values=[""],'
        yield "    skip_blank_lines=False,"
        yield '    encoding="utf-8",'
        yield ")"


def polars(tables: list[Located]) -> Iterator[str]:
    """Yield the lines that load tables as frames of polars."""
    yield "import polars as pl"
    yield ""
    yield "tables = {}"
    for each in tables:
        yield ""
        yield f"tables[{text(each.table.name)}] = pl.read_csv("
        yield f"    {text(each.path)},"
        yield "    schema={"
        yield from types(each, POLARS, "        ")
        yield "    },"
        yield ")"


def pyarrow(tables: list[Located]) -> Iterator[str]:
    """Yield the lines that load tables as tables of Arrow."""
    yield "import pyarrow as pa"
    yield "from pyarrow import csv"
    yield ""
    yield "tables = {}"
    for each in tables:
        yield ""
        yield f"tables[{text(each.table.name)}] = csv.read_csv("
        yield f"    {text(each.path)},"
        yield f"    read_options=csv.ReadOptions(block_size={LONGEST_LINE}),"
        yield "    parse_options=csv.ParseOptions(ignore_empty_lines=False),"
        yield "    convert_options=csv.ConvertOptions("
        yield "        column_types={"
        yield from types(each, PYARROW, "            ")
        yield "        },"
        yield '        null_values=[""],'
        yield "        strings_can_be_null=True,"
        yield "    ),"
        yield ")"


def types(each: Located, words: Mapping[str, str], indent: str) -> Iterator[str]:
    """Yield a line for each column whose type has a word."""
    for column in each.table.fields:
        if column.type in words:
            yield f"{indent}{text(column.name)}: {words[column.type]},"
