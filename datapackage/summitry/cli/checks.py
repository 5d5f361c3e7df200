"""Commands that check and compare packages."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from summitry.bounds import MAX_SHOWN_PROBLEMS
from summitry.cli.app import AsJson, Checked, Package, app
from summitry.terminal import examples, print_json, stopped_clearly
from summitry.validate import Engine, Format

WrittenTo = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Also write it: .html, .md, .json, .xml (JUnit); every problem: .csv, .jsonl. Repeatable.",
    ),
]


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


@app.command(epilog=examples("upgrade package --out upgraded", "upgrade old.zip --out upgraded --json"))
def upgrade(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The older package: folder, zip or address.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the package of today.")],
    as_json: AsJson = False,
) -> None:
    """Give an older package the tables of today: nothing is lost, and what cannot be told stays empty.

    Exit code 0; 2 if its version is none that is known, or if it has a problem that would be hidden.
    """
    from summitry.upgrade import upgrade as upgraded  # noqa: PLC0415  # the name of this command

    with stopped_clearly():
        made = upgraded(old, out)
        if as_json:
            print_json(
                package=str(made.descriptor), origin=made.origin, version=made.version, notes=list(made.notes)
            )
        else:
            lines = (
                f"version {made.origin} of the tables -> {made.version}",
                str(made.descriptor),
                *made.notes,
            )
            typer.echo("\n".join(lines))


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
