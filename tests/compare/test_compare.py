"""What changed from one package to the next is told row by row, and the version follows from it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from made_package import made_tables
from small_package import small_tables
from sound_tables import sound_tables
from summitry.cli import app
from summitry.compare import Bump, diff
from summitry.compare.bump import next_version
from summitry.compare.columns import narrows
from summitry.compare.telling import lines_of
from summitry.package import write_package


@pytest.fixture
def compared(tmp_path):
    """From two sets of tables to what changed between their packages."""

    def difference(old, new, *metadata):
        write_package(old, tmp_path / "old")
        write_package(new, tmp_path / "new", *metadata)
        return diff(tmp_path / "old", tmp_path / "new")

    return difference


def changed(difference):
    """The tables of which something changed."""
    return {one.table: one for one in difference.tables if one}


def test_the_same_package_has_not_changed(compared):
    """Nothing is told, and no version grows."""
    found = compared(sound_tables(), sound_tables())
    assert found.bump == Bump.NONE
    assert not changed(found)
    assert list(lines_of(found)) == ["0.1.0 -> 0.1.0: nothing changed"]


def test_a_corrected_cell_is_a_patch(compared):
    """The cell is named with what it said and says."""
    tables = sound_tables()
    first, *rest = tables.meetings
    found = compared(tables, tables._replace(meetings=(replace(first, venue="a barn"), *rest)))
    (table,) = changed(found).values()
    assert [(one.key, one.field, one.old, one.new) for one in table.changed] == [
        (first.meeting_id, "venue", first.venue, "a barn")
    ]
    assert found.bump == Bump.PATCH


def test_a_new_row_is_a_minor_change(compared):
    """More of the same breaks nobody's program."""
    tables = sound_tables()
    found = compared(tables._replace(reports=tables.reports[1:]), tables)
    assert changed(found)["reports"].added == (tables.reports[0].report_id,)
    assert found.bump == Bump.MINOR


@pytest.mark.parametrize(
    ("name", "bump"),
    [
        pytest.param("speakers", Bump.PATCH, id="a row to which none leads"),
        pytest.param("quotes", Bump.MAJOR, id="a row to which others lead"),
    ],
)
def test_a_row_that_goes_weighs_what_leads_to_it(compared, name, bump):
    """Who points at a row from elsewhere is left without it."""
    tables = sound_tables()
    found = compared(tables, tables._replace(**{name: getattr(tables, name)[1:]}))
    assert len(changed(found)[name].removed) == 1
    assert found.bump == bump


def renamed_entity(tables, old, new):
    """Tables in which an entity has another id, wherever it is named."""
    return tables._replace(
        entities=tuple(with_id(row, old, new) for row in tables.entities),
        mentions=tuple(with_id(row, old, new) for row in tables.mentions),
        speakers=tuple(with_id(row, old, new) for row in tables.speakers),
        participants=tuple(with_id(row, old, new) for row in tables.participants),
        meetings=tuple(replace(row, place_id=new) if row.place_id == old else row for row in tables.meetings),
    )


def with_id(row, old, new):
    """The row, if it is of that entity with its new id."""
    return replace(row, entity_id=new) if row.entity_id == old else row


def test_a_renamed_entity_is_told_once(compared):
    """The rows that lead to it have not changed, for they still mean the same; ids that break are major."""
    tables = sound_tables()
    old = tables.participants[0].entity_id
    found = compared(
        tables._replace(evidence=()), renamed_entity(tables, old, "somebody-else")._replace(evidence=())
    )
    assert changed(found)["entities"].renamed == ((old, "somebody-else"),)
    assert set(changed(found)) == {"entities"}
    assert found.bump == Bump.MAJOR


def test_a_renamed_row_with_another_cell_is_still_known(compared):
    """An entity of one Wikidata id is the same, whatever its id and counts."""
    tables = sound_tables()
    first = replace(tables.entities[0], wikidata_id="Q42")
    old = tables._replace(entities=(first, *tables.entities[1:]))
    new = renamed_entity(old, first.entity_id, "zzz")
    other = replace(first, entity_id="zzz", mention_count=first.mention_count + 1)
    new = new._replace(entities=tuple(other if row.entity_id == "zzz" else row for row in new.entities))
    table = changed(compared(old, new))["entities"]
    assert table.renamed == ((first.entity_id, "zzz"),)
    assert [(one.key, one.field) for one in table.changed] == [("zzz", "mention_count")]
    assert not table.added
    assert not table.removed


@pytest.mark.parametrize(
    ("metadata", "named", "bump"),
    [
        pytest.param({"title": "Another"}, ("title",), Bump.PATCH, id="what people read"),
        pytest.param({"name": "another"}, ("id", "name"), Bump.MAJOR, id="what programs go by"),
    ],
)
def test_what_a_package_says_of_itself_counts(compared, tmp_path, metadata, named, bump):
    """Words are a patch; another name is another package."""
    (tmp_path / "about.json").write_text(json.dumps(metadata), encoding="utf-8")
    found = compared(small_tables(), small_tables(), tmp_path / "about.json")
    assert found.named == named
    assert found.bump == bump


