"""The tables of a package that leaves the words of the articles out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

from summitry.schema import Field, Table, table_of

Text = Literal["all", "none"]
"""Which words of the articles a package holds; names are in both."""

LEFT_OUT: Final = {
    True: "Left out of this package: every cell is empty.",
    False: "Left out of this package where it copies words of an article other than names.",
}
"""What is said of a column with words, by whether all of its cells are."""

TABLE_LEFT_OUT: Final = "The words of the articles, other than names, are left out of this package."


def without_words(table: Table) -> Table:
    """The table of a package that leaves words out: no cell of theirs is required, and descriptions say so.

    >>> from summitry.schema import table_schema
    >>> without_words(table_schema("paragraphs")).field("text").required
    False
    """
    marked = {each.name for each in table.fields if leaves_out(each)}
    if not marked:
        return table
    told = table.descriptor
    fields = [
        optional(field, table.field(field["name"])) if field["name"] in marked else field
        for field in told["fields"]
    ]
    description = f"{told['description']} {TABLE_LEFT_OUT}"
    return table_of(Path(f"{table.name}.json"), {**told, "description": description, "fields": fields})


def leaves_out(field: Field) -> bool:
    """Whether cells of a column are emptied, and not only reworded, where words are left out."""
    return field.words is not None and field.words.within is None


def optional(told: Mapping[str, Any], field: Field) -> dict[str, Any]:
    """A field that need not be filled."""
    words = field.words
    every = words is not None and (words.where, words.unless, words.cell) == (None, None, None)
    asked = {name: limit for name, limit in told.get("constraints", {}).items() if name != "required"}
    found = {**told, "description": f"{told['description']} {LEFT_OUT[every]}"}
    found.pop("constraints", None)
    return found | ({"constraints": asked} if asked else {})
