"""What the benchmark of scale runs in processes of their own: each prints what it measured as JSON."""

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from summitry import assembly, pipeline, together
from summitry.annotate import annotate_all
from summitry.extract.findings import findings_of
from summitry.heap import collected_seldom
from summitry.package import write_package
from summitry.parts import article_key
from summitry.read import read_articles
from summitry.resolve.drafts import draft_of
from summitry.resolve.reading import reading_of
from summitry.schema import TABLES
from summitry.together.workshop import workshop

KIB = 1 if sys.platform == "darwin" else 1024
RESOLVING = {
    "open_parts": "resolve: open parts",
    "find_entities": "resolve: entities",
    "find_encounters": "resolve: encounters",
    "name_meetings": "resolve: meetings",
}
FIRST = 5
"""So many articles have looked into every table of knowledge."""

ENTERED = ("rows of entities", "rows of meetings", "rows of articles")
"""In the order in which they are entered."""


class Costs:
    """What each stage has cost this process."""

    def __init__(self) -> None:
        self.cpu: dict[str, float] = {}
        self.wall: dict[str, float] = {}
        self.peak: dict[str, float] = {}
        """The most memory until its end, in megabytes."""

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Measure a stage."""
        cpu, wall = time.process_time(), time.perf_counter()
        yield
        self.cpu[stage] = self.cpu.get(stage, 0) + time.process_time() - cpu
        self.wall[stage] = self.wall.get(stage, 0) + time.perf_counter() - wall
        self.peak[stage] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB / 1e6

    def watch(self, place: object, name: str, stages: Iterator[str]) -> None:
        """Measure each call of a function as the next stage."""
        function: Callable[..., Any] = getattr(place, name)

        def measured(*args: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever the function takes
            with self.of(next(stages)):
                return function(*args, **named)

        setattr(place, name, measured)


@collected_seldom()
def resolve_parts(articles: Path, parts: Path, out: Path) -> dict[str, Any]:
    """Read the articles, resolve the drafts that lie there, and write the package."""
    costs = Costs()
    load_model(costs, articles)
    with costs.of("read"):
        for dispatch in pipeline.kept(read_articles([articles]), []):
            article_key(dispatch)
    for name, stage in RESOLVING.items():
        costs.watch(together, name, iter([stage]))
    costs.watch(together.Ledger, "enter", iter(ENTERED))
    with workshop(out / ".summitry") as store:
        with store.inserting("wanted") as add:
            for path in sorted(parts.iterdir()):
                for key in pq.read_table(path, columns=["key"])["key"].to_pylist():
                    add((key, str(path)))
        with costs.of("resolving"):
            ledger = together.resolve(store)
        with costs.of("write the package"):
            write_package(ledger, out)
    rows = {name: ledger.counted(name).rows for name in TABLES}
    return vars(costs) | {"rows": rows}


def load_model(costs: Costs, articles: Path) -> None:
    """Load the model and the tables of knowledge."""
    with costs.of("model"):
        read_first(articles)


def read_first(articles: Path) -> None:
    """Read the first articles to the end, so that everything is loaded."""
    first = islice(pipeline.kept(read_articles([articles]), []), FIRST)
    for page in annotate_all(first):
        draft_of(reading_of(page, findings_of(page)))


def build_with(articles: Path, out: Path, crew: str) -> dict[str, Any]:
    """Build a package with a number of workers, or with as many of a cluster: `2` or `dask-2`."""
    costs = Costs()
    load_model(costs, articles)
    costs.watch(assembly, "read_all", iter(["reading"]))
    kind, _, number = crew.rpartition("-")
    spent = 0.0
    with cluster_of(int(number), articles) if kind else nullcontext() as cluster:
        before = cpu_of(cluster) if cluster else 0.0
        pipeline.build([articles], out, workers=1 if kind else int(number), cluster=address_of(cluster))
        spent = cpu_of(cluster) - before if cluster else 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    helpers = spent if cluster else used.ru_utime + used.ru_stime
    return vars(costs) | {"helpers": helpers, "helper_peak": used.ru_maxrss * KIB / 1e6}


@contextmanager
def cluster_of(number: int, articles: Path) -> Iterator[Any]:
    """A Dask cluster of some processes of this machine, with everything loaded in each."""
    from distributed import Client, LocalCluster  # noqa: PLC0415  # only one of the runs needs it

    with (
        LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        client.run(read_first, articles.absolute())
        yield client


def cpu_of(client: Any) -> float:  # noqa: ANN401  # distributed is not always there
    """The CPU seconds that all workers have taken."""
    return float(sum(client.run(time.process_time).values()))


def address_of(client: Any) -> str | None:  # noqa: ANN401  # the same
    """Where the scheduler of a cluster is."""
    return str(client.scheduler.address) if client else None


def write_articles(sources: list[Path], count: int, out: Path) -> dict[str, Any]:
    """Write a file of so many articles."""
    from bench_scale_copies import write_articles  # noqa: PLC0415  # its imports are no part of a build

    write_articles(sources, count, out)
    return {}


def write_copies(parts: Path, count: int, out: Path) -> dict[str, Any]:
    """Write parts with so many drafts."""
    from bench_scale_copies import write_copies  # noqa: PLC0415  # the same

    write_copies(sorted(parts.rglob("*.parquet")), count, out)
    return {}


def main() -> None:
    """Do what the command line says, and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["articles", "copies", "build", "resolve"])
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--crew", default="1")
    given = parser.parse_args()
    *sources, out = given.paths
    match given.task:
        case "articles":
            measured = write_articles(sources, given.count, out)
        case "copies":
            measured = write_copies(sources[0], given.count, out)
        case "build":
            measured = build_with(sources[0], out, given.crew)
        case _:
            measured = resolve_parts(sources[0], sources[1], out)
    print(json.dumps(measured))


if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
