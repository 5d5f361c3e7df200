"""What a person filled in, as corrections."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, get_args

from summitry.curated.rows import Fact, Property
from summitry.curated.writing import faults_of
from summitry.review.candidates import VERDICTS, Line
from summitry.review.entities import NOBODY, named
from summitry.site.store import Store

UNSAID: Final = "looked at in a review"
"""Why, where a person has not said it."""
PLACE: Final = ("paragraph_id", "start", "end", "text")

Rows = dict[str, list[dict[str, Any]]]
"""New rows of the correction files, by name."""
Found = Iterator[tuple[str, dict[str, Any]]]


class Answers:
    """The answers of a review, taken one after the other; what cannot be taken is told."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.rows: Rows = defaultdict(list)
        self.problems: list[str] = []
        self._voices: dict[tuple[str, ...], dict[str, None]] = {}
        self._reasons: dict[tuple[str, ...], str] = {}

    def _keep(self, file: str, row: dict[str, Any], why: str) -> None:
        """Keep a new row, if it is a correction."""
        row |= {"why": why or UNSAID}
        if faults := faults_of(file, row):
            raise ValueError("; ".join(faults))
        self.rows[file].append(row)

    def take(self, number: int, line: Line) -> None:
        """Take one line."""
        try:
            for file, row in self._corrections(line):
                self._keep(file, row, line.why)
        except ValueError as error:
            self.problems.append(f"line {number}: {error}")

    def _expect_here(self, line: Line) -> None:
        """Stop where the words of a line are not those of this package."""
        if line.table == "entities":
            return
        query = "SELECT text FROM paragraphs WHERE paragraph_id = ?"
        texts = [row["text"] for row in self._store.rows(query, line.paragraph_id)]
        if not texts:
            raise ValueError(f"paragraph_id: found “{line.paragraph_id}”; expected one of this package")
        figures = line.start.isdecimal() and line.end.isdecimal()
        if texts[0] is not None and figures and texts[0][int(line.start) : int(line.end)] != line.text:
            raise ValueError(f"text: found “{line.text}”; expected the words at that place in this package")

    def _corrections(self, line: Line) -> Found:
        """Yield the corrections of a line."""
        if line.verdict not in {*VERDICTS, ""}:
            raise ValueError(f"verdict: found “{line.verdict}”; expected right, wrong or nothing")
        if line.table not in TAKEN:
            raise ValueError(f"table: found “{line.table}”; expected one of {', '.join(TAKEN)}")
        self._expect_here(line)
        if line.verdict == "right":
            if line.instead:
                raise ValueError(f"found “{line.instead}” instead of a row that is right; expected nothing")
            yield "rows.csv", judged(line)
            return
        yield from TAKEN[line.table](self, line)

    def _entity(self, said: str) -> tuple[str, Found]:
        """The id of an entity that was named by its id or name, and what makes a new one known."""
        try:
            found = named(self._store.each, said)
        except ValueError as error:
            raise ValueError(f"instead: {error}") from error
        return found.id, (("entities.csv", cells) for cells in found.cells)

    def _mention(self, line: Line) -> Found:
        """Yield whom a name means instead; nobody that is known, if it is not said."""
        entity = ""
        if line.instead and line.instead.lower() != NOBODY:
            entity, new = self._entity(line.instead)
            yield from new
        yield "names.csv", place(line) | {"entity_id": entity}

    def _speaker(self, line: Line) -> Found:
        """Yield what makes a new speaker known; who says a quote is told when all its lines are taken."""
        at = (line.paragraph_id, line.start, line.end, line.text)
        voices = self._voices.setdefault(at, dict.fromkeys(self._speakers(*at)))
        voices.pop(line.entity_id, None)
        self._reasons[at] = line.why
        if line.instead and line.instead.lower() != NOBODY:
            entity, new = self._entity(line.instead)
            yield from new
            voices[entity] = None

    def _speakers(self, *at: str) -> list[str]:
        """Who says the quote at a place now."""
        query = """
            SELECT s.entity_id FROM speakers s JOIN quotes q USING (quote_id)
            WHERE q.paragraph_id = ? AND q.start = ? AND q."end" = ? AND q.text = ? ORDER BY s.rowid
        """
        return [row["entity_id"] for row in self._store.rows(query, *at)]

    def finish(self) -> None:
        """Tell who says the quotes of which a speaker was wrong."""
        for at, voices in self._voices.items():
            words = dict(zip(PLACE, at, strict=True))
            for entity in voices or {"": None}:
                self._keep("speakers.csv", words | {"entity_id": entity}, self._reasons[at])

    def _meeting(self, line: Line) -> Found:
        """Yield a fact of a meeting, or that there was none."""
        if not line.field and not line.instead:
            yield "rows.csv", judged(line)
            return
        if line.field not in get_args(Fact):
            raise ValueError(f"field: found “{line.field}”; expected one of {', '.join(get_args(Fact))}")
        value = line.instead.lower() if line.field in {"status", "kind"} else line.instead
        if line.field in {"place_id", "participant"} and value:
            value, new = self._entity(value)
            yield from new
        yield "meetings.csv", place(line) | {"field": line.field, "value": value}

    def _entity_cell(self, line: Line) -> Found:
        """Yield a cell of an entity, or which other it is."""
        if line.field == "into":
            into, new = self._entity(line.instead)
            yield from new
            yield "identities.csv", {"entity_id": line.entity_id, "article_id": line.article, "into": into}
        elif line.field in get_args(Property):
            yield "entities.csv", {"entity_id": line.entity_id, "field": line.field, "value": line.instead}
        else:
            known = ", ".join(["into", *get_args(Property)])
            raise ValueError(f"field: found “{line.field}”; expected one of {known}")

    def _other(self, line: Line) -> Found:
        """Yield that a row should not be there."""
        if line.instead:
            raise ValueError(f"instead: found “{line.instead}”; expected nothing in a line of {line.table}")
        yield "rows.csv", judged(line)


TAKEN: Final[Mapping[str, Callable[[Answers, Line], Found]]] = {
    "mentions": Answers._mention,  # noqa: SLF001  # its own
    "speakers": Answers._speaker,  # noqa: SLF001
    "meetings": Answers._meeting,  # noqa: SLF001
    "entities": Answers._entity_cell,  # noqa: SLF001
    "quotes": Answers._other,  # noqa: SLF001
    "participants": Answers._other,  # noqa: SLF001
    "reports": Answers._other,  # noqa: SLF001
}
"""What becomes of a line that is not right."""


def place(line: Line) -> dict[str, str]:
    """The words that a line is about."""
    return {name: getattr(line, name) for name in PLACE}


def judged(line: Line) -> dict[str, str]:
    """That the row of a line is right or wrong."""
    words = place(line) if line.table != "entities" else {}
    entity = line.entity_id if line.table in {"speakers", "participants", "entities", "mentions"} else ""
    return {"table": line.table, **words, "entity_id": entity, "verdict": line.verdict or "wrong"}


def answers_of(store: Store, lines: Iterable[tuple[int, Line]]) -> tuple[Rows, list[str]]:
    """The new rows of the correction files, and what could not be taken."""
    answers = Answers(store)
    for number, line in lines:
        answers.take(number, line)
    answers.finish()
    return answers.rows, answers.problems
