"""The command line: each command is one call of a public function of the same name."""

import sys
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from summitry import pipeline
from summitry.ddl import Dialect
from summitry.describe import FORMS
from summitry.settings import MAX_SHOWN_PROBLEMS, MODEL
from summitry.terminal import (
    CANNOT_RUN,
    bar,
    examples,
    lines_of,
    print_json,
    show_counts,
    show_refusals,
    stopped_clearly,
)
from summitry.validate import Engine, Format

__all__ = ["CANNOT_RUN", "app"]

if TYPE_CHECKING:
    from io import TextIOWrapper


app = typer.Typer(
    help="Who met whom, and who said what, as data: news articles in, tidy and checked tables out.",
    epilog="Start with:  [bold]summitry build ARTICLES --out PACKAGE[/]",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

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
        int, typer.Option(min=1, metavar="N", help="How many processes read at once; some 700 MB each.")
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


@app.command(
    epilog=examples(
        "release package --out releases",
        "release package --out releases --against releases/news-1.2.3.zip",
    )
)
def release(  # noqa: PLR0913, PLR0917  # each is an option of the command line
    package: Package,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the releases.")],
    against: Annotated[
        str | None, typer.Option(metavar="OLD", help="The last release: its folder, zip or address.")
    ] = None,
    version: Annotated[
        str | None, typer.Option(metavar="X.Y.Z", help="A version, at least what the changes ask for.")
    ] = None,
    changelog: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write what changed, as an entry.")
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="The day of the entry: the newest article's."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check a package, give it the version that follows from what changed, and pack it.

    Exit code 0; 2 if it has a problem, if nothing changed, or if the version is too low.
    """
    from summitry.release import release as released  # noqa: PLC0415  # the name of this command

    with stopped_clearly():
        day = on.date() if on else None
        made = released(package, out, against=against, version=version, changelog=changelog, on=day)
        if as_json:
            print_json(version=made.version, folder=str(made.folder), archive=str(made.archive))
        else:
            typer.echo(f"{made.version}\n{made.folder}\n{made.archive}")


@app.command(epilog=examples("explore package --out site", "explore package.zip --out site"))
def explore(
    package: Checked,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder of the pages.")],
) -> None:
    """Write a package as pages to read: a folder of plain files that opens from a disk.

    Exit code 0; 2 if they could not be written.
    """
    from summitry.site import site as pages  # noqa: PLC0415  # jinja2 would slow down `--help`

    with stopped_clearly():
        typer.echo(pages(package, out))


@app.command(
    epilog=examples("describe package --out package", "describe package --out about --form codebook")
)
def describe(
    package: Package,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the descriptions.")],
    form: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=f"Only this one: {', '.join(FORMS)}. Repeatable."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Describe a package for other ecosystems: Croissant, DataCite, RO-Crate, a codebook and more.

    Exit code 0; 2 if they could not be written.
    """
    from summitry.describe import describe as described  # noqa: PLC0415  # the name of this command

    with stopped_clearly():
        paths = described(package, out, tuple(form) if form else FORMS)
        if as_json:
            print_json(files=[str(path) for path in paths])
        else:
            typer.echo("\n".join(map(str, paths)))


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


if __name__ == "__main__":
    app()
