"""Write the golden articles as a data package: their truth as tables, each column as in `schemas/`.

Keys are made as in the tables of the program (a paragraph's key is the same in both), but entities and
meetings are those of one article: `article_id` says of which. Columns that no truth file tells are left out.
"""

import csv
import hashlib
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from summitry.package import DIALECT, PROFILES
from summitry.page import Dispatch
from summitry.read import paragraph_id, read_articles
from summitry.resolve.referents import slug_key
from summitry.rows import Refusal
from summitry.schema import schemas_folder

GOLDEN: Final = Path(__file__).parents[1] / "tests" / "golden"
CC0: Final = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "Creative Commons Zero 1.0",
}
OF_ARTICLE: Final = {
    "name": "article_id",
    "title": "Article",
    "description": "The golden article that the row is the truth of.",
    "type": "string",
    "example": "01_afp_geneva_canal",
    "constraints": {"required": True},
}
KEYED: Final = {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}}

TOLD: Final = (
    "articles", "paragraphs", "entities", "mentions", "quotes", "speakers", "meetings", "participants",
    "reports",
)  # fmt: skip
"""The tables that truth files tell: what their rows rest on is not among it."""

Row = dict[str, Any]
Truth = Mapping[str, Any]


def main() -> int:
    """Write the descriptor and the tables."""
    for path, content in files().items():
        (GOLDEN / path).parent.mkdir(exist_ok=True)
        (GOLDEN / path).write_bytes(content)
    return 0


def files() -> dict[str, bytes]:
    """Every file of the package by its place in it; the same at every call."""
    tables = all_rows()
    contents = {name: csv_of(columns_of(name), rows) for name, rows in tables.items()}
    resources = [resource_of(name, content) for name, content in contents.items()]
    listed = {f"tables/{name}.csv": content for name, content in contents.items()}
    text = json.dumps(descriptor_of(resources), ensure_ascii=False, indent=2) + "\n"
    return listed | {"datapackage.json": text.encode()}


