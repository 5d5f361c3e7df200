"""A report as workflow commands, which GitHub shows as annotations on the lines of the files.

The escapes are those of GitHub's own toolkit (actions/toolkit, packages/core/src/command.ts).
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summitry.validate.findings import Findings, Problem, visible

PROPERTY_ESCAPES: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
MESSAGE_ESCAPES: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


def github(report: Findings) -> str:
    """An annotation a shown problem, one for each check that was not made, and the summary."""
    return "".join(f"{line}\n" for line in commands(report))


def commands(report: Findings) -> Iterator[str]:
    """The lines of the log: GitHub takes those that begin with `::` for commands."""
    for problem in report.problems:
        where = place_of(problem, report) | {"title": problem.rule}
        yield command(problem.severity, where, problem.with_remedy())
    for each in report.skipped:
        yield command("notice", {"title": "not checked"}, str(each))
    yield f"summitry: {visible(report.summary())}"


def command(kind: str, properties: dict[str, str], message: str) -> str:
    """One workflow command.

    >>> command("error", {"file": "a,b.csv", "line": "2"}, "is 50% short")
    '::error file=a%2Cb.csv,line=2::is 50%25 short'
    """
    told = ",".join(
        f"{name}={visible(value).translate(PROPERTY_ESCAPES)}" for name, value in properties.items()
    )
    return f"::{kind} {told}::{visible(message).translate(MESSAGE_ESCAPES)}"


def place_of(problem: Problem, report: Findings) -> dict[str, str]:
    """The file and the line of a problem, as far as the repository has them."""
    if isinstance(report.path, str):
        return {}
    if problem.table not in report.files:
        return {"file": in_repository(report.path)}
    line = {} if problem.line is None else {"line": str(problem.line)}
    return {"file": in_repository(report.path.parent / report.files[problem.table]), **line}


def in_repository(file: Path) -> str:
    """The path of a file from the root of its repository; from here if it is in none.

    >>> in_repository(Path("data/../datapackage.json"))
    'datapackage.json'
    """
    whole = Path(os.path.abspath(file))  # noqa: PTH100  # a link stays the name that the repository knows
    roots = [folder for folder in whole.parents if (folder / ".git").exists()]
    root = roots[0] if roots else Path.cwd()
    return (whole.relative_to(root) if whole.is_relative_to(root) else file).as_posix()
