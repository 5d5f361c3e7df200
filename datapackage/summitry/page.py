"""An article under the microscope: its paragraphs with words, sentences and names. No model is known here."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from summitry.rows import DateSource

START, END = attrgetter("start"), attrgetter("end")
"""Tokens stand in order and never overlap, so that both ends rise: places are found by halving."""


class Span(NamedTuple):
    """A stretch of one paragraph: offsets in code points into its text, from 0, end exclusive."""

    passage: int
    """Index of the passage in its dispatch (position - 1)."""
    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether the other stretch lies inside this one.

        >>> Span(0, 2, 9).holds(Span(0, 3, 9))
        True
        """
        return self.passage == other.passage and self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two stretches share a character.

        >>> Span(0, 2, 9).meets(Span(0, 9, 12))
        False
        """
        return self.passage == other.passage and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as read: normalised text, and where each of its characters stood in the given text."""

    text: str
    origins: Sequence[int] = field(repr=False)
    """For each character of `text` its offset in the decoded input, then the offset after the last."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the given text that `text[start:end]` was read from.

        >>> Passage("a b", [4, 5, 8, 9]).origin(2, 3)
        (8, 9)
        """
        return self.origins[start], self.origins[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One article as read, before anything is known about its words."""

    article_id: str
    source: str | None
    sha256: str
    published_on: date | None
    """Null only for text given to `annotate` without a date."""
    title: str | None
    agency: str | None
    byline: str | None
    dateline: str | None
    url: str | None
    language: str
    changes: int
    """How many characters reading changed or dropped."""
    passages: tuple[Passage, ...]
    opening: Passage | None = None
    """What stood before the first sentence and is no text: dateline, day and agency."""
    date_source: DateSource | None = None
    """What told the day; null where none is known, and where the metadata of its format did."""


@dataclass(slots=True, unsafe_hash=True)  # frozen ones take six times as long to make, and they are many
class Token:
    """One word or mark, with what the model says of it: Penn tags, ClearNLP labels."""

    index: int
    """Position in the passage's tokens."""
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the head; its own index for a root."""
    sentence: int
    """Index of the sentence in the passage."""


class Name(NamedTuple):
    """A stretch that the model takes for a name, and the type it gives (PERSON, ORG, GPE, NORP …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens: `tokens[first:last]` of its passage."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One paragraph with its words: what extractors read."""

    index: int
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    """For each token the indices of its dependents, in order."""

    def subtree(self, index: int) -> list[int]:
        """The token and everything that depends on it, in reading order."""
        if not self.children[index]:
            return [index]
        found, stack = [], [index]
        while stack:
            found.append(at := stack.pop())
            stack.extend(self.children[at])
        return sorted(found)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the character at `offset`, or the first one after it."""
        at = bisect_right(self.tokens, offset, key=END)
        return self.tokens[at] if at < len(self.tokens) else None

    def words_before(self, offset: int, count: int) -> tuple[Token, ...]:
        """The last tokens, so many at most, that end at or before `offset`."""
        last = bisect_right(self.tokens, offset, key=END)
        return self.tokens[max(0, last - count) : last]

    def words_touching(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that share a character with `text[start:end]`."""
        first = bisect_right(self.tokens, start, key=END)
        return self.tokens[first : max(first, bisect_left(self.tokens, end, key=START))]

    def words_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly in `text[start:end]`."""
        first = bisect_left(self.tokens, start, key=START)
        return self.tokens[first : max(first, bisect_right(self.tokens, end, key=END))]


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its words: what every extractor is given."""

    dispatch: Dispatch
    leaves: tuple[Leaf, ...]

    def words(self, span: Span) -> str:
        """The text of a stretch."""
        return self.leaves[span.passage].text[span.start : span.end]