def fields_of(folder, change):
    """Change the fields of the quotes of a package."""
    path = folder / "schemas" / "quotes.json"
    schema = json.loads(path.read_bytes())
    schema["fields"] = change(schema["fields"])
    path.write_text(json.dumps(schema), encoding="utf-8")


def constrained(fields, name, **constraints):
    """The fields, one of them with other constraints."""
    return [
        field | {"constraints": field.get("constraints", {}) | constraints}
        if field["name"] == name
        else field
        for field in fields
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda fields: [field for field in fields if field["name"] != "cue"],
            ("cue", "removed", Bump.MAJOR),
            id="a field gone",
        ),
        pytest.param(
            lambda fields: [fields[0], fields[2], fields[1], *fields[3:]],
            (None, "moved", Bump.MAJOR),
            id="fields in another order",
        ),
        pytest.param(
            lambda fields: constrained(fields, "kind", enum=["direct", "indirect", "mixed", "heard"]),
            ("kind", "widened", Bump.MINOR),
            id="another word allowed",
        ),
        pytest.param(
            lambda fields: constrained(fields, "kind", enum=["direct"]),
            ("kind", "narrowed", Bump.MAJOR),
            id="fewer words allowed",
        ),
        pytest.param(
            lambda fields: [
                field | {"title": "new"} if field["name"] == "cue" else field for field in fields
            ],
            ("cue", "reworded", Bump.PATCH),
            id="another title",
        ),
    ],
)
def test_changes_of_columns_are_told(tmp_path, change, expected):
    """By the recipe of the standard: what narrows or moves breaks, what widens adds, words are words."""
    for name in ("old", "new"):
        write_package(small_tables(), tmp_path / name)
    fields_of(tmp_path / "new", change)
    found = diff(tmp_path / "old", tmp_path / "new")
    assert expected in [(one.field, one.what, one.bump) for one in found.columns]
    assert found.bump == expected[2]


@pytest.mark.parametrize(
    ("constraint", "old", "new", "expected"),
    [
        ("minimum", 1, 0, False),
        ("maximum", 5, 4, True),
        ("required", None, True, True),
        ("pattern", "a", "b", True),
        ("unique", True, None, False),
    ],
)
def test_what_narrows(constraint, old, new, expected):
    """A constraint narrows where something that was allowed no longer is, or may no longer be."""
    assert narrows(constraint, old, new) == expected


@pytest.mark.parametrize(
    ("version", "bump", "expected"),
    [
        ("1.2.3", Bump.NONE, "1.2.3"),
        ("1.2.3", Bump.PATCH, "1.2.4"),
        ("1.2.3", Bump.MINOR, "1.3.0"),
        ("1.2.3", Bump.MAJOR, "2.0.0"),
        ("0.2.3", Bump.PATCH, "0.2.4"),
        ("0.2.3", Bump.MINOR, "0.2.4"),
        ("0.2.3", Bump.MAJOR, "0.3.0"),
    ],
)
def test_the_next_version(version, bump, expected):
    """Before 1.0.0 a breaking change moves the second number, as nothing is promised yet."""
    assert next_version(version, bump) == expected


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_added_and_removed_are_what_the_keys_say(tmp_path_factory, seed, other):
    """Law: old keys, without the removed and with the added and new names, are the new keys."""
    folder = tmp_path_factory.mktemp("packages")
    for name, number in (("old", seed), ("new", other)):
        write_package(made_tables(number, 2), folder / name)
    found = diff(folder / "old", folder / "new")
    for table in found.tables:
        before, after = table.rows
        assert before - len(table.removed) + len(table.added) == after
    back = diff(folder / "new", folder / "old")
    for one, reverse in zip(found.tables, back.tables, strict=True):
        assert one.rows == reverse.rows[::-1]
    assert (found.bump == Bump.NONE) == (seed == other)


def test_the_command_line_tells_the_difference(tmp_path):
    """Exit code 1 says that something changed; `--json` tells all of it."""
    tables = sound_tables()
    write_package(tables, tmp_path / "old")
    write_package(tables._replace(reports=tables.reports[1:]), tmp_path / "new")
    runner = CliRunner()
    assert runner.invoke(app, ["diff", str(tmp_path / "old"), str(tmp_path / "old")]).exit_code == 0
    answer = runner.invoke(app, ["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--json"])
    assert answer.exit_code == 1
    told = json.loads(answer.stdout)
    assert told["tables"]["reports"]["removed"] == [tables.reports[0].report_id]
    assert told["bump"] == "patch"
    shown = runner.invoke(app, ["diff", str(tmp_path / "old"), str(tmp_path / "new")]).stdout
    assert "reports: " in shown
    assert runner.invoke(app, ["diff", str(tmp_path / "no"), str(tmp_path / "new")]).exit_code == 2


def test_one_row_is_not_said_to_be_many(compared):
    """A table is told in words that a person would choose."""
    tables = sound_tables()
    found = compared(tables._replace(speakers=tables.speakers[:1]), tables._replace(speakers=()))
    assert "speakers: 1 row, now 0" in list(lines_of(found))
