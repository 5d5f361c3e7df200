"""Every page is whole: what it leads to is there, and nothing of it lies elsewhere."""

import posixpath
import re
from urllib.parse import unquote, urlsplit

from summitry.schema import TABLES, table_schema
from summitry.site.addresses import column_of, page_of, words_of


def leads_somewhere(made, page, address):
    """Whether an address on a page is that of a file of the site, and of an anchor on it."""
    parts = urlsplit(address)
    assert not parts.scheme
    assert not parts.netloc
    target = (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if parts.path
        else page
    )
    assert not target.startswith("..")
    if target.endswith(".html"):
        # what stands after the mark on the page of a table is a choice of rows
        return target in made.pages and (
            not parts.fragment
            or target.startswith("tables/")
            or unquote(parts.fragment) in made.pages[target].ids
        )
    return (made.folder / target).is_file()


def test_every_address_leads_somewhere(made):
    """No link, script or style sheet is missing, and none is of another place."""
    for name, page in made.pages.items():
        for address in page.addresses:
            assert address == "data:," or leads_somewhere(made, name, address), (name, address)


def test_every_id_stands_once(made):
    """An anchor is one place."""
    for name, page in made.pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def test_every_row_of_every_table_leads_to_its_words(made):
    """A row of a table has a link to an anchor that exists, and there are as many as in the package."""
    for name in TABLES:
        rows = made.rows(name)
        assert len(rows) == len(getattr(made.tables, name))
        for row in rows:
            for _, address in row:
                assert not address or leads_somewhere(made, f"tables/{name}.html", address)
            assert "#" in row[0][1] or name in {"articles", "entities", "meetings", "participants"}


def test_every_cell_is_shown(made):
    """The files of a table hold what the package holds, in its order."""
    for name in TABLES:
        columns = [each for each in table_schema(name).field_names if each != "text"]
        shown = [[text for text, _ in row[1:]] for row in made.rows(name)]
        found = [[as_shown(getattr(row, column)) for column in columns] for row in getattr(made.tables, name)]
        # the odd rows of the tests are not in published order
        assert sorted(shown, key=repr) == sorted(found, key=repr)


def as_shown(value):
    """A value as a table of the site shows it."""
    if isinstance(value, bool):
        return str(value).lower()
    return value if value is None or isinstance(value, int | float) else str(value)


def test_every_row_in_the_text_is_linked_from_a_page(made):
    """Mentions, quotes and reports are told of below their text, and lead back to it."""
    articles = {each.paragraph_id: each.article_id for each in made.tables.paragraphs}
    for name, kind in (("mentions", "mention"), ("quotes", "quote"), ("reports", "report")):
        for row in getattr(made.tables, name):
            page = made.pages[page_of("article", articles[row.paragraph_id])]
            assert f"#{words_of(kind, getattr(row, f'{kind}_id'))}" in page.addresses


def test_nothing_comes_from_another_place(made):
    """No style, script or page asks for a file of the network, or reads one in a way that a disk forbids."""
    for path in made.folder.rglob("*"):
        if path.suffix in {".css", ".js"} and path.parent.name != "data":
            text = path.read_text(encoding="utf-8")
            assert not re.search(
                r"https?:|url\(|@import|\bfetch\(|XMLHttpRequest|^import |^export ", text, re.MULTILINE
            )
    for page in made.pages.values():
        assert not {"iframe", "img", "object", "embed", "base"} & set(page.tags)


def test_every_column_is_explained(made):
    """The codebook has an entry for each column, and the head of each column leads to it."""
    for name in TABLES:
        columns = table_schema(name).field_names
        anchors = [column_of(name, each) for each in columns]
        assert set(anchors) <= set(made.pages["codebook.html"].ids)
        assert {f"../codebook.html#{each}" for each in anchors} <= set(
            made.pages[f"tables/{name}.html"].addresses
        )


def test_every_file_is_known_to_a_page(made):
    """There is no page that one cannot come to, and no table that is missing."""
    assert {f"tables/{name}.html" for name in TABLES} <= made.pages.keys()
    start = [posixpath.normpath(each) for each in made.pages["index.html"].addresses if "#" not in each]
    assert {f"tables/{name}.html" for name in TABLES} <= set(start)
