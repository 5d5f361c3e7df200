"""Tables read once, piece by piece: every cell is checked, and what later checks need is put away."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from summitry.bounds import ROWS_IN_MEMORY_BYTES, TEXT_IN_MEMORY_BYTES
from summitry.editions import Edition
from summitry.validate.bundle import Resource
from summitry.validate.bytes import TABLE_FILE_CHECKS, Survey
from summitry.validate.cells import untyped_cells
from summitry.validate.characters import odd_cells
from summitry.validate.constraints import broken_constraints
from summitry.validate.findings import Finding, Skipped
from summitry.validate.kept import Kept
from summitry.validate.left_out import words_left_in
from summitry.validate.manifest import Digest, Manifest
from summitry.validate.order import Order
from summitry.validate.pieces import header_of, spots
from summitry.validate.promises import broken_by_rows
from summitry.validate.records import Sheet, read_header, read_sheet
from summitry.validate.shelf import Shelf
from summitry.validate.texts import Texts

Found = Iterator[Finding | Skipped]


class Desk:
    """Where the tables of a package are read, and what is kept of those that could be."""

    def __init__(self, manifest: Manifest, folder: Path, sizes: Mapping[str, int], edition: Edition) -> None:
        """An empty desk for files of these sizes; the folder is for what memory should not hold."""
        total = sum(sizes.values())
        self.manifest = manifest
        self.edition = edition
        self.folder = folder if total > ROWS_IN_MEMORY_BYTES else None
        self.tables: dict[str, Kept] = {}
        texts = folder / "texts" if total > TEXT_IN_MEMORY_BYTES else None
        self.texts = Texts(texts, sizes.get("paragraphs", 0))

    @property
    def whole(self) -> dict[str, Kept]:
        """The tables of which every line and column could be read."""
        return {name: kept for name, kept in self.tables.items() if kept.sound}

    def read(self, resource: Resource, survey: Survey) -> Found:
        """What is wrong with the form and the cells of one table; if it can be read, it is kept."""
        for check_file in TABLE_FILE_CHECKS:
            yield from check_file(resource, survey)
        if not survey.readable:
            return
        table = self.edition.tables[resource.name]
        header, findings = read_header(table, header_of(survey.path))
        yield from findings
        if header is not None:
            rows = Shelf(self.folder / table.name if self.folder else None)
            self.tables[table.name] = kept = Kept(table, survey.path, header, rows)
            yield from self.read_rows(kept, survey)

    def read_rows(self, kept: Kept, survey: Survey) -> Found:
        """What is wrong with the rows of a table as far as each of them tells."""
        name, order, broken = kept.table.name, Order(kept.table.name), list[Finding]()
        stated = self.manifest.get(name)
        digest = Digest(stated, f"sha256:{survey.digests['sha256']}") if stated else None
        for spot, piece in spots(kept.path):
            sheet, faults = read_sheet(kept.table, kept.header, piece)
            yield from faults
            yield from broken_cells(sheet)
            if self.edition.text == "none":
                yield from words_left_in(sheet)
            kept.keep(sheet, spot, order)
            if kept.sound:
                broken += broken_by_rows(name, sheet.values, self.edition)
                self.texts.put(name, sheet.values)
            if digest:
                digest.add(sheet)
        if kept.sound:
            yield from broken
        if digest:
            yield from digest.findings(name, sound=kept.sound)


def broken_cells(sheet: Sheet) -> Iterator[Finding]:
    """Cells of a piece that are not as cells must be."""
    if sheet.readable is not None:
        yield from untyped_cells(sheet.table, sheet.readable, sheet.values)
    yield from odd_cells(sheet)
    yield from broken_constraints(sheet)
