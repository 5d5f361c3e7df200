"""A report as JUnit XML, which CI systems read: a suite a table, a test case a check.

The form is that of the schema of Jenkins' xUnit plugin (junit-10.xsd); times are left out.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from summitry.validate.findings import Finding, Findings, Problem, Skipped, counted, visible

Cases = dict[str, list[Finding]]


def junit(report: Findings) -> str:
    """The XML text: checks that passed, that failed with their problems, and that could not be made."""
    root = ET.Element("testsuites", name="summitry validate")
    for table, cases in suites_of(report).items():
        skipped = [each for each in report.skipped if each.table == table]
        root.append(suite(table, cases, skipped, shown_of(report, table)))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(each.get(name, 0)) for each in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def suites_of(report: Findings) -> dict[str, Cases]:
    """For each table its checks, and for each check what it found."""
    found = [*(each.table for each in report.findings), *(each.table for each in report.skipped)]
    tables = [*report.checked, *found]
    suites: dict[str, Cases] = {
        table: {rule: [] for rule in report.checked.get(table, ())} for table in dict.fromkeys(tables)
    }
    for finding in report.findings:
        suites[finding.table].setdefault(finding.rule, []).append(finding)
    return suites


def shown_of(report: Findings, table: str) -> dict[str, list[Problem]]:
    """The problems of a table that are among the first, by rule."""
    shown: dict[str, list[Problem]] = {}
    for problem in report.problems:
        if problem.table == table:
            shown.setdefault(problem.rule, []).append(problem)
    return shown


def suite(
    table: str, cases: Cases, skipped: Sequence[Skipped], shown: Mapping[str, Sequence[Problem]]
) -> ET.Element:
    """The checks of one table."""
    found = ET.Element("testsuite", name=visible(table))
    for rule, findings in cases.items():
        case = ET.SubElement(found, "testcase", classname=visible(table), name=visible(rule))
        case.extend(outcome(findings, shown.get(rule, ())))
    for each in skipped:
        case = ET.SubElement(found, "testcase", classname=visible(table), name=visible(each.check))
        ET.SubElement(case, "skipped", message=visible(each.reason))
    counts = {"tests": "testcase", "failures": "testcase/failure", "skipped": "testcase/skipped"}
    for name, path in counts.items():
        found.set(name, str(len(found.findall(path))))
    found.set("errors", "0")
    return found


def outcome(findings: Sequence[Finding], shown: Sequence[Problem]) -> Iterator[ET.Element]:
    """What a check found: a failure if a package must not have it, else a remark in the output."""
    if not findings:
        return
    total = sum(len(finding) for finding in findings)
    first = next(heapq.merge(*findings, key=lambda problem: problem.line or 0))
    failed = any(finding.severity == "error" for finding in findings)
    element = ET.Element("failure" if failed else "system-out")
    lines = [f"{problem.severity}: {problem.with_remedy()}" for problem in shown]
    if total > len(shown):
        lines.append(f"{counted(total - len(shown), 'problem')} not shown")
    element.text = "\n".join(visible(line) for line in lines)
    if failed:
        element.set("message", visible(f"{counted(total, 'problem')}, the first: {first}"))
        element.set("type", visible(first.rule))
    yield element
