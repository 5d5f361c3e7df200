"""Whoever takes a package takes one without words too: frames, SQL, forms, descriptions, pages."""

import json
import shutil
import sqlite3

import duckdb
import pandas as pd
import polars as pl
import pytest

import summitry
from commands import run
from sound_tables import raw, sound_tables
from summitry import schemas
from summitry.describe import describe
from summitry.editions import Edition
from summitry.errors import InvalidTables, UnusableOutput
from summitry.package import write_package
from summitry.schema import TABLES, schemas_folder, table_schemas
from summitry.site import site

WITH_WORDS = [
    "articles",
    "paragraphs",
    "entities",
    "mentions",
    "quotes",
    "participants",
    "reports",
    "evidence",
]


def descriptor_of(folder):
    """What a package says of itself."""
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_the_descriptor_says_so(whole, wordless):
    """It says the variant in a property and in words; licences and sources are those of facts alone."""
    told, before = descriptor_of(wordless), descriptor_of(whole)
    assert told["summitry:text"] == "none"
    assert "summitry:text" not in before
    assert "The words of the articles, other than names, are left out of this package" in told["description"]
    assert [each["name"] for each in told["licenses"]] == ["CC0-1.0"]
    assert {each["name"] for one in told["resources"] for each in one["licenses"]} == {"CC0-1.0"}
    assert not [each for each in told["sources"] if each.get("path", "").startswith("data/raw")]
    assert [each["title"] for each in told["sources"][:2]] == ["river", "visit"]
    assert [each["path"] for each in told["resources"]] == [each["path"] for each in before["resources"]]


