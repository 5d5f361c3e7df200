"""What is expected of a release as a whole, told in our report by Great Expectations.

The library takes seconds to import: everything that needs it is in this file, in one process.
"""

import csv
import json
import re
import shutil
import socket
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from summitry import MissingLibrary, load, schemas, validate
from summitry.schema import TABLES, table_schema
from summitry.validate.expectations import quiet
from summitry.validate.findings import Finding
from summitry.validate.thresholds import FILE, Share, thresholds

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not find_spec("great_expectations"), reason="the extra is not installed")


@pytest.fixture
def release(tmp_path):
    """A copy of the published package, which a test may break."""
    folder = tmp_path / "release"
    for part in ("data/tables", "schemas"):
        shutil.copytree(ROOT / part, folder / part)
    for name in ("datapackage.json", "manifest.json"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def change(folder, table, mend):
    """Change the rows of a table, each a dictionary."""
    path = folder / "data" / "tables" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(mend(list(csv.DictReader(file))))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table_schema(table).field_names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def beyond_cells(report):
    """The problems of the release as a whole."""
    rules = {each.rule for each in (*thresholds().shares, *thresholds().ratios)} | {
        thresholds().collapse.rule
    }
    return [problem for problem in report if problem.rule in rules]


def test_the_published_package_is_as_expected(release, monkeypatch):
    """Nothing is found, nothing asked of the network, no file left behind; small counts are not judged."""

    def refused(*_):
        raise AssertionError

    monkeypatch.chdir(release)
    monkeypatch.setattr(socket.socket, "connect", refused)
    before = sorted(release.rglob("*"))
    report = validate(release, expectations=True, against=release)
    assert beyond_cells(report) == []
    assert sorted(release.rglob("*")) == before
    assert {"quotes-have-speakers", "speakers-a-quote", "no-collapse"} & set(report.checked["quotes"])
    few = [each for each in report.skipped if each.check == "meetings-an-article"]
    assert re.fullmatch("[0-9]+ articles tell nothing of a release; judged from 100 on", few[0].reason)


def blank(column):
    """Leave a column empty in every second row."""
    return lambda rows: [row | {column: ""} if number % 2 else row for number, row in enumerate(rows)]


def of_months(rows):
    """Let no held meeting have a day."""
    return [row | {"date_precision": "month"} for row in rows]


BROKEN = [
    pytest.param("quotes", blank("speaker_text"), "quotes-have-speakers", "speaker_text", id="speakers"),
    pytest.param("quotes", blank("cue"), "quotes-have-cues", "cue", id="cues"),
    pytest.param("meetings", of_months, "held-meetings-have-a-day", "date_precision", id="days"),
    pytest.param("meetings", lambda rows: [r | {"place_id": ""} for r in rows], "held-meetings-have-a-place",
                 "place_id", id="places"),
    pytest.param("paragraphs", lambda rows: rows[:2], "paragraphs-an-article", None, id="too few paragraphs"),
    pytest.param("participants", lambda rows: rows[:1], "participants-a-meeting", None, id="nobody met"),
    pytest.param("speakers", lambda rows: rows * 4, "speakers-a-quote", None, id="links doubled"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "mend", "rule", "column"), BROKEN)
def test_a_release_that_is_not_as_expected_is_told(release, table, mend, rule, column):
    """Each threshold is held, and the problem says what was found, what was expected and why."""
    change(release, table, mend)
    report = validate(release, expectations=True)
    (problem,) = [each for each in beyond_cells(report) if each.rule == rule]
    assert (problem.table, problem.line, problem.column) == (table, None, column)
    assert float(problem.value) >= 0
    assert "expected" in problem.fault
    assert (
        next(each.reason for each in (*thresholds().shares, *thresholds().ratios) if each.rule == rule)
        in problem.remedy
    )
    assert not report.valid
    assert rule in report.checked[table]
    for form in ("json", "junit", "github", "markdown", "html"):
        assert rule in report.written(form)


def test_a_collapse_is_told_next_to_the_last_release(release):
    """Lost rows and fallen shares are seen against an earlier release, in a folder or a zip."""
    last = shutil.make_archive(str(release.parent / "last"), "zip", ROOT, "data/tables")
    with zipfile.ZipFile(last, "a") as archive:
        for name in ("datapackage.json", "manifest.json", *(f"schemas/{name}.json" for name in TABLES)):
            archive.write(ROOT / name, name)
    change(release, "reports", lambda rows: rows[: len(rows) // 2])
    change(
        release,
        "mentions",
        lambda rows: [r | {"entity_id": ""} if n % 4 == 0 else r for n, r in enumerate(rows)],
    )
    found = beyond_cells(validate(release, against=last))
    assert {(each.rule, each.table, each.column) for each in found} == {
        ("no-collapse", "reports", None), ("no-collapse", "mentions", "entity_id")
    }  # fmt: skip
    assert any("the last release had" in each.remedy for each in found)
    assert {each.table for each in beyond_cells(validate(release, against=ROOT))} == {"reports", "mentions"}


def test_what_cannot_be_read_is_said(release):
    """A table that is gone is not judged, and the others are."""
    (release / "data" / "tables" / "quotes.csv").unlink()
    (release / "data" / "tables" / "meetings.csv").write_bytes(b"meeting_id\nm\n")
    report = validate(release, expectations=True)
    said = {(each.check, each.table) for each in report.skipped}
    assert {("quotes-have-speakers", "quotes"), ("held-meetings-have-a-day", "meetings")} <= said
    assert ("speakers-a-quote", "speakers") in said
    assert "paragraphs-an-article" in report.checked["paragraphs"]


def test_a_small_package_is_not_judged(parcel):
    """Two short articles are no release: every share is skipped, and says so."""
    report = validate(parcel.folder, expectations=True)
    assert not list(report)
    assert {each.rule for each in thresholds().shares} <= {each.check for each in report.skipped}


def test_without_the_library_one_line_says_so(parcel, monkeypatch):
    """The library is an extra; its absence is told as what is missing."""
    monkeypatch.setitem(sys.modules, "great_expectations", None)
    with pytest.raises(MissingLibrary, match="expected the extra `expectations`"):
        validate(parcel.folder, expectations=True)


def test_every_threshold_has_its_reason_and_its_columns():
    """The file is complete, each rule has a name of its own, and what it names is there."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    listed = [*told["share"], *told["ratio"], told["collapse"]]
    assert all(len(each["reason"].split()) > 5 for each in listed)
    rules = [each["rule"] for each in listed]
    assert len(set(rules)) == len(rules)
    for share in thresholds().shares:
        field = table_schema(share.table).field(share.column)
        assert set(share.words) <= set(field.enum)
        if share.where:
            assert share.where[1] in table_schema(share.table).field(share.where[0]).enum
        assert 0 < share.least < 1
    for ratio in thresholds().ratios:
        assert {ratio.table, ratio.per} <= set(TABLES)
        assert ratio.least < ratio.most


def test_a_share_is_counted_as_the_library_counts_it():
    """Of all rows, or of those with a value where certain values are asked for."""
    frame = load(ROOT).meetings
    share = Share("r", "meetings", "date_precision", 0.5, 1, "", ("day",), ("status", "held"))
    held = frame[frame["status"] == "held"]
    assert share.of(frame) == pytest.approx((held["date_precision"] == "day").mean())
    assert Share("r", "meetings", "venue", 0.5, 1, "").of(frame) == pytest.approx(
        frame["venue"].notna().mean()
    )
    assert share.of(frame[:0]) == 0


def failures(suite, frame):
    """The expectations of a suite that a frame does not meet, with their columns."""
    with quiet():
        import great_expectations as gx  # noqa: PLC0415  # four seconds, and only here

        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = {"globally": False}
        whole = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
        batch = whole.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
        result = batch.validate(suite)
    assert not [each for each in result.results if each.exception_info.get("raised_exception")]
    return {
        (each.expectation_config.type, each.expectation_config.kwargs.get("column"))
        for each in result.results
        if not each.success
    }


@pytest.mark.parametrize("name", TABLES)
def test_suites_of_cells_accept_what_load_gives(name):
    """Every table has a suite, derived from its schema, that its published rows pass."""
    suite = getattr(schemas, name).expectation_suite()
    assert failures(suite, getattr(load(ROOT), name)) == set()


def test_suites_of_cells_refuse_what_the_schemas_refuse():
    """Types, lists of values, limits, patterns and keys are all in it."""
    frame = load(ROOT).quotes
    frame["kind"] = frame["kind"].astype("string").where(frame.index > 0, "sung")
    frame.loc[1, "start"] = -1
    frame.loc[2, "text"] = None
    frame.loc[3, "cue"] = "said\n"
    frame.loc[5, "quote_id"] = frame.loc[4, "quote_id"]
    frame["end"] = frame["end"].astype("string")
    frame = frame.drop(columns="addressee")
    frame["addressee"] = ""
    found = failures(schemas.quotes.expectation_suite(), frame.astype({"addressee": "string"}))
    assert {
        ("expect_column_values_to_be_in_set", "kind"),
        ("expect_column_values_to_be_between", "start"),
        ("expect_column_values_to_not_be_null", "text"),
        ("expect_column_values_to_match_regex", "cue"),
        ("expect_column_values_to_be_unique", "quote_id"),
        ("expect_column_values_to_be_in_type_list", "end"),
        ("expect_table_columns_to_match_ordered_list", None),
    } <= found


def test_suites_can_be_written_as_json():
    """A suite is one of the library's own, to be kept or sent as such."""
    suite = schemas.speakers.expectation_suite()
    assert suite.name == "speakers"
    types = [each["type"] for each in json.loads(json.dumps(suite.to_json_dict()))["expectations"]]
    assert "expect_compound_columns_to_be_unique" in types


def test_findings_are_ours(release):
    """What is told of a release is a finding as any other, so that every form can show it."""
    change(release, "quotes", blank("speaker_text"))
    report = validate(release, expectations=True, limit=0)
    assert all(isinstance(each, Finding) for each in report.findings)
    assert report.counts["quotes-have-speakers"] == 1
