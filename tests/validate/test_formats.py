"""Each form of a report says what the report says, survives any text, and says it the same way each time."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from made_reports import ENUM, finding, report_of
from summitry.bounds import MAX_COMMENT_CHARS
from summitry.paths import DESCRIPTOR
from summitry.schema import TABLES
from summitry.validate import Finding, Skipped, validate
from summitry.validate.catalogue import checks_of
from summitry.validate.formats import WRITERS
from summitry.validate.formats.github import in_repository
from summitry.validate.formats.markdown import code

HOSTILE = "]]>\"'</script><script>alert(1)</script>\x1b[31m\u202e\ud800\n::error::x|`*\\|%0A&amp;"


@pytest.mark.parametrize("form", WRITERS)
def test_says_the_same_each_time(faulty, form):
    """Two checks of one package give the same bytes, ended by a line end."""
    first, second = (validate(faulty.folder).written(form) for _ in range(2))
    assert first == second
    assert first.endswith("\n")


def test_knows_its_forms():
    """A name that is no form is a mistake of the caller."""
    with pytest.raises(ValueError, match="expected one of json, junit, github, markdown, html"):
        report_of().written("yaml")


def test_json_is_the_report(faulty):
    """The text holds what the report gives to programs."""
    report = validate(faulty.folder)
    assert json.loads(report.written("json")) == report.as_json()


def junit_of(report):
    """The JUnit XML, parsed."""
    return ET.fromstring(report.written("junit"))  # noqa: S314  # our own words


def test_junit_has_a_case_for_each_check(parcel):
    """A sound package passes every rule of every table, by name."""
    root = junit_of(validate(parcel.folder))
    cases = {(case.get("classname"), case.get("name")) for case in root.iter("testcase")}
    assert cases == {(name, check.rule) for name in (DESCRIPTOR, *TABLES) for check in checks_of(name)}
    assert root.attrib == {
        "name": "summitry validate", "tests": str(len(cases)), "failures": "0", "errors": "0", "skipped": "0"
    }  # fmt: skip


def test_junit_fails_what_is_broken(faulty):
    """A broken rule is a failure with its problems; a warning fails nothing."""
    root = junit_of(validate(faulty.folder))
    assert root.get("failures") == "1"
    failure = root.find(".//testcase[@classname='quotes'][@name='enum']/failure")
    assert failure.get("message").startswith(
        "1 problem, the first: quotes.csv:3:kind 'shouted' is not one of"
    )
    assert failure.text.startswith("error: quotes.csv:3:kind 'shouted'")
    assert "write one of these words" in failure.text
    remark = root.find(".//testcase[@classname='articles'][@name='missing-word']/system-out")
    assert remark.text.startswith("warning: articles.csv:2:title 'NA'")


def test_junit_skips_what_was_not_checked(parcel):
    """What could not be checked has not passed."""
    parcel.file("entities").unlink()
    root = junit_of(validate(parcel.folder))
    skipped = root.find(".//testcase[@classname='speakers'][@name='foreign-key of entity_id']/skipped")
    assert skipped.get("message") == "entities could not be read as a whole"
    assert root.find(".//testcase[@classname='speakers'][@name='foreign-key']") is None
    assert (
        root.find(".//testcase[@classname='speakers'][@name='is-said-by-one-who-can-speak']/skipped")
        is not None
    )
    assert root.find(".//testcase[@classname='entities'][@name='type']") is None
    assert int(root.get("skipped")) == len(validate(parcel.folder).skipped)


def test_junit_counts_what_it_does_not_show():
    """A rule whose problems are not among the first still fails, with its count and its first problem."""
    report = report_of(finding("a", 2), finding("b", 3, 4, rule="type"), limit=1)
    failure = junit_of(report).find(".//testcase[@name='type']/failure")
    assert failure.get("message").startswith("2 problems, the first: quotes.csv:3:kind 'b'")
    assert failure.text == "2 problems not shown"


def test_github_annotates_lines(faulty):
    """Annotations name the file from the root of the repository, and the line."""
    (faulty.folder.parent / ".git").mkdir()
    lines = validate(faulty.folder).written("github").splitlines()
    assert lines[0].startswith(
        "::error file=package/data/tables/quotes.csv,line=3,title=enum::quotes.csv:3:kind"
    )
    assert lines[1].startswith("::warning file=package/data/tables/articles.csv,line=2,title=missing-word::")
    assert lines[2].endswith("1 error, 1 warning")
    faulty.describe(lambda descriptor: descriptor.update(created="now"))
    first = validate(faulty.folder).written("github").splitlines()[0]
    assert first.startswith("::error file=package/datapackage.json,title=created::")


def test_github_names_the_zip_itself():
    """The files of a zip have no lines that could be shown."""
    report = replace(report_of(finding()), path=Path("package.zip"))
    assert report.written("github").startswith("::error file=package.zip,title=enum::quotes.csv:2:kind")
    assert report_of(finding()).written("github").startswith("::error title=enum::")


def test_github_escapes_what_would_end_a_command():
    """Commas and colons in a path, and line ends and percent signs in a message, are written otherwise."""
    report = replace(
        report_of(finding("100%\n::error::")), path=Path("a,b:c/p.json"), files={"quotes": "q.csv"}
    )
    first, *rest = report.written("github").splitlines()
    assert first.startswith("::error file=a%2Cb%3Ac/q.csv,line=2,title=enum::")
    assert "'100%25\\n::error::'" in first
    assert len(rest) == 1


def test_paths_are_from_the_root_of_the_repository(tmp_path, monkeypatch):
    """The nearest folder with `.git` is the root; a worktree has a file of that name."""
    (tmp_path / "work" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert in_repository(Path("work/deep/a.csv")) == "work/deep/a.csv"
    (tmp_path / "work" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    assert in_repository(Path("work/deep/a.csv")) == "deep/a.csv"
    assert in_repository(tmp_path / "work" / "deep" / ".." / "a.csv") == "a.csv"


def cells_of(markdown):
    """The cells of every table in a Markdown text, as a reader sees them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    rows = []
    for token, inner in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"td_open", "th_open"}:
            rows[-1].append("".join(child.content for child in inner.children))
    return rows


