"""Primary keys, unique columns and foreign keys: who stands twice, and who refers to nobody."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from summitry.schema import ForeignKey
from summitry.validate.findings import Finding, Skipped
from summitry.validate.lines import LINE
from summitry.validate.records import Sheet


def repeated_keys(sheet: Sheet) -> Iterator[Finding]:
    """Rows whose key, or whose value in a unique column, an earlier row has."""
    primary = sheet.table.primary_key
    unique = [(field.name,) for field in sheet.table.fields if field.unique and (field.name,) != primary]
    for rule, names in [("primary-key", primary), *(("unique", names) for names in unique)]:
        if set(names) <= set(sheet.columns):
            yield from repeated(sheet, rule, names)


def repeated(sheet: Sheet, rule: str, names: Sequence[str]) -> Iterator[Finding]:
    """Rows with the same cells in these columns as an earlier row; rows with an empty one are let be."""
    rows = sheet.frame.select(LINE, *names).drop_nulls()
    if (
        rows.height
        == rows.select(pl.struct(names).n_unique() if len(names) > 1 else pl.col(names[0]).n_unique()).item()
    ):
        return
    first = rows.with_columns(first=pl.col(LINE).min().over(names)).filter(pl.col(LINE) > pl.col("first"))
    detail = pl.concat_str(pl.lit(" "), pl.col("first").cast(pl.String))
    places = first.select(pl.col(LINE).alias("line"), joined(names).alias("value"), detail.alias("detail"))
    remedy = "remove one of the two rows, or give one its own key"
    yield Finding(
        sheet.table.name, ", ".join(names), rule, "stands already in line", remedy, places=places.sort("line")
    )


def loose_references(sheet: Sheet, sheets: Mapping[str, Sheet]) -> Iterator[Finding | Skipped]:
    """Rows that refer to a row that is not there."""
    for key in sheet.table.foreign_keys:
        target = sheets.get(key.table)
        if not set(key.fields) <= set(sheet.columns):
            continue
        if target is None or not target.sound:
            reason = f"{key.table} could not be read as a whole"
            yield Skipped(f"foreign-key of {', '.join(key.fields)}", sheet.table.name, reason)
        else:
            yield from loose(sheet, key, target)


def loose(sheet: Sheet, key: ForeignKey, target: Sheet) -> Iterator[Finding]:
    """Rows whose cells in the columns of a key are all filled and stand nowhere in the other table."""
    rows = sheet.frame.select(LINE, *key.fields).drop_nulls()
    known = target.frame.select(key.reference_fields)
    orphans = rows.join(known, left_on=key.fields, right_on=key.reference_fields, how="anti")
    if orphans.height:
        places = orphans.select(pl.col(LINE).alias("line"), joined(key.fields).alias("value")).sort("line")
        fault = f"is not in {key.table}.{', '.join(key.reference_fields)}"
        remedy = f"name a row of {key.table}, or add the row there"
        column = ", ".join(key.fields)
        yield Finding(sheet.table.name, column, "foreign-key", fault, remedy, places=places)


def joined(names: Sequence[str]) -> pl.Expr:
    """The cells of several columns as one text."""
    return pl.concat_str([pl.col(name) for name in names], separator=", ")
