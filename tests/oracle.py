"""What a package breaks, judged slowly and simply, without the code that the package is checked with.

The judgement is in two parts. *Broken* is what surely is: it must be reported. *Open* is what hangs on a
cell that is not of its type or empty though it may not be, on a row that is not there or there twice, or on a
table that cannot be read as a whole: each of these is broken itself, and what follows from it may be reported
or not. Open is, besides, whether letters that bytes of UTF-8 could show as are what was meant.
"""

from typing import NamedTuple

from oracle_cells import broken_cells, open_cells
from oracle_form import NAMES, Break, sheet_of
from oracle_rows import (
    SPANS,
    WRITTEN,
    Undecided,
    World,
    dangling,
    is_misplaced,
    is_untrue,
    is_unwritten,
    repeated,
)
from oracle_rules import RULES


class Judgement(NamedTuple):
    """What is broken, and what may be taken for broken."""

    broken: set[Break]
    open: set[Break]


def judged(files, raw):
    """The judgement of the files of all tables, given by their names, and of raw files by their paths."""
    world = World({name: sheet_of(name, files[name]) for name in NAMES}, raw)
    judgement = Judgement(set(), set())
    for name in NAMES:
        sheet = world.sheets[name]
        loose = {*dangling(world, name)}
        judgement.broken.update(sheet.broken, broken_cells(sheet, loose))
        judgement.broken.update(Break(name, line, column, "foreign-key") for line, column in loose)
        judgement.broken.update(Break(name, line, None, rule) for line, rule in repeated(sheet))
        judgement.open.update(open_cells(sheet, loose))
        judge_rows(world, name, judgement)
    return judgement


def judge_rows(world, name, judgement):
    """Add what the rows of a table break beside others."""
    rows = world.tables[name]
    for above, row in zip([None, *rows], rows, strict=False):
        for rule, is_broken in questions(world, name, above, row):
            found = Break(name, row.line, None, rule)
            try:
                world.all(name)
                if is_broken():
                    judgement.broken.add(found)
            except Undecided:
                judgement.open.add(found)


def questions(world, name, above, row):
    """Yield what is asked of a row, by rule."""
    for rule, broken in RULES[name].items():
        yield rule, lambda broken=broken: broken(world, row)
    if above:
        yield "order", lambda: is_misplaced(world, above, row)
    for span in SPANS.get(name, ()):
        yield "text-truth", lambda span=span: is_untrue(world, row, span)
    for column in WRITTEN.get(name, ()):
        yield "as-written", lambda column=column: is_unwritten(world, row, column)
