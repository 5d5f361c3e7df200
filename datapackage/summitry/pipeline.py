"""The whole way: raw articles to a published package, or to the findings of each."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summitry.annotate import annotate_all
from summitry.errors import UnreadableInput
from summitry.extract.findings import findings_of
from summitry.package import write_package
from summitry.page import Dispatch
from summitry.read import read_articles, read_record, read_records
from summitry.resolve.assemble import resolve
from summitry.resolve.reading import Reading, reading_of
from summitry.rows import Refusal, Tables
from summitry.settings import MODEL
from summitry.standoff import standoff
from summitry.tables import write_file

Progress = Callable[[str], None]
"""Called with the id of each article when it has been read to the end."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: where the package is, its tables, and the inputs that were refused."""

    descriptor: Path
    tables: Tables
    rejected: tuple[Refusal, ...]

    @property
    def exit_code(self) -> int:
        """0, or 1 where an input was refused."""
        return int(bool(self.rejected))

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {name: len(rows) for name, rows in self.tables._asdict().items()}


def build(
    sources: Iterable[str | Path],
    out: str | Path,
    *,
    model: str = MODEL,
    metadata: str | Path | None = None,
    progress: Progress | None = None,
) -> Built:
    """Turn raw articles into a data package in the folder `out`.

    `sources` are files or folders: `.txt` with a date header, `.jsonl`, `.csv`. An input that is no article
    is refused and listed in `rejected.csv` beside the package; the others go on. Raises `UnreadableInput`
    where there is no article at all, and `UnusableOutput` where `out` cannot be written; then nothing that
    was there before is lost.
    """
    out = Path(out)
    rejected: list[Refusal] = []
    dispatches = kept(read_articles(sources, base=out), rejected)
    readings = list(readings_of(dispatches, model, progress))
    if not readings:
        first = f"; the first refusal: {rejected[0]}" if rejected else ""
        raise UnreadableInput(f"found no article; expected at least one{first}")
    tables = resolve(readings)
    write_rejected(rejected, out)
    descriptor = write_package(tables, out, Path(metadata) if metadata else None)
    return Built(descriptor, tables, tuple(rejected))


def kept(found: Iterable[Dispatch | Refusal], rejected: list[Refusal]) -> Iterator[Dispatch]:
    """Yield the articles among the inputs; the others go to `rejected`."""
    for one in found:
        if isinstance(one, Refusal):
            rejected.append(one)
        else:
            yield one


def readings_of(dispatches: Iterable[Dispatch], model: str, progress: Progress | None) -> Iterator[Reading]:
    """Yield each article read to the end."""
    for page in annotate_all(dispatches, model):
        yield reading_of(page, findings_of(page))
        if progress:
            progress(page.dispatch.article_id)


def write_rejected(rejected: Iterable[Refusal], out: Path) -> None:
    """List the refused inputs beside the package; with none, no list of an earlier build is left."""
    path = out / "rejected.csv"
    rows = [asdict(one) for one in rejected]
    if not rows:
        path.unlink(missing_ok=True)
        return
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_file(path, text.getvalue().encode())


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


def annotate_file(
    records: str | Path, out: str | Path, *, model: str = MODEL, progress: Progress | None = None
) -> tuple[Refusal, ...]:
    """Write the stand-off findings of each record of a `.jsonl` file to another, and give the refused records."""
    rejected: list[Refusal] = []
    lines = []
    for found in annotated(kept(read_records(records, for_tables=False), rejected), model):
        lines.append(json.dumps(found, ensure_ascii=False))
        if progress:
            progress(found["id"])
    write_file(Path(out), "".join(f"{line}\n" for line in lines).encode())
    return tuple(rejected)
