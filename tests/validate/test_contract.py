"""Every schema that promises something else than the published one is found, and its place in the profile."""

import json

import pytest

from faults import field, resource, schema
from summitry.validate import validate


def set_in(parcel):
    """Put the schema of a table into the descriptor itself."""
    text = (parcel.folder / "schemas" / "quotes.json").read_text(encoding="utf-8")
    resource("quotes", schema=json.loads(text))(parcel)


SCHEMAS = [
    pytest.param(
        field("kind", constraints={"requierd": True}), "unknown-constraint", id="a misspelt constraint"
    ),
    pytest.param(field("kind", contraints={}), "misspelt-property", id="constraints misspelt"),
    pytest.param(lambda found: found.update(primarykey="x"), "misspelt-property", id="a key misspelt"),
    pytest.param(lambda found: found.update(primaryKey=["id"]), "unknown-key-field", id="a key of no field"),
    pytest.param(
        lambda found: found["foreignKeys"][0].update(fields=["paragraph"]),
        "unknown-key-field",
        id="a foreign key of no field",
    ),
    pytest.param(
        lambda found: found["foreignKeys"][0]["reference"].update(fields=["id"]),
        "unknown-key-field",
        id="a foreign key to no field",
    ),
    pytest.param(
        lambda found: found["foreignKeys"][0]["reference"].update(resource="pages"),
        "unknown-key-field",
        id="a foreign key to no table",
    ),
    pytest.param(lambda found: found["fields"].append(found["fields"][0]), "schema", id="a field twice"),
    pytest.param(field("kind", constraints={"required": True}), "schema", id="a list of values left out"),
    pytest.param(field("start", type="string"), "schema", id="another type"),
    pytest.param(lambda found: found.pop("foreignKeys"), "schema", id="foreign keys left out"),
    pytest.param(lambda found: found.update(missingValues=["", "NA"]), "schema", id="a word for nothing"),
    pytest.param(lambda found: found["fields"].reverse(), "schema", id="another order"),
]
MEANINGS = {
    "missingValues": ["direct"],
    "categories": ["direct", "mixed", "indirect"],
    "bareNumber": False,
    "groupChar": " ",
    "decimalChar": ",",
    "trueValues": ["direct"],
    "falseValues": ["direct"],
    "format": "email",
}
SCHEMAS += [
    *(pytest.param(field("kind", **{name: value}), "schema", id=name) for name, value in MEANINGS.items()),
    pytest.param(lambda found: found.update(uniqueKeys=[["kind"]]), "schema", id="one more key"),
    pytest.param(
        lambda found: found.update(uniqueKeys=[["start"], ["begin"]]),
        "unknown-key-field",
        id="one more key, of no field",
    ),
    pytest.param(lambda found: found.update(fieldsMatch="subset"), "schema", id="more columns"),
    pytest.param(lambda found: found.update(fieldsMatch="exactly"), "schema", id="no way to match"),
    pytest.param(
        lambda found: found.update(fieldsMatch=["exact", "equal"]), "schema", id="two ways to match"
    ),
]


@pytest.mark.parametrize("inline", [False, True], ids=["as a file", "in the descriptor"])
@pytest.mark.parametrize(("changed", "rule"), SCHEMAS)
def test_knows_schemas_that_promise_something_else(parcel, broken, changed, rule, inline):
    """A schema that is weaker than ours, or says nothing by mistake, is found."""
    schema("quotes", changed)(parcel)
    if inline:
        set_in(parcel)
    found = broken(parcel)[rule]
    assert all(place[2].startswith("resources/4/schema") for place in found)


SAME = [
    pytest.param(lambda found: found.update(fieldsMatch="exact"), id="fieldsMatch as a word"),
    pytest.param(lambda found: found.update(fieldsMatch=["exact"]), id="fieldsMatch as a list"),
    pytest.param(lambda found: found.update(missingValues=[""]), id="missingValues"),
    pytest.param(
        field("kind", missingValues=[{"value": "", "label": "not told"}]), id="missingValues of a field"
    ),
    pytest.param(field("start", bareNumber=True, decimalChar="."), id="how numbers are written"),
    pytest.param(lambda found: found.update(primaryKey="quote_id"), id="a key as a word"),
    pytest.param(field("kind", format="default"), id="format"),
]


@pytest.mark.parametrize("changed", SAME)
def test_lets_a_schema_say_the_same_in_another_way(parcel, changed):
    """What the standard takes for said without a word can be said."""
    schema("quotes", changed)(parcel)
    assert list(validate(parcel.folder)) == []
    set_in(parcel)
    assert list(validate(parcel.folder)) == []


def test_lets_a_schema_say_more_to_readers(parcel):
    """Titles and descriptions are the publisher's own."""
    schema("quotes", field("quote_id", description="In other words"))(parcel)
    schema("quotes", lambda found: found.update(title="In other words"))(parcel)
    assert list(validate(parcel.folder)) == []


MESSAGES = [
    pytest.param(field("kind", title=5), "fields/2/title", "type string", id="of a text"),
    pytest.param(field("start", title=5), "fields/3/title", "type string", id="of a number"),
    pytest.param(
        field("start", constraints={"minimum": "x", "required": 1}),
        "fields/3/constraints/required",
        "type boolean",
        id="in constraints",
    ),
    pytest.param(field("kind", type=5), "fields/2/type", "string or number or integer", id="of no type"),
    pytest.param(
        field("kind", missingValues=[5]),
        "fields/2/missingValues/0",
        "type string or type object",
        id="a word",
    ),
    pytest.param(
        lambda found: found.update(primaryKey=5), "primaryKey", "type array or type string", id="a key"
    ),
]


@pytest.mark.parametrize(("changed", "place", "expected"), MESSAGES)
def test_names_the_place_where_a_schema_breaks_the_profile(parcel, changed, place, expected):
    """Of the many kinds of field that the profile knows, the one is held to that the field says it is."""
    schema("quotes", changed)(parcel)
    found = [problem for problem in validate(parcel.folder) if problem.rule == "profile"]
    assert [problem.column for problem in found] == [f"resources/4/schema/{place}"]
    assert found[0].fault.startswith(f"breaks the profile: expected {expected}")
