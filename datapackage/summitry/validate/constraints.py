"""Whether the values of a table keep the limits of its schema, as pandera tells."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import polars as pl

from summitry.validate.findings import Finding
from summitry.validate.frames import limits, polars_schema
from summitry.validate.lines import LINE
from summitry.validate.records import Sheet

if TYPE_CHECKING:
    from pandera.errors import SchemaError

REMEDIES: Final = {
    "required": "fill the cell",
    "enum": "write one of these words",
    "pattern": "write the value in the form that the schema gives",
    "minimum": "write a higher value",
    "maximum": "write a lower value",
    "length": "write a value of the right length",
}
"""What to do about each constraint that is broken."""


def broken_constraints(sheet: Sheet) -> Iterator[Finding]:
    """Values that break a constraint of their field, as pandera tells."""
    if keeps_all_limits(sheet):
        return
    from pandera.errors import SchemaErrors  # noqa: PLC0415  # half a second, and sound tables do without

    missing = [name for name in sheet.table.field_names if name not in sheet.columns]
    schema = polars_schema(sheet.table, keys=False).remove_columns(missing)
    try:
        schema.validate(sheet.values.select(sheet.columns), lazy=True)
    except SchemaErrors as broken:
        for error in broken.schema_errors:
            yield from finding_of(error, sheet)


def keeps_all_limits(sheet: Sheet) -> bool:
    """Whether no value breaks a constraint: the limits of the schema of pandera, all at one glance."""
    fields = [sheet.table.field(name) for name in sheet.columns]
    held = [each.holds.all().alias(f"{field.name} {each.rule}") for field in fields for each in limits(field)]
    filled = [
        (pl.col(field.name).null_count() == 0).alias(f"{field.name} required")
        for field in fields
        if field.required
    ]
    return all(sheet.values.select(*held, *filled).row(0))


def finding_of(error: "SchemaError", sheet: Sheet) -> Iterator[Finding]:
    """What pandera says of one check, with lines and with cells as they stand."""
    name, held = error.column_name, error.check_output.to_series()
    places = sheet.cells.select(pl.col(LINE).alias("line"), pl.col(name).alias("value")).filter(~held)
    if isinstance(error.check, str):
        # A cell that is not of its type has no value: that is said already.
        rule, fault, places = "required", "is empty", places.filter(pl.col("value").is_null())
    else:
        rule, fault = error.check.name, error.check.error
    if places.height:
        yield Finding(sheet.table.name, name, rule, fault, REMEDIES[rule], places=places)
