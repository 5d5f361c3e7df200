"""Which column of a table, or member of a record, tells what: by its name, or as the user says."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from summitry.read.bounds import MAX_SHOWN_PATH
from summitry.read.known import WORDS
from summitry.read.terms import FIELDS
from summitry.read.unfit import Unfit, shown, written

Layout = Mapping[str, str]
"""The column of each field that a table has."""


def layout_of(names: Sequence[str], given: Mapping[str, str]) -> Layout:
    """The column of each field, where the names leave no doubt.

    A column that bears the name of its field itself counts before others, and what the user says before all.

    >>> layout_of(["pubDate", "Headline", "body", "views"], {})
    {'text': 'body', 'date': 'pubDate', 'title': 'Headline'}
    """
    return remembered(tuple(names), tuple(sorted(given.items())))


@lru_cache(maxsize=256)
def remembered(names: tuple[str, ...], given: tuple[tuple[str, str], ...]) -> Layout:
    """The same, found once for all records that have the same members."""
    said = dict(given)
    found = {name: column_of(name, names, said) for name in FIELDS}
    return {name: column for name, column in found.items() if column is not None}


def column_of(field: str, names: Sequence[str], given: Mapping[str, str]) -> str | None:
    """The column of a field, none if there is none; two that could be it are refused."""
    if (column := given.get(field)) is not None:
        if column and column not in names:
            raise Unfit(
                None, f"no column “{shown(column)}” {among(names)}", f"the one that is said to be {field}"
            )
        return column or None
    if field in names:
        return field
    taken = set(given.values())
    known = [name for name in names if name not in taken and synonyms().get(plain(name)) == field]
    if len(known) > 1:
        several = " and ".join(f"“{shown(name)}”" for name in known)
        raise Unfit(
            None, f"{several}, which can both be the {field}", f"one said to be it (--map {field}=NAME)"
        )
    return known[0] if known else None


def repeated(names: Iterable[str]) -> str:
    """The first of the names that comes more than once."""
    return next(name for name, count in Counter(names).items() if count > 1)


def refuse_repeated(names: Sequence[str]) -> None:
    """Stop at a column that comes twice."""
    if len(set(names)) < len(names):
        raise Unfit(None, f"two columns “{shown(repeated(names))}”", "each column once")


def expect(layout: Layout, needed: Sequence[str], names: Sequence[str], parted: str = "") -> None:
    """Stop where a table lacks what each article needs."""
    if missing := [name for name in needed if name not in layout]:
        lacks = " and ".join(f"no column for {name}" for name in missing)
        said = " ".join(f"--map {name}=NAME" for name in missing)
        raise Unfit(None, f"{lacks} {among(names)}", f"columns of known names{parted}, or named with {said}")


def among(names: Sequence[str]) -> str:
    """The columns that there are."""
    listed = ",".join(names)
    if not listed:
        return "in nothing"
    cut = "…" if len(listed) > MAX_SHOWN_PATH else ""
    return f"in “{''.join(written(listed[:MAX_SHOWN_PATH]))}{cut}”"


def plain(name: str) -> str:
    """A name without signs and in small letters.

    >>> plain("Published-On")
    'publishedon'
    """
    return "".join(char for char in name.casefold() if char.isalnum())


@cache
def synonyms() -> Mapping[str, str]:
    """The field that each known name means."""
    with (WORDS / "columns.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["name"]: row["field"] for row in rows}
