"""A report can be written to a file, and all of its problems can be listed, however many they are."""

import csv
import io
import json

import pytest

from made_reports import finding, report_of
from summitry.errors import UnusableOutput
from summitry.validate import Report, validate
from summitry.validate.report import ENDINGS


@pytest.mark.parametrize("ending", ENDINGS)
def test_writes_files(tmp_path, faulty, ending):
    """The ending of a file says the form; the file holds what `written` gives, in UTF-8."""
    report = validate(faulty.folder)
    path = tmp_path / "new" / f"report{ending}"
    report.write(path)
    assert path.read_bytes().decode() == report.written(ENDINGS[ending])
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["report", "report.txt", "report.csv.gz"])
def test_writes_no_unknown_form(tmp_path, name):
    """A name that asks for no form is refused, and nothing is written."""
    with pytest.raises(UnusableOutput, match=r"expected one of .json, .xml, .md, .html, .csv, .jsonl"):
        report_of().write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_lists_every_problem(tmp_path):
    """The list holds all problems in their order, however few a report shows."""
    report = report_of(finding("a", 5, 9), finding("b\n", 2, rule="type"), limit=1)
    assert report.problems_to(tmp_path / "all.jsonl") == 3
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines == [problem._asdict() for problem in report]
    report.write(tmp_path / "all.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"))))
    assert [(row["line"], row["value"]) for row in rows] == [("2", "b\\n"), ("5", "a"), ("9", "a")]


def test_lists_no_problem(tmp_path):
    """A sound package gives a header, or an empty file."""
    assert report_of().problems_to(tmp_path / "none.csv") == 0
    assert (tmp_path / "none.csv").read_bytes() == b"table,line,column,value,rule,remedy,fault,severity\n"
    assert report_of().problems_to(tmp_path / "none.jsonl") == 0
    assert (tmp_path / "none.jsonl").read_bytes() == b""


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1+1", "＝1"])
def test_a_list_is_safe_in_a_spreadsheet(tmp_path, value):
    """A cell that is reported as a formula does not become one in the list of problems."""
    report_of(finding(value)).problems_to(tmp_path / "all.csv")
    cell = list(csv.reader(io.StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"))))[1][3]
    assert cell[0] in {"'", "\\"}


def test_a_list_replaces_no_list_until_it_is_whole(tmp_path, monkeypatch):
    """What stops the writing leaves the earlier list as it was, and nothing beside it."""
    path = tmp_path / "all.csv"
    report_of(finding()).problems_to(path)
    before = path.read_bytes()
    monkeypatch.setattr(Report, "__iter__", lambda _: iter([1]))
    with pytest.raises(TypeError):
        report_of(finding()).problems_to(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_lists_where_it_can():
    """A place that cannot be written is one line for a person."""
    with pytest.raises(UnusableOutput, match="expected a place that can be written"):
        report_of().problems_to("/dev/null/all.csv")
