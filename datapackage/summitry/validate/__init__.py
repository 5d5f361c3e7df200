"""Whether a package keeps its promises."""

from pathlib import Path
from typing import Literal, get_args

from summitry.bounds import MAX_SHOWN_PROBLEMS
from summitry.validate.findings import Finding, Problem, Skipped
from summitry.validate.opened import opened
from summitry.validate.report import Format, Report

__all__ = ["Engine", "Finding", "Format", "Problem", "Report", "Skipped", "validate"]

Engine = Literal["summitry", "frictionless"]


def validate(
    path: str | Path,
    *,
    limit: int = MAX_SHOWN_PROBLEMS,
    engine: Engine = "summitry",
    expectations: bool = False,
    against: str | Path | None = None,
) -> Report:
    """Everything that is wrong with a package, given its folder, its `datapackage.json`, a zip or an address.

    An address begins with `https://` and leads to a `datapackage.json` or a zip.
    `limit` is how many problems the report shows; it counts all. The engine `frictionless` is a second
    opinion: the checks of the frictionless library and no others. With `expectations`, Great Expectations
    tells besides whether the release as a whole is as expected; with an earlier release to hold it `against`,
    also whether anything collapsed since.
    """
    if engine not in get_args(Engine):
        raise ValueError(f"found engine {engine!r}; expected one of {', '.join(get_args(Engine))}")
    if engine == "frictionless":
        from summitry.validate.second import second_opinion as check  # noqa: PLC0415  # a second, rarely asked for
    else:
        from summitry.validate.checks import check  # noqa: PLC0415  # polars would slow down `--help`
    with opened(path) as package:
        report = check(package.path, limit)
        if expectations or against is not None:
            report = beyond_cells(report, package.path, against)
        return package.told_of(report)


def beyond_cells(report: Report, path: Path, against: str | Path | None) -> Report:
    """The report with what is not as expected of the release as a whole."""
    from summitry.validate.expectations import with_expectations  # noqa: PLC0415  # four seconds

    if against is None:
        return with_expectations(report, path)
    with opened(against) as last:
        return with_expectations(report, path, last.path)
