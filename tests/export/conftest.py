"""Packages to export, among them one whose text looks like everything but text."""

from dataclasses import replace

import psycopg
import pytest

from sound_tables import sound_tables
from summitry.package import write_package
from summitry.rows import Article, Entity
from summitry.schema import table_schema

LOOKS_LIKE_ELSE = [
    "=cmd|' /C calc'!A0", "{=1+1}", "+1", "-2", "@SUM(A1)", "1e5", "007", "0x1F", "TRUE", "NA", "null",
    "None", "2019-05-14", "1/2", "12:30", "https://news.example/?a=1&b=2", "mailto:a@b.example",
    "internal:quotes!A1", "#N/A", "'leading mark", '"', '""', "a,b;c\td", "\\.", "\\N", "<r>bold</r>",
    "<t>&amp;</t>", "_x0041_", "%s", "“Ōsaka”, Łódź, Δ, Москва, 東京, 🚂", "e\u0301", "a\u00a0b", "$1",
    "it's; DROP TABLE quotes; --", "a" * 32_767, "🚂" * 16_383,
]  # fmt: skip
"""Titles that a careless export would take for a formula, a number, a date, a null, a link or markup."""

NAMES = ["1e5", "007x", "=1+1", "-2x", "x" * 200]
"""Ids of the same kind."""


def awkward_tables():
    """Tables that keep every schema and every key, in words that are easily taken for something else."""
    tables = sound_tables()
    [day] = {article.published_on for article in tables.articles[:1]}
    articles = [
        Article(
            f"odd-{number:02}",
            None,
            f"{number:064x}",
            day,
            text,
            None,
            None,
            None,
            None,
            "en",
            1,
            1,
            0,
            f"odd-{number:02}",
        )
        for number, text in enumerate(LOOKS_LIKE_ELSE)
    ]
    early = replace(articles[0], article_id="early", sha256="e" * 64, published_on=day.replace(year=1899))
    late = replace(articles[0], article_id="late", sha256="f" * 64, published_on=day.replace(year=9999))
    named = [Entity(name, name, "person", None, None, None, None, 1, 1) for name in NAMES]
    return tables._replace(
        articles=(*tables.articles, *articles, early, late), entities=(*tables.entities, *named)
    )


@pytest.fixture
def package(tmp_path):
    """A package of CSV files that keeps every promise."""
    return write_package(sound_tables(), tmp_path / "package").parent


@pytest.fixture
def awkward(tmp_path):
    """A package of CSV files whose text looks like something else."""
    return write_package(awkward_tables(), tmp_path / "awkward").parent


@pytest.fixture
def cells_of():
    """From the rows of a table to their values, in the order of the columns."""
    return lambda name, rows: [
        tuple(getattr(row, column) for column in table_schema(name).field_names) for row in rows
    ]


@pytest.fixture
def breaks():
    """From a package, a table, some bytes and others to the package in which they stand instead, once."""

    def changed(package, table, old, new):
        path = package / "data" / "tables" / f"{table}.csv"
        content = path.read_bytes()
        assert old in content
        path.write_bytes(content.replace(old, new, 1))
        return package

    return changed


@pytest.fixture(scope="session")
def server():
    """The address of the PostgreSQL server that the environment tells of (`PGHOST` and so on)."""
    address = "postgresql://"
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.Error as error:
        pytest.skip(f"no PostgreSQL server is reachable: {str(error).splitlines()[0]}")
    return address


@pytest.fixture
def schema(server):
    """A name for a schema of a test, which is gone afterwards."""
    name = 'of a "test" of summitry'
    drop = b'DROP SCHEMA IF EXISTS "of a ""test"" of summitry" CASCADE'
    with psycopg.connect(server) as connection:
        connection.execute(drop)
    yield name
    with psycopg.connect(server) as connection:
        connection.execute(drop)
