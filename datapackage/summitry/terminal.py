"""What a command shows to the person at the terminal, and to the program that called it."""

import json
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import typer
from rich.console import Console

from summitry.errors import SummitryError
from summitry.progress import Progress
from summitry.read import source_count
from summitry.rows import Refusal
from summitry.settings import MAX_SHOWN_PROBLEMS

CANNOT_RUN: Final = 2
"""The exit code of a command that could not do its work."""

screen = Console(stderr=True)


def examples(*commands: str) -> str:
    r"""The end of a help page: a command a line (the blank lines between keep them apart).

    >>> examples("show .")
    'Examples:\n\n[bold]summitry show .[/]'
    """
    return "\n\n".join(["Examples:", *(f"[bold]summitry {command}[/]" for command in commands)])


@contextmanager
def stopped_clearly() -> Iterator[None]:
    """Turn what stops the work into one line and exit code 2."""
    try:
        yield
    except SummitryError as error:
        show_refusals(getattr(error, "__notes__", []))
        complain(str(error))
        raise typer.Exit(CANNOT_RUN) from error
    except KeyboardInterrupt:
        complain("stopped; the next build puts right what this one left")
        raise typer.Exit(CANNOT_RUN) from None
    except BrokenPipeError:
        raise
    except Exception as error:
        # Python would exit with 1, which here says that problems were found
        traceback.print_exc()
        raise typer.Exit(CANNOT_RUN) from error


def complain(message: str) -> None:
    """Print on one line why the work has stopped."""
    screen.print(f"summitry: {message}", style="red", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def bar(doing: str, sources: list[Path]) -> Iterator[tuple[Progress, Progress]]:
    """A progress bar on the terminal's error stream: what moves it on, and what names a later stage."""
    from rich import progress as bars  # noqa: PLC0415  # seconds of imports that --help should not cost
    from rich.table import Column  # noqa: PLC0415  # the same

    cut = Column(no_wrap=True, overflow="ellipsis")
    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.fields[name]}", markup=False, table_column=cut),
    )
    total = source_count(sources)
    with bars.Progress(*columns, console=screen) as progress:
        task = progress.add_task(doing, total=total, name="", rate="")

        def step(done: str) -> None:
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, name=done, rate=f"{speed:,.1f}/s" if speed else "")

        def say(stage: str) -> None:
            progress.update(task, description=stage, name="")

        try:
            yield step, say
        finally:
            progress.update(task, description=doing, name="")


def print_json(**values: object) -> None:
    """Print one JSON object."""
    typer.echo(json.dumps(values, ensure_ascii=False))


def show_counts(counts: dict[str, int], place: str) -> None:
    """Print how many rows each table has."""
    from rich.table import Table  # noqa: PLC0415  # only a person at a terminal needs it

    grid = Table("table", "rows")
    grid.columns[1].justify = "right"
    for name, count in counts.items():
        grid.add_row(name, f"{count:,}")
    console = Console()
    console.print(place, markup=False, highlight=False, soft_wrap=True)
    console.print(grid)


def lines_of(rejected: Sequence[Refusal]) -> list[str]:
    """The refused inputs, a line each."""
    return [str(refusal) for refusal in rejected]


def show_refusals(lines: Sequence[str]) -> None:
    """Print the first of the refused inputs, and how many more there are."""
    for line in lines[:MAX_SHOWN_PROBLEMS]:
        screen.print(f"refused: {line}", style="yellow", markup=False, highlight=False, soft_wrap=True)
    if (more := len(lines) - MAX_SHOWN_PROBLEMS) > 0:
        screen.print(f"refused: {more:,} more", style="yellow", highlight=False)
