"""A package says what it holds, passes the reference checks, and is old or new at any moment."""

import errno
import hashlib
import json
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from frictionless import validate
from jsonschema import Draft7Validator

from small_package import files, nth, shuffled, small_tables
from summitry import package as module
from summitry.errors import UnreadableInput, UnusableOutput
from summitry.package import descriptor, read_metadata, source_of, write_package
from summitry.rows import Tables
from summitry.schema import TABLES, schemas_folder, table_schema
from summitry.tables import files as writing

PROFILE = Path(module.__file__).parent / "profiles" / "datapackage-2.0.json"


def disagreeing(out):
    """The tables whose bytes are not those that the descriptor says."""
    found = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    return [
        resource["name"]
        for resource in found["resources"]
        if resource["hash"] != f"sha256:{hashlib.sha256((out / resource['path']).read_bytes()).hexdigest()}"
    ]


@pytest.fixture
def built(tmp_path):
    """A small package on the disk."""
    write_package(small_tables(), tmp_path / "out")
    return tmp_path / "out"


def test_holds_tables_schemas_and_descriptor(built):
    """A package is complete by itself, and nothing else is left in its folder."""
    expected = {"datapackage.json", "manifest.json"}
    expected |= {f"data/tables/{name}.csv" for name in TABLES} | {f"schemas/{name}.json" for name in TABLES}
    assert {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()} == expected
    for name in TABLES:
        schema = f"{name}.json"
        assert (built / "schemas" / schema).read_bytes() == (schemas_folder() / schema).read_bytes()


def test_frictionless_finds_nothing(built):
    """The reference implementation finds the package valid, with hashes, keys and types."""
    report = validate(str(built / "datapackage.json"))
    assert report.valid, report.flatten(["title", "fieldName", "message"])
    assert [task.stats["rows"] for task in report.tasks] == [len(rows) for rows in small_tables()]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param("data/tables/quotes.csv", "reporters", "reporter5", id="another byte"),
        pytest.param(
            "data/tables/speakers.csv", "kari-solheim", "kari-sunheim", id="a key that leads nowhere"
        ),
        pytest.param("data/tables/meetings.csv", "talks,held", "chats,held", id="a value of no list"),
    ],
)
def test_frictionless_finds_faults(built, path, old, new):
    """The descriptor says enough for others to find what was changed."""
    content = (built / path).read_text(encoding="utf-8")
    assert old in content
    (built / path).write_text(content.replace(old, new, 1), encoding="utf-8")
    assert not validate(str(built / "datapackage.json")).valid


def test_passes_the_official_profile():
    """The descriptor is one by the standard, with its schemas as paths and as objects."""
    profile = Draft7Validator(json.loads(PROFILE.read_text(encoding="utf-8")))
    found = descriptor(small_tables())
    assert not list(profile.iter_errors(found))
    for resource in found["resources"]:
        resource["schema"] = dict(table_schema(resource["name"]).descriptor)
    assert not list(profile.iter_errors(found))


def test_the_profile_is_no_rubber_stamp():
    """A package without resources, or with a path out of it, breaks the profile."""
    profile = Draft7Validator(json.loads(PROFILE.read_text(encoding="utf-8")))
    found = descriptor(small_tables())
    found["resources"][0]["path"] = "/tables/articles.csv"
    assert list(profile.iter_errors(found))
    assert list(profile.iter_errors({"name": "x"}))


def test_the_descriptor_on_disk_is_the_one_computed(built):
    """What is written is what `descriptor` says, as JSON that a person can read."""
    content = (built / "datapackage.json").read_text(encoding="utf-8")
    assert json.loads(content) == descriptor(small_tables())
    assert content.startswith('{\n  "$schema"')
    assert content.endswith("}\n")
    assert not disagreeing(built)


def test_every_table_says_all_of_its_form():
    """No reader has to guess: form, size, hash, dialect, schema, licence and source of every table."""
    for name, resource in zip(TABLES, descriptor(small_tables())["resources"], strict=True):
        assert resource["name"] == name
        assert resource["type"] == "table"
        assert resource["path"] == f"data/tables/{name}.csv"
        assert resource["schema"] == f"schemas/{name}.json"
        assert (resource["format"], resource["mediatype"], resource["encoding"]) == (
            "csv",
            "text/csv",
            "utf-8",
        )
        assert re.fullmatch("sha256:[0-9a-f]{64}", resource["hash"])
        assert resource["bytes"] > 0
        dialect = resource["dialect"]
        assert (dialect["delimiter"], dialect["lineTerminator"], dialect["quoteChar"]) == (",", "\n", '"')
        assert resource["licenses"]
        assert resource["sources"]
        assert resource["title"]
        assert resource["description"]


