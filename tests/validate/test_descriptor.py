"""Every descriptor that promises what is not so, or nothing that can be checked, is found."""

import pytest

from summitry.errors import UnreadableInput
from summitry.schema import TABLES
from summitry.validate import validate

AT = {name: place for place, name in enumerate(TABLES)}


def change(**properties):
    """A change of the descriptor's own properties."""
    return lambda descriptor: descriptor.update(properties)


def resource(table, /, **properties):
    """A change of the properties of one resource."""
    return lambda descriptor: descriptor["resources"][AT[table]].update(properties)


def without(*path):
    """A descriptor without the property at the end of a path."""

    def changed(descriptor):
        *parents, last = path
        for parent in parents:
            descriptor = descriptor[parent]
        del descriptor[last]

    return changed


def twice(descriptor):
    """The same descriptor with one more resource like the first."""
    descriptor["resources"].append(descriptor["resources"][0])


DESCRIPTORS = [
    pytest.param(change(name=["a", "list"]), "profile", "name", id="a name that is no text"),
    pytest.param(
        change(contributors="everyone"), "profile", "contributors", id="contributors that are no list"
    ),
    pytest.param(change(created="2024-02-30T00:00:00Z"), "created", "created", id="a day that is not"),
    pytest.param(change(created="2024-02-29"), "created", "created", id="a day without a time"),
    pytest.param(change(created="2024-02-29T12:00:00"), "created", "created", id="a time without a zone"),
    pytest.param(change(created="yesterday"), "created", "created", id="a word for a day"),
    pytest.param(without("created"), "missing-property", "created", id="no day"),
    pytest.param(without("licenses"), "missing-property", "licenses", id="no licence"),
    pytest.param(change(licence=[]), "misspelt-property", "licence", id="a misspelt property"),
    pytest.param(
        change(**{"summitry:txt": "none"}), "misspelt-property", "summitry:txt", id="a misspelt claim"
    ),
    pytest.param(
        resource("quotes", pathh="x"), "misspelt-property", "resources/4/pathh", id="one of a resource"
    ),
    pytest.param(without("resources", 4), "missing-table", "resources", id="a table left out"),
    pytest.param(twice, "resource-name", "resources/10/name", id="one name twice"),
    pytest.param(twice, "resource-path", "resources/10/path", id="one file twice"),
    pytest.param(
        resource("quotes", name="Quotes"), "missing-table", "resources", id="a name in another case"
    ),
    pytest.param(
        resource("quotes", path="data/tables/cites.csv"), "missing-file", "resources/4/path", id="no file"
    ),
    pytest.param(
        resource("quotes", path="../quotes.csv"), "path", "resources/4/path", id="a path that leads out"
    ),
    pytest.param(resource("quotes", path="/etc/hostname"), "path", "resources/4/path", id="an absolute path"),
    pytest.param(
        resource("quotes", path="https://a.example/b.csv"), "path", "resources/4/path", id="an address"
    ),
    pytest.param(
        resource("quotes", path="data\\tables\\quotes.csv"), "path", "resources/4/path", id="backslashes"
    ),
    pytest.param(
        resource("quotes", path=["data/tables/quotes.csv"]), "path", "resources/4/path", id="a list of paths"
    ),
    pytest.param(without("resources", 4, "path"), "missing-property", "resources/4/path", id="no path"),
    pytest.param(without("resources", 4, "hash"), "missing-property", "resources/4/hash", id="no hash"),
    pytest.param(without("resources", 4, "bytes"), "missing-property", "resources/4/bytes", id="no size"),
    pytest.param(without("resources", 4, "schema"), "missing-property", "resources/4/schema", id="no schema"),
    pytest.param(
        without("resources", 4, "dialect"), "missing-property", "resources/4/dialect", id="no dialect"
    ),
    pytest.param(
        resource("quotes", encoding="latin-1"), "encoding", "resources/4/encoding", id="another encoding"
    ),
    pytest.param(resource("quotes", format="xlsx"), "format", "resources/4/format", id="another format"),
    pytest.param(
        resource("quotes", mediatype="application/json; charset=utf-8"),
        "format",
        "resources/4/mediatype",
        id="another media type",
    ),
    pytest.param(
        change(contributors=[{"title": "Ada Holm", "email": "nobody"}]),
        "profile",
        "contributors/0/email",
        id="an address without a place",
    ),
    pytest.param(
        resource("quotes", sources=[{"title": "Ada Holm", "email": "Ada <ada@mail.example>"}]),
        "profile",
        "resources/4/sources/0/email",
        id="an address with a name",
    ),
    pytest.param(change(homepage="news.example"), "profile", "homepage", id="a home without https"),
    pytest.param(
        resource("quotes", homepage="https://a b"),
        "profile",
        "resources/4/homepage",
        id="a home with a space",
    ),
    pytest.param(
        resource("quotes", dialect={"delimiter": ";"}),
        "dialect",
        "resources/4/dialect/delimiter",
        id="another separator",
    ),
    pytest.param(
        resource("quotes", dialect={"header": False}), "dialect", "resources/4/dialect/header", id="no header"
    ),
    pytest.param(
        resource("quotes", schema="schemas/cites.json"),
        "missing-file",
        "resources/4/schema",
        id="no schema file",
    ),
    pytest.param(
        resource("quotes", schema="../quotes.json"), "path", "resources/4/schema", id="a schema outside"
    ),
    pytest.param(
        resource("quotes", schema="schemas/reports.json"),
        "schema",
        "resources/4/schema/fields",
        id="another's",
    ),
]


