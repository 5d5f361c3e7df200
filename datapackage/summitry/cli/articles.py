"""Commands that read articles."""

from pathlib import Path
from typing import Annotated

import typer

from summitry import pipeline
from summitry.cli.app import AsJson, app
from summitry.editions import Text
from summitry.settings import MODEL
from summitry.terminal import bar, examples, lines_of, print_json, show_counts, show_refusals, stopped_clearly

Kept = Annotated[
    Text, typer.Option(help="Which words of the articles the package holds; names it always does.")
]
Model = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy model for English.")]
Metadata = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="JSON with the package's own name, title, licenses and so on."),
]
Workers = Annotated[
    int, typer.Option(min=1, metavar="N", help="How many processes read at once; some 700 MB each.")
]
Address = Annotated[
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


@app.command(
    epilog=examples(
        "build data/raw --out .",
        "build news.jsonl more/ --out package",
        "build talks.txt --out package --json",
        "build data/raw --out package --text none",
    )
)
def build(  # noqa: PLR0913, PLR0917  # each is an option of the command line
    raw: Annotated[
        list[Path],
        typer.Argument(
            metavar="RAW",
            help="Files or folders: .txt that begin with `date YYYY-MM-DD`, .html, .xml, .jsonl, .csv …",
            readable=False,  # a file that cannot be read is refused, and the others go on
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the package.", readable=False)],
    model: Model = MODEL,
    metadata: Metadata = None,
    workers: Workers = 1,
    cluster: Address = None,
    cache: Cache = None,
    curated: Curated = None,
    text: Kept = "all",
    as_json: AsJson = False,
) -> None:
    """Turn raw articles into a data package.

    A build that was stopped goes on where it was, and an article that has not changed is not read again.
    Exit code 0; 1 if an input was refused (see rejected.csv beside the package); 2 if nothing could be built.
    """
    with stopped_clearly(), bar("Reading", raw) as (step, say):
        built = pipeline.build(
            raw, out, model=model, metadata=metadata, progress=step, stage=say,
            workers=workers, cluster=cluster, cache=cache, curated=curated, text=text,
        )  # fmt: skip
    if as_json:
        print_json(package=str(built.descriptor), rows=built.counts, rejected=lines_of(built.rejected))
    else:
        show_counts(built.counts, str(built.descriptor))
        show_refusals(lines_of(built.rejected))
    raise typer.Exit(built.exit_code)


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
