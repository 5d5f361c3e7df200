"""An article before and after it was annotated, and what is known of the difference so far."""

from typing import Any, Final

from summitry.export.marks import Ask, Mark, Sort
from summitry.page import Span
from summitry.review.annotated.articles import Annotated, Told, shown
from summitry.review.entities import Named

TABLES: Final[dict[Sort, str]] = {"mention": "mentions", "quote": "quotes", "report": "reports"}
"""The table of the rows that a mark of each sort is."""


class Left(Exception):
    """What a person changed, and no correction can say."""


class Comparison:
    """An article before and after, the corrections found, and where mentions have changed."""

    def __init__(self, article: Annotated, ask: Ask, told: Told) -> None:
        self.was, self.now, self._where = article.was, article.marks, article.where
        self.ask, self._told = ask, told
        self.rows: list[tuple[str, dict[str, Any]]] = []
        """The file and the cells of each correction."""
        self.old = {mark.id: mark for mark in self.was.marks}
        self.new = {mark.id: mark for mark in self.now}
        self.meant: dict[str, Named | None] = {}
        """Whom each mention names now, by its id; those that could not be taken are missing."""
        self.deleted: set[Span] = set()
        """Where there is no mention any more."""
        self.changed: set[Span] = set()
        """Where a mention names another, or could not be taken."""
        self.moved: dict[Span, Span] = {}
        """From where a mention is now to where the same was with other bounds."""
        self._used: set[str] = set()

    def sort(self, marks: tuple[Mark, ...], sort: Sort) -> list[Mark]:
        """The marks of one sort."""
        return [mark for mark in marks if mark.sort == sort]

    def keep(self, file: str, mark: Mark, span: Span, cells: dict[str, Any]) -> None:
        """Keep a correction of a stretch; the note of the mark that asks for it is its reason."""
        self._used.add(mark.id)
        why = "" if mark.note in self._exported(mark) else mark.note
        self.rows.append((file, {**self._place(span), **cells, "why": why}))

    def make_known(self, mark: Mark, one: Named) -> None:
        """Keep the name and type of an entity that is new."""
        self.rows += [("entities.csv", {**cells, "why": mark.note}) for cells in one.cells]

    def wrong(self, mark: Mark) -> None:
        """Keep that a row should not be there."""
        cells = {"table": TABLES[mark.sort], "entity_id": "", "verdict": "wrong", "why": ""}
        self.rows.append(("rows.csv", {**self._place(mark.span), **cells}))

    def _place(self, span: Span) -> dict[str, Any]:
        """The columns by which a correction finds a stretch."""
        key, words = self.was.keys[span.passage], self.was.words(span)
        return {"paragraph_id": key, "start": span.start, "end": span.end, "text": words}

    def leave(self, mark: Mark, what: str | Left) -> None:
        """Tell what no correction can say of a mark."""
        self._told.left.append(f"{self._at(mark)}: {what}")

    def refuse(self, mark: Mark, what: str | ValueError) -> None:
        """Tell what is wrong with a mark."""
        self._told.problems.append(f"{self._at(mark)}: {what}")

    def _at(self, mark: Mark) -> str:
        """A mark as a message names it."""
        key, span = self.was.keys[mark.span.passage], mark.span
        words = shown(self.was.words(span))
        return f"{self._where}, {key}, {span.start} to {span.end}, {mark.sort} “{words}”"

    def _exported(self, mark: Mark) -> set[str]:
        """The notes that marks of its sort had before."""
        return {one.note for one in self.sort(self.was.marks, mark.sort)}

    def tell_notes(self) -> None:
        """Tell the notes on what nobody changed: no table has a place for them."""
        for mark in self.now:
            if mark.note and mark.id not in self._used and mark.note not in self._exported(mark):
                self.leave(mark, f"found the note “{shown(mark.note)}”; expected a change that it explains")
