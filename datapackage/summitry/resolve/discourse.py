"""An article as it is read: what its names mean, who spoke last, who met last."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summitry.extract.found import FoundMention, FoundQuote
from summitry.page import Page, Span, Token
from summitry.resolve.referents import Referent
from summitry.rows import EntityType

SIZES = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


@dataclass(slots=True)
class Discourse:
    """An article as it is read: its names, what they mean, and who spoke last."""

    page: Page
    mentions: Sequence[FoundMention]
    links: dict[int, Referent]
    spoken: list[tuple[Span, Referent]] = field(default_factory=list)
    """Who said each quote that was read so far, and where the quote stands."""
    groups: list[tuple[Referent, ...]] = field(default_factory=list)
    """The people of each encounter told so far, two or more."""
    quotes: Sequence[FoundQuote] = ()
    meant: dict[Span, Referent] = field(default_factory=dict)
    """The one person whom each noun phrase read so far means."""
    persons: dict[Span, Referent | None] = field(default_factory=dict)
    """Whom each `he` and `she` read so far means."""
    found: list[Referent] = field(default_factory=list)
    """What noun phrases mean that no name in the article does."""
    by_passage: dict[int, list[int]] = field(init=False, repr=False)
    """The indexes of the mentions in each paragraph: nearly every question is about one."""

    def __post_init__(self) -> None:
        """Sort the mentions by paragraph."""
        self.by_passage = {}
        for index, mention in enumerate(self.mentions):
            self.by_passage.setdefault(mention.span.passage, []).append(index)

    @property
    def pair(self) -> tuple[Referent, ...]:
        """The people whose encounter was told last."""
        return self.groups[-1] if self.groups else ()

    def group_of(self, words: Sequence[Token]) -> tuple[Referent, ...]:
        """The people meant by `the three leaders`: those last told to meet who are so many."""
        size = next((SIZES[token.lower] for token in words if token.lower in SIZES), None)
        return next((group for group in reversed(self.groups) if size in {None, len(group)}), ())

    def linked(self, type_: EntityType) -> Iterator[tuple[FoundMention, Referent]]:
        """Yield the mentions of a type that are known to mean something, each with what it means."""
        for index, mention in enumerate(self.mentions):
            if mention.type == type_ and index in self.links:
                yield mention, self.links[index]

    def known_in(self, span: Span) -> list[Referent]:
        """What the names inside a stretch mean, as far as it is known."""
        return [self.links[index] for index in self.named_in(span) if index in self.links]

    def named_in(self, span: Span) -> list[int]:
        """The indexes of the mentions inside a stretch."""
        here = self.by_passage.get(span.passage, ())
        return [index for index in here if span.holds(self.mentions[index].span)]


def unique(referents: Iterable[Referent]) -> list[Referent]:
    """Each referent once, as it is given first."""
    found: dict[str, Referent] = {}
    for one in referents:
        found.setdefault(one.key, one)
    return list(found.values())
