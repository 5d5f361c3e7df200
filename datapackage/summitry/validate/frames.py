"""The table schemas as pandera schemas, for frames of polars and of pandas."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from summitry.schema import Field, Table
from summitry.validate.values import matches_values, stands_once, stores

if TYPE_CHECKING:
    import pandera.pandas as pandas_pandera
    import pandera.polars as polars_pandera
    from pandera.api.checks import Check
    from pandera.api.polars.types import PolarsData

POLARS_TYPES: Final = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}


def polars_schema(table: Table, *, keys: bool = True) -> "polars_pandera.DataFrameSchema":
    """What a polars frame of the table must be: columns, types, constraints and, unless left out, its key.

    >>> from summitry.schema import table_schema
    >>> frame = pl.DataFrame({"quote_id": ["q-1"], "entity_id": ["ann-lee"], "mention_id": ["m-1"]})
    >>> polars_schema(table_schema("speakers")).validate(frame).height
    1
    """
    import pandera.polars as pa  # noqa: PLC0415  # half a second, and only frames need it

    columns = {
        field.name: pa.Column(
            POLARS_TYPES[field.type],
            [
                *constraints(field, pa.Check),
                *pattern_checks(field, pa.Check, matches_in_polars),
                *(unique_checks(field, table, pa.Check, stands_once_in_polars) if keys else ()),
            ],
            nullable=not field.required,
            title=field.title,
            description=field.description,
        )
        for field in table.fields
    }
    unique = list(table.primary_key) if keys else None
    return pa.DataFrameSchema(columns, name=table.name, strict=True, unique=unique, title=table.title)


def pandas_schema(table: Table, *, keys: bool = True) -> "pandas_pandera.DataFrameSchema":
    """What a pandas frame of the table must be: columns, values, constraints and, unless left out, its key.

    Values count and not their storage: whole numbers can stand as `Int64` or as the floats that pandas makes
    of integers with a gap, days as `datetime64` of any unit or as text such as `2024-02-29`.
    """
    import pandera.pandas as pa  # noqa: PLC0415  # half a second, and only frames need it

    columns = {
        field.name: pa.Column(
            None,
            [
                pa.Check(stores(field.type), name="type", error=f"is not a value of type {field.type}"),
                *constraints(field, pa.Check),
                *pattern_checks(field, pa.Check, matches_values),
                *(unique_checks(field, table, pa.Check, stands_once) if keys else ()),
            ],
            nullable=not field.required,
            title=field.title,
            description=field.description,
        )
        for field in table.fields
    }
    unique = list(table.primary_key) if keys else None
    return pa.DataFrameSchema(columns, name=table.name, strict=True, unique=unique, title=table.title)


def constraints(field: Field, check: "type[Check]") -> "list[Check]":
    """The limits of a field, as checks that both kinds of frame know."""
    found = []
    if field.enum:
        words = ", ".join(field.enum)
        found.append(check.isin(list(field.enum), name="enum", error=f"is not one of {words}"))
    if (lowest := limit_of(field, field.minimum)) is not None:
        found.append(check.ge(lowest, name="minimum", error=f"is below {lowest}"))
    if (highest := limit_of(field, field.maximum)) is not None:
        found.append(check.le(highest, name="maximum", error=f"is above {highest}"))
    if field.min_length is not None or field.max_length is not None:
        least, most = field.min_length or 0, field.max_length
        error = f"has not {least} to {'any number of' if most is None else most} characters"
        found.append(check.str_length(least, most, name="length", error=error))
    return found


def limit_of(field: Field, limit: float | str | None) -> float | str | date | None:
    """A limit as a value of its field's type.

    >>> from dataclasses import replace
    >>> from summitry.schema import table_schema
    >>> limit_of(table_schema("articles").field("published_on"), "1900-01-01")
    datetime.date(1900, 1, 1)
    """
    return date.fromisoformat(limit) if field.type == "date" and isinstance(limit, str) else limit


def pattern_checks(
    field: Field, check: "type[Check]", matches: Callable[[str], Callable[..., Any]]
) -> "list[Check]":
    """The pattern of a field as a check; it holds from the first character to the last."""
    if field.pattern is None:
        return []
    return [check(matches(field.pattern), name="pattern", error=f"does not match {field.pattern}")]


def matches_in_polars(pattern: str) -> Callable[["PolarsData"], pl.LazyFrame]:
    """Which values of a polars column match from end to end."""
    whole = rf"^(?:{pattern})$"

    def matching(column: "PolarsData") -> pl.LazyFrame:
        frame: pl.LazyFrame = column.lazyframe
        return frame.select(pl.col(column.key).str.contains(whole))

    return matching


def unique_checks(
    field: Field, table: Table, check: "type[Check]", test: Callable[..., Any]
) -> "list[Check]":
    """That values of a unique column stand once; nothing can stand often, unlike in pandera's own check."""
    if not field.unique or table.primary_key == (field.name,):
        return []
    return [check(test, name="unique", error="stands more than once")]


def stands_once_in_polars(column: "PolarsData") -> pl.LazyFrame:
    """Which values of a polars column no other row has."""
    values = pl.col(column.key)
    frame: pl.LazyFrame = column.lazyframe
    return frame.select(values.is_null() | ~values.is_duplicated())
