"""The manifest tells of the rows before there are files, and the files are held to it."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_package import shuffled, small_tables
from sound_tables import sound_tables
from summitry.manifest import MANIFEST, digest_of, hash_of, manifest_of, seal_of
from summitry.package import Held, write_package
from summitry.schema import TABLES
from summitry.validate import validate


def manifest_in(folder):
    """What the manifest of a package says."""
    return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))


def restate(folder, change):
    """Change the manifest, with a seal to match."""
    manifest = manifest_in(folder)
    change(manifest["tables"])
    manifest["seal"] = seal_of(manifest["tables"])
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


ROWS = st.lists(st.binary(max_size=8), max_size=8)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_count(rows, chance):
    """Shuffled rows have the same digest."""
    assert digest_of(chance.sample(rows, len(rows))) == digest_of(rows)


@given(ROWS, ROWS)
def test_other_rows_have_another_digest(rows, others):
    """A row lost, changed, added or doubled is seen."""
    assert (digest_of(rows) == digest_of(others)) == (sorted(rows) == sorted(others))


def test_anyone_can_make_the_digest(tmp_path):
    """Ten lines without our program give the same manifest."""
    write_package(sound_tables(), tmp_path)
    for name, stated in manifest_in(tmp_path)["tables"].items():
        content = (tmp_path / "data" / "tables" / f"{name}.csv").read_bytes()
        rows = content.split(b"\n")[1:-1]
        total = sum(int(hashlib.sha256(row).hexdigest(), 16) for row in rows)
        assert stated["rows"] == len(rows)
        assert stated["digest"] == format(total % 2**256, "064x")
        assert stated["file"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_order_of_reading_does_not_count():
    """The same rows, however they come, have one manifest."""
    ordered = counted(small_tables())
    for seed in range(3):
        assert counted(shuffled(small_tables(), seed)) == ordered


def counted(tables):
    """What a manifest says of tables, the bytes of the files apart."""
    held = Held(tables)
    return manifest_of({name: held.counted(name) for name in TABLES}, dict.fromkeys(TABLES, ""))


def test_the_descriptor_repeats_none_of_it(parcel):
    """Whoever makes hash and size of a damaged file fit again has not mended the package."""
    text = json.dumps(parcel.descriptor)
    for stated in manifest_in(parcel.folder)["tables"].values():
        assert stated["digest"] not in text


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("kept", [1, -1], ids=["header only", "without the last row"])
def test_lost_rows_are_counted(parcel, name, kept):
    """Every table without its tail, hash and size made to fit, breaks the count that the build told."""
    rows = parcel.rows(name)
    parcel.put_rows(name, rows[:kept], told=False)
    found = [problem for problem in validate(parcel.folder) if problem.rule == "row-count"]
    assert [(problem.table, problem.value) for problem in found] == [(name, str(len(rows[:kept]) - 1))]
    assert str(len(rows) - 1) in found[0].fault


@pytest.mark.parametrize("name", TABLES)
def test_a_row_in_place_of_another_is_seen(parcel, name):
    """As many rows, but not the same ones."""
    rows = parcel.rows(name)
    parcel.put_rows(name, [*rows[:-1], rows[1]], told=False)
    assert ("table-digest", name) in {(each.rule, each.table) for each in validate(parcel.folder)}


def needlessly_quoted(rows):
    """The rows as lines in which every cell that holds anything is quoted."""
    cells = (",".join('"' + cell.replace('"', '""') + '"' if cell else "" for cell in row) for row in rows)
    return "".join(f"{line}\n" for line in cells).encode()


@pytest.mark.parametrize("name", TABLES)
def test_how_rows_are_written_and_ordered_is_for_other_rules(parcel, broken, name):
    """The same rows shuffled, quoted or with other line ends are not lost."""
    header, *rows = parcel.rows(name)
    parcel.put_rows(name, [header, *rows[::-1]], told=False)
    assert set(broken(parcel)) == {"order"}
    parcel.rewrite(name, lambda content: content.replace(b"\n", b"\r\n"), told=False)
    assert set(broken(parcel)) == {"order", "line-end"}
    parcel.rewrite(name, lambda _: needlessly_quoted([header, *rows]), told=False)
    assert set(broken(parcel)) == {"quoting"}


def test_rows_that_cannot_be_read_are_there(parcel):
    """A line with a cell too many is a row, if not one that can be compared."""
    parcel.rewrite("speakers", lambda content: content.removesuffix(b"\n") + b",more\n", told=False)
    report = validate(parcel.folder)
    assert set(report.counts) == {"cell-count"}
    assert ("table-digest", "speakers") in {(each.check, each.table) for each in report.skipped}
    assert "table-digest" not in report.checked["speakers"]
    assert "row-count" in report.checked["speakers"]


def shorter(tables):
    """Tell of one speaker less."""
    tables["speakers"]["rows"] -= 1


FAULTS = [
    pytest.param(lambda tables: tables.pop("quotes"), "manifest", "datapackage.json", id="a table left out"),
    pytest.param(
        lambda tables: tables.update(quotations={}), "manifest", "datapackage.json", id="no such table"
    ),
    pytest.param(
        lambda tables: tables["quotes"].update(rows=True), "manifest", "datapackage.json", id="no number"
    ),
    pytest.param(
        lambda tables: tables["quotes"].update(rows=-1), "manifest", "datapackage.json", id="less than none"
    ),
    pytest.param(
        lambda tables: tables["quotes"].update(digest="ff"), "manifest", "datapackage.json", id="no digest"
    ),
    pytest.param(
        lambda tables: tables["quotes"].update(file="ff"), "manifest", "datapackage.json", id="no hash"
    ),
    pytest.param(
        lambda tables: tables["quotes"].update(more=1), "manifest", "datapackage.json", id="more than that"
    ),
    pytest.param(shorter, "row-count", "speakers", id="another count"),
]


@pytest.mark.parametrize(("change", "rule", "table"), FAULTS)
def test_a_manifest_that_tells_wrongly_is_named(parcel, broken, change, rule, table):
    """What is wrong is found where the manifest itself is sealed again."""
    restate(parcel.folder, change)
    assert {(rule, place[0]) for rule, places in broken(parcel).items() for place in places} == {
        (rule, table)
    }


CONTENTS = [
    pytest.param(None, "is not there", id="no file"),
    pytest.param(b"{", "is not JSON in UTF-8", id="no JSON"),
    pytest.param(b"\xff{}", "is not JSON in UTF-8", id="no text"),
    pytest.param(b"[" * 100_000, "is not JSON in UTF-8", id="too deep to be meant"),
    pytest.param(b"[]", "is not an object with tables", id="no object"),
    pytest.param(b'{"tables": [], "seal": ""}', "is not an object with tables", id="no tables"),
    pytest.param(b'{"tables": {}, "tables": {}}', "stands twice in one object", id="a name twice"),
]


@pytest.mark.parametrize(("content", "fault"), CONTENTS)
def test_a_package_without_a_sound_manifest_is_told_so(parcel, content, fault):
    """The manifest is missed by name, and what cannot be checked without it is said."""
    (parcel.folder / MANIFEST).unlink()
    if content is not None:
        (parcel.folder / MANIFEST).write_bytes(content)
    report = validate(parcel.folder)
    assert set(report.counts) == {"manifest"}
    assert report.problems[0].fault.startswith(fault)
    assert report.problems[0].column.startswith(MANIFEST)
    assert [each.check for each in report.skipped] == ["row-count and table-digest"]
    assert not {"row-count", "table-digest"} & {rule for rules in report.checked.values() for rule in rules}


def test_any_other_digit_in_a_manifest_is_seen(parcel):
    """A digest that nobody needs today, because the file is the one that was built, is still guarded."""
    text = (parcel.folder / MANIFEST).read_text(encoding="utf-8")
    digest = manifest_in(parcel.folder)["tables"]["quotes"]["digest"]
    other = ("0" if digest[0] != "0" else "1") + digest[1:]
    (parcel.folder / MANIFEST).write_text(text.replace(digest, other), encoding="utf-8")
    assert set(validate(parcel.folder).counts) == {"manifest"}


def test_hashes_are_written_as_in_the_descriptor(parcel):
    """One form for all hashes."""
    stated = {resource["name"]: resource["hash"] for resource in parcel.descriptor["resources"]}
    assert {name: hash_of(parcel.file(name).read_bytes()) for name in TABLES} == stated
