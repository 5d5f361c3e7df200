"""Every machine-readable form has what its specification requires, and says what the descriptor says."""

import json
import re

import pytest
import yaml

from summitry.describe.citation import quoted
from summitry.schema import table_schemas

TYPES = {
    "string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean",
    "date": "sc:Date",
}  # fmt: skip
KINDS = ["package", "other"]


@pytest.fixture(params=KINDS)
def described(request, descriptor, told):
    """A package's descriptor, and a way from a form to its object."""
    folder = request.getfixturevalue(request.param)

    def read(form):
        text = told(folder, form)
        return yaml.safe_load(text) if form == "citation" else json.loads(text)

    return descriptor(folder), read


def names_of(contributors):
    """The names of those who are cited."""
    return [each["title"] for each in contributors if {"creator", "author"} & set(each["roles"])]


def test_croissant_has_what_it_requires(described):
    """Croissant 1.0, “Dataset-level Information”: the required properties, from the descriptor."""
    package, read = described
    found = read("croissant")
    assert found["@type"] == "sc:Dataset"
    assert found["conformsTo"] == "http://mlcommons.org/croissant/1.0"
    assert (found["name"], found["description"]) == (package["name"], package["description"])
    assert found["version"] == package["version"]
    assert package["created"].startswith(found["datePublished"])
    assert found["url"] == package.get("homepage", package["id"])
    assert found["license"] == [each.get("path", each["title"]) for each in package["licenses"]]
    assert [each["name"] for each in found["creator"]] == names_of(package["contributors"])
    assert found["citeAs"].startswith(f"@misc{{{package['name']}, ")


def test_croissant_names_every_file(described):
    """Croissant 1.0, “FileObject”: address, media type and SHA-256 of each, as in the descriptor."""
    package, read = described
    assert [
        (each["contentUrl"], each["encodingFormat"], each["contentSize"], f"sha256:{each['sha256']}")
        for each in read("croissant")["distribution"]
    ] == [(each["path"], "text/csv", f"{each['bytes']} B", each["hash"]) for each in package["resources"]]


def test_croissant_types_every_column(described):
    """Croissant 1.0, “RecordSets”: each column is a field of its type, read from its file; keys lead on."""
    _, read = described
    found = read("croissant")
    files = {each["@id"] for each in found["distribution"]}
    known = {field["@id"] for each in found["recordSet"] for field in each["field"]}
    assert [each["@id"] for each in found["recordSet"]] == list(table_schemas())
    for records, table in zip(found["recordSet"], table_schemas().values(), strict=True):
        assert [each["@id"] for each in records["key"]] == [
            f"{table.name}/{one}" for one in table.primary_key
        ]
        links = {key.fields[0]: key for key in table.foreign_keys if key.table != table.name}
        for field, column in zip(records["field"], table.fields, strict=True):
            assert (field["name"], field["description"]) == (column.name, column.description)
            assert field["dataType"] == TYPES[column.type]
            assert field["source"]["extract"] == {"column": column.name}
            assert field["source"]["fileObject"]["@id"] in files
            target = field.get("references", {}).get("field", {}).get("@id")
            assert (target in known) == (column.name in links)


def test_schema_org_has_what_search_engines_require(described):
    """Google, “Dataset structured data”: name and description, of 50 to 5,000 characters; then what helps."""
    package, read = described
    found = read("schema-org")
    assert (found["@context"], found["@type"]) == ("https://schema.org/", "Dataset")
    assert (found["name"], found["description"]) == (package["title"], package["description"])
    assert 50 <= len(found["description"]) <= 5000
    assert (found["identifier"], found["version"]) == (package["id"], package["version"])
    assert found["keywords"] == package["keywords"]
    assert [each["name"] for each in found["license"]] == [each["title"] for each in package["licenses"]]
    assert [each["name"] for each in found["isBasedOn"]] == [each["title"] for each in package["sources"]]
    for file, resource in zip(found["distribution"], package["resources"], strict=True):
        assert (file["contentUrl"], file["encodingFormat"]) == (resource["path"], "text/csv")
        assert [each["name"] for each in file["license"]] == [each["title"] for each in resource["licenses"]]
    columns = sum(len(table.fields) for table in table_schemas().values())
    assert len(found["variableMeasured"]) == columns


def test_datacite_has_what_it_requires(described):
    """DataCite Metadata Schema 4.5, what is mandatory: creators, titles, publisher, year, resource type."""
    package, read = described
    found = read("datacite")
    assert found["schemaVersion"] == "http://datacite.org/schema/kernel-4"
    assert found["titles"][0] == {"title": package["title"]}
    assert len(found["creators"]) == len(names_of(package["contributors"]))
    assert found["publisher"]["name"]
    assert re.fullmatch(r"\d{4}", found["publicationYear"])
    assert package["created"].startswith(found["publicationYear"])
    assert found["types"]["resourceTypeGeneral"] == "Dataset"
    assert [each["rights"] for each in found["rightsList"]] == [each["title"] for each in package["licenses"]]
    doi = package["id"].startswith("https://doi.org/")
    assert (found.get("doi") == "10.1234/harbour.7") is doi
    assert ("alternateIdentifiers" in found) is not doi


