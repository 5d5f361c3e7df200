"""Whether a frame that someone holds is a table of ours, as pandera tells."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import polars as pl

from summitry.schema import Field, Table
from summitry.validate.cells import value_of
from summitry.validate.constraints import REMEDIES as CONSTRAINT_REMEDIES
from summitry.validate.findings import Finding, Place, Problem
from summitry.validate.frames import POLARS_TYPES, pandas_schema, polars_schema

if TYPE_CHECKING:
    from pandera.errors import SchemaError

FIRST_LINE: Final = 2
"""Below the header of a file."""

REMEDIES: Final = CONSTRAINT_REMEDIES | {
    "header": "keep the columns of the table and no others",
    "type": "read the column again by the type of its field",
    "unique": "give each row a value of its own, or none",
    "primary-key": "remove one of the two rows, or give one its own key",
}
"""What to do about each rule that a frame can break."""


Held: TypeAlias = Any
"""A frame of pandas or of polars, which have little in common for types."""


def held_to(table: Table, frame: Held) -> Iterator[Problem]:
    """Yield what is wrong with a frame of pandas or polars, column by column."""
    if isinstance(frame, pl.DataFrame):
        stored, misfits = as_stored(table, frame)
        findings = [*misfits, *told(table, errors_of(polars_schema(table), stored), frame)]
    elif type(frame).__module__.partition(".")[0] == "pandas" and hasattr(frame, "columns"):
        # pandera stumbles over labels that stand twice, as in frames put together of several
        plain = frame.reset_index(drop=True)
        findings = list(told(table, errors_of(pandas_schema(table), plain), plain))
    else:
        raise TypeError(f"found {type(frame).__name__}; expected a DataFrame of pandas or polars")
    for finding in findings:
        yield from finding


def errors_of(schema: Any, frame: Held) -> "list[SchemaError]":  # noqa: ANN401  # of either library
    """Everything that pandera finds wrong with a frame."""
    from pandera.errors import SchemaErrors  # noqa: PLC0415  # half a second, and only frames need it

    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as broken:
        return list(broken.schema_errors)
    return []


def told(table: Table, errors: "Sequence[SchemaError]", frame: Held) -> Iterator[Finding]:
    """Yield the errors of pandera as findings, with lines and values."""
    mistyped = {each.schema.name for each in errors if tells_of_type(each)}
    for error in errors:
        column: str = getattr(error.schema, "name", "")
        match error.reason_code.name:
            case "COLUMN_NOT_IN_SCHEMA":
                yield of_header(table, str(error.failure_cases), "is no column of the table")
            case "COLUMN_NOT_IN_DATAFRAME":
                yield of_header(table, str(error.failure_cases), "is missing from the header")
            case "WRONG_DATATYPE":
                fault = f"is stored as {error.failure_cases}, which holds no {table.field(column).type}"
                yield Finding(table.name, column, "type", fault, REMEDIES["type"])
            case "DUPLICATES":
                # of a key that is not there as a whole, pandera compares what is left
                if set(table.primary_key) <= set(frame.columns):
                    yield repeated(table, frame)
            case "SERIES_CONTAINS_NULLS":
                places = tuple(Place(line) for line in lines(nulls(frame[column])))
                yield Finding(table.name, column, "required", "is empty", REMEDIES["required"], places=places)
            case "DATAFRAME_CHECK":
                yield of_cells(table, frame[column], error.check.name, error.check.error, error.check_output)
            case "CHECK_ERROR" if column in mistyped:
                # values that are no numbers cannot be compared with one, and their type is told already
                continue
            case other:
                raise NotImplementedError(f"{table.name}: found {other} of pandera: {error}")


def tells_of_type(error: "SchemaError") -> bool:
    """Whether an error is that values of a column are not of its type."""
    return error.reason_code.name == "WRONG_DATATYPE" or getattr(error.check, "name", None) == "type"


def of_header(table: Table, name: str, fault: str) -> Finding:
    """A finding about the columns of a frame."""
    return Finding(table.name, None, "header", fault, REMEDIES["header"], places=(Place(None, name),))


def of_cells(table: Table, column: Held, rule: str, fault: str, kept: Held) -> Finding:
    """A finding about the cells that did not keep a rule."""
    # pandera tells of pandas only the rows that hold a value, by their label
    held = kept.to_series() if isinstance(kept, pl.DataFrame) else kept
    rows = enumerate(held) if isinstance(held, pl.Series) else held.items()
    values = list(column)
    broken = [row for row, each in rows if each is not None and not each]
    places = tuple(Place(row + FIRST_LINE, str(values[row])) for row in broken)
    return Finding(table.name, column.name, rule, fault, REMEDIES[rule], places=places)


def repeated(table: Table, frame: Held) -> Finding:
    """A finding about the rows whose key an earlier row has."""
    seen: dict[tuple[object, ...], int] = {}
    places = []
    keys = zip(*(list(frame[name]) for name in table.primary_key), strict=True)
    for line, key in enumerate(keys, FIRST_LINE):
        if (first := seen.setdefault(key, line)) != line:
            places.append(Place(line, ", ".join(map(str, key)), f" {first}"))
    column = ", ".join(table.primary_key)
    remedy = REMEDIES["primary-key"]
    return Finding(table.name, column, "primary-key", "stands already in line", remedy, places=tuple(places))


def lines(broken: Iterable[bool]) -> list[int]:
    """The lines of the rows for which it is true."""
    return [line for line, each in enumerate(broken, FIRST_LINE) if each]


def nulls(column: Held) -> list[bool]:
    """Which values of a column are none."""
    return list(column.is_null() if isinstance(column, pl.Series) else column.isna())


def as_stored(table: Table, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Finding]]:
    """The frame with each column in the type of its field, and the values that are none of it.

    >>> from summitry.schema import table_schema
    >>> days = pl.DataFrame({"said_on": ["2024-02-29", "soon"]})
    >>> stored, misfits = as_stored(table_schema("quotes"), days)
    >>> stored["said_on"].to_list(), [str(problem) for problem in misfits[0]]
    ([datetime.date(2024, 2, 29), None], ["quotes.csv:3:said_on 'soon' is not a value of type date"])
    """
    misfits = []
    columns = []
    for field in table.fields:
        if field.name in frame.columns and (converted := stored(frame[field.name], field)) is not None:
            columns.append(converted)
            kept = frame[field.name].is_null() | converted.is_not_null()
            fault = f"is not a value of type {field.type}"
            misfits.append(of_cells(table, frame[field.name], "type", fault, kept))
    return frame.with_columns(columns), [finding for finding in misfits if len(finding)]


def stored(column: pl.Series, field: Field) -> pl.Series | None:
    """The column in the type of its field, null where a value is none of it; none if no value can be one."""
    kind, wanted = column.dtype, POLARS_TYPES[field.type]
    if column.null_count() == len(column):
        return column.cast(wanted, strict=False)
    match field.type:
        case "string" if isinstance(kind, pl.Categorical | pl.Enum):
            return column.cast(wanted)
        case "integer" | "number" if kind.is_integer() or (field.type == "number" and kind.is_float()):
            return column.cast(wanted, strict=False)
        case "date" if kind == pl.String:
            return column.to_frame(field.name).select(value_of(field)).to_series()
        case "date" if kind == pl.Datetime:
            return column.set(column.dt.truncate("1d") != column, None).cast(wanted)
    return None
