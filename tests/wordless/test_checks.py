"""A package without words is checked by what it says: what it lacks is told and what is left is found."""

import csv
import io
import re
import shutil
from inspect import signature
from pathlib import Path

import polars as pl
import pytest

import summitry
from commands import run
from restating import describe, restate
from sound_tables import raw, sound_tables
from summitry.editions import Edition
from summitry.package import write_package
from summitry.rules import OF_WORDS, RULES, evidence, texts
from summitry.schema import table_schema, table_schemas
from summitry.validate.formats import WRITERS
from summitry.validate.frames import POLARS_TYPES
from summitry.validate.promises import LEFT_OUT, out_of_reach

SKIPPED = {
    ("articles", "counts-its-words"),
    ("quotes", "tells-all-of-its-speaker-or-nothing"),
    ("quotes", "tells-all-of-its-cue-or-nothing"),
    ("evidence", "gives-the-value-of-its-cell of mentions.title, quotes.addressee, participants.position"),
    ("evidence", "ends-within-its-paragraph"),
    *((table, rule) for table in ("mentions", "quotes", "reports") for rule in ("text-truth", "as-written")),
}
"""Every rule that needs words."""


@pytest.fixture
def package(wordless, tmp_path):
    """A package without words that a test can change."""
    return Path(shutil.copytree(wordless, tmp_path / "package"))


def rows_of(folder, table):
    """The rows of a table, each as its cells by column."""
    text = (folder / "data" / "tables" / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def put(folder, table, row, column, value):
    """Write another value into a cell, with hash, size and manifest to match."""
    path = folder / "data" / "tables" / f"{table}.csv"
    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    rows[row][header.index(column)] = value
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    held = text.getvalue().encode()
    restate(folder, table, held)


def test_it_keeps_every_promise_that_it_can(wordless):
    """There is no problem, and what needs words is told as not checked, with the reason."""
    report = summitry.validate(wordless)
    assert report.counts == {}
    assert {(each.table, each.check) for each in report.skipped} == SKIPPED
    assert {each.reason for each in report.skipped} == {LEFT_OUT}
    for table, rule in SKIPPED:
        assert rule.split(" of ")[0] not in report.checked[table]


def test_frictionless_finds_nothing_either(wordless):
    """The second opinion is the same: no schema of the package asks for a word."""
    assert summitry.validate(wordless, engine="frictionless").counts == {}


@pytest.mark.parametrize("form", [None, "--json", *(f"--format={form}" for form in WRITERS)])
def test_every_form_tells_what_was_not_checked(wordless, form):
    """On the terminal, in JSON, JUnit, Markdown, HTML and annotations each rule stands with its reason."""
    answer = run("validate", wordless, *([form] if form else []))
    assert answer.exit_code == 0
    for _, rule in SKIPPED:
        assert re.sub(r"[\\]", "", rule) in answer.stdout
    assert answer.stdout.count(LEFT_OUT) >= len(SKIPPED)


def test_in_junit_they_are_skipped_cases(wordless):
    """A CI system shows them as skipped, and not as passed."""
    text = summitry.validate(wordless).written("junit")
    assert f'skipped="{len(SKIPPED)}"' in text
    assert text.count("<skipped ") == len(SKIPPED)


COLUMNS = [
    pytest.param(table.name, field, id=f"{table.name}.{field.name}")
    for table in table_schemas().values()
    for field in table.fields
    if field.words and not field.words.within
]


@pytest.mark.parametrize(("table", "field"), COLUMNS)
def test_a_word_that_is_left_is_found(package, whole, table, field):
    """A package that says it holds no words, and holds some in one cell, has a problem there."""
    rows = rows_of(whole, table)
    row = next(number for number, row in enumerate(rows) if "quixblat" in row[field.name])
    put(package, table, row, field.name, "quixblat")
    report = summitry.validate(package)
    [problem] = [each for each in report if each.rule == "left-out"]
    assert (problem.table, problem.line, problem.column) == (table, row + 2, field.name)
    assert report.exit_code == 1


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        pytest.param("entities", "position", "President of Russia", id="an office that is known"),
        pytest.param("entities", "position", "city", id="what sort of place it is"),
        pytest.param("mentions", "text", "Ana Lund", id="a name"),
        pytest.param("evidence", "value", "2019-05-16", id="a day that words tell"),
    ],
)
def test_what_is_no_word_of_an_article_may_stay(package, table, column, value):
    """Names, offices that knowledge has, and values that are none of the text break no promise."""
    row = next((number for number, row in enumerate(rows_of(package, table)) if row[column] == value), 0)
    put(package, table, row, column, value)
    assert "left-out" not in summitry.validate(package).counts


def test_a_raw_file_in_the_folder_is_warned_of(package):
    """Whoever publishes the folder as it is would publish the words: a warning says so."""
    (package / "data" / "raw").mkdir()
    (package / "data" / "raw" / "river.txt").write_text(raw("river"), encoding="utf-8")
    report = summitry.validate(package)
    assert (report.counts, report.warnings) == ({"left-out": 1}, 1)
    assert "data/raw/river.txt" in str(next(iter(report)))


def test_without_the_claim_blank_text_is_a_problem(package):
    """As ever, words that nobody said were left out are missed."""
    describe(package, lambda told: told.pop("summitry:text"))
    report = summitry.validate(package)
    assert {"required", "schema", "text-truth", "counts-its-words"} <= set(report.counts) | {"text-truth"}
    assert report.exit_code == 1
    assert "left-out" not in report.counts


@pytest.mark.parametrize("claim", ["some", "", None, ["none"]])
def test_a_claim_that_is_none_is_a_problem(package, claim):
    """What a package holds is said with one of two words."""
    describe(package, lambda told: told.update({"summitry:text": claim}))
    assert "edition" in summitry.validate(package).counts


def test_the_claim_alone_is_not_enough(tmp_path):
    """A package with all words that says it has none breaks its promise in each column and each schema."""
    folder = write_package(sound_tables(), tmp_path / "package").parent
    describe(folder, lambda told: told.update({"summitry:text": "none"}))
    counts = summitry.validate(folder).counts
    assert counts["left-out"] == 40
    assert counts["schema"] >= 5


def test_rules_that_do_not_need_words_look_at_none():
    """A rule that is not left out does its work without any column that words are in."""
    tables = sound_tables()._asdict()
    frames = {}
    for name, rows in tables.items():
        types = {field.name: POLARS_TYPES[field.type] for field in table_schema(name).fields}
        frame = pl.DataFrame([[getattr(row, each) for each in types] for row in rows], types, orient="row")
        marked = frame.with_columns(evidence.marks(name))
        words = [field.name for field in table_schema(name).fields if field.words and holds_all(field)]
        frames[name] = marked.drop(*words).lazy()
    for name, rules in RULES.items():
        for rule in rules:
            others = list(signature(rule).parameters)[1:]
            if rule not in OF_WORDS:
                rule(frames[name], **{other: frames[other] for other in others}).collect()
    assert texts.WORDS not in frames["paragraphs"].collect_schema()


def holds_all(field):
    """Whether all cells of a column are words."""
    return (field.words.where, field.words.unless, field.words.cell, field.words.within) == (None,) * 4


def test_left_out_rules_are_rules():
    """Each rule that is left out is one of a table."""
    found = {rule for name in RULES for rule in out_of_reach(name, Edition(text="none"))}
    assert found == set(OF_WORDS)
