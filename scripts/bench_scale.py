"""What 2,000, 20,000 and 200,000 articles cost: CPU seconds by stage, memory, disk, and how they grow.

Give files or folders of articles; those of this repository if none is given. Some of them (`--annotate`) go
through the language model, with one worker, with two, and with two of a Dask cluster. Their drafts, copied
with ids, days and people of their own (`bench_scale_copies.py` says what is copied), make the larger sizes:
reading, resolving and writing are measured on all of them, and only the way through the model is projected.

Each run is a process of its own. Memory is its peak (`ru_maxrss`) less its own peak after the model was
loaded and a few articles were read to the end, so that the tables of knowledge count as the model's. CPU
seconds are those of the process, which hang little on what else the machine does; those on the clock do.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
OURS = (ROOT / "data" / "raw", ROOT / "tests" / "golden")
SIZES = (2_000, 20_000, 200_000)
ANNOTATED = 600
PLAIN, CREWS = "1", ("1", "2", "dask-2")
ASLEEP = 0.2
"""Seconds between two looks at the store."""
MOST_MEMORY, MOST_EXTRA = 400, 0.10

STAGES = (
    "resolve: open parts", "resolve: entities", "resolve: encounters", "resolve: meetings",
    "rows of entities", "rows of meetings",
    "rows of articles",
)  # fmt: skip


class Run(NamedTuple):
    """What a process has measured, and what it left on the disk."""

    measured: dict[str, Any]
    wall: float
    store: int
    """The most bytes that its store had."""


class Size(NamedTuple):
    """What was measured of so many articles."""

    count: int
    run: Run
    parts: int
    """The bytes of their parts, their texts and their package."""
    texts: int
    package: int

    def cpu(self, stage: str) -> float:
        """The CPU seconds of a stage."""
        return float(self.run.measured["cpu"][stage])

    def above(self, stage: str) -> float:
        """The megabytes above the model at the end of a stage."""
        peak = self.run.measured["peak"]
        return float(peak[stage] - peak["model"])


def started(task: str, *paths: Path, **options: object) -> Run:
    """What a task measures in a process of its own; its store is watched."""
    script = Path(__file__).with_name("bench_scale_stages.py")
    more = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    begun, most = time.perf_counter(), 0
    with subprocess.Popen(  # noqa: S603  # our own script
        [sys.executable, script, task, *paths, *more], stdout=subprocess.PIPE, text=True
    ) as process:
        while process.poll() is None:
            most = max(most, bytes_in(paths[-1] / ".summitry"))
            time.sleep(ASLEEP)
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        sys.exit(f"{task}: found exit code {process.returncode}; expected 0")
    return Run(json.loads(told.splitlines()[-1]), time.perf_counter() - begun, most)


def bytes_in(place: Path) -> int:
    """The bytes of all files of a folder that are still there."""
    total = 0
    for path in place.rglob("*"):
        with suppress(OSError):
            total += path.stat().st_size
    return total


def sized(count: int, sources: Sequence[Path], masters: Path, folder: Path) -> Size:
    """Make so many articles and drafts, resolve them, and leave nothing behind."""
    texts, parts, out = folder / "articles.jsonl", folder / "parts", folder / "package"
    started("articles", *sources, texts, count=count)
    started("copies", masters, parts, count=count)
    run = started("resolve", texts, parts, out)
    size = Size(count, run, bytes_in(parts), texts.stat().st_size, bytes_in(out / "data"))
    texts.unlink()
    rmtree(parts)
    rmtree(out)
    return size


def crews_of(names: Sequence[str], texts: Path, folder: Path) -> dict[str, Run]:
    """What it costs each crew to read the same articles."""
    return {name: started("build", texts, folder / f"crew-{name}", crew=name) for name in names}


def stage_lines(sizes: Sequence[Size], each: float, annotated: int) -> Iterator[str]:
    """Yield how many articles each stage gets through in a CPU second; `each` is read in so many seconds."""
    yield line("articles a CPU second", *(f"{size.count:,}" for size in sizes))
    yield line("read alone", *(rate(size, size.cpu("read")) for size in sizes))
    yield line("read, annotate, extract, keep (*)", *(f"{1 / each:,.1f}" for _ in sizes))
    for stage in (*STAGES, "write the package"):
        yield line(stage, *(rate(size, size.cpu(stage)) for size in sizes))
    yield line("resolve and write, in all", *(rate(size, together_of(size)) for size in sizes))
    yield line("all of it (*)", *(rate(size, size.count * each + together_of(size)) for size in sizes))
    yield f"(*) measured on {annotated:,} articles, projected to the other sizes; the rest is measured on all"


def together_of(size: Size) -> float:
    """The CPU seconds of all that is done to all articles together."""
    return size.cpu("resolving") + size.cpu("write the package")


def rate(size: Size, seconds: float) -> str:
    """Articles a second."""
    return f"{size.count / seconds:,.0f}" if seconds else "-"


def growth_lines(sizes: Sequence[Size]) -> Iterator[str]:
    """Yield what grows with the articles, and what should not."""
    yield line("how it grows", *(f"{size.count:,}" for size in sizes))
    yield line(
        "CPU s of resolving, 1,000 articles",
        *(f"{size.cpu('resolving') / size.count * 1000:.2f}" for size in sizes),
    )
    for stage in ("read", "rows of articles", "write the package"):
        yield line(f"MB above the model: {stage}", *(f"{size.above(stage):,.0f}" for size in sizes))
    yield line("MB of the model", *(f"{size.run.measured['peak']['model']:,.0f}" for size in sizes))
    for name, of in (("texts", "texts"), ("parts", "parts"), ("tables", "package")):
        yield line(f"MB on the disk: {name}", *(f"{getattr(size, of) / 1e6:,.0f}" for size in sizes))
    yield line("MB on the disk: store, at most", *(f"{size.run.store / 1e6:,.0f}" for size in sizes))
    for table in ("entities", "meetings", "evidence"):
        yield line(f"rows: {table}", *(f"{size.run.measured['rows'][table]:,}" for size in sizes))


def crew_lines(runs: dict[str, Run], annotated: int) -> Iterator[str]:
    """Yield what each crew took for the same articles."""
    yield line(
        f"{annotated:,} articles read by", "s on the clock", "CPU s", "of workers", "MB above the model"
    )
    for name, run in runs.items():
        peak = run.measured["peak"]
        yield line(
            {"1": "this process", "2": "2 processes, with their start"}.get(name, f"{name}, once started"),
            f"{run.measured['wall']['reading']:,.1f}",
            f"{reading_of(run):,.1f}",
            f"{run.measured['helpers']:,.1f}",
            f"{peak['reading'] - peak['model']:,.0f}",
        )


def reading_of(run: Run) -> float:
    """The CPU seconds of all processes that read."""
    return float(run.measured["cpu"]["reading"] + run.measured["helpers"])


def aim_lines(sizes: Sequence[Size], runs: dict[str, Run]) -> Iterator[str]:
    """Yield what is aimed at, beside what it is."""
    most = max(size.above("write the package") for size in sizes)
    yield f"{'most memory above the model, resolving':44}{most:12,.0f} MB   aim: at most {MOST_MEMORY}"
    for name, run in runs.items():
        if name.startswith("dask"):
            extra = reading_of(run) / reading_of(runs[PLAIN]) - 1
            yield f"{f'CPU of {name} over the plain loop':44}{extra:12.0%}      aim: at most {MOST_EXTRA:.0%}"


def line(label: str, *cells: str) -> str:
    """One line of a table."""
    return f"{label:36}" + "".join(f"{cell:>19}" for cell in cells)


def main() -> None:
    """Run the benchmark that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, help="files or folders")
    parser.add_argument("--annotate", type=int, default=ANNOTATED, help="how many go through the model")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many are resolved")
    parser.add_argument(
        "--crews", nargs="+", default=CREWS, help="`1` is always there; `dask-2` is a cluster"
    )
    given = parser.parse_args()
    with TemporaryDirectory() as place:
        folder = Path(place)
        sources, texts = given.articles or OURS, folder / "annotated.jsonl"
        started("articles", *sources, texts, count=given.annotate)
        runs = crews_of(list(dict.fromkeys([PLAIN, *given.crews])), texts, folder)
        print(*crew_lines(runs, given.annotate), sep="\n", end="\n\n", flush=True)
        each = reading_of(runs[PLAIN]) / given.annotate
        masters = folder / f"crew-{PLAIN}" / ".summitry" / "parts"
        sizes = [sized(count, sources, masters, folder) for count in given.sizes]
    print(*stage_lines(sizes, each, given.annotate), sep="\n", end="\n\n")
    print(*growth_lines(sizes), sep="\n", end="\n\n")
    print(*aim_lines(sizes, runs), sep="\n")


if __name__ == "__main__":
    main()
