"""Wherever the writing stops, a reader finds the old package, the new one, or files that `validate` names."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

import summitry
from small_package import files, full_disk, nth
from summitry.cli import app
from summitry.tables import files as writing
from two_packages import two_packages

FILES = 14
"""What the second build writes: a part, manifest, ten tables, descriptor, and the list of refused inputs."""

ALL_FILES = FILES + 10
"""What the first build writes: the schemas too."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Two packages: of one article, and of two articles beside which a third was refused."""
    return two_packages(tmp_path_factory.mktemp("packages"))


@pytest.fixture
def out(packages, tmp_path):
    """A folder with the old package."""
    return shutil.copytree(packages / "old", tmp_path / "out")


def package_in(out):
    """The files of the package in a folder: all but the list of refused inputs."""
    return {name: content for name, content in files(out).items() if name != "rejected.csv"}


def assert_told(out, packages):
    """The folder holds the old package, the new one, or files that `validate` finds fault with."""
    if package_in(out) not in (package_in(packages / "old"), package_in(packages / "new")):
        assert not summitry.validate(out).valid


def assert_repaired(out, packages):
    """The next build makes the new package of what was left, and leaves nothing else."""
    summitry.build([packages / "raw-new"], out)
    assert files(out) == files(packages / "new")


def stopped(*_):
    """Stop as a person at the keyboard does."""
    raise KeyboardInterrupt


def nth_time(number, call, instead):
    """The call, but the other one at the nth time."""
    count = iter(range(1, 1000))

    def either(*args):
        return instead(*args) if next(count) == number else call(*args)

    return either


def half_written(part, content):
    """Write half of a file, as a disk that fills up does."""
    whole = b"".join(content)
    part.write_bytes(whole[: len(whole) // 2])
    full_disk()


def test_a_build_takes_as_many_moves_as_the_tests_below_stop(packages, out, monkeypatch):
    """No move is left untested."""
    moves = []
    real = os.replace
    monkeypatch.setattr(os, "replace", lambda *paths: moves.append(paths[1].name) or real(*paths))
    summitry.build([packages / "raw-new"], out)
    assert len(moves) == FILES
    assert moves[0].endswith(".parquet")
    assert moves[1] == "manifest.json"
    assert moves[-2:] == ["datapackage.json", "rejected.csv"]
    moves.clear()
    summitry.build([packages / "raw-new"], out / "first")
    assert len(moves) == ALL_FILES


@pytest.mark.parametrize("number", range(1, FILES + 1))
def test_a_full_disk_changes_nothing(packages, out, monkeypatch, number):
    """Whichever file no longer fits, the old package stays, and nothing is left beside it."""
    monkeypatch.setattr(writing, "write_part", nth_time(number, writing.write_part, half_written))
    with pytest.raises(
        summitry.UnusableOutput, match=": found no space left on device; expected a place"
    ) as caught:
        summitry.build([packages / "raw-new"], out)
    assert "\n" not in str(caught.value)
    assert files(out) == files(packages / "old")


@contextmanager
def small_files(size):
    """Let the system refuse to write larger files, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_system_that_writes_no_more(packages, out):
    """The same with a limit of the system itself, which stops in the middle of a file."""
    with (
        pytest.raises(
            summitry.UnusableOutput, match=r": found “disk I/O error”, as SQLite says .*; expected"
        ),
        small_files(500),
    ):
        summitry.build([packages / "raw-new"], out)
    assert files(out) == files(packages / "old")


@pytest.mark.parametrize("number", range(1, FILES + 1))
def test_a_move_that_fails(packages, out, monkeypatch, number):
    """Whichever move fails, the old package, the new one or a named state is left, until the next build."""
    with monkeypatch.context() as context:
        context.setattr(os, "replace", nth(number, os.replace))
        with pytest.raises(summitry.UnusableOutput):
            summitry.build([packages / "raw-new"], out)
    assert_told(out, packages)
    assert_repaired(out, packages)


@pytest.mark.parametrize("number", range(1, FILES + 1))
def test_a_stop_at_the_keyboard(packages, out, monkeypatch, number):
    """The same where a person stops the work, which the command line says in one line."""
    with monkeypatch.context() as context:
        context.setattr(os, "replace", nth_time(number, os.replace, stopped))
        answer = CliRunner().invoke(app, ["build", str(packages / "raw-new"), "--out", str(out)])
    assert answer.exit_code == 2
    assert answer.stderr.endswith("summitry: stopped; the next build puts right what this one left\n")
    assert_told(out, packages)
    assert_repaired(out, packages)


@pytest.mark.parametrize("number", [1, 2, 11, 12, 21, 22, 23, 24])
def test_a_first_build_that_stops(packages, tmp_path, monkeypatch, number):
    """Without an earlier package there is none before the last move; the next build makes it."""
    out = tmp_path / "out"
    with monkeypatch.context() as context:
        context.setattr(os, "replace", nth_time(number, os.replace, stopped))
        with pytest.raises(KeyboardInterrupt):
            summitry.build([packages / "raw-new"], out)
    assert (out / "datapackage.json").exists() == (number == ALL_FILES)
    assert_repaired(out, packages)


KILLED = """
import os, signal, sys
import summitry
real, moves = os.replace, iter(range(1, 100))
def replace(*paths):
    if next(moves) == 6:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*paths)
os.replace = replace
summitry.build([sys.argv[1]], sys.argv[2])
"""


def test_a_build_that_is_killed(packages, out):
    """A kill leaves parts behind; `validate` names the state, and the next build clears it."""
    killed = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", KILLED, packages / "raw-new", out], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert_told(out, packages)
    assert any(name.endswith(".part") for name in files(out))
    assert_repaired(out, packages)
