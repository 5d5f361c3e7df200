"""What a hostile package holds is found as well, and stops or stalls nothing."""

import os

import pytest

from faults import all_quoted, cell, content, field, package, resource, schema
from summitry.validate import validate


def bytes_of(name, change):
    """Other bytes in a file of the package."""

    def changed(parcel):
        path = parcel.folder / name
        path.write_bytes(change(path.read_bytes()))

    return changed


def in_json(before, after, name="datapackage.json"):
    """Another text at one place of a JSON file."""

    def change(found):
        assert before in found
        return found.replace(before, after, 1)

    return bytes_of(name, change)


def moved(before, after, **stated):
    """A file of the package in another place, and what the descriptor says of `quotes` then."""

    def changed(parcel):
        (parcel.folder / after).parent.mkdir(parents=True, exist_ok=True)
        (parcel.folder / before).rename(parcel.folder / after)
        resource("quotes", **stated)(parcel)

    return changed


def instead(make):
    """Something that is no file in the place of a table."""

    def changed(parcel):
        parcel.file("speakers").unlink()
        make(parcel.file("speakers"))

    return changed


def beside(make):
    """Something more beside the tables."""
    return lambda parcel: make(parcel.file("more"))


def same_file(parcel, path="data/tables//speakers.csv"):
    """One more resource with the file of a table, its path written in another way."""
    parcel.describe(lambda descriptor: descriptor["resources"].append({"name": "more", "path": path}))


def same_file_by_link(parcel):
    """One more resource, a link to the file of a table."""
    (parcel.folder / "link.csv").symlink_to("data/tables/speakers.csv")
    same_file(parcel, "link.csv")


SCHEMA = "schemas/quotes.json"
DEEP = b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b", "
LONG = b'{"a": ' + b"9" * 5_000 + b", "
NAMES = ",".join(f"c{number}" for number in range(20_000)).encode()

FAULTS = [
    pytest.param(
        bytes_of("datapackage.json", lambda found: found + b" x"), "json", id="words behind the JSON"
    ),
    pytest.param(bytes_of("datapackage.json", lambda found: found * 2), "json", id="two descriptors in one"),
    pytest.param(
        bytes_of("datapackage.json", lambda found: b"\xef\xbb\xbf" + found), "json", id="a byte order mark"
    ),
    pytest.param(resource("quotes", bytes=10**400), "bytes", id="a size of 401 digits"),
    pytest.param(resource("quotes", bytes=-1), "bytes", id="a size below nothing"),
    pytest.param(resource("quotes", bytes=True), "profile", id="a size that is a truth value"),
    pytest.param(resource("quotes", path="data/\0.csv"), "path", id="NUL in a path"),
    pytest.param(resource("quotes", path="data/\ud800.csv"), "missing-file", id="half a character in a path"),
    pytest.param(resource("quotes", hash="\ud800:00"), "hash", id="half a character in a hash"),
    pytest.param(
        resource("quotes", dialect="../dialect.json"), "profile", id="a dialect outside of the package"
    ),
    pytest.param(
        schema("quotes", lambda found: found["fields"].append(None)), "profile", id="a field that is null"
    ),
    pytest.param(
        schema("quotes", lambda found: found.update(foreignKeys=[{"fields": ["kind"], "reference": []}])),
        "profile",
        id="a reference that is a list",
    ),
    pytest.param(instead(os.mkfifo), "missing-file", id="a pipe"),
    pytest.param(instead(os.mkdir), "missing-file", id="a folder"),
    pytest.param(
        instead(lambda path: path.symlink_to(path.name)), "missing-file", id="a link that leads to itself"
    ),
    pytest.param(
        content("entities", lambda found: found.replace(b"\n", b"," + NAMES + b"\n", 1)),
        "header",
        id="20,000 columns more",
    ),
    pytest.param(cell("articles", 2, "word_count", "9" * 5_000), "type", id="a number of 5,000 digits"),
    pytest.param(
        content("entities", lambda found: all_quoted(found).replace(b'"Tarn"', b'"' + b'""' * 10_000 + b'"')),
        "quoting",
        id="20,000 marks in a cell",
    ),
    pytest.param(resource("quotes", path="a" * 5_000), "missing-file", id="a path that is too long"),
    pytest.param(resource("quotes", schema="a" * 5_000), "missing-file", id="a path of a schema as well"),
    pytest.param(resource("quotes", path="//[a"), "path", id="half an address of version 6"),
    pytest.param(in_json(b"{", DEEP), "json", id="100,000 lists in each other"),
    pytest.param(in_json(b"{", DEEP, SCHEMA), "schema", id="the same in a schema"),
    pytest.param(in_json(b"{", DEEP[:107] + DEEP[-103:]), "json", id="101 lists in each other"),
    pytest.param(in_json(b"{", LONG), "json", id="a number of 5,000 digits in JSON"),
    pytest.param(in_json(b"{", LONG, SCHEMA), "schema", id="the same in a schema, too"),
    pytest.param(package(odd=float("nan")), "json", id="NaN in JSON"),
    pytest.param(package(odd=[-float("inf")]), "json", id="Infinity in JSON"),
    pytest.param(in_json(b"{", b'{"odd": 1e400, '), "json", id="a number that is infinite to most"),
    pytest.param(package(title="\ud800"), "json", id="half a character"),
    pytest.param(package(**{"\udfff": 1}), "json", id="half a character in a name"),
    pytest.param(
        schema("quotes", field("kind", title="\ud800")), "schema", id="half a character in a schema"
    ),
    pytest.param(bytes_of("datapackage.json", lambda _: b"{}"), "json", id="a descriptor of nothing"),
    pytest.param(
        in_json(b'"primaryKey": [', b'"primaryKey": ["kind"], "primaryKey": [', SCHEMA),
        "schema",
        id="a name twice in a schema",
    ),
    pytest.param(
        schema("quotes", lambda found: found.update(uniqueKeys=[["kind"]])),
        "schema",
        id="a unique key that rows break",
    ),
    pytest.param(
        schema("quotes", lambda found: found.update(uniqueKeys=[["nothing"]])),
        "unknown-key-field",
        id="a unique key of no field",
    ),
    pytest.param(
        schema("quotes", field("kind", categories=["shouted"])), "schema", id="categories that rows break"
    ),
    pytest.param(
        moved("data/tables/quotes.csv", "data/.tables/quotes.csv", path="data/.tables/quotes.csv"),
        "path",
        id="a hidden folder",
    ),
    pytest.param(
        moved(SCHEMA, ".schemas/quotes.json", schema=".schemas/quotes.json"),
        "path",
        id="a hidden folder of a schema",
    ),
    pytest.param(package(image="../a.png"), "path", id="an image outside"),
    pytest.param(package(sources=[{"path": "data/.."}]), "path", id="a source outside"),
    pytest.param(resource("quotes", licenses=[{"path": "a/.b/c"}]), "path", id="a hidden licence"),
    pytest.param(same_file, "resource-path", id="one file by two paths"),
    pytest.param(same_file_by_link, "resource-path", id="one file by its path and by a link"),
    pytest.param(beside(os.mkfifo), "undeclared-file", id="a pipe beside the tables"),
    pytest.param(
        beside(lambda path: path.symlink_to("nowhere")), "undeclared-file", id="a link to nothing beside them"
    ),
    pytest.param(
        beside(lambda path: path.symlink_to("quotes.csv")), "undeclared-file", id="a link to one of them"
    ),
    pytest.param(
        beside(lambda path: path.symlink_to("../raw")), "undeclared-file", id="a link to a folder beside them"
    ),
    pytest.param(
        beside(lambda path: path.with_name("\udcff").write_bytes(b"")),
        "undeclared-file",
        id="a file whose name is no text",
    ),
    pytest.param(
        content("entities", lambda found: found.replace(b"\n", b"\r")),
        "line-end",
        id="the line ends of an old Macintosh",
    ),
    pytest.param(
        cell("entities", 2, "name", "\u3164"),
        "blank",
        id="a filler of Hangul as a name",
    ),
    pytest.param(
        cell("entities", 2, "name", "Ana\U000e0041 Lund"),
        "invisible-character",
        id="a tag character",
    ),
]


