"""A site is written whole or not at all, the same each time, under names that hold everywhere."""

import json
import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dying import die
from odd_package import ODD
from small_package import small_tables
from summitry.errors import InvalidTables, LostWorkers, UnusableOutput
from summitry.package import write_package
from summitry.paths import RESERVED, SAFE, name_of
from summitry.site import site
from summitry.site.addresses import page_of, words_of
from summitry.site.search import words_in


def files(folder):
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def package(tmp_path):
    """A small package."""
    return write_package(small_tables(), tmp_path / "package").parent


def test_the_same_package_gives_the_same_bytes(made, tmp_path):
    """A site depends on its package and on nothing else."""
    assert files(site(made.package, tmp_path / "again").parent) == files(made.folder)


def test_several_processes_write_the_same_bytes(made, tmp_path, monkeypatch):
    """Who writes which page does not matter."""
    monkeypatch.setattr("summitry.site.shares.SITE_SHARE_PAGES", 2)
    assert files(site(made.package, tmp_path / "two", workers=2).parent) == files(made.folder)


def test_a_fault_in_another_process_is_told(tmp_path):
    """It is the same fault as in this one, and nothing is left behind."""
    tables = small_tables()
    reason = replace(tables.evidence[-1], table="quotes", row_id="nobody-said")
    package = write_package(tables._replace(evidence=(reason,)), tmp_path / "package").parent
    with pytest.raises(InvalidTables, match="nobody-said"):
        site(package, tmp_path / "site", workers=2)
    assert {path.name for path in tmp_path.iterdir()} == {"package"}


def test_a_process_that_dies_ends_the_work(package, tmp_path, monkeypatch):
    """One line says what was found; the older site stays."""
    folder = site(package, tmp_path / "site").parent
    before = files(folder)
    monkeypatch.setattr("summitry.site.shares.WHOLE", (die,))
    with pytest.raises(LostWorkers, match="one died"):
        site(package, folder, workers=2)
    assert files(folder) == before


def test_an_older_site_is_replaced_as_a_whole(package, tmp_path):
    """No page of an older package stays, and nothing is left beside."""
    folder = site(package, tmp_path / "site").parent
    (folder / "article" / "older.html").write_text("old", encoding="utf-8")
    site(package, folder)
    assert "article/older.html" not in files(folder)
    assert {path.name for path in tmp_path.iterdir()} == {"package", "site"}


