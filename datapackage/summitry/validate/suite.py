"""The cells of a table as a suite of Great Expectations, for those who run the library themselves."""

from collections.abc import Iterator
from typing import Any, Final

from summitry.schema import Field, Table
from summitry.validate.expectations import Expectation, quiet
from summitry.validate.frames import limit_of

TYPES: Final = {
    "string": "StringDtype",
    "integer": "Int64Dtype",
    "number": "Float64Dtype",
    "boolean": "BooleanDtype",
    "date": "datetime64[s]",
}
"""How the library calls the types of the columns that `load` gives."""


def expectation_suite(table: Table) -> Any:  # noqa: ANN401  # the library has no types of its own
    """What is expected of the cells of a table, in a frame of pandas such as `load` gives.

    Keys that lead to other tables are not in it: a suite looks at one frame.
    """
    with quiet():
        import great_expectations as gx  # noqa: PLC0415  # four seconds

        return gx.ExpectationSuite(name=table.name, expectations=[*of_table(table)])


def of_table(table: Table) -> Iterator[Expectation]:
    """Yield what is expected of the columns together, then of each."""
    from great_expectations import expectations as ge  # noqa: PLC0415  # the same

    yield ge.ExpectTableColumnsToMatchOrderedList(column_list=list(table.field_names))
    if len(table.primary_key) > 1:
        yield ge.ExpectCompoundColumnsToBeUnique(column_list=list(table.primary_key))
    for field in table.fields:
        yield from of_field(field, unique=field.unique or table.primary_key == (field.name,))


def of_field(field: Field, *, unique: bool) -> Iterator[Expectation]:
    """Yield what is expected of the cells of a column."""
    from great_expectations import expectations as ge  # noqa: PLC0415  # the same

    name = field.name
    if field.required:
        yield ge.ExpectColumnValuesToNotBeNull(column=name)
    if unique:
        yield ge.ExpectColumnValuesToBeUnique(column=name)
    if field.enum:
        yield ge.ExpectColumnValuesToBeInSet(column=name, value_set=list(field.enum))
    else:
        # a column with a list of values is a category, whose type the library cannot name
        yield ge.ExpectColumnValuesToBeInTypeList(column=name, type_list=[TYPES[field.type]])
    if field.pattern is not None:
        yield ge.ExpectColumnValuesToMatchRegex(column=name, regex=rf"^(?:{field.pattern})\Z")
    lowest, highest = limit_of(field, field.minimum), limit_of(field, field.maximum)
    if lowest is not None or highest is not None:
        yield ge.ExpectColumnValuesToBeBetween(column=name, min_value=lowest, max_value=highest)
    if field.min_length is not None or field.max_length is not None:
        least, most = field.min_length, field.max_length
        yield ge.ExpectColumnValueLengthsToBeBetween(column=name, min_value=least, max_value=most)
