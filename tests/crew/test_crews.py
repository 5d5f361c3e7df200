"""The loop, some processes and a cluster make the same package, also where some of them are killed."""

import csv
import os
import signal
import subprocess
import sys
from multiprocessing import active_children
from threading import Thread

import pytest
from distributed import LocalCluster

import made_hands
import summitry
from conftest import dispatch_of
from made_news import mixed_news, short_news
from small_package import files
from summitry import parts
from summitry.crew import cluster as clusters
from summitry.crew.cluster import Cluster
from summitry.crew.processes import Processes
from summitry.errors import LostWorkers
from summitry.parts import making
from summitry.settings import MODEL


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """Forty articles, ten of them long."""
    return mixed_news(tmp_path_factory.mktemp("raw"), 30)


@pytest.fixture(scope="module")
def expected(raw, tmp_path_factory):
    """The package that the loop makes of them."""
    out = tmp_path_factory.mktemp("loop")
    summitry.build([raw], out)
    return files(out)


@pytest.fixture
def small_parts(monkeypatch):
    """Parts of four articles, so that each worker gets some."""
    monkeypatch.setattr(Processes, "smallest", 4)
    monkeypatch.setattr(Cluster, "smallest", 4)


@pytest.fixture(scope="module")
def cluster():
    """A cluster of two processes."""
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as made:
        yield made


class KillOnce:
    """Progress that kills a process once some articles are read."""

    def __init__(self, pid_of):
        self.pid_of, self.seen, self.killed = pid_of, [], 0

    def __call__(self, name):
        """Note the article, and kill at the first."""
        self.seen.append(name)
        if not self.killed:
            self.killed = self.pid_of()
            os.kill(self.killed, signal.SIGKILL)


@pytest.mark.usefixtures("small_parts")
def test_three_processes_change_no_byte(raw, expected, tmp_path):
    """However many processes read, and whatever they finish first, the package is that of the loop."""
    summitry.build([raw], tmp_path, workers=3)
    assert files(tmp_path) == expected


@pytest.mark.usefixtures("small_parts")
def test_a_killed_process_costs_nothing(raw, expected, tmp_path, monkeypatch):
    """One of two processes is killed at its work: others take its place, and the package is the same."""
    started = []
    real = Processes._started
    monkeypatch.setattr(Processes, "_started", lambda crew: started.append(crew) or real(crew))
    kill = KillOnce(lambda: min(child.pid for child in active_children()))
    summitry.build([raw], tmp_path, workers=2, progress=kill)
    assert files(tmp_path) == expected
    assert len(started) == 2
    assert sorted(kill.seen) == sorted(path.stem for path in raw.iterdir())


@pytest.mark.usefixtures("small_parts")
def test_a_cluster_changes_no_byte(raw, expected, tmp_path, cluster):
    """The workers of a cluster make the package of the loop."""
    summitry.build([raw], tmp_path, cluster=cluster.scheduler_address)
    assert files(tmp_path) == expected


@pytest.mark.usefixtures("small_parts")
def test_a_killed_worker_of_a_cluster_costs_nothing(raw, expected, tmp_path, cluster):
    """One of two workers is killed at its work: the cluster replaces it, and the package is the same."""
    kill = KillOnce(lambda: cluster.workers[0].pid)
    summitry.build([raw], tmp_path, cluster=cluster.scheduler_address, progress=kill)
    assert kill.killed
    assert files(tmp_path) == expected
    assert sorted(kill.seen) == sorted(path.stem for path in raw.iterdir())


@pytest.mark.usefixtures("small_parts")
def test_threads_of_a_worker_change_no_byte(raw, expected, tmp_path):
    """A worker with two threads makes the package of the loop."""
    with LocalCluster(n_workers=1, threads_per_worker=2, processes=True, dashboard_address=":0") as made:
        summitry.build([raw], tmp_path, cluster=made.scheduler_address)
    assert files(tmp_path) == expected


