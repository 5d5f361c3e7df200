"""A spreadsheet of the rows most worth a look, and what a person filled in or annotated, as corrections."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from summitry.bounds import REVIEW_ROWS
from summitry.curated.writing import add_corrections
from summitry.editions import edition_of
from summitry.errors import UnreadableInput
from summitry.export.source import read_source
from summitry.review.annotated import Told, differences, form_of
from summitry.review.answers import answers_of
from summitry.review.candidates import candidates
from summitry.review.sheets import read_sheet, write_sheet
from summitry.site.store import Store, stored
from summitry.validate.opened import opened

__all__ = ["Reviewed", "read_review", "review"]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was taken from a spreadsheet, or from what was annotated elsewhere."""

    corrections: int
    """How many new corrections there are."""
    problems: tuple[str, ...]
    """The lines that could not be taken, and why; then nothing was."""
    left: tuple[str, ...] = ()
    """What a person changed elsewhere that no correction can say; the rest was taken."""

    @property
    def exit_code(self) -> int:
        """0, or 1 where something could not be taken."""
        return int(bool(self.problems or self.left))


def review(package: str | Path, out: str | Path, *, rows: int = REVIEW_ROWS) -> Path:
    """Write the rows of a package that are most worth a look into a spreadsheet, and give its path.

    `out` ends in `.xlsx` or `.csv`. The rows of the lowest confidence come first, each with its sentence; a
    person fills in `verdict` (`right` or `wrong`) and what there should be `instead`.
    """
    with opened(package) as found, stored(read_source(found.path)) as store:
        expect_words(store, package)
        write_sheet(Path(out), candidates(store, rows))
    return Path(out)


def read_review(
    sheet: str | Path, package: str | Path, curated: str | Path, *, who: str, when: date
) -> Reviewed:
    """Add what a person filled in or annotated as corrections to the files in the folder `curated`.

    `sheet` is the spreadsheet, an export of Label Studio (`.json`), a folder of brat, or columns of words
    (`.conllup`); `package` is the one of which it was made. Nothing is written where something cannot be read
    or does not fit. What no correction can say (a new quote, other bounds of one) is told, and left.
    """
    path, told = Path(sheet), Told()
    with opened(package) as found, stored(read_source(found.path)) as store:
        expect_words(store, package)
        if form := form_of(path):
            rows = differences(form, path, store.each, told, Path(curated))
        else:
            rows, problems = answers_of(store, read_sheet(path))
            told.problems.extend(problems)
    if told.problems:
        return Reviewed(0, tuple(told.problems), tuple(told.left))
    return Reviewed(add_corrections(Path(curated), rows, who, when), (), tuple(told.left))


def expect_words(store: Store, package: str | Path) -> None:
    """Stop where the words of the articles are left out: nobody can look at rows without them."""
    if edition_of(store.descriptor, {}).text == "none":
        raise UnreadableInput(f"{package}: found no words of articles; expected the package with them")
