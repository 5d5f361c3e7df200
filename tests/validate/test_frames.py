"""The schemas derived for frames refuse what the tables may not hold, and nothing else."""

from datetime import date

import pandas as pd
import pandera.pandas
import pandera.polars
import polars as pl
import pytest
from pandera.errors import SchemaErrors

from summitry.load import load
from summitry.schema import TABLES, Field, table_schema
from summitry.validate.frames import constraints, pandas_schema, polars_schema
from summitry.validate.lines import LINE
from summitry.validate.pieces import piece_of
from summitry.validate.records import read_sheet


def faults(schema, frame):
    """The names of the checks that a frame does not pass."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as broken:
        return {getattr(error.check, "name", error.check) for error in broken.schema_errors}
    return set()


def polars_frame(parcel, name):
    """A table as a typed polars frame."""
    header, lines = parcel.file(name).read_bytes().split(b"\n", 1)
    sheet, _ = read_sheet(table_schema(name), header.decode().split(","), piece_of(2, lines))
    return sheet.values.drop(LINE)  # noqa: PD011  # polars, not pandas


@pytest.mark.parametrize("name", TABLES)
def test_accepts_sound_frames_of_polars(parcel, name):
    """A table read by its types passes."""
    assert faults(polars_schema(table_schema(name)), polars_frame(parcel, name)) == set()


@pytest.mark.parametrize("name", TABLES)
def test_accepts_what_load_hands_over(parcel, name):
    """A table that a user has loaded passes."""
    frame = getattr(load(parcel.folder), name)
    assert faults(pandas_schema(table_schema(name)), frame) == set()


@pytest.mark.parametrize("name", TABLES)
def test_accepts_what_pandas_reads_by_itself(parcel, name):
    """A table read with bare defaults holds the same values, if in other types."""
    frame = pd.read_csv(parcel.file(name))
    assert faults(pandas_schema(table_schema(name)), frame) == set()


CELLS = [
    pytest.param("quotes", "kind", "shouted", "enum", id="a word that is not on the list"),
    pytest.param("quotes", "text", None, "not_nullable", id="nothing where something must be"),
    pytest.param("quotes", "start", -1, "minimum", id="a number below the lowest"),
    pytest.param("entities", "wikidata_id", "Q5\n", "pattern", id="a line break behind a value"),
    pytest.param("entities", "country_code", "xNORx", "pattern", id="a match within"),
    pytest.param("entities", "wikidata_id", "Q900002", "unique", id="an item of another row"),
]


@pytest.mark.parametrize(("table", "column", "value", "fault"), CELLS)
def test_refuses_a_value(parcel, table, column, value, fault):
    """Both kinds of frame refuse the value, by the same rule."""
    frame = polars_frame(parcel, table)
    others = frame[column].to_list()[1:]
    frame = frame.with_columns(pl.Series(column, [value, *others], frame.schema[column]))
    assert faults(polars_schema(table_schema(table)), frame) == {fault}
    assert faults(pandas_schema(table_schema(table)), frame.to_pandas()) == {fault}


PANDAS_VALUES = [
    pytest.param("quotes", "start", 1.5, "type", id="a fraction"),
    pytest.param("quotes", "start", "1", "type", id="digits as text"),
    pytest.param("quotes", "text", 5, "type", id="a number as text"),
    pytest.param("quotes", "said_on", "garbage", "type", id="no day"),
    pytest.param("quotes", "said_on", "2024-02-30", "type", id="a day that is not"),
    pytest.param("quotes", "said_on", 20240229, "type", id="a number for a day"),
    pytest.param("quotes", "said_on", pd.Timestamp("2024-02-29T12:00"), "type", id="a time"),
]


@pytest.mark.parametrize(("table", "column", "value", "fault"), PANDAS_VALUES)
def test_refuses_values_of_another_type(parcel, table, column, value, fault):
    """In pandas a column can hold anything, so that each value is looked at."""
    frame = getattr(load(parcel.folder), table)
    frame[column] = pd.Series([value, *list(frame[column])[1:]], dtype=object)
    assert fault in faults(pandas_schema(table_schema(table)), frame)


@pytest.mark.parametrize("schema", [polars_schema, pandas_schema])
def test_refuses_columns_and_keys(parcel, schema):
    """A column too many, one too few, and a key twice."""
    frame = polars_frame(parcel, "speakers")
    table = table_schema("speakers")
    for changed in (
        frame.with_columns(pl.lit(1).alias("more")),
        frame.drop("mention_id"),
        pl.concat([frame, frame[:1]]),
    ):
        given = changed if schema is polars_schema else changed.to_pandas()
        assert faults(schema(table), given)
    assert not faults(schema(table, keys=False), given)


def test_knows_every_constraint():
    """Limits that no table has today are checked as well."""
    field = Field("age", "integer", "", "", 1, minimum=1, maximum=9)
    assert [check.name for check in constraints(field, pandera.polars.Check)] == ["minimum", "maximum"]
    words = Field("word", "string", "", "", "a", min_length=2, max_length=3)
    schema = pandera.polars.DataFrameSchema(
        {"word": pandera.polars.Column(pl.String, constraints(words, pandera.polars.Check))}
    )
    assert faults(schema, pl.DataFrame({"word": ["ab", "abcd"]})) == {"length"}
    days = Field("day", "date", "", "", "2024-01-01", minimum="2024-01-01")
    schema = pandera.polars.DataFrameSchema(
        {"day": pandera.polars.Column(pl.Date, constraints(days, pandera.polars.Check))}
    )
    assert faults(schema, pl.DataFrame({"day": [date(2023, 12, 31)]})) == {"minimum"}
