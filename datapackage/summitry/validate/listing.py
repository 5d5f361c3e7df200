"""Every problem as a row of a file, written one at a time so that a million fill no memory."""

import csv
import json
import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from summitry.tables import usable
from summitry.validate.findings import Problem, visible

# OWASP, “CSV Injection”: a cell that a spreadsheet would take for a formula
FORMULA: Final = re.compile(r"\s*[=+@＝＋－＠-]")


def list_problems(problems: Iterable[Problem], path: Path) -> int:
    """Write problems to a file, beside its place until all are written, and give how many there were."""
    part = path.with_name(f".{path.name}.part")
    with usable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
                count = LISTS[path.suffix.lower()](problems, file)
            os.replace(part, path)  # noqa: PTH105  # the call that POSIX promises to be atomic
        finally:
            with suppress(OSError):
                part.unlink()
    return count


def as_csv(problems: Iterable[Problem], file: TextIO) -> int:
    """Write a header and a row a problem, safe to open in a spreadsheet."""
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(Problem._fields)
    count = 0
    for count, problem in enumerate(problems, 1):  # noqa: B007  # it is the result
        rows.writerow([harmless(part) if isinstance(part, str) else part for part in problem])
    return count


def as_lines(problems: Iterable[Problem], file: TextIO) -> int:
    """Write a JSON object a problem, a line each, with every value as it stands."""
    count = 0
    for count, problem in enumerate(problems, 1):  # noqa: B007  # it is the result
        file.write(json.dumps(problem._asdict(), ensure_ascii=False) + "\n")
    return count


def harmless(cell: str) -> str:
    r"""A cell that starts no formula and no line in a spreadsheet.

    >>> harmless("=1+1"), harmless("two\nlines"), harmless("sound")
    ("'=1+1", 'two\\nlines', 'sound')
    """
    seen = visible(cell)
    return f"'{seen}" if FORMULA.match(seen) else seen


LISTS: Final[dict[str, Callable[[Iterable[Problem], TextIO], int]]] = {".csv": as_csv, ".jsonl": as_lines}
"""How problems are listed, by the ending of the file."""
