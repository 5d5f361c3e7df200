"""The Table Schemas of schemas/ as typed values: what each table is, in one place."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, NoReturn

from summitry.errors import BrokenSchema

TABLES: Final = (
    "articles",
    "paragraphs",
    "entities",
    "mentions",
    "quotes",
    "speakers",
    "meetings",
    "participants",
    "reports",
    "evidence",
)
"""The tables in the order in which they are published, which is that of `rows.Tables`."""

TYPES: Final = ("string", "integer", "number", "boolean", "date")
CONSTRAINTS: Final[Mapping[str, type | tuple[type, ...]]] = {
    "required": bool,
    "unique": bool,
    "enum": list,
    "pattern": str,
    "minimum": (int, float, str),
    "maximum": (int, float, str),
    "minLength": int,
    "maxLength": int,
}
WORDS: Final = "summitry:words"
"""The property, of ours, by which a field says that its cells hold words copied from articles."""

FIELD_PROPERTIES: Final = ("name", "title", "description", "type", "example", WORDS, "constraints")
TABLE_PROPERTIES: Final = (
    "$schema", "name", "title", "description", "fields", "missingValues", "primaryKey", "foreignKeys",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Which cells of a column are words of articles, other than names; all, if nothing more is said."""

    where: tuple[str, tuple[str, ...]] | None = None
    """Only in rows in which another column has one of these values."""
    unless: str | None = None
    """Not where a table of knowledge says the same: `offices`."""
    cell: tuple[str, str] | None = None
    """Where the cell that the row is about holds words: the columns that tell its table and its column."""
    within: str | None = None
    """Only a part of the cell, made from the words of this other column."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column: what it holds and what is allowed in it."""

    name: str
    type: str
    title: str
    description: str
    example: str
    """A value as it stands in a cell: the official profile wants text for every type."""
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    """Allowed values; empty: any."""
    pattern: str | None = None
    """Regular expression that matches from the first to the last character."""
    minimum: int | float | str | None = None
    maximum: int | float | str | None = None
    min_length: int | None = None
    max_length: int | None = None
    words: Words | None = None
    """Which of its cells are words of articles; none if no cell is."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values must stand in another table, or in the same one."""

    fields: tuple[str, ...]
    table: str
    reference_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns and keys."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    descriptor: Mapping[str, Any] = field(repr=False, compare=False)
    """The JSON as read."""

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(each.name for each in self.fields)

    def field(self, name: str) -> Field:
        """The column of that name.

        >>> table_schema("quotes").field("kind").enum
        ('direct', 'mixed', 'indirect')
        """
        return next(each for each in self.fields if each.name == name)


def schemas_folder() -> Path:
    """The folder of the Table Schemas: beside the code in a wheel, at the root of the repository else."""
    installed = Path(__file__).parent / "table_schemas"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "schemas"


@cache
def table_schemas() -> dict[str, Table]:
    """Every table by name, in the published order.

    >>> tuple(table_schemas()) == TABLES
    True
    """
    return read_schemas(schemas_folder())


def table_schema(name: str) -> Table:
    """The table of that name.

    >>> table_schema("speakers").primary_key
    ('quote_id', 'entity_id')
    """
    if name not in TABLES:
        raise ValueError(f"found table {name!r}; expected one of {', '.join(TABLES)}")
    return table_schemas()[name]


def read_schemas(folder: Path) -> dict[str, Table]:
    """Every table as a folder of schemas says it, with foreign keys that lead to known columns."""
    tables = {name: read_schema(folder / f"{name}.json") for name in TABLES}
    for table in tables.values():
        for place, key in enumerate(table.foreign_keys):
            where = f"foreignKeys[{place}].reference"
            if key.table not in tables:
                refuse(folder / f"{table.name}.json", where, key.table, f"one of {', '.join(tables)}")
            known = tables[key.table].field_names
            expect_known(folder / f"{table.name}.json", where, key.reference_fields, known)
    return tables


def read_schema(path: Path) -> Table:
    """One table as its file says it."""
    return table_of(path, read_object(path))


def table_of(path: Path, descriptor: dict[str, Any]) -> Table:
    """One table as a Table Schema says it; the path names it in messages."""
    expect_known(path, "top level", tuple(descriptor), TABLE_PROPERTIES)
    if descriptor.get("name") != path.stem:
        refuse(path, "name", descriptor.get("name"), path.stem)
    fields = tuple(
        field_of(path, f"fields[{place}]", each)
        for place, each in enumerate(listed(path, descriptor, "fields"))
    )
    names = tuple(each.name for each in fields)
    if twice := [name for name in names if names.count(name) > 1]:
        refuse(path, "fields", f"{twice[0]} twice", "each name once")
    for each in fields:
        expect_known(path, f"{each.name}.{WORDS}", named_by(each.words), names)
    primary_key = tuple(listed(path, descriptor, "primaryKey"))
    expect_known(path, "primaryKey", primary_key, names)
    return Table(
        name=path.stem,
        title=text_of(path, "title", descriptor),
        description=text_of(path, "description", descriptor),
        fields=fields,
        primary_key=primary_key,
        foreign_keys=foreign_keys_of(path, descriptor, names),
        descriptor=descriptor,
    )


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object that a file holds."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        refuse(path, "file", error.strerror, "a Table Schema")
    except json.JSONDecodeError as error:
        refuse(path, f"line {error.lineno}", error.msg, "JSON")
    except UnicodeDecodeError as error:
        refuse(path, f"byte {error.start}", error.reason, "text in UTF-8")
    if not isinstance(found, dict):
        refuse(path, "top level", type(found).__name__, "an object")
    return found


