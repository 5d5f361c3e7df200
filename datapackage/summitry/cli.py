"""The command line: each command is one call of a public function of the same name."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from summitry import pipeline
from summitry.errors import SummitryError
from summitry.read import source_count
from summitry.rows import Refusal
from summitry.settings import MAX_SHOWN_PROBLEMS, MODEL

CANNOT_RUN = 2

app = typer.Typer(
    help="Who met whom, and who said what, as data: news articles in, tidy and checked tables out.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
screen = Console(stderr=True)

Model = Annotated[str, typer.Option(help="An installed spaCy model for English, by its package name.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for programs.")]


@app.command(
    epilog="Examples:  [bold]summitry build data/raw --out .[/]    "
    "[bold]summitry build news.jsonl more/ --out package[/]"
)
def build(
    raw: Annotated[
        list[Path], typer.Argument(help="Files or folders: .txt with a date header, .jsonl, .csv.")
    ],
    out: Annotated[Path, typer.Option(help="The folder of the package.")],
    model: Model = MODEL,
    metadata: Annotated[
        Path | None, typer.Option(help="A JSON file with the package's own name, title, licences and so on.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Turn raw articles into a data package.

    Exit code 0; 1 if an input was refused (see rejected.csv beside the package); 2 if nothing could be built.
    """
    with stopped_clearly(), bar("Reading", raw) as step:
        built = pipeline.build(raw, out, model=model, metadata=metadata, progress=step)
    if as_json:
        rejected = [str(refusal) for refusal in built.rejected]
        typer.echo(json.dumps({"package": str(built.descriptor), "rows": built.counts, "rejected": rejected}))
    else:
        show_counts(built.counts, str(built.descriptor))
        show_refusals(built.rejected)
    raise typer.Exit(built.exit_code)


@app.command(
    epilog="Examples:  [bold]summitry validate datapackage.json[/]    [bold]summitry validate package/ --json[/]"
)
def validate(
    package: Annotated[Path, typer.Argument(help="A datapackage.json, or its folder.")],
    engine: Annotated[
        str, typer.Option(help="Who checks: summitry, or frictionless for a second opinion.")
    ] = "summitry",
    limit: Annotated[
        int, typer.Option(min=0, help="How many problems to show; all are counted.")
    ] = MAX_SHOWN_PROBLEMS,
    as_json: AsJson = False,
) -> None:
    """Check a package and print its problems.

    Exit code 0; 1 if there are problems; 2 if it could not be checked.
    """
    from summitry.validate import validate as check  # noqa: PLC0415  # a third of a second that --help should not cost

    with stopped_clearly():
        report = check(package, engine=engine, limit=limit)
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        report.show()
    raise typer.Exit(report.exit_code)


@app.command(epilog="Example:  [bold]summitry annotate articles.jsonl findings.jsonl[/]")
def annotate(
    records: Annotated[Path, typer.Argument(help='Lines of {"id": …, "text": …, "date": …}.')],
    findings: Annotated[Path, typer.Argument(help="Where to write the findings, a line an article.")],
    model: Model = MODEL,
    as_json: AsJson = False,
) -> None:
    """Write what each article says, with offsets into its text.

    Exit code 0; 1 if a record was refused; 2 if nothing could be written.
    """
    with stopped_clearly(), bar("Reading", [records]) as step:
        rejected = pipeline.annotate_file(records, findings, model=model, progress=step)
    if as_json:
        typer.echo(
            json.dumps({"findings": str(findings), "rejected": [str(refusal) for refusal in rejected]})
        )
    else:
        show_refusals(rejected)
    raise typer.Exit(int(bool(rejected)))


@app.command(epilog="Examples:  [bold]summitry show .[/]    [bold]summitry show package/ --table meetings[/]")
def show(
    package: Annotated[Path, typer.Argument(help="A datapackage.json, or its folder.")],
    table: Annotated[str | None, typer.Option(help="One table to look into.")] = None,
    rows: Annotated[int, typer.Option(min=1, help="How many of its rows.")] = 10,
    as_json: AsJson = False,
) -> None:
    """Show a package's tables at a glance, or the first rows of one.

    Exit code 0; 2 if the package could not be read.
    """
    from summitry.explore import show as glance  # noqa: PLC0415  # loads pandas

    with stopped_clearly():
        seen = glance(package, table=table, rows=rows)
    if as_json:
        typer.echo(json.dumps(seen.as_json(), ensure_ascii=False))
    else:
        Console().print(seen.grid())


@contextmanager
def stopped_clearly() -> Iterator[None]:
    """Turn what stops the work into one line and exit code 2."""
    try:
        yield
    except SummitryError as error:
        screen.print(f"summitry: {error}", style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(CANNOT_RUN) from error
    except KeyboardInterrupt:
        screen.print("summitry: stopped; nothing was changed", style="red")
        raise typer.Exit(CANNOT_RUN) from None


@contextmanager
def bar(doing: str, sources: list[Path]) -> Iterator[pipeline.Progress]:
    """A progress bar on the terminal's error stream, moved on by calling it."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen) as progress:
        task = progress.add_task(doing, total=source_count(sources))
        yield lambda name: progress.update(task, advance=1, description=f"{doing} {name}")


def show_counts(counts: dict[str, int], place: str) -> None:
    """Print how many rows each table has."""
    from rich.table import Table  # noqa: PLC0415

    grid = Table("table", "rows", title=place)
    grid.columns[1].justify = "right"
    for name, count in counts.items():
        grid.add_row(name, f"{count:,}")
    Console().print(grid)


def show_refusals(rejected: tuple[Refusal, ...]) -> None:
    """Print the refused inputs, a line each."""
    for refusal in rejected:
        screen.print(f"refused: {refusal}", style="yellow", markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    app()