@pytest.mark.parametrize(("change", "rule"), FAULTS)
def test_knows_what_is_made_to_harm(parcel, change, rule):
    """The fault is named, and nothing crashes or waits."""
    change(parcel)
    assert rule in validate(parcel.folder).counts


@pytest.mark.parametrize("path", ["data/{0}/x", "data/{0}", "{0}/x"])
def test_survives_a_source_that_can_be_no_file(parcel, path):
    """A source whose name no disk can hold is no file of the package, and no reason to stop."""
    parcel.put("articles", 2, "source", path.format("a" * 5_000))
    assert validate(parcel.folder).valid


def test_survives_a_raw_file_whose_name_is_no_text(parcel):
    """A name that is not UTF-8 can be the source of no article."""
    (parcel.folder / "data" / "raw" / "\udcff.txt").write_bytes(b"")
    assert list(validate(parcel.folder)) == []


def test_takes_a_very_long_cell(parcel):
    """A title of two million characters is long, and no fault."""
    parcel.put("articles", 2, "title", "a" * 2_000_000)
    assert list(validate(parcel.folder)) == []


OF_RESOURCES = [
    {"hash": 5},
    {"type": "json"},
    {"path": "a\0.csv"},
    {"path": "a\ud800.csv"},
    {"path": "http://[a"},
    {"stats": "x"},
]
STOPPING = [
    *(pytest.param(resource("quotes", **each), id=str(each)) for each in OF_RESOURCES),
    pytest.param(package(**{"$schema": 5}), id="a profile that is a number"),
    pytest.param(instead(os.mkfifo), id="a pipe"),
    pytest.param(instead(lambda path: path.symlink_to("/dev/zero")), id="a file without end"),
]


@pytest.mark.parametrize("change", STOPPING)
def test_survives_a_second_opinion_that_breaks_off(parcel, change):
    """Where frictionless crashes or would wait, that is what is told, and the package is not sound."""
    change(parcel)
    report = validate(parcel.folder, engine="frictionless")
    assert report.counts == {"no-verdict": 1}
    assert str(report.problems[0]).startswith("datapackage.json stops frictionless itself: ")
    assert not report.valid


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(resource("quotes", path="x" * 5_000), id="a path that is too long"),
        pytest.param(resource("quotes", path=["a", "y" * 5_000]), id="one in a list"),
        pytest.param(in_json(b"{", DEEP), id="100,000 lists in each other"),
    ],
)
def test_survives_a_second_opinion_on_what_cannot_be_read(parcel, change):
    """Whatever frictionless says of it, it is a problem."""
    change(parcel)
    assert not validate(parcel.folder, engine="frictionless").valid
