"""The command line: each command is one call of a public function of the same name."""

import json
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from summitry import pipeline
from summitry.ddl import Dialect
from summitry.errors import SummitryError
from summitry.progress import Progress
from summitry.read import source_count
from summitry.rows import Refusal
from summitry.settings import MAX_SHOWN_PROBLEMS, MODEL
from summitry.validate import Engine, Format

if TYPE_CHECKING:
    from io import TextIOWrapper

CANNOT_RUN = 2

app = typer.Typer(
    help="Who met whom, and who said what, as data: news articles in, tidy and checked tables out.",
    epilog="Start with:  [bold]summitry build ARTICLES --out PACKAGE[/]",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
screen = Console(stderr=True)

Model = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy model for English.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for programs.")]
Package = Annotated[Path, typer.Argument(metavar="PACKAGE", help="A datapackage.json, or its folder.")]
Checked = Annotated[
    str,
    typer.Argument(
        metavar="PACKAGE",
        help="A datapackage.json, its folder, a zip, or an address that begins with https://.",
    ),
]
WrittenTo = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Also write it: .html, .md, .json, .xml (JUnit); every problem: .csv, .jsonl. Repeatable.",
    ),
]


def examples(*commands: str) -> str:
    r"""The end of a help page: a command a line (the blank lines between keep them apart).

    >>> examples("show .")
    'Examples:\n\n[bold]summitry show .[/]'
    """
    return "\n\n".join(["Examples:", *(f"[bold]summitry {command}[/]" for command in commands)])


def tell_version(wanted: bool) -> None:
    """Print the version and stop, if it was asked for."""
    if wanted:
        typer.echo(f"summitry {installed_version('summitry')}")
        raise typer.Exit


@app.callback()
def summitry(
    version: Annotated[  # noqa: ARG001  # its callback does the work
        bool, typer.Option("--version", help="Print the version.", callback=tell_version, is_eager=True)
    ] = False,
) -> None:
    """Prepare the streams: a sign that the terminal cannot show is written out, and stops nothing."""
    streams: Sequence[TextIOWrapper] = (sys.stdout, sys.stderr)  # type: ignore[assignment]  # they are wrappers
    for stream in streams:
        stream.reconfigure(errors="backslashreplace")


