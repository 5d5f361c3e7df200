"""Two exports of a package have the same bytes, on any day and at any place."""

import os
import shutil
import time

import pytest

import summitry
from small_package import files

TARGETS = ["parquet", "excel-csv", "sqlite", "xlsx", "zip", "label-studio", "conll"]
"""Not duckdb: it writes ids of its own into the file."""


def exported(package, target, out):
    """The bytes of an export, file by file."""
    found = summitry.export(package, target, out)
    if found.is_dir():
        return files(found)
    return files(found.parent) if found.name == "datapackage.json" else found.read_bytes()


@pytest.fixture
def far_away(monkeypatch):
    """Another time zone."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("target", [*TARGETS, "brat"])
def test_two_exports_are_alike(awkward, tmp_path, target, request):
    """Neither the day, nor the time zone, nor the place, nor who may read the files makes a difference."""
    once = exported(awkward, target, tmp_path / "once" / "out")
    moved = shutil.copytree(awkward, tmp_path / "moved")
    for path in moved.rglob("*.csv"):
        path.chmod(0o600)
        os.utime(path, (1, 10**9))
    request.getfixturevalue("far_away")
    assert exported(moved, target, tmp_path / "again" / "another name") == once


@pytest.mark.parametrize("target", TARGETS)
def test_an_export_over_an_export_is_alike(package, awkward, tmp_path, target):
    """What lay there before leaves no trace."""
    once = exported(package, target, tmp_path / "once" / "out")
    exported(awkward, target, tmp_path / "again" / "out")
    assert exported(package, target, tmp_path / "again" / "out") == once
