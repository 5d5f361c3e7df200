"""Analysts get ten frames with the right types and no lost text."""

import json
import re
import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

from small_package import small_tables
from summitry.errors import BrokenSchema, InvalidTables, UnreadableInput
from summitry.load import LoadedTables, load
from summitry.package import write_package
from summitry.rows import Tables
from summitry.schema import TABLES, table_schema

DTYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


@pytest.fixture
def built(tmp_path):
    """A small package on the disk."""
    write_package(small_tables(), tmp_path / "out")
    return tmp_path / "out"


def changed(path, old, new):
    """Change a file by hand."""
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("of", ["folder", "descriptor", "text"])
def test_loads_by_folder_or_descriptor(built, of):
    """A package is known by its folder or its descriptor, as a path or as text."""
    path = {"folder": built, "descriptor": built / "datapackage.json", "text": str(built)}[of]
    tables = load(path)
    assert LoadedTables._fields == TABLES
    assert [len(frame) for frame in tables] == [len(rows) for rows in small_tables()]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("tables", [small_tables(), Tables(*[()] * len(TABLES))], ids=["rows", "no rows"])
def test_columns_have_their_types(tmp_path, name, tables):
    """Every column has the type that its schema says, also in a table without rows."""
    write_package(tables, tmp_path)
    frame = getattr(load(tmp_path), name)
    assert tuple(frame.columns) == table_schema(name).field_names
    for column in table_schema(name).fields:
        kind = "category" if column.enum else DTYPES[column.type]
        assert frame[column.name].dtype == kind, column.name
        if column.enum:
            assert tuple(frame[column.name].cat.categories) == column.enum


def test_what_is_loaded_is_what_was_written(built):
    """Every cell is that of its row; a null is missing, whatever its type."""
    for frame, rows in zip(load(built), small_tables(), strict=True):
        for (_, loaded), row in zip(frame.iterrows(), rows, strict=True):
            for name, value in loaded.items():
                expected = getattr(row, str(name))
                if expected is None:
                    assert pd.isna(value)
                else:
                    assert value == (pd.Timestamp(expected) if isinstance(expected, date) else expected)


def test_na_is_text(built):
    """`NA` in a text is no null."""
    assert list(load(built).mentions["text"][:2]) == ["Dahl", "NA"]


def test_integers_with_nulls_stay_integers(built):
    """A number that is sometimes unknown is no fraction."""
    assert list(load(built).entities["geonames_id"].dropna()) == [3144096, 3143244]


def test_the_package_brings_its_own_schema(built):
    """A package with a further column, or with schemas in its descriptor, loads by what it says itself."""
    path = built / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        if resource["name"] == "speakers":
            schema = json.loads((built / resource["schema"]).read_text(encoding="utf-8"))
            further = {
                "name": "sure",
                "title": "Sure",
                "description": "Sure.",
                "type": "boolean",
                "example": "true",
            }
            schema["fields"].append(further)
            schema["fields"].append(further | {"name": "share", "type": "number", "example": "0.50"})
            resource["schema"] = schema
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    header = "quote_id,entity_id,mention_id,confidence,reviewed,sure,share"
    table = f"{header}\nq,e,m,0.90,false,true,0.50\nq,f,,,true,,\n"
    (built / "data" / "tables" / "speakers.csv").write_text(table, encoding="utf-8")
    frame = load(built).speakers
    assert (frame["sure"].dtype, frame["share"].dtype) == ("boolean", "Float64")
    assert frame["sure"].isna().tolist() == [False, True]
    assert frame["sure"][0]
    assert frame["reviewed"].tolist() == [False, True]
    changed(built / "data" / "tables" / "speakers.csv", ",true,0", ",TRUE,0")
    with pytest.raises(InvalidTables, match="sure: found 'TRUE', not one of true, false; expected a boolean"):
        load(built)


@pytest.mark.parametrize(
    ("path", "change", "error", "message"),
    [
        pytest.param(
            "data/tables/quotes.csv", ("direct", "shouted"), InvalidTables,
            "quotes.csv: kind: found 'shouted', not one of direct, mixed, indirect", id="value of no list",
        ),
        pytest.param(
            "data/tables/quotes.csv", ("2019-05-14", "2019-05-32"), InvalidTables,
            "quotes.csv: said_on: found", id="no date",
        ),
        pytest.param(
            "data/tables/paragraphs.csv", (",1,", ",one,"), InvalidTables,
            "paragraphs.csv: position: found", id="no integer",
        ),
        pytest.param(
            "data/tables/paragraphs.csv", ("position", "place"), InvalidTables,
            "paragraphs.csv: found the columns paragraph_id, article_id, place, text; expected", id="columns",
        ),
        pytest.param(
            "datapackage.json", ('"name": "quotes"', '"name": "cites"'), UnreadableInput,
            "datapackage.json: found no table quotes; expected a resource", id="table left out",
        ),
        pytest.param(
            "datapackage.json", ('"resources"', '"files"'), UnreadableInput,
            "datapackage.json: found KeyError('resources'); expected the descriptor", id="no descriptor",
        ),
        pytest.param(
            "datapackage.json", ("tables/quotes.csv", "tables/cites.csv"), UnreadableInput,
            "cites.csv: found No such file or directory; expected a CSV file", id="file not there",
        ),
        pytest.param(
            "schemas/quotes.json", ('"date"', '"day"'), BrokenSchema,
            "quotes.json: fields[14].type: found 'day'", id="broken schema",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_loaded_is_named(built, path, change, error, message):
    """A value that does not fit is an error, not an empty cell."""
    changed(built / path, *change)
    with pytest.raises(error, match=re.escape(message)):
        load(built)


def test_no_package_is_named(tmp_path):
    """A folder without a descriptor is said to be none."""
    with pytest.raises(
        UnreadableInput, match=r"datapackage\.json: found No such file or directory; expected"
    ):
        load(tmp_path)


def test_importing_costs_no_pandas():
    """Importing the module is fast: pandas comes with the first package."""
    lines = "import sys, summitry.load; print('pandas' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", lines], check=True, capture_output=True, text=True)  # noqa: S603  # fixed words
    assert found.stdout.strip() == "False"
