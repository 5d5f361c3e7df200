"""The published form: tables as CSV files, their schemas, and the `datapackage.json` that describes them."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from summitry.errors import UnreadableInput
from summitry.manifest import MANIFEST, manifest_of
from summitry.rows import Article, Tables
from summitry.schema import TABLES, Table, schemas_folder, table_schema
from summitry.settings import MAX_LISTED_SOURCES
from summitry.tables import in_order, replacement, table_bytes
from summitry.validate.bundle import hides, leads_astray

PROFILES: Final = "https://datapackage.org/profiles/2.0"

DIALECT: Final = {
    "$schema": f"{PROFILES}/tabledialect.json",
    "header": True,
    "headerRows": [1],
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}
"""All of it is declared, so that no reader has to guess."""

LICENSED: Final[Mapping[str, tuple[str, ...]]] = {
    "articles": ("facts", "text"),
    "paragraphs": ("text",),
    "quotes": ("facts", "text"),
    "reports": ("facts", "text"),
    "evidence": ("facts", "text"),
}
"""Which licences of the metadata hold for a table; of those not named here, `facts`: they hold names only."""

URL: Final = re.compile("(?:http|ftp)s?://")
"""How the addresses begin that the standard allows as the path of a source (Glossary 2.0, “URL or Path”)."""


def write_package(tables: Tables, out: Path, metadata: Path | None = None) -> Path:
    """Write manifest, tables, schemas and descriptor to a folder, and give the path of the descriptor.

    All is written beside its place first, so that a full disk changes nothing. The manifest moves first and
    the descriptor last: a build that is stopped leaves the old package, or files that disagree with what one
    of the two says of them until the next build.
    """
    about, ordered = read_metadata(metadata), in_order(tables)
    resources = []
    with replacement() as write:
        # from the rows, before there is a file that could lose some of them
        write(out / MANIFEST, json_bytes(manifest_of(ordered)))
        for name in TABLES:
            write_schema(name, out, write)
        for name, rows in ordered._asdict().items():
            content = table_bytes(name, rows)
            resources.append(resource_of(table_schema(name), content, about))
            write(out / resources[-1]["path"], content)
        path = out / "datapackage.json"
        write(path, json_bytes(descriptor_of(ordered.articles, resources, about)))
    return path


def write_schema(name: str, out: Path, write: Callable[[Path, bytes], None]) -> None:
    """Copy a schema into the package, unless it lies there already, as it does in the repository."""
    content = (schemas_folder() / f"{name}.json").read_bytes()
    path = out / "schemas" / f"{name}.json"
    if not (path.is_file() and path.read_bytes() == content):
        write(path, content)


def descriptor(tables: Tables, metadata: Path | None = None) -> dict[str, Any]:
    """What `datapackage.json` says of the tables."""
    about, ordered = read_metadata(metadata), in_order(tables)
    resources = [
        resource_of(table_schema(name), table_bytes(name, rows), about)
        for name, rows in ordered._asdict().items()
    ]
    return descriptor_of(ordered.articles, resources, about)


def descriptor_of(
    articles: Sequence[Article], resources: Sequence[Mapping[str, Any]], about: Mapping[str, Any]
) -> dict[str, Any]:
    """The descriptor of a package of these resources; nothing in it comes from the clock."""
    days = [article.published_on for article in articles]
    created = {"created": f"{max(days).isoformat()}T00:00:00Z"} if days else {}
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": about["name"],
        "id": about.get("id") or uuid5(NAMESPACE_URL, f"urn:summitry:{about['name']}").urn,
        "title": about["title"],
        "description": about["description"],
        **{name: about[name] for name in ("homepage",) if name in about},
        "version": about["version"],
        **created,
        "keywords": about["keywords"],
        "contributors": about["contributors"],
        "licenses": list(about["licenses"].values()),
        "sources": [*article_sources(articles), *about["sources"]],
        "resources": list(resources),
    }


def resource_of(table: Table, content: bytes, about: Mapping[str, Any]) -> dict[str, Any]:
    """What the descriptor says of one table."""
    licensed = LICENSED.get(table.name, ("facts",))
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": f"data/tables/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": DIALECT,
        "schema": f"schemas/{table.name}.json",
        "licenses": [about["licenses"][name] for name in licensed],
        "sources": [ALL_ARTICLES, *([] if "text" in licensed else about["sources"])],
    }


ALL_ARTICLES: Final = {"title": "The news articles of the table articles", "path": "data/tables/articles.csv"}


def article_sources(articles: Sequence[Article]) -> list[dict[str, str]]:
    """One source an article, or their table as one source where they are too many to list."""
    if len(articles) > MAX_LISTED_SOURCES:
        return [ALL_ARTICLES]
    return [source_of(article) for article in articles]


def source_of(article: Article) -> dict[str, str]:
    """The article as a source: its title, and where it comes from if the standard can say so."""
    allowed = [path for path in (article.source, article.url) if path and can_be_path(path)]
    return {"title": article.title or article.article_id} | ({"path": allowed[0]} if allowed else {})


def can_be_path(path: str) -> bool:
    """Whether the standard allows something as the path of a source: an address, or a place in the package.

    >>> [can_be_path(each) for each in ("https://news.example/a.html", "data/raw/a.txt", "../a.txt")]
    [True, True, False]
    """
    inside = not (path.startswith(".") or leads_astray(path) or hides(path))
    return inside or bool(URL.match(path))


def read_metadata(path: Path | None = None) -> dict[str, Any]:
    """What the package says about itself: ours, with the properties of the user's file in their place.

    >>> read_metadata()["name"]
    'summitry'
    """
    ours: dict[str, Any] = json.loads(Path(__file__).with_name("metadata.json").read_text(encoding="utf-8"))
    if path is None:
        return ours
    theirs = read_json(path)
    expect_like(path, theirs, {"id": "", "homepage": "", **ours})
    licenses = theirs.get("licenses", {})
    expect_like(path, licenses, ours["licenses"])
    return ours | theirs | {"licenses": ours["licenses"] | licenses}


def expect_like(path: Path, found: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """Refuse the first property that is not known, or not of the known kind."""
    for name, value in found.items():
        if name not in known:
            raise UnreadableInput(f"{path}: found {name!r}; expected one of {', '.join(known)}")
        if type(value) is not type(known[name]):
            kind, expected = type(value).__name__, type(known[name]).__name__
            raise UnreadableInput(f"{path}: {name}: found a value of type {kind}; expected {expected}")


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object that a file of metadata holds."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected a file of metadata") from error
    except ValueError as error:
        raise UnreadableInput(f"{path}: found {error}; expected JSON in UTF-8") from error
    if not isinstance(found, dict):
        raise UnreadableInput(f"{path}: found {type(found).__name__}; expected an object")
    return found


def json_bytes(value: object) -> bytes:
    """The value as a JSON file: indented, readable in any script, with a newline at its end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