def field_of(path: Path, place: str, descriptor: object) -> Field:
    """One column as its file says it."""
    if not isinstance(descriptor, dict):
        refuse(path, place, descriptor, "an object")
    expect_known(path, place, tuple(descriptor), FIELD_PROPERTIES)
    if (kind := descriptor.get("type")) not in TYPES:
        refuse(path, f"{place}.type", kind, f"one of {', '.join(TYPES)}")
    limits = constraints_of(path, f"{place}.constraints", descriptor.get("constraints", {}))
    return Field(
        name=text_of(path, "name", descriptor, place),
        type=kind,
        title=text_of(path, "title", descriptor, place),
        description=text_of(path, "description", descriptor, place),
        example=text_of(path, "example", descriptor, place),
        required=limits.get("required", False),
        unique=limits.get("unique", False),
        enum=tuple(limits.get("enum", ())),
        pattern=limits.get("pattern"),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
        min_length=limits.get("minLength"),
        max_length=limits.get("maxLength"),
        words=words_of(path, f"{place}.{WORDS}", descriptor.get(WORDS, False)),
    )


def words_of(path: Path, place: str, told: object) -> Words | None:  # noqa: RET503  # a refusal never returns
    """What a field says of words of articles in its cells.

    >>> words_of(Path("mentions.json"), "", {"where": {"form": ["nominal", "pronoun"]}}).where
    ('form', ('nominal', 'pronoun'))
    """
    match told:
        case bool():
            return Words() if told else None
        case {"within": str(column), **others} if not others:
            return Words(within=column)
        case {"cell": [str(table), str(column)], **others} if not others:
            return Words(cell=(table, column))
        case {"unless": "offices", **others} if not others:
            return Words(unless="offices")
        case {"where": dict(rows), **others} if [type(each) for each in rows.values()] == [list]:
            [(column, values)] = rows.items()
            rest = words_of(path, place, others or True) or Words()
            return replace(rest, where=(column, tuple(map(str, values))))
        case _:
            refuse(path, place, told, "true, or which cells of the column hold words of articles")


def named_by(words: Words | None) -> tuple[str, ...]:
    """The columns that decide which cells are words."""
    if words is None:
        return ()
    where = words.where[:1] if words.where else ()
    return (*where, *(words.cell or ()), *([words.within] if words.within else []))


def constraints_of(path: Path, place: str, limits: object) -> dict[str, Any]:
    """The constraints of a column, each known and of its kind."""
    if not isinstance(limits, dict):
        refuse(path, place, limits, "an object")
    expect_known(path, place, tuple(limits), tuple(CONSTRAINTS))
    for name, limit in limits.items():
        if not isinstance(limit, CONSTRAINTS[name]):
            refuse(path, f"{place}.{name}", limit, "a value of the kind that Table Schema gives it")
    try:
        re.compile(limits.get("pattern", ""))
    except re.error as error:
        refuse(path, f"{place}.pattern", error, "a regular expression")
    return limits


def foreign_keys_of(path: Path, descriptor: dict[str, Any], names: tuple[str, ...]) -> tuple[ForeignKey, ...]:
    """The foreign keys of a table; one without a resource leads back to the table itself."""
    keys = []
    for number, key in enumerate(descriptor.get("foreignKeys", ())):
        place = f"foreignKeys[{number}]"
        if not (isinstance(key, dict) and isinstance(key.get("reference"), dict)):
            refuse(path, place, key, "an object with fields and a reference")
        fields = tuple(listed(path, key, "fields", place))
        expect_known(path, f"{place}.fields", fields, names)
        columns = tuple(listed(path, key["reference"], "fields", f"{place}.reference"))
        if len(columns) != len(fields):
            refuse(path, f"{place}.reference.fields", len(columns), f"as many as in fields, {len(fields)}")
        keys.append(ForeignKey(fields, key["reference"].get("resource", path.stem), columns))
    return tuple(keys)


def listed(path: Path, descriptor: dict[str, Any], name: str, place: str = "") -> list[Any]:
    """The list, never empty, that an object holds under a name."""
    found = descriptor.get(name)
    if not (isinstance(found, list) and found):
        refuse(path, f"{place}.{name}".lstrip("."), found, "a list with something in it")
    return found


def text_of(path: Path, name: str, descriptor: dict[str, Any], place: str = "") -> str:
    """The text, never empty, that an object holds under a name."""
    found = descriptor.get(name)
    if not (isinstance(found, str) and found.strip()):
        refuse(path, f"{place}.{name}".lstrip("."), found, "text")
    return found


def expect_known(path: Path, place: str, found: tuple[str, ...], known: tuple[str, ...]) -> None:
    """Refuse the first name that is not known."""
    for name in found:
        if name not in known:
            refuse(path, place, name, f"one of {', '.join(known)}")


def refuse(path: Path, place: str, found: object, expected: str) -> NoReturn:
    """Raise what is wrong with a schema file, in one line."""
    raise BrokenSchema(f"{path.name}: {place}: found {found!r}; expected {expected}")
