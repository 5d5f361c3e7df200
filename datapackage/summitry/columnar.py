"""A package as partitioned Parquet, and back: the same rows, typed, under the same schemas.

The descriptor of the one is that of the other but for what it says of files; the manifest, which speaks of
rows, is the same file, so that a package which comes back as CSV is held to what it was.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summitry.bounds import LINES_AT_ONCE, PARTITION_ROWS
from summitry.editions import expect_known
from summitry.errors import InvalidTables, UnreadableInput
from summitry.manifest import MANIFEST
from summitry.paths import DESCRIPTOR, hides, leads_astray
from summitry.schema import Table, read_schema
from summitry.tables import DIALECT, cell_of, json_bytes, replacement
from summitry.tables.files import Replacement

if TYPE_CHECKING:
    import pyarrow as pa

PARQUET: Final = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
"""The media type is that of the registry of IANA."""

CSV: Final = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}


ABOVE_FILES: Final = ("$schema", "name", "type", "title", "description")
ABOUT_FILES: Final = ("path", "format", "mediatype", "encoding", "bytes", "hash", "dialect", "files")
"""What a resource says of its files, in the order in which we say it."""


def is_parquet(descriptor: Mapping[str, Any]) -> bool:
    """Whether the tables of a package are Parquet.

    >>> is_parquet({"resources": [{"format": "csv"}]})
    False
    """
    resources = descriptor.get("resources")
    listed = resources if isinstance(resources, list) else []
    return bool(listed) and all(isinstance(one, dict) and one.get("format") == "parquet" for one in listed)


def to_parquet(package: Path, out: Path) -> Path:
    """Write a package of CSV files as one of Parquet files to a folder; the path of its descriptor."""
    descriptor = descriptor_of(package / DESCRIPTOR)
    with replacement() as write:
        resources = [as_parquet(package, one, out, write) for one in descriptor["resources"]]
        return write_rest(package, out, descriptor | {"resources": resources}, write)


def to_csv(package: Path, out: Path) -> Path:
    """Write a package of Parquet files as one of CSV files to a folder; the path of its descriptor."""
    descriptor = descriptor_of(package / DESCRIPTOR)
    with replacement() as write:
        resources = [as_csv(package, one, out, write) for one in descriptor["resources"]]
        return write_rest(package, out, descriptor | {"resources": resources}, write)


def descriptor_of(path: Path) -> dict[str, Any]:
    """A descriptor, each resource of which has a name, a path or several, and a schema."""
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
        for resource in found["resources"]:
            match resource:
                case {"name": str(), "path": str() | list(), "schema": str() | dict()}:
                    continue
            raise UnreadableInput(
                f"{path}: found a resource without name, path or schema; expected all three"
            )
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a data package") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableInput(f"{path}: found {error!r}; expected the descriptor of a package") from error
    expect_known(found, path)
    return found


def write_rest(package: Path, out: Path, descriptor: Mapping[str, Any], write: Replacement) -> Path:
    """Write what is no table: manifest and schemas as they are, and the descriptor at the end."""
    manifest = package / MANIFEST
    if manifest.is_file():
        write(out / MANIFEST, manifest.read_bytes(), first=True)
    for resource in descriptor["resources"]:
        write(out / resource["schema"], file_in(package, resource["schema"]).read_bytes())
    write(out / DESCRIPTOR, json_bytes(descriptor))
    return out / DESCRIPTOR


def as_parquet(package: Path, resource: Mapping[str, Any], out: Path, write: Replacement) -> dict[str, Any]:
    """Write a table as Parquet files of so many rows, and give its resource."""
    table = read_schema(file_in(package, resource["schema"]))
    paths, files = [], []
    for number, rows in enumerate(partitions(file_in(package, resource["path"]), table), 1):
        path = f"data/tables/{table.name}/part-{number:05d}.parquet"
        written = write(out / path, parquet_bytes(rows))
        paths.append(path)
        files.append({"path": path, "bytes": written.size, "hash": written.hash, "rows": rows.num_rows})
    return retold(resource, {**PARQUET, "path": paths, "files": files})


def retold(resource: Mapping[str, Any], files: Mapping[str, Any]) -> dict[str, Any]:
    """A resource with something else told of its files, in the usual order."""
    told = {name: value for name, value in resource.items() if name not in ABOUT_FILES}
    told.update(files)
    place = [*ABOVE_FILES, *ABOUT_FILES]
    return dict(sorted(told.items(), key=lambda one: place.index(one[0]) if one[0] in place else len(place)))


def file_in(package: Path, path: object) -> Path:
    """The file of a package that a path of its descriptor names, which is in the package and not hidden."""
    if fault := leads_astray(path) or hides(str(path)):
        shown = f"{package / DESCRIPTOR}: found the path {path!r}, which {fault}"
        raise UnreadableInput(f"{shown}; expected one in the package")
    return package / str(path)


def partitions(path: Path, table: Table) -> Iterator["pa.Table"]:
    """Yield the rows of a CSV file in canonical form, so many at a time, typed; at least one piece."""
    import pyarrow as pa  # noqa: PLC0415  # only exporting should cost it
    from pyarrow import csv  # noqa: PLC0415  # the same

    schema = arrow_schema(table)
    options = csv.ConvertOptions(
        column_types=schema, null_values=[""], strings_can_be_null=True,
        true_values=["true"], false_values=["false"],
    )  # fmt: skip
    waiting, count, none_yet = list[pa.RecordBatch](), 0, True
    try:
        reader = csv.open_csv(
            path,
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=options,
        )
        for batch in reader:
            waiting.append(batch)
            count += batch.num_rows
            while count >= PARTITION_ROWS:
                rows = pa.Table.from_batches(waiting).combine_chunks()
                yield rows.slice(0, PARTITION_ROWS).cast(schema)
                rest = rows.slice(PARTITION_ROWS)
                waiting, count, none_yet = rest.to_batches(), rest.num_rows, False
        if count or none_yet:
            yield pa.Table.from_batches(waiting, reader.schema).cast(schema)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise InvalidTables(f"{path}: found {error}; expected a table without a problem") from error


def arrow_schema(table: Table) -> "pa.Schema":
    """The columns of a table as Arrow types them, with their descriptions and the Table Schema itself."""
    import pyarrow as pa  # noqa: PLC0415  # only exporting should cost it

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    fields = [
        pa.field(one.name, types[one.type], not one.required, {"description": one.description})
        for one in table.fields
    ]
    return pa.schema(fields, {"table_schema": json.dumps(table.descriptor, ensure_ascii=False)})


def parquet_bytes(rows: "pa.Table") -> bytes:
    """Some rows as a Parquet file."""
    import pyarrow as pa  # noqa: PLC0415  # only exporting should cost it
    from pyarrow import parquet  # noqa: PLC0415  # the same

    sink = pa.BufferOutputStream()
    parquet.write_table(rows, sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content


def as_csv(package: Path, resource: Mapping[str, Any], out: Path, write: Replacement) -> dict[str, Any]:
    """Write a table as one CSV file in canonical form, and give its resource."""
    table = read_schema(file_in(package, resource["schema"]))
    path = f"data/tables/{table.name}.csv"
    listed = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
    files = [file_in(package, each) for each in listed]
    written = write(out / path, csv_pieces(",".join(table.field_names), files, table))
    told = {"path": path, "bytes": written.size, "hash": written.hash, "dialect": DIALECT}
    return retold(resource, CSV | told)


def csv_pieces(header: str, paths: list[Path], table: Table) -> Iterator[bytes]:
    """Yield the rows of Parquet files as the lines of a CSV file, some thousand at a time."""
    import pyarrow as pa  # noqa: PLC0415  # only exporting should cost it
    from pyarrow import parquet  # noqa: PLC0415  # the same

    yield f"{header}\n".encode()
    for path in paths:
        try:
            with parquet.ParquetFile(path) as file:
                if tuple(file.schema_arrow.names) != table.field_names:
                    found = ", ".join(file.schema_arrow.names)
                    raise InvalidTables(f"{path}: found the columns {found}; expected {header}")
                for batch in file.iter_batches(LINES_AT_ONCE):
                    rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
                    yield "".join(f"{','.join(map(cell_of, row))}\n" for row in rows).encode()
        except (OSError, pa.ArrowException) as error:
            raise InvalidTables(f"{path}: found {error}; expected a Parquet file") from error
