"""Rows as lines that a person can compare: those that a golden article must give, and those that it gives."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from summitry import together
from summitry.pipeline import readings_of
from summitry.read import read_articles
from summitry.rows import Meeting, Mention, Quote, Refusal, Report, Tables
from summitry.settings import MODEL

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))
TABLES = ("articles", "entities", "mentions", "quotes", "meetings", "participants", "reports")

UNSOLVED = GOLDEN / "unsolved.csv"

Lines = dict[str, list[str]]


class Difference(NamedTuple):
    """One row that an article must give and does not (missing), or gives and must not (extra)."""

    article: str
    table: str
    side: Literal["missing", "extra"]
    line: str


@cache
def tables_of(path: Path) -> Tables:
    """The tables of one article alone."""
    dispatches = []
    for found in read_articles([path]):
        assert not isinstance(found, Refusal), found
        dispatches.append(found)
    return together.tables_of(list(readings_of(dispatches, MODEL)))


def line(*cells: object) -> str:
    """One row as a line."""
    return " | ".join("" if cell is None else str(cell) for cell in cells)


class Known(NamedTuple):
    """What the rows of an article's tables are shown by, each by its id."""

    position: dict[str, int]
    names: dict[str, str]
    meetings: dict[str, str]
    starts: dict[str, str]
    speakers: dict[str, str]

    def at(self, row: Mention | Quote | Report) -> str:
        """Where a row begins."""
        return f"p{self.position[row.paragraph_id]}@{row.start}"


def known_of(tables: Tables) -> Known:
    """The labels of paragraphs, entities, meetings, quotes and speakers."""
    position = {row.paragraph_id: row.position for row in tables.paragraphs}
    names = {row.entity_id: row.name for row in tables.entities}
    said: dict[str, list[str]] = {}
    for speaker in tables.speakers:
        said.setdefault(speaker.quote_id, []).append(names[speaker.entity_id])
    return Known(
        position,
        names,
        {row.meeting_id: label_found(row, tables, names) for row in tables.meetings},
        {row.quote_id: f"p{position[row.paragraph_id]}@{row.start}" for row in tables.quotes},
        {quote: ", ".join(sorted(people)) for quote, people in said.items()},
    )


def lines_found(tables: Tables) -> Lines:
    """The rows of an article's tables."""
    known = known_of(tables)
    return {
        "articles": [line(row.published_on, row.agency, row.dateline) for row in tables.articles],
        "entities": [line(row.name, row.type, row.country_code) for row in tables.entities],
        "mentions": [mention_line(row, known) for row in tables.mentions],
        "quotes": [quote_line(row, known) for row in tables.quotes],
        "meetings": [meeting_line(row, known) for row in tables.meetings],
        "participants": [
            line(known.meetings[row.meeting_id], known.names[row.entity_id], row.role, row.country_code)
            for row in tables.participants
        ],
        "reports": [
            line(known.meetings[row.meeting_id], known.at(row), row.text, row.date_text, row.place_text)
            for row in tables.reports
        ],
    }


def mention_line(row: Mention, known: Known) -> str:
    """One mention as a line."""
    return line(known.at(row), row.text, known.names.get(row.entity_id or ""), row.form, row.title)


def quote_line(row: Quote, known: Known) -> str:
    """One quote as a line."""
    return line(
        known.at(row),
        row.kind,
        row.text,
        row.speaker_text,
        known.speakers.get(row.quote_id),
        row.cue,
        row.addressee,
        row.said_on,
        known.meetings.get(row.meeting_id or ""),
        known.starts.get(row.continues_id or ""),
    )


def meeting_line(row: Meeting, known: Known) -> str:
    """One meeting as a line."""
    rest = (row.date_precision, row.venue, row.country_code, row.delegation, row.meeting_count)
    return line(known.meetings[row.meeting_id], *rest)


def label_found(row: Meeting, tables: Tables, names: Mapping[str, str]) -> str:
    """What tells a meeting from others for a reader: kind, status, days, place, people."""
    people = [names[one.entity_id] for one in tables.participants if one.meeting_id == row.meeting_id]
    where = names.get(row.place_id or "")
    return label(f"{row.status} {row.kind}", f"{row.start_date}/{row.end_date}", where, people)


