"""Packages that earlier versions of the program built of two made articles, as they wrote them."""

import json
import shutil
from pathlib import Path

import pytest

from small_package import small_tables
from summitry.manifest import MANIFEST, digest_of, hash_of, seal_of
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


def describe(folder, change):
    """Change the descriptor of a package."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def retell(folder, table, old, new):
    """Change a table as if it had been built so: hash, size and manifest fit."""
    path = folder / "data" / "tables" / f"{table}.csv"
    content = path.read_text(encoding="utf-8")
    assert old in content
    held = content.replace(old, new, 1).encode()
    path.write_bytes(held)
    stated = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    lines = held.splitlines()[1:]
    stated["tables"][table] = {"rows": len(lines), "digest": digest_of(lines), "file": hash_of(held)}
    stated["seal"] = seal_of(stated["tables"])
    (folder / MANIFEST).write_text(json.dumps(stated), encoding="utf-8")

    def restate(descriptor):
        resource = next(each for each in descriptor["resources"] if each["name"] == table)
        resource |= {"bytes": len(held), "hash": hash_of(held)}

    describe(folder, restate)


@pytest.fixture
def retold():
    """What changes a table as if it had been built so."""
    return retell


@pytest.fixture
def describing():
    """What changes the descriptor of a package."""
    return describe
