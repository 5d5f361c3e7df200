"""What a check of a large package costs, beside other checkers, and the ratios that we aim at.

Each contender runs in a process of its own, whose CPU seconds and peak memory the system tells, start and
imports included. The packages are made at random and valid, but for the one with a million violations.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROWS = 2_700_000
BROKEN = 1_000_000
TENTH = 10
KIB = 1 if sys.platform == "darwin" else 1024
"""In what the system counts memory."""


class Cost(NamedTuple):
    """What one run has cost."""

    cpu: float
    wall: float
    peak: float
    """In megabytes."""


class Bench:
    """Packages in a folder, and what it has cost to check them."""

    def __init__(self, folder: Path, rows: int) -> None:
        self.folder, self.rows = folder, rows
        self.costs: dict[str, Cost] = {}

    def package(self, name: str, rows: int, broken: int = 0) -> Path:
        """A package of so many rows, made unless it is there."""
        package = self.folder / f"{name}-{rows}"
        if not (package / "datapackage.json").is_file():
            measured("write", package, str(rows), str(broken))
        return package

    def run(self, label: str, contender: str, package: Path, times: int = 1) -> None:
        """Run a contender, and print what it cost; times so many for the rows that it did not see."""
        cost = measured(contender, package)
        self.costs[label] = cost._replace(cpu=cost.cpu * times, wall=cost.wall * times)
        cpu, wall, peak = self.costs[label]
        note = f"   (a tenth of the rows, seconds times {times})" if times > 1 else ""
        print(f"{label:44}{cpu:9.1f}{wall:9.1f}{peak:9.0f}{note}", flush=True)

    def ratio(self, label: str, other: str) -> float | None:
        """How many times the CPU seconds of another run a run took."""
        if label not in self.costs or other not in self.costs:
            return None
        return self.costs[label].cpu / self.costs[other].cpu


def measured(contender: str, package: Path, *more: str) -> Cost:
    """What a contender costs in a process of its own."""
    script = Path(__file__).with_name("bench_contenders.py")
    start = time.perf_counter()
    # its output is of no interest but where it fails
    with subprocess.Popen(  # noqa: S603  # our own script
        [sys.executable, script, contender, package, *more], stdout=subprocess.DEVNULL
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{contender}: found exit code {process.returncode}; expected 0")
    wall = time.perf_counter() - start
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * KIB / 1e6)


TYPED, CELLS, ALL = "polars, typed", "summitry, types, constraints and keys", "summitry, everything"
FRICTIONLESS, MANY, TEN = "frictionless", "summitry, a million violations", "summitry, ten times the rows"


def run_all(bench: Bench, *, frictionless: bool, ten: bool) -> None:
    """Run every contender."""
    package = bench.package("valid", bench.rows)
    print(f"{'':44}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}")
    bench.run("polars, imported only", "import_polars", package)
    bench.run("polars, text", "read_text", package)
    bench.run(TYPED, "read_typed", package)
    bench.run(CELLS, "check_cells", package)
    bench.run(ALL, "check_everything", package)
    bench.run(MANY, "check_everything", bench.package("broken", bench.rows, BROKEN))
    bench.run("pandera on pandas, with keys", "check_with_pandera", package)
    if frictionless:
        bench.run(FRICTIONLESS, "check_with_frictionless", package)
    else:
        tenth = bench.package("valid", bench.rows // TENTH)
        bench.run(FRICTIONLESS, "check_with_frictionless", tenth, TENTH)
    if ten:
        bench.run(TEN, "check_everything", bench.package("valid", bench.rows * TENTH))


def aims(bench: Bench) -> Iterator[tuple[str, float | None, str]]:
    """Yield what is aimed at: what it is about, the figure, and what it should be."""
    peaks = {label: cost.peak for label, cost in bench.costs.items()}
    yield "types, constraints and keys / polars, typed", bench.ratio(CELLS, TYPED), "at most 3"
    yield "frictionless / everything", bench.ratio(FRICTIONLESS, ALL), "at least 20"
    yield "a million violations / none", bench.ratio(MANY, ALL), "at most 2"
    yield "memory for everything, in MB", peaks.get(ALL), "at most 700"
    yield "ten times the rows / the rows", bench.ratio(TEN, ALL), "near 10"
    yield "memory for ten times the rows, in MB", peaks.get(TEN), "at most 1,500"


def main() -> None:
    """Run the benchmark that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS, help=f"how many rows: {ROWS:,} if not said")
    parser.add_argument("--folder", type=Path, help="where packages are kept and found again")
    parser.add_argument("--frictionless", action="store_true", help="all rows, not a tenth: minutes")
    parser.add_argument("--ten", action="store_true", help="also ten times the rows: gigabytes and minutes")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        bench = Bench(given.folder or Path(folder), given.rows)
        run_all(bench, frictionless=given.frictionless, ten=given.ten)
    print()
    for about, figure, aim in aims(bench):
        shown = "not measured" if figure is None else f"{figure:,.1f}"
        print(f"{about:44}{shown:>18}   aim: {aim}")


if __name__ == "__main__":
    main()
