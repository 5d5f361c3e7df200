"""Which rules a table is held to, so that a report can name what it found nothing wrong with."""

import csv
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summitry.paths import DESCRIPTOR
from summitry.rules import RULES
from summitry.schema import TABLES, Table, table_schema
from summitry.validate.findings import Skipped, without
from summitry.validate.promises import name_of, told
from summitry.validate.spans import AS_WRITTEN, SPANS


class Check(NamedTuple):
    """A rule, what it looks at, and what it promises."""

    rule: str
    scope: str
    """`descriptor`, `file`, `cells` of a table, or `rows` beside those of other tables."""
    promise: str


@cache
def catalogue() -> tuple[Check, ...]:
    """Every rule that does not stand in `summitry.rules`.

    >>> next(check.promise for check in catalogue() if check.rule == "order")
    'Rows stand in the published order.'
    """
    with (Path(__file__).parent / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Check(**row) for row in csv.DictReader(file))


def checks_of(name: str) -> tuple[Check, ...]:
    """Every rule that a table is held to; for `datapackage.json`, the descriptor.

    >>> "names-its-speaker" in {check.rule for check in checks_of("speakers") if check.scope == "rows"}
    True
    """
    if name == DESCRIPTOR:
        return tuple(check for check in catalogue() if check.scope == "descriptor")
    table = table_schema(name)
    general = (check for check in catalogue() if check.scope != "descriptor" and applies(check.rule, table))
    own = (Check(name_of(rule), "rows", told(rule)[0]) for rule in RULES[name])
    return (*general, *own)


def applies(rule: str, table: Table) -> bool:
    """Whether a table has anything that a rule could be broken by.

    >>> applies("maximum", table_schema("reports")), applies("formula", table_schema("reports"))
    (False, True)
    """
    fields = table.fields
    needs: dict[str, object] = {
        "type": any(field.type != "string" for field in fields),
        "required": any(field.required for field in fields),
        "enum": any(field.enum for field in fields),
        "pattern": any(field.pattern for field in fields),
        "minimum": any(field.minimum is not None for field in fields),
        "maximum": any(field.maximum is not None for field in fields),
        "length": any(field.min_length or field.max_length for field in fields),
        "unique": any(field.unique and (field.name,) != table.primary_key for field in fields),
        "foreign-key": table.foreign_keys,
        "left-out": any(field.words for field in table.fields),
        "text-truth": any(span.table == table.name for span in SPANS),
        "as-written": any(written.table == table.name for written in AS_WRITTEN),
        "source-hash": table.name == "articles",
    }
    return bool(needs.get(rule, True))


def checks_made(
    files: Collection[str], cells: Mapping[str, bool], skipped: Collection[Skipped]
) -> dict[str, tuple[str, ...]]:
    """The rules that were looked at: of the descriptor, and of each table as far as it could be read.

    `files` are the tables that have a file, `cells` those with cells to read and whether all could be read.
    """
    made = {DESCRIPTOR: tuple(check.rule for check in checks_of(DESCRIPTOR))}
    for name in TABLES:
        if name in files:
            scopes = {"file": True, "cells": name in cells, "rows": cells.get(name, False)}
            made[name] = tuple(check.rule for check in checks_of(name) if scopes[check.scope])
    return without(made, skipped)
