"""A package as an RO-Crate 1.1, as archives of research data read it.

What must be there says https://w3id.org/ro/crate/1.1: the metadata file descriptor and the root data entity
(“Root Data Entity”: `name`, `description`, `datePublished` and `license`), and each file as a data entity
(“Data Entities”). The file belongs into the folder of `datapackage.json`.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

from summitry.describe.about import WEB, About, Creator, Licence, Origin, about
from summitry.describe.files import Told, tables_of
from summitry.export.source import Source
from summitry.manifest import MANIFEST
from summitry.paths import DESCRIPTOR
from summitry.tables import json_bytes

FILE: Final = "ro-crate-metadata.json"
VERSION: Final = "https://w3id.org/ro/crate/1.1"

CONTEXT: Final = [f"{VERSION}/context", {"sha256": "https://schema.org/sha256"}]
"""The words of the standard, and one that it does not have yet."""

PUBLISHER: Final = "#publisher"
"""What a publisher is called in the crate who is none of those who made the data."""

Entity = dict[str, Any]


def texts(source: Source) -> dict[str, str]:
    """The description as the text of its file."""
    return {FILE: json_bytes({"@context": CONTEXT, "@graph": list(graph(source))}).decode()}


def graph(source: Source) -> Iterator[Entity]:
    """Yield every entity: the file itself, the package, its files, and who and what they come from."""
    said, tables = about(source), tables_of(source)
    files = [*data_files(tables), *other_files(source, tables)]
    licences = dict.fromkeys([*said.licences, *(one for each in tables for one in each.licences)])
    yield {
        "@id": FILE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": VERSION},
        "about": {"@id": "./"},
    }
    yield root(said, files)
    yield from files
    yield from (licence(each) for each in licences)
    yield from (maker(name, each) for name, each in makers(said).items())
    if publisher_id(said) == PUBLISHER:
        yield {"@id": PUBLISHER, "@type": "Organization", "name": said.publisher}
    yield from affiliations(said)
    yield from origins(said)


def root(said: About, files: list[Entity]) -> Entity:
    """The package as the root of the crate."""
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": said.title,
        "alternateName": said.name,
        "description": said.description,
        **({"identifier": said.id} if said.id else {}),
        **({"url": said.homepage} if said.homepage else {}),
        **({"version": said.version} if said.version else {}),
        **({"datePublished": said.created.isoformat()} if said.created else {}),
        "keywords": list(said.keywords),
        "license": compact(id_of(each) for each in said.licences),
        "author": compact(makers(said)),
        "publisher": {"@id": publisher_id(said)},
        "isBasedOn": compact(each["@id"] for each in origins(said)),
        "hasPart": [{"@id": each["@id"]} for each in files],
    }


def data_files(tables: list[Told]) -> Iterator[Entity]:
    """Yield the files that hold rows."""
    for told in tables:
        for part in told.parts:
            yield {
                "@id": part.path,
                "@type": "File",
                "name": told.table.title,
                "description": told.table.description,
                "encodingFormat": part.media,
                "contentSize": str(part.size),
                "sha256": part.sha256,
                "license": compact(id_of(each) for each in told.licences),
            }


def other_files(source: Source, tables: list[Told]) -> Iterator[Entity]:
    """Yield the files that tell of the rows: descriptor, manifest and schemas."""
    rows = {part.path for told in tables for part in told.parts}
    named = {DESCRIPTOR: "Data Package descriptor", MANIFEST: "Rows of each table, with digests"}
    for path in source.files():
        if path not in rows:
            yield {
                "@id": path,
                "@type": "File",
                "name": named.get(path, f"Table Schema of {path.rpartition('/')[2].removesuffix('.json')}"),
                "encodingFormat": "application/json",
            }


def id_of(given: Licence) -> str:
    """What a licence is called in the crate: its address, or a name within it."""
    return given.path if WEB.fullmatch(given.path) else f"#licence-{quote(given.name or given.words)}"


def licence(given: Licence) -> Entity:
    """A licence as a work."""
    return {"@id": id_of(given), "@type": "CreativeWork", "name": given.words, "description": given.words}


def makers(said: About) -> dict[str, Creator]:
    """Who made the data, by what each is called in the crate: an address, or a name within it."""
    return {
        each.path if WEB.fullmatch(each.path) else f"#author-{number}": each
        for number, each in enumerate(said.creators, 1)
    }


def publisher_id(said: About) -> str:
    """What the publisher is called in the crate."""
    return next((name for name, each in makers(said).items() if each.name == said.publisher), PUBLISHER)


def maker(name: str, creator: Creator) -> Entity:
    """Who made the data."""
    return {
        "@id": name,
        "@type": "Person" if creator.person else "Organization",
        "name": creator.name,
        **({"affiliation": {"@id": affiliation_id(creator)}} if affiliation_id(creator) else {}),
    }


def compact(names: Iterable[str]) -> list[Entity] | Entity:
    """References to entities; one alone is no list (RO-Crate 1.1, “RO-Crate JSON-LD”).

    >>> compact(["#author-1"])
    {'@id': '#author-1'}
    """
    found = [{"@id": name} for name in names]
    return found[0] if len(found) == 1 else found


def affiliation_id(creator: Creator) -> str | None:
    """What the body that a person belongs to is called in the crate."""
    slug = "-".join(creator.organization.lower().split())
    return f"#organization-{quote(slug)}" if creator.person and slug else None


def affiliations(said: About) -> list[Entity]:
    """The bodies that people belong to, each once."""
    found = {name: each.organization for each in said.creators if (name := affiliation_id(each))}
    return [{"@id": name, "@type": "Organization", "name": title} for name, title in found.items()]


def origins(said: About) -> list[Entity]:
    """What the data was made from, each once."""
    found = {origin_id(number, each): each for number, each in enumerate(said.origins, 1)}
    return [{"@id": name, "@type": "CreativeWork", "name": each.title} for name, each in found.items()]


def origin_id(number: int, origin: Origin) -> str:
    """What a source is called in the crate: a raw file need not lie in the package."""
    return origin.address or f"#source-{number}"
