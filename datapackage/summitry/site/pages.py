"""Pages from templates, in a folder that takes the place of the old site once it is whole."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from summitry.errors import UnusableOutput
from summitry.site.addresses import address, page_of, row_of, words_of
from summitry.site.naming import country_name, cut
from summitry.tables.files import BESIDE, settle, usable

MARK: Final = '<meta name="generator" content="summitry">'
"""What tells a site of ours from a folder that somebody would miss."""

PLAIN_FILES: Final = ("style.css", "site.js", "table.js", "search.js")


class Pages:
    """Where pages are written: a folder, and the templates that everything from articles is escaped in."""

    def __init__(self, folder: Path, title: str) -> None:
        self._folder = folder
        self._environment = Environment(
            loader=PackageLoader("summitry.site"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.globals |= {
            "address": address,
            "country_name": country_name,
            "cut": cut,
            "page_of": page_of,
            "row_of": row_of,
            "site_title": title,
            "words_of": words_of,
        }

    def write(self, page: str, template: str, **values: Any) -> None:  # noqa: ANN401  # what a template needs
        """Write one page; `root` leads from it to the start page."""
        root = "../" * page.count("/")
        text = self._environment.get_template(template).render(root=root, page=page, **values)
        self.put(page, text)

    def put(self, name: str, text: str) -> None:
        """Write one file."""
        path = self._folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())


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