def test_words_of_articles_are_not_given_away():
    """Tables with text of the articles say that it is their publishers'; facts are free."""
    found = descriptor(small_tables())
    names = {each["name"]: [licence["name"] for licence in each["licenses"]] for each in found["resources"]}
    assert names.pop("paragraphs") == ["other-closed"]
    for name in ("articles", "quotes", "reports", "evidence"):
        assert names.pop(name) == ["CC0-1.0", "other-closed"]
    assert set(map(tuple, names.values())) == {("CC0-1.0",)}
    assert [each["name"] for each in found["licenses"]] == ["CC0-1.0", "other-closed"]


def test_knowledge_is_credited():
    """What the entities are linked with is named with its licence."""
    titles = " ".join(each["title"] for each in descriptor(small_tables())["sources"])
    for credit in ("Wikidata (CC0", "GeoNames (CC BY 4.0)", "Archigos", "REIGN"):
        assert credit in titles


ARTICLE = small_tables().articles[1]


@pytest.mark.parametrize(
    ("changes", "source"),
    [
        pytest.param(
            {},
            {"title": 'A "new", fast railway', "path": "data/raw/oslo-talks.txt"},
            id="file of the package",
        ),
        pytest.param(
            {"title": None, "source": "x.txt"}, {"title": "oslo-talks", "path": "x.txt"}, id="no title"
        ),
        pytest.param(
            {"source": "/home/ann/x.txt", "title": "T"},
            {"title": "T", "path": "https://news.example/oslo-talks"},
            id="file outside, so the address",
        ),
        pytest.param(
            {"source": "../x.txt", "url": None, "title": "T"}, {"title": "T"}, id="neither is allowed"
        ),
        pytest.param({"source": "a/../x", "url": None, "title": "T"}, {"title": "T"}, id="way out inside"),
        pytest.param({"source": "file:x.txt", "url": None, "title": "T"}, {"title": "T"}, id="file address"),
        pytest.param({"source": "a\\x.txt", "url": None, "title": "T"}, {"title": "T"}, id="other slashes"),
        pytest.param({"source": None, "url": None, "title": "T"}, {"title": "T"}, id="nothing known"),
    ],
)
def test_articles_are_sources(changes, source):
    """Each article is named, with a path only where the standard allows it."""
    article = replace(ARTICLE, **changes)
    assert source_of(article) == source
    found = descriptor(Tables((article,), *[()] * (len(TABLES) - 1)))
    assert found["sources"][0] == source
    assert not list(Draft7Validator(json.loads(PROFILE.read_text(encoding="utf-8"))).iter_errors(found))


def test_very_many_articles_are_one_source(monkeypatch):
    """A descriptor stays readable: more articles than anyone reads are named by their table."""
    monkeypatch.setattr(module, "MAX_LISTED_SOURCES", 1)
    assert descriptor(small_tables())["sources"][0]["path"] == "data/tables/articles.csv"


def test_nothing_comes_from_the_clock():
    """The package is as old as its latest article; without articles it says nothing."""
    assert descriptor(small_tables())["created"] == "2019-05-15T00:00:00Z"
    assert "created" not in descriptor(Tables(*[()] * len(TABLES)))
    assert date.today().isoformat() not in json.dumps(descriptor(small_tables()))  # noqa: DTZ011  # any zone


def test_the_id_follows_the_name(tmp_path):
    """One name, one id, on every machine."""
    ours = descriptor(small_tables())["id"]
    assert ours == "urn:uuid:aa99204a-f9e8-5d9a-991c-45a68febd977"
    path = tmp_path / "mine.json"
    path.write_text('{"name": "mine"}', encoding="utf-8")
    assert descriptor(small_tables(), path)["id"] != ours


