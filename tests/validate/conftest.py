"""A small package that keeps every promise, and the means to break one of them at a time."""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summitry.package import write_package
from summitry.rows import (
    Article,
    Entity,
    Meeting,
    Mention,
    Paragraph,
    Participant,
    Quote,
    Report,
    Speaker,
    Tables,
)
from summitry.validate import validate

TEXT = {
    "river-1": "President Ana Lund of Norland met Premier Émile Roche in Tarn on Thursday, officials said.",
    "river-2": "“We agree on the river,” Lund told reporters. “We will sign in June.”",
    "river-3": 'He said it was “a good day”, a "first", and called on Norland to wait.',
    "visit-1": "Roche will visit Norland in June, the Tarn Post reported.",
    "visit-2": "The two leaders have met three times since 2016, Lund said.",
}
TALKS, VISIT, SERIES = (
    "2019-05-16-tarn-ana-lund-emile-roche",
    "2019-06-norland-emile-roche",
    "since-2016-ana-lund-emile-roche",
)
THURSDAY = date(2019, 5, 16)


def placed(paragraph, words):
    """Start, end and words of a stretch of a paragraph."""
    start = TEXT[paragraph].index(words)
    return start, start + len(words), words


def mention(paragraph, words, entity_id, form="name", title=None):
    """A mention of an entity, with a key made of its place."""
    start, end, text = placed(paragraph, words)
    key = f"{paragraph}-m{start}-{entity_id or 'unlinked'}"
    return Mention(key, paragraph, start, end, text, entity_id, form, title)


MENTIONS = (
    mention("river-1", "Ana Lund", "ana-lund", title="President"),
    mention("river-1", "Norland", "norland"),
    mention("river-1", "Émile Roche", "emile-roche", title="Premier"),
    mention("river-1", "Tarn", "tarn"),
    mention("river-2", "Lund", "ana-lund"),
    mention("river-3", "He", "emile-roche", "pronoun"),
    mention("river-3", "Norland", "norland", "metonym"),
    mention("visit-1", "Roche", "emile-roche"),
    mention("visit-1", "Norland", "norland"),
    mention("visit-1", "Tarn Post", "tarn-post"),
    mention("visit-2", "The two leaders", "ana-lund", "nominal"),
    mention("visit-2", "The two leaders", "emile-roche", "nominal"),
    mention("visit-2", "Lund", "ana-lund"),
)


def quote(paragraph, kind, words, speaker, cue, addressee=None, meeting=None, continues=None, said_on=None):
    """A quote whose speaker and cue stand in its own paragraph."""
    start, end, text = placed(paragraph, words)
    speaker_start, speaker_end, speaker_text = placed(paragraph, speaker)
    cue_start, cue_end, _ = placed(paragraph, cue) if cue else (None, None, None)
    return Quote(
        f"{paragraph}-q{start}", paragraph, kind, start, end, text, speaker_text, paragraph, speaker_start,
        speaker_end, cue, cue_start, cue_end, addressee, said_on, meeting, continues,
    )  # fmt: skip


QUOTES = (
    quote("river-2", "direct", "We agree on the river,", "Lund", "told", "reporters", TALKS, None, THURSDAY),
    quote("river-2", "direct", "We will sign in June.", "Lund", None, None, TALKS, "river-2-q1", THURSDAY),
    quote("river-3", "mixed", "it was “a good day”", "He", "said"),
    quote("river-3", "indirect", "to wait", "He", "called on", "Norland"),
    quote("visit-2", "indirect", "The two leaders have met three times since 2016", "Lund", "said"),
)


def told(paragraph, meeting, words, when=None, where=None):
    """A report of a meeting."""
    start, end, text = placed(paragraph, words)
    return Report(f"{paragraph}-r{start}", meeting, paragraph, start, end, text, when, where)


REPORTS = (
    told("river-1", TALKS, "met Premier Émile Roche in Tarn on Thursday", "Thursday", "Tarn"),
    told("visit-1", VISIT, "will visit Norland in June", "June", "Norland"),
    told("visit-2", SERIES, "have met three times since 2016", "since 2016"),
)
PARTICIPANTS = (
    Participant(TALKS, "ana-lund", "visitor", "President of Norland", "NOR"),
    Participant(TALKS, "emile-roche", "host", "Premier", "FRA"),
    Participant(VISIT, "emile-roche", "visitor", None, "FRA"),
    Participant(SERIES, "ana-lund", "participant", None, None),
    Participant(SERIES, "emile-roche", "participant", None, None),
)


def article(article_id, published_on, title):
    """An article of the paragraphs that bear its name."""
    texts = [text for key, text in TEXT.items() if key.startswith(article_id)]
    words = sum(len(text.split()) for text in texts)
    sha256 = hashlib.sha256(raw(article_id).encode()).hexdigest()
    source = f"data/raw/{article_id}.txt"
    return Article(
        article_id, source, sha256, published_on, title, "NPA", "TARN", None, "en", len(texts), words, 0
    )


def raw(article_id):
    """The raw file of an article."""
    return "\n\n".join(text for key, text in TEXT.items() if key.startswith(article_id))


