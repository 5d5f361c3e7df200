"""Articles as they were annotated elsewhere, each beside what the package has in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from summitry.bounds import MAX_SHOWN_VALUE
from summitry.errors import UnreadableInput
from summitry.export.marks import ARTICLES, Ask, Mark, Marked, marked_article
from summitry.page import Span


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of annotations."""

    problems: list[str] = field(default_factory=list)
    """What could not be read, or does not fit: then nothing is taken."""
    left: list[str] = field(default_factory=list)
    """What no correction can say: it is left, and the rest is taken."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with the marks that a person has left, changed or made."""

    where: str
    """`task 3 (oslo)`"""
    was: Marked
    """As the package has it."""
    marks: tuple[Mark, ...]


class Articles:
    """The articles of a package."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask

    def ids(self) -> Iterator[str]:
        """Yield the id of each."""
        return (row["article_id"] for row in self.ask(ARTICLES))

    def named(self, where: str, article_id: str, told: Told) -> Marked | None:
        """The article of an id; if there is none, that is told."""
        found = marked_article(self.ask, article_id)
        if found is None:
            told.problems.append(f"{where}: found no article {article_id}; expected one of the package")
        return found


def text_of(path: Path, expected: str) -> str:
    """The text of a file, every sign as it stands there."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except OSError as error:
        raise UnreadableInput(f"{path}: found {error.strerror}; expected {expected}") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: found {error.reason}; expected {expected} in UTF-8") from error


def unlike(where: str, found: str, was: Marked) -> str | None:
    """What there is to say of a text that is not that of the package; none if it is."""
    text = was.text
    if found == text:
        return None
    pairs = enumerate(zip(found, text, strict=False))
    first = next((at for at, (one, other) in pairs if one != other), min(len(found), len(text)))
    return (
        f"{where}: found “{shown(found[first:])}” at {first} of the text; "
        f"expected “{shown(text[first:])}”, as the package has it"
    )


def shown(text: str) -> str:
    """A text as a message shows it.

    >>> shown("We need the railway," + 60 * "!")
    'We need the railway,!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!…'
    """
    return text if len(text) <= MAX_SHOWN_VALUE else f"{text[:MAX_SHOWN_VALUE]}…"


def span_in(was: Marked, start: int, end: int) -> Span | None:
    """The stretch at a place of the whole text, without white space at its ends; none if it is no stretch."""
    text = was.text
    if not 0 <= start < end <= len(text):
        return None
    words = text[start:end]
    return was.span_at(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
