"""A second opinion: what the frictionless library says of a package, in our words for problems."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summitry.validate.bundle import descriptor_path, files_of, read_bundle
from summitry.validate.findings import DESCRIPTOR, Finding, Place, Problem
from summitry.validate.report import Report

if TYPE_CHECKING:
    from frictionless import Error

REMEDY: Final = "see the rule of that name in frictionless, and compare with our own check"


def frictionless_problems(path: Path) -> Iterator[Problem]:
    """What frictionless finds wrong with a package."""
    from frictionless import validate  # noqa: PLC0415  # a second, and rarely asked for

    descriptor = descriptor_path(path)
    report = validate(str(descriptor), type="package")
    yield from (problem_of(error, DESCRIPTOR, descriptor.parent) for error in report.errors)
    for task in report.tasks:
        yield from (problem_of(error, task.name, descriptor.parent) for error in task.errors)


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