def test_a_folder_of_something_else_is_refused(package, tmp_path):
    """Nobody's files are taken for an older site, least of all the package."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("<p>my own page", encoding="utf-8")
    for out in (tmp_path / "mine", package, tmp_path / "mine" / "index.html"):
        with pytest.raises(UnusableOutput):
            site(package, out)
    assert (tmp_path / "mine" / "index.html").read_text(encoding="utf-8") == "<p>my own page"


@pytest.mark.parametrize("name", ["CNAME", ".git/config"])
def test_what_somebody_put_into_a_site_is_not_lost(package, tmp_path, name):
    """Whoever publishes from the folder is told what would go with it."""
    folder = site(package, tmp_path / "site").parent
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("mine", encoding="utf-8")
    before = files(folder)
    with pytest.raises(UnusableOutput, match=f"found “{name.partition('/')[0]}” in an older site"):
        site(package, folder)
    assert files(folder) == before


def test_what_a_system_leaves_in_a_folder_does_not_matter(package, tmp_path):
    """A site that somebody looked at can be written again."""
    folder = site(package, tmp_path / "site").parent
    (folder / ".DS_Store").write_bytes(b"Bud1")
    assert ".DS_Store" not in files(site(package, folder).parent)


def test_what_fails_leaves_the_older_site(package, tmp_path, monkeypatch):
    """A site that could not be written leaves the one that was there."""
    folder = site(package, tmp_path / "site").parent
    before = files(folder)
    monkeypatch.setattr(
        "summitry.site.shares.WHOLE", (lambda *_: (_ for _ in ()).throw(OSError(28, "disk full")),)
    )
    with pytest.raises(UnusableOutput):
        site(package, folder)
    assert files(folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"package", "site"}


def test_a_descriptor_and_a_zip_are_packages_too(package, tmp_path):
    """Where a package lies does not matter."""
    assert files(site(package / "datapackage.json", tmp_path / "one").parent) == files(
        site(package, tmp_path / "two").parent
    )


def test_a_package_without_the_words_of_its_articles_has_all_its_anchors(tmp_path):
    """Where the text is not there, a row still leads to its paragraph."""
    tables = small_tables()
    blank = tables._replace(paragraphs=tuple(replace(each, text="–") for each in tables.paragraphs))
    folder = site(write_package(blank, tmp_path / "package").parent, tmp_path / "site").parent
    for row in tables.mentions:
        article = next(each.article_id for each in tables.paragraphs if each.paragraph_id == row.paragraph_id)
        text = (folder / page_of("article", article)).read_text(encoding="utf-8")
        assert f'<span id="{words_of("mention", row.mention_id)}" class="anchor"></span>' in text


def test_a_reason_for_a_row_that_is_not_there_is_told(tmp_path):
    """A package that breaks its promises is refused in one line, not in a dead link."""
    tables = small_tables()
    reason = replace(tables.evidence[-1], table="quotes", row_id="nobody-said")
    package = write_package(tables._replace(evidence=(reason,)), tmp_path / "package").parent
    with pytest.raises(InvalidTables, match="nobody-said"):
        site(package, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_move_that_fails_brings_the_older_site_back(package, tmp_path, monkeypatch):
    """The old site is gone only once the new one is in its place."""
    folder = site(package, tmp_path / "site").parent
    before = files(folder)
    move = os.replace
    monkeypatch.setattr("os.replace", lambda *paths: nth_fails(next(count), move, *paths))
    count = iter(range(1, 10))
    with pytest.raises(UnusableOutput):
        site(package, folder)
    assert files(folder) == before


def nth_fails(number, move, *paths):
    """Move, but not the third time: after the database and the older site comes the new one."""
    if number == 3:
        raise OSError(28, "disk full")
    move(*paths)


def test_odd_ids_have_names_that_hold_everywhere():
    """No two ids share a name on any file system, and none is a device or too long."""
    names = [name_of(key) for key in ODD]
    assert len({name.lower() for name in names}) == len(ODD)
    for name in names:
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_~")
        assert len(name) <= 100
        assert not RESERVED.fullmatch(name)


@given(st.text(min_size=1), st.text(min_size=1))
def test_names_are_as_different_as_ids(one, other):
    """Two ids have one name only if they are one."""
    assert (name_of(one) == name_of(other)) == (one == other)


def test_a_plain_id_is_its_own_name():
    """An address can be read by people where that is possible."""
    assert page_of("meeting", "2019-05-14-oslo-erik-dahl") == "meeting/2019-05-14-oslo-erik-dahl.html"
    assert SAFE.fullmatch("a")


def test_files_of_rows_are_of_bounded_size(made, monkeypatch, tmp_path):
    """However many rows there are, no file of them is much larger than its limit."""
    monkeypatch.setattr("summitry.site.parts.SITE_PART_BYTES", 2_000)
    folder = site(made.package, tmp_path / "site").parent
    for path in (folder / "data").iterdir():
        assert path.stat().st_size < 2_200 or path.read_text(encoding="utf-8").count("\n") == 3, path.name


def test_every_word_of_an_article_finds_it(made):
    """The index, put together again, has each word of each article."""
    index = {}
    for path in sorted((made.folder / "data").glob("words-*.js")):
        for word, *steps in json.loads(path.read_text(encoding="utf-8").partition("] = ")[2].rstrip(";\n")):
            index[word] = {sum(steps[: place + 1]) for place in range(len(steps))}
    addresses = [each[3] for each in made.found()]
    for row in made.tables.paragraphs:
        for word in words_in(row.text):
            assert addresses.index(page_of("article", row.article_id)) in index[word]


@pytest.mark.skipif(os.name == "nt", reason="no permissions to take away")
def test_a_place_that_cannot_be_written_is_told(package, tmp_path):
    """One line says what is wrong with the place."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnusableOutput):
        site(package, tmp_path / "file" / "site")
