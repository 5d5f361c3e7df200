"""The schema files are Table Schemas, say what the row types say, and refuse to be broken quietly."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Literal, get_args, get_type_hints
from zipfile import ZipFile

import pytest
from frictionless import Schema
from jsonschema import Draft7Validator

from summitry import rows
from summitry.errors import BrokenSchema
from summitry.schema import TABLES, read_schema, read_schemas, schemas_folder, table_schema, table_schemas
from summitry.tables import ROW_TYPES, value_of

ROOT = Path(__file__).parents[1]
PROFILE = ROOT / "datapackage" / "summitry" / "profiles" / "datapackage-2.0.json"
TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}
COLUMNS = [
    pytest.param(table, each, id=f"{table.name}.{each.name}")
    for table in table_schemas().values()
    for each in table.fields
]


def named(table):
    """The name of a table, as the id of a case."""
    return table.name


def hinted(hint):
    """The type that a hint allows besides null, whether null is allowed, and the values that it lists."""
    kinds = get_args(hint) if NoneType in get_args(hint) else (hint,)
    kind = next(each for each in kinds if each is not NoneType)
    values = get_args(kind) if getattr(kind, "__origin__", None) is Literal else ()
    return str if values else kind, NoneType in kinds, values


@pytest.mark.parametrize("name", TABLES)
def test_says_what_the_row_type_says(name):
    """Fields, their order, types, nulls and lists of values are those of the row type."""
    said = {each.name: (each.type, not each.required, each.enum) for each in table_schema(name).fields}
    hints = {field: hinted(hint) for field, hint in get_type_hints(ROW_TYPES[name]).items()}
    assert said == {field: (TYPES[kind], null, values) for field, (kind, null, values) in hints.items()}
    assert list(said) == list(hints)


def test_tables_stand_in_one_order():
    """The order of the names is that of the tuple of tables, and no schema is left over."""
    assert rows.Tables._fields == TABLES
    assert sorted(path.stem for path in schemas_folder().iterdir()) == sorted(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_is_a_table_schema(name):
    """The reference implementation and the official profile accept each file."""
    path = schemas_folder() / f"{name}.json"
    assert Schema.from_descriptor(str(path)).field_names == list(table_schema(name).field_names)
    profile = json.loads(PROFILE.read_text(encoding="utf-8"))
    of_schemas = profile["properties"]["resources"]["items"]["properties"]["schema"]
    assert not list(Draft7Validator(of_schemas).iter_errors(json.loads(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_an_example_keeps_the_promises(table, column):
    """An example is a cell of its type that fits every constraint."""
    value = value_of(column.example, column, Path(table.name), 1)
    assert not column.pattern or re.fullmatch(column.pattern, column.example)
    assert not column.enum or value in column.enum
    assert column.minimum is None or value >= column.minimum


@pytest.mark.parametrize(
    "table", [table for table in table_schemas().values() if "end" in table.field_names], ids=str
)
def test_examples_of_spans_are_as_long_as_their_text(table):
    """Offsets and texts of the examples fit together, as they must in a row."""
    for text, start, end in [
        ("text", "start", "end"),
        ("speaker_text", "speaker_start", "speaker_end"),
        ("cue", "cue_start", "cue_end"),
    ]:
        if text in table.field_names:
            first, last = int(table.field(start).example), int(table.field(end).example)
            assert last - first == len(table.field(text).example)


@pytest.mark.parametrize(("_", "column"), COLUMNS)
def test_patterns_are_read_alike_by_every_engine(_, column):
    """No pattern looks around or branches at its top: RE2, Rust and wrappers such as `^…$` read it alike."""
    assert "(?" not in (column.pattern or "")
    assert "|" not in (column.pattern or "")
    assert not column.pattern or (column.pattern[0] == "^" and column.pattern[-1] == "$")


@pytest.mark.parametrize("table", table_schemas().values(), ids=named)
def test_keys_fit_what_they_lead_to(table):
    """A foreign key has the type and pattern of the key that it leads to; a key is always there."""
    for key in table.foreign_keys:
        for here, there in zip(key.fields, key.reference_fields, strict=True):
            known = table_schema(key.table)
            assert known.primary_key == key.reference_fields
            assert (table.field(here).type, table.field(here).pattern) == (
                known.field(there).type,
                known.field(there).pattern,
            )
    assert all(table.field(name).required for name in table.primary_key)


@pytest.mark.parametrize(
    ("cell", "fits"),
    [
        pytest.param("oslo-talks-p1", True, id="letters"),
        pytest.param("28ce31", True, id="digits and letters"),
        pytest.param("100", False, id="digits alone are read as a number"),
        pytest.param("a b", False, id="white space"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_ids_never_look_like_numbers(cell, fits):
    """A key holds no white space and something besides digits."""
    pattern = table_schema("articles").field("article_id").pattern
    assert bool(re.fullmatch(pattern, cell)) == fits


def test_an_unknown_table_is_a_bad_argument():
    """A misspelt name of a table is the caller's mistake."""
    with pytest.raises(ValueError, match="found table 'quote'; expected one of articles"):
        table_schema("quote")


@pytest.fixture
def folder(tmp_path):
    """A copy of the schemas to break."""
    for name in TABLES:
        (tmp_path / f"{name}.json").write_bytes((schemas_folder() / f"{name}.json").read_bytes())
    return tmp_path


