"""Tables as Python's tools load them: with nothing said, and their values as plain ones of Python."""

from datetime import datetime

import duckdb
import pandas as pd
import polars as pl
from pyarrow import csv


def with_pandas(engine):
    """What loads tables with an engine of pandas."""
    return lambda tables, _: {
        table.name: of_pandas(pd.read_csv(table.path, engine=engine)) for table in tables
    }


def of_pandas(frame):
    """The values of a frame; what pandas calls missing is none."""
    return {
        str(name): [None if pd.isna(value) else plain(value) for value in column.tolist()]
        for name, column in frame.items()
    }


def plain(value):
    """A moment of pandas as one of Python, a midnight as its day."""
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime()
    if isinstance(value, datetime) and value == datetime.combine(value.date(), datetime.min.time()):
        return value.date()
    return value


def with_polars(tables, _):
    """The tables as polars loads them."""
    return {table.name: pl.read_csv(table.path).to_dict(as_series=False) for table in tables}


def with_pyarrow(tables, _):
    """The tables as pyarrow loads them."""
    return {table.name: csv.read_csv(table.path).to_pydict() for table in tables}


def with_duckdb(tables, _):
    """The tables as DuckDB loads them."""
    return {table.name: of_duckdb(duckdb.read_csv(str(table.path))) for table in tables}


def of_duckdb(relation):
    """The values of a relation, in its order."""
    rows = relation.fetchall()
    return {name: [row[place] for row in rows] for place, name in enumerate(relation.columns)}
