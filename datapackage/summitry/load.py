"""A package in the hands of an analyst: ten frames of pandas with the types that the schemas say."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.editions import Edition, edition_of, expect_known, raised, steps_after
from summitry.errors import InvalidTables, UnreadableInput
from summitry.paths import DESCRIPTOR
from summitry.schema import TABLES, Field, Table, read_schema, table_of, table_schema
from summitry.validate.opened import opened

if TYPE_CHECKING:
    from pandas import DataFrame, Series


BOOLEANS = ("true", "false")


class LoadedTables(NamedTuple):
    """The tables of a package, each a frame in which a null is missing (`isna`) and `NA` is text."""

    articles: "DataFrame"
    paragraphs: "DataFrame"
    entities: "DataFrame"
    mentions: "DataFrame"
    quotes: "DataFrame"
    speakers: "DataFrame"
    meetings: "DataFrame"
    participants: "DataFrame"
    reports: "DataFrame"
    evidence: "DataFrame"


def load(path: str | Path) -> LoadedTables:
    """The tables of a package, given its folder, its `datapackage.json`, a zip or an address.

    They are typed by the schemas that they came with; those of an older version have the columns of today,
    filled as `summitry.upgrade` would fill them.
    Text is `string`, whole numbers `Int64`, dates `datetime64[s]`, columns with a list of values categories.
    Loading does not check a package: `summitry.validate` does.
    """
    with opened(path) as package:
        descriptor = package.path / DESCRIPTOR if package.path.is_dir() else package.path
        told, resources = read_descriptor(descriptor)
        tables = {name: schema_of(descriptor.parent, each) for name, each in resources.items()}
        edition = edition_of(told, {name: table.field_names for name, table in tables.items()})
        expect_tables(descriptor, tables, edition)
        folder = descriptor.parent
        return LoadedTables(
            *(
                frame_today(name, edition, folder / resources[name]["path"], tables[name])
                if name in tables
                else frame_without_rows(name)
                for name in TABLES
            )
        )


def read_descriptor(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a descriptor says, and its resources that are tables of ours, by name."""
    try:
        descriptor: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        resources = {resource["name"]: resource for resource in descriptor["resources"]}
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a data package") from error
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableInput(
            f"{path}: found {error!r}; expected the descriptor of a data package"
        ) from error
    expect_known(descriptor, path)
    return descriptor, {name: resources[name] for name in TABLES if is_table(resources.get(name))}


def is_table(resource: object) -> bool:
    """Whether a resource has one path and a schema.

    >>> is_table({"path": "a.csv", "schema": {}}), is_table({"path": ["a.csv", "b.csv"], "schema": {}})
    (True, False)
    """
    match resource:
        case {"path": str(), "schema": str() | dict()}:
            return True
    return False


def schema_of(folder: Path, resource: dict[str, Any]) -> Table:
    """The schema of a table of the package in a folder."""
    path, schema = folder / resource["path"], resource["schema"]
    return table_of(path, schema) if isinstance(schema, dict) else read_schema(folder / schema)


def expect_tables(path: Path, found: Iterable[str], edition: Edition) -> None:
    """Refuse a descriptor without one of the tables that it should have."""
    if missing := [name for name in edition.tables if name not in found]:
        raise UnreadableInput(
            f"{path}: found no table {missing[0]}; expected a resource with one path and a schema"
        )


def frame_without_rows(name: str) -> "DataFrame":
    """A table that an older package does not have."""
    import pandas as pd  # noqa: PLC0415  # see read_cells

    table = table_schema(name)
    return typed(pd.DataFrame(columns=list(table.field_names), dtype="string"), table, Path(name))


def frame_today(name: str, edition: Edition, path: Path, table: Table) -> "DataFrame":
    """A table of a package as a frame, with the columns of today if it is an older one."""
    cells = read_cells(path, table)
    if edition.is_current:
        return typed(cells, table, path)
    return typed(raised_cells(name, cells, edition.version), table_schema(name), path)


def raised_cells(name: str, cells: "DataFrame", version: int) -> "DataFrame":
    """The cells of an older table with the columns of today, filled as the steps since then say."""
    import pandas as pd  # noqa: PLC0415  # see read_cells

    columns, steps = table_schema(name).field_names, steps_after(version)
    rows = [raised(name, row, steps) for row in rows_of(cells)]
    return pd.DataFrame(rows, columns=list(columns), dtype="string")


def rows_of(cells: "DataFrame") -> Iterator[dict[str, str | None]]:
    """Yield the cells of each row; an empty one is none."""
    for row in cells.astype(object).to_dict("records"):
        yield {str(name): cell if isinstance(cell, str) else None for name, cell in row.items()}


def read_cells(path: Path, table: Table) -> "DataFrame":
    """The cells of one table, as text."""
    import pandas as pd  # noqa: PLC0415  # most of a second that only loading should cost

    try:
        # as text first: pandas would read `NA` as null and integers with a null as fractions
        frame = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8")
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a CSV file") from error
    except ValueError as error:
        raise InvalidTables(f"{path}: found {error}; expected a CSV file with a header in UTF-8") from error
    if tuple(frame.columns) != table.field_names:
        found, expected = ", ".join(frame.columns), ", ".join(table.field_names)
        raise InvalidTables(f"{path}: found the columns {found}; expected {expected}")
    return frame


def typed(frame: "DataFrame", table: Table, path: Path) -> "DataFrame":
    """The frame with each column in its type."""
    columns = {}
    for column in table.fields:
        try:
            columns[column.name] = typed_column(frame[column.name], column)
        except ValueError as error:
            raise InvalidTables(f"{path}: {column.name}: found {error}; expected a {column.type}") from error
    return frame.assign(**columns)


def typed_column(cells: "Series[Any]", column: Field) -> "Series[Any]":
    """The column of text in the type that its field says."""
    import pandas as pd  # noqa: PLC0415  # see read_cells

    allowed = BOOLEANS if column.type == "boolean" else column.enum
    # pandas would turn a value that is none of them into a null
    if allowed and (unknown := set(cells.dropna()) - set(allowed)):
        raise ValueError(f"{min(unknown)!r}, not one of {', '.join(allowed)}")
    if column.enum:
        return cells.astype(pd.CategoricalDtype(list(column.enum)))
    match column.type:
        case "integer":
            return cells.astype("Int64")
        case "number":
            return cells.astype("Float64")
        case "boolean":
            return (cells == "true").astype("boolean")
        case "date":
            return pd.to_datetime(cells, format="%Y-%m-%d").astype("datetime64[s]")
        case _:
            return cells
