"""A package as a file of DuckDB: typed, keys and limits enforced, with comments on tables and columns.

Its bytes are not the same each time: DuckDB writes ids of its own into the file. Rows and order are.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from summitry.bounds import EXPORTED_AT_ONCE
from summitry.columnar import arrow_schema
from summitry.ddl import listed, quoted, script
from summitry.errors import InvalidTables, UnusableOutput
from summitry.export.beside import beside
from summitry.export.keys import refuse_key
from summitry.export.source import Filed, Source
from summitry.schema import ForeignKey, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def to_duckdb(source: Source, out: Path) -> Path:
    """Write a package as a file of DuckDB."""
    import duckdb  # noqa: PLC0415  # only exporting should cost it

    with (
        beside(out) as part,
        # what does not fit into memory goes to a folder that goes away, not beside the file
        TemporaryDirectory(prefix="summitry-") as folder,
        told(out),
    ):
        with duckdb.connect(part, config={"temp_directory": folder}) as database:
            database.execute(script("duckdb", (each.table for each in source.tables)))
        for each in source.tables:
            # opened anew, so that the keys of one table do not stay in memory for the next
            with duckdb.connect(part, config={"temp_directory": folder}) as database:
                fill(database, each)
                check_own_keys(database, each.table)
                database.execute("CHECKPOINT")
    return out


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Turn what DuckDB says into one line that a person can act on."""
    import duckdb  # noqa: PLC0415  # only exporting should cost it

    try:
        yield
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise UnusableOutput(f"{out}: found {reason}; expected a place that can be written") from error
    finally:
        # what a stopped run would have left beside the file
        out.with_name(f".{out.name}.part.wal").unlink(missing_ok=True)


def fill(database: "DuckDBPyConnection", filed: Filed) -> None:
    """Write the rows of a table, some thousand at a time."""
    import duckdb  # noqa: PLC0415  # only exporting should cost it
    import pyarrow as pa  # noqa: PLC0415  # the same

    rows, schema, done = filed.rows(), arrow_schema(filed.table), 0
    while piece := list(islice(rows, EXPORTED_AT_ONCE)):
        place = f"{filed.table.name}: rows {done + 1} to {done + len(piece)}"
        done += len(piece)
        try:
            columns = [
                pa.array(each, kind)
                for each, kind in zip(zip(*piece, strict=True), schema.types, strict=True)
            ]
            database.register("piece", pa.table(columns, schema=schema))
            database.execute(f"INSERT INTO {quoted(filed.table.name)} SELECT * FROM piece")  # noqa: S608  # a name of a schema, in quotes
            database.unregister("piece")
        except (duckdb.IntegrityError, duckdb.DataError, pa.ArrowException, OverflowError) as error:
            reason = str(error).splitlines()[0]
            raise InvalidTables(f"{place}: found {reason}; expected rows that keep their schema") from error


def check_own_keys(database: "DuckDBPyConnection", table: Table) -> None:
    """Refuse the first row whose key leads to no row of its own table, which DuckDB cannot be told to do."""
    for key in table.foreign_keys:
        if key.table == table.name and (found := astray(database, table, key)):
            refuse_key(table, None, key.fields, found, key.table)


def astray(database: "DuckDBPyConnection", table: Table, key: ForeignKey) -> tuple[Any, ...] | None:
    """The values of the first key of a table that lead nowhere, none if all lead somewhere."""
    name = quoted(table.name)
    filled = " AND ".join(f"{quoted(each)} IS NOT NULL" for each in key.fields)
    select = (
        f"SELECT {listed(key.fields)} FROM {name} WHERE {filled} AND ({listed(key.fields)}) NOT IN "  # noqa: S608  # the same
        f"(SELECT ({listed(key.reference_fields)}) FROM {name}) ORDER BY ALL LIMIT 1"
    )
    return database.execute(select).fetchone()