def changed(folder, name, change):
    """Change the schema of a table in a folder."""
    path = folder / f"{name}.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


BROKEN = [
    pytest.param(
        lambda d: d["fields"][1].update(type="str"),
        "speakers.json: fields[1].type: found 'str'; expected one of string",
        id="unknown type",
    ),
    pytest.param(
        lambda d: d["fields"][0]["constraints"].update(minmum=1),
        "speakers.json: fields[0].constraints: found 'minmum'; expected one of required",
        id="misspelt constraint",
    ),
    pytest.param(
        lambda d: d["fields"][0]["constraints"].update(required="yes"),
        "speakers.json: fields[0].constraints.required: found 'yes'",
        id="constraint of another kind",
    ),
    pytest.param(
        lambda d: d["fields"][0]["constraints"].update(pattern="("),
        "speakers.json: fields[0].constraints.pattern: found",
        id="pattern that is none",
    ),
    pytest.param(
        lambda d: d["fields"][2].pop("description"),
        "speakers.json: fields[2].description: found None; expected text",
        id="field without description",
    ),
    pytest.param(
        lambda d: d["fields"][2].update(titel="x"),
        "speakers.json: fields[2]: found 'titel'; expected one of name",
        id="misspelt property of a field",
    ),
    pytest.param(
        lambda d: d["fields"].append(d["fields"][0]),
        "speakers.json: fields: found 'quote_id twice'; expected each name once",
        id="field twice",
    ),
    pytest.param(
        lambda d: d.update(primaryKey=["quote"]),
        "speakers.json: primaryKey: found 'quote'; expected one of quote_id",
        id="unknown field in the key",
    ),
    pytest.param(
        lambda d: d.pop("primaryKey"),
        "speakers.json: primaryKey: found None; expected a list with something in it",
        id="no key",
    ),
    pytest.param(
        lambda d: d["foreignKeys"][0].update(fields=["quote"]),
        "speakers.json: foreignKeys[0].fields: found 'quote'; expected one of quote_id",
        id="unknown field in a foreign key",
    ),
    pytest.param(
        lambda d: d["foreignKeys"][0]["reference"].update(resource="quotse"),
        "speakers.json: foreignKeys[0].reference: found 'quotse'; expected one of articles",
        id="foreign key to an unknown table",
    ),
    pytest.param(
        lambda d: d["foreignKeys"][0]["reference"].update(fields=["id"]),
        "speakers.json: foreignKeys[0].reference: found 'id'; expected one of quote_id",
        id="foreign key to an unknown field",
    ),
    pytest.param(
        lambda d: d["foreignKeys"][0]["reference"].update(fields=["quote_id", "kind"]),
        "speakers.json: foreignKeys[0].reference.fields: found 2; expected as many as in fields, 1",
        id="foreign key of another width",
    ),
    pytest.param(
        lambda d: d["foreignKeys"].append("quote_id"),
        "speakers.json: foreignKeys[3]: found 'quote_id'; expected an object",
        id="foreign key that is text",
    ),
    pytest.param(
        lambda d: d.update(name="speaker"),
        "speakers.json: name: found 'speaker'; expected speakers",
        id="name of another table",
    ),
    pytest.param(
        lambda d: d.update(fields="quote_id"),
        "speakers.json: fields: found 'quote_id'; expected a list",
        id="fields that are text",
    ),
    pytest.param(
        lambda d: d["fields"].append("quote_id"),
        "speakers.json: fields[5]: found 'quote_id'; expected an object",
        id="field that is text",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), BROKEN)
def test_a_broken_schema_is_refused(folder, change, message):
    """The message says file, place, what was found and what was expected."""
    changed(folder, "speakers", change)
    with pytest.raises(BrokenSchema, match=re.escape(message)):
        read_schemas(folder)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            None, "speakers.json: file: found 'No such file or directory'; expected a Table", id="no file"
        ),
        pytest.param(b"{", "speakers.json: line 1: found", id="no JSON"),
        pytest.param(b"[]", "speakers.json: top level: found 'list'; expected an object", id="no object"),
        pytest.param(b'{"name": "\xe9"}', "speakers.json: byte 10: found", id="no UTF-8"),
    ],
)
def test_a_file_that_is_no_schema_is_refused(tmp_path, content, message):
    """The message says what stands there instead of a Table Schema."""
    path = tmp_path / "speakers.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BrokenSchema, match=re.escape(message)):
        read_schema(path)


def test_a_wheel_brings_its_schemas(tmp_path):
    """An installed package finds the same schemas, and its profile and metadata, beside its code."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  # fixed words
    (wheel,) = tmp_path.glob("*.whl")
    ZipFile(wheel).extractall(tmp_path)
    installed = tmp_path / "summitry"
    assert read_schemas(installed / "table_schemas") == table_schemas()
    assert (installed / "profiles" / "datapackage-2.0.json").is_file()
    assert (installed / "metadata.json").is_file()
    find = "from summitry.schema import schemas_folder; print(schemas_folder())"
    found = subprocess.run([sys.executable, "-c", find], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603  # the same
    assert Path(found.stdout.decode().strip()) == installed / "table_schemas"
