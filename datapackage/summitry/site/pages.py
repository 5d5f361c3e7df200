"""Pages from templates, in a folder that takes the place of the old site once it is whole."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from summitry.errors import UnusableOutput
from summitry.site.addresses import address, column_of, page_of, row_of, words_of
from summitry.site.naming import coded, country_name, cut
from summitry.site.prose import paragraph_html, rows_html, seen, value, why, words
from summitry.tables.files import BESIDE, settle, usable

MARK: Final = '<meta name="generator" content="summitry">'
"""What tells a site of ours from a folder that somebody would miss."""

TOP: Final = {
    "index.html": "Start",
    "tables/articles.html": "Articles",
    "tables/meetings.html": "Meetings",
    "tables/entities.html#sort=-mention_count": "People and things",
    "tables/quotes.html": "Quotes",
    "countries.html": "Countries",
    "tables.html": "Tables",
    "codebook.html": "Codebook",
    "search.html": "",
}
"""Pages that the top of every page leads to, and the search, which has a field of its own."""

TOPPED: Final = {address.partition("#")[0] for address in TOP}
"""The same without what is chosen there: who is named most comes first."""

PLAIN_FILES: Final = ("style.css", "site.js", "table.js", "search.js")

FOLDERS: Final = ("article", "country", "data", "entity", "meeting")
"""Where pages and rows lie, beside those of `TOP`."""

OF_SYSTEMS: Final = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What a system leaves in a folder that somebody looked into: nobody misses it."""

OURS: Final = {page.partition("/")[0] for page in TOPPED}.union(PLAIN_FILES, FOLDERS, OF_SYSTEMS)
"""What can lie in a site and go with it."""


class Pages:
    """Where pages are written: a folder, and the templates that everything from articles is escaped in."""

    def __init__(self, folder: Path, title: str) -> None:
        self.folder = folder
        self.title = title
        self._made: set[str] = set()
        self._tops: dict[tuple[str, str], Markup] = {}
        self._environment = Environment(
            loader=PackageLoader("summitry.site"),
            auto_reload=False,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.globals |= {
            "address": address,
            "coded": coded,
            "column_of": column_of,
            "country_name": country_name,
            "cut": cut,
            "page_of": page_of,
            "paragraph_html": paragraph_html,
            "row_of": row_of,
            "rows_html": rows_html,
            "seen": seen,
            "site_title": title,
            "value": value,
            "why": why,
            "words": words,
            "words_of": words_of,
        }

    def write(self, page: str, template: str, **values: Any) -> None:  # noqa: ANN401  # what a template needs
        """Write one page; `root` leads from it to the start page."""
        root = "../" * page.count("/")
        top = self.top(root, page if page in TOPPED else "")
        text = self._environment.get_template(template).render(root=root, page=page, top=top, **values)
        self.put(page, text)

    def top(self, root: str, page: str) -> Markup:
        """What stands above each page, the same on nearly all of them."""
        if (root, page) not in self._tops:
            text = self._environment.get_template("top.html").render(
                root=root, page=page, places=[(place, name) for place, name in TOP.items() if name]
            )
            self._tops[root, page] = Markup(text)  # noqa: S704  # of a template that escapes
        return self._tops[root, page]

    def put(self, name: str, text: str) -> None:
        """Write one file."""
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            (self.folder / folder).mkdir(exist_ok=True)
            self._made.add(folder)
        # among tens of thousands of small files each call to the system counts
        with Path(f"{self.folder}/{name}").open("wb", buffering=0) as file:
            file.write(text.encode())


@contextmanager
def pages_in(out: Path, title: str) -> Iterator[Pages]:
    """A place for pages, which becomes the folder `out` as a whole or not at all."""
    part, old = (out.with_name(f".{out.name}{ending}") for ending in (BESIDE, ".old"))
    try:
        with usable(out):
            # what a killed run has left
            if old.exists() and not out.exists():
                old.rename(out)
            for left in (part, old):
                shutil.rmtree(left, ignore_errors=True)
            part.mkdir(parents=True)
            pages = Pages(part, title)
            for name in PLAIN_FILES:
                pages.put(name, files("summitry.site").joinpath(name).read_text(encoding="utf-8"))
            yield pages
            move_in(part, out, old)
        settle(out.parent)
    finally:
        for left in (part, old):
            shutil.rmtree(left, ignore_errors=True)


def move_in(part: Path, out: Path, old: Path) -> None:
    """Put a folder into its place; what was there goes aside, and comes back if that cannot be done."""
    if out.exists():
        os.replace(out, old)  # noqa: PTH105  # as with files: the call that POSIX promises to be atomic
    try:
        os.replace(part, out)  # noqa: PTH105  # the same
    except OSError:
        if old.exists():
            old.rename(out)
        raise


def expect_replaceable(out: Path) -> None:
    """Stop where something lies that is no site of ours."""
    if not out.exists():
        return
    start = out / "index.html"
    ours = start.is_file() and MARK in start.read_text(encoding="utf-8", errors="replace")
    if not out.is_dir() or (any(out.iterdir()) and not ours):
        raise UnusableOutput(
            f"{out}: found something else; expected no folder, an empty one or an older site"
        )
    if more := sorted(each.name for each in out.iterdir() if each.name not in OURS):
        raise UnusableOutput(
            f"{out}: found “{more[0]}” in an older site, which is replaced as a whole; "
            "expected nothing but its pages"
        )
