"""A package in Croissant 1.0, as tools of machine learning read it.

The properties are those of the specification, https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html:
“Dataset-level Information”, “Resources” and “RecordSets”.
"""

from collections.abc import Mapping
from typing import Any, Final

from summitry.describe.about import About, Licence, about
from summitry.describe.citation import bibtex
from summitry.describe.files import Part, Told, tables_of
from summitry.describe.schema_org import maker
from summitry.export.source import Source
from summitry.schema import Field, Table
from summitry.tables import json_bytes

FILE: Final = "croissant.json"
VERSION: Final = "http://mlcommons.org/croissant/1.0"

OWN: Final = (
    "citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet",
    "format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet",
    "references", "regex", "repeated", "replace", "samplingRate", "separator", "source", "subField",
    "transform",
)  # fmt: skip
"""The words of Croissant that its context binds (the specification, “Appendix: JSON-LD context”)."""

CONTEXT: Final[Mapping[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{name: f"cr:{name}" for name in OWN},
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
}

OLDER: Final[Mapping[str, str]] = {"application/vnd.apache.parquet": "application/x-parquet"}
"""Media types that Croissant knows by another name (the specification, “FileObject”)."""

TYPES: Final[Mapping[str, str]] = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
"""What Table Schema calls a type, and what Croissant does (the specification, “DataType”)."""


def texts(source: Source) -> dict[str, str]:
    """The description as the text of its file."""
    return {FILE: json_bytes(dataset(about(source), tables_of(source))).decode()}


def dataset(said: About, tables: list[Told]) -> dict[str, Any]:
    """The package as a dataset."""
    return {
        "@context": dict(sorted(CONTEXT.items())),
        "@type": "sc:Dataset",
        "conformsTo": VERSION,
        "name": said.name,
        "alternateName": said.title,
        "description": said.description,
        "license": [licence(each) for each in said.licences],
        "creator": [maker(each) for each in said.creators],
        "publisher": {"@type": "sc:Organization", "name": said.publisher},
        **({"url": said.url} if said.url else {}),
        **({"version": said.version} if said.version else {}),
        **({"datePublished": said.created.isoformat()} if said.created else {}),
        "keywords": list(said.keywords),
        "citeAs": bibtex(said),
        "isLiveDataset": False,
        "distribution": [file for each in tables for file in distribution(each)],
        "recordSet": [record_set(each) for each in tables],
    }


def licence(given: Licence) -> str:
    """A licence as its address, or in words where it has none: of news text nobody has one to give."""
    return given.path or given.words


def distribution(told: Told) -> list[dict[str, Any]]:
    """The files of a table, and what holds them together where there are several."""
    files = [file_object(told.table, part) for part in told.parts]
    if not in_parts(told):
        return files
    folder = told.parts[0].path.rpartition("/")[0]
    together = {
        "@type": "cr:FileSet",
        "@id": f"files/{told.table.name}",
        "name": f"files of {told.table.name}",
        "description": told.table.title,
        "encodingFormat": media(told.parts[0]),
        "includes": f"{folder}/*.parquet",
    }
    return [*files, together]


def in_parts(told: Told) -> bool:
    """Whether a table is a set of Parquet files, of which each holds some rows."""
    return len(told.parts) > 1


def file_object(table: Table, part: Part) -> dict[str, Any]:
    """A file as something to fetch, told from the folder in which the description lies."""
    return {
        "@type": "cr:FileObject",
        "@id": part.path,
        "name": part.path.rpartition("/")[2],
        "description": table.title,
        "contentUrl": part.path,
        "contentSize": f"{part.size} B",
        "encodingFormat": media(part),
        "sha256": part.sha256,
    }


def media(part: Part) -> str:
    """The media type of a file; Croissant calls Parquet as it was called before it had a type of its own."""
    return OLDER.get(part.media, part.media)


def record_set(told: Told) -> dict[str, Any]:
    """A table as its records."""
    table = told.table
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.primary_key],
        "field": [field(told, each) for each in table.fields],
    }


def field(told: Told, column: Field) -> dict[str, Any]:
    """A column as a field: its type, where it is read from, and which field it leads to."""
    holder = (
        {"fileSet": {"@id": f"files/{told.table.name}"}}
        if in_parts(told)
        else {"fileObject": {"@id": told.parts[0].path}}
    )
    return {
        "@type": "cr:Field",
        "@id": f"{told.table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": TYPES[column.type],
        "source": {**holder, "extract": {"column": column.name}},
        **references(told.table, column.name),
    }


def references(table: Table, column: str) -> dict[str, Any]:
    """The field of another table that a column leads to.

    Nothing for a key of several columns, nor for one that leads back to its own table: Croissant cannot say
    the first, and takes the second for a circle (the specification, “Joins”: to fields of another RecordSet).
    """
    for key in table.foreign_keys:
        if key.fields == (column,) and key.table != table.name:
            return {"references": {"field": {"@id": f"{key.table}/{key.reference_fields[0]}"}}}
    return {}