def test_a_process_reads_one_article_at_a_time(tmp_path, monkeypatch):
    """However many threads make parts, only one is at an article."""
    at_once, most = [], []

    def findings_of(page):
        at_once.append(page)
        most.append(len(at_once))
        found = real(page)
        at_once.pop()
        return found

    real = making.findings_of
    monkeypatch.setattr(making, "findings_of", findings_of)
    batch = [dispatch_of("Kari Solheim met Erik Dahl in Oslo.\n\nThey agreed.")] * 10
    threads = [Thread(target=parts.make_part, args=(batch, tmp_path, MODEL)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 40
    assert max(most) == 1


def test_a_worker_with_another_program_is_told(tmp_path):
    """No draft of another version of the program is taken for one of ours."""
    with pytest.raises(LostWorkers, match=r"^workers: found another version of the program, .*; expected"):
        clusters.part_there([dispatch_of("Words.")], tmp_path / "another", MODEL)


def refused_in(out):
    """The sources in the list of refused inputs, and what was found in each."""
    rows = csv.DictReader((out / "rejected.csv").read_text(encoding="utf-8").splitlines())
    return [(row["source"], row["found"]) for row in rows]


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory):
    """Six short articles, and the package of all of them but the one on which stand-ins fail."""
    home = tmp_path_factory.mktemp("poisoned")
    raw, clean = short_news(home / "raw", 6), short_news(home / "clean", 6)
    (clean / f"{made_hands.POISON}.txt").unlink()
    summitry.build([clean], home / "out")
    return raw, files(home / "out")


def assert_costs_itself(built, others, found):
    """The one article was refused, the others are there, and all that is said of it is this."""
    out = built.descriptor.parent
    assert {name: content for name, content in files(out).items() if name != "rejected.csv"} == others
    [refusal] = built.rejected
    assert refused_in(out) == [(refusal.source, refusal.found)]
    assert (refusal.source, refusal.found) == (
        f"{made_hands.POISON}.txt",
        f"a fault of this program ({found})",
    )
    assert built.exit_code == 1


def test_an_article_with_a_fault_costs_itself_alone(poisoned, tmp_path, monkeypatch, cluster):
    """Where our program fails on an article, the loop and a cluster list it, and give the same bytes."""
    raw, others = poisoned
    with monkeypatch.context() as context:
        context.setattr(making, "findings_of", made_hands.raising)
        alone = summitry.build([raw], tmp_path / "alone")
    monkeypatch.setattr(clusters, "part_there", made_hands.make_part_with_fault)
    monkeypatch.setattr(Cluster, "smallest", 2)
    together = summitry.build([raw], tmp_path / "together", cluster=cluster.scheduler_address)
    for built in (alone, together):
        assert_costs_itself(built, others, "ZeroDivisionError: an invented fault")
    assert files(tmp_path / "alone") == files(tmp_path / "together")


def test_an_article_that_kills_costs_itself_alone(poisoned, tmp_path, monkeypatch):
    """An article at which processes die is found among those at hand, and is listed; the others are there."""
    raw, others = poisoned
    monkeypatch.setattr("summitry.crew.processes.make_part", made_hands.make_part_or_die)
    monkeypatch.setattr(Processes, "smallest", 2)
    assert_costs_itself(summitry.build([raw], tmp_path, workers=2), others, "the process that read it died")


def test_workers_that_cannot_start_are_told(poisoned, tmp_path, monkeypatch):
    """Where every process dies as it starts, one line says so, and no one tries for ever."""
    monkeypatch.setattr("summitry.crew.processes.ready", made_hands.die)
    with pytest.raises(LostWorkers, match=r"^workers: found that they die as they start; expected"):
        summitry.build([poisoned[0]], tmp_path / "out", workers=2)
    assert not (tmp_path / "out").exists()


UNGUARDED = "import sys, summitry; summitry.build([sys.argv[1]], sys.argv[2], workers=2)"


def test_a_script_without_a_guard_is_told(poisoned, tmp_path):
    """A main module that would build again in each process gets the same line, and leaves nothing."""
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    ended = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, script, poisoned[0], tmp_path / "out"],
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert ended.stderr.splitlines()[-1].startswith(
        "summitry.errors.LostWorkers: workers: found that they die"
    )
    assert not (tmp_path / "out").exists()


ORPHANS = """
import os, signal, sys
import summitry
from multiprocessing import active_children
from summitry.crew.processes import Processes
def step(name):
    print(*(child.pid for child in active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
if __name__ == "__main__":
    Processes.smallest = 1
    summitry.build([sys.argv[1]], sys.argv[2], workers=2, progress=step)
"""


def test_a_killed_build_leaves_no_process(poisoned, tmp_path):
    """The processes of a build end with it, also where it is killed: its output is closed by all."""
    script = tmp_path / "script.py"
    script.write_text(ORPHANS, encoding="utf-8")
    killed = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, script, poisoned[0], tmp_path / "out"],
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert len(killed.stdout.split()) == 2


SCHEDULER = """
import time
from distributed import LocalCluster
if __name__ == "__main__":
    made = LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=":0"
    )
    print(made.scheduler_address, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def scheduler():
    """A scheduler with a worker, in a process of its own."""
    command = [sys.executable, "-c", SCHEDULER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  # our own
        yield process
        process.kill()


@pytest.mark.usefixtures("small_parts")
def test_a_scheduler_that_dies_loses_nothing(raw, expected, tmp_path, monkeypatch, scheduler):
    """One line says so, and a build without it goes on from what its workers have read."""
    monkeypatch.setattr(clusters, "CLUSTER_SECONDS", 2)
    address, seen, again = scheduler.stdout.readline().strip(), [], []

    def step(name):
        seen.append(name)
        scheduler.kill()

    with pytest.raises(LostWorkers, match=f"^{address}: found no scheduler that answers; expected"):
        summitry.build([raw], tmp_path, cluster=address, progress=step)
    real = making.annotate_all
    monkeypatch.setattr(making, "annotate_all", lambda *given: again.extend(given[0]) or real(*given))
    summitry.build([raw], tmp_path)
    assert files(tmp_path) == expected
    assert seen
    assert len(again) <= len(expected_articles(raw)) - len(seen)


def expected_articles(raw):
    """The ids of the articles in a folder."""
    return {path.stem for path in raw.iterdir()}
