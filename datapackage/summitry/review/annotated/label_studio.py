"""Tasks as Label Studio exports them (`JSON`), with the annotations of a person."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from summitry.errors import UnreadableInput
from summitry.export.label_studio import FIELDS, TEXT
from summitry.export.marks import LABELS, SPEAKER, Mark, Marked, Sort
from summitry.page import Span
from summitry.review.annotated.articles import Annotated, Articles, Told, shown, span_in, text_of, unlike
from summitry.review.entities import NOBODY

EXPECTED: Final = "expected the export of Label Studio that is called JSON"
KEPT: Final = ("mention", "quote", "report")


def read_label_studio(path: Path, articles: Articles, told: Told) -> Iterator[Annotated]:
    """Yield each task that a person has annotated."""
    for number, task in enumerate(tasks_in(path), 1):
        article_id = str(task["data"].get("article_id"))
        where = f"task {task.get('id', number)} ({article_id})"
        results = results_of(where, task, told)
        was = articles.named(where, article_id, told) if results is not None else None
        if was is None or results is None:
            continue
        if problem := unlike(where, str(task["data"].get(TEXT)), was):
            told.problems.append(problem)
        else:
            yield Annotated(where, was, tuple(Regions(where, was, told).marks(results)))


def tasks_in(path: Path) -> list[dict[str, Any]]:
    """The tasks of an export."""
    try:
        tasks = json.loads(text_of(path, "tasks of Label Studio"))
    except ValueError as error:
        raise UnreadableInput(f"{path}: found {error}; {EXPECTED}") from error
    if not isinstance(tasks, list):
        raise UnreadableInput(f"{path}: found no list of tasks; {EXPECTED}")
    for number, task in enumerate(tasks, 1):
        if not (isinstance(task, dict) and isinstance(task.get("data"), dict)):
            raise UnreadableInput(f"{path}: found no data in task {number}; {EXPECTED}")
    return tasks


def results_of(where: str, task: dict[str, Any], told: Told) -> list[Any] | None:
    """What a person has annotated in a task; none where nobody has, or where it is not told which holds."""
    found = task.get("annotations")
    all_of = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    held = [each for each in all_of if not each.get("was_cancelled")]
    held = [each for each in held if each.get("ground_truth")] or held
    if len(held) > 1:
        told.problems.append(
            f"{where}: found {len(held)} annotations; expected one, or one marked as ground truth"
        )
    return list(held[0].get("result") or ()) if len(held) == 1 else None


class Regions:
    """The regions of a task, and what is said of them."""

    def __init__(self, where: str, was: Marked, told: Told) -> None:
        self.where, self.was, self.told = where, was, told
        self.labels: dict[tuple[str, Sort], tuple[Span, str]] = {}
        self.fields: dict[tuple[str, str], list[str]] = {}
        self.notes: dict[str, str] = {}
        self.relations: list[tuple[str, str]] = []

    def marks(self, results: list[Any]) -> Iterator[Mark]:
        """Yield the marks that the regions are."""
        for result in results:
            self.take(result)
        speakers: dict[str, list[str]] = {}
        for one, other in self.relations:
            self.relate(one, other, speakers)
        for (id_, sort), (span, label) in self.labels.items():
            said = self.fields.pop((id_, FIELDS.get(sort, "")), [])
            if sort == "mention" and len(said) > 1:
                place = f"{self.where}: “{shown(self.was.words(span))}”"
                self.told.problems.append(f"{place}: found {', '.join(said)}; expected one entity")
            voices = tuple(speakers.get(id_, ())) if sort == "quote" else ()
            yield Mark(mark_id(id_, sort), sort, span, label, tuple(said), voices, self.notes.get(id_, ""))
        for (_, field), said in self.fields.items():
            self.told.left.append(
                f"{self.where}: found “{', '.join(said)}” as {field} of nothing; expected it of a region"
            )

    def take(self, result: object) -> None:
        """Keep what a result says."""
        match result:
            case {"type": "relation", "from_id": str(one), "to_id": str(other), **rest}:
                if rest.get("labels") in (None, [], [SPEAKER]):
                    self.relations.append((one, other))
                else:
                    self.leave(f"a relation called {rest['labels']}")
            case {
                "id": str(id_),
                "from_name": "mention" | "quote" | "report" as sort,
                "value": dict(value),
                **rest,
            }:
                self.take_region(id_, sort, value)
                self.notes[id_] = note_in(rest.get("meta"))
            case {"id": str(id_), "from_name": str(field), "value": {"text": str() | list() as written}} if (
                field in FIELDS.values()
            ):
                said = [written] if isinstance(written, str) else [str(each) for each in written]
                self.fields[id_, field] = [one for each in said if (one := each.strip()) not in {"", NOBODY}]
            case {"from_name": name} | {"type": name}:
                self.leave(f"something called {name}")
            case _:
                self.told.problems.append(f"{self.where}: found {shown(str(result))}; expected a region")

    def leave(self, what: str) -> None:
        """Tell what has no place in the tables."""
        expected = f"{', '.join(KEPT)}, {', '.join(FIELDS.values())} or a relation {SPEAKER}"
        self.told.left.append(f"{self.where}: found {what}; expected {expected}")

    def take_region(self, id_: str, sort: Sort, value: dict[str, Any]) -> None:
        """Keep a region with its label."""
        match value:
            case {"start": int(start), "end": int(end), "labels": [str(label)]}:
                pass
            case _:
                found = f"found {shown(str(value))}"
                self.told.problems.append(f"{self.where}: {found}; expected start, end and one label")
                return
        words = value.get("text")
        span = placed(self.was, start, end, words if isinstance(words, str) else None)
        if span is None:
            found = f"found “{shown(str(words))}” at {start} to {end}"
            self.told.problems.append(
                f"{self.where}: {found}; expected words of one paragraph that stand there"
            )
        elif label in LABELS[sort]:
            self.labels[id_, sort] = (span, label)
        else:
            self.leave(f"a {sort} called {label}")

    def relate(self, one: str, other: str, speakers: dict[str, list[str]]) -> None:
        """Keep that a relation leads from a quote to a mention, whichever way it was drawn."""
        for quote, mention in ((one, other), (other, one)):
            if (quote, "quote") in self.labels and (mention, "mention") in self.labels:
                speakers.setdefault(quote, []).append(mark_id(mention, "mention"))
                return
        self.leave("a relation that does not lead from a quote to a mention")


def mark_id(id_: str, sort: Sort) -> str:
    """The id of a mark: a region can be of two sorts."""
    return f"{sort} {id_}"


def note_in(meta: object) -> str:
    """What a person has noted of a region."""
    text = meta.get("text") if isinstance(meta, dict) else None
    return (" ".join(map(str, text)) if isinstance(text, list) else str(text or "")).strip()


def placed(was: Marked, start: int, end: int, words: str | None) -> Span | None:
    """The stretch of a region; none if its words do not stand there.

    Offsets count code points; older versions counted units of UTF-16, which the words tell.
    """
    text = was.text
    if words is not None and text[start:end].split() != words.split():
        units = text.encode("utf-16-le")
        before, inside = units[: 2 * start], units[2 * start : 2 * end]
        if inside.decode("utf-16-le", "replace").split() != words.split():
            return None
        start = len(before.decode("utf-16-le", "replace"))
        end = start + len(inside.decode("utf-16-le", "replace"))
    return span_in(was, start, end)