@pytest.mark.parametrize("name", TABLES)
def test_the_schema_says_so(wordless, name):
    """A field with words is not required, and its description says that words are left out; others stay."""
    told = json.loads((wordless / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    for new, field in zip(told["fields"], table_schemas()[name].fields, strict=True):
        if field.words and not field.words.within:
            assert not new.get("constraints", {}).get("required")
            assert "Left out of this package" in new["description"]
        else:
            assert new["description"] == field.description
            assert new.get("constraints", {}).get("required", False) == field.required
    assert ("are left out" in told["description"]) == any(
        field.words and not field.words.within for field in table_schemas()[name].fields
    )


def test_frames_are_loaded(wordless):
    """Ten frames with the types of the schemas, and nothing where words were."""
    tables = summitry.load(wordless)
    assert tables.paragraphs["text"].isna().all()
    assert tables.mentions["start"].notna().all()
    assert [len(frame) for frame in tables] == [len(rows) for rows in summitry.load(wordless)]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_keep_their_schemas(wordless, name, library):
    """`schemas.quotes.validate(frame, text="none")` takes them, and refuses missing words without it."""
    path = wordless / "data" / "tables" / f"{name}.csv"
    frame = (
        getattr(summitry.load(wordless), name)
        if library == "pandas"
        else pl.read_csv(path, try_parse_dates=True)
    )
    schema = getattr(schemas, name)
    assert schema.validate(frame, text="none") is frame
    if any(field.required and field.words and not field.words.within for field in schema.table.fields):
        with pytest.raises(InvalidTables, match="is empty"):
            schema.validate(frame)
    with pytest.raises(ValueError, match="found text 'some'; expected one of all, none"):
        schema.validate(frame, text="some")


def test_the_suite_of_expectations_asks_for_no_words():
    """Whoever runs Great Expectations has a suite for such frames."""
    pytest.importorskip("great_expectations")

    def required(text):
        suite = schemas.paragraphs.expectation_suite(text=text)
        return {
            each.column
            for each in suite.expectations
            if each.expectation_type == "expect_column_values_to_not_be_null"
        }

    assert required("all") - required("none") == {"text"}


def test_a_release_as_a_whole_is_judged(wordless, whole):
    """Shares of cells that are left out are told as not checked, also beside a release with words."""
    pytest.importorskip("great_expectations")
    report = summitry.validate(wordless, expectations=True, against=whole)
    assert report.counts == {}
    told = {each.check for each in report.skipped if each.table == "quotes"}
    assert {"quotes-have-speakers", "no-collapse of speaker_text"} <= told


@pytest.mark.parametrize("dialect", ["sqlite", "duckdb", "postgresql"])
def test_sql_asks_for_no_words(dialect):
    """The SQL of such packages takes cells without words; all else is asked as ever."""
    whole, without = (summitry.ddl(dialect, text=text).splitlines() for text in ("all", "none"))
    changed = [line for line in whole if " NOT NULL" in line and line not in without]
    words = [
        f for t in table_schemas().values() for f in t.fields if f.words and f.required and not f.words.within
    ]
    assert len(changed) == len(words)
    assert run("ddl", dialect, "--text", "none").stdout.splitlines() == without
    with pytest.raises(ValueError, match="found text 'some'"):
        summitry.ddl(dialect, text="some")


@pytest.mark.parametrize("target", ["sqlite", "duckdb"])
def test_a_database_holds_its_rows(wordless, tmp_path, target):
    """Keys and limits hold in a database, and blank cells are nulls."""
    summitry.export(wordless, target, tmp_path / "out")
    base = (sqlite3 if target == "sqlite" else duckdb).connect(tmp_path / "out")
    assert base.execute("SELECT count(*), count(text) FROM paragraphs").fetchone() == (5, 0)
    assert base.execute('SELECT count(*), count("end") FROM quotes').fetchone() == (5, 5)
    base.close()


@pytest.mark.parametrize("target", ["zip", "parquet"])
def test_other_forms_are_valid(wordless, tmp_path, target):
    """A zip and Parquet are packages without words, and say so."""
    summitry.export(wordless, target, tmp_path / f"out.{target}")
    report = summitry.validate(tmp_path / f"out.{target}")
    assert report.counts == {}
    assert "text-truth" in {each.check for each in report.skipped}
    assert summitry.load(tmp_path / f"out.{target}").reports["text"].isna().all()


def test_a_comparison_tells_what_was_left_out(whole, wordless):
    """Between a package with words and one without, cells and columns differ, and the claim does."""
    found = summitry.diff(whole, wordless)
    assert "summitry:text" in found.named
    assert {(one.table, one.field) for one in found.columns if one.what == "widened"} == {
        (table.name, field.name)
        for table in table_schemas().values()
        for field in table.fields
        if field.words and field.required and not field.words.within
    }
    changed = {(one.table, cell.field) for one in found.tables for cell in one.changed}
    assert ("paragraphs", "text") in changed
    assert ("mentions", "start") not in changed
    gone = {one.table: one.removed for one in found.tables if one.removed}
    assert gone == {"meetings": ("2019-06-norland-danish-quixblat-engineers",)}


def test_descriptions_give_no_rights_in_words(wordless, tmp_path):
    """Catalogues are told the licence of the facts alone, and the datasheet that the words are not there."""
    describe(wordless, tmp_path)
    held = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path.is_file()}
    assert not [name for name, text in held.items() if "no licence given" in text]
    assert "The words of the articles are not in this package" in held["datasheet.md"]
    assert "nothing here gives a right in them" in " ".join(held["datasheet.md"].split())
    assert "Left out of this package: every cell is empty." in held["codebook.md"]
    assert "license: " not in held["CITATION.cff"] or "CC0-1.0" in held["CITATION.cff"]


def test_pages_show_rows_with_their_offsets(wordless, tmp_path):
    """The page of an article says that its words are not there, and where in them each row stands."""
    site(wordless, tmp_path / "site")
    page = (tmp_path / "site" / "article" / "river.html").read_text(encoding="utf-8")
    assert page.count("The words of this paragraph are not part of the package.") == 3
    assert "text[1:23]" in page
    assert "words left out" in page
    assert "None" not in page
    table = (tmp_path / "site" / "tables" / "quotes.html").read_text(encoding="utf-8")
    assert "text[1:23]" in table


def test_a_release_is_packed_without_raw_files(wordless, tmp_path):
    """What is packed is the package and nothing that lies beside it."""
    folder = shutil.copytree(wordless, tmp_path / "package")
    (folder / "data" / "raw").mkdir()
    (folder / "data" / "raw" / "river.txt").write_text(raw("river"), encoding="utf-8")
    made = summitry.release(folder, tmp_path / "releases")
    assert not list(made.folder.rglob("*.txt"))
    assert summitry.validate(made.archive).counts == {}


def test_the_schemas_of_the_program_are_never_replaced():
    """In this very repository the schemas are the source of all others: such a build is refused there."""
    with pytest.raises(
        UnusableOutput, match="found the schemas of the program itself; expected another folder"
    ):
        write_package(sound_tables(), schemas_folder().parent, text="none")


def test_rows_are_the_same_as_of_frames(wordless, whole):
    """Every offset, hash and count of the package with words is there."""
    before, after = summitry.load(whole), summitry.load(wordless)
    for name in ("mentions", "quotes", "reports"):
        numbers = [each.name for each in Edition().tables[name].fields if each.type == "integer"]
        pd.testing.assert_frame_equal(getattr(before, name)[numbers], getattr(after, name)[numbers])
    pd.testing.assert_series_equal(before.articles["sha256"], after.articles["sha256"])
    pd.testing.assert_series_equal(before.articles["source"], after.articles["source"])
