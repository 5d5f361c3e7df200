"""Two articles of invented people, and a desk at which they are corrected."""

import csv
from pathlib import Path

import pytest

import summitry
from summitry.curated import columns_of

OSLO = """ date 2019-05-15 AFP, OSLO

Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday.

“We need the railway,” Solheim told reporters after the talks. Dahl said that work would begin in June.

Solheim and Dahl will meet again in Copenhagen next month.
"""
BERGEN = """ date 2019-05-16 AFP, BERGEN

Kari Solheim met Erik Dahl in Oslo on Tuesday. “It was a good day,” she said.

Ada Holm said that the bridge was safe. Some experts said that it was not.
"""


class Desk:
    """Where corrections are written and applied."""

    def __init__(self, home: Path, cache: Path) -> None:
        self.home, self.cache = home, cache
        self.curated, self.package = home / "curated", home / "package"
        self.curated.mkdir()

    def write(self, name, *rows):
        """Write a file of corrections; who, when and why are the same everywhere."""
        columns = columns_of(name)
        with (self.curated / name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            for row in rows:
                writer.writerow({"who": "Ann Lee", "when": "2026-11-22", "why": "read it", **row})

    def built(self, **files):
        """What a build with corrections says of itself."""
        for name, rows in files.items():
            self.write(f"{name}.csv", *rows)
        raw = self.cache.parent / "raw"
        return summitry.build([raw], self.package, cache=self.cache, curated=self.curated)

    def build(self, **files):
        """The package with corrections, as tables; it must keep every promise."""
        built = self.built(**files)
        report = summitry.validate(self.package)
        assert [problem for problem in report.problems if problem.table != "articles"] == []
        return built.tables


def write_raw(folder):
    """The two articles as files."""
    folder.mkdir()
    for name, text in {"oslo": OSLO, "bergen": BERGEN}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


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
