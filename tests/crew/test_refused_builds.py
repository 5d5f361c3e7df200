"""A build that cannot be done, or not now, says so in one line and leaves all as it was."""

import subprocess
import sys

import pytest

import summitry
from commands import assert_one_line, run
from made_news import short_news
from small_package import files
from summitry.crew import cluster as clusters

ARTICLES = 20


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Twenty short articles, and their package with all that was kept for the next build."""
    home = tmp_path_factory.mktemp("packages")
    summitry.build([short_news(home / "raw", ARTICLES)], home / "out")
    return home


def test_two_builds_in_one_folder(packages, tmp_path):
    """The second, a process of its own, stops with one line, and the first is none the worse for it."""
    out, answers = tmp_path / "out", []
    command = [sys.executable, "-m", "summitry.cli", "build", packages / "raw", "--out", out]

    def step(_):
        if not answers:
            answers.append(subprocess.run(command, check=False, capture_output=True, text=True))  # noqa: S603  # ours

    summitry.build([packages / "raw"], out, progress=step)
    assert answers[0].returncode == 2
    assert f"{out}/.summitry: found another build at work; expected none" in answers[0].stderr
    assert "Traceback" not in answers[0].stderr
    assert files(out) == files(packages / "out")


def test_a_refused_build_leaves_the_lock(packages, tmp_path):
    """A third build is refused too: the second took nothing with it that was not its own."""
    refused = []

    def step(_):
        while len(refused) < 2:
            refused.append(run("build", packages / "raw", "--out", tmp_path))

    summitry.build([packages / "raw"], tmp_path, progress=step)
    for answer in refused:
        assert_one_line(answer, "found another build at work; expected none")


def test_one_package_has_one_build_wherever_drafts_lie(packages, tmp_path):
    """Two builds with two places for drafts do not write one package at once either."""
    refused = []

    def step(_):
        if not refused:
            refused.append(run("build", packages / "raw", "--out", tmp_path, "--cache", tmp_path / "two"))

    summitry.build([packages / "raw"], tmp_path, progress=step, cache=tmp_path / "one")
    assert_one_line(refused[0], f"{tmp_path}/.summitry: found another build at work")
    assert not (tmp_path / ".summitry").exists()


def test_a_folder_of_the_user_keeps_what_is_in_it(packages, tmp_path):
    """Whatever folder is named as the place for drafts, no file of its owner is changed."""
    for name in (".gitignore", "work/mine.txt", "parts.txt"):
        (tmp_path / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mine" / name).write_text("mine", encoding="utf-8")
    before = files(tmp_path / "mine")
    summitry.build([packages / "raw" / "short-000.txt"], tmp_path / "out", cache=tmp_path / "mine")
    assert before.items() <= files(tmp_path / "mine").items()


def test_a_lock_that_is_none_is_told(packages, tmp_path):
    """What stands in the place of the lock is named, and not taken for another build."""
    (tmp_path / ".summitry" / "lock.sqlite").mkdir(parents=True)
    answer = run("build", packages / "raw", "--out", tmp_path)
    assert_one_line(answer, ".summitry: found “unable to open database file”, as SQLite says")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        pytest.param("tcp://127.0.0.1:9", "found no scheduler that answers", id="nobody listens"),
        pytest.param("nonsense", "found no address of a scheduler", id="no port"),
        pytest.param("bogus://a:1", "found no address of a scheduler", id="no protocol"),
    ],
)
def test_a_dead_scheduler_is_told(packages, tmp_path, monkeypatch, address, told):
    """One line says so, soon, and nothing is left."""
    monkeypatch.setattr(clusters, "CLUSTER_SECONDS", 1)
    answer = run("build", packages / "raw", "--out", tmp_path / "out", "--cluster", address)
    assert_one_line(answer, address, told)
    assert not (tmp_path / "out").exists()


def test_a_cluster_needs_its_library(packages, tmp_path, monkeypatch):
    """Without it, one line says how to install it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    answer = run("build", packages / "raw", "--out", tmp_path / "out", "--cluster", "tcp://127.0.0.1:9")
    assert_one_line(answer, "found no distributed; expected it, as `pip install summitry[dask]`")


def test_no_worker_is_no_number(packages, tmp_path):
    """The command line refuses a build by nobody."""
    answer = run("build", packages / "raw", "--out", tmp_path / "out", "--workers", "0")
    assert answer.exit_code == 2
    assert "--workers" in answer.stderr
    assert not (tmp_path / "out").exists()
