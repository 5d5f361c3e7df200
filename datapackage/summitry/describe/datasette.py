"""A package as the metadata of Datasette, for `datasette data.db -m metadata.json`.

The properties are those of https://docs.datasette.io/en/stable/metadata.html: of the instance, a database, a
table and its columns.
"""

from typing import Any, Final

from summitry.describe.about import About, Licence, Origin, about
from summitry.describe.files import Told, tables_of
from summitry.export.source import Source
from summitry.tables import json_bytes

FILE: Final = "metadata.json"

DATABASE: Final = "data"
"""Datasette calls a database after its file; one of another name is found by that of the package."""


def texts(source: Source) -> dict[str, str]:
    """The metadata as the text of its file."""
    return {FILE: json_bytes(metadata(about(source), tables_of(source))).decode()}


def metadata(said: About, tables: list[Told]) -> dict[str, Any]:
    """What Datasette shows above its pages."""
    whole = {"title": said.title, "description": said.description, **rights(said.licences), **page(said)}
    database = {**whole, "tables": {each.table.name: table(each) for each in tables}}
    return {**whole, "databases": dict.fromkeys((DATABASE, said.name), database)}


def table(told: Told) -> dict[str, Any]:
    """What stands above a table."""
    return {
        "title": told.table.title,
        "description": told.table.description,
        **rights(told.licences),
        **origin(told.origins),
        "columns": {each.name: each.description for each in told.table.fields},
    }


def rights(licences: tuple[Licence, ...]) -> dict[str, str]:
    """The licences on one line, with the address if there is one alone."""
    if not licences:
        return {}
    words = {"license": "; ".join(each.words for each in licences)}
    [first, *others] = licences
    return words | ({"license_url": first.path} if first.path and not others else {})


def origin(origins: tuple[Origin, ...]) -> dict[str, str]:
    """What a table was made from, on one line."""
    return {"source": "; ".join(each.title for each in origins)} if origins else {}


def page(said: About) -> dict[str, str]:
    """Where more is told."""
    return {"about": said.name, "about_url": said.homepage} if said.homepage else {}
