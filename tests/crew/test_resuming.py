"""What was read once is not read again, whatever stopped the build, and what is damaged is not used."""

import random
import shutil
import signal
import subprocess
import sys
import time
from itertools import count

import duckdb
import pytest

import summitry
from commands import assert_one_line, run
from made_news import mixed_news, short_article, short_news
from small_package import files, full_disk
from summitry.crew.alone import Alone
from summitry.parts import making, shelf
from summitry.read import streams
from summitry.tables import files as writing
from summitry.together.store import Store

ARTICLES = 60


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Sixty short articles, and their package with all that was kept for the next build."""
    home = tmp_path_factory.mktemp("packages")
    summitry.build([short_news(home / "raw", ARTICLES)], home / "out")
    return home


@pytest.fixture
def home(packages, tmp_path):
    """A copy of both."""
    shutil.copytree(packages / "raw", tmp_path / "raw")
    shutil.copytree(packages / "out", tmp_path / "out")
    return tmp_path


@pytest.fixture
def read_again(monkeypatch):
    """The ids of the articles that go through the model from now on."""
    seen = []
    real = making.annotate_all

    def annotate_all(dispatches, *given):
        seen.extend(dispatch.article_id for dispatch in dispatches)
        return real(dispatches, *given)

    monkeypatch.setattr(making, "annotate_all", annotate_all)
    return seen


def parts_in(out):
    """The parts that wait in a folder for the next build."""
    return sorted((out / ".summitry" / "parts").glob("*/*.parquet"))


def change(raw):
    """Give one article another text."""
    (raw / "short-007.txt").write_text(short_article(7, "Olga Lind"), encoding="utf-8")


def remove(raw):
    """Take one article away."""
    (raw / "short-007.txt").unlink()


def add(raw):
    """Put another article in."""
    (raw / "more.txt").write_text(short_article(ARTICLES), encoding="utf-8")


@pytest.mark.parametrize(
    ("edit", "read"),
    [
        pytest.param(lambda _: None, [], id="nothing"),
        pytest.param(change, ["short-007"], id="one article changed"),
        pytest.param(remove, [], id="one article removed"),
        pytest.param(add, ["more"], id="one article added"),
    ],
)
def test_only_what_changed_is_read_again(home, read_again, edit, read):
    """The package is that of a build from nothing, and no article that was read before is read for it."""
    edit(home / "raw")
    summitry.build([home / "raw"], home / "out")
    assert read_again == read
    summitry.build([home / "raw"], home / "new")
    assert files(home / "out") == files(home / "new")


def test_another_program_reads_everything_again(home, read_again, monkeypatch):
    """What another version of the program has found is not taken for its own."""
    monkeypatch.setattr(shelf, "program_key", lambda _: "another")
    summitry.build([home / "raw"], home / "out")
    assert len(read_again) == ARTICLES


def flip(path):
    """Change one byte far behind the keys, as a worn disk does."""
    content = bytearray(path.read_bytes())
    content[len(content) * 2 // 3] ^= 1
    path.write_bytes(content)


def to_folder(path):
    """Put a folder that holds something in the place of a file."""
    path.unlink()
    path.mkdir()
    (path / "a").touch()


DAMAGES = [
    pytest.param(lambda path: path.write_bytes(b""), id="no byte"),
    pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-9]), id="cut off"),
    pytest.param(lambda path: path.write_bytes(b"PAR1 and then nothing of the kind PAR1"), id="garbage"),
    pytest.param(flip, id="one bit of a draft"),
    pytest.param(to_folder, id="a folder"),
    pytest.param(lambda path: (path.unlink(), path.symlink_to("nowhere")), id="a link to nowhere"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_part_is_not_used(packages, home, read_again, damage):
    """Its articles are read again, the others are not, and the next build finds all in order."""
    part = parts_in(home / "out")[0]
    held = len(shelf.keys_in(part))
    damage(part)
    summitry.build([home / "raw"], home / "out")
    assert len(read_again) == held
    assert files(home / "out") == files(packages / "out")
    read_again.clear()
    summitry.build([home / "raw"], home / "out")
    assert not read_again


def test_a_part_under_another_name_is_not_used(packages, home, read_again):
    """A file that was put there by somebody else costs nothing."""
    part = parts_in(home / "out")[0]
    shutil.copyfile(part, part.with_name("a copy.parquet"))
    summitry.build([home / "raw"], home / "out")
    assert not read_again
    assert files(home / "out") == files(packages / "out")


def test_what_a_killed_worker_has_half_written_is_cleared(home):
    """Files beside the parts do not pile up."""
    left = parts_in(home / "out")[0].with_name(".a.parquet.1.part")
    left.write_bytes(b"PAR1")
    summitry.build([home / "raw"], home / "out")
    assert not left.exists()


def failing(number, real):
    """The call, but it finds the disk full at the nth time."""
    numbers = count(1)
    return lambda *given: full_disk() if next(numbers) == number else real(*given)


def test_a_disk_that_fills_up_with_parts(packages, tmp_path, monkeypatch, read_again):
    """One line says so, the old package stays, and what was read before is not read again."""
    out = tmp_path / "out"
    summitry.build([packages / "raw" / "short-000.txt"], out)
    before = files(out)
    monkeypatch.setattr(Alone, "smallest", 8)
    with monkeypatch.context() as context:
        context.setattr(writing, "write_part", failing(4, writing.write_part))
        assert_one_line(run("build", packages / "raw", "--out", out), "no space left on device")
    assert files(out) == before
    read_again.clear()
    summitry.build([packages / "raw"], out)
    assert len(read_again) == ARTICLES - 1 - 3 * 8
    assert files(out) == files(packages / "out")


STORE_FAILS = [
    pytest.param((duckdb.IOException, "IO Error: Could not write file: No space left"), id="a write"),
    pytest.param((duckdb.OutOfMemoryException, "Out of Memory Error: no room\nto sort"), id="no memory"),
    pytest.param((duckdb.TransactionException, "Failed to commit: No space left"), id="a commit"),
    pytest.param((duckdb.FatalException, "FATAL Error: the checkpoint failed"), id="behind a commit"),
]


@pytest.mark.parametrize("fault", STORE_FAILS)
def test_a_disk_that_fills_up_with_the_store(packages, tmp_path, monkeypatch, read_again, fault):
    """One line says so, the old package stays, and the next build reads nothing again."""
    kind, message = fault
    out = tmp_path / "out"
    shutil.copytree(packages / "out" / ".summitry", out / ".summitry")
    summitry.build([packages / "raw" / "short-000.txt"], out)
    before = files(out)

    def rows(store, *_):
        with store._clearly():
            raise kind(message)

    with monkeypatch.context() as context:
        context.setattr(Store, "rows", rows)
        assert_one_line(run("build", packages / "raw", "--out", out), message.splitlines()[0])
    assert files(out) == before
    summitry.build([packages / "raw"], out)
    assert not read_again
    assert files(out) == files(packages / "out")
    assert not (out / ".summitry" / "summitry.work").exists()


def test_a_folder_that_vanishes(packages, tmp_path, monkeypatch):
    """Inputs that are gone when their turn comes are refused, and the others are built."""
    raw = shutil.copytree(packages / "raw", tmp_path / "raw")
    monkeypatch.setattr(streams, "size_of", vanishing(raw, 20, streams.size_of))
    built = summitry.build([raw], tmp_path / "out")
    assert built.counts["articles"] == 20
    assert len(built.rejected) == ARTICLES - 20
    assert {refusal.found for refusal in built.rejected} == {
        "a link that leads nowhere, or a file that has gone"
    }
    assert built.exit_code == 1
    assert summitry.validate(tmp_path / "out").valid


def vanishing(folder, after, real):
    """The call, but a folder is gone after so many times."""
    numbers = count(1)

    def call(*given):
        if next(numbers) == after + 1:
            shutil.rmtree(folder)
        return real(*given)

    return call


def test_a_killed_build_goes_on(tmp_path, read_again):
    """The command is killed at its work: its parts stay as they are, and only the others are read."""
    raw, out = mixed_news(tmp_path / "raw", 90), tmp_path / "out"
    command = [sys.executable, "-m", "summitry.cli", "build", raw, "--out", out]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # our own program
        while not parts_in(out) and process.poll() is None:
            time.sleep(0.01)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    before = {path: path.stat().st_mtime_ns for path in parts_in(out)}
    summitry.build([raw], out)
    assert before
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert len(read_again) <= 100 - 16 * len(before)
    summitry.build([raw], tmp_path / "new")
    assert files(out) == files(tmp_path / "new")


KILLER = """
import os, signal, sys, time
import summitry
summitry.annotate({"id": "a", "date": None, "text": "Words."})
print(flush=True)
for line in sys.stdin:
    child = os.fork()
    if not child:
        try:
            summitry.build([sys.argv[1]], sys.argv[2])
        finally:
            os._exit(0)
    time.sleep(float(line))
    os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], flush=True)
"""


def whole_files(out):
    """The files in a folder without those beside their places, which no reader of a package looks at."""
    return {name: content for name, content in files(out).items() if not name.endswith(".part")}


def test_killed_again_and_again(packages, tmp_path):
    """After each kill a reader finds the old package, the new one or a named state; then the new one."""
    raw, out = mixed_news(tmp_path / "raw", ARTICLES), tmp_path / "out"
    summitry.build([packages / "raw"], out)
    summitry.build([raw], tmp_path / "new")
    old, new = files(out), files(tmp_path / "new")
    chance = random.Random(5)  # noqa: S311  # no secret
    command = [sys.executable, "-c", KILLER, raw, out]
    with subprocess.Popen(  # noqa: S603  # our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        process.stdout.readline()
        ended = []
        for longest in (0.2, 1, 1, 1, 2, 2, 2):
            process.stdin.write(f"{chance.uniform(0.1, longest)}\n")
            process.stdin.flush()
            ended.append(process.stdout.readline())
            assert whole_files(out) in (old, new) or not summitry.validate(out).valid
        process.stdin.close()
    assert ended[0] == f"{signal.SIGKILL}\n"
    assert len(ended) == 7
    summitry.build([raw], out)
    assert files(out) == new
