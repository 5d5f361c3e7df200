"""Rows beside each other and beside those of other tables: keys, order, and the words that they copy."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from oracle_cells import UNKNOWN, value_of
from oracle_form import fields_of, schema_of


class Undecided(Exception):  # no error: what it names cannot be known
    """What a rule asks for is not known: a cell not of its type, a row not there or twice, a table unread."""


@dataclass
class Row:
    """A row whose cells can be asked for by column."""

    table: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column):
        about = fields_of(self.table)[column]
        value = value_of(about, self.cells.get(column, ""))
        if value is UNKNOWN or (value is None and about.get("required")):
            raise Undecided
        return value


@dataclass
class World:
    """The tables of a package."""

    sheets: dict
    raw: dict = field(default_factory=dict)
    """The bytes of raw files by path."""

    @cached_property
    def tables(self):
        """The rows of each table."""
        return {
            name: [Row(name, line, cells) for line, cells in sheet.lines.items()]
            for name, sheet in self.sheets.items()
        }

    def all(self, table):
        """The rows of a table that could be read as a whole."""
        if not self.sheets[table].whole:
            raise Undecided
        return self.tables[table]

    @cached_property
    def indexes(self):
        """Rows by value, for each column that was asked for."""
        return {}

    def where(self, table, column, value):
        """The rows of a table with a value in a column."""
        if (table, column) not in self.indexes:
            found = defaultdict(list)
            for row in self.all(table):
                try:
                    found[row[column]].append(row)
                except Undecided:
                    found[UNKNOWN].append(row)
            self.indexes[table, column] = found
        found = self.indexes[table, column]
        if found[UNKNOWN]:
            raise Undecided
        return found[value]

    def keys(self, table, key):
        """The rows of a table by the cells of a column."""
        if table not in self.by_key:
            found = self.by_key[table] = {}
            for row in self.tables[table]:
                found.setdefault(row.cells[key], []).append(row)
        return self.by_key[table]

    @cached_property
    def by_key(self):
        """Rows by their keys, for each table that was asked for."""
        return {}

    def one(self, table, value):
        """The row of a table with this key."""
        (key,) = schema_of(table)["primaryKey"]
        self.all(table)
        found = self.keys(table, key).get(value, ())
        if len(found) != 1:
            raise Undecided
        return found[0]


def repeated(sheet):
    """The lines whose key, or value in a unique column, an earlier line has, with the rule."""
    schema = schema_of(sheet.name)
    primary = schema["primaryKey"]
    unique = [
        [name] for name, about in fields_of(sheet.name).items() if about.get("unique") and [name] != primary
    ]
    for rule, key in [("primary-key", primary), *(("unique", key) for key in unique)]:
        seen = set()
        for line, cells in sheet.lines.items():
            found = tuple(cells.get(name, "") for name in key)
            if all(found) and found in seen:
                yield line, rule
            seen.add(found)


def dangling(world, name):
    """The places of a table that lead to a row that is not there: line and column."""
    for key in schema_of(name).get("foreignKeys", ()):
        (column,), (theirs,) = key["fields"], key["reference"]["fields"]
        target = world.sheets[key["reference"].get("resource", name)]
        if target.whole and column in world.sheets[name].columns:
            known = {cells[theirs] for cells in target.lines.values()}
            for line, cells in world.sheets[name].lines.items():
                if cells[column] and cells[column] not in known:
                    yield line, column


def place_of_article(world, key):
    """Where an article stands among the others."""
    article = world.one("articles", key)
    return article["published_on"], article["article_id"]


def place_of_paragraph(world, key):
    """Where a paragraph stands in the text of all articles."""
    paragraph = world.one("paragraphs", key)
    place = *place_of_article(world, paragraph["article_id"]), paragraph["position"]
    for other in world.where("paragraphs", "article_id", paragraph["article_id"]):
        if other["position"] == paragraph["position"] and other is not paragraph:
            raise Undecided
    return place


def in_text(key):
    """How rows sort that point at the text."""
    return [
        lambda world, row: place_of_paragraph(world, row["paragraph_id"]),
        lambda _, row: row["start"],
        lambda _, row: row["end"],
        lambda _, row: row[key],
    ]


def by(*columns):
    """How rows sort by their own columns."""
    return [lambda _, row, column=column: row[column] for column in columns]


ORDER = {
    "articles": by("published_on", "article_id"),
    "paragraphs": [lambda world, row: place_of_article(world, row["article_id"]), *by("position")],
    "entities": by("entity_id"),
    "mentions": in_text("mention_id"),
    "quotes": in_text("quote_id"),
    "speakers": by("quote_id", "entity_id"),
    "meetings": by("meeting_id"),
    "participants": by("meeting_id", "entity_id"),
    "reports": in_text("report_id"),
    "evidence": by("table", "row_id", "field", "value", "evidence_id"),
}
"""By what the rows of each table follow each other (TABLES.md, “Every cell”)."""


def is_misplaced(world, above, row):
    """Whether a row should stand before the one above it."""
    for part in ORDER[row.table]:
        first, second = part(world, above), part(world, row)
        if first != second:
            return second < first
    return False


SPANS = {
    "mentions": [("text", "paragraph_id", "start", "end")],
    "quotes": [
        ("text", "paragraph_id", "start", "end"),
        ("speaker_text", "speaker_paragraph_id", "speaker_start", "speaker_end"),
        ("cue", "paragraph_id", "cue_start", "cue_end"),
    ],
    "reports": [("text", "paragraph_id", "start", "end")],
}
WRITTEN = {
    "mentions": ["title"],
    "quotes": ["addressee"],
    "reports": ["date_text", "place_text"],
}


def is_untrue(world, row, span):
    """Whether the words of a row are not what stands at their offsets."""
    words, paragraph, start, end = (row[column] for column in span)
    if None in {words, paragraph, start, end}:
        return False
    text = world.one("paragraphs", paragraph)["text"]
    return not 0 <= start < end <= len(text) or text[start:end] != words


def is_unwritten(world, row, column):
    """Whether words given as written stand nowhere in the article."""
    if (words := row[column]) is None:
        return False
    own = world.one("paragraphs", row["paragraph_id"])
    if words in own["text"]:
        return False
    siblings = world.where("paragraphs", "article_id", own["article_id"])
    return words not in " ".join(each["text"] for each in sorted(siblings, key=lambda each: each["position"]))
