"""Mutants of sound packages, each judged by the oracle and checked by `validate`, and where the two differ.

Strictly: of a mutant, *broken* is every table, line, column (of rules about a cell), rule and severity that
the oracle is sure of, and each of these must be reported; a mutant is *missed* if one is not. Whatever else
is reported must be among what the oracle leaves open (see `oracle`), or it is an *alarm*. What hashes, sizes,
counts of rows and digests report does not count, in either direction: the rows must tell by themselves.
"""

import hashlib
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from made_package import made_tables, write_made
from mutations import mutated
from mutations_descriptor import changed
from oracle import judged
from oracle_descriptor import faults_of
from oracle_form import Break
from summitry.package import write_package
from summitry.tables import in_order, table_bytes
from summitry.validate import validate

NOT_COUNTED = {"hash", "bytes", "row-count", "table-digest", "manifest"}
OF_CELLS = {
    "type", "required", "enum", "pattern", "minimum", "maximum", "length", "foreign-key", "control-character",
    "blank", "white-space", "invisible-character", "formula", "mojibake", "missing-word", "nfc",
}  # fmt: skip
"""The rules that are about one cell, and tell its column."""

RAW = {"data/raw/first.txt": b"As received."}
MOST_LINES = 220
"""Packages with more take longer and tell no more."""

MUTANTS_OF_ONE = 10
"""So many mutants are made of each package in turn."""

MUTANTS_AT_ONCE = 200
SEEDS_APART = 1_000_003


class Tried(NamedTuple):
    """A mutant and what became of it."""

    seed: int
    what: str
    broken: tuple[object, ...]
    missed: tuple[object, ...]
    alarms: tuple[object, ...]
    is_open: bool
    """Whether the oracle leaves anything open."""

    def __str__(self) -> str:
        told = [f"{name} {each}" for name in ("missed", "alarms") for each in getattr(self, name)[:4]]
        return f"seed {self.seed}: {self.what[:300]}\n    " + "\n    ".join(told)


def tables_of(seed):
    """The tables of a small package with rows in each, one of its articles with a raw file."""
    while True:
        tables = made_tables(seed, 1 + seed % 2)
        lines = [len(rows) for rows in tables]
        if all(lines) and sum(lines) < MOST_LINES:
            (path, content), first = next(iter(RAW.items())), tables.articles[0]
            raw = replace(first, source=path, sha256=hashlib.sha256(content).hexdigest())
            return in_order(tables._replace(articles=(raw, *tables.articles[1:])))
        seed += SEEDS_APART


def tables_tried(seeds: Iterable[int]) -> list[Tried]:
    """Mutants of tables."""
    tried, package = [], None
    with TemporaryDirectory() as parent:
        for seed in seeds:
            if package != seed // MUTANTS_OF_ONE:
                package = seed // MUTANTS_OF_ONE
                folder = Path(parent) / str(package)
                tables = tables_of(package)
                write_package(tables, folder)
                for path, content in RAW.items():
                    put(folder / path, content)
                files = {name: table_bytes(name, rows) for name, rows in tables._asdict().items()}
            tried.append(table_tried(seed, folder, files))
    return tried


def table_tried(seed, folder, files):
    """One mutant of a table of the package in a folder, which is then as it was."""
    mutant = mutated(Random(seed), files)  # noqa: S311  # the same each time, and no secret
    broken, may_be = judged(files | {mutant.table: mutant.content}, RAW)
    path = folder / "data" / "tables" / f"{mutant.table}.csv"
    path.write_bytes(mutant.content)
    found = {break_of(problem) for problem in validate(folder) if problem.rule not in NOT_COUNTED}
    path.write_bytes(files[mutant.table])
    missed, alarms = sorted(broken - found, key=str), sorted(found - broken - may_be, key=str)
    return Tried(
        seed, mutant.what, tuple(sorted(broken, key=str)), tuple(missed), tuple(alarms), bool(may_be)
    )


def break_of(problem):
    """A problem as the oracle tells it."""
    column = problem.column if problem.rule in OF_CELLS else None
    return Break(problem.table, problem.line, column, problem.rule, problem.severity)


def put(path, content):
    """Write a file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def descriptors_tried(seeds: Iterable[int]) -> list[Tried]:
    """Mutants of the descriptor and of schemas, of one package; size and hash are promises here."""
    with TemporaryDirectory() as parent:
        folder = write_made(Path(parent) / "package", 3, articles=1).parent
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != "manifest.json"
        }
        return [descriptor_tried(seed, folder, files) for seed in seeds]


def descriptor_tried(seed, folder, files):
    """One mutant of a file of JSON of the package in a folder, which is then as it was."""
    mutant = changed(Random(seed), files)  # noqa: S311  # the same
    faults = faults_of(files | {mutant.path: mutant.content})
    sure = tuple(fault for fault in faults if fault.is_sure)
    (folder / mutant.path).write_bytes(mutant.content)
    found = sorted({(problem.column or "", problem.rule) for problem in validate(folder)})
    (folder / mutant.path).write_bytes(files[mutant.path])
    missed = tuple(fault for fault in sure if not fault.is_told(found))
    # what follows from a sure fault is not judged
    stray = [each for each in found if not any(fault.is_told([each]) for fault in faults)]
    return Tried(seed, mutant.what, sure, missed, () if sure else tuple(stray), is_open=False)


def all_tried(kind, count: int) -> list[Tried]:
    """So many mutants of a kind; if there are many, on every processor."""
    parts = [range(start, min(start + MUTANTS_AT_ONCE, count)) for start in range(0, count, MUTANTS_AT_ONCE)]
    if len(parts) < 5:  # a new process takes as long as twenty mutants
        return [each for part in parts for each in kind(part)]
    with ProcessPoolExecutor(cpu_count(), mp_context=get_context("spawn")) as pool:
        return [each for part in pool.map(kind, parts) for each in part]
