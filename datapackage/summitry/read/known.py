"""The word lists that datelines are recognised by."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

WORDS: Final = Path(__file__).with_name("words")


@cache
def agencies() -> Mapping[str, str]:
    """Every form that an agency is written in, and the one name that it means.

    >>> agencies()["AFP"], agencies()["REUTERS"]
    ('Agence France-Presse', 'Reuters')
    """
    with (WORDS / "agencies.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    capitals = {row["written"].upper(): row["agency"] for row in rows}
    return capitals | {row["written"]: row["agency"] for row in rows}


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list, in small letters.

    >>> "new york" in words("cities")
    True
    """
    return frozenset(in_order(name))


@cache
def in_order(name: str) -> tuple[str, ...]:
    """The words of a list, in small letters, in the order in which they stand.

    >>> in_order("published_names")[0]
    'article:published_time'
    """
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.casefold() for line in lines if line and not line.startswith("#"))
