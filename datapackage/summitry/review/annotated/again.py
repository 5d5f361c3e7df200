"""What was found wrong in an earlier review, and was annotated again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from summitry.curated.rows import Judgement
from summitry.curated.writing import held
from summitry.review.answers import PLACE, Rows

FILES: Final = {"mentions": "names.csv", "speakers": "speakers.csv"}
"""The file of corrections that make a row of a table."""


def there_again(curated: Path, rows: Rows) -> Iterator[dict[str, Any]]:
    """Yield that a row is right which was wrong before: else it would be taken out after it is made."""
    for one in held(curated / "rows.csv"):
        if isinstance(one, Judgement) and one.verdict == "wrong" and one.table in FILES:
            for row in [each for each in rows.get(FILES[one.table], ()) if makes(each, one)][:1]:
                judged = {"table": one.table, "entity_id": one.entity_id, "verdict": "right"}
                yield {name: row[name] for name in PLACE} | judged | {"why": row["why"]}


def makes(row: dict[str, Any], one: Judgement) -> bool:
    """Whether a new row of corrections makes the row that was found wrong."""
    at_its_place = all(row[name] == getattr(one, name) for name in PLACE)
    return at_its_place and one.entity_id in {None, row["entity_id"]}
