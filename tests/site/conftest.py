"""Sites to look at, and their pages as a browser takes them apart."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from browser import chromium, tab
from odd_package import odd_tables
from small_package import small_tables
from sound_tables import sound_tables
from summitry.package import write_package
from summitry.rows import NO_ROWS
from summitry.schema import table_schema
from summitry.site import site
from summitry.site.tables import spelled


@dataclass
class Page(HTMLParser):
    """One page: its ids, its addresses, and the text of its paragraphs by the rows that lie in it."""

    ids: list = field(default_factory=list)
    addresses: list = field(default_factory=list)
    tags: list = field(default_factory=list)
    text: dict = field(default_factory=dict)
    inside: dict = field(default_factory=dict)
    _paragraph: str | None = None
    _rows: tuple = ()

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        """Note what a tag says."""
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.addresses += [found[name] for name in ("href", "src", "action") if name in found]
        if tag == "p" and found.get("class") == "text":
            self._paragraph = found["id"]
            self.text[self._paragraph] = ""
        if self._paragraph and "data-rows" in found:
            self._rows = tuple(found["data-rows"].split())

    def handle_data(self, data):
        """Note the text of a paragraph, and whose it is."""
        if self._paragraph:
            self.text[self._paragraph] += data
            for row in self._rows:
                self.inside[row] = self.inside.get(row, "") + data

    def handle_endtag(self, tag):
        """Note where a stretch or a paragraph ends."""
        if tag in {"mark", "span"}:
            self._rows = ()
        if tag == "p":
            self._paragraph = None


def parsed(path):
    """A page taken apart."""
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def listed(folder, name):
    """The items that the files of a list hold."""
    items = []
    for path in sorted((folder / "data").glob(f"{name}-*.js")):
        items += json.loads(path.read_text(encoding="utf-8").partition("] = ")[2].rstrip(";\n"))
    return items


TABLES = {"small": small_tables(), "sound": sound_tables(), "odd": odd_tables(), "empty": NO_ROWS}


@dataclass(frozen=True)
class Made:
    """A site, and the tables that it was made of."""

    tables: object
    package: object
    folder: object
    pages: dict

    def found(self):
        """What the search can show, in its order."""
        return listed(self.folder, "found")

    def rows(self, name):
        """The rows of a table as the site lists them: the text and the address of each cell."""
        fields = [each for each in table_schema(name).fields if each.name != "text"]
        return [list(spelled(row, name, fields)) for row in listed(self.folder, name)]


@pytest.fixture(scope="session", params=TABLES)
def made(request, tmp_path_factory):
    """A site of each kind of package."""
    folder = tmp_path_factory.mktemp(request.param)
    tables = TABLES[request.param]
    package = write_package(tables, folder / "package").parent
    start = site(package, folder / "site")
    pages = {path.relative_to(start.parent).as_posix(): parsed(path) for path in start.parent.rglob("*.html")}
    return Made(tables, package, start.parent, pages)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A site on the disk."""
    made = tmp_path_factory.mktemp("browser")
    return site(write_package(sound_tables(), made / "package").parent, made / "site").parent


@pytest.fixture(scope="module")
def running():
    """A browser."""
    with chromium() as found:
        yield found


@pytest.fixture
def go(running, folder):
    """A way to open a page of the site; nothing may have gone wrong at the end."""
    with tab(running) as page:
        yield lambda address: page.goto(f"{folder.as_uri()}/{address}") and page
