"""A second opinion: what the frictionless library says of a package, in our words for problems."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summitry.paths import DESCRIPTOR
from summitry.validate.bundle import Bundle, descriptor_path, files_of, read_bundle
from summitry.validate.findings import Finding, Place, Problem, shortened, visible
from summitry.validate.report import Report

if TYPE_CHECKING:
    from frictionless import Error

STOPPED: Final = "no-verdict"
"""The rule that frictionless must come to an end; its own types of error hold none for that."""

REMEDY: Final = "see the rule of that name in frictionless, and compare with our own check"


def frictionless_problems(path: Path) -> Iterator[Problem]:
    """What frictionless finds wrong with a package, and that it stopped if it did."""
    from frictionless import validate  # noqa: PLC0415  # a second, and rarely asked for

    descriptor = descriptor_path(path)
    if endless := next(endless_files(read_bundle(descriptor)[0]), None):
        yield stopped(f"no end to read at {endless}", descriptor.parent)
        return
    try:
        report = validate(str(descriptor), type="package")
    except Exception as error:  # noqa: BLE001  # it can be any: what it meets is told, not raised
        yield stopped(f"{type(error).__name__}: {error}", descriptor.parent)
        return
    yield from (problem_of(error, DESCRIPTOR, descriptor.parent) for error in report.errors)
    for task in report.tasks:
        yield from (problem_of(error, task.name, descriptor.parent) for error in task.errors)


def endless_files(bundle: Bundle) -> Iterator[str]:
    """Yield the paths that lead to pipes or devices, which frictionless would read as it reads files."""
    for resource in bundle.resources:
        for stated in (resource.descriptor.get(name) for name in ("path", "schema", "dialect")):
            for path in stated if isinstance(stated, list) else [stated]:
                if isinstance(path, str) and is_endless(bundle.folder / path):
                    yield path


def is_endless(path: Path) -> bool:
    """Whether there is something that is neither file nor folder."""
    there = os.path.exists(path)  # noqa: PTH110  # Path.exists raises where the name is too long
    return there and not (path.is_dir() or path.is_file())


def stopped(reason: str, folder: Path) -> Problem:
    """The problem that frictionless came to no verdict."""
    told = visible(shortened(reason.replace(f"{folder}/", "")))
    fault = f"stops frictionless itself: {told}"
    return Problem(DESCRIPTOR, None, None, None, STOPPED, "compare with our own check", fault)


def problem_of(error: "Error", table: str, folder: Path) -> Problem:
    """An error of frictionless as a problem, with paths as the package writes them."""
    names = getattr(error, "field_name", None) or ", ".join(getattr(error, "field_names", []))
    cell, line = getattr(error, "cell", None), getattr(error, "row_number", None)
    fault = f"frictionless: {error.note or error.message}".replace(f"{folder}/", "")
    value = None if cell is None else str(cell)
    return Problem(table, line, names or None, value, error.type, REMEDY, fault)


def second_opinion(path: Path, limit: int) -> Report:
    """What frictionless finds, as a report."""
    findings = tuple(
        Finding(
            problem.table,
            problem.column,
            problem.rule,
            problem.fault,
            problem.remedy,
            places=(Place(problem.line, problem.value),),
        )
        for problem in frictionless_problems(path)
    )
    bundle, _ = read_bundle(descriptor_path(path))
    return Report(bundle.path, findings, limit=limit, files=files_of(bundle))
