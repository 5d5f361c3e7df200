"""No false alarm: of packages made at random that keep every promise, nothing is said."""

import os
from dataclasses import replace

import pytest

from made_package import made_tables, write_large, write_made
from summitry.manifest import MANIFEST
from summitry.package import write_package
from summitry.schema import TABLES, table_schema
from summitry.validate import validate

PACKAGES = int(os.environ.get("SUMMITRY_PACKAGES", "200"))
"""How many packages; `.ci/run` asks for more."""

GROUPS = 8
ROWS = 3_000


def alarms(path):
    """What is said of a package, and what could not be checked."""
    report = validate(path)
    return [*map(str, report), *map(str, report.skipped)]


@pytest.mark.parametrize("group", range(GROUPS))
def test_there_is_no_false_alarm(tmp_path, group):
    """Of no valid package anything is said, and every check is made."""
    for seed in range(group, PACKAGES, GROUPS):
        found = alarms(write_made(tmp_path / str(seed), seed, articles=1 + seed % 4))
        assert not found, f"seed {seed}: {len(found)} alarms, the first {found[0]}"


def test_a_package_without_articles_lacks_its_day_alone(tmp_path):
    """Ten tables of no rows keep every promise, but no release was made on any day."""
    (found,) = alarms(write_made(tmp_path, 0, articles=0))
    assert "created" in found


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Lukáš’s visit", id="a name on a-s with marks, possessive"),
        pytest.param("“Dobrý den, Tomáš”", id="the same before a closing mark"),
        pytest.param("Nestlé®’s offer", id="a trade mark, possessive"),
        pytest.param("می‌خواهم", id="Persian, with a non-joiner"),
        pytest.param("The 👨‍👩‍👧 of the year", id="an emoji of several"),
        pytest.param("അവന്‍ വന്നു", id="Malayalam, a word that ends with a joiner"),
        pytest.param("क्‍ष", id="Hindi, a half letter"),
        pytest.param("❤️‍🔥 and 🏴‍☠️ and 🧑🏽‍🤝‍🧑🏻", id="emoji with variations and tones"),
        pytest.param(
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", id="the flag of Scotland"
        ),
        pytest.param("⠃⠗⠀⠇⠇", id="Braille with a space"),
        pytest.param("«Está»… «Papá»’ 100 ₫", id="letters of Spanish before marks"),
        pytest.param("Ančáš’s and Lukáš™’s", id="a mark on the letter before as well"),
        pytest.param('"', id="one quotation mark"),
        pytest.param('", "" ,"', id="nothing but what CSV is made of"),
        pytest.param("1984", id="figures"),
        pytest.param("Élysée… déjà ½", id="signs that Windows shows for bytes"),
        pytest.param("ÅÄÖ ÃO ÐÑ ×ØÙ", id="letters that begin what was misread"),
    ],
)
def test_sound_text_is_no_alarm(tmp_path, title):
    """What an article can well say is copied without a word."""
    tables = made_tables(0, 1)
    articles = tuple(replace(row, title=title) for row in tables.articles)
    assert not alarms(write_package(tables._replace(articles=articles), tmp_path))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(".", id="the folder"),
        pytest.param("../a b.txt", id="a file outside, with a space"),
        pytest.param("C:\\news\\a.txt", id="a path of Windows"),
        pytest.param("https://[::1", id="half an address"),
        pytest.param("a" * 5000 + "/b.txt", id="a long path"),
    ],
)
def test_any_source_is_let_be(tmp_path, source):
    """Where an article came from is no file of the package unless one lies there."""
    tables = made_tables(0, 1)
    articles = tuple(replace(row, source=source) for row in tables.articles)
    assert not alarms(write_package(tables._replace(articles=articles), tmp_path))


def test_a_large_package_is_valid(tmp_path):
    """The package of the benchmark keeps every promise over several blocks, and has as many rows as asked."""
    report = validate(write_large(tmp_path, ROWS, 1, block=7))
    assert not list(report)
    assert not report.skipped
    assert sum(report.rows.values()) == pytest.approx(ROWS, rel=0.2)
    assert (tmp_path / MANIFEST).is_file()


def test_a_large_package_can_be_broken(tmp_path):
    """As many rows are broken as the benchmark asks for, and nothing else is."""
    report = validate(write_large(tmp_path, ROWS, 1, broken=200, block=7))
    assert {(each.table, each.column, each.rule) for each in report} == {("mentions", "form", "enum")}
    assert len(list(report)) == pytest.approx(200, rel=0.1)


def test_the_packages_are_of_every_kind():
    """Somewhere each column is filled, each that may be empty is, and each word of a list is used."""
    made = [made_tables(seed, 3) for seed in range(80)]
    for name in TABLES:
        for field in table_schema(name).fields:
            values = {getattr(row, field.name) for tables in made for row in getattr(tables, name)}
            assert len(values) > 1, (name, field.name)
            assert field.required or None in values, (name, field.name)
            assert set(field.enum) <= values, (name, field.name)
        assert not all(getattr(tables, name) for tables in made) or name in {"articles", "paragraphs"}, name


def test_a_seed_gives_the_same_tables():
    """A failure can be looked at again."""
    assert made_tables(7, 3) == made_tables(7, 3) != made_tables(8, 3)
