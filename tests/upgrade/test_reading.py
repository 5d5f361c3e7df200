"""Older packages are read as they are; newer ones are refused with one line."""

import json

import pandas as pd
import pytest

import summitry
from commands import assert_one_line, run
from summitry.describe import FORMS
from summitry.editions import STEPS, VERSION, tables_of
from summitry.errors import UnreadableInput
from summitry.schema import TABLES, table_schema

OLDER = [1, 2]


@pytest.mark.parametrize("version", OLDER)
def test_an_older_package_keeps_its_own_promises(older, version):
    """It has no problem, and what it has nothing for is told as not checked, with its version."""
    report = summitry.validate(older(version))
    assert len(report) == 0
    assert set(report.rows) == set(tables_of(version))
    assert report.skipped
    assert all(each.reason.startswith(f"version {version} of the tables has no ") for each in report.skipped)


@pytest.mark.parametrize("version", OLDER)
def test_an_older_package_is_held_to_its_own_schemas(older, version, describing):
    """A column of a later version is one too many in it, and one of its own that is gone is missed."""
    old = older(version)
    describing(old, lambda told: told.update({"summitry:tables": version}))
    assert summitry.validate(old).valid
    path = old / "schemas" / "speakers.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(schema | {"fields": schema["fields"][:-1]}), encoding="utf-8")
    assert {"schema", "unknown-key-field"} & set(summitry.validate(old).counts)


def test_a_release_as_a_whole_is_judged_too(older):
    """What is expected of a release is looked for in the tables that the version has."""
    pytest.importorskip("great_expectations")
    report = summitry.validate(older(1), expectations=True, against=older(2))
    assert report.valid
    assert [each.reason for each in report.skipped if each.table == "evidence"][
        -1
    ] == "it could not be read in both releases"


@pytest.mark.parametrize("version", OLDER)
def test_loaded_as_it_would_be_upgraded(older, tmp_path, version):
    """Frames have the columns and types of today, with what an upgrade would fill in."""
    old = older(version)
    loaded, upgraded = summitry.load(old), summitry.load(summitry.upgrade(old, tmp_path / "new").descriptor)
    for name in TABLES:
        assert tuple(getattr(loaded, name).columns) == table_schema(name).field_names
        pd.testing.assert_frame_equal(getattr(loaded, name), getattr(upgraded, name))


def test_compared_as_it_is(older, tmp_path):
    """A comparison names the tables and columns that came since."""
    found = summitry.diff(older(1), summitry.upgrade(older(2), tmp_path / "new").descriptor)
    came = {(one.table, one.field) for one in found.columns if one.what == "added"}
    new = {(table, None) for step in STEPS for table in step.tables}
    assert came == new | {
        (table, column) for step in STEPS for table, columns in step.columns.items() for column in columns
    }
    assert [one.table for one in found.tables if one] == []


def test_shown_exported_and_described(older, tmp_path):
    """What takes a package as its schemas say takes an older one too."""
    old = older(1)
    assert summitry.show(old).total == len(TABLES)
    for target in ("sqlite", "duckdb", "zip", "parquet"):
        summitry.export(old, target, tmp_path / f"old.{target}")
    assert summitry.validate(tmp_path / "old.zip").valid
    assert summitry.validate(tmp_path / "old.parquet").valid
    assert run("describe", old, "--out", tmp_path / "about").exit_code == 0
    assert len(list((tmp_path / "about").iterdir())) >= len(FORMS)


def test_pages_need_the_tables_of_today(older, tmp_path):
    """Where an older package will not do, the line says what to run."""
    answer = run("explore", older(1), "--out", tmp_path / "site")
    assert_one_line(answer, "found version 1 of the tables", f"expected {VERSION}: run summitry upgrade")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("read", ["load", "diff", "upgrade", "export", "show"])
def test_a_newer_package_is_refused(older, tmp_path, describing, read):
    """A package of a version that is not known yet is one clear line, whoever reads it."""
    newer = older(2)
    describing(newer, lambda told: told.update({"summitry:tables": VERSION + 1}))
    arguments = {"diff": (older(1),), "upgrade": (tmp_path / "out",), "export": ("zip", tmp_path / "out")}
    with pytest.raises(UnreadableInput, match=f"summitry:tables: found {VERSION + 1}, which is no version"):
        getattr(summitry, read)(newer, *arguments.get(read, ()))


def test_a_newer_package_has_one_problem(older, describing):
    """A check says that the version is not known, and that nothing else was looked at."""
    newer = older(2)
    describing(newer, lambda told: told.update({"summitry:tables": VERSION + 1}))
    report = summitry.validate(newer)
    assert report.counts == {"edition": 1}
    assert [each.check for each in report.skipped] == ["everything else"]
    assert run("validate", newer).exit_code == 1


def test_a_package_that_no_version_knows_is_checked_as_ours(unmarked, describing):
    """One whose columns are of no version is held to those of today, as ever."""
    assert summitry.validate(unmarked).valid
    describing(unmarked, lambda told: told["resources"].pop(-1))
    assert "missing-table" in summitry.validate(unmarked).counts