@app.command(
    epilog=examples(
        "build data/raw --out .",
        "build news.jsonl more/ --out package",
        "build talks.txt --out package --json",
    )
)
def build(  # noqa: PLR0913, PLR0917  # each is an option of the command line
    raw: Annotated[
        list[Path],
        typer.Argument(
            metavar="RAW",
            help="Files or folders: .txt that begin with `date YYYY-MM-DD`, .jsonl, .csv.",
            readable=False,  # a file that cannot be read is refused, and the others go on
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the package.", readable=False)],
    model: Model = MODEL,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="JSON with the package's own name, title, licenses and so on."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many processes read at once; some 600 MB each.")
    ] = 1,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A Dask scheduler whose workers read instead: tcp://host:8786."),
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where what was read waits for the next build: .summitry in --out."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Turn raw articles into a data package.

    A build that was stopped goes on where it was, and an article that has not changed is not read again.
    Exit code 0; 1 if an input was refused (see rejected.csv beside the package); 2 if nothing could be built.
    """
    with stopped_clearly(), bar("Reading", raw) as (step, say):
        built = pipeline.build(
            raw, out, model=model, metadata=metadata, progress=step, stage=say,
            workers=workers, cluster=cluster, cache=cache,
        )  # fmt: skip
    if as_json:
        print_json(package=str(built.descriptor), rows=built.counts, rejected=lines_of(built.rejected))
    else:
        show_counts(built.counts, str(built.descriptor))
        show_refusals(lines_of(built.rejected))
    raise typer.Exit(built.exit_code)


@app.command(
    epilog=examples(
        "validate datapackage.json", "validate package --json", "validate package --engine frictionless"
    )
)
def validate(  # noqa: PLR0913, PLR0917  # each is an option of the command line
    package: Checked,
    engine: Annotated[
        Engine, typer.Option(help="Who checks; frictionless is a second opinion.")
    ] = "summitry",
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="How many problems to show; all are counted.")
    ] = MAX_SHOWN_PROBLEMS,
    form: Annotated[
        Format | None, typer.Option("--format", help="Print the report in this form instead of a table.")
    ] = None,
    write: WrittenTo = None,
    expectations: Annotated[
        bool,
        typer.Option("--expectations", help="Also hold the release to what is expected of it as a whole."),
    ] = False,
    against: Annotated[
        str | None, typer.Option(metavar="OLD", help="The last release: no table may collapse against it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check a package and print its problems.

    Exit code 0; 1 if there are problems; 2 if it could not be checked.
    """
    from summitry.validate import validate as check  # noqa: PLC0415  # the name of this command

    with stopped_clearly():
        report = check(package, engine=engine, limit=limit, expectations=expectations, against=against)
        for file in write or ():
            report.write(file)
        if as_json:
            print_json(**report.as_json())
        elif form:
            typer.echo(report.written(form), nl=False)
        else:
            report.show()
    raise typer.Exit(report.exit_code)


@app.command(epilog=examples("ddl sqlite", "ddl postgresql"))
def ddl(
    dialect: Annotated[Dialect, typer.Argument(help="The database.")],
) -> None:
    """Print the tables as SQL, with types, keys and checks.

    Exit code 0; 2 if the dialect is unknown.
    """
    from summitry.ddl import ddl as written  # noqa: PLC0415  # the name of this command

    typer.echo(written(dialect), nl=False)


@app.command(
    epilog=examples(
        "export package --to xlsx --out package.xlsx",
        "export package --to parquet --out package-parquet",
        "export package --to postgresql://user@localhost/news",
    )
)
def export(
    package: Package,
    to: Annotated[
        str,
        typer.Option(
            metavar="TARGET",
            help="A folder: parquet, csv (of Parquet), excel-csv. A file: sqlite, duckdb, xlsx, zip. "
            "Or a server: postgresql://user@host/database.",
        ),
    ] = "parquet",
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The folder or the file; a server needs none.")
    ] = None,
    schema: Annotated[str, typer.Option(metavar="NAME", help="The schema in a server.")] = "summitry",
) -> None:
    """Write a package in another form: the same rows, typed, with keys and descriptions.

    What was there is replaced as a whole or not at all.
    Exit code 0; 2 if it could not be written.
    """
    from summitry.export import export as written  # noqa: PLC0415  # the name of this command

    with stopped_clearly():
        typer.echo(written(package, to, out, schema=schema))


@app.command(epilog=examples("diff old-package package", "diff old.zip package --json"))
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier package: folder, zip or address.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later one.")],
    as_json: AsJson = False,
) -> None:
    """Tell what changed from one package to another, row by row.

    Exit code 0; 1 if anything changed; 2 if one could not be read.
    """
    from summitry.compare import diff as compared  # noqa: PLC0415  # polars would slow down `--help`
    from summitry.compare.telling import lines_of as told  # noqa: PLC0415  # the same

    with stopped_clearly():
        found = compared(old, new)
        if as_json:
            print_json(**found.as_json())
        else:
            typer.echo("\n".join(told(found)))
    raise typer.Exit(int(bool(found.bump)))


@app.command(epilog=examples("annotate articles.jsonl findings.jsonl"))
def annotate(
    records: Annotated[
        Path,
        typer.Argument(
            metavar="IN.jsonl", help='Lines of {"id": …, "date": …, "text": …}; a date can be null.'
        ),
    ],
    findings: Annotated[
        Path, typer.Argument(metavar="OUT.jsonl", help="Where to write the findings, a line an article.")
    ],
    model: Model = MODEL,
    as_json: AsJson = False,
) -> None:
    """Write what each article says, with offsets into its text.

    Exit code 0; 1 if a record was refused; 2 if nothing could be written.
    """
    with stopped_clearly(), bar("Reading", [records]) as (step, _):
        rejected = pipeline.annotate_file(records, findings, model=model, progress=step)
    if as_json:
        print_json(findings=str(findings), rejected=lines_of(rejected))
    else:
        show_refusals(lines_of(rejected))
    raise typer.Exit(int(bool(rejected)))


@app.command(
    epilog=examples(
        "show .",
        "show package --table meetings",
        "show package --table quotes --columns text,speaker_text",
    )
)
def show(
    package: Package,
    table: Annotated[str | None, typer.Option(metavar="NAME", help="One table to look into.")] = None,
    columns: Annotated[
        str | None, typer.Option(metavar="A,B,…", help="Only these columns of it, side by side.")
    ] = None,
    rows: Annotated[int, typer.Option(min=1, metavar="N", help="How many of its rows.")] = 10,
    as_json: AsJson = False,
) -> None:
    """Show a package's tables at a glance, or the first rows of one.

    Exit code 0; 2 if the package could not be read.
    """
    from summitry.explore import show as glance  # noqa: PLC0415  # the name of this command

    with stopped_clearly():
        seen = glance(package, table=table, columns=columns.split(",") if columns else (), rows=rows)
        if as_json:
            print_json(**seen.as_json())
        else:
            Console().print(seen.view())


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


if __name__ == "__main__":
    app()
