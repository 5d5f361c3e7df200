"""The tables of older versions: those of today, with each step since then undone."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from summitry.editions.steps import STEPS, VERSION, Step, steps_after
from summitry.schema import Table, table_of, table_schemas

Descriptors = Mapping[str, Mapping[str, Any]]
"""Table Schemas as JSON, by the names of their tables."""


@cache
def tables_of(version: int) -> dict[str, Table]:
    """The tables of a version by name, in the published order.

    >>> "evidence" in tables_of(1), "evidence" in tables_of(VERSION)
    (False, True)
    """
    return table_schemas() if version == VERSION else before(table_schemas(), steps_after(version, STEPS))


def before(tables: Mapping[str, Table], steps: Iterable[Step]) -> dict[str, Table]:
    """The tables as they were before some steps, of which the last led to these."""
    descriptors: Descriptors = {name: table.descriptor for name, table in tables.items()}
    for step in sorted(steps, key=lambda step: -step.to):
        descriptors = undone(descriptors, step)
    return {name: table_of(Path(f"{name}.json"), dict(told)) for name, told in descriptors.items()}


def undone(descriptors: Descriptors, step: Step) -> dict[str, dict[str, Any]]:
    """Table Schemas as they were before a step."""
    return {
        name: without_columns(name, told, step)
        for name, told in descriptors.items()
        if name not in step.tables
    }


def without_columns(name: str, told: Mapping[str, Any], step: Step) -> dict[str, Any]:
    """The Table Schema of one table as it was before a step."""
    new = step.columns.get(name, {})
    old = {now: then for then, now in step.renamed.get(name, {}).items()}
    was = step.was.get(name, {})
    fields = [
        {**field, **was.get(field["name"], {}), "name": old.get(field["name"], field["name"])}
        for field in told["fields"]
        if field["name"] not in new
    ]
    keys = [
        {
            "fields": [old.get(each, each) for each in key["fields"]],
            "reference": reference_before(name, key["reference"], step),
        }
        for key in told.get("foreignKeys", ())
        if not {*new} & {*key["fields"]}
    ]
    found = {**told, "fields": fields, "primaryKey": [old.get(each, each) for each in told["primaryKey"]]}
    found.pop("foreignKeys", None)
    return found | ({"foreignKeys": keys} if keys else {})


def reference_before(name: str, reference: Mapping[str, Any], step: Step) -> dict[str, Any]:
    """What a foreign key of a table led to before a step."""
    old = {now: then for then, now in step.renamed.get(reference.get("resource", name), {}).items()}
    return {**reference, "fields": [old.get(each, each) for each in reference["fields"]]}


def recognized(columns: Mapping[str, tuple[str, ...]]) -> int | None:
    """The version whose tables have these columns, none if no version has.

    >>> recognized({name: table.field_names for name, table in tables_of(1).items()})
    1
    """
    for version in range(VERSION, 0, -1):
        if columns == {name: table.field_names for name, table in tables_of(version).items()}:
            return version
    return None


def fingerprint(tables: Mapping[str, Table]) -> str:
    """What tables ask of their cells, as a few letters: names, order, types, constraints and keys.

    >>> fingerprint(tables_of(1)) == fingerprint(tables_of(2))
    False
    """
    asked = {
        name: [
            [
                [each["name"], each["type"], each.get("constraints", {})]
                for each in table.descriptor["fields"]
            ],
            table.primary_key,
            [[key.fields, key.table, key.reference_fields] for key in table.foreign_keys],
        ]
        for name, table in tables.items()
    }
    return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:12]