def all_rows() -> dict[str, list[Row]]:
    """The rows of every table: articles by name, rows in reading order, entities and meetings by key."""
    tables: dict[str, list[Row]] = {name: [] for name in TOLD}
    for path in sorted(GOLDEN.glob("[0-9]*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        for name, rows in Article(path.stem, truth).tables().items():
            tables[name] += sorted(rows, key=lambda row: order_of(row, tables["paragraphs"]))
    return tables


def order_of(row: Row, paragraphs: Sequence[Row]) -> tuple[Any, ...]:
    """Where a row stands: by paragraph and offsets if it has them, else by its keys."""
    place = [one["paragraph_id"] for one in paragraphs].index(row["paragraph_id"]) if "start" in row else 0
    return (place, row.get("position", 0), row.get("start", 0), row.get("end", 0), *map(str, row.values()))


class Article:
    """One golden article: its paragraphs, and its truth as rows."""

    def __init__(self, name: str, truth: Truth) -> None:
        """Read the text; the truth counts its paragraphs as reading does."""
        (found,) = read_articles([GOLDEN / f"{name}.txt"])
        if isinstance(found, Refusal):
            sys.exit(str(found))
        self.name, self.truth, self.text = name, truth, found

    def tables(self) -> dict[str, list[Row]]:
        """The rows of this article, by table."""
        quotes = [self.quote(one) for one in self.truth["quotes"]]
        for row, one in zip(quotes, self.truth["quotes"], strict=True):
            row["continues_id"] = None if one["continues"] is None else quotes[one["continues"]]["quote_id"]
        return {
            "articles": [self.article(self.text)],
            "paragraphs": list(self.paragraphs(self.text)),
            "entities": [self.entity(one) for one in self.truth["entities"]],
            "mentions": [self.mention(one) for one in self.truth["mentions"]],
            "quotes": quotes,
            "speakers": list(self.speakers(quotes)),
            "meetings": [self.meeting(one) for one in self.truth["meetings"]],
            "participants": list(self.participants()),
            "reports": list(self.reports()),
        }

    def article(self, text: Dispatch) -> Row:
        """The row of the article itself."""
        told = {name: self.truth[name] for name in ("published_on", "agency", "dateline")}
        return {"article_id": self.name, "source": f"{self.name}.txt", "sha256": text.sha256} | told

    def paragraphs(self, text: Dispatch) -> Iterator[Row]:
        """Yield the rows of its paragraphs."""
        for position, passage in enumerate(text.passages, 1):
            key = paragraph_id(self.name, position)
            yield self.row(paragraph_id=key, position=position, text=passage.text)

    def entity(self, one: Truth) -> Row:
        """The row of an entity."""
        return self.row(entity_id=self.key(one["name"]), **one)

    def mention(self, one: Truth) -> Row:
        """The row of a mention; that of one of several has its entity in the key."""
        place = self.place(one["p"], one["text"], one.get("nth", 1))
        entity = self.key(one["entity"])
        alone = sum(self.same(one, other) for other in self.truth["mentions"]) == 1
        key = f"{place['paragraph_id']}-{place['start']}-{place['end']}"
        told = {name: one[name] for name in ("text", "form", "title")}
        return self.row(
            mention_id=key if alone else f"{key}-{slug_key(one['entity'])}", entity_id=entity, **place, **told
        )

    def quote(self, one: Truth) -> Row:
        """The row of a quote, but for what it continues."""
        place = self.place(one["p"], one["text"], one.get("nth", 1))
        said = self.place(one.get("speaker_p", one["p"]), one["speaker_text"], one.get("speaker_nth", 1))
        cue = self.place(one["p"], one["cue"], one.get("cue_nth", 1))
        told = {name: one[name] for name in ("kind", "text", "speaker_text", "cue", "addressee", "said_on")}
        return self.row(
            quote_id=f"{place['paragraph_id']}-q{place['start']}-{place['end']}",
            meeting_id=self.key(one["meeting"]),
            cue_start=cue["start"],
            cue_end=cue["end"],
            **{f"speaker_{name}": value for name, value in said.items()},
            **place,
            **told,
        )

    def speakers(self, quotes: Sequence[Row]) -> Iterator[Row]:
        """Yield who said each quote."""
        for row, one in zip(quotes, self.truth["quotes"], strict=True):
            for speaker in one["speakers"]:
                yield self.row(quote_id=row["quote_id"], entity_id=self.key(speaker))

    def meeting(self, one: Truth) -> Row:
        """The row of a meeting."""
        return self.row(meeting_id=self.key(one["label"]), place_id=self.key(one["place"]), **one)

    def participants(self) -> Iterator[Row]:
        """Yield who took part in each meeting."""
        for one in self.truth["meetings"]:
            for person in one["participants"]:
                key = self.key(person["entity"])
                yield self.row(meeting_id=self.key(one["label"]), entity_id=key, **person)

    def reports(self) -> Iterator[Row]:
        """Yield where each meeting is told."""
        for one in self.truth["meetings"]:
            for report in one["reports"]:
                place = self.place(report["p"], report["text"], report.get("nth", 1))
                key = f"{place['paragraph_id']}-r{place['start']}-{place['end']}"
                yield self.row(report_id=key, meeting_id=self.key(one["label"]), **place, **report)

    def row(self, **cells: Any) -> Row:  # noqa: ANN401  # the cells of any table
        """A row of this article."""
        return {"article_id": self.name} | cells

    def key(self, name: str | None) -> str | None:
        """The key of an entity or a meeting of this article."""
        return f"{self.name}-{slug_key(name)}" if name else None

    def place(self, position: int, text: str | None, nth: int) -> Row:
        """Where an occurrence of a text in a paragraph stands; nowhere, if there is no text."""
        if not text:
            return {"paragraph_id": None, "start": None, "end": None}
        starts = [
            found.start() for found in re.finditer(re.escape(text), self.text.passages[position - 1].text)
        ]
        start = starts[nth - 1]
        return {"paragraph_id": paragraph_id(self.name, position), "start": start, "end": start + len(text)}

    @staticmethod
    def same(one: Truth, other: Truth) -> bool:
        """Whether two mentions are the same stretch of text."""
        return all(one.get(name, 1) == other.get(name, 1) for name in ("p", "text", "nth"))


LEFT_OUT: Final[Mapping[str, frozenset[str]]] = {
    "articles": frozenset(
        {
            "title",
            "byline",
            "url",
            "language",
            "paragraph_count",
            "word_count",
            "changes",
            "story_id",
            "date_source",
        }
    ),
    "entities": frozenset({"position", "wikidata_id", "geonames_id", "mention_count", "article_count"}),
    "mentions": frozenset({"confidence"}),
    "speakers": frozenset({"mention_id", "confidence"}),
    "meetings": frozenset({"name", "participant_count", "article_count", "conflict", "confidence"}),
    "participants": frozenset({"position"}),
}
"""The columns that no truth file tells, but for `REVIEWED`."""

REVIEWED: Final = "reviewed"
"""Whether a person has looked at a row: no table of truth needs to say so, for each of its rows was."""


def schema_of(name: str) -> Row:
    """The Table Schema of a table: that of `schemas/` without what is left out, and with the article."""
    schema: Row = json.loads((schemas_folder() / f"{name}.json").read_text(encoding="utf-8"))
    left_out = LEFT_OUT.get(name, frozenset()) | {REVIEWED}
    fields = [field for field in schema["fields"] if field["name"] not in left_out]
    keys = [key for key in schema.get("foreignKeys", []) if not left_out & set(key["fields"])]
    if "article_id" not in {field["name"] for field in fields}:
        fields, keys = [OF_ARTICLE, *fields], [KEYED, *keys]
    schema.pop("foreignKeys", None)
    return schema | {"fields": fields} | ({"foreignKeys": keys} if keys else {})


def columns_of(name: str) -> list[str]:
    """The columns of a table, in order."""
    return [field["name"] for field in schema_of(name)["fields"]]


def csv_of(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A table as bytes: UTF-8, LF, an empty cell for null."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def resource_of(name: str, content: bytes) -> Row:
    """What the descriptor says of a table."""
    schema = schema_of(name)
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": name,
        "type": "table",
        "title": schema["title"],
        "path": f"tables/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": DIALECT,
        "schema": schema,
        "licenses": [CC0],
    }


def descriptor_of(resources: Sequence[Row]) -> Row:
    """The descriptor of the package; nothing in it comes from the clock."""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "summitry-golden",
        "title": "Invented news articles with their full truth: who met whom, and who said what",
        "description": (
            "News articles with invented people and events, and every row that a reader of them must find: "
            "mentions, entities, quotes, speakers, meetings, participants and reports. Made by hand, as "
            "`GUIDE.md` says. `start` and `end` count Unicode code points in `paragraphs.text`."
        ),
        "keywords": ["news", "quotations", "meetings", "annotated corpus", "information extraction"],
        "contributors": [{"title": "The summitry authors", "roles": ["creator"]}],
        "licenses": [CC0],
        "resources": list(resources),
    }


if __name__ == "__main__":
    sys.exit(main())
