"""What was taken out for good, and the sign that is left of it."""

import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Final

from summitry.bounds import TOMBSTONE_LETTERS
from summitry.curated.rows import Correction, Removable, Removal

TOMBSTONE: Final = re.compile(rf"(?:articles|entities)-[0-9a-f]{{{TOMBSTONE_LETTERS}}}")


def tombstone(table: Removable, id_: str) -> str:
    """What is left of a row that was removed: whoever has the row can tell that it is meant, nobody else.

    >>> tombstone("entities", "kari-solheim")
    'entities-e7d96f671f4e9d3d'
    """
    return f"{table}-{sha256(f'{table}/{id_}'.encode()).hexdigest()[:TOMBSTONE_LETTERS]}"


def tombstone_of(removal: Removal) -> str:
    """The tombstone of what a correction removes; it can be written there instead of the id."""
    named = TOMBSTONE.fullmatch(removal.id) and removal.id.startswith(removal.table)
    return removal.id if named else tombstone(removal.table, removal.id)


def tombstones(corrections: Iterable[Correction]) -> tuple[str, ...]:
    """The tombstones of all that was removed, in order."""
    return tuple(sorted({tombstone_of(one) for one in corrections if isinstance(one, Removal)}))


def removed_articles(corrections: Iterable[Correction]) -> Callable[[str], bool]:
    """Whether the article of an id is to be left out."""
    marks = frozenset(tombstones(corrections))
    return lambda article_id: bool(marks) and tombstone("articles", article_id) in marks
