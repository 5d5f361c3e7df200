"""What `validate` gives back: the findings, and how to tell them to people and to programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from summitry.errors import UnusableOutput
from summitry.validate.findings import Findings

if TYPE_CHECKING:
    from rich.table import Table as Grid

Format = Literal["json", "junit", "github", "markdown", "html"]
"""The forms in which a report can be written."""

ENDINGS: dict[str, Format] = {".json": "json", ".xml": "junit", ".md": "markdown", ".html": "html"}
"""Which form the name of a file asks for."""


class Report(Findings):
    """What `validate` has found: counts by rule, the first problems, and all of them on iteration."""

    def show(self) -> None:
        """Print the report in the terminal."""
        from rich.console import Console  # noqa: PLC0415  # only a person at a terminal needs it

        console = Console()
        if self.findings:
            console.print(grid_of(self))
        for each in self.skipped:
            console.print(str(each), markup=False, highlight=False, soft_wrap=True)
        console.print(self.summary(), markup=False, highlight=False, soft_wrap=True)

    def as_json(self) -> dict[str, Any]:
        """The report for a machine, ready for JSON: all counts, and the first problems."""
        from summitry.validate.formats.json import as_json  # noqa: PLC0415  # one form is wanted, not all

        return as_json(self)

    def written(self, form: Format) -> str:
        r"""The report in a form that programs read, or a browser: the whole text, its last line ended.

        >>> Report("https://a.example/datapackage.json", rows={"quotes": 17}).written("github")
        'summitry: https://a.example/datapackage.json: 17 rows in 1 table, no problem\n'
        """
        if form not in get_args(Format):
            raise ValueError(f"found format {form!r}; expected one of {', '.join(get_args(Format))}")
        from summitry.validate.formats import WRITERS  # noqa: PLC0415  # a person at a terminal needs none

        return WRITERS[form](self)

    def write(self, path: str | Path) -> None:
        """Write the report to a file, in the form that its ending asks for.

        `.json`, `.xml` (JUnit), `.md` and `.html` hold all counts and the first problems; `.csv` and `.jsonl`
        hold every problem and nothing else.
        """
        from summitry.tables import replacement  # noqa: PLC0415  # only for a file

        file = Path(path)
        if (form := ENDINGS.get(file.suffix.lower())) is None:
            self.problems_to(file)
            return
        with replacement() as write:
            write(file, self.written(form).encode("utf-8", "backslashreplace"))

    def problems_to(self, path: str | Path) -> int:
        """Write every problem to a `.csv` or `.jsonl` file, one at a time, and give how many there are."""
        from summitry.validate.listing import LISTS, list_problems  # noqa: PLC0415  # only for a file

        file = Path(path)
        if file.suffix.lower() not in LISTS:
            endings = ", ".join([*ENDINGS, *LISTS])
            raise UnusableOutput(f"{file}: found no ending that names a form; expected one of {endings}")
        return list_problems(self, file)


def grid_of(report: Report) -> "Grid":
    """The first problems as a table for the terminal."""
    from rich.table import Table as Grid  # noqa: PLC0415  # only a person at a terminal needs it
    from rich.text import Text  # noqa: PLC0415  # the same

    grid = Grid("", "problem", "rule", "what to do", show_lines=False, header_style="bold")
    for problem in report.problems:
        colour = "red" if problem.severity == "error" else "yellow"
        cells = (problem.severity, str(problem), problem.rule, problem.remedy)
        grid.add_row(Text(cells[0], style=colour), *(Text(cell, overflow="fold") for cell in cells[1:]))
    return grid
