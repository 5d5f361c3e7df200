"""What is said of a key that leads nowhere, whatever database found it."""

from collections.abc import Iterable
from typing import Any, NoReturn

from summitry.errors import InvalidTables
from summitry.schema import Table


def refuse_key(
    table: Table, row: int | None, columns: Iterable[str], values: Iterable[Any], target: str
) -> NoReturn:
    """Raise that a key leads nowhere."""
    place = f"{table.name}: row {row}" if row else table.name
    found = ", ".join(f"{column} {value!r}" for column, value in zip(columns, values, strict=True))
    raise InvalidTables(f"{place}: found {found}; expected a row of {target} that it leads to")
