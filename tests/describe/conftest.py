"""Packages to describe, and their descriptions."""

import json

import pytest

from sound_tables import sound_tables
from summitry.describe import describe
from summitry.package import write_package

OTHERS = {
    "name": "harbour-talks",
    "id": "https://doi.org/10.1234/harbour.7",
    "title": 'Harbour talks: "who | whom" <told>',
    "description": "Talks about harbours.\n\nA second paragraph: `quotes` of 東京 \u0085 and 🚂.",
    "version": "2.3.4",
    "homepage": "https://harbours.example/talks",
    "keywords": ["harbours", "yes", "1.0"],
    "contributors": [
        {"title": "Ann Lee", "givenName": "Ann", "familyName": "Lee", "roles": ["author"],
         "organization": "Institute of Harbours", "path": "https://people.example/ann"},
        {"title": "The harbour office", "roles": ["creator"]},
        {"title": "Harbour Press", "roles": ["publisher"]},
    ],
    "licenses": {
        "facts": {"name": "ODC-BY-1.0", "title": "ODC-By", "path": "https://opendatacommons.org/licenses/by/1-0/"},
        "text": {"name": "CC-BY-4.0", "title": "CC BY", "path": "https://creativecommons.org/licenses/by/4.0/"},
    },
    "sources": [{"title": "A gazette", "path": "https://gazette.example/"}],
}  # fmt: skip
"""Metadata of somebody else, in which every property is another and some look like something else."""


@pytest.fixture
def package(tmp_path):
    """A package that says of itself what ours say."""
    return write_package(sound_tables(), tmp_path / "package").parent


@pytest.fixture
def other(tmp_path):
    """The same tables under the metadata of somebody else."""
    (tmp_path / "about.json").write_text(json.dumps(OTHERS), encoding="utf-8")
    return write_package(sound_tables(), tmp_path / "other", tmp_path / "about.json").parent


@pytest.fixture
def others():
    """The metadata of somebody else."""
    return OTHERS


@pytest.fixture
def descriptor():
    """From a package to its descriptor."""
    return lambda folder: json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture
def told(tmp_path):
    """From a package and a form to the text of its file, or of the one of that ending."""

    def text(folder, form, ending=""):
        paths = describe(folder, tmp_path / "told", [form])
        [path] = [each for each in paths if each.name.endswith(ending)]
        return path.read_text(encoding="utf-8")

    return text