def label_true(told: Mapping[str, Any]) -> str:
    """The same of a meeting in a truth file."""
    people = [person["entity"] for person in told["participants"]]
    days = f"{told['start_date']}/{told['end_date']}"
    return label(f"{told['status']} {told['kind']}", days, told["place"], people)


def label(what: str, days: str, where: str | None, people: list[str]) -> str:
    """The same from its parts."""
    return f"{what} {days} in {where}: {', '.join(sorted(people))}"


def lines_true(name: str) -> Lines:
    """The rows that a golden article must give."""
    truth = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    texts = {row.position: row.text for row in tables_of(GOLDEN / f"{name}.txt").paragraphs}
    meetings = {one["label"]: label_true(one) for one in truth["meetings"]}
    rest = ("date_precision", "venue", "country_code", "delegation", "meeting_count")
    return {
        "articles": [line(truth["published_on"], truth["agency"], truth["dateline"])],
        "entities": [line(one["name"], one["type"], one["country_code"]) for one in truth["entities"]],
        "mentions": [
            line(place(texts, one), one["text"], one["entity"], one["form"], one["title"])
            for one in truth["mentions"]
        ],
        "quotes": list(quotes_true(truth, texts, meetings)),
        "meetings": [
            line(meetings[one["label"]], *(one[column] for column in rest)) for one in truth["meetings"]
        ],
        "participants": [
            line(meetings[one["label"]], person["entity"], person["role"], person["country_code"])
            for one in truth["meetings"]
            for person in one["participants"]
        ],
        "reports": [
            line(
                meetings[one["label"]],
                place(texts, report),
                report["text"],
                report["date_text"],
                report["place_text"],
            )
            for one in truth["meetings"]
            for report in one["reports"]
        ],
    }


def quotes_true(
    truth: Mapping[str, Any], texts: Mapping[int, str], meetings: Mapping[str, str]
) -> Iterator[str]:
    """Yield the quote rows that an article must give."""
    starts = [place(texts, one) for one in truth["quotes"]]
    for start, one in zip(starts, truth["quotes"], strict=True):
        yield line(
            start,
            one["kind"],
            one["text"],
            one["speaker_text"],
            ", ".join(sorted(one["speakers"])),
            one["cue"],
            one["addressee"],
            one["said_on"],
            meetings.get(one["meeting"] or ""),
            starts[one["continues"]] if one["continues"] is not None else None,
        )


def place(texts: Mapping[int, str], row: Mapping[str, Any]) -> str:
    """Where a row's text begins."""
    found = [match.start() for match in re.finditer(re.escape(row["text"]), texts[row["p"]])]
    assert len(found) >= row.get("nth", 1), f"paragraph {row['p']}: found no {row['text']!r}"
    return f"p{row['p']}@{found[row.get('nth', 1) - 1]}"


def differences(name: str, table: str) -> list[Difference]:
    """How a table of a golden article differs from its truth; a row that is due twice counts twice."""
    found = Counter(lines_found(tables_of(GOLDEN / f"{name}.txt"))[table])
    true = Counter(lines_true(name)[table])
    missing = [Difference(name, table, "missing", line) for line in (true - found).elements()]
    extra = [Difference(name, table, "extra", line) for line in (found - true).elements()]
    return sorted(missing) + sorted(extra)


def all_differences() -> Iterator[Difference]:
    """Yield what differs in all golden articles."""
    for name in NAMES:
        for table in TABLES:
            yield from differences(name, table)


def unsolved() -> list[tuple[Difference, str]]:
    """The differences that stand listed as not yet solved, each with its reason."""
    with UNSOLVED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [(Difference(*cells), reason) for *cells, reason in rows]


def write_unsolved(rows: Iterable[tuple[Difference, str]]) -> None:
    """Write the list of what is not yet solved."""
    with UNSOLVED.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*Difference._fields, "reason"])
        writer.writerows([*one, reason] for one, reason in rows)
