"""A package as a dataset of schema.org in JSON-LD, as search engines read it.

The properties are those of https://schema.org/Dataset; which of them are required and recommended says
Google's “Dataset structured data” (`name` and `description` are required, of the latter 50 to 5,000
characters).
"""

from typing import Any, Final

from summitry.describe.about import About, Creator, Licence, Origin, about
from summitry.describe.files import Told, tables_of
from summitry.export.source import Source
from summitry.tables import json_bytes

FILE: Final = "schema-org.jsonld"


def texts(source: Source) -> dict[str, str]:
    """The description as the text of its file."""
    return {FILE: json_bytes(dataset(about(source), tables_of(source))).decode()}


def dataset(said: About, tables: list[Told]) -> dict[str, Any]:
    """The package as a dataset."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": said.title,
        "alternateName": said.name,
        "description": said.description,
        **({"identifier": said.id} if said.id else {}),
        **({"url": said.url} if said.url else {}),
        **({"version": said.version} if said.version else {}),
        **({"datePublished": said.created.isoformat()} if said.created else {}),
        "keywords": list(said.keywords),
        "license": [licence(each) for each in said.licences],
        "creator": [maker(each) for each in said.creators],
        "publisher": {"@type": "Organization", "name": said.publisher},
        "isBasedOn": [basis(each) for each in said.origins],
        "distribution": [download for each in tables for download in downloads(each)],
        "variableMeasured": [variable for each in tables for variable in variables(each)],
    }


def licence(given: Licence) -> dict[str, Any]:
    """A licence as a work."""
    return {
        "@type": "CreativeWork",
        "name": given.words,
        **({"identifier": given.name} if given.name else {}),
        **({"url": given.path} if given.path else {}),
    }


def maker(creator: Creator) -> dict[str, Any]:
    """Who made the data, as a person or as a body.

    >>> maker(Creator("The authors", "", "", "", ""))
    {'@type': 'Organization', 'name': 'The authors'}
    """
    return {
        "@type": "Person" if creator.person else "Organization",
        "name": creator.name,
        **({"givenName": creator.given} if creator.given else {}),
        **({"familyName": creator.family} if creator.family else {}),
        **({"url": creator.path} if creator.path else {}),
        **(
            {"affiliation": {"@type": "Organization", "name": creator.organization}}
            if creator.person and creator.organization
            else {}
        ),
    }


def basis(origin: Origin) -> dict[str, Any]:
    """Something that the data was made from."""
    return {
        "@type": "CreativeWork",
        "name": origin.title,
        **({"url": origin.path} if origin.path else {}),
    }


def downloads(told: Told) -> list[dict[str, Any]]:
    """The files of a table as something to fetch, each under the licences of its own."""
    return [
        {
            "@type": "DataDownload",
            "name": told.table.title,
            "description": told.table.description,
            "contentUrl": part.path,
            "encodingFormat": part.media,
            "contentSize": f"{part.size} B",
            "sha256": part.sha256,
            "license": [licence(each) for each in told.licences],
        }
        for part in told.parts
    ]


def variables(told: Told) -> list[dict[str, Any]]:
    """The columns of a table as what was measured."""
    return [
        {
            "@type": "PropertyValue",
            "name": f"{told.table.name}.{column.name}",
            "alternateName": column.title,
            "description": column.description,
        }
        for column in told.table.fields
    ]
