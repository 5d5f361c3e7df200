"""A report as JSON: all counts, the first problems, and what was not checked."""

import json
from typing import Any

from summitry.validate.findings import Findings


def as_json(report: Findings) -> dict[str, Any]:
    """The report as values that JSON knows."""
    return {
        "path": report.place,
        "valid": report.valid,
        "errors": report.errors,
        "warnings": report.warnings,
        "rows": dict(report.rows),
        "counts": report.counts,
        "problems": [problem._asdict() for problem in report.problems],
        "skipped": [each._asdict() for each in report.skipped],
    }


def json_text(report: Findings) -> str:
    """The report as one JSON object.

    >>> json_text(Findings("a.zip")).splitlines()[1]
    '  "path": "a.zip",'
    """
    return json.dumps(as_json(report), ensure_ascii=False, indent=2) + "\n"