def test_datacite_knows_people_from_bodies(other, told):
    """A person's name begins with the family; a publisher is named by role; licences have ids of SPDX."""
    found = json.loads(told(other, "datacite"))
    assert found["creators"] == [
        {
            "name": "Lee, Ann",
            "nameType": "Personal",
            "givenName": "Ann",
            "familyName": "Lee",
            "affiliation": [{"name": "Institute of Harbours"}],
        },
        {"name": "The harbour office"},
    ]
    assert found["publisher"] == {"name": "Harbour Press"}
    assert [each["rightsIdentifier"] for each in found["rightsList"]] == ["ODC-By-1.0", "CC-BY-4.0"]


def test_the_citation_has_what_it_requires(described):
    """Citation File Format 1.2.0: cff-version, message, title and authors; the rest from the descriptor."""
    package, read = described
    found = read("citation")
    assert (found["cff-version"], found["type"]) == ("1.2.0", "dataset")
    assert found["message"]
    assert (found["title"], found["version"]) == (package["title"], package["version"])
    assert package["created"].startswith(found["date-released"])
    assert len(found["authors"]) == len(names_of(package["contributors"]))
    assert found["keywords"] == package["keywords"]
    assert found["abstract"].startswith(package["description"])


def test_the_citation_lets_nobody_choose_what_is_not_given(package, other, told):
    """In a list of licences a reader may choose any, so that two for different parts are told in words."""
    ours, theirs = (yaml.safe_load(told(each, "citation")) for each in (package, other))
    assert "license" not in ours
    assert "license" not in theirs
    assert "no licence given: for the words of the news articles" in ours["abstract"]
    assert theirs["abstract"].endswith("Rights: ODC-By; CC BY.")
    assert theirs["doi"] == "10.1234/harbour.7"
    assert theirs["authors"] == [
        {
            "family-names": "Lee",
            "given-names": "Ann",
            "affiliation": "Institute of Harbours",
            "website": "https://people.example/ann",
        },
        {"name": "The harbour office"},
    ]


def test_one_licence_for_all_is_named(package, told, descriptor):
    """A package under one licence says it by its identifier of SPDX."""
    named = descriptor(package) | {"licenses": [{"name": "cc-by-4.0"}]}
    (package / "datapackage.json").write_text(json.dumps(named), encoding="utf-8")
    assert yaml.safe_load(told(package, "citation"))["license"] == ["CC-BY-4.0"]


@pytest.mark.parametrize(
    "text", ["yes", "1.0", "a: b # c", 'x "y" \\ z', "\u0085\u2028\ufeff\x07\x7f", "東京 🚂 “é”", "- a\n- b"]
)
def test_text_stays_text_in_yaml(text):
    """Whatever a title holds, a reader of YAML finds it again."""
    assert yaml.safe_load(f"title: {quoted(text)}") == {"title": text}


def test_the_crate_has_what_it_requires(described):
    """RO-Crate 1.1, “Root Data Entity”: descriptor of the file; name, description, date and licence."""
    package, read = described
    crate = read("ro-crate")
    assert crate["@context"][0] == "https://w3id.org/ro/crate/1.1/context"
    found = {each["@id"]: each for each in crate["@graph"]}
    assert len(found) == len(crate["@graph"])
    assert found["ro-crate-metadata.json"] == {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    root = found["./"]
    assert (root["@type"], root["name"]) == ("Dataset", package["title"])
    assert root["description"] == package["description"]
    assert package["created"].startswith(root["datePublished"])
    assert [found[each["@id"]]["name"] for each in root["license"]] == [
        each["title"] for each in package["licenses"]
    ]


def test_the_crate_holds_every_file(other, told, descriptor):
    """RO-Crate 1.1, “Data Entities”: each file of the package is a part, and lies where it says."""
    graph = json.loads(told(other, "ro-crate"))["@graph"]
    found = {each["@id"]: each for each in graph}
    there = {path.relative_to(other).as_posix() for path in other.rglob("*") if path.is_file()}
    assert {each["@id"] for each in found["./"]["hasPart"]} == there
    for resource in descriptor(other)["resources"]:
        file = found[resource["path"]]
        assert (file["@type"], file["contentSize"]) == ("File", str(resource["bytes"]))
        assert resource["hash"] == f"sha256:{file['sha256']}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_of_the_crate_leads_somewhere(kind, request, told):
    """RO-Crate 1.1, “Contextual Entities”: whatever is referred to is described."""
    graph = json.loads(told(request.getfixturevalue(kind), "ro-crate"))["@graph"]
    known = {each["@id"] for each in graph} | {"https://w3id.org/ro/crate/1.1"}
    for entity in graph:
        for value in entity.values():
            for one in value if isinstance(value, list) else [value]:
                assert not (isinstance(one, dict) and "@id" in one) or one["@id"] in known


def test_datasette_shows_titles_and_descriptions(described):
    """Datasette, “Metadata”: of the instance, the database `data`, each table and each column."""
    package, read = described
    found = read("datasette")
    assert list(found["databases"]) == ["data", package["name"]]
    for each in (found, *found["databases"].values()):
        assert (each["title"], each["description"]) == (package["title"], package["description"])
    tables = found["databases"]["data"]["tables"]
    assert list(tables) == [each["name"] for each in package["resources"]]
    for resource in package["resources"]:
        table = tables[resource["name"]]
        assert (table["title"], table["description"]) == (resource["title"], resource["description"])
        assert table["license"] == "; ".join(each["title"] for each in resource["licenses"])
        columns = {each.name: each.description for each in table_schemas()[resource["name"]].fields}
        assert table["columns"] == columns
