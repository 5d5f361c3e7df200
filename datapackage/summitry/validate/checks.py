"""Every check of a package, in order."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import polars as pl

from summitry.schema import TABLES, table_schema
from summitry.validate import order, spans
from summitry.validate.bundle import Bundle, Resource, descriptor_path, files_of, misstated, read_bundle
from summitry.validate.bytes import FILE_CHECKS, TABLE_FILE_CHECKS, readable
from summitry.validate.catalogue import checks_made
from summitry.validate.cells import typed, untyped_cells
from summitry.validate.characters import decomposed_cells, odd_cells
from summitry.validate.constraints import broken_constraints
from summitry.validate.contract import keeps_the_contract
from summitry.validate.descriptor import DESCRIPTOR_CHECKS
from summitry.validate.findings import Finding, Skipped
from summitry.validate.keys import loose_references, repeated_keys
from summitry.validate.manifest import Manifest, keeps_its_rows, left_unheld, read_manifest, unheld
from summitry.validate.profile import fits_the_profile
from summitry.validate.promises import broken_rules
from summitry.validate.records import Sheet, read_sheet
from summitry.validate.report import Report
from summitry.validate.sources import false_sources

Found = Iterator[Finding | Skipped]
Sheets = Mapping[str, Sheet]
Values = Mapping[str, pl.DataFrame]

CROSS_CHECKS: Final[
    Mapping[str, tuple[Callable[[str, Values], Iterator[Finding]], Mapping[str, tuple[str, ...]]]]
] = {
    "order": (order.misplaced_rows, order.NEEDS),
    "text-truth": (spans.false_spans, spans.NEEDS),
    "as-written": (spans.words_not_in_article, spans.NEEDS),
}
"""Checks of one table against others by their rule, and which others each table needs for it."""


def check(path: Path, limit: int) -> Report:
    """Everything that is wrong with a package, in one pass."""
    bundle, found = read_bundle(descriptor_path(path))
    sheets: dict[str, Sheet] = {}
    everything: list[Finding | Skipped] = [*found]
    manifest: Manifest = {}
    if bundle.descriptor:
        everything += descriptor_findings(bundle)
        manifest, faults = read_manifest(bundle)
        everything += [*faults, *unheld(manifest)]
        everything += read_sheets(bundle, manifest, sheets)
        everything += table_findings(bundle, sheets)
    skipped = tuple(each for each in everything if isinstance(each, Skipped))
    files = files_of(bundle)
    whole = {name: sheet.sound for name, sheet in sheets.items()}
    return Report(
        path=bundle.path,
        findings=tuple(each for each in everything if isinstance(each, Finding)),
        rows={name: sheet.frame.height for name, sheet in sheets.items()},
        skipped=skipped,
        limit=limit,
        files=files,
        checked=checks_made(files, whole, [*skipped, *left_unheld(manifest)]) if bundle.descriptor else {},
    )


def descriptor_findings(bundle: Bundle) -> Found:
    """What is wrong with the descriptor and the schemas that it names."""
    for each in (fits_the_profile, *DESCRIPTOR_CHECKS, keeps_the_contract):
        yield from each(bundle)


def read_sheets(bundle: Bundle, manifest: Manifest, sheets: dict[str, Sheet]) -> Found:
    """What is wrong with the files; the tables that can be read are put into `sheets`."""
    for resource in bundle.resources:
        if resource.path is None:
            continue
        try:
            content = resource.path.read_bytes()
        except OSError as error:
            path, fault = resource.descriptor["path"], f"cannot be read: {error.strerror}"
            yield misstated(f"{resource.pointer}/path", path, "missing-file", fault, "make it readable")
            continue
        for check_file in FILE_CHECKS:
            yield from check_file(resource, content)
        if resource.name in TABLES and resource.name not in sheets:
            yield from read_table(resource, content, manifest, sheets)


def read_table(resource: Resource, content: bytes, manifest: Manifest, sheets: dict[str, Sheet]) -> Found:
    """What is wrong with the form of one table; if it can be read, it is put into `sheets`."""
    for check_file in TABLE_FILE_CHECKS:
        yield from check_file(resource, content)
    if (plain := readable(content)) is not None:
        sheet, findings = read_sheet(table_schema(resource.name), plain)
        yield from findings
        if sheet is not None:
            sheets[resource.name] = sheet
            if resource.name in manifest:
                yield from keeps_its_rows(manifest[resource.name], content, plain, sheet)


def table_findings(bundle: Bundle, sheets: Sheets) -> Found:
    """What is wrong with the cells, the keys and the rows, table by table."""
    values = {name: typed(sheet) for name, sheet in sheets.items()}
    whole = {name: frame for name, frame in values.items() if sheets[name].sound}
    for name in TABLES:
        if name not in sheets:
            yield Skipped("everything within", name, "it could not be read")
            continue
        sheet = sheets[name]
        yield from untyped_cells(sheet, values[name])
        yield from odd_cells(sheet)
        yield from decomposed_cells(sheet)
        yield from broken_constraints(sheet, values[name])
        yield from repeated_keys(sheet)
        yield from loose_references(sheet, sheets)
        if name not in whole:
            yield Skipped("order, text and rules", name, "not every line and column of it could be read")
            continue
        for rule in CROSS_CHECKS:
            yield from against_others(rule, name, whole)
        yield from broken_rules(name, whole)
        if name == "articles":
            yield from false_sources(whole[name], bundle.folder)


def against_others(rule: str, name: str, whole: Values) -> Found:
    """What a check against other tables finds, if they are there."""
    cross_check, needs = CROSS_CHECKS[rule]
    if lacking := [other for other in needs.get(name, ()) if other not in whole]:
        yield Skipped(rule, name, f"{', '.join(lacking)} could not be read as a whole")
    else:
        yield from cross_check(name, whole)
