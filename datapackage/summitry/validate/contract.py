"""Whether the schemas that a package carries say what ours say."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from summitry.editions import edition_of
from summitry.schema import CONSTRAINTS, FIELD_PROPERTIES, TABLE_PROPERTIES, TABLES, Table
from summitry.validate.bundle import Bundle, Resource, inside, misstated
from summitry.validate.descriptor import misspelt
from summitry.validate.findings import Finding
from summitry.validate.json_files import Flaw, read_json

KNOWN_CONSTRAINTS: Final = (*CONSTRAINTS, "jsonSchema", "exclusiveMinimum", "exclusiveMaximum")
"""The constraints of Table Schema 2.0."""

KNOWN_OF_TABLES: Final = (*TABLE_PROPERTIES, "uniqueKeys", "fieldsMatch")
KNOWN_OF_FIELDS: Final = (
    *FIELD_PROPERTIES, "format", "rdfType", "missingValues", "categories", "categoriesOrdered",
    "trueValues", "falseValues", "bareNumber", "decimalChar", "groupChar",
)  # fmt: skip
MATCHES: Final = ("exact", "equal", "subset", "superset", "partial")
"""How fields can be matched with columns (Table Schema 2.0, `fieldsMatch`)."""

READINGS: Final[Mapping[str, object]] = {
    "bareNumber": True,
    "categories": None,
    "decimalChar": ".",
    "falseValues": ["false", "False", "FALSE", "0"],
    "groupChar": None,
    "trueValues": ["true", "True", "TRUE", "1"],
}
"""What changes which cells a field takes, and how they are read, with what holds if nothing is said."""

REMEDY: Final = "take the schema of this version, or check with the version that made the package"


def declared_schema(bundle: Bundle, resource: Resource) -> dict[str, Any] | None:
    """The schema that a resource declares or points at, none if there is none to read."""
    return read_schema(bundle, resource)[0]


def read_schema(bundle: Bundle, resource: Resource) -> tuple[dict[str, Any] | None, list[Flaw]]:
    """The schema that a resource declares or points at, and what is wrong with its file."""
    declared, flaws = resource.descriptor.get("schema"), list[Flaw]()
    if isinstance(declared, str) and (file := inside(bundle.folder, declared)):
        declared, flaws = read_json(file)
        if not isinstance(declared, dict):
            flaws = flaws or [Flaw("is not a JSON object", REMEDY)]
    return (declared if isinstance(declared, dict) else None), flaws


def with_edition(bundle: Bundle) -> Bundle:
    """The package, held to the version of the tables that it says, or whose columns it declares."""
    declared = {
        resource.name: declared_schema(bundle, resource) or {}
        for resource in bundle.resources
        if resource.name in TABLES
    }
    columns = {
        name: tuple(str(field.get("name")) for field in fields_of(schema))
        for name, schema in declared.items()
    }
    return replace(bundle, edition=edition_of(bundle.descriptor, columns))


def keeps_the_contract(bundle: Bundle) -> Iterator[Finding]:
    """Every schema is sound, and that of each of our tables says what the published one says."""
    for resource in bundle.resources:
        pointer = f"{resource.pointer}/schema"
        declared, flaws = read_schema(bundle, resource)
        for flaw in flaws:
            where = f"{pointer}/{flaw.pointer}".rstrip("/")
            yield misstated(where, None, "schema", flaw.fault, flaw.remedy)
        if declared is None:
            continue
        faults = [*unsound(declared, pointer, bundle)]
        yield from faults
        if not faults and (table := bundle.edition.tables.get(resource.name)):
            yield from differences(declared, table, pointer)


def unsound(schema: Mapping[str, Any], pointer: str, bundle: Bundle) -> Iterator[Finding]:
    """What no checker would complain of and none would check: misspelt words, keys that lead nowhere."""
    yield from misspelt(schema, KNOWN_OF_TABLES, f"{pointer}/")
    names = [str(field.get("name")) for field in fields_of(schema)]
    for name in (name for name, count in Counter(names).items() if count > 1):
        yield misstated(f"{pointer}/fields", name, "schema", "stands twice", "give each field its own name")
    for place, field in enumerate(fields_of(schema)):
        yield from misspelt(field, KNOWN_OF_FIELDS, f"{pointer}/fields/{place}/")
        constraints = field.get("constraints")
        for name in constraints if isinstance(constraints, dict) else ():
            if name not in KNOWN_CONSTRAINTS:
                where = f"{pointer}/fields/{place}/constraints"
                fault = f"is none of {', '.join(KNOWN_CONSTRAINTS)}"
                yield misstated(where, name, "unknown-constraint", fault, "spell it as the standard does")
    for word in (word for word in listed(schema.get("fieldsMatch")) if word not in MATCHES):
        fault = f"is none of {', '.join(MATCHES)}"
        yield misstated(f"{pointer}/fieldsMatch", word, "schema", fault, "take one of these words")
    yield from loose_keys(schema, set(names), pointer, bundle)


def loose_keys(schema: Mapping[str, Any], names: set[str], pointer: str, bundle: Bundle) -> Iterator[Finding]:
    """Keys that name a field or a table that is not there."""
    remedy = "name a field of the schema"
    keys = {"primaryKey": listed(schema.get("primaryKey"))}
    keys |= {f"uniqueKeys/{place}": key for place, key in enumerate(unique_keys_of(schema))}
    for where, name in ((where, name) for where, key in keys.items() for name in key):
        if name not in names:
            fault = "is no field of the table"
            yield misstated(f"{pointer}/{where}", name, "unknown-key-field", fault, remedy)
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
        if unlike(ours.get(place), theirs.get(place)):
            expected = json.dumps(ours[place], ensure_ascii=False) if place in ours else "nothing"
            fault = f"is not what this version promises: expected {expected}"
            yield misstated(f"{pointer}/{place}", theirs.get(place), "schema", fault, REMEDY)


def unlike(one: object, other: object) -> bool:
    """Whether two values of JSON differ; in Python a truth value equals a number.

    >>> unlike(True, 1), unlike(1, 1.0), unlike({"required": True}, {"required": 1})
    (True, False, True)
    """
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() != other.keys() or any(unlike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) != len(other) or any(map(unlike, one, other))
    return one != other or isinstance(one, bool) != isinstance(other, bool)


def promises(schema: Mapping[str, Any], name: str) -> dict[str, Any]:
    """What a schema asks of the data, by place, defaults filled in, without what it tells readers."""
    found: dict[str, Any] = {"fields": [field.get("name") for field in fields_of(schema)]}
    nulls = nulls_of(schema)
    for field in fields_of(schema):
        constraints = field.get("constraints")
        asked = {
            each: limit
            for each, limit in (constraints.items() if isinstance(constraints, dict) else ())
            if limit is not False
        }
        format_ = field.get("format", "default")
        place = f"fields/{field.get('name')}"
        found[place] = [field.get("type", "any"), format_, asked]
        found |= {f"{place}/{each}": stated for each, stated in readings_of(field, nulls).items()}
    found["missingValues"] = nulls
    found["fieldsMatch"] = listed(schema.get("fieldsMatch", "exact"))
    found["primaryKey"] = listed(schema.get("primaryKey"))
    found["uniqueKeys"] = unique_keys_of(schema)
    found["foreignKeys"] = [key | {"table": key["table"] or name} for key in foreign_keys_of(schema)]
    return found


def readings_of(field: Mapping[str, Any], nulls: object) -> dict[str, object]:
    """What a field says of how its cells are read, as far as it changes anything.

    >>> readings_of({"bareNumber": True, "groupChar": ".", "missingValues": [""]}, [""])
    {'groupChar': '.'}
    """
    found = {name: field[name] for name, usual in READINGS.items() if name in field and field[name] != usual}
    own = nulls_of(field) if "missingValues" in field else nulls
    return found if own == nulls else found | {"missingValues": own}


def nulls_of(stated: Mapping[str, Any]) -> object:
    """The words that stand for null in a table or a field, with or without labels.

    >>> nulls_of({}), nulls_of({"missingValues": [{"value": "-", "label": "not asked"}, ""]})
    ([''], ['', '-'])
    """
    words = stated.get("missingValues", [""])
    if not isinstance(words, list):
        return words
    return sorted({str(each.get("value") if isinstance(each, dict) else each) for each in words})


def fields_of(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The fields of a schema, as far as they are objects."""
    fields = schema.get("fields")
    return [field for field in fields if isinstance(field, dict)] if isinstance(fields, list) else []


def unique_keys_of(schema: Mapping[str, Any]) -> list[list[str]]:
    """The unique keys of a schema, beside its primary key."""
    keys = schema.get("uniqueKeys")
    return [listed(key) for key in keys] if isinstance(keys, list) else []


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
