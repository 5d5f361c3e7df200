"""The whole way: raw articles to a published package, or to the findings of each."""

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date as Day  # noqa: N812  # `date` is an option
from pathlib import Path
from typing import Any, Final, get_args

from summitry.annotate import annotate_all
from summitry.curated import Correction, read_corrections, removed_articles
from summitry.editions import Text
from summitry.errors import UnreadableInput, UnusableOutput
from summitry.extract.findings import findings_of
from summitry.heap import collected_seldom
from summitry.package import Publication, read_metadata, write_package
from summitry.page import Dispatch
from summitry.progress import WRITING, Hands, Progress, silent
from summitry.read import Tally, read_articles, read_record, read_records, terms_of
from summitry.resolve.reading import Reading, reading_of
from summitry.rows import Refusal, Tables
from summitry.schema import TABLES
from summitry.settings import MODEL
from summitry.standoff import standoff
from summitry.tables import read_tables, replacement, usable

REJECTED: Final = "rejected.csv"
"""The list of refused inputs, beside the `datapackage.json`."""

CACHE: Final = ".summitry"
"""The folder beside the `datapackage.json` in which drafts of articles wait for the next build."""

REMOVED: Final = "articles removed for good"
"""What is passed over because a correction says so, counted for the summary."""

CORRECTIONS: Final = Path("data", "curated")
"""The folder beside the `datapackage.json` in which corrections by hand lie."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: where the package is, how many rows it has, and the inputs that were refused."""

    descriptor: Path
    counts: dict[str, int]
    """The number of rows of each table."""
    rejected: tuple[Refusal, ...]
    inputs: Mapping[str, int] = field(default_factory=dict)
    """How many inputs there were of each kind, such as `text files`, articles and refused ones."""
    passed: Mapping[str, int] = field(default_factory=dict)
    """How much was passed over of each kind, such as `hidden files and folders`."""

    @property
    def exit_code(self) -> int:
        """0, or 1 where an input was refused."""
        return int(bool(self.rejected))

    @property
    def tables(self) -> Tables:
        """The tables, read from the package: all of them, so only where they fit the memory."""
        return read_tables(self.descriptor.parent / "data" / "tables")


@collected_seldom()
def build(  # noqa: PLR0913  # each is an option of the command line
    sources: Iterable[str | Path],
    out: str | Path,
    *,
    model: str = MODEL,
    metadata: str | Path | None = None,
    progress: Progress | None = None,
    stage: Progress | None = None,
    workers: int = 1,
    cluster: str | None = None,
    cache: str | Path | None = None,
    curated: str | Path | None = None,
    text: Text = "all",
    columns: Mapping[str, str] | None = None,
    date: str | Day | None = None,
    today: str | Day | None = None,
) -> Built:
    """Turn raw articles into a data package in the folder `out`.

    `sources` are files, folders, archives, `-` for standard input, or addresses. An input that is no article
    is refused and listed in `rejected.csv` beside the package; the others go on. `columns` names the columns
    of tables whose names do not tell (`{"date": "pubdate"}`), `date` is the day of articles that tell none,
    and a date later than the day after `today` (else by the clock) is refused. `progress` is called with
    each article and each refused input, `stage` with what is done after all are read. `workers` processes
    read at once, or those of the Dask `cluster` at an address; neither changes a byte. What was read is kept
    in the folder `cache` (`.summitry` in `out` if not said): a build that was stopped goes on where it was,
    and an article that has not changed is not read again. The corrections in the folder `curated`
    (`data/curated` in `out` if not said) are applied. With `text` `none` the package has all rows and no
    words of the articles but names; the folder `cache` still has them. Raises `UnreadableInput` where there
    is no article at all, `UnusableOutput` where `out` cannot be written, `UnfitCorrections` where a
    correction does not fit its text, and `LostWorkers` where no worker is left; then nothing that was there
    before is lost.
    """
    expect_sort(text)
    out, metadata = Path(out), Path(metadata) if metadata else None
    tally = Tally()
    found = read_articles(sources, base=out, terms=terms_of(columns, date, today), tally=tally)
    corrections = corrections_in(out, curated)
    expect_possible(out, metadata)
    home = Path(cache) if cache else out / CACHE
    hands, step, tell = Hands(model, workers, cluster), progress or silent, stage or silent
    rejected: list[Refusal] = []
    wanted = without_removed(kept(found, rejected, step), corrections, tally, step)
    # libraries that take a second, which no check needs
    from summitry.assembly import assembled, reserved  # noqa: PLC0415

    with (
        reserved(out / CACHE, besides=home),
        assembled(wanted, home, hands, step, tell, corrections) as (tables, faults),
    ):
        rejected += faults
        if tables is None:
            raise no_article(rejected, tally.passed[REMOVED])
        tell(WRITING)
        descriptor = write_all(tables, rejected, out, metadata, text)
    counts = {name: tables.counted(name).rows for name in TABLES}
    return Built(descriptor, counts, tuple(rejected), dict(tally.inputs), dict(+tally.passed))


def expect_sort(text: str) -> None:
    """Stop at a word that says nothing about which words a package holds."""
    if text not in get_args(Text):
        raise ValueError(f"found text {text!r}; expected one of {', '.join(get_args(Text))}")


def expect_possible(out: Path, metadata: Path | None) -> None:
    """Stop at what would stop the writing: it is said before the reading, which can take hours."""
    read_metadata(metadata)
    expect_writable(out)


