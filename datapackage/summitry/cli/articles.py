"""Commands that read articles."""

from pathlib import Path
from typing import Annotated

import typer

from summitry import pipeline
from summitry.cli.app import AsJson, app
from summitry.editions import Text
from summitry.read import columns_given
from summitry.settings import MODEL
from summitry.terminal import (
    bar,
    examples,
    lines_of,
    print_json,
    reasons_of,
    show_counts,
    show_inputs,
    show_refusals,
    stopped_clearly,
)

Kept = Annotated[
    Text, typer.Option(help="Which words of the articles the package holds; names it always does.")
]
Model = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy model for English.")]
Raw = Annotated[
    list[str],
    typer.Argument(
        metavar="RAW", help="Files, folders or archives of articles, addresses (https://…), or -."
    ),
]
Out = Annotated[Path, typer.Option(metavar="DIR", help="The folder of the package.", readable=False)]
Metadata = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="JSON with the package's own name, title, licenses and so on."),
]
Workers = Annotated[
    int, typer.Option(min=1, metavar="N", help="How many processes read at once; some 700 MB each.")
]
Cluster = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="A Dask scheduler whose workers read instead: tcp://host:8786."),
]
Cache = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Where what was read waits for the next build: .summitry in --out."),
]
Curated = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Corrections by hand to apply: data/curated in --out, if there."),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN",
        help="The column of a field whose name does not tell: date=pubdate. Can be repeated.",
    ),
]
Given = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The day of articles that tell none themselves."),
]
Today = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD", help="Dates later than the day after it are refused; else the clock tells it."
    ),
]


@app.command(
    epilog=examples(
        "build data/raw --out .",
        "build news.jsonl more/ --out package",
        "build news.zip --map date=pubdate --out package",
        "build talks.txt --out package --json",
        "build data/raw --out package --text none",
    )
)
def build(  # noqa: PLR0913, PLR0917  # each is an option of the command line
    raw: Raw,
    out: Out,
    model: Model = MODEL,
    metadata: Metadata = None,
    workers: Workers = 1,
    cluster: Cluster = None,
    cache: Cache = None,
    curated: Curated = None,
    text: Kept = "all",
    columns: Columns = None,
    date: Given = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Turn raw articles into a data package.

    Reads texts, web pages, feeds and tables (.txt, .html, .xml, .json, .jsonl, .csv …), also in archives.
    A build that was stopped goes on where it was, and an article that has not changed is not read again.
    Exit code 0; 1 if an input was refused (see rejected.csv beside the package); 2 if nothing could be built.
    """
    with stopped_clearly(), bar("Reading", raw) as (step, say):
        built = pipeline.build(
            raw, out, model=model, metadata=metadata, progress=step, stage=say,
            workers=workers, cluster=cluster, cache=cache, curated=curated, text=text,
            columns=columns_given(columns or ()), date=date, today=today,
        )  # fmt: skip
    lines = lines_of(built.rejected)
    if as_json:
        reasons = [reason._asdict() for reason in reasons_of(lines)]
        print_json(
            package=str(built.descriptor), rows=built.counts, inputs=built.inputs, passed=built.passed,
            rejected=lines, reasons=reasons,
        )  # fmt: skip
    else:
        show_counts(built.counts, str(built.descriptor))
        show_refusals(lines)
        show_inputs(built.inputs, built.passed, built.counts["articles"], len(lines))
    raise typer.Exit(built.exit_code)


@app.command(epilog=examples("annotate articles.jsonl findings.jsonl"))
def annotate(
    records: Annotated[
        str,
        typer.Argument(
            metavar="IN.jsonl", help='Lines of {"id": …, "date": …, "text": …}; a date can be null.'
        ),
    ],
    findings: Annotated[
        Path, typer.Argument(metavar="OUT.jsonl", help="Where to write the findings, a line an article.")
    ],
    model: Model = MODEL,
    columns: Columns = None,
    as_json: AsJson = False,
) -> None:
    """Write what each article says, with offsets into its text.

    Exit code 0; 1 if a record was refused; 2 if nothing could be written.
    """
    with stopped_clearly(), bar("Reading", [records]) as (step, _):
        rejected = pipeline.annotate_file(
            records, findings, model=model, progress=step, columns=columns_given(columns or ())
        )
    if as_json:
        print_json(findings=str(findings), rejected=lines_of(rejected))
    else:
        show_refusals(lines_of(rejected))
    raise typer.Exit(int(bool(rejected)))
