"""A report as Markdown for a comment or the summary of a job: counts by rule, and the first problems.

What a package says stands in code spans, where Markdown reads nothing, links nothing and calls nobody.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from summitry.bounds import MAX_COMMENT_CHARS
from summitry.validate.findings import Finding, Findings, Problem, counted, visible

# CommonMark, “Backslash escapes”: of the signs that can be escaped, those that mean something within a line
SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~#&!@:]")


def markdown(report: Findings) -> str:
    """The text: verdict, counts by rule, the first problems folded up, and what was not checked."""
    return "\n\n".join([heading(report), *rules(report), *(unchecked(report)), *problems(report)]) + "\n"


def heading(report: Findings) -> str:
    """The verdict in one line, the size in another."""
    sign = "✅" if report.valid else "❌"
    size = f"{counted(sum(report.rows.values()), 'row')} in {counted(len(report.rows), 'table')}"
    return f"### {sign} Data package: {verdict(report)}\n\n{code(report.place)}: {size}"


def verdict(report: Findings) -> str:
    """How it went, in words.

    >>> verdict(Findings("a.zip"))
    'no problem'
    """
    counts = ((report.errors, "error"), (report.warnings, "warning"))
    return ", ".join(counted(number, thing) for number, thing in counts if number) or "no problem"


def rules(report: Findings) -> Iterator[str]:
    """The broken rules with their tables and counts, the most frequent first."""
    if not report.findings:
        return
    lines = ["| rule | tables | errors | warnings |", "| --- | --- | --: | --: |"]
    for rule in report.counts:
        broken = [finding for finding in report.findings if finding.rule == rule]
        tables = ", ".join(code(table) for table in dict.fromkeys(finding.table for finding in broken))
        errors, warnings = (number_of(broken, severity) for severity in ("error", "warning"))
        lines.append(f"| {code(rule)} | {tables} | {errors} | {warnings} |")
    yield "\n".join(lines)


def number_of(findings: list[Finding], severity: str) -> str:
    """How many problems of a severity there are, nothing for none."""
    number = sum(len(finding) for finding in findings if finding.severity == severity)
    return f"{number:,}" if number else ""


def problems(report: Findings) -> Iterator[str]:
    """The first problems, as many as a comment can hold."""
    rows = [row_of(problem) for problem in report.problems]
    lengths = accumulate(len(row) + 1 for row in rows)
    held = rows[: sum(length <= MAX_COMMENT_CHARS for length in lengths)]
    if held:
        which = (
            "All problems"
            if len(held) == len(report)
            else f"The first {len(held):,} of {len(report):,} problems"
        )
        table = "\n".join(["| | problem | rule | what to do |", "| --- | --- | --- | --- |", *held])
        yield f"<details>\n<summary>{which}</summary>\n\n{table}\n\n</details>"


def row_of(problem: Problem) -> str:
    """A problem as a row of a table."""
    cells = (problem.severity, code(str(problem)), code(problem.rule), plain(problem.remedy))
    return f"| {' | '.join(cells)} |"


def unchecked(report: Findings) -> Iterator[str]:
    """What could not be checked, as a list."""
    if report.skipped:
        yield "\n".join(["Not checked:", "", *(f"- {code(str(each))}" for each in report.skipped)])


def code(text: str) -> str:
    r"""A text as a code span, also within a cell of a table (GitHub Flavored Markdown 0.29, 4.10 and 6.3).

    >>> code("a|b"), code("a `b`"), code("")
    ('`a\\|b`', '`` a `b` ``', '')
    """
    # A backslash before a bar would undo the escape of the bar.
    told = visible(text).replace("\\|", r"\x7c").replace("|", r"\|")
    longest = max((len(run) for run in re.findall("`+", told)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if "`" in told or told != told.strip(" ") else ""
    return f"{fence}{gap}{told}{gap}{fence}" if told else ""


def plain(text: str) -> str:
    r"""A text that Markdown shows as it stands.

    >>> print(plain("write article_id"))
    write article\_id
    """
    return SPECIAL.sub(r"\\\g<0>", visible(text))
