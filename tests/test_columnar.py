"""A package as Parquet holds the same rows, and comes back byte for byte."""

import json

import polars as pl
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import summitry
from small_package import files, small_tables
from sound_tables import sound_tables
from summitry import columnar
from summitry.cli import app
from summitry.columnar import to_csv, to_parquet
from summitry.package import write_package
from summitry.schema import TABLES, table_schema


@pytest.fixture
def package(tmp_path):
    """A package of CSV files."""
    return write_package(small_tables(), tmp_path / "csv").parent


@pytest.mark.parametrize("rows", [1, 2, 250_000], ids=["a file a row", "two rows a file", "one file"])
def test_there_and_back_changes_no_byte(package, tmp_path, monkeypatch, rows):
    """CSV, Parquet, CSV: every file is as it was, however many rows a Parquet file holds."""
    monkeypatch.setattr(columnar, "PARTITION_ROWS", rows)
    to_parquet(package, tmp_path / "parquet")
    to_csv(tmp_path / "parquet", tmp_path / "again")
    assert files(tmp_path / "again") == files(package)


def test_the_files_are_those_that_the_descriptor_names(package, tmp_path, monkeypatch):
    """Every resource lists its files, with their rows, bytes and hashes."""
    monkeypatch.setattr(columnar, "PARTITION_ROWS", 2)
    out = to_parquet(package, tmp_path / "parquet").parent
    descriptor = json.loads((out / "datapackage.json").read_bytes())
    named = {path for one in descriptor["resources"] for path in one["path"]}
    assert named == {path.relative_to(out).as_posix() for path in out.rglob("*.parquet")}
    for resource, table in zip(descriptor["resources"], small_tables(), strict=True):
        assert sum(one["rows"] for one in resource["files"]) == len(table)
        assert [one["path"] for one in resource["files"]] == resource["path"]
        assert all((out / one["path"]).stat().st_size == one["bytes"] for one in resource["files"])


@pytest.mark.parametrize("name", TABLES)
def test_columns_have_their_types_and_descriptions(package, tmp_path, name):
    """A reader of Parquet needs no schema of ours: types, nulls, descriptions and keys are in the file."""
    out = to_parquet(package, tmp_path / "parquet").parent
    (path,) = (out / "data" / "tables" / name).glob("*.parquet")
    schema = pq.read_schema(path)
    kinds = {
        "string": "string",
        "integer": "int64",
        "number": "double",
        "boolean": "bool",
        "date": "date32[day]",
    }
    for column in table_schema(name).fields:
        field = schema.field(column.name)
        assert str(field.type) == kinds[column.type]
        assert field.nullable != column.required
        assert field.metadata[b"description"].decode() == column.description
    assert json.loads(schema.metadata[b"table_schema"]) == table_schema(name).descriptor
    assert len(pl.read_parquet(path)) == len(getattr(small_tables(), name))


def test_a_sound_package_validates_as_parquet(tmp_path):
    """The checks of a package are those of the CSV files that it stands for."""
    write_package(sound_tables(), tmp_path / "csv")
    to_parquet(tmp_path / "csv", tmp_path / "parquet")
    report = summitry.validate(tmp_path / "parquet")
    assert report.valid, list(report)
    assert str(report.path) == str(tmp_path / "parquet")


def test_a_changed_row_is_seen(package, tmp_path):
    """The manifest tells of the rows, so that no Parquet file can be another than it was."""
    out = to_parquet(package, tmp_path / "parquet").parent
    (path,) = (out / "data" / "tables" / "quotes").glob("*.parquet")
    frame = pq.read_table(path)
    pq.write_table(frame.slice(1), path)
    assert not summitry.validate(out).valid


@pytest.mark.parametrize("content", [b"", b"PAR1 no", None], ids=["empty", "no Parquet", "gone"])
def test_a_damaged_file_is_named(package, tmp_path, content):
    """What cannot be read is said in one line."""
    out = to_parquet(package, tmp_path / "parquet").parent
    (path,) = (out / "data" / "tables" / "quotes").glob("*.parquet")
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(summitry.SummitryError, match=r"part-00001\.parquet: found"):
        to_csv(out, tmp_path / "again")
    assert not (tmp_path / "again" / "datapackage.json").exists()


@pytest.mark.parametrize("path", ["../quotes.parquet", "/etc/passwd", ".hidden/quotes.parquet", 7])
@pytest.mark.parametrize("name", ["path", "schema"])
def test_no_path_leads_out_of_the_package(package, tmp_path, name, path):
    """A descriptor of someone else's opens no file of ours, and writes none."""
    out = to_parquet(package, tmp_path / "parquet").parent
    descriptor = json.loads((out / "datapackage.json").read_bytes())
    descriptor["resources"][0][name] = [path] if name == "path" else path
    (out / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(summitry.UnreadableInput, match="expected"):
        to_csv(out, tmp_path / "again")
    with pytest.raises(summitry.UnreadableInput, match="expected"):
        summitry.validate(out)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "resources",
    [[7], ["parquet"], [{"format": "parquet"}], [{"name": "quotes", "path": 7, "schema": "a.json"}]],
    ids=["a number", "a text", "nothing named", "a path that is none"],
)
def test_a_resource_that_is_none_is_told(tmp_path, resources):
    """Whatever a descriptor holds, it is one line and no traceback."""
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
    with pytest.raises(summitry.UnreadableInput, match="expected"):
        to_csv(tmp_path, tmp_path / "again")


def test_a_table_that_breaks_its_schema_is_told(package, tmp_path):
    """A cell that must be filled and is not stops the export, in one line."""
    path = package / "data" / "tables" / "speakers.csv"
    header, first, *rest = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(header + "," + first.partition(",")[2] + "".join(rest), encoding="utf-8")
    with pytest.raises(summitry.InvalidTables, match="expected a table without a problem"):
        to_parquet(package, tmp_path / "parquet")


def test_the_command_line_exports(package, tmp_path):
    """`summitry export` writes the other form, and back."""
    runner = CliRunner()
    for form, source, out in (("parquet", package, "parquet"), ("csv", tmp_path / "parquet", "again")):
        answer = runner.invoke(app, ["export", str(source), "--to", form, "--out", str(tmp_path / out)])
        assert answer.exit_code == 0, answer.output
    assert files(tmp_path / "again") == files(package)