def test_a_user_speaks_for_their_package(tmp_path):
    """What a file of metadata says stands in the place of ours, and the rest stays."""
    path = tmp_path / "mine.json"
    mine = {"name": "mine", "homepage": "https://ann.example", "licenses": {"text": {"name": "CC-BY-4.0"}}}
    path.write_text(json.dumps(mine), encoding="utf-8")
    found = descriptor(small_tables(), path)
    assert (found["name"], found["homepage"]) == ("mine", "https://ann.example")
    assert [each["name"] for each in found["licenses"]] == ["CC0-1.0", "CC-BY-4.0"]
    assert found["title"] == read_metadata()["title"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param('{"titel": "T"}', "found 'titel'; expected one of id, homepage, name", id="misspelt"),
        pytest.param('{"title": 1}', "title: found a value of type int; expected str", id="another type"),
        pytest.param(
            '{"licenses": []}', "licenses: found a value of type list; expected dict", id="licences in a list"
        ),
        pytest.param(
            '{"licenses": {"txt": {}}}', "found 'txt'; expected one of facts, text", id="unknown part"
        ),
        pytest.param("[]", "found list; expected an object", id="no object"),
        pytest.param("{", "expected JSON in UTF-8", id="no JSON"),
        pytest.param(None, "found No such file or directory; expected a file of metadata", id="no file"),
    ],
)
def test_metadata_that_is_none_is_refused(tmp_path, content, message):
    """One line says what was found and what was expected."""
    path = tmp_path / "mine.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=re.escape(message)):
        write_package(small_tables(), tmp_path / "out", path)
    assert not (tmp_path / "out").exists()


def test_same_rows_same_bytes(built):
    """Neither the order of the rows given nor building again changes a byte."""
    before = files(built)
    for seed in range(3):
        write_package(shuffled(small_tables(), seed), built)
        assert files(built) == before


CHANGED = small_tables()._replace(
    speakers=(), paragraphs=(*small_tables().paragraphs, replace(small_tables().paragraphs[0], position=2))
)


@pytest.mark.parametrize("number", [1, 2, 10, 11])
def test_a_full_disk_leaves_the_old_package(built, monkeypatch, number):
    """If a file cannot be written, the old package stands whole and valid."""
    before = files(built)
    monkeypatch.setattr(writing, "write_part", nth(number, writing.write_part))
    with pytest.raises(UnusableOutput, match="no space left on device"):
        write_package(CHANGED, built)
    assert files(built) == before
    assert not disagreeing(built)


@pytest.mark.parametrize("number", [1, 2, 4, 9, 11])
def test_a_stop_midway_is_seen_and_mended(built, monkeypatch, number):
    """Files of two builds never pass for a package: hashes tell, and the next build puts it right."""
    with monkeypatch.context() as context:
        context.setattr(os, "replace", nth(number, os.replace))
        with pytest.raises(UnusableOutput):
            write_package(CHANGED, built)
    # the manifest has moved at the second move, and a table at the third
    assert bool(disagreeing(built)) == (number > 2)
    write_package(CHANGED, built)
    assert not disagreeing(built)
    assert not list(built.rglob("*.part"))


def test_a_kill_midway_is_mended(built, monkeypatch):
    """What a killed build leaves beside the files goes away with the next."""

    def killed(*_):
        raise KeyboardInterrupt

    (built / "data" / "tables" / ".quotes.csv.part").write_bytes(b"half")
    with monkeypatch.context() as context:
        context.setattr(os, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            write_package(CHANGED, built)
    assert not disagreeing(built)
    assert not list(built.rglob("*.part"))


def test_a_folder_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    """A folder without the right to write is said in one line."""

    def denied(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", denied)
    with pytest.raises(UnusableOutput, match=r"articles\.json: found permission denied; expected a place"):
        write_package(small_tables(), tmp_path / "out")


def test_the_repository_keeps_its_own_schemas(tmp_path, monkeypatch):
    """Where the schemas are those of the repository itself they are not written again."""
    home = tmp_path / "home"
    write_package(small_tables(), home)
    moments = {path: path.stat().st_mtime_ns for path in (home / "schemas").iterdir()}
    monkeypatch.setattr(module, "schemas_folder", lambda: home / "schemas")
    write_package(small_tables(), home)
    assert {path: path.stat().st_mtime_ns for path in (home / "schemas").iterdir()} == moments
