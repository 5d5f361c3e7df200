"""A package is described all or not at all, in the same bytes, and over nobody else's files."""

import json
import os
import time

import pytest

import summitry
from small_package import files
from summitry.describe import FORMS, describe
from summitry.errors import InvalidTables, UnreadableInput, UnusableOutput
from summitry.package import write_package
from summitry.rows import Tables

NAMES = [
    "croissant.json", "schema-org.jsonld", "datacite.json", "CITATION.cff", "ro-crate-metadata.json",
    "metadata.json", "codebook.md", "codebook.csv", "datasheet.md", "load/README.md", "load/with_pandas.py",
    "load/with_polars.py", "load/with_pyarrow.py", "load/with_duckdb.sql", "load/with_sqlite.sql",
    "load/with_readr.R", "load/with_data_table.R", "load/with_calc.sh",
]  # fmt: skip


def test_every_form_is_written(package, tmp_path):
    """Without a choice all forms are written, in the order of the table of forms."""
    paths = describe(package, tmp_path / "out")
    assert [path.relative_to(tmp_path / "out").as_posix() for path in paths] == NAMES
    assert sorted(files(tmp_path / "out")) == sorted(path.name for path in paths)


@pytest.mark.parametrize("form", FORMS)
def test_one_form_is_written_alone(package, tmp_path, form):
    """A form that is chosen brings no other."""
    paths = describe(package, tmp_path / "out", [form])
    assert sorted(files(tmp_path / "out")) == sorted(path.name for path in paths)


def test_a_zip_is_described_as_its_folder_is(package, tmp_path):
    """What was downloaded needs no unpacking."""
    packed = summitry.export(package, "zip", tmp_path / "package.zip")
    describe(package, tmp_path / "one")
    describe(packed, tmp_path / "other")
    assert files(tmp_path / "one") == files(tmp_path / "other")


@pytest.mark.parametrize("kind", ["package", "other"])
def test_two_descriptions_are_alike(kind, tmp_path, request, monkeypatch):
    """Neither the clock, nor the time zone, nor the age of a file, nor what lay there makes a difference."""
    package = request.getfixturevalue(kind)
    describe(package, tmp_path / "once")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    os.utime(package / "datapackage.json", (1, 10**9))
    describe(package, tmp_path / "again")
    describe(package, tmp_path / "again", reversed(FORMS))
    monkeypatch.undo()
    time.tzset()
    assert files(tmp_path / "once") == files(tmp_path / "again")


def test_a_package_can_hold_its_descriptions(package):
    """Written beside `datapackage.json` they break no promise, and are written again over themselves."""
    describe(package, package)
    assert summitry.validate(package).valid
    assert len(describe(package, package)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_others_wrote_is_never_replaced(package, tmp_path, name):
    """A file of the same name that is something else stays, and nothing is written beside it."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("cff-version: 1.2.0\nmessage: mine\n", encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(UnusableOutput, match="no description of ours"):
        describe(package, tmp_path)
    assert files(tmp_path) == before


def test_other_metadata_give_another_name_everywhere(package, other, others, tmp_path):
    """No description keeps the name, the title, the version or the makers of ours."""
    describe(package, tmp_path / "ours")
    describe(other, tmp_path / "theirs")
    title = "Who met whom, and who said what, in the news"
    for name in NAMES:
        text = (tmp_path / "theirs" / name).read_text(encoding="utf-8")
        assert title not in text
        assert "The summitry authors" not in text
        assert "aa99204a" not in text
        if name != "codebook.csv":
            assert title in (tmp_path / "ours" / name).read_text(encoding="utf-8")
            assert "Harbour talks: " in text
        if name.endswith(("json", "jsonld")) and name != "metadata.json":
            assert others["version"] in text


def test_tables_of_parquet_are_described_too(package, tmp_path):
    """What the tables hold is the same, the files are others."""
    summitry.export(package, "parquet", tmp_path / "parquet")
    describe(package, tmp_path / "a")
    describe(tmp_path / "parquet", tmp_path / "b")
    for name in ("codebook.md", "codebook.csv", "datasheet.md", "CITATION.cff"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    told = json.loads((tmp_path / "b" / "croissant.json").read_text(encoding="utf-8"))
    assert {each["encodingFormat"] for each in told["distribution"]} == {"application/x-parquet"}


def test_snippets_of_parquet_are_refused(package, tmp_path):
    """Parquet has its types: asked for nothing but snippets, the program says so and writes nothing."""
    summitry.export(package, "parquet", tmp_path / "parquet")
    with pytest.raises(UnusableOutput, match="found snippets of Parquet"):
        describe(tmp_path / "parquet", tmp_path / "out", ["snippets"])
    assert not (tmp_path / "out").exists()
    assert not any(path.parent.name == "load" for path in describe(tmp_path / "parquet", tmp_path / "out"))


def test_a_package_without_rows_is_described(tmp_path):
    """No article gives no date: nothing is made up in its place."""
    package = write_package(Tables(*([()] * len(Tables._fields))), tmp_path / "empty").parent
    for path in describe(package, tmp_path / "out"):
        text = path.read_text(encoding="utf-8")
        assert not any(word in text for word in ("datePublished", "publicationYear", "date-released"))


def test_an_unknown_form_is_refused(package, tmp_path):
    """The message lists the forms that there are."""
    with pytest.raises(UnusableOutput, match="found dublin-core; expected one of croissant"):
        describe(package, tmp_path / "out", ["codebook", "dublin-core"])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"name": ""}, "name: found none", id="no name"),
        pytest.param({"contributors": []}, "contributors: found none", id="nobody made it"),
        pytest.param({"contributors": [{"roles": ["creator"]}]}, "contributors: found none", id="no names"),
    ],
)
def test_a_descriptor_that_does_not_say_it_is_refused(package, tmp_path, descriptor, change, message):
    """A description never makes up what the descriptor does not tell."""
    path = package / "datapackage.json"
    path.write_text(json.dumps(descriptor(package) | change), encoding="utf-8")
    with pytest.raises(UnreadableInput, match=message):
        describe(package, tmp_path / "out")


@pytest.mark.parametrize("change", [{"hash": "md5:0"}, {"hash": None}, {"bytes": None}])
def test_a_file_without_hash_or_size_is_refused(package, tmp_path, descriptor, change):
    """Whoever fetches the file must be able to tell whether it is the one that was meant."""
    told = descriptor(package)
    told["resources"][3] |= change
    (package / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"mentions\.csv: found"):
        describe(package, tmp_path / "out", ["croissant"])


@pytest.mark.parametrize(
    "content", [b"", b"quote_id,entity_id\n", b"\xff\xfe\n"], ids=["empty", "other columns", "no text"]
)
def test_a_broken_table_is_refused(package, tmp_path, content):
    """A codebook of what cannot be read would be wrong; nothing is written."""
    (package / "data" / "tables" / "speakers.csv").write_bytes(content)
    with pytest.raises(InvalidTables, match="speakers"):
        describe(package, tmp_path / "out")
    assert not (tmp_path / "out").exists()
