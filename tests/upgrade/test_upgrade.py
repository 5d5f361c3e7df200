"""An older package becomes one of today: nothing is lost, and what cannot be told is said."""

import csv
import json

import pytest

import summitry
from commands import assert_one_line, run
from small_package import small_tables
from summitry.editions import STEPS, VERSION, tables_of
from summitry.errors import InvalidTables, UnreadableInput, UnusableOutput
from summitry.package import write_package
from summitry.schema import TABLES, table_schema

OLDER = [1, 2]


def cells_of(folder, name):
    """The rows of a table, each as its cells by column."""
    with (folder / "data" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def descriptor_of(folder):
    """What a package says of itself."""
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def changed(path, old, new):
    """Change a file by hand."""
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("version", OLDER)
def test_an_upgraded_package_is_sound(older, tmp_path, version):
    """It has no problem, is of today's version, and says from which it came."""
    made = summitry.upgrade(older(version), tmp_path / "new")
    report = summitry.validate(made.descriptor)
    assert (len(report), report.skipped) == (0, ())
    assert (made.origin, made.version) == (version, VERSION)
    told = descriptor_of(tmp_path / "new")
    assert (told["summitry:tables"], told["summitry:upgraded_from"]) == (VERSION, version)
    assert summitry.validate(made.descriptor, engine="frictionless").valid


@pytest.mark.parametrize("version", OLDER)
def test_no_row_and_no_cell_is_lost(older, tmp_path, version):
    """Every cell of every old table stands in the new one, and new columns have what their step says."""
    old = older(version)
    summitry.upgrade(old, tmp_path / "new")
    for name in TABLES:
        new = cells_of(tmp_path / "new", name)
        if name not in tables_of(version):
            assert new == []
            continue
        before = cells_of(old, name)
        assert [{column: row[column] for column in before[0]} for row in new] == before
        assert tuple(new[0]) == table_schema(name).field_names
        added = set(new[0]) - set(before[0])
        assert {row[column] for row in new for column in added - {"story_id", "date_source"}} <= {"", "false"}
        assert all(row["story_id"] == row["article_id"] for row in new if "story_id" in added)
        assert all(row["date_source"] == "metadata" for row in new if "date_source" in added)


@pytest.mark.parametrize("version", OLDER)
def test_what_cannot_be_told_is_said(older, tmp_path, version):
    """Each table and column that stays empty is named, on the terminal and in the descriptor."""
    answer = run("upgrade", older(version), "--out", tmp_path / "new")
    told = descriptor_of(tmp_path / "new")["description"]
    assert answer.exit_code == 0
    assert answer.stdout.splitlines()[0] == f"version {version} of the tables -> {VERSION}"
    for words in ("evidence", "meetings.conflict", "confidence")[2 * (version - 1) :]:
        assert f"`{words}` is" in answer.stdout
        assert f"`{words}` is" in told
    assert f"Upgraded from version {version} of the tables." in told


def test_what_it_said_of_itself_stays(older, tmp_path, describing):
    """Name, version, licences, sources and properties that nobody knows are those of the old package."""
    old = older(1)
    describing(
        old,
        lambda told: told.update(name="talks", version="2.1.0", note="ours", homepage="https://a.example"),
    )
    describing(old, lambda told: told["resources"][0].update(note="of this table"))
    summitry.upgrade(old, tmp_path / "new")
    before, after = descriptor_of(old), descriptor_of(tmp_path / "new")
    ours = {"description", "resources", "summitry:tables", "summitry:upgraded_from"}
    assert {name: after[name] for name in after if name not in ours} == {
        name: before[name] for name in before if name not in ours
    }
    assert after["resources"][0]["note"] == "of this table"
    assert after["resources"][-1]["licenses"] == before["licenses"]


def test_other_resources_come_along(older, tmp_path, describing):
    """A table that is none of ours is copied as it is, with its schema."""
    old = older(2)
    (old / "notes.csv").write_text("note\nyes\n", encoding="utf-8")
    (old / "notes.json").write_text('{"fields": [{"name": "note", "type": "string"}]}', encoding="utf-8")
    other = {"name": "notes", "path": "notes.csv", "schema": "notes.json"}
    describing(old, lambda told: told["resources"].append(other))
    made = summitry.upgrade(old, tmp_path / "new")
    assert (tmp_path / "new" / "notes.csv").read_text(encoding="utf-8") == "note\nyes\n"
    assert descriptor_of(tmp_path / "new")["resources"][-1] == other
    assert summitry.validate(made.descriptor).valid


def test_upgrading_twice_changes_no_byte(older, tmp_path):
    """An upgraded package is of today, keeps where it came from, and so does one that is built today."""
    summitry.upgrade(older(1), tmp_path / "once")
    again = summitry.upgrade(tmp_path / "once", tmp_path / "twice")
    assert (again.origin, again.notes) == (VERSION, ())
    assert bytes_of(tmp_path / "once") == bytes_of(tmp_path / "twice")
    built = write_package(small_tables(), tmp_path / "built").parent
    summitry.upgrade(built, tmp_path / "same")
    assert bytes_of(built) == bytes_of(tmp_path / "same")


def bytes_of(folder):
    """The bytes of every file, by name; of the descriptor, what it says."""
    files = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {
        name: json.loads(held) if name.name == "datapackage.json" else held for name, held in files.items()
    }


def test_a_package_that_does_not_say_its_version_gets_to(unmarked, tmp_path):
    """A package with today's columns only gains the word for them."""
    summitry.upgrade(unmarked, tmp_path / "new")
    assert descriptor_of(tmp_path / "new")["summitry:tables"] == VERSION
    assert "summitry:upgraded_from" not in descriptor_of(tmp_path / "new")


@pytest.mark.parametrize("form", ["zip", "parquet"])
def test_other_forms_are_upgraded_too(older, tmp_path, form):
    """A zip and Parquet give the rows that the folder gives."""
    old = older(2)
    summitry.upgrade(old, tmp_path / "of-folder")
    place = summitry.export(old, form, tmp_path / f"old.{form}")
    summitry.upgrade(place if form == "zip" else tmp_path / "old.parquet", tmp_path / "new")
    for name in TABLES:
        assert cells_of(tmp_path / "new", name) == cells_of(tmp_path / "of-folder", name)


def test_a_package_without_words_stays_without(tmp_path):
    """The claim that words are left out goes along, and holds."""
    old = write_package(small_tables(), tmp_path / "old", text="none").parent
    made = summitry.upgrade(old, tmp_path / "new")
    assert descriptor_of(tmp_path / "new")["summitry:text"] == "none"
    assert summitry.validate(made.descriptor).valid


UNKNOWN = [
    pytest.param(
        lambda told: told.update({"summitry:tables": 99}), "found 99, which is no version", id="newer"
    ),
    pytest.param(
        lambda told: told.update({"summitry:tables": "two"}),
        "found 'two', which is no version",
        id="no number",
    ),
    pytest.param(lambda told: told["resources"].pop(0), "found no table articles", id="a table is missing"),
    pytest.param(
        lambda told: told.update({"summitry:tables": 1}),
        "articles: found the columns key",
        id="other columns",
    ),
    pytest.param(
        lambda told: told.update({"summitry:text": "some"}), "summitry:text: found 'some'", id="unknown words"
    ),
]


@pytest.mark.parametrize(("change", "message"), UNKNOWN)
def test_a_version_that_is_not_known_is_refused(older, tmp_path, describing, change, message):
    """A newer or a foreign package is one clear line, and nothing is written."""
    old = older(1)
    if "columns" in message:
        changed(old / "schemas" / "articles.json", '"name": "article_id"', '"name": "key"')
        changed(old / "schemas" / "articles.json", '"primaryKey": ["article_id"]', '"primaryKey": ["key"]')
    describing(old, change)
    with pytest.raises(UnreadableInput, match=message):
        summitry.upgrade(old, tmp_path / "new")
    assert_one_line(run("upgrade", old, "--out", tmp_path / "new"), message)
    assert not (tmp_path / "new").exists()


HIDDEN = [
    pytest.param("lost row", "hash", id="a row that was lost"),
    pytest.param("other line ends", "hash", id="a file that was changed"),
    pytest.param("no file", "missing-file", id="a file that is gone"),
]


@pytest.mark.parametrize(("fault", "rule"), HIDDEN)
def test_what_an_upgrade_would_hide_stops_it(older, tmp_path, fault, rule):
    """Files that are not as the package says are not written anew as if they were."""
    old = older(2)
    path = old / "data" / "tables" / "quotes.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    if fault == "no file":
        path.unlink()
    else:
        path.write_bytes(
            b"".join(lines[:-1] if fault == "lost row" else [each.replace(b"\n", b"\r\n") for each in lines])
        )
    assert rule in summitry.validate(old).counts
    with pytest.raises(InvalidTables, match="found what an upgrade would hide: "):
        summitry.upgrade(old, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_problems_that_were_there_are_still_told(older, tmp_path, describing, retold):
    """What was wrong with rows is wrong with them after the upgrade, and told in the same words."""
    old = older(1)
    retold(old, "meetings", ",planned,", ",wished,")
    retold(old, "entities", "Copenhagen", "NA")
    describing(old, lambda told: told.update(licences=[]))
    before = [(each.table, each.line, each.rule) for each in summitry.validate(old)]
    made = summitry.upgrade(old, tmp_path / "new")
    after = [(each.table, each.line, each.rule) for each in summitry.validate(made.descriptor)]
    assert len(before) >= 3
    assert after == before


def test_without_a_manifest_it_says_so(older, tmp_path):
    """The first packages had no manifest: their rows are taken as they are, and that is said."""
    old = older(1)
    (old / "manifest.json").unlink()
    made = summitry.upgrade(old, tmp_path / "new")
    assert made.notes[-1] == "There was no manifest to hold the rows to."
    assert summitry.validate(made.descriptor).valid


def test_a_package_is_not_upgraded_in_its_place(older):
    """The old package stays."""
    old = older(1)
    before = bytes_of(old)
    with pytest.raises(UnusableOutput, match="found the package itself; expected another place"):
        summitry.upgrade(old, old)
    assert bytes_of(old) == before


def test_programs_get_json(older, tmp_path):
    """`--json` gives place, versions and notes."""
    answer = run("upgrade", older(1), "--out", tmp_path / "new", "--json")
    told = json.loads(answer.stdout)
    assert told["package"] == str(tmp_path / "new" / "datapackage.json")
    assert (told["origin"], told["version"]) == (1, VERSION)
    assert told["notes"] == [each for step in STEPS for each in step.untold]
