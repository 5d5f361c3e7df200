"""Tables as R loads them, told by R in a form that has lost nothing.

R writes each table as a CSV file in which a letter before each cell says its type: s, i, n, b, d for text,
whole number, number, truth and day; a cell without one is null.
"""

import csv
from datetime import date, timedelta
from functools import cache
from json import dumps

import pytest

from loaders.machine import program, run

TELL = """
kind <- function(values) {
  if (inherits(values, "Date")) "d" else switch(typeof(values),
    character = "s", integer = "i", double = "n", logical = "b", stop(typeof(values)))
}
said <- function(values) {
  figures <- switch(kind(values), d = as.integer(values), n = sprintf("%.17g", values), values)
  ifelse(is.na(values), "", paste0(kind(values), figures))
}
for (name in names(tables)) {
  cells <- as.data.frame(lapply(tables[[name]], said), optional = TRUE)
  write.csv(cells, file.path(out, paste0(name, ".csv")), row.names = FALSE, fileEncoding = "UTF-8")
}
"""

VALUES = {
    "s": str,
    "i": int,
    "n": float,
    "b": {"TRUE": True, "FALSE": False}.__getitem__,
    "d": lambda days: date(1970, 1, 1) + timedelta(int(days)),
}


def with_r(library, function):
    """What loads tables with a function of a package of R, one run of R for all."""

    def load(tables, folder):
        lines = [f"tables[[{dumps(each.name)}]] <- {function}({dumps(str(each.path))})" for each in tables]
        return told_by_r(library, "\n".join(lines), folder, folder)

    return load


def told_by_r(library, script, folder, out):
    """The tables that a script of R has put into the list `tables`, by name."""
    before, behind = "tables <- list()", 'writeLines(names(tables), file.path(out, "names"))'
    lines = [before, script, f"out <- {dumps(str(out))}", TELL, behind]
    path = out / "script.R"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = run(rscript_with(library), str(path), cwd=folder)
    assert done.returncode == 0, done.stderr
    return {name: read_cells(out / f"{name}.csv") for name in (out / "names").read_text().splitlines()}


@cache
def rscript_with(library):
    """The path of R that has a package, or the reason to skip."""
    path = program("Rscript")
    asked = run(path, "-e", f"quit(status = !requireNamespace({dumps(library)}, quietly = TRUE))", cwd=None)
    return pytest.skip(f"R has no package {library}") if asked.returncode else path


def read_cells(path):
    """The values of a table as R has told them."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return {name: [value_of(row[place]) for row in rows] for place, name in enumerate(header)}


def value_of(cell):
    """The value of a cell as R has told it."""
    return VALUES[cell[0]](cell[1:]) if cell else None