@pytest.mark.parametrize(("changed", "rule", "pointer"), DESCRIPTORS)
def test_knows_descriptors_that_promise_wrongly(parcel, broken, changed, rule, pointer):
    """The rule that the descriptor breaks is named with the place in it."""
    parcel.describe(changed)
    assert ("datapackage.json", None, pointer) in broken(parcel)[rule]


def test_lets_a_descriptor_say_more(parcel):
    """The standard allows properties of one's own."""
    parcel.describe(lambda descriptor: descriptor.update({"news:desk": "Tarn"}))
    assert list(validate(parcel.folder)) == []


ALLOWED = [
    *(
        pytest.param(change(created=moment), id=moment)
        for moment in (
            "2024-02-29T12:00:00.1234567Z",
            "2024-02-29t12:00:00z",
            "2024-02-29 12:00:00+23:59",
            "2016-12-31T23:59:60Z",
            "1990-12-31T15:59:60.5-08:00",
        )
    ),
    pytest.param(resource("quotes", format="CSV"), id="a format in capitals"),
    pytest.param(resource("quotes", mediatype="text/csv; charset=utf-8"), id="a media type that says more"),
    pytest.param(change(homepage="https://news.example/é?a=1#b"), id="a home"),
    pytest.param(change(image="images/a.png"), id="an image inside"),
    pytest.param(change(image="HTTPS://news.example/../a.png"), id="an image elsewhere"),
    pytest.param(change(contributors=[{"email": '"ada holm"@mail.example'}]), id="an odd address"),
    pytest.param(change(licenses=[{"path": "docs/licence.txt"}]), id="a licence inside"),
]


@pytest.mark.parametrize("changed", ALLOWED)
def test_lets_a_descriptor_say_what_the_standard_allows(parcel, changed):
    """What is right by the letter is no problem."""
    parcel.describe(changed)
    assert list(validate(parcel.folder)) == []


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("2016-12-30T23:59:60Z", id="a minute that is not longer"),
        pytest.param("2016-12-31T23:59:60-08:00", id="the same in another zone"),
        pytest.param("9999-12-31T23:59:60-23:59", id="a moment beyond the calendar"),
        pytest.param("2024-02-29T24:00:00Z", id="an hour too late"),
        pytest.param("2024-02-29T23:60:00Z", id="a minute too late"),
        pytest.param("2024-02-29T12:00Z", id="no seconds"),
        pytest.param("2024-02-29T12:00:00+2", id="half a zone"),
        pytest.param("2024-02-29T12:00:00+24:00", id="a zone too far"),
        pytest.param("２０２４-02-29T12:00:00Z", id="wide digits"),
    ],
)
def test_knows_moments_that_never_were(parcel, broken, moment):
    """A date and time is one of the calendar and of the clock (RFC 3339, section 5)."""
    parcel.describe(change(created=moment))
    assert broken(parcel) == {"created": [("datapackage.json", None, "created")]}


def test_takes_a_hash_in_capitals(parcel, broken):
    """Digits of a hash are the same in either case; the name of the algorithm is written small."""

    def capitals(descriptor):
        algorithm, _, digest = descriptor["resources"][4]["hash"].partition(":")
        descriptor["resources"][4]["hash"] = f"{algorithm}:{digest.upper()}"

    parcel.describe(capitals)
    assert broken(parcel) == {}
    parcel.describe(resource("quotes", hash=f"SHA256:{'0' * 64}"))
    assert broken(parcel) == {"hash": [("datapackage.json", None, "resources/4/hash")]}


