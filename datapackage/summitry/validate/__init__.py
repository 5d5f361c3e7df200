"""Whether a package keeps its promises."""

from pathlib import Path
from typing import Literal, get_args

from summitry.settings import MAX_SHOWN_PROBLEMS
from summitry.validate.report import Finding, Problem, Report, Skipped

__all__ = ["Engine", "Finding", "Problem", "Report", "Skipped", "validate"]

Engine = Literal["summitry", "frictionless"]


def validate(path: str | Path, *, limit: int = MAX_SHOWN_PROBLEMS, engine: Engine = "summitry") -> Report:
    """Everything that is wrong with a package, given its folder or its `datapackage.json`.

    `limit` is how many problems the report shows; it counts all. The engine `frictionless` is a second
    opinion: the checks of the frictionless library and no others.
    """
    if engine not in get_args(Engine):
        raise ValueError(f"found engine {engine!r}; expected one of {', '.join(get_args(Engine))}")
    if engine == "frictionless":
        from summitry.validate.second import second_opinion  # noqa: PLC0415  # a second, and rarely asked for

        return second_opinion(Path(path), limit)
    from summitry.validate.checks import check  # noqa: PLC0415  # polars would slow down `--help`

    return check(Path(path), limit)
