"""Where the schema of a table asks for something else than ours."""

import json
from typing import Any

from oracle_form import schema_of
from oracle_json import Fault, Unread, distance, expect, is_astray, misspelt, normal, read

CONSTRAINTS = {
    "required", "unique", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength", "jsonSchema",
    "exclusiveMinimum", "exclusiveMaximum",
}  # fmt: skip
OF_READING = {
    "groupChar", "decimalChar", "bareNumber", "trueValues", "falseValues", "categories", "categoriesOrdered",
}  # fmt: skip
OF_SCHEMAS = {
    "$schema", "name", "title", "description", "fields", "missingValues", "primaryKey", "foreignKeys",
    "uniqueKeys", "fieldsMatch",
}  # fmt: skip
OF_FIELDS = OF_READING | {
    "name", "title", "description", "type", "example", "constraints", "format", "rdfType", "missingValues",
    "summitry:words",
}  # fmt: skip
SCHEMA_RULES = {"schema", "unknown-key-field", "unknown-constraint", "misspelt-property", "profile"}


def schema_faults(pointer, about, files):
    """Where the schema of a table asks for something else than ours."""
    schema = about.get("schema")
    try:
        if isinstance(schema, str):
            expect(normal(schema) in files and not is_astray(schema))
            schema = read(files[normal(schema)])
        expect(isinstance(schema, dict))
    except Unread:
        yield Fault((f"{pointer}/schema",), {"schema", "missing-file", "path", "profile", "missing-property"})
        return
    yield from within_schema(f"{pointer}/schema", about["name"], schema)


def within_schema(pointer, name, schema):
    """Where a schema that can be read asks for something else than ours."""
    yield from misspelt(f"{pointer}/", schema, OF_SCHEMAS)
    for place, field in enumerate(fields_in(schema)):
        yield from field_faults(f"{pointer}/fields/{place}", f"{pointer}/fields/{field.get('name')}", field)
    ours, theirs = asked(schema_of(name), name), asked(schema, name)
    for place in {*ours, *theirs}:
        if ours.get(place) != theirs.get(place):
            near = [each for each in schema if each not in OF_SCHEMAS and distance(each, place) < 3]
            places = [*places_for(place, [*ours], [*theirs], theirs), *near]
            yield Fault(tuple(f"{pointer}/{each}" for each in places), SCHEMA_RULES)
    # the order of keys means nothing, and is told all the same
    yield Fault((f"{pointer}/foreignKeys",), {"schema"}, is_sure=False)


def places_for(place, ours, theirs, asks):
    """Where a schema can be said to ask for something else in a place."""
    yield place
    if place.startswith("fields"):
        yield f"fields/{(ours if place in ours else theirs).index(place)}"
        # a field that is lost is one that keys look for
        lost = [name.split("/")[1] for name in ours if name.startswith("fields/") and name not in theirs]
        yield from (
            key for key in ("primaryKey", "foreignKeys") if any(name in str(asks[key]) for name in lost)
        )


def field_faults(by_number, by_name, field):
    """What a field says that the standard does not know, or that changes how cells are read."""
    yield from misspelt(f"{by_number}/", field, OF_FIELDS)
    limits = field.get("constraints")
    for name in limits if isinstance(limits, dict) else ():
        if name not in CONSTRAINTS:
            yield Fault((f"{by_number}/constraints",), {"unknown-constraint"})
    if field.get("missingValues", [""]) != [""]:
        yield Fault((by_name, by_number), SCHEMA_RULES)
    if OF_READING & {*field}:
        yield Fault((by_name, by_number), SCHEMA_RULES, is_sure=False)
    if isinstance(limits, dict) and isinstance(limits.get("enum"), list):
        # the order of words can mean something, or not
        yield Fault((by_name,), {"schema"}, is_sure=False)


def fields_in(schema):
    """The fields of a schema that are objects."""
    fields = schema.get("fields")
    return [each for each in fields if isinstance(each, dict)] if isinstance(fields, list) else []


def asked(schema, table):
    """What a schema asks of rows, by place: fields come first, so that their places are their numbers."""
    fields = schema.get("fields") if isinstance(schema.get("fields"), list) else []
    fields = [each if isinstance(each, dict) else {"name": each} for each in fields]
    found: dict[str, Any] = {f"fields/{each.get('name')}": asked_of_field(each) for each in fields}
    nulls = schema.get("missingValues", [""])
    keys = schema.get("foreignKeys", [])
    return found | {
        "fields": [each.get("name") for each in fields],
        "missingValues": sorted({*map(json.dumps, nulls)}) if isinstance(nulls, list) else nulls,
        "primaryKey": as_list(schema.get("primaryKey")),
        "uniqueKeys": schema.get("uniqueKeys") or [],
        "foreignKeys": sorted(asked_of_key(each, table) for each in keys) if isinstance(keys, list) else keys,
        "fieldsMatch": as_list(schema.get("fieldsMatch", "exact")),
    }


def asked_of_field(field):
    """What a field asks of a cell."""
    limits = field.get("constraints", {})
    if isinstance(limits, dict):
        limits = {name: limit for name, limit in limits.items() if limit is not False}
        limits |= {"enum": sorted(map(str, limits["enum"]))} if isinstance(limits.get("enum"), list) else {}
    return field.get("type", "any"), field.get("format", "default"), limits


def asked_of_key(key, table):
    """What a foreign key asks for, as a text."""
    reference = key.get("reference") if isinstance(key, dict) else None
    if not isinstance(reference, dict):
        return json.dumps(key)
    target = reference.get("resource") or table
    return json.dumps([as_list(key.get("fields")), target, as_list(reference.get("fields"))])


def as_list(names):
    """One name or several as a list."""
    return [names] if isinstance(names, str) else names
