"""Which values of a pandas column are of a type or like a pattern, however pandas stores them."""

import re
from collections.abc import Callable
from datetime import date, datetime
from numbers import Real
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pandas import Series

Test = Callable[["Series[Any]"], "Series[bool]"]


def stores(kind: str) -> Test:
    """Which values of a column are of a type of Table Schema."""
    tests: dict[str, Callable[[object], bool]] = {
        "string": lambda value: isinstance(value, str),
        "integer": is_whole,
        "number": is_number,
        "boolean": is_truth,
        "date": is_day,
    }
    return each(tests[kind])


def matches_values(pattern: str) -> Test:
    """Which values of a column match from end to end."""
    # Not pandas' own fullmatch: its engine can let `$` stand before a line break at the end.
    compiled = re.compile(pattern)
    return each(lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None)


def stands_once(column: "Series[Any]") -> "Series[bool]":
    """Which values of a column no other row has."""
    return ~column.duplicated(keep=False)


def each(test: Callable[[object], bool]) -> Test:
    """The test for a column, made of one for a value."""

    def tested(column: "Series[Any]") -> "Series[bool]":
        from pandas import Series  # noqa: PLC0415  # slow to import, and there if a frame is

        return Series([test(value) for value in column], index=column.index, dtype=bool)

    return tested


def is_number(value: object) -> bool:
    """Whether a value is a finite number.

    >>> is_number(0.5), is_number(float("inf")), is_number(True), is_number("1")
    (True, False, False, False)
    """
    return isinstance(value, Real) and not isinstance(value, bool) and abs(float(value)) != float("inf")


def is_whole(value: object) -> bool:
    """Whether a value is a whole number; pandas stores integers with a gap as floats.

    >>> is_whole(7), is_whole(7.0), is_whole(7.5), is_whole("7")
    (True, True, False, False)
    """
    return isinstance(value, Real) and is_number(value) and float(value).is_integer()


def is_truth(value: object) -> bool:
    """Whether a value is true or false; pandas has such values of its own.

    >>> is_truth(True), is_truth(1), is_truth("true")
    (True, False, False)
    """
    return isinstance(value, bool) or type(value).__name__ in {"bool", "bool_"}


def is_day(value: object) -> bool:
    """Whether a value is a day without a time, or text that names one as in our files.

    >>> is_day(datetime(2024, 2, 29)), is_day("2024-02-29"), is_day("2024-02-30"), is_day("2024-2-9")
    (True, True, False, False)
    """
    if isinstance(value, datetime):
        return value == value.replace(hour=0, minute=0, second=0, microsecond=0)
    if isinstance(value, str):
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False
    return isinstance(value, date)
