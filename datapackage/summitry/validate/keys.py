"""Primary keys, unique columns and foreign keys: who stands twice, and who refers to nobody."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from summitry.schema import ForeignKey
from summitry.validate.characters import odd_places
from summitry.validate.findings import Finding, Skipped
from summitry.validate.kept import Kept
from summitry.validate.lines import LINE


def repeated_keys(kept: Kept) -> Iterator[Finding]:
    """Rows whose key, or whose value in a unique column, an earlier row has."""
    primary = kept.table.primary_key
    unique = [(field.name,) for field in kept.table.fields if field.unique and (field.name,) != primary]
    for rule, names in [("primary-key", primary), *(("unique", names) for names in unique)]:
        if set(names) <= set(kept.columns):
            yield from repeated(kept, rule, names)


def repeated(kept: Kept, rule: str, names: Sequence[str]) -> Iterator[Finding]:
    """Rows with the same cells in these columns as an earlier row; rows with an empty one are let be."""
    key = pl.struct(names).hash() if len(names) > 1 else pl.col(names[0])
    rows = kept.rows.all().drop_nulls(names).select(LINE, key.alias("key"))
    if not has_twins(rows.select("key").collect(engine="streaming")["key"]):
        return
    suspects = rows.filter(pl.col("key").is_duplicated()).select(LINE).collect()[LINE]
    # Codes that are alike can come from cells that differ: the cells decide.
    first = kept.cells_at(suspects, *names).with_columns(first=pl.col(LINE).min().over(names))
    first = first.filter(pl.col(LINE) > pl.col("first"))
    if first.height:
        detail = pl.concat_str(pl.lit(" "), pl.col("first").cast(pl.String))
        places = first.select(
            pl.col(LINE).alias("line"), joined(names).alias("value"), detail.alias("detail")
        )
        remedy = "remove one of the two rows, or give one its own key"
        yield Finding(
            kept.table.name,
            ", ".join(names),
            rule,
            "stands already in line",
            remedy,
            places=places.sort("line"),
        )


def has_twins(codes: pl.Series) -> bool:
    """Whether a code stands twice.

    >>> has_twins(pl.Series([3, 1, 3])), has_twins(pl.Series([3, 1, 2]))
    (True, False)
    """
    # Sorted numbers need less room than a set of them.
    ordered = codes.sort()
    return bool((ordered == ordered.shift(1)).any())


def loose_references(name: str, tables: Mapping[str, Kept]) -> Iterator[Finding | Skipped]:
    """Rows that refer to a row that is not there."""
    kept = tables[name]
    for key in kept.table.foreign_keys:
        target = tables.get(key.table)
        if not set(key.fields) <= set(kept.columns):
            continue
        if target is None or not target.sound:
            reason = f"{key.table} could not be read as a whole"
            yield Skipped(f"foreign-key of {', '.join(key.fields)}", name, reason)
        else:
            yield from loose(kept, key, target)


def loose(kept: Kept, key: ForeignKey, target: Kept) -> Iterator[Finding]:
    """Rows whose cells in the columns of a key are all filled and stand nowhere in the other table."""
    rows = kept.rows.all().select(LINE, *key.fields).drop_nulls()
    known = target.rows.all().select(key.reference_fields)
    orphans = rows.join(known, left_on=key.fields, right_on=key.reference_fields, how="anti")
    lines = orphans.select(LINE).collect(engine="streaming")[LINE]
    if lines.len():
        cells = kept.cells_at(lines, *key.fields)
        places = cells.select(pl.col(LINE).alias("line"), joined(key.fields).alias("value"))
        fault = f"is not in {key.table}.{', '.join(key.reference_fields)}"
        remedy = f"name a row of {key.table}, or add the row there"
        column = ", ".join(key.fields)
        yield Finding(kept.table.name, column, "foreign-key", fault, remedy, places=places)
        yield from odd_places(kept.table.name, column, places)


def joined(names: Sequence[str]) -> pl.Expr:
    """The cells of several columns as one text."""
    return pl.concat_str([pl.col(name) for name in names], separator=", ")
