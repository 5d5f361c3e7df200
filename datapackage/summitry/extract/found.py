"""What extractors find in one article: stretches of text and how they hang together. Ids come later."""

from dataclasses import dataclass

from summitry.page import Span
from summitry.rows import QuoteKind


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quotation: its words, and who said them how to whom, as far as the text says."""

    kind: QuoteKind
    content: Span
    """The words themselves: between the marks if direct, the whole complement otherwise."""
    speaker: Span | None
    """The speaker as written, possibly in another passage: `Putin and Abe`, `he`, `some experts`."""
    cue: Span | None
    """The speech act as written, in the passage of the content: `said`, `called on`."""
    addressee: Span | None
    continues: int | None
    """Index, in the list of the page's quotes, of the quote that this one carries on."""
