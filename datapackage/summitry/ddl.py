"""The tables as SQL: types, required cells, limits and keys, derived from the Table Schemas.

What a dialect cannot say is left out: SQLite knows no regular expressions, and keeps comments only within a
statement; DuckDB refuses rows that lead to others of the same statement, so that a key from a table to itself
stands there as a comment. Fill tables in the order of the script; where keys are looked at when a transaction
ends (SQLite, PostgreSQL), any order will do within one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from summitry.editions import Edition, Text
from summitry.schema import Field, ForeignKey, Table

Dialect = Literal["sqlite", "duckdb", "postgresql"]
"""The databases whose SQL is written."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How a database says what a Table Schema says."""

    types: dict[str, str]
    opening: str
    """Stands before the first table."""
    closing: str
    """Ends the definition of a table."""
    matches: str | None
    """That a column matches a pattern, from end to end; none where it cannot be said."""
    day: Callable[[str], str | None]
    """That a column holds a day, where its type does not say it."""
    later: str
    """Follows a foreign key: when it is looked at."""
    within: bool
    """Whether a key can lead from a table to itself and its rows still be loaded at once."""
    comments: bool
    """Whether comments are statements of their own."""


def no_condition(_: str) -> None:
    """Nothing to add to a type."""


SPEECHES: Final[dict[Dialect, Speech]] = {
    "sqlite": Speech(
        types={
            "string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"
        },
        opening="PRAGMA foreign_keys = ON;\n\n",
        closing=") STRICT;",
        matches=None,
        # moved by nothing, a text that is no day becomes another or nothing: 2019-02-30 is 2019-03-02
        day=lambda name: f"date({name}, '+0 days') IS {name}",
        later=" DEFERRABLE INITIALLY DEFERRED",
        within=True,
        comments=False,
    ),
    "duckdb": Speech(
        types={
            "string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"
        },
        opening="",
        closing=");",
        matches="regexp_full_match({name}, {pattern})",
        day=no_condition,
        later="",
        within=False,
        comments=True,
    ),
    "postgresql": Speech(
        types={
            "string": "text", "integer": "bigint", "number": "double precision", "boolean": "boolean",
            "date": "date",
        },
        opening="",
        closing=");",
        matches="{name} ~ {pattern}",
        day=no_condition,
        later=" DEFERRABLE INITIALLY DEFERRED",
        within=True,
        comments=True,
    ),
}  # fmt: skip


def ddl(dialect: Dialect, *, text: Text = "all") -> str:
    """The SQL that creates all tables, each after those that its keys lead to.

    With `text` `none` no cell with words of articles is required, as in packages that leave them out.

    >>> print(ddl("postgresql").split(");")[0].splitlines()[0])
    CREATE TABLE "articles" (
    """
    if dialect not in get_args(Dialect):
        raise ValueError(f"found dialect {dialect!r}; expected one of {', '.join(get_args(Dialect))}")
    if text not in get_args(Text):
        raise ValueError(f"found text {text!r}; expected one of {', '.join(get_args(Text))}")
    return script(dialect, Edition(text=text).tables.values())


def script(dialect: Dialect, tables: Iterable[Table]) -> str:
    """The SQL that creates these tables, each after those that its keys lead to."""
    speech = SPEECHES[dialect]
    ordered = in_order_of_keys(tables)
    return speech.opening + "\n".join(statement for table in ordered for statement in of_table(table, speech))


def in_order_of_keys(tables: Iterable[Table]) -> list[Table]:
    """The tables, each after those that its keys lead to, else as they came.

    >>> [table.name for table in in_order_of_keys(Edition().tables.values())].index("quotes")
    5
    """
    left, ordered = list(tables), list[Table]()
    while left:
        waiting = {table.name for table in left}
        ready = [
            table
            for table in left
            if not {key.table for key in table.foreign_keys if key.table != table.name} & waiting
        ]
        if not ready:
            raise ValueError(f"found tables whose keys lead to each other: {', '.join(sorted(waiting))}")
        ordered.append(ready[0])
        left.remove(ready[0])
    return ordered


