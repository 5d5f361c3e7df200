"""The program itself, and the arguments that several commands take."""

import sys
from collections.abc import Sequence
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from io import TextIOWrapper


app = typer.Typer(
    help="Who met whom, and who said what, as data: news articles in, tidy and checked tables out.",
    epilog="Start with:  [bold]summitry build ARTICLES --out PACKAGE[/]",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for programs.")]
Package = Annotated[Path, typer.Argument(metavar="PACKAGE", help="A datapackage.json, or its folder.")]
Checked = Annotated[
    str,
    typer.Argument(
        metavar="PACKAGE",
        help="A datapackage.json, its folder, a zip, or an address that begins with https://.",
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
