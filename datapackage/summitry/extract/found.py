"""What extractors find in one article: stretches of text and how they hang together. Ids come later."""

from dataclasses import dataclass

from summitry.dates import Timex
from summitry.page import Span
from summitry.rows import EntityType, Form, MeetingKind, QuoteKind, Role, Status


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A name of something, and the job title that goes with it."""

    span: Span
    text: str
    form: Form
    type: EntityType
    title: Span | None
    owner: Span | None
    """Whose the title is: `Putin` in “Putin’s spokesman”, `his` in “his spokesman”."""


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


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone who takes part in a meeting, as written: a name, `he`, `the two leaders`."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """One telling of an encounter."""

    trigger: Span
    """The word that tells of it: `met`, `talks`, `news conference`."""
    kind: MeetingKind
    status: Status
    attendees: tuple[Attendee, ...]
    place: Span | None
    """Where, as one name or noun phrase: `Moscow`, `the islands`."""
    place_text: Span | None
    """Where, with what belongs to it: `Davos, Switzerland`."""
    venue: Span | None
    """The building: `Kremlin`, `a hotel`."""
    date: Timex | None
    report: Span
    """The smallest phrase that holds all of these."""
    delegation: Span | None
    """Unnamed people who take part: `Japanese officials and businessmen`."""
    number: int | None
    """How many meetings an aggregate counts; then `date` is the time over which they are counted."""
    echo: bool
    """Whether it refers back to a meeting told elsewhere: “after the talks”."""
    tentative: bool
    """Whether the words tell of an encounter only if another sentence does too: “they discussed”."""
    joint: bool
    """Whether more than the named take part: “the joint briefing”."""
    after: bool
    """Whether it is told as following another meeting: “a briefing after the talks”."""
    company: tuple[Span, ...]
    """All who take part as the noun phrases that say so, named or not: `Ghana and Togo`, `some officials`."""
    site: Span | None
    """Where, as one name or noun phrase, also a thing that is visited: `a hospital`."""
    plain: bool
    """Whether the words alone tell that people met: not “flew to Oslo”, not “reached a deal”."""
