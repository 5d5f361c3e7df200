"""What changed in the rows of a table: which came, went, changed a cell, or only have another id."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from summitry.schema import Table, table_schema, table_schemas

if TYPE_CHECKING:
    import polars as pl

KEY: Final = "\0key"
"""The column of a frame that holds the whole key of a row; no field of a schema is called so."""

LIKENESS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "articles": (("sha256",),),
    "paragraphs": (("article_id", "position"),),
    "entities": (("wikidata_id",), ("geonames_id",), ("type", "name")),
    "mentions": (("paragraph_id", "start", "end", "entity_id"),),
    "quotes": (("paragraph_id", "start", "end"),),
    "meetings": (("start_date", "end_date", "place_id", "kind", "name"),),
    "reports": (("meeting_id", "paragraph_id", "start", "end"),),
    "evidence": (("table", "row_id", "field", "value", "paragraph_id", "start", "end"),),
}
"""By which cells a row is known again where its id has changed, the surest first."""


class CellChange(NamedTuple):
    """One cell that says something else."""

    key: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class TableChange:
    """All that changed in the rows of a table, by their keys."""

    table: str
    rows: tuple[int, int]
    """How many there were, and how many there are."""
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[CellChange, ...]
    renamed: tuple[tuple[str, str], ...]
    referenced: bool
    """Whether other tables lead to this one."""
    leading: frozenset[str]
    """Its columns that lead to other tables."""

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed or self.changed or self.renamed)

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        return {
            "rows": list(self.rows),
            "added": list(self.added),
            "removed": list(self.removed),
            "changed": [one._asdict() for one in self.changed],
            "renamed": dict(self.renamed),
        }


def changes_of(table: Table, old: Path, new: Path, renamed: dict[str, dict[str, str]]) -> TableChange:
    """What changed in a table; `renamed` holds the new ids of other tables, and takes those of this one."""
    before, after = frame_of(old), frame_of(new)
    columns = [name for name in table.field_names if name in before.columns and name in after.columns]
    before = keyed(translated(before.select(columns), table, renamed), table)
    after = keyed(after.select(columns), table)
    (own, *others) = table.primary_key
    names: dict[str, str] = {}
    if not others and own not in {field for key in table.foreign_keys for field in key.fields}:
        names = found_again(table, before, after)
        renamed[table.name] = names
        before = keyed(translated(before.drop(KEY), table, renamed, own=own), table)
    gone, come = before.join(after, on=KEY, how="anti"), after.join(before, on=KEY, how="anti")
    return TableChange(
        table.name,
        (before.height, after.height),
        tuple(come[KEY].sort()),
        tuple(gone[KEY].sort()),
        tuple(changed_cells(before, after, [name for name in columns if name not in table.primary_key])),
        tuple(sorted(names.items())),
        referenced=table.name in referenced(),
        leading=frozenset(field for key in table.foreign_keys for field in key.fields),
    )


@cache
def referenced() -> frozenset[str]:
    """The tables to which others lead.

    >>> sorted(referenced())
    ['articles', 'entities', 'meetings', 'mentions', 'paragraphs', 'quotes']
    """
    tables = table_schemas().values()
    return frozenset(key.table for one in tables for key in one.foreign_keys if key.table != one.name)


def frame_of(path: Path) -> "pl.DataFrame":
    """A table as text, an empty cell being null."""
    import polars as pl  # noqa: PLC0415  # only comparing should cost it

    return pl.read_csv(path, infer_schema=False)


def keyed(frame: "pl.DataFrame", table: Table) -> "pl.DataFrame":
    """The frame with the whole key of each row."""
    import polars as pl  # noqa: PLC0415  # only comparing should cost it

    return frame.with_columns(pl.concat_str(list(table.primary_key), separator=" ").alias(KEY))


def translated(
    frame: "pl.DataFrame", table: Table, renamed: Mapping[str, Mapping[str, str]], own: str | None = None
) -> "pl.DataFrame":
    """The frame with new ids in the place of old ones; with `own`, also in its own key."""
    import polars as pl  # noqa: PLC0415  # only comparing should cost it

    places = {key.fields[0]: key.table for key in table.foreign_keys if len(key.fields) == 1}
    if own:
        places[own] = table.name
    for column, other in places.items():
        if renamed.get(other) and column in frame.columns:
            frame = frame.with_columns(frame[column].replace(dict(renamed[other])))
    if table.name == "evidence":
        pairs = zip(frame["table"], frame["row_id"], strict=True)
        frame = frame.with_columns(
            pl.Series("row_id", [row_meant(name, row, renamed) for name, row in pairs], pl.String)
        )
    return frame


def row_meant(table: str, row_id: str, renamed: Mapping[str, Mapping[str, str]]) -> str:
    """The row that evidence is of by its new id, of which the parts of a key are separated by spaces.

    >>> row_meant("participants", "2019-oslo lund", {"entities": {"lund": "anna-lund"}})
    '2019-oslo anna-lund'
    """
    tables = tables_of_key(table)
    parts = row_id.split(" ", len(tables) - 1)
    return " ".join(renamed.get(name, {}).get(part, part) for name, part in zip(tables, parts, strict=False))


@cache
def tables_of_key(table: str) -> tuple[str, ...]:
    """The tables to which the parts of a table's key lead: itself, where the id is its own.

    >>> tables_of_key("participants"), tables_of_key("quotes")
    (('meetings', 'entities'), ('quotes',))
    """
    schema = table_schema(table)
    leads = {key.fields[0]: key.table for key in schema.foreign_keys}
    return tuple(leads.get(field, table) for field in schema.primary_key)


def found_again(table: Table, before: "pl.DataFrame", after: "pl.DataFrame") -> dict[str, str]:
    """The new id of each row that has another one: alike in all else, or in what tells it from the others."""
    (own,) = table.primary_key
    loops = {key.fields[0] for key in table.foreign_keys if key.table == table.name}
    others = tuple(
        name for name in before.columns if name not in {own, KEY, *loops} and name in after.columns
    )
    names: dict[str, str] = {}
    gone, come = before.join(after, on=KEY, how="anti"), after.join(before, on=KEY, how="anti")
    for cells in (others, *LIKENESS.get(table.name, ())):
        if not gone.height or not come.height or not set(cells) <= set(gone.columns):
            continue
        pairs = alone(gone, cells).join(
            alone(come, cells), on=cells, how="inner", suffix="_new", nulls_equal=True
        )
        found = dict(zip(pairs[KEY], pairs[f"{KEY}_new"], strict=True))
        names |= found
        gone = gone.filter(~gone[KEY].is_in(list(found)))
        come = come.filter(~come[KEY].is_in(list(found.values())))
    return names


def alone(frame: "pl.DataFrame", cells: Iterable[str]) -> "pl.DataFrame":
    """The rows that no other row is like in these cells, of which some say something."""
    import polars as pl  # noqa: PLC0415  # only comparing should cost it

    columns = list(cells)
    says = pl.any_horizontal(pl.col(columns).is_not_null())
    return frame.filter(says).filter(pl.len().over(columns) == 1).select(*columns, KEY)


def changed_cells(
    before: "pl.DataFrame", after: "pl.DataFrame", columns: Iterable[str]
) -> Iterator[CellChange]:
    """Yield every cell that says something else, by the keys of the rows and the order of the columns."""
    both = before.join(after, on=KEY, suffix="_new").sort(KEY)
    for name in columns:
        other = f"{name}_new"
        unlike = both.filter(both[name].ne_missing(both[other]))
        for key, old, new in unlike.select(KEY, name, other).rows():
            yield CellChange(key, name, old, new)
