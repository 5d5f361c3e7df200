"""Commands that give a package another form."""

from pathlib import Path
from typing import Annotated

import typer

from summitry.cli.app import AsJson, Checked, app
from summitry.ddl import Dialect
from summitry.describe import FORMS
from summitry.editions import Text
from summitry.terminal import examples, print_json, stopped_clearly


@app.command(
    epilog=examples(
        "export package --to xlsx --out package.xlsx",
        "export package --to parquet --out package-parquet",
        "export package --to postgresql://user@localhost/news",
    )
)
def export(
    package: Checked,
    to: Annotated[
        str,
        typer.Option(
            metavar="TARGET",
            help="A folder: parquet, csv (of Parquet), excel-csv, brat. A file: sqlite, duckdb, xlsx, zip, "
            "label-studio, conll. Or a server: postgresql://user@host/database.",
        ),
    ] = "parquet",
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The folder or the file; a server needs none.")
    ] = None,
    schema: Annotated[str, typer.Option(metavar="NAME", help="The schema in a server.")] = "summitry",
) -> None:
    """Write a package in another form: the same rows, typed, with keys and descriptions.

    label-studio, brat and conll (mentions alone) hold marked texts to annotate;
    `summitry review --read` takes what was changed there as corrections.
    What was there is replaced as a whole or not at all; brat needs a new folder.
    Exit code 0; 2 if it could not be written.
    """
    from summitry.export import export as written  # noqa: PLC0415  # the name of this command

    with stopped_clearly():
        typer.echo(written(package, to, out, schema=schema))


@app.command(epilog=examples("ddl sqlite", "ddl postgresql", "ddl duckdb --text none"))
def ddl(
    dialect: Annotated[Dialect, typer.Argument(help="The database.")],
    text: Annotated[
        Text, typer.Option(help="Whether the cells with words of articles are filled, as in most packages.")
    ] = "all",
) -> None:
    """Print the tables as SQL, with types, keys and checks.

    Exit code 0; 2 if the dialect is unknown.
    """
    from summitry.ddl import ddl as written  # noqa: PLC0415  # the name of this command

    typer.echo(written(dialect, text=text), nl=False)


@app.command(
    epilog=examples("describe package --out package", "describe package --out about --form codebook")
)
def describe(
    package: Checked,
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
