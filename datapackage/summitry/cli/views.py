"""Commands that show a package to a person."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from summitry.cli.app import AsJson, Checked, Package, app
from summitry.terminal import examples, print_json, stopped_clearly


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
