"""The promises of reasons, and of meetings whose reports differ, written once more."""

from oracle_form import NAMES, fields_of, schema_of
from oracle_rows import Undecided


def is_about_no_column(_, row):
    """A column that the table does not have."""
    if row["table"] not in NAMES:
        raise Undecided
    return row["field"] not in fields_of(row["table"])


def rows_meant(world, row):
    """The rows that a reason is about, by their keys."""
    if row["table"] not in NAMES or not all(sheet.whole for sheet in world.sheets.values()):
        raise Undecided
    keys = schema_of(row["table"])["primaryKey"]
    found = [
        each
        for each in world.all(row["table"])
        if " ".join(each.cells.get(key, "") for key in keys) == row["row_id"]
    ]
    if any(not each.cells.get(key, "") for each in found for key in keys) or len(found) > 1:
        raise Undecided
    return found


def is_about_no_row(world, row):
    """A key that no row has."""
    return not rows_meant(world, row)


WITH_REASONS = {
    "mentions": {"entity_id", "title"},
    "quotes": {"addressee", "said_on"},
    "meetings": {"start_date", "end_date", "place_id", "status"},
    "participants": {"role", "position"},
}


def has_no_reason_for_its_value(world, row):
    """Reasons for other values of a cell, and none for what stands there."""
    for table in WITH_REASONS:
        world.all(table)
    if row["field"] not in WITH_REASONS.get(row["table"], ()) or not (meant := rows_meant(world, row)):
        return False
    if row["table"] == "meetings" and meant[0]["conflict"]:
        return False
    value = meant[0][row["field"]]
    given = {
        each["value"]
        for each in reasons_for(world, row["table"], row["row_id"])
        if each["field"] == row["field"]
    }
    return value is None or str(value) not in given


def reasons_for(world, table, key):
    """The reasons for cells of a row."""
    return [each for each in world.where("evidence", "row_id", key) if each["table"] == table]


def values_given(world, meeting, field):
    """The values that reasons give for a cell of a meeting."""
    reasons = reasons_for(world, "meetings", meeting["meeting_id"])
    return {each["value"] for each in reasons if each["field"] == field}


def hides_a_conflict(world, row):
    """Two statuses that no conflict is told of."""
    return not row["conflict"] and len(values_given(world, row, "status")) > 1


def tells_of_no_conflict(world, row):
    """A conflict in which nothing differs."""
    fields = WITH_REASONS["meetings"]
    return row["conflict"] and all(len(values_given(world, row, field)) < 2 for field in fields)


def ends_after_its_paragraph(world, row):
    """An end behind the last character."""
    if None in {row["paragraph_id"], row["end"]}:
        return False
    return row["end"] > len(world.one("paragraphs", row["paragraph_id"])["text"])


def misnames_its_source(_, row):
    """A source without knowledge, or knowledge without a source."""
    return (row["basis"] == "knowledge") != (row["knowledge_source"] is not None)


def tells_part_of_its_words(_, row):
    """Some of these cells filled and some empty."""
    return len({row[column] is None for column in ("paragraph_id", "start", "end")}) > 1


OF_EVIDENCE = {
    "is-about-a-column-that-is-there": is_about_no_column,
    "is-about-a-row-that-is-there": is_about_no_row,
    "gives-the-value-of-its-cell": has_no_reason_for_its_value,
    "tells-all-of-its-words-or-nothing": tells_part_of_its_words,
    "ends-within-its-paragraph": ends_after_its_paragraph,
    "names-its-source-if-looked-up": misnames_its_source,
}
