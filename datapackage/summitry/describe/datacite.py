"""A package in DataCite JSON, as the registries of DOIs take it.

The properties and the lists of values are those of the DataCite Metadata Schema 4.5,
https://doi.org/10.14454/g8e5-6293: mandatory are creators, titles, publisher, publication year and resource
type; the identifier, which is mandatory too, is given by the registry where the package has no DOI yet.
"""

from typing import Any, Final

from summitry.describe.about import About, Creator, Licence, about
from summitry.describe.files import Told, tables_of
from summitry.describe.spdx import spdx_of
from summitry.export.source import Source
from summitry.tables import json_bytes

FILE: Final = "datacite.json"


def texts(source: Source) -> dict[str, str]:
    """The description as the text of its file."""
    return {FILE: json_bytes(record(about(source), tables_of(source))).decode()}


def record(said: About, tables: list[Told]) -> dict[str, Any]:
    """The package as a record; one without a date is not published yet, and says no year."""
    parts = [part for each in tables for part in each.parts]
    return {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        **identifiers(said),
        "creators": [creator(each) for each in said.creators],
        "titles": [{"title": said.title}, {"title": said.name, "titleType": "AlternativeTitle"}],
        "publisher": {"name": said.publisher},
        **years(said),
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Data Package"},
        "subjects": [{"subject": each} for each in dict.fromkeys(said.keywords)],
        "language": "en",
        **({"version": said.version} if said.version else {}),
        "rightsList": [rights(each) for each in dict.fromkeys(said.licences)],
        "descriptions": [{"description": said.description, "descriptionType": "Abstract"}],
        "relatedIdentifiers": [derived(each) for each in addresses(said)],
        "sizes": [f"{sum(part.size for part in parts)} B", f"{len(parts)} files"],
        "formats": list(dict.fromkeys(part.media for part in parts)),
    }


def identifiers(said: About) -> dict[str, Any]:
    """What the package is called by machines: its DOI, and an id of its own beside it."""
    found = {"doi": said.doi} if said.doi else {}
    other = [{"alternateIdentifier": said.id, "alternateIdentifierType": kind(said.id)}]
    page = {"url": said.homepage} if said.homepage else {}
    return {**found, **page, **({"alternateIdentifiers": other} if said.id and not said.doi else {})}


def kind(identifier: str) -> str:
    """What sort of identifier it is.

    >>> kind("urn:uuid:0"), kind("https://data.example/"), kind("talks")
    ('URN', 'URL', 'Local')
    """
    scheme = identifier.partition(":")[0].lower()
    return {"urn": "URN", "http": "URL", "https": "URL"}.get(scheme, "Local")


def creator(one: Creator) -> dict[str, Any]:
    """Who made the data; the name of a person begins with the family."""
    if not one.person:
        # a body, or a person of whom only the whole name is told: the sort stays open
        return {"name": one.name}
    return {
        "name": ", ".join(filter(None, (one.family, one.given))),
        "nameType": "Personal",
        **({"givenName": one.given} if one.given else {}),
        **({"familyName": one.family} if one.family else {}),
        **({"affiliation": [{"name": one.organization}]} if one.organization else {}),
    }


def years(said: About) -> dict[str, Any]:
    """The day of the package and its year, nothing if it says none."""
    if said.created is None:
        return {}
    issued = {"date": said.created.isoformat(), "dateType": "Issued"}
    return {"publicationYear": f"{said.created.year:04}", "dates": [issued]}


def rights(given: Licence) -> dict[str, Any]:
    """A licence, with its identifier of SPDX if it has one."""
    known = spdx_of(given.name)
    return {
        "rights": given.words,
        **({"rightsUri": given.path} if given.path else {}),
        **(
            {
                "rightsIdentifier": known,
                "rightsIdentifierScheme": "SPDX",
                "schemeUri": "https://spdx.org/licenses/",
            }
            if known
            else {}
        ),
    }


def addresses(said: About) -> list[str]:
    """The addresses of what the data was made from, each once."""
    return list(dict.fromkeys(each.address for each in said.origins if each.address))


def derived(address: str) -> dict[str, Any]:
    """That the data comes from an address."""
    return {
        "relatedIdentifier": address,
        "relatedIdentifierType": "URL",
        "relationType": "IsDerivedFrom",
    }
