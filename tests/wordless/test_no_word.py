"""A word that stands in every cell with words of articles stands in no byte of a package without them."""

import csv
from pathlib import Path

import pytest

import summitry
from commands import run
from summitry.schema import table_schemas
from summitry.validate.characters import COPIED
from summitry.validate.spans import AS_WRITTEN, SPANS
from summitry.wordless import UNNAMED, Redacted, columns_with_words, id_without

TARGETS = ["sqlite", "duckdb", "xlsx", "zip", "parquet", "excel-csv"]


def cells_of(folder, name):
    """The rows of a table, each as its cells by column."""
    with (Path(folder) / "data" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


NAMES = {("articles", "agency"), ("articles", "dateline")}
"""Columns that are copied from articles and hold names alone."""


def test_every_column_that_is_copied_is_marked():
    """What checks take for text of articles is marked in the schemas, but for names."""
    copied = {(table, column) for table, columns in COPIED.items() for column in columns}
    copied |= {(each.table, each.text) for each in (*SPANS, *AS_WRITTEN)}
    assert copied - NAMES <= set(columns_with_words())
    assert not NAMES & set(columns_with_words())


def test_the_word_is_everywhere_before(whole, telling):
    """Each column that the schemas mark holds the rare word in the package with words: the test can fail."""
    for name, table in table_schemas().items():
        for field in table.fields:
            if field.words:
                assert any("quixblat" in row[field.name] for row in cells_of(whole, name)), field.name
    assert telling(whole)
    for target in TARGETS:
        made = summitry.export(whole, target, whole.parent / f"whole.{target}")
        assert telling(
            Path(made) if Path(made).is_file() and made.suffix != ".json" else Path(made).parent
        ), target


def test_the_word_is_in_no_file_of_the_package(wordless, telling):
    """Tables, schemas, manifest and descriptor are free of it."""
    assert not telling(wordless)


@pytest.mark.parametrize("target", TARGETS)
def test_the_word_is_in_no_export(wordless, tmp_path, telling, target):
    """Nor is it in any other form of the package."""
    summitry.export(wordless, target, tmp_path / f"out.{target}")
    assert not telling(tmp_path)


@pytest.mark.parametrize("command", ["explore", "describe", "release"])
def test_the_word_is_in_nothing_made_of_it(wordless, tmp_path, telling, command):
    """Nor in its pages, its descriptions, or what is packed for a release."""
    assert run(command, wordless, "--out", tmp_path / "out").exit_code == 0
    assert list((tmp_path / "out").iterdir())
    assert not telling(tmp_path)


def test_the_word_is_in_no_changelog(whole, wordless, tmp_path, telling):
    """A release that leaves out what the last one had does not tell it in its changelog."""
    summitry.release(wordless, tmp_path, against=whole, changelog=tmp_path / "CHANGELOG.md")
    assert "changed: " in (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    assert not telling(tmp_path)


def test_all_other_cells_are_as_they_were(whole, wordless):
    """A cell is the same, or it held the rare word and is empty; ids and names of meetings are reworded."""
    for name, table in table_schemas().items():
        before = {key_of(table, row): row for row in cells_of(whole, name)}
        after = {key_of(table, row): row for row in cells_of(wordless, name)}
        assert len(before) == len(after)
        for key, old in before.items():
            new = after[tuple(id_without("Danish quixblat engineers", part) or part for part in key)]
            changed = [column for column in table.field_names if old[column] != new[column]]
            assert all("quixblat" in old[column] for column in changed)
            reworded = {column for column in changed if new[column]}
            assert reworded <= {"name", "meeting_id", "row_id"}


def key_of(table, row):
    """The key of a row."""
    return tuple(row[name] for name in table.primary_key)


def test_a_meeting_of_people_without_names(wordless):
    """Its name says that they are unnamed, its id is another everywhere, and rows stand in order."""
    (row,) = [row for row in cells_of(wordless, "meetings") if UNNAMED in row["name"]]
    assert row["name"] == f"Visit of {UNNAMED}, Norland"
    key = row["meeting_id"]
    assert key.startswith("2019-06-norland-")
    assert key in {one["meeting_id"] for one in cells_of(wordless, "reports")}
    assert key in {one["row_id"] for one in cells_of(wordless, "evidence")}
    assert summitry.validate(wordless).counts == {}


@pytest.mark.parametrize(
    ("words", "key", "same"),
    [
        pytest.param("Danish engineers", "2019-06-oslo-danish-engineers", False, id="at the end"),
        pytest.param("Danish engineers", "2019-06-oslo-danish-engineers-0a1b2c", False, id="before a hash"),
        pytest.param(
            "Danish engineers", "2019-06-danish-engineers-hall-ann-lee", True, id="by chance within"
        ),
        pytest.param("Dan", "2019-06-oslo-jordan", True, id="the end of another word"),
        pytest.param("…", "2019-06-oslo", True, id="nothing that an id could hold"),
    ],
)
def test_only_words_that_made_an_id_leave_it(words, key, same):
    """An id changes where it ends in the words, or has only a hash behind them."""
    new = id_without(words, key)
    assert (new is None) == same
    assert new is None or ("danish" not in new and new.startswith("2019-06-oslo-"))


def test_rows_with_new_ids_move_to_their_place():
    """Where an id sorts otherwise than the one that it stands for, its rows go along."""
    row = "{},A visit of {},visit,held,,,unknown,,,,{},,0,1,false,,false"
    old = [f"2019-{each}" for each in ("zebra-people", "zoo")]
    lines = {
        "meetings": [row.format(old[0], "Zebra people", "Zebra people"), row.format(old[1], "Ann Lee", "")]
    }
    lines["evidence"] = [
        *(f"e{n},meetings,{old[0]},status,held,,,,inferred," for n in range(2)),
        f"e2,meetings,{old[1]},status,held,,,,inferred,",
    ]
    found = Redacted(lambda name: lines.get(name, []))
    keys = [line.split(",")[0] for line in found.lines("meetings")]
    assert keys == sorted(keys)
    assert old[0] not in keys
    rows = [line.split(",")[2] for line in found.lines("evidence")]
    assert rows == sorted(rows)
    assert [line.split(",")[0] for line in found.lines("evidence") if "zoo" not in line] == ["e0", "e1"]


@pytest.mark.parametrize("text", ["some", "", None])
def test_there_are_two_sorts_of_packages(tmp_path, text):
    """Another word for what a package holds is a mistake of the caller."""
    with pytest.raises(ValueError, match="expected one of all, none"):
        summitry.build([tmp_path], tmp_path / "out", text=text)
