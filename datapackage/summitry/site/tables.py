"""A page for each table, with search, sort and filter, and the rows in files beside it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, TypeAlias

from summitry.bounds import SITE_STATIC_ROWS
from summitry.errors import InvalidTables
from summitry.paths import name_of
from summitry.schema import Field
from summitry.site.addresses import address, page_of, row_of
from summitry.site.pages import Pages
from summitry.site.parts import write_parts
from summitry.site.store import Row, Store

Cell: TypeAlias = "str | int | float | Linked | None"
"""A value, or a text that leads somewhere."""

Linked: TypeAlias = "list[str | None]"
"""A text that leads somewhere, in the short form of the files, which `table.js` spells out.

In the column of the words: the text, the name of the article's page, and the name of the row whose words
they are where that is not the row itself; or the text, none, and an address. In other columns: the text, and
the name of its page where that is another.
"""

IN_TEXT: Final = (
    "SELECT x.*, x.text AS w_text, p.article_id AS w_article, x.{0}_id AS w_key, '{0}' AS w_kind FROM {0}s x"
)
FIRST_REPORT: Final = """
LEFT JOIN reports w ON w.rowid = (SELECT min(rowid) FROM reports WHERE meeting_id = x.meeting_id)
LEFT JOIN paragraphs p ON p.paragraph_id = w.paragraph_id
"""
OF_REPORT: Final = "w.text AS w_text, p.article_id AS w_article, w.report_id AS w_key, 'report' AS w_kind"

ROWS: Final = {
    "articles": """
        SELECT x.*, h.heading AS w_text, x.article_id AS w_article, NULL AS w_key, NULL AS w_kind
        FROM articles x JOIN headings h USING (article_id)""",
    "paragraphs": """
        SELECT x.*, x.text AS w_text, x.article_id AS w_article, x.paragraph_id AS w_key,
        'paragraph' AS w_kind FROM paragraphs x""",
    "entities": """
        SELECT x.*, w.text AS w_text, p.article_id AS w_article, w.mention_id AS w_key, 'mention' AS w_kind
        FROM entities x
        LEFT JOIN mentions w ON w.rowid = (SELECT min(rowid) FROM mentions WHERE entity_id = x.entity_id)
        LEFT JOIN paragraphs p ON p.paragraph_id = w.paragraph_id""",
    **{
        f"{kind}s": f"{IN_TEXT.format(kind)} LEFT JOIN paragraphs p USING (paragraph_id)"
        for kind in ("mention", "quote", "report")
    },
    "speakers": """
        SELECT x.*, q.text AS w_text, p.article_id AS w_article, q.quote_id AS w_key, 'quote' AS w_kind
        FROM speakers x JOIN quotes q USING (quote_id) LEFT JOIN paragraphs p USING (paragraph_id)""",
    "meetings": f"SELECT x.*, {OF_REPORT} FROM meetings x {FIRST_REPORT}",  # noqa: S608  # words of ours
    "participants": f"SELECT x.*, {OF_REPORT} FROM participants x {FIRST_REPORT}",  # noqa: S608  # the same
    "evidence": """
        SELECT x.*, substr(p.text, x.start + 1, x."end" - x.start) AS w_text, p.article_id AS w_article,
        x.evidence_id AS w_key, 'evidence' AS w_kind FROM evidence x
        LEFT JOIN paragraphs p USING (paragraph_id)""",
}
"""The rows of each table with the words that they rest on: text, article, and the row whose they are."""

OWN: Final = {
    **{f"{kind}s": (kind, f"{kind}_id") for kind in ("paragraph", "mention", "quote", "report")},
    "speakers": ("quote", "quote_id"),
    "evidence": ("evidence", "evidence_id"),
    "entities": ("mention", ""),
    "meetings": ("report", ""),
    "participants": ("report", ""),
    "articles": ("", ""),
}
"""What sort of row the words of a table belong to, and the column that says which, if one does."""

LINKED: Final = {
    "article_id": "article",
    "entity_id": "entity",
    "place_id": "entity",
    "meeting_id": "meeting",
    "country_code": "country",
}
"""Columns whose values have pages."""

FOR_PROGRAMS: Final = re.compile(
    r"(?:\w+_)?(?:start|end|paragraph_id)|(?:mention|quote|report|evidence|continues)_id|sha256|source|changes"
)
"""Columns that say nothing to a reader who has the words beside them: they are shown when they are wanted."""

CHOSEN_FROM: Final = ("agency", "language", "country_code", "table", "field")
"""Columns of few values that a reader chooses from, besides those whose schema lists them."""

PLACE_OF_TEXT: Final = """
SELECT p.article_id FROM {0}s x JOIN paragraphs p USING (paragraph_id) WHERE x.{0}_id = ?
"""


def write_tables(store: Store, pages: Pages) -> None:
    """Write the list of the tables."""
    tables = [(table, store.count(name)) for name, table in store.tables.items()]
    pages.write("tables.html", "tables.html", tables=tables)


def write_table(store: Store, pages: Pages, name: str) -> None:
    """Write the page and the files of a table."""
    table = store.tables[name]
    # the words come first and are the text of a row, which need not stand twice
    fields = [field for field in table.fields if field.name != "text"]
    sizes = write_parts(pages, name, rows_of(store, name, fields))
    kind, key = OWN[name]
    first = islice(rows_of(store, name, fields), SITE_STATIC_ROWS)
    pages.write(
        f"tables/{name}.html",
        "table.html",
        table=table,
        columns=[
            (field, LINKED.get(field.name, ""), bool(FOR_PROGRAMS.fullmatch(field.name))) for field in fields
        ],
        choices=list(choices_of(store, name, fields)),
        day=next((field for field in fields if field.type == "date"), None),
        parts=len(sizes),
        count=sum(sizes),
        kind=kind,
        key=key,
        first=[list(spelled(row, name, fields)) for row in first],
    )


def choices_of(store: Store, name: str, fields: list[Field]) -> Iterator[tuple[Field, list[str]]]:
    """Yield the columns that rows are chosen by, with their values."""
    for field in fields:
        if field.enum:
            yield field, list(field.enum)
        elif field.type == "boolean":
            yield field, ["true", "false"]
        elif field.name in CHOSEN_FROM:
            select = (
                f'SELECT DISTINCT "{field.name}" FROM "{name}" WHERE "{field.name}" IS NOT NULL ORDER BY 1'  # noqa: S608  # names of ours
            )
            yield field, [str(row[0]) for row in store.rows(select)]


def rows_of(store: Store, name: str, fields: list[Field]) -> Iterator[list[Cell]]:
    """Yield the cells of each row, the words that it rests on before the others."""
    for row in store.each(f"{ROWS[name]} ORDER BY x.rowid"):
        yield [words_cell(store, name, row), *(cell_of(field, row) for field in fields)]


def words_cell(store: Store, name: str, row: Row) -> Linked:
    """The words that a row rests on; where there are none, the address of what is told of it."""
    if row["w_article"] is None:
        return ["no words", None, "../" + untold(store, name, row)]
    found: Linked = [row["w_text"] or place_of(row), name_of(row["w_article"])]
    key = row["w_key"]
    if key and (not (own := OWN[name][1]) or key != row[own] or name_of(key) != key):
        found.append(name_of(key))
    return found


def place_of(row: Row) -> str:
    """Where the words of a row stand, for a package that leaves them out."""
    told = "start" in row.keys() and row["start"] is not None  # noqa: SIM118  # a row iterates over its cells
    return f"text[{row['start']}:{row['end']}]" if told else "words"


def cell_of(field: Field, row: Row) -> Cell:
    """The value of a cell as it is shown, with the name of its page where that is another."""
    value: str | int | float | None = row[field.name]
    if value is None:
        return None
    if field.type == "boolean":
        return "true" if value else "false"
    if kind := LINKED.get(field.name):
        key = str(value)
        plain = key.lower() if kind == "country" else key
        return [key] if name_of(plain) == plain else [key, name_of(plain)]
    return value


def spelled(
    row: list[Cell], name: str, fields: list[Field]
) -> Iterator[tuple[str | int | float | None, str]]:
    """Yield the text and the address of each cell, as `table.js` does."""
    [words, *cells] = row
    assert isinstance(words, list)
    kind, key = OWN[name]
    text, page, *given = words
    if page is None:
        yield text, str(given[0])
    else:
        known = {field.name: cell for field, cell in zip(fields, cells, strict=True)}
        anchor = f"w-{kind}-{given[0] if given else known[key]}" if kind else None
        yield text, address(f"../article/{page}.html", anchor)
    for field, cell in zip(fields, cells, strict=True):
        if isinstance(cell, list):
            page = cell[-1] if len(cell) > 1 else str(cell[0])
            kind = LINKED[field.name]
            yield cell[0], f"../{kind}/{str(page).lower() if kind == 'country' else page}.html"
        else:
            yield cell, ""


def untold(store: Store, name: str, row: Row) -> str:
    """The address of a row that rests on no words of an article."""
    if name != "evidence":
        key = "meeting" if name in {"meetings", "participants"} else "entity"
        return page_of(key, row[f"{key}_id"])
    anchor = row_of("evidence", row["evidence_id"])
    [key, *_] = row["row_id"].split(" ")
    match row["table"]:
        case "articles":
            return address(page_of("article", key), anchor)
        case "entities":
            return address(page_of("entity", key), anchor)
        case "meetings" | "participants":
            return address(page_of("meeting", key), anchor)
        case table:
            kind = "quote" if table == "speakers" else table.removesuffix("s")
            found = store.rows(PLACE_OF_TEXT.format(kind), key)
            if not found:
                raise InvalidTables(f"evidence: found the row_id {key!r}; expected a row of {table}")
            return address(page_of("article", found[0]["article_id"]), anchor)