def entity(entity_id, name, kind, position=None, country=None, wikidata=None, geonames=None):
    """An entity with its counts."""
    mentions = [each for each in MENTIONS if each.entity_id == entity_id]
    articles = {each.paragraph_id.split("-")[0] for each in mentions}
    counts = len(mentions), len(articles)
    return Entity(entity_id, name, kind, position, country, wikidata, geonames, *counts)


def meeting(meeting_id, kind, status, start, end, precision, place=None, country=None, count=None):
    """A meeting with its counts."""
    participants = sum(each.meeting_id == meeting_id for each in PARTICIPANTS)
    return Meeting(
        meeting_id, f"A meeting: {kind}", kind, status, start, end, precision, place, None, country, None, count,
        participants, 1,
    )  # fmt: skip


def sound_tables():
    """Tables that keep every promise: two articles of invented people and countries."""
    return Tables(
        articles=(
            article("river", date(2019, 5, 17), "Lund and Roche agree, at last"),
            article("visit", date(2019, 5, 18), None),
        ),
        paragraphs=tuple(
            Paragraph(key, key.split("-")[0], int(key.split("-")[1]), text) for key, text in TEXT.items()
        ),
        entities=(
            entity("ana-lund", "Ana Lund", "person", "President of Norland", "NOR", "Q900001"),
            entity("emile-roche", "Émile Roche", "person", "Premier", "FRA"),
            entity("norland", "Norland", "place", "country", "NOR", "Q900002", 900001),
            entity("tarn", "Tarn", "place", "city", "FRA", None, 900002),
            entity("tarn-post", "Tarn Post", "organization", None, "FRA"),
        ),
        mentions=MENTIONS,
        quotes=QUOTES,
        speakers=(
            Speaker("river-2-q1", "ana-lund", "river-2-m25-ana-lund"),
            Speaker("river-2-q47", "ana-lund", "river-2-m25-ana-lund"),
            Speaker("river-3-q8", "emile-roche", "river-3-m0-emile-roche"),
            Speaker("river-3-q62", "emile-roche", "river-3-m0-emile-roche"),
            Speaker("visit-2-q0", "ana-lund", None),
        ),
        meetings=(
            meeting(TALKS, "talks", "held", THURSDAY, THURSDAY, "day", "tarn", "FRA"),
            meeting(VISIT, "visit", "planned", date(2019, 6, 1), date(2019, 6, 30), "month", "norland", "NOR"),
            meeting(SERIES, "other", "aggregate", date(2016, 1, 1), THURSDAY, "range", count=3),
        ),
        participants=PARTICIPANTS,
        reports=REPORTS,
    )


@dataclass(frozen=True)
class Parcel:
    """A package on the disk that a test can break; hashes and sizes are always made to fit again."""

    folder: Path

    @property
    def descriptor(self) -> dict[str, Any]:
        """What `datapackage.json` says."""
        found: dict[str, Any] = json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8"))
        return found

    def describe(self, change: Callable[[dict[str, Any]], object]) -> None:
        """Change the descriptor."""
        descriptor = self.descriptor
        change(descriptor)
        (self.folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")

    def file(self, table: str) -> Path:
        """The file of a table."""
        return self.folder / "data" / "tables" / f"{table}.csv"

    def rewrite(self, table: str, change: Callable[[bytes], bytes]) -> None:
        """Change the bytes of a table, with hash and size to match."""
        content = change(self.file(table).read_bytes())
        self.file(table).write_bytes(content)

        def restate(descriptor: dict[str, Any]) -> None:
            resource = next(each for each in descriptor["resources"] if each["name"] == table)
            resource["bytes"], resource["hash"] = len(content), f"sha256:{hashlib.sha256(content).hexdigest()}"

        self.describe(restate)

    def rows(self, table: str) -> list[list[str]]:
        """The cells of a table, header first."""
        return list(csv.reader(io.StringIO(self.file(table).read_text(encoding="utf-8"), newline="")))

    def put_rows(self, table: str, rows: list[list[str]]) -> None:
        """Write the cells of a table in canonical form."""
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.rewrite(table, lambda _: text.getvalue().encode())

    def put(self, table: str, line: int, column: str, value: str) -> str:
        """Write a cell, the header being line 1, and give what stood there."""
        rows = self.rows(table)
        at = rows[0].index(column)
        before, rows[line - 1][at] = rows[line - 1][at], value
        self.put_rows(table, rows)
        return before


def written(folder: Path) -> Parcel:
    """A sound package in a folder, raw files and all."""
    write_package(sound_tables(), folder)
    (folder / "data" / "raw").mkdir()
    for article_id in ("river", "visit"):
        (folder / "data" / "raw" / f"{article_id}.txt").write_bytes(raw(article_id).encode())
    return Parcel(folder)


@pytest.fixture
def parcel(tmp_path):
    """A sound package that the test may break."""
    return written(tmp_path / "package")


@pytest.fixture
def broken():
    """The rules that a package breaks, each with its places: (table, line, column)."""

    def found(parcel):
        places: dict[str, list[tuple[Any, ...]]] = {}
        for problem in validate(parcel.folder):
            places.setdefault(problem.rule, []).append((problem.table, problem.line, problem.column))
        return places

    return found
