"""What a command shows to the person at the terminal, and to the program that called it."""

import json
import re
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

import typer
from rich.console import Console

from summitry.bounds import MAX_LISTED_REFUSALS, MAX_SHOWN_REASONS
from summitry.errors import SummitryError
from summitry.progress import Progress
from summitry.read import source_count
from summitry.rows import Refusal

CANNOT_RUN: Final = 2
"""The exit code of a command that could not do its work."""

PARTICULAR: Final = re.compile(
    r"“[^”]*”|0x[0-9A-F]+|(?<![\w-])\d(?:[\d,.:-]*\d)?|(?<=a copy of ).+|(?<=the id ).+(?= has$)"
)
"""What is said of one input only: its words, figures, and the places of others."""

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
def bar(doing: str, sources: Sequence[str | Path]) -> Iterator[tuple[Progress, Progress]]:
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
    """Print the refused inputs: a few one by one, many by their reasons, each with an example."""
    if len(lines) <= MAX_LISTED_REFUSALS:
        for line in lines:
            say(f"refused: {line}", "yellow")
        return
    reasons = reasons_of(lines)
    for reason in reasons[:MAX_SHOWN_REASONS]:
        if reason.times == 1:
            say(f"refused: {reason.example}", "yellow")
        else:
            say(f"refused: {reason.times:,} times {reason.told}", "yellow")
            say(f"         such as {reason.example}", "yellow")
    if more := sum(reason.times for reason in reasons[MAX_SHOWN_REASONS:]):
        say(f"refused: {more:,} more", "yellow")


class Reason(NamedTuple):
    """Why inputs were refused, how many, and the first of them."""

    told: str
    times: int
    example: str


def reasons_of(lines: Sequence[str]) -> list[Reason]:
    """The reasons of refusals, the most frequent first; what only one input has is left out of them.

    >>> reasons_of(["a.csv: line 2: found 3 cells; expected 4", "a.csv: line 9: found 5 cells; expected 4"])
    [Reason(told='found … cells; expected 4', times=2, example='a.csv: line 2: found 3 cells; expected 4')]
    """
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for line in lines:
        found, expects, expected = (line.partition(": found ")[2] or line).rpartition("; expected ")
        told = f"found {PARTICULAR.sub('…', found or expected)}{expects and f'; expected {expected}'}"
        counts[told] += 1
        examples.setdefault(told, line)
    return [Reason(told, count, examples[told]) for told, count in counts.most_common()]


def show_inputs(inputs: Mapping[str, int], passed: Mapping[str, int], articles: int, refused: int) -> None:
    """Print what was read: inputs by kind, and what became of them."""
    say(f"read: {numbers(inputs)}; {numbers({'articles': articles, 'refused': refused})}")
    if passed:
        say(f"passed over: {numbers(passed)}")


def numbers(counts: Mapping[str, int]) -> str:
    """Some counts on one line.

    >>> numbers({"text files": 1200, "rows of CSV": 3})
    'rows of CSV 3, text files 1,200'
    """
    return ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))


def say(line: str, style: str = "default") -> None:
    """Print a line on the error stream, as it is."""
    screen.print(line, style=style, markup=False, highlight=False, soft_wrap=True)
