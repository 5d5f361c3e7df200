"""The published form: tables as CSV files, their schemas, and the `datapackage.json` that describes them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol
from uuid import NAMESPACE_URL, uuid5

from summitry.bounds import LINES_AT_ONCE, MAX_LISTED_SOURCES
from summitry.editions import REMOVED_PROPERTY, Edition, Text
from summitry.errors import UnreadableInput, UnusableOutput
from summitry.manifest import MANIFEST, Counted, hash_of, manifest_of, sum_of
from summitry.paths import hides, leads_astray
from summitry.rows import Article, Tables
from summitry.schema import TABLES, Table, schemas_folder, table_schema
from summitry.tables import DIALECT, PROFILES, Written, in_order, json_bytes, lines_of, replacement
from summitry.tables.files import Replacement

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


OURS: Final = Edition()
"""The tables as this program writes them, with all words."""

LEFT_OUT: Final = (
    "The words of the articles, other than names, are left out of this package: their cells are empty. "
    "Whoever has the articles (`articles.sha256` tells whether they are the same) gets the words, and the "
    "text that offsets count in, by a build of their own."
)
"""What a package without words says of itself."""


class Origin(NamedTuple):
    """Where the rows of a package come from."""

    latest: date | None
    """The day of its newest article."""
    articles: Sequence[Article]
    """Its articles, if they are few enough to be listed."""
    listed: bool
    removed: Sequence[str] = ()
    """The tombstones of what was taken out for good."""


class Writable(Protocol):
    """Tables ready to be written, however many rows they have."""

    def lines(self, name: str) -> Iterator[str]:
        """Yield the rows of a table in the published order, each as its line."""

    def counted(self, name: str) -> Counted:
        """How many rows a table has, and which."""


class Publication(Writable, Protocol):
    """Tables ready to be published."""

    def origin(self) -> Origin:
        """Where they come from."""


class Held:
    """The publication of tables that are held in memory."""

    def __init__(self, tables: Tables) -> None:
        self._tables = in_order(tables)._asdict()

    def lines(self, name: str) -> Iterator[str]:
        """Yield the rows of a table as lines."""
        return lines_of(name, self._tables[name])

    def counted(self, name: str) -> Counted:
        """How many rows a table has, and which."""
        return Counted(len(self._tables[name]), sum_of(line.encode() for line in self.lines(name)))

    def origin(self) -> Origin:
        """Where they come from."""
        articles = self._tables["articles"]
        latest = max((article.published_on for article in articles), default=None)
        return Origin(latest, articles, listed=len(articles) <= MAX_LISTED_SOURCES)


class Wordless:
    """A publication without the words of the articles, names excepted."""

    def __init__(self, whole: Publication) -> None:
        # half a second of knowledge, which no other package needs
        from summitry.wordless import Redacted  # noqa: PLC0415

        self._whole, self._rows = whole, Redacted(whole.lines)

    def lines(self, name: str) -> Iterator[str]:
        """Yield the rows of a table as lines, the words left out."""
        return self._rows.lines(name)

    def counted(self, name: str) -> Counted:
        """How many rows a table has, and which."""
        lines = [0, 0]
        for line in self.lines(name):
            lines = [lines[0] + 1, lines[1] + sum_of([line.encode()])]
        return Counted(*lines)

    def origin(self) -> Origin:
        """Where they come from: no titles, and no raw files, which hold all words."""
        origin = self._whole.origin()
        named = [replace(one, title=None, source=address_in(one.source)) for one in origin.articles]
        return origin._replace(articles=named)


def write_package(
    tables: Tables | Publication, out: Path, metadata: Path | None = None, text: Text = "all"
) -> Path:
    """Write manifest, tables, schemas and descriptor to a folder, and give the path of the descriptor.

    With `text` `none` the words of the articles are left out. All is written beside its place first, so that
    a full disk changes nothing. The manifest moves first and the descriptor last: a build that is stopped
    leaves the old package, or files that disagree with what one of the two says of them until the next build.
    """
    about, edition = read_metadata(metadata), Edition(text=text)
    whole = Held(tables) if isinstance(tables, Tables) else tables
    published = Wordless(whole) if text == "none" else whole
    with replacement() as write:
        written = write_tables(published, edition, out, write)
        tables_told = edition.tables.items()
        resources = [resource_of(table, written[name], about, edition) for name, table in tables_told]
        path = out / "datapackage.json"
        write(path, json_bytes(descriptor_of(published.origin(), resources, about, edition)))
    return path


def write_tables(published: Writable, edition: Edition, out: Path, write: Replacement) -> dict[str, Written]:
    """Write manifest, schemas and tables to a folder, and give what was written of each table."""
    for table in edition.tables.values():
        write_schema(table, out, write)
    written = {name: write(out / path_of(name), pieces_of(published, name)) for name in edition.tables}
    stated = manifest_of(
        {name: published.counted(name) for name in edition.tables},
        {name: one.hash for name, one in written.items()},
    )
    write(out / MANIFEST, json_bytes(stated), first=True)
    return written


def pieces_of(published: Writable, name: str) -> Iterator[bytes]:
    """Yield a table as its CSV file holds it, some thousand lines at a time."""
    lines = chain([",".join(table_schema(name).field_names)], published.lines(name))
    while piece := list(islice(lines, LINES_AT_ONCE)):
        yield "".join(f"{line}\n" for line in piece).encode()


def write_schema(table: Table, out: Path, write: Replacement) -> None:
    """Write a schema into the package, unless it lies there already, as it does in the repository."""
    ours = schemas_folder() / f"{table.name}.json"
    same = table.descriptor is table_schema(table.name).descriptor
    content = ours.read_bytes() if same else json_bytes(table.descriptor)
    path = out / "schemas" / ours.name
    if path.is_file() and path.read_bytes() == content:
        return
    if path.resolve() == ours.resolve():
        raise UnusableOutput(
            f"{out}: found the schemas of the program itself; expected another folder for other schemas"
        )
    write(path, content)


def descriptor(tables: Tables, metadata: Path | None = None) -> dict[str, Any]:
    """What `datapackage.json` says of the tables."""
    about, published = read_metadata(metadata), Held(tables)
    resources = []
    for name in TABLES:
        content = b"".join(pieces_of(published, name))
        resources.append(resource_of(table_schema(name), Written(len(content), hash_of(content)), about))
    return descriptor_of(published.origin(), resources, about)


def descriptor_of(
    origin: Origin,
    resources: Sequence[Mapping[str, Any]],
    about: Mapping[str, Any],
    edition: Edition = OURS,
) -> dict[str, Any]:
    """The descriptor of a package of these resources; nothing in it comes from the clock."""
    created = {"created": f"{origin.latest.isoformat()}T00:00:00Z"} if origin.latest else {}
    whole = edition.text == "all"
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": about["name"],
        "id": about.get("id") or uuid5(NAMESPACE_URL, f"urn:summitry:{about['name']}").urn,
        "title": about["title"],
        "description": about["description"] if whole else f"{about['description']}\n\n{LEFT_OUT}",
        **{name: about[name] for name in ("homepage",) if name in about},
        "version": about["version"],
        **created,
        **edition.claims,
        "keywords": about["keywords"],
        "contributors": about["contributors"],
        "licenses": [each for name, each in about["licenses"].items() if whole or name != "text"],
        "sources": [*article_sources(origin), *about["sources"]],
        **({REMOVED_PROPERTY: list(origin.removed)} if origin.removed else {}),
        "resources": list(resources),
    }


def resource_of(
    table: Table, written: Written, about: Mapping[str, Any], edition: Edition = OURS
) -> dict[str, Any]:
    """What the descriptor says of one table."""
    licensed = LICENSED.get(table.name, ("facts",))
    held = licensed if edition.text == "all" else ("facts",)
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": path_of(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.size,
        "hash": written.hash,
        "dialect": DIALECT,
        "schema": f"schemas/{table.name}.json",
        "licenses": [about["licenses"][name] for name in held],
        "sources": [ALL_ARTICLES, *([] if "text" in licensed else about["sources"])],
    }


ALL_ARTICLES: Final = {"title": "The news articles of the table articles", "path": "data/tables/articles.csv"}


def path_of(name: str) -> str:
    """Where a table lies in its package."""
    return f"data/tables/{name}.csv"


def article_sources(origin: Origin) -> list[dict[str, str]]:
    """One source an article, or their table as one source where they are too many to list."""
    return [source_of(article) for article in origin.articles] if origin.listed else [ALL_ARTICLES]


def source_of(article: Article) -> dict[str, str]:
    """The article as a source: its title, and where it comes from if the standard can say so."""
    allowed = [path for path in (article.source, article.url) if path and can_be_path(path)]
    return {"title": article.title or article.article_id} | ({"path": allowed[0]} if allowed else {})


def address_in(source: str | None) -> str | None:
    """A source, if it is an address and no file."""
    return source if source and URL.match(source) else None


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
