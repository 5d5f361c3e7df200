"""What was annotated elsewhere (Label Studio, brat, columns of words), back as corrections."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from summitry.export.marks import Ask
from summitry.review.annotated.again import there_again
from summitry.review.annotated.articles import Annotated, Articles, Told
from summitry.review.annotated.brat import read_brat
from summitry.review.annotated.comparison import Comparison
from summitry.review.annotated.conll import read_conll
from summitry.review.annotated.label_studio import read_label_studio
from summitry.review.annotated.losses import lost_in
from summitry.review.annotated.mentions import compare_mentions
from summitry.review.annotated.quotes import compare_quotes, compare_reports
from summitry.review.answers import Rows

__all__ = ["Form", "Told", "differences", "form_of"]


class Form(NamedTuple):
    """Where articles can be annotated."""

    name: str
    read: Callable[[Path, Articles, Told], Iterator[Annotated]]


FOLDER: Final = Form("brat", read_brat)
FILES: Final = {
    ".json": Form("Label Studio", read_label_studio),
    **dict.fromkeys((".conll", ".conllu", ".conllup"), Form("columns of words", read_conll)),
}
"""By the ending of a file."""


def form_of(path: Path) -> Form | None:
    """Where a file or folder was annotated; none if it is a sheet of a review."""
    return FOLDER if path.is_dir() else FILES.get(path.suffix)


def differences(form: Form, path: Path, ask: Ask, told: Told, curated: Path) -> Rows:
    """The new rows of the correction files in a folder for all that was changed."""
    rows: Rows = defaultdict(list)
    for article in form.read(path, Articles(ask), told):
        for file, row in corrections_of(article, ask, told):
            rows[file].append({**row, "why": row["why"] or f"annotated in {form.name}"})
    rows["rows.csv"] += there_again(curated, rows)
    return rows


def corrections_of(article: Annotated, ask: Ask, told: Told) -> list[tuple[str, dict[str, object]]]:
    """The file and the cells of each correction of an article."""
    if lost := lost_in(article):
        told.problems.append(f"{article.where}: {lost}")
        return []
    comparison = Comparison(article, ask, told)
    compare_mentions(comparison)
    compare_quotes(comparison)
    compare_reports(comparison)
    comparison.tell_notes()
    return comparison.rows