def corrections_in(out: Path, folder: str | Path | None) -> tuple[Correction, ...]:
    """The corrections of a folder that must be there, or of the one in the package if there is one."""
    if folder and not Path(folder).is_dir():
        raise UnreadableInput(f"{folder}: found no folder; expected one of corrections")
    return read_corrections(Path(folder) if folder else out / CORRECTIONS)


def without_removed(
    dispatches: Iterable[Dispatch], corrections: Iterable[Correction], tally: Tally, progress: Progress
) -> Iterator[Dispatch]:
    """Yield the articles but for those that are removed for good; these are counted."""
    is_removed = removed_articles(corrections)
    for one in dispatches:
        if is_removed(one.article_id):
            tally.passed[REMOVED] += 1
            progress(one.article_id)
        else:
            yield one


def expect_writable(out: Path) -> None:
    """Stop where the output can never be written: not a folder, or one without the right to write."""
    there = next(path for path in (out.absolute(), *out.absolute().parents) if os.path.lexists(path))
    if not there.is_dir():
        raise UnusableOutput(f"{there}: found a file; expected a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise UnusableOutput(f"{there}: found no permission to write; expected a place that can be written")


def kept(
    found: Iterable[Dispatch | Refusal], rejected: list[Refusal], progress: Progress = silent
) -> Iterator[Dispatch]:
    """Yield the articles among the inputs; the others go to `rejected`."""
    for one in found:
        if not isinstance(one, Refusal):
            yield one
            continue
        rejected.append(one)
        progress(one.source)


def no_article(rejected: Sequence[Refusal], removed: int = 0) -> UnreadableInput:
    """What to raise where every input was refused: the refusal, or their number with each as a note."""
    if len(rejected) == 1 and not removed:
        return UnreadableInput(str(rejected[0]))
    beside = f" beside {removed:,} removed for good" if removed else ""
    error = UnreadableInput(f"found no article in {len(rejected):,} inputs{beside}; expected at least one")
    for refusal in rejected:
        error.add_note(str(refusal))
    return error


def readings_of(dispatches: Iterable[Dispatch], model: str) -> Iterator[Reading]:
    """Yield each article read to the end."""
    return (reading_of(page, findings_of(page)) for page in annotate_all(dispatches, model))


def write_all(
    tables: Publication,
    rejected: Sequence[Refusal],
    out: Path,
    metadata: Path | None,
    text: Text = "all",
) -> Path:
    """Write the package and the list of refused inputs beside it, and give the path of the descriptor.

    The list is put beside its place before any table moves, so that a full disk changes nothing, and takes
    its place when the package has; with nothing refused, no list of an earlier build is left.
    """
    path = out / REJECTED
    with replacement() as write:
        if rejected:
            # what was found can be words of an article; who builds sees it on the terminal
            shown = rejected if text == "all" else [replace(one, found="") for one in rejected]
            write(path, rejected_bytes(shown))
        descriptor = write_package(tables, out, metadata, text)
    if not rejected:
        with usable(path):
            path.unlink(missing_ok=True)
    return descriptor


def rejected_bytes(rejected: Sequence[Refusal]) -> bytes:
    r"""The list of refused inputs as a CSV file holds it.

    >>> rejected_bytes([Refusal("a.txt", None, "an empty file", "an article")])
    b'source,place,found,expected\na.txt,,an empty file,an article\n'
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(asdict(rejected[0])), lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(one) for one in rejected)
    return text.getvalue().encode()


def annotate(article: Mapping[str, Any], *, model: str = MODEL) -> dict[str, Any]:
    """What one article says, as offsets into its text.

    `article` holds `id`, `text` and `date` (`YYYY-MM-DD` or null: then relative dates stay unresolved).

    >>> found = annotate({"id": "a", "date": "2017-04-28", "text": "“We agree,” said Ann Lee on Thursday."})
    >>> found["quotes"][0]["speaker_name"], found["timexes"][0]["value"]
    ('Ann Lee', '2017-04-27')
    """
    read = read_record(article, for_tables=False)
    if isinstance(read, Refusal):
        raise UnreadableInput(str(read))
    return next(annotated([read], model))


def annotated(dispatches: Iterable[Dispatch], model: str) -> Iterator[dict[str, Any]]:
    """Yield the stand-off findings of each article."""
    for page in annotate_all(dispatches, model):
        findings = findings_of(page)
        yield standoff(page, findings, reading_of(page, findings))


@collected_seldom()
def annotate_file(
    records: str | Path,
    out: str | Path,
    *,
    model: str = MODEL,
    progress: Progress | None = None,
    columns: Mapping[str, str] | None = None,
) -> tuple[Refusal, ...]:
    """Write the stand-off findings of each article of a file or of standard input, and give what is refused.

    `columns` names the columns of tables whose names do not tell (`{"date": "pubdate"}`).

    Raises `UnreadableInput`, and writes nothing, where no record is an article.
    """
    found = read_records(records, for_tables=False, columns=terms_of(columns).columns)
    expect_writable(Path(out).parent)
    if Path(out).exists() and Path(records).exists() and Path(out).samefile(records):
        raise UnusableOutput(f"{out}: found the input itself; expected another file")
    rejected: list[Refusal] = []
    step, count = progress or silent, 0

    def lines() -> Iterator[bytes]:
        nonlocal count
        for findings in annotated(kept(found, rejected, step), model):
            yield f"{json.dumps(findings, ensure_ascii=False)}\n".encode()
            step(findings["id"])
            count += 1

    with replacement() as write:
        write(Path(out), lines())
        if not count:
            raise no_article(rejected)
    return tuple(rejected)
