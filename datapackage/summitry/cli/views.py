"""Commands that show a package to a person."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from summitry.bounds import REVIEW_ROWS
from summitry.cli.app import AsJson, Checked, app
from summitry.terminal import examples, print_json, show_refusals, stopped_clearly

Answers = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        help="The spreadsheet as a person has filled it in; or what was annotated: an export of "
        "Label Studio (.json), a folder of brat, columns of words (.conllup).",
    ),
]


@app.command(
    epilog=examples(
        "show .",
        "show package --table meetings",
        "show package --table quotes --columns text,speaker_text",
    )
)
def show(
    package: Checked,
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
    workers: Annotated[
        int,
        typer.Option(min=1, metavar="N", help="How many processes write at once; the bytes are the same."),
    ] = 1,
) -> None:
    """Write a package as pages to read: a folder of plain files that opens from a disk.

    Exit code 0; 2 if they could not be written.
    """
    from summitry.site import site as pages  # noqa: PLC0415  # jinja2 would slow down `--help`

    with stopped_clearly():
        typer.echo(pages(package, out, workers=workers))


@app.command(
    epilog=examples(
        "review package --out review.xlsx",
        "review . --read review.xlsx --into done --who Ann --on 2026-11-22",
        "review . --read tasks.json --into done --who Ann --on 2026-11-22",
    )
)
def review(  # noqa: PLR0913, PLR0917  # each is an option of the command line
    package: Checked,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write the spreadsheet: .xlsx or .csv.")
    ] = None,
    rows: Annotated[int, typer.Option(min=1, metavar="N", help="How many rows.")] = REVIEW_ROWS,
    read: Answers = None,
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder of corrections that it is added to.")
    ] = None,
    who: Annotated[str, typer.Option(metavar="NAME", help="Who has looked at the rows.")] = "",
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day of the review.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write the rows most worth a look into a spreadsheet, or read it back as corrections.

    What `summitry export` wrote for Label Studio, brat or as columns of words
    can be read back as well. The next build applies them.
    Exit code 0; 1 if something could not be taken; 2 if nothing could be read.
    """
    from summitry.review import read_review  # noqa: PLC0415  # slow to import
    from summitry.review import review as written  # noqa: PLC0415  # the name of this command

    if (out is None) == (read is None) or (read and not (into and who and on)):
        raise typer.BadParameter(
            "either --out FILE, or --read PATH with --into DIR, --who NAME and --on DATE"
        )
    with stopped_clearly():
        if out:
            typer.echo(written(package, out, rows=rows))
            return
        assert read and into and on  # noqa: PT018  # looked at above
        taken = read_review(read, package, into, who=who, when=on.date())
        if as_json:
            told = {"problems": list(taken.problems), "left": list(taken.left)}
            print_json(corrections=taken.corrections, **told)
        else:
            show_refusals([*taken.problems, *taken.left])
            what = "correction" if taken.corrections == 1 else "corrections"
            typer.echo(f"{taken.corrections} new {what} in {into}")
    raise typer.Exit(taken.exit_code)