def test_markdown_counts_and_lists(faulty):
    """The counts by rule stand above the problems."""
    text = validate(faulty.folder).written("markdown")
    assert text.startswith("### ❌ Data package: 1 error, 1 warning\n")
    head, enum, word, _, *problems = cells_of(text)
    assert head == ["rule", "tables", "errors", "warnings"]
    assert (enum, word) == (["enum", "quotes", "1", ""], ["missing-word", "articles", "", "1"])
    assert [row[2] for row in problems] == ["enum", "missing-word"]
    assert problems[0][1].startswith("quotes.csv:3:kind 'shouted' is not one of")


def test_markdown_says_that_all_is_well(parcel):
    """A sound package has a verdict and no table; what was not checked is told."""
    text = validate(parcel.folder).written("markdown")
    assert text.startswith("### ✅ Data package: no problem\n")
    assert "|" not in text
    skipped = report_of(skipped=(Skipped("order", "quotes", "why"),)).written("markdown")
    assert "- `quotes: order was not checked: why`" in skipped


def test_markdown_fits_a_comment():
    """A report of any length stays below what a comment can hold, and says how much it shows."""
    text = report_of(finding("a" * 500, *range(2, 3000)), limit=10_000).written("markdown")
    assert MAX_COMMENT_CHARS * 0.9 < len(text) < 65_536
    assert re.search(r"The first [\d,]+ of 2,998 problems", text)


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" ")))
def test_code_shows_any_text(text):
    """A code span in a table shows the text that it was made of, and stays in its cell."""
    rows = cells_of(f"| a | b |\n| --- | --- |\n| x | {code(text)} |\n")
    shown = "" if len(rows[1]) < 2 else rows[1][1]
    assert [len(row) for row in rows] == [2, 2]
    assert shown.strip(" ") == text.replace("\\|", "\\x7c").strip(" ")


@pytest.mark.parametrize("form", WRITERS)
def test_no_text_breaks_a_form(form):
    """Whatever a package holds stays text: no tag, no command, no sign that XML forbids, one line a line."""
    findings = (
        finding(HOSTILE, table=HOSTILE, rule=HOSTILE),
        replace(finding(HOSTILE), column=HOSTILE, fault=HOSTILE, remedy=HOSTILE, severity="warning"),
    )
    report = report_of(*findings, skipped=(Skipped(HOSTILE, "quotes", HOSTILE),), rows={HOSTILE: 1})
    text = report.written(form)
    assert "\x1b" not in text
    assert "\u202e" not in text or form == "json"
    if form == "junit":
        assert ET.fromstring(text).get("failures") == "1"  # noqa: S314  # our own words
    if form == "html":
        assert text.count("<script>") == text.count("</script>") == 1
    if form == "github":
        assert [line.split(" ")[0] for line in text.splitlines()] == [
            "::error",
            "::warning",
            "::notice",
            "summitry:",
        ]
    if form == "markdown":
        assert "<script>" not in MarkdownIt("commonmark").enable("table").render(text)


def test_a_million_problems_are_told_as_fast_as_one():
    """No form goes through problems that it does not show."""
    places = pl.DataFrame({"line": range(2, 1_000_002), "value": ["shouted"] * 1_000_000})
    report = report_of(Finding("quotes", "kind", places=places, **ENUM))
    for form in WRITERS:
        text = report.written(form)
        assert len(text) < 100_000
        assert "1,000,000" in text or '"errors": 1000000' in text
