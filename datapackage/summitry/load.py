"""A package in the hands of an analyst: ten frames of pandas with the types that the schemas say."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summitry.errors import InvalidTables, UnreadableInput
from summitry.paths import DESCRIPTOR
from summitry.schema import TABLES, Field, Table, read_schema, table_of
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

    They are typed by the schemas that they came with.
    Text is `string`, whole numbers `Int64`, dates `datetime64[s]`, columns with a list of values categories.
    Loading does not check a package: `summitry.validate` does.
    """
    with opened(path) as package:
        descriptor = package.path / DESCRIPTOR if package.path.is_dir() else package.path
        resources = resources_of(descriptor)
        return LoadedTables(*(read_frame(descriptor.parent, resources[name]) for name in TABLES))


def resources_of(path: Path) -> dict[str, Any]:
    """The resources of a descriptor by name, every table among them."""
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
        resources = {resource["name"]: resource for resource in descriptor["resources"]}
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a data package") from error
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableInput(
            f"{path}: found {error!r}; expected the descriptor of a data package"
        ) from error
    for name in TABLES:
        match resources.get(name):
            case {"path": str(), "schema": str() | dict()}:
                continue
        raise UnreadableInput(
            f"{path}: found no table {name}; expected a resource with one path and a schema"
        )
    return resources


def read_frame(folder: Path, resource: dict[str, Any]) -> "DataFrame":
    """One table of the package in a folder, as a frame."""
    import pandas as pd  # noqa: PLC0415  # most of a second that only loading should cost

    path, schema = folder / resource["path"], resource["schema"]
    table = table_of(path, schema) if isinstance(schema, dict) else read_schema(folder / schema)
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
    return typed(frame, table, path)


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
    import pandas as pd  # noqa: PLC0415  # see read_frame

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
