"""A report counts everything, shows the first problems, and tells them one by one on request."""

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from summitry.validate import Finding, Problem, Report, validate
from summitry.validate.findings import Place

ENUM = {
    "rule": "enum",
    "fault": "is not one of direct, mixed, indirect",
    "remedy": "write one of these words",
}


def finding(table, column, *lines, severity="error", rule="enum"):
    """A finding in some lines of a table."""
    places = tuple(Place(line, "shouted") for line in lines)
    return Finding(table, column, places=places, **ENUM | {"severity": severity, "rule": rule})


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        pytest.param(
            Problem("quotes", 18, "kind", "shouted", **ENUM),
            "quotes.csv:18:kind 'shouted' is not one of direct, mixed, indirect",
            id="a cell",
        ),
        pytest.param(
            Problem("datapackage.json", None, "created", "now", "created", "", "is not a date"),
            "datapackage.json:created 'now' is not a date",
            id="a property",
        ),
        pytest.param(
            Problem("quotes", 4, None, None, "blank-line", "", "is blank"),
            "quotes.csv:4 is blank",
            id="a line",
        ),
        pytest.param(
            Problem("quotes", 4, "text", "a\tb" * 50, "control-character", "", "holds one"),
            "quotes.csv:4:text '" + r"a\tb" * 20 + "…' holds one",
            id="a long cell that could break the terminal",
        ),
    ],
)
def test_tells_a_problem_in_one_line(problem, line):
    """File, line, column, value and fault stand in the order in which editors read them."""
    assert str(problem) == line


def test_counts_all_and_shows_the_first():
    """Counts are of all problems; those shown are the first by file and line."""
    report = Report(
        Path("datapackage.json"),
        (
            finding("quotes", "kind", 5, 9),
            finding("quotes", "start", 2, 7, rule="type"),
            finding("a", "b", 3),
        ),
        limit=3,
    )
    assert report.counts == {"enum": 3, "type": 2}
    assert [problem.line for problem in report.problems] == [2, 5, 7]
    assert [problem.line for problem in report] == [2, 5, 7, 9, 3]
    assert report.summary() == "datapackage.json: 0 rows in 0 tables, 5 errors, 0 warnings (2 not shown)"


def test_tells_errors_before_warnings():
    """What must be mended comes first, and warnings alone leave a package valid."""
    warnings = Report(Path("p"), (finding("quotes", "text", 2, severity="warning"),))
    assert (warnings.exit_code, warnings.valid) == (0, True)
    both = Report(Path("p"), (*warnings.findings, finding("reports", "text", 9)))
    assert [problem.severity for problem in both] == ["error", "warning"]
    assert (both.exit_code, both.errors, both.warnings) == (1, 1, 1)


def test_tells_a_million_problems():
    """Problems stay in a frame until they are asked for."""
    places = pl.DataFrame({"line": range(2, 1_000_002), "value": ["shouted"] * 1_000_000})
    report = Report(Path("p"), (Finding("quotes", "kind", places=places, **ENUM),))
    assert report.counts == {"enum": 1_000_000}
    assert [problem.line for problem in report.problems] == list(range(2, 52))


def test_tells_machines(parcel):
    """The JSON of a report holds what the report holds."""
    parcel.put("quotes", 3, "kind", "shouted")
    told = json.loads(json.dumps(validate(parcel.folder).as_json()))
    assert (told["valid"], told["errors"], told["counts"]) == (False, 1, {"enum": 1})
    assert told["rows"]["quotes"] == 5
    assert told["problems"] == [
        {"table": "quotes", "line": 3, "column": "kind", "value": "shouted", **ENUM, "severity": "error"}
    ]


def test_shows_people(parcel, capsys):
    """The terminal shows each problem, what to do, and how it went."""
    report = validate(parcel.folder)
    report.show()
    assert capsys.readouterr().out.endswith("no problem\n")
    parcel.put("quotes", 3, "kind", "[red]shouted")
    validate(parcel.folder).show()
    shown = " ".join(capsys.readouterr().out.split())
    assert "[red]shouted" in shown
    assert "1 error, 0 warnings" in shown


def test_shows_only_as_many_as_asked_for(parcel):
    """The limit is the caller's."""
    parcel.put("quotes", 3, "kind", "shouted")
    parcel.put("quotes", 4, "kind", "shouted")
    report = validate(parcel.folder, limit=1)
    assert (len(report.problems), len(report)) == (1, 2)


def test_costs_nothing_until_it_is_called():
    """Importing the room loads none of the libraries that checks need."""
    code = "import sys, summitry.validate; print({'polars', 'pandera', 'pandas', 'rich'} & set(sys.modules))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own words
    assert done.stdout == "set()\n"
