"""The table schemas as pandera schemas, for frames of polars and of pandas."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

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


class Limit(NamedTuple):
    """What a field asks of a value, as polars tells; of no value nothing is asked."""

    rule: str
    error: str
    holds: pl.Expr


@cache
def polars_schema(table: Table, *, keys: bool = True) -> "polars_pandera.DataFrameSchema":
    """What a polars frame of the table must be: columns, types, constraints and, unless left out, its key.

    >>> from summitry.schema import table_schema
    >>> row = {"quote_id": "q-1", "entity_id": "ann-lee", "mention_id": "m-1", "confidence": 0.9}
    >>> frame = pl.DataFrame([row | {"reviewed": True}])
    >>> polars_schema(table_schema("speakers")).validate(frame).height
    1
    """
    import pandera.polars as pa  # noqa: PLC0415  # half a second, and only frames need it

    columns = {
        field.name: pa.Column(
            POLARS_TYPES[field.type],
            [
                *(pa.Check(kept(each.holds), name=each.rule, error=each.error) for each in limits(field)),
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


def limits(field: Field) -> list[Limit]:
    """The constraints of a field but for its being required or unique."""
    value, found = pl.col(field.name), []
    if field.enum:
        found.append(Limit("enum", f"is not one of {', '.join(field.enum)}", value.is_in(list(field.enum))))
    if (lowest := limit_of(field, field.minimum)) is not None:
        found.append(Limit("minimum", f"is below {lowest}", value >= lowest))
    if (highest := limit_of(field, field.maximum)) is not None:
        found.append(Limit("maximum", f"is above {highest}", value <= highest))
    if field.min_length is not None or field.max_length is not None:
        long_enough = value.str.len_chars() >= (field.min_length or 0)
        short_enough = True if field.max_length is None else value.str.len_chars() <= field.max_length
        found.append(Limit("length", wrong_length(field), long_enough & short_enough))
    if field.pattern is not None:
        whole = value.str.contains(rf"^(?:{field.pattern})$")
        found.append(Limit("pattern", f"does not match {field.pattern}", whole))
    return found


def kept(holds: pl.Expr) -> Callable[["PolarsData"], pl.LazyFrame]:
    """Which values keep a limit, as pandera asks."""

    def keeping(column: "PolarsData") -> pl.LazyFrame:
        frame: pl.LazyFrame = column.lazyframe
        return frame.select(holds)

    return keeping


def wrong_length(field: Field) -> str:
    """What is said of a value that is too short or too long."""
    most = "any number of" if field.max_length is None else field.max_length
    return f"has not {field.min_length or 0} to {most} characters"


@cache
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
                *pattern_checks(field, pa.Check),
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
    """The limits of a field as checks of pandas."""
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
        found.append(check.str_length(least, most, name="length", error=wrong_length(field)))
    return found


def limit_of(field: Field, limit: float | str | None) -> float | str | date | None:
    """A limit as a value of its field's type.

    >>> from dataclasses import replace
    >>> from summitry.schema import table_schema
    >>> limit_of(table_schema("articles").field("published_on"), "1900-01-01")
    datetime.date(1900, 1, 1)
    """
    return date.fromisoformat(limit) if field.type == "date" and isinstance(limit, str) else limit


def pattern_checks(field: Field, check: "type[Check]") -> "list[Check]":
    """The pattern of a field as a check; it holds from the first character to the last."""
    if field.pattern is None:
        return []
    return [check(matches_values(field.pattern), name="pattern", error=f"does not match {field.pattern}")]


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
