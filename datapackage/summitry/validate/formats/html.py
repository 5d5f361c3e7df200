"""A report as one HTML file that opens anywhere, without a network and without any other file."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from summitry.validate.findings import Findings, Problem, counted, shortened, visible
from summitry.validate.formats.markdown import verdict

FOLDER: Final = Path(__file__).parent / "page"
COLUMNS: Final = ("Severity", "Table", "Line", "Column", "Value", "What is wrong", "Rule", "What to do")


def html(report: Findings) -> str:
    """The page: verdict, counts by rule and table, the first problems to search, what was not checked."""
    total, shown = len(report), report.problems
    return Template(part("report.html")).substitute(
        style=part("report.css"),
        script=part("report.js"),
        kind="sound" if report.valid else "broken",
        verdict=verdict(report).capitalize(),
        place=told(report.place),
        size=f"{counted(sum(report.rows.values()), 'row')} in {counted(len(report.rows), 'table')}",
        rules=rules(report),
        tables=tables(report),
        which="All problems" if len(shown) == total else f"The first {len(shown):,} of {total:,} problems",
        rule_options=options(problem.rule for problem in shown),
        table_options=options(problem.table for problem in shown),
        heads="".join(f'<th scope="col">{name}</th>' for name in COLUMNS),
        problems="\n".join(row_of(problem) for problem in shown),
        unchecked="".join(f"<li>{told(str(each))}</li>" for each in report.skipped)
        or "<li>Nothing was left out.</li>",
        none="" if shown else " hidden",
        nothing=" hidden" if shown else "",
    )


def part(name: str) -> str:
    """A file of the page."""
    return (FOLDER / name).read_text(encoding="utf-8")


def told(text: str) -> str:
    """A text as HTML, also within quotation marks.

    >>> told('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return escape(visible(text), quote=True)


def rules(report: Findings) -> str:
    """A row a broken rule: a button that shows its problems, its count, and a bar as long as that."""
    most = max(report.counts.values(), default=1)
    return (
        "\n".join(
            f'<tr><th scope="row"><button type="button" data-rule="{told(rule)}">{told(rule)}</button></th>'
            f'<td class="number">{number:,}</td>'
            f'<td class="share" aria-hidden="true">'
            f'<span style="width: {100 * number / most:.1f}%"></span></td></tr>'
            for rule, number in report.counts.items()
        )
        or '<tr><td colspan="3">No rule is broken.</td></tr>'
    )


def tables(report: Findings) -> str:
    """A row a table with its size and its problems; what is no table has no size."""
    numbers: dict[str, dict[str, int]] = {name: {} for name in report.rows}
    for finding in report.findings:
        counts = numbers.setdefault(finding.table, {})
        counts[finding.severity] = counts.get(finding.severity, 0) + len(finding)
    return "\n".join(table_row(name, report.rows, counts) for name, counts in numbers.items())


def table_row(name: str, rows: Mapping[str, int], counts: Mapping[str, int]) -> str:
    """The row of one table."""
    numbers = (rows.get(name), counts.get("error", 0), counts.get("warning", 0))
    cells = "".join(
        f'<td class="number">{"–" if number is None else f"{number:,}"}</td>' for number in numbers
    )
    return f'<tr><th scope="row">{told(name)}</th>{cells}</tr>'


def options(names: Iterable[str]) -> str:
    """What can be chosen, by name."""
    return "".join(f'<option value="{told(name)}">{told(name)}</option>' for name in sorted(set(names)))


def row_of(problem: Problem) -> str:
    """A problem as a row that the script can find."""
    value = "" if problem.value is None else f"<code>{told(shortened(problem.value))}</code>"
    cells = (
        f'<span class="badge">{problem.severity}</span>',
        told(problem.table),
        "" if problem.line is None else f"{problem.line}",
        told(problem.column or ""),
        value,
        told(problem.fault),
        told(problem.rule),
        told(problem.remedy),
    )
    named = zip(COLUMNS, cells, strict=True)
    inner = "".join(f'<td data-name="{name}">{cell}</td>' for name, cell in named)
    place = f'data-rule="{told(problem.rule)}" data-table="{told(problem.table)}"'
    return f'<tr class="{problem.severity}" {place}>{inner}</tr>'
