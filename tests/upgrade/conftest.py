"""Packages that earlier versions of the program built of two made articles, as they wrote them."""

import shutil
from pathlib import Path

import pytest

from restating import describe, restate
from small_package import small_tables
from summitry.package import write_package

HERE = Path(__file__).parent
OLDER = (1, 2)
"""The versions of which packages are kept (`v1`, `v2`); that of today is written anew."""


@pytest.fixture
def older(tmp_path):
    """From a version to a package of it, as a folder that a test can change."""

    def copied(version):
        return Path(shutil.copytree(HERE / f"v{version}", tmp_path / f"v{version}"))

    return copied


@pytest.fixture
def unmarked(tmp_path):
    """A package with the columns of today that does not say its version."""
    folder = write_package(small_tables(), tmp_path / "unmarked").parent
    describe(folder, lambda descriptor: descriptor.pop("summitry:tables"))
    return folder


def retell(folder, table, old, new):
    """Change a table as if it had been built so: hash, size and manifest fit."""
    path = folder / "data" / "tables" / f"{table}.csv"
    content = path.read_text(encoding="utf-8")
    assert old in content
    held = content.replace(old, new, 1).encode()
    restate(folder, table, held)


@pytest.fixture
def retold():
    """What changes a table as if it had been built so."""
    return retell


@pytest.fixture
def describing():
    """What changes the descriptor of a package."""
    return describe
