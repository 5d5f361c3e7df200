"""Every descriptor that promises what is not so, or nothing that can be checked, is found."""

import json

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
        resource("quotes", pathh="x"), "misspelt-property", "resources/4/pathh", id="one of a resource"
    ),
    pytest.param(without("resources", 4), "missing-table", "resources", id="a table left out"),
    pytest.param(twice, "resource-name", "resources/9/name", id="one name twice"),
    pytest.param(twice, "resource-path", "resources/9/path", id="one file twice"),
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


def field(name, /, **properties):
    """A change of one field of the schema of quotes."""
    return lambda schema: next(each for each in schema["fields"] if each["name"] == name).update(properties)


SCHEMAS = [
    pytest.param(
        field("kind", constraints={"requierd": True}), "unknown-constraint", id="a misspelt constraint"
    ),
    pytest.param(field("kind", contraints={}), "misspelt-property", id="constraints misspelt"),
    pytest.param(lambda schema: schema.update(primarykey="x"), "misspelt-property", id="a key misspelt"),
    pytest.param(
        lambda schema: schema.update(primaryKey=["id"]), "unknown-key-field", id="a key of no field"
    ),
    pytest.param(
        lambda schema: schema["foreignKeys"][0].update(fields=["paragraph"]),
        "unknown-key-field",
        id="a foreign key of no field",
    ),
    pytest.param(
        lambda schema: schema["foreignKeys"][0]["reference"].update(fields=["id"]),
        "unknown-key-field",
        id="a foreign key to no field",
    ),
    pytest.param(
        lambda schema: schema["foreignKeys"][0]["reference"].update(resource="pages"),
        "unknown-key-field",
        id="a foreign key to no table",
    ),
    pytest.param(lambda schema: schema["fields"].append(schema["fields"][0]), "schema", id="a field twice"),
    pytest.param(field("kind", constraints={"required": True}), "schema", id="a list of values left out"),
    pytest.param(field("start", type="string"), "schema", id="another type"),
    pytest.param(lambda schema: schema.pop("foreignKeys"), "schema", id="foreign keys left out"),
    pytest.param(lambda schema: schema.update(missingValues=["", "NA"]), "schema", id="a word for nothing"),
    pytest.param(lambda schema: schema["fields"].reverse(), "schema", id="another order"),
]


@pytest.mark.parametrize("inline", [False, True], ids=["as a file", "in the descriptor"])
@pytest.mark.parametrize(("changed", "rule"), SCHEMAS)
def test_knows_schemas_that_promise_something_else(parcel, broken, changed, rule, inline):
    """A schema that is weaker than ours, or says nothing by mistake, is found."""
    path = parcel.folder / "schemas" / "quotes.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    changed(schema)
    path.write_text(json.dumps(schema), encoding="utf-8")
    if inline:
        parcel.describe(resource("quotes", schema=schema))
    found = broken(parcel)[rule]
    assert all(place[2].startswith("resources/4/schema") for place in found)


def test_lets_a_schema_say_more_to_readers(parcel):
    """Titles and descriptions are the publisher's own."""
    path = parcel.folder / "schemas" / "quotes.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["title"] = schema["fields"][0]["description"] = "In other words"
    path.write_text(json.dumps(schema), encoding="utf-8")
    assert list(validate(parcel.folder)) == []


def test_lets_a_descriptor_say_more(parcel):
    """The standard allows properties of one's own."""
    parcel.describe(lambda descriptor: descriptor.update({"news:desk": "Tarn"}))
    assert list(validate(parcel.folder)) == []


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
