"""The two articles, read once for all tests of this folder."""

import pytest

import summitry
from correcting import desk, plain, shared

__all__ = ["desk", "plain", "shared"]


@pytest.fixture(scope="session")
def package(shared, tmp_path_factory):
    """The package of the two articles."""
    out = tmp_path_factory.mktemp("package")
    return summitry.build([shared / "raw"], out, cache=shared / "cache").descriptor.parent