def test_names_all_ways_in_which_a_licence_would_do(parcel):
    """Where any of several things would do, none is told as the one that is missing."""
    parcel.describe(change(licenses=[{"title": "Free"}]))
    fault = "breaks the profile: expected property 'name' or property 'path'"
    assert [(problem.column, problem.fault) for problem in validate(parcel.folder)] == [("licenses/0", fault)]


@pytest.mark.parametrize("more", [{"schema": {"fields": [{"name": "note"}]}}, {"type": "table"}], ids=str)
def test_says_that_other_tables_are_not_read(parcel, more):
    """A table that is none of ours is no problem, and no silence."""
    (parcel.folder / "notes.csv").write_text("note\nx\n", encoding="utf-8")
    notes = {"name": "notes", "path": "notes.csv"} | more
    parcel.describe(lambda descriptor: descriptor["resources"].append(notes))
    report = validate(parcel.folder)
    assert list(report) == []
    assert [(each.check, each.table) for each in report.skipped] == [("everything within", "notes")]


def test_says_nothing_of_files_that_are_no_tables(parcel):
    """A picture has no cells to read."""
    (parcel.folder / "map.png").write_bytes(b"x")
    parcel.describe(
        lambda descriptor: descriptor["resources"].append({"name": "map", "path": "map.png", "format": "png"})
    )
    report = validate(parcel.folder)
    assert (list(report), report.skipped) == ([], ())


@pytest.mark.parametrize("name", ["old.csv", ".quotes.csv.part", "more/quotes.csv"])
def test_knows_undeclared_files(parcel, broken, name):
    """A file beside the tables that nobody declared is left over, or forgotten."""
    path = parcel.file("quotes").parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("left over", encoding="utf-8")
    assert broken(parcel) == {"undeclared-file": [("datapackage.json", None, "resources")]}


def test_knows_missing_files(parcel, broken):
    """A table whose file is gone is named, and the others are checked."""
    parcel.file("speakers").unlink()
    assert broken(parcel) == {"missing-file": [("datapackage.json", None, "resources/5/path")]}


def test_follows_no_link_out_of_the_package(parcel, broken, tmp_path):
    """A link to a file elsewhere is not part of the package."""
    elsewhere = parcel.file("speakers").rename(tmp_path / "speakers.csv")
    parcel.file("speakers").symlink_to(elsewhere)
    assert broken(parcel)["path"] == [("datapackage.json", None, "resources/5/path")]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(b"", 1, id="nothing"),
        pytest.param(b"{\n'name': 1}", 2, id="no JSON"),
        pytest.param(b"[]", None, id="no object"),
        pytest.param(b'{"name": "\xff"}', None, id="no UTF-8"),
    ],
)
def test_names_the_fault_of_an_unreadable_descriptor(parcel, content, line):
    """A descriptor that cannot be read is a problem, with its line where there is one."""
    (parcel.folder / "datapackage.json").write_bytes(content)
    assert [(problem.rule, problem.line) for problem in validate(parcel.folder)] == [("json", line)]


def test_knows_names_that_stand_twice_in_an_object(parcel, broken):
    """JSON readers keep one of two properties of one name, each its own."""
    path = parcel.folder / "datapackage.json"
    path.write_text(
        '{"version": "1.0.0", ' + path.read_text(encoding="utf-8").lstrip("{ \n"), encoding="utf-8"
    )
    assert broken(parcel)["json"] == [("datapackage.json", None, "version")]


@pytest.mark.parametrize("resources", [None, {}, [], ["quotes.csv"], [{}], [None], [{"name": 5, "path": 7}]])
def test_survives_any_list_of_resources(parcel, resources):
    """A descriptor of any shape gets a report and not a crash."""
    parcel.describe(change(resources=resources))
    assert validate(parcel.folder).counts["missing-table"] == len(TABLES)


def test_cannot_check_what_is_not_there(tmp_path):
    """Where there is no package, there is nothing to report."""
    with pytest.raises(UnreadableInput, match="expected a data package"):
        validate(tmp_path)
    with pytest.raises(UnreadableInput, match="nowhere"):
        validate(tmp_path / "nowhere.json")