def of_table(table: Table, speech: Speech) -> Iterator[str]:
    """Yield the statements that create a table and tell what it is."""
    lines = [*(of_column(table, each, speech) for each in table.fields), *keys_of(table, speech)]
    body = ",\n".join(f"  {line}" for line in lines)
    about = "" if speech.comments else f"-- {table.title}: {one_line(table.description)}\n"
    about += "".join(f"-- not enforced: {of_foreign_key(key, speech)}\n" for key in unsaid(table, speech))
    yield f"{about}CREATE TABLE {quoted(table.name)} (\n{commented(body, table, speech)}\n{speech.closing}\n"
    if speech.comments:
        yield from comments_on(table)


def of_column(table: Table, field: Field, speech: Speech) -> str:
    """The definition of a column."""
    parts = [quoted(field.name), speech.types[field.type]]
    if field.required or field.name in table.primary_key:
        parts.append("NOT NULL")
    if field.unique and table.primary_key != (field.name,):
        parts.append("UNIQUE")
    parts += [f"CHECK ({condition})" for condition in conditions(field, speech)]
    return " ".join(parts)


def conditions(field: Field, speech: Speech) -> Iterator[str]:
    """Yield what a value of a column must be; a null breaks none of it."""
    name = quoted(field.name)
    if field.type == "string" and not field.enum:
        # an empty cell is a null, never a text without characters
        yield f"{name} <> ''"
    if field.type == "boolean" and speech.types["boolean"] == "INTEGER":
        yield f"{name} IN (0, 1)"
    if field.type == "date" and (day := speech.day(name)):
        yield day
    if field.enum:
        yield f"{name} IN ({', '.join(map(literal, field.enum))})"
    if field.minimum is not None:
        yield f"{name} >= {literal(field.minimum)}"
    if field.maximum is not None:
        yield f"{name} <= {literal(field.maximum)}"
    if field.min_length is not None:
        yield f"length({name}) >= {field.min_length}"
    if field.max_length is not None:
        yield f"length({name}) <= {field.max_length}"
    if field.pattern is not None and speech.matches:
        yield speech.matches.format(name=name, pattern=literal(f"^(?:{field.pattern})$"))


def keys_of(table: Table, speech: Speech) -> Iterator[str]:
    """Yield the keys of a table."""
    yield f"PRIMARY KEY ({listed(table.primary_key)})"
    for key in table.foreign_keys:
        if key not in unsaid(table, speech):
            yield of_foreign_key(key, speech)


def unsaid(table: Table, speech: Speech) -> list[ForeignKey]:
    """The keys of a table that a database cannot hold its rows to."""
    return [key for key in table.foreign_keys if key.table == table.name and not speech.within]


def of_foreign_key(key: ForeignKey, speech: Speech) -> str:
    """A key that leads to a row of another table, or of the same one."""
    target = f"{quoted(key.table)} ({listed(key.reference_fields)})"
    return f"FOREIGN KEY ({listed(key.fields)}) REFERENCES {target}{speech.later}"


def commented(body: str, table: Table, speech: Speech) -> str:
    """The columns, with what each is behind it where comments are no statements."""
    if speech.comments:
        return body
    lines = body.split("\n")
    told = [
        f"{line} -- {one_line(each.description)}" for line, each in zip(lines, table.fields, strict=False)
    ]
    return "\n".join([*told, *lines[len(told) :]])


def comments_on(table: Table) -> Iterator[str]:
    """Yield the statements that tell what a table and its columns are."""
    yield f"COMMENT ON TABLE {quoted(table.name)} IS {literal(f'{table.title}: {table.description}')};"
    for field in table.fields:
        place = f"{quoted(table.name)}.{quoted(field.name)}"
        yield f"COMMENT ON COLUMN {place} IS {literal(field.description)};"
    yield ""


def quoted(name: str) -> str:
    """A name as SQL writes it, whatever words the database keeps for itself.

    >>> quoted("end")
    '"end"'
    """
    return '"' + name.replace('"', '""') + '"'


def listed(names: Iterable[str]) -> str:
    """Names between commas.

    >>> listed(["quote_id", "entity_id"])
    '"quote_id", "entity_id"'
    """
    return ", ".join(map(quoted, names))


def literal(value: float | str) -> str:
    """A value as SQL writes it.

    >>> literal("the quote's"), literal(0)
    ("'the quote''s'", '0')
    """
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def one_line(text: str) -> str:
    r"""A text on one line.

    >>> one_line("two\nlines")
    'two lines'
    """
    return " ".join(text.split())
