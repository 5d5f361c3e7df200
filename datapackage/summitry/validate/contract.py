"""Whether the schemas that a package carries say what ours say."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from summitry.schema import CONSTRAINTS, FIELD_PROPERTIES, TABLE_PROPERTIES, TABLES, Table, table_schema
from summitry.validate.bundle import Bundle, Resource, inside, misstated
from summitry.validate.descriptor import misspelt
from summitry.validate.findings import Finding

KNOWN_CONSTRAINTS: Final = (*CONSTRAINTS, "jsonSchema", "exclusiveMinimum", "exclusiveMaximum")
"""The constraints of Table Schema 2.0."""

KNOWN_OF_TABLES: Final = (*TABLE_PROPERTIES, "uniqueKeys", "fieldsMatch")
KNOWN_OF_FIELDS: Final = (
    *FIELD_PROPERTIES, "format", "rdfType", "missingValues", "categories", "categoriesOrdered",
    "trueValues", "falseValues", "bareNumber", "decimalChar", "groupChar",
)  # fmt: skip
REMEDY: Final = "take the schema of this version, or check with the version that made the package"


def declared_schema(bundle: Bundle, resource: Resource) -> dict[str, Any] | None:
    """The schema that a resource declares or points at, none if there is none to read."""
    declared = resource.descriptor.get("schema")
    if isinstance(declared, str) and (file := inside(bundle.folder, declared)):
        try:
            declared = json.loads(file.read_bytes().decode("utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError):
            return None
    return declared if isinstance(declared, dict) else None


def keeps_the_contract(bundle: Bundle) -> Iterator[Finding]:
    """Every schema is sound, and that of each of our tables says what the published one says."""
    for resource in bundle.resources:
        pointer = f"{resource.pointer}/schema"
        declared = declared_schema(bundle, resource)
        if declared is None:
            if isinstance(path := resource.descriptor.get("schema"), str) and inside(bundle.folder, path):
                yield misstated(pointer, path, "schema", "is not a JSON object in UTF-8", REMEDY)
            continue
        faults = [*unsound(declared, pointer, bundle)]
        yield from faults
        if resource.name in TABLES and not faults:
            yield from differences(declared, table_schema(resource.name), pointer)


def unsound(schema: Mapping[str, Any], pointer: str, bundle: Bundle) -> Iterator[Finding]:
    """What no checker would complain of and none would check: misspelt words, keys that lead nowhere."""
    yield from misspelt(schema, KNOWN_OF_TABLES, f"{pointer}/")
    names = [str(field.get("name")) for field in fields_of(schema)]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield misstated(f"{pointer}/fields", name, "schema", "stands twice", "give each field its own name")
    for place, field in enumerate(fields_of(schema)):
        yield from misspelt(field, KNOWN_OF_FIELDS, f"{pointer}/fields/{place}/")
        constraints = field.get("constraints")
        for name in constraints if isinstance(constraints, dict) else ():
            if name not in KNOWN_CONSTRAINTS:
                where = f"{pointer}/fields/{place}/constraints"
                fault = f"is none of {', '.join(KNOWN_CONSTRAINTS)}"
                yield misstated(where, name, "unknown-constraint", fault, "spell it as the standard does")
    yield from loose_keys(schema, names, pointer, bundle)


def loose_keys(
    schema: Mapping[str, Any], names: list[str], pointer: str, bundle: Bundle
) -> Iterator[Finding]:
    """Keys that name a field or a table that is not there."""
    remedy = "name a field of the schema"
    for name in listed(schema.get("primaryKey")):
        if name not in names:
            fault = "is no field of the table"
            yield misstated(f"{pointer}/primaryKey", name, "unknown-key-field", fault, remedy)
    for place, key in enumerate(foreign_keys_of(schema)):
        where = f"{pointer}/foreignKeys/{place}"
        for name in key["fields"]:
            if name not in names:
                fault = "is no field of the table"
                yield misstated(f"{where}/fields", name, "unknown-key-field", fault, remedy)
        target = next((each for each in bundle.resources if each.name == key["table"]), None)
        if key["table"] and target is None:
            fault = "is no resource of the package"
            yield misstated(f"{where}/reference/resource", key["table"], "unknown-key-field", fault, remedy)
            continue
        other = schema if target is None else declared_schema(bundle, target)
        theirs = [str(field.get("name")) for field in fields_of(other or {})]
        for name in key["references"] if other else ():
            if name not in theirs:
                fault = "is no field of the table that the key leads to"
                yield misstated(f"{where}/reference/fields", name, "unknown-key-field", fault, remedy)


def differences(declared: Mapping[str, Any], table: Table, pointer: str) -> Iterator[Finding]:
    """Where a schema promises something else than the published one of its table."""
    ours, theirs = promises(table.descriptor, table.name), promises(declared, table.name)
    for place in dict.fromkeys([*ours, *theirs]):
        if ours.get(place) != theirs.get(place):
            expected = json.dumps(ours[place], ensure_ascii=False) if place in ours else "nothing"
            fault = f"is not what this version promises: expected {expected}"
            yield misstated(f"{pointer}/{place}", theirs.get(place), "schema", fault, REMEDY)


def promises(schema: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What a schema asks of the data, by place, defaults filled in, without what it tells readers."""
    found: dict[str, Any] = {"fields": [field.get("name") for field in fields_of(schema)]}
    for field in fields_of(schema):
        constraints = field.get("constraints")
        asked = {
            each: limit
            for each, limit in (constraints.items() if isinstance(constraints, dict) else ())
            if limit is not False
        }
        format_ = field.get("format", "default")
        found[f"fields/{field.get('name')}"] = [field.get("type", "any"), format_, asked]
    found["missingValues"] = schema.get("missingValues", [""])
    found["fieldsMatch"] = schema.get("fieldsMatch", "exact")
    found["primaryKey"] = listed(schema.get("primaryKey"))
    found["foreignKeys"] = [key | {"table": key["table"] or name} for key in foreign_keys_of(schema)]
    return found


def fields_of(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The fields of a schema, as far as they are objects."""
    fields = schema.get("fields")
    return [field for field in fields if isinstance(field, dict)] if isinstance(fields, list) else []


def foreign_keys_of(schema: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The foreign keys of a schema; one without a resource leads back to its own table."""
    keys = schema.get("foreignKeys")
    found = []
    for key in keys if isinstance(keys, list) else ():
        reference = key.get("reference") if isinstance(key, dict) else None
        if isinstance(reference, dict):
            columns = {"fields": listed(key.get("fields")), "references": listed(reference.get("fields"))}
            found.append(columns | {"table": str(reference.get("resource", ""))})
    return found


def listed(names: object) -> list[str]:
    """One name or several, as a list.

    >>> listed("quote_id"), listed(["meeting_id", "entity_id"])
    (['quote_id'], ['meeting_id', 'entity_id'])
    """
    return (
        [str(name) for name in names]
        if isinstance(names, list)
        else [names]
        if isinstance(names, str)
        else []
    )
