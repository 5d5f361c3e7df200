"""Whoever holds a frame can hold it to its schema, in pandas and in polars, without our command line."""

import subprocess
import sys
from datetime import date, datetime

import pandas as pd
import polars as pl
import pytest

from sound_tables import sound_tables
from summitry import InvalidTables, load, schemas
from summitry.package import write_package
from summitry.schema import TABLES, table_schema
from summitry.schemas import FrameSchema

READERS = {
    "load": lambda folder, name: getattr(load(folder), name),
    "pandas": lambda folder, name: pd.read_csv(file_of(folder, name)),
    "pandas with arrow": lambda folder, name: pd.read_csv(file_of(folder, name), dtype_backend="pyarrow"),
    "polars": lambda folder, name: pl.read_csv(file_of(folder, name)),
    "polars with dates": lambda folder, name: pl.read_csv(file_of(folder, name), try_parse_dates=True),
    "polars from load": lambda folder, name: pl.from_pandas(getattr(load(folder), name)),
}


def file_of(folder, name):
    """The file of a table."""
    return folder / "data" / "tables" / f"{name}.csv"


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A sound package on the disk."""
    folder = tmp_path_factory.mktemp("package")
    write_package(sound_tables(), folder)
    return folder


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("reader", READERS)
def test_a_sound_frame_comes_back(package, reader, name):
    """However a table was read, it is given back as it came, so that a call can stand in a chain."""
    frame = READERS[reader](package, name)
    assert getattr(schemas, name).validate(frame) is frame


def test_every_table_has_a_schema():
    """Ten names, derived from the Table Schemas when they are asked for."""
    found = {name: thing for name, thing in vars(schemas).items() if isinstance(thing, FrameSchema)}
    assert tuple(found) == TABLES
    assert all(schema.table is table_schema(name) for name, schema in found.items())


def test_importing_them_loads_nothing_slow():
    """Neither frames nor pandera are loaded before there is a frame to look at."""
    code = "import sys, summitry.schemas; print({'pandas', 'polars', 'pandera'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603  # our own program
    assert answer.stdout.strip() == "set()"


CELLS = [
    pytest.param("quotes", "kind", "shouted", "enum", id="a word that is not on the list"),
    pytest.param("quotes", "text", None, "required", id="nothing where something must be"),
    pytest.param("quotes", "start", -1, "minimum", id="a number below the lowest"),
    pytest.param("entities", "wikidata_id", "Q5\n", "pattern", id="a line break behind a value"),
    pytest.param("entities", "wikidata_id", "Q900002", "unique", id="an item of another row"),
    pytest.param("quotes", "quote_id", "river-2-q47", "primary-key", id="the key of another row"),
]


@pytest.mark.parametrize("reader", ["load", "polars"])
@pytest.mark.parametrize(("table", "column", "value", "rule"), CELLS)
def test_a_problem_names_its_cell(package, reader, table, column, value, rule):  # noqa: PLR0913, PLR0917  # parts of a problem
    """Row, column, value and rule are told, by the lines that the rows would have in a file."""
    frame = READERS[reader](package, table)
    changed = [value, *list(frame[column])[1:]]
    if isinstance(frame, pl.DataFrame):
        frame = frame.with_columns(pl.Series(column, changed))
    else:
        frame[column] = changed
    with pytest.raises(InvalidTables) as caught:
        getattr(schemas, table).validate(frame)
    problems = caught.value.problems
    lines = {"unique": [2, 4], "primary-key": [3]}.get(rule, [2])
    assert [(each.table, each.line, each.column, each.rule) for each in problems] == [
        (table, line, column, rule) for line in lines
    ]
    assert problems[0].value == (None if value is None else str(value))
    assert all(each.remedy for each in problems)
    assert str(problems[0]) in str(caught.value)


VALUES = [
    pytest.param("start", [1.5, 2.0], "1.5", id="a fraction"),
    pytest.param("start", ["one", "2"], "one", id="a word as a number"),
    pytest.param("said_on", ["soon", "2019-05-14"], "soon", id="no day"),
    pytest.param("said_on", ["2019-02-30", None], "2019-02-30", id="a day that is not"),
    pytest.param("said_on", [datetime(2019, 5, 14, 12), None], "2019-05-14 12:00:00", id="a time"),  # noqa: DTZ001  # cells have no zone
]


@pytest.mark.parametrize("library", [pd, pl], ids=["pandas", "polars"])
@pytest.mark.parametrize(("column", "values", "wrong"), VALUES)
def test_values_of_another_type_are_problems(package, library, column, values, wrong):
    """What is none of the type is told by the cell, or by the column where it can hold no such value."""
    frame = READERS["pandas" if library is pd else "polars"](package, "quotes")[:2]
    if library is pl:
        frame = frame.with_columns(pl.Series(column, values))
    else:
        frame[column] = pd.Series(values, dtype=object)
    found = [each for each in schemas.quotes.problems(frame) if each.rule == "type"]
    assert {each.column for each in found} == {column}
    assert found[0].value in {wrong, None}


def test_days_can_be_stored_in_any_way(package):
    """Text, days and midnights are the same days."""
    day = date(2019, 5, 14)
    for values in (["2019-05-14", None], [day, None], [datetime(2019, 5, 14), None]):  # noqa: DTZ001  # cells have no zone
        for frame in (READERS["load"](package, "quotes")[:2], READERS["polars"](package, "quotes")[:2]):
            changed = (
                frame.with_columns(pl.Series("said_on", values))
                if isinstance(frame, pl.DataFrame)
                else frame.assign(said_on=pd.Series(values, dtype=object))
            )
            assert not list(schemas.quotes.problems(changed))


@pytest.mark.parametrize("reader", ["load", "polars"])
def test_columns_are_counted(package, reader):
    """A column too many and one too few, even of the key, are told."""
    frame = READERS[reader](package, "speakers")
    frame = (
        frame.rename({"quote_id": "quote"})
        if reader == "polars"
        else frame.rename(columns={"quote_id": "quote"})
    )
    found = {(each.rule, each.value) for each in schemas.speakers.problems(frame)}
    assert found == {("header", "quote"), ("header", "quote_id")}


def test_rows_whose_labels_repeat_are_told_by_their_place(package):
    """Frames of pandas put together of several have labels twice."""
    frame = READERS["load"](package, "speakers")[:2]
    found = list(schemas.speakers.problems(pd.concat([frame, frame])))
    assert [(each.rule, each.line, each.fault) for each in found] == [
        ("primary-key", 4, "stands already in line 2"),
        ("primary-key", 5, "stands already in line 3"),
    ]


def test_every_problem_is_told_at_once(package):
    """All columns are looked at in one pass, and the message says how many there are."""
    frame = READERS["polars"](package, "quotes").with_columns(kind=pl.lit("sung"), start=pl.lit(-1))
    with pytest.raises(InvalidTables, match="'sung' is not one of direct, mixed, indirect, and 9 more"):
        schemas.quotes.validate(frame)


@pytest.mark.parametrize(
    "other", [pl.LazyFrame({"quote_id": ["q"]}), {"quote_id": ["q"]}, pd.Series(["q"]), None]
)
def test_what_is_no_frame_is_refused(other):
    """A lazy frame has no values to look at, and a series no columns."""
    with pytest.raises(TypeError, match="expected a DataFrame of pandas or polars"):
        schemas.quotes.validate(other)
