"""Every format: whole files, and what no byte may do to a reader."""

import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_formats import FIXTURES, mutated, read
from summitry.page import Dispatch
from summitry.read import files, read_articles
from summitry.read.formats import FORMATS, PAGES
from summitry.read.listing import SUFFIXES
from summitry.read.unfit import Unfit

NO_ARTICLE = {"index.html", "login.html", "paywall.html", "video.html"}
"""Pages that hold no article, or only its beginning."""


def test_every_format_is_read_from_files():
    """What has a reader is found in folders."""
    assert set(FORMATS) <= set(SUFFIXES)
    assert set(FORMATS) <= set(files.COLLECTIONS)
    assert set(PAGES) < set(FORMATS)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_whole_files_give_articles(path):
    """Each file gives at least one article with day, title and text, except those that hold none."""
    found = [one for one in read(path.read_bytes(), path.suffix) if isinstance(one, Dispatch)]
    assert bool(found) == (path.name not in NO_ARTICLE)
    for article in found:
        assert article.published_on
        assert article.title
        assert len(article.passages) > 1
        assert not any("Reporting by" in passage.text for passage in article.passages)


def test_files_and_readers_agree():
    """A folder of every format gives the articles of its files, in the order of their paths."""
    folder = FIXTURES[0].parent
    told = [one.article_id for one in read_articles([folder]) if isinstance(one, Dispatch)]
    paths = [path for path in FIXTURES if path.parent == folder]
    assert told == [
        one.article_id
        for path in paths
        for one in read(path.read_bytes(), path.suffix)
        if isinstance(one, Dispatch)
    ]


def holds(raw, suffix, *, for_tables):
    """Whether a reader gives nothing but articles and refusals, and origins inside the text."""
    try:
        for record in FORMATS[suffix](BytesIO(raw), f"in{suffix}", for_tables=for_tables):
            assert isinstance(record.article, Dispatch | Unfit)
    except Unfit as unfit:
        assert "\n" not in str(unfit.refusal("in"))  # noqa: PT017  # any other error is a failure


@settings(max_examples=30, deadline=None)
@given(raw=st.binary(max_size=400), for_tables=st.booleans())
@pytest.mark.parametrize("suffix", FORMATS)
def test_random_bytes_break_no_reader(suffix, raw, for_tables):
    """Whatever the bytes, there are articles or refusals of one line."""
    holds(raw, suffix, for_tables=for_tables)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32), for_tables=st.booleans())
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_broken_files_break_no_reader(path, seed, for_tables):
    """The same of whole files with damage."""
    holds(mutated(path.read_bytes(), random.Random(seed)), path.suffix, for_tables=for_tables)  # noqa: S311  # no secret


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_reading_twice_gives_the_same(path):
    """No cache and no order of a set has a say."""
    raw = path.read_bytes()
    assert [str(one) for one in read(raw, path.suffix)] == [str(one) for one in read(raw, path.suffix)]


PILES = [
    pytest.param(".html", b"<div>" * 50_000, "elements", id="elements without end"),
    pytest.param(
        ".html", b"<p " + b" ".join(b"a%d" % n for n in range(5000)) + b">", "attributes", id="attributes"
    ),
    pytest.param(".xml", b"<rss>" + b"<a>" * 5000, "within 100 others", id="elements in elements"),
    pytest.param(".xml", b"<rss>" + b"<a/>" * 300_000, "elements without an article", id="empty elements"),
    pytest.param(
        ".xml", b"<rss><item><title>" + b"a" * 5_100_000, "5,000,000 bytes", id="a text without end"
    ),
    pytest.param(
        ".xml",
        b'<!DOCTYPE a [<!ENTITY b "cc">]><rss><item>&b;</item></rss>',
        "entities",
        id="an entity of its own",
    ),
    pytest.param(
        ".xml",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><rss>&b;</rss>',
        "entities",
        id="a foreign file",
    ),
    pytest.param(".json", b"[" * 100_000, "nesting beyond all bounds", id="lists in lists"),
    pytest.param(".sgm", b"<REUTERS>" + b"a\n" * 2_600_000, "without an end", id="a record without end"),
    pytest.param(
        ".mht",
        b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)),
        "cannot be told apart",
        id="parts in parts",
    ),
]


@pytest.mark.parametrize(("suffix", "raw", "found"), PILES)
def test_what_would_fill_the_memory_is_refused(suffix, raw, found):
    """Piles of anything end in one line."""
    (line,) = read(raw, suffix)
    assert found in line
