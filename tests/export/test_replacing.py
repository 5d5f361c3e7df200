"""An export is there as a whole or not at all, and what stops it is one line."""

import sys
import tracemalloc

import pytest
from typer.testing import CliRunner

import summitry
from made_package import write_large
from small_package import full_disk
from summitry.cli import app
from summitry.columnar import to_parquet
from summitry.errors import InvalidTables, MissingLibrary, SummitryError, UnreadableInput, UnusableOutput
from summitry.export.source import read_source
from summitry.tables import files as writing

FILES = ["sqlite", "duckdb", "xlsx", "zip", "conll"]


def run(*arguments):
    """What the command line answers."""
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_the_command_exports_to_every_target(package, tmp_path):
    """One command, one call; where the export is now is printed."""
    for target in (*FILES, "parquet", "excel-csv", "label-studio", "brat"):
        answer = run(package, "--to", target, "--out", tmp_path / target)
        assert answer.exit_code == 0, answer.output
        assert answer.stdout.startswith(str(tmp_path / target))
    assert run(tmp_path / "parquet", "--to", "csv", "--out", tmp_path / "csv").exit_code == 0


@pytest.mark.parametrize("target", FILES)
def test_an_old_file_stays_until_the_new_one_is_whole(package, breaks, tmp_path, target):
    """A fault in the last table leaves the old file, and nothing beside it."""
    out = tmp_path / "out" / f"package.{target}"
    summitry.export(package, target, out)
    before = out.read_bytes()
    if target == "zip":
        (package / "schemas" / "speakers.json").unlink()
    else:
        breaks(package, "evidence", b",stated,", b",stated")
    with pytest.raises(SummitryError):
        summitry.export(package, target, out)
    assert out.read_bytes() == before
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("target", FILES)
def test_what_a_killed_run_left_is_cleared(package, tmp_path, target):
    """Half a file of an earlier run is no trouble and no part of the new one."""
    out = tmp_path / "out" / "package"
    out.parent.mkdir()
    for name in (".package.part", ".package.part.wal")[: 1 + (target == "duckdb")]:
        (out.parent / name).write_bytes(b"half of something")
    assert summitry.export(package, target, out) == out
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("target", FILES)
@pytest.mark.parametrize(
    ("place", "told"),
    [
        pytest.param("", "found a folder; expected the name of a file", id="a folder"),
        pytest.param("file/out", "expected a place that can be written", id="below a file"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(package, tmp_path, target, place, told):
    """One line, with the place in it."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnusableOutput, match=told) as raised:
        summitry.export(package, target, tmp_path / place)
    assert str(raised.value).startswith(str(tmp_path))


@pytest.mark.parametrize("target", FILES)
def test_a_full_disk_leaves_the_old_file(package, tmp_path, monkeypatch, target):
    """Where the last step fails, the old file is there still."""
    out = summitry.export(package, target, tmp_path / "out" / "package")
    before = out.read_bytes()
    monkeypatch.setattr(writing.os, "fsync", full_disk)
    with pytest.raises(UnusableOutput, match="no space left on device"):
        summitry.export(package, target, out)
    assert out.read_bytes() == before
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize(
    "name", ["", "datapackage.json", "manifest.json", "data/tables/../tables/quotes.csv"]
)
@pytest.mark.parametrize("target", ["zip", "excel-csv", "parquet"])
def test_a_package_is_not_written_over_itself(package, target, name):
    """The package is the source of all exports, and stays what it is."""
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    with pytest.raises(UnusableOutput, match="found the package itself; expected another place"):
        summitry.export(package, target, package / name)
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before


LINES = [
    pytest.param(
        ["--to", "oracle", "--out", "x"], "--to: found oracle; expected parquet, csv, ", id="no target"
    ),
    pytest.param(
        ["--to", "mysql://ann:secret@host/x"], "--to: found mysql://; expected parquet, ", id="no server"
    ),
    pytest.param(["--to", "xlsx"], "--to xlsx: found no place to write to; expected --out", id="no place"),
    pytest.param(
        ["--to", "postgresql://ann:secret@[::/x"], "--to: found no address of a data", id="no address"
    ),
    pytest.param(
        ["--to", "postgresql://ann:secret@host/x?tea=1"], "--to: found no address of a data", id="no option"
    ),
    pytest.param(
        ["--to", "postgresql://ann:secret@127.0.0.1:1/x?password=secret"],
        "postgresql://ann@127.0.0.1:1/x, schema summitry: found connection failed",
        id="nobody there",
    ),
    pytest.param(
        ["--to", "postgresql://ann:secret@127.0.0.1:1/x", "--schema", "s" * 64],
        f"--schema: found '{'s' * 64}'; expected a name of 1 to 63 bytes",
        id="a long name",
    ),
]


@pytest.mark.parametrize(("arguments", "line"), LINES)
def test_a_wrong_target_is_one_line(package, arguments, line):
    """The exit code is 2, the line says what was expected, and no password is in it."""
    answer = run(package, *arguments)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith(f"summitry: {line}")
    assert answer.stderr.count("\n") == 1
    assert "secret" not in answer.stderr


@pytest.mark.parametrize(
    ("target", "library", "extra"),
    [
        ("xlsx", "xlsxwriter.exceptions", "excel"),
        ("postgresql://h/d", "psycopg", "postgres"),
    ],
)
def test_a_library_that_is_not_there_is_named(package, tmp_path, monkeypatch, target, library, extra):  # noqa: PLR0913, PLR0917  # a case and its fixtures
    """The line says how to install it."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibrary, match=rf"pip install summitry\[{extra}\]"):
        summitry.export(package, target, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_forms_that_are_there_already_are_told(package, tmp_path):
    """CSV as CSV, or Parquet as Parquet, is a copy that nobody asked for."""
    with pytest.raises(UnreadableInput, match="found a package of CSV files; expected one of Parquet"):
        summitry.export(package, "csv", tmp_path / "csv")
    to_parquet(package, tmp_path / "parquet")
    with pytest.raises(UnreadableInput, match="found a package of Parquet files; expected one of CSV"):
        summitry.export(tmp_path / "parquet", "parquet", tmp_path / "again")


PATHS = [
    pytest.param('"data/tables/quotes.csv"', '"../quotes.csv"', "leads out of the package", id="out"),
    pytest.param(
        '"data/tables/quotes.csv"', '"data/.tables/quotes.csv"', "stands in a hidden folder", id="hidden"
    ),
    pytest.param(
        '"schemas/quotes.json"', '"/schemas/quotes.json"', "is not a relative path", id="from the root"
    ),
    pytest.param('"schemas/quotes.json"', "{}", "is not one path", id="no path"),
    pytest.param('"data/tables/quotes.csv"', '["a.csv", "b.csv"]', "found 2 files of quotes", id="two"),
    pytest.param('"data/tables/quotes.csv"', "[]", "found 0 files of quotes", id="none"),
]


@pytest.mark.parametrize("target", ["zip", "sqlite", "excel-csv"])
@pytest.mark.parametrize(("old", "new", "told"), PATHS)
def test_no_path_leads_out_of_the_package(package, tmp_path, target, old, new, told):  # noqa: PLR0913, PLR0917  # a case and its fixtures
    """A descriptor of someone else's opens no file of ours, and packs none."""
    path = package / "datapackage.json"
    text = path.read_text(encoding="utf-8").replace(f'"path": {old}', f'"path": {new}')
    path.write_text(text.replace(f'"schema": {old}', f'"schema": {new}'), encoding="utf-8")
    with pytest.raises(UnreadableInput, match=told):
        summitry.export(package, target, tmp_path / "out")


@pytest.mark.parametrize(
    "target", ["zip", "sqlite", "excel-csv", "duckdb", "xlsx", "label-studio", "brat", "conll"]
)
def test_a_table_that_is_gone_is_named(package, tmp_path, target):
    """A file that cannot be read is told by its name."""
    (package / "data" / "tables" / "quotes.csv").unlink()
    with pytest.raises(UnreadableInput, match=r"quotes\.csv: found No such file"):
        summitry.export(package, target, tmp_path / "out")


def test_schemas_that_lead_in_a_circle_are_told(package):
    """Tables of which each needs the other cannot be written one after the other."""
    path = package / "schemas" / "entities.json"
    key = '"foreignKeys": [{"fields": ["name"], "reference": {"resource": "mentions", "fields": ["text"]}}],'
    path.write_text(
        path.read_text(encoding="utf-8").replace('"primaryKey"', f'{key} "primaryKey"'), encoding="utf-8"
    )
    with pytest.raises(UnreadableInput, match="keys lead to each other: entities, "):
        read_source(package)


def test_rows_are_read_one_after_the_other(tmp_path):
    """However large a table is, reading its rows takes the memory of a few."""
    write_large(tmp_path, 40_000, 1)
    tracemalloc.start()
    try:
        rows = sum(1 for each in read_source(tmp_path).tables for _ in each.rows())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert rows > 40_000
    assert peak < 2_000_000 < (tmp_path / "data" / "tables" / "evidence.csv").stat().st_size


def test_what_is_wrong_with_a_table_is_told_by_the_command(package, breaks, tmp_path):
    """A package that breaks its promises is not exported: `validate` tells of all that is wrong."""
    breaks(package, "speakers", b",emile-roche,", b",nobody,")
    with pytest.raises(InvalidTables):
        summitry.export(package, "sqlite", tmp_path / "out")
    answer = run(package, "--to", "sqlite", "--out", tmp_path / "out")
    assert answer.exit_code == 2
    assert answer.stderr.startswith("summitry: speakers: row ")


@pytest.mark.parametrize("target", ["sqlite", "zip"])
def test_a_zip_is_exported_as_it_is(package, tmp_path, target):
    """What was downloaded needs no unpacking, gives the same bytes, and is not written over."""
    packed = summitry.export(package, "zip", tmp_path / "package.zip")
    one, other = (summitry.export(each, target, tmp_path / each.stem / "out") for each in (package, packed))
    assert one.read_bytes() == other.read_bytes()
    with pytest.raises(UnusableOutput, match="found the package itself"):
        summitry.export(packed, target, packed)
