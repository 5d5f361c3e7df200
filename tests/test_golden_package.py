"""The golden articles as a data package, and the guide that says how they are annotated."""

import json
import re
import runpy
from pathlib import Path

import frictionless
import pytest

from golden_rows import GOLDEN, NAMES

ROOT = Path(__file__).parents[1]
DESCRIPTOR = GOLDEN / "datapackage.json"
RESOURCES = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))["resources"]
CELL = re.compile(r"(?<!\\)\|")


def test_holds_what_the_script_writes():
    """The committed tables and their descriptor are those that the truth files give."""
    files = runpy.run_path(str(ROOT / "scripts" / "golden_package.py"))["files"]()
    assert {path.name for path in (GOLDEN / "tables").iterdir()} == {Path(path).name for path in files} - {
        DESCRIPTOR.name
    }
    changed = [path for path, content in files.items() if (GOLDEN / path).read_bytes() != content]
    assert not changed, "run scripts/golden_package.py"


def test_is_valid_for_frictionless():
    """Cells, keys and foreign keys are as the descriptor says."""
    assert frictionless.validate(str(DESCRIPTOR)).valid


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["name"])
def test_gives_every_table_to_the_public(resource):
    """Every table says of which article a row is, and that it is in the public domain."""
    assert "article_id" in [field["name"] for field in resource["schema"]["fields"]]
    assert [licence["name"] for licence in resource["licenses"]] == ["CC0-1.0"]


def examples():
    """Yield the example rows of the guide: their table, where they stand, and their cells by column."""
    table, columns = "", []
    for line in (GOLDEN / "GUIDE.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            table, columns = line[3:], []
        elif line.startswith("| ") and not line.startswith("| ---"):
            cells = [cell.strip() or None for cell in CELL.split(line)[1:-1]]
            if columns:
                yield pytest.param(
                    table, cells[0], dict(zip(columns, cells[1:], strict=True)), id=f"{table} {cells[0]}"
                )
            else:
                columns = cells[1:]


def truths_of(table, truth):
    """The rows of a table as the truth file has them."""
    meetings = truth["meetings"]
    return {
        "participants": [person for told in meetings for person in told["participants"]],
        "reports": [report for told in meetings for report in told["reports"]],
    }.get(table) or truth[table]


@pytest.mark.parametrize(("table", "where", "cells"), list(examples()))
def test_shows_rows_that_are_there(table, where, cells):
    """An example in the guide is a row of the truth file that it names."""
    number, *paragraph = where.split(" p")
    (name,) = [name for name in NAMES if name.startswith(number)]
    rows = truths_of(table, json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8")))
    shown = [row for row in rows if not paragraph or row["p"] == int(paragraph[0])]
    assert cells in [{column: row[column] for column in cells} for row in shown]
