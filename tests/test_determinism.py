"""The same articles give the same bytes, whatever the machine is set to."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import summitry

HERE = Path(__file__).parent
ARTICLES = sorted([*(HERE / "golden").glob("*.txt"), *(HERE.parent / "data" / "raw").glob("*.txt")])

BUILD = "import sys, summitry; summitry.build(sys.argv[2:], sys.argv[1])"

SETTINGS = [
    pytest.param(
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}, id="Turkish, east"
    ),
    pytest.param(
        {
            "PYTHONHASHSEED": "77", "LC_ALL": "C", "TZ": "Pacific/Pago_Pago", "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
        id="ASCII, west",
    ),
]  # fmt: skip


def contents(out):
    """Every file of a package by its path, without the raw articles and what a build keeps for the next."""
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {
        name: content for name, content in found.items() if not name.startswith(("data/raw", ".summitry"))
    }


def raw_in(out, articles):
    """The folder of raw articles inside a package, with its files made in the given order."""
    raw = out / "data" / "raw"
    raw.mkdir(parents=True)
    for article in articles:
        shutil.copyfile(article, raw / article.name)
    return raw


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The package as this process builds it."""
    out = tmp_path_factory.mktemp("here")
    summitry.build([raw_in(out, ARTICLES)], out)
    return out


@pytest.mark.parametrize("environment", SETTINGS)
def test_no_setting_of_the_machine_changes_a_byte(built, tmp_path, environment):
    """Hash seed, locale, time zone, encoding, working folder, order of arguments and files are no input."""
    raw = raw_in(tmp_path / "out", reversed(ARTICLES))
    sources = [os.path.relpath(path, tmp_path) for path in sorted(raw.iterdir(), reverse=True)]
    subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", BUILD, "out", *sources],
        check=True,
        cwd=tmp_path,
        env=os.environ | environment,
    )
    assert contents(tmp_path / "out") == contents(built)


def test_building_again_changes_no_byte(built):
    """What the first build left does not show in the second."""
    before = contents(built)
    summitry.build([built / "data" / "raw"], built)
    assert contents(built) == before


def test_an_article_does_not_depend_on_how_it_came(tmp_path):
    """A folder, its files one by one and in another order give the same tables."""
    raw = raw_in(tmp_path, ARTICLES[:3])
    tables = summitry.build([raw], tmp_path / "a").tables
    assert summitry.build(sorted(raw.iterdir(), reverse=True), tmp_path / "b").tables == tables
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_every_package_keeps_its_promises(built):
    """All these articles together give a valid package."""
    report = summitry.validate(built)
    assert report.valid, report.problems
