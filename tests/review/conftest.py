"""The two articles, read once for all tests of this folder."""

import pytest

import summitry
from correcting import Desk, write_raw


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """The raw articles, and the folder in which they are kept once read."""
    home = tmp_path_factory.mktemp("shared")
    write_raw(home / "raw")
    return home


@pytest.fixture
def desk(tmp_path, shared):
    """An empty desk."""
    return Desk(tmp_path, shared / "cache")


@pytest.fixture(scope="session")
def plain(shared, tmp_path_factory):
    """The tables without corrections."""
    out = tmp_path_factory.mktemp("plain")
    return summitry.build([shared / "raw"], out, cache=shared / "cache").tables


@pytest.fixture(scope="session")
def package(shared, tmp_path_factory):
    """The package of the two articles."""
    out = tmp_path_factory.mktemp("package")
    return summitry.build([shared / "raw"], out, cache=shared / "cache").descriptor.parent
