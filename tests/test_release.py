"""A release has the version that follows from what changed, and is the same bytes each time."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from shutil import rmtree
from zipfile import ZipFile

import pytest

import summitry
from small_package import files
from sound_tables import sound_tables
from summitry.errors import InvalidTables, UnfitVersion, UnreadableInput
from summitry.package import write_package
from summitry.release import release

ABOUT = {"version": "1.2.3"}


@pytest.fixture
def packages(tmp_path):
    """A released package, and one in which a cell was corrected, a row added, or a row gone."""
    (tmp_path / "about.json").write_text(json.dumps(ABOUT), encoding="utf-8")
    tables = sound_tables()
    first, *rest = tables.meetings
    made = {
        "old": tables._replace(speakers=tables.speakers[1:]),
        "same": tables._replace(speakers=tables.speakers[1:]),
        "corrected": tables._replace(
            speakers=tables.speakers[1:], meetings=(replace(first, venue="a barn"), *rest)
        ),
        "more": tables,
        "other_title": tables._replace(speakers=tables.speakers[1:]),
    }
    for name, each in made.items():
        write_package(each, tmp_path / name, tmp_path / "about.json")
    (tmp_path / "new-about.json").write_text(json.dumps(ABOUT | {"title": "New"}), encoding="utf-8")
    write_package(made["other_title"], tmp_path / "other_title", tmp_path / "new-about.json")
    return tmp_path


def test_the_first_release_has_the_version_that_the_package_says(packages):
    """Files, sums and a zip of both lie under the name and version; all validate and load."""
    made = release(packages / "old", packages / "out")
    assert made.version == "1.2.3"
    assert made.folder.name.endswith("-1.2.3")
    for place in (made.folder, made.archive):
        assert summitry.validate(place).valid
        assert len(summitry.load(place).quotes) == len(sound_tables().quotes)


def test_the_sums_are_those_of_every_file(packages):
    """`sha256sum -c SHA256SUMS` holds, in the folder and in the zip."""
    made = release(packages / "old", packages / "out")
    listed = dict(
        line.split("  ")[::-1] for line in (made.folder / "SHA256SUMS").read_text("utf-8").splitlines()
    )
    there = {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}
    assert set(listed) == there - {"SHA256SUMS"}
    with ZipFile(made.archive) as archive:
        assert set(archive.namelist()) == there
        for name, digest in listed.items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest


@pytest.mark.parametrize(
    ("name", "version"),
    [("corrected", "1.2.4"), ("other_title", "1.2.4"), ("more", "1.3.0")],
    ids=["a cell corrected", "other words for people", "a row added"],
)
def test_the_version_follows_from_what_changed(packages, name, version):
    """Nobody has to think of it; the descriptor of the release says it."""
    made = release(packages / name, packages / "out", against=packages / "old")
    assert made.version == version
    assert json.loads((made.folder / "datapackage.json").read_bytes())["version"] == version


def test_a_release_follows_a_release(packages):
    """The last release can be its folder or its zip."""
    last = release(packages / "old", packages / "out")
    for place in (last.folder, last.archive):
        assert release(packages / "more", packages / "out", against=place).version == "1.3.0"


@pytest.mark.parametrize(
    ("name", "version", "message"),
    [
        ("more", "1.2.9", "expected at least 1.3.0, for a minor change"),
        ("more", "1.3", "expected three numbers such as 1.0.0"),
        ("same", None, "found nothing that changed since 1.2.3"),
    ],
    ids=["too low", "no version", "nothing to release"],
)
def test_a_wrong_version_is_refused(packages, name, version, message):
    """And nothing is written."""
    with pytest.raises(UnfitVersion, match=message):
        release(packages / name, packages / "out", against=packages / "old", version=version)
    assert not (packages / "out").exists()


def test_a_higher_version_is_taken(packages):
    """Whoever calls a release 2.0.0 may."""
    assert release(packages / "more", packages / "out", against=packages / "old", version="2.0.0")


def test_a_package_with_a_problem_is_not_released(packages):
    """What does not validate is nothing to rely on."""
    table = packages / "more" / "data" / "tables" / "quotes.csv"
    table.write_bytes(table.read_bytes().replace(b"direct", b"shouted", 1))
    with pytest.raises(InvalidTables, match="expected none in a release"):
        release(packages / "more", packages / "out")


@pytest.mark.parametrize("version", ["", "1.2", "v1.2.3"])
def test_a_package_needs_a_version_to_start_from(packages, tmp_path, version):
    """What it says of itself must be three numbers, for the first release and for what follows it."""
    descriptor = json.loads((packages / "old" / "datapackage.json").read_bytes())
    (packages / "old" / "datapackage.json").write_text(json.dumps(descriptor | {"version": version}), "utf-8")
    with pytest.raises(summitry.SummitryError, match=r"expected"):
        release(packages / "old", tmp_path / "out")
    with pytest.raises(UnfitVersion, match=r"expected three numbers such as 1\.0\.0"):
        release(packages / "more", tmp_path / "out", against=packages / "old")
    assert not (tmp_path / "out").exists()


def test_two_releases_of_one_package_are_the_same_bytes(packages):
    """Nothing in it is from the clock."""
    one, two = (release(packages / "old", packages / name).archive for name in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()


def test_the_changelog_does_not_name_who_was_removed(packages):
    """Where something was taken out for good, rows are counted and none is told."""
    descriptor = packages / "more" / "datapackage.json"
    told = json.loads(descriptor.read_bytes()) | {"removed": ["entities-f30b1d551c38ec7c"]}
    descriptor.write_text(json.dumps(told), encoding="utf-8")
    path, day = packages / "CHANGELOG.md", date(2026, 11, 22)
    release(packages / "more", packages / "out", against=packages / "old", changelog=path, on=day)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "  added: 1" in lines
    assert not [line for line in lines if line.startswith("    ")]


@pytest.mark.parametrize("gone", ["zip", "folder"])
def test_what_a_version_holds_never_changes(packages, gone):
    """Whoever has a version has its files: others under its number are refused, the same are not."""
    last = release(packages / "old", packages / "out")
    assert release(packages / "same", packages / "out") == last
    last.archive.unlink() if gone == "zip" else rmtree(last.folder)
    before = files(packages / "out")
    with pytest.raises(UnfitVersion, match=r"found a release of 1\.2\.3 with other files; .* say --against"):
        release(packages / "more", packages / "out")
    assert files(packages / "out") == before


def test_what_a_stopped_release_left_is_written_again(packages):
    """A folder without its sums was never a release."""
    last = release(packages / "more", packages / "out")
    (last.folder / "SHA256SUMS").unlink()
    last.archive.write_bytes(b"PK")
    assert release(packages / "old", packages / "out").version == "1.2.3"
    assert summitry.validate(last.archive).valid


def test_a_zip_is_no_package_to_release(packages):
    """It is told what was found, not that a file is missing beside it."""
    last = release(packages / "old", packages / "out")
    with pytest.raises(UnreadableInput, match=r"-1\.2\.3\.zip: found a zip; expected a folder"):
        release(last.archive, packages / "other")


def test_the_changelog_tells_what_changed(packages):
    """The entry stands above the last one and below what is not released yet; no version has two."""
    path = packages / "CHANGELOG.md"
    path.write_text("# Changelog\n\n## [Unreleased]\n\n- soon\n\n## [1.2.3] - 2019-05-15\n", encoding="utf-8")
    arguments = {"against": packages / "old", "changelog": path, "on": date(2026, 11, 22)}
    release(packages / "more", packages / "out", **arguments)
    text = path.read_text(encoding="utf-8")
    assert text.index("- soon") < text.index("## [1.3.0] - 2026-11-22") < text.index("## [1.2.3]")
    assert "1.2.3 -> 1.3.0: minor change" in text
    assert "speakers: " in text
    with pytest.raises(UnfitVersion, match=r"found an entry for 1\.3\.0"):
        release(packages / "more", packages / "other", **arguments)
    assert not (packages / "other").exists()
