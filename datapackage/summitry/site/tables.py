"""A page for each table, with search, sort and filter, and the rows in files beside it."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from summitry.bounds import SITE_STATIC_ROWS
from summitry.errors import InvalidTables
from summitry.schema import Field
from summitry.site.addresses import address, page_of, row_of, words_of
from summitry.site.pages import Pages
from summitry.site.parts import write_parts
from summitry.site.store import Row, Store

Cell = str | int | float | list[str] | None
"""A value, or a text and the address that it leads to."""

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

LINKED: Final = {
    "article_id": "article",
    "entity_id": "entity",
    "place_id": "entity",
    "meeting_id": "meeting",
    "country_code": "country",
}
"""Columns whose values have pages."""

PLACE_OF_TEXT: Final = """
SELECT p.article_id FROM {0}s x JOIN paragraphs p USING (paragraph_id) WHERE x.{0}_id = ?
"""


def write_tables(store: Store, pages: Pages) -> None:
    """Write the page and the files of each table, and the list of them."""
    for name in store.tables:
        write_table(store, pages, name)
    tables = [(table, store.count(name)) for name, table in store.tables.items()]
    pages.write("tables.html", "tables.html", tables=tables)


def write_table(store: Store, pages: Pages, name: str) -> None:
    """Write the page and the files of a table."""
    table = store.tables[name]
    # the words come first and are the text of a row, which need not stand twice
    fields = [field for field in table.fields if field.name != "text"]
    parts = write_parts(pages, name, rows_of(store, name, fields))
    pages.write(
        f"tables/{name}.html",
        "table.html",
        table=table,
        fields=fields,
        parts=parts,
        count=store.count(name),
        first=list(islice(rows_of(store, name, fields), SITE_STATIC_ROWS)),
    )


def rows_of(store: Store, name: str, fields: list[Field]) -> Iterator[list[Cell]]:
    """Yield the cells of each row, the words that it rests on before the others."""
    for row in store.each(f"{ROWS[name]} ORDER BY x.rowid"):
        yield [words_cell(store, name, row), *(cell_of(field, row) for field in fields)]


def words_cell(store: Store, name: str, row: Row) -> Cell:
    """The words that a row rests on, with their address; where there are none, what is told of it."""
    if row["w_article"] is None:
        return ["no words", "../" + untold(store, name, row)]
    anchor = words_of(row["w_kind"], row["w_key"]) if row["w_kind"] else None
    return [row["w_text"] or place_of(row), "../" + address(page_of("article", row["w_article"]), anchor)]


def place_of(row: Row) -> str:
    """Where the words of a row stand, for a package that leaves them out."""
    told = "start" in row.keys() and row["start"] is not None  # noqa: SIM118  # a row iterates over its cells
    return f"text[{row['start']}:{row['end']}]" if told else "words"


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


def cell_of(field: Field, row: Row) -> Cell:
    """The value of a cell as it is shown, with the page that it has."""
    value: str | int | float | None = row[field.name]
    if value is None:
        return None
    if field.type == "boolean":
        return "true" if value else "false"
    if kind := LINKED.get(field.name):
        return [str(value), "../" + page_of(kind, str(value))]
    return value
