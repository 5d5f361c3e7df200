"""A quotation, with those who say it and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from summitry.dates import Timex
from summitry.extract.findings import Findings
from summitry.extract.found import FoundQuote
from summitry.extract.words import word_list
from summitry.page import Page, Span
from summitry.resolve.discourse import Discourse
from summitry.resolve.meaning import meant_by
from summitry.resolve.occasions import sentence_around, telling_after, telling_at
from summitry.resolve.referents import Referent


@dataclass(frozen=True, slots=True)
class LinkedQuote:
    """A quotation, its speakers, and the tellings it hangs on."""

    found: FoundQuote
    speakers: tuple[tuple[str, Span], ...]
    """The key of each speaker, and where the speaker is named."""
    day: Timex | None
    """The day that its own sentence states."""
    at: int | None
    """Index of the telling of the meeting at which it was said."""
    after: int | None
    """Index of the telling that it was said after."""


def quote_of(
    discourse: Discourse, findings: Findings, index: int, earlier: dict[int, LinkedQuote]
) -> tuple[LinkedQuote, list[tuple[Span, Referent]]]:
    """A quote with its speakers, its day and its meeting; and who is referred to without a name."""
    quote = findings.quotes[index]
    speakers: tuple[tuple[str, Span], ...] = ()
    spans: list[tuple[Span, Referent]] = []
    if quote.continues is not None and quote.cue is None and quote.continues in earlier:
        speakers = earlier[quote.continues].speakers
    elif quote.speaker is not None:
        spans = list(speakers_of(discourse, quote.speaker))
        speakers = tuple((one.key, span) for span, one in spans)
        discourse.spoken += [(quote.content, one) for _, one in spans if one.type == "person"]
    linked_quote = LinkedQuote(
        quote,
        speakers,
        day_of(discourse.page, findings, quote),
        conference_of(discourse.page, findings, quote)
        if is_turn(discourse.page, quote)
        else telling_at(discourse.page, findings, quote),
        telling_after(discourse.page, findings, quote),
    )
    return linked_quote, spans


def is_turn(page: Page, quote: FoundQuote) -> bool:
    """Whether a quote is the turn of a transcript, which a label gives to someone."""
    before = page.leaves[quote.content.passage].text[: quote.content.start].rstrip()
    return quote.kind == "direct" and quote.cue is None and (not before or before.endswith(":"))


def conference_of(page: Page, findings: Findings, quote: FoundQuote) -> int | None:
    """The news conference that the words before a transcript tell of, if they tell of one."""
    turns = (one.content.passage for one in findings.quotes if is_turn(page, one))
    first = min(turns, default=quote.content.passage)
    told = (
        index
        for index, one in enumerate(findings.meetings)
        if one.kind == "news_conference" and one.status == "held" and one.trigger.passage < first
    )
    return next(told, None)


def speakers_of(discourse: Discourse, span: Span) -> Iterator[tuple[Span, Referent]]:
    """Yield each speaker after the place where the speaker is named."""
    if discourse.page.words(span).lower() in word_list("turn_labels"):
        return
    names = {
        discourse.links[index].key: discourse.mentions[index].span
        for index in discourse.named_in(span)
        if index in discourse.links and discourse.mentions[index].form != "demonym"
    }
    for one in meant_by(discourse, span):
        if one.type in {"person", "organization"} or one.position == "country":
            yield names.get(one.key, span), one


def day_of(page: Page, findings: Findings, quote: FoundQuote) -> Timex | None:
    """The one past day that the sentence of the cue states outside the quoted words."""
    anchor = quote.cue or quote.speaker
    if anchor is None or anchor.passage != quote.content.passage:
        return None
    low, high = sentence_around(page, anchor)
    contents = [one.content for one in findings.quotes if one.content.passage == anchor.passage]
    days = [
        timex
        for timex in findings.dates[anchor.passage]
        if low <= timex.start
        and timex.end <= high
        and timex.first is not None
        and timex.first == timex.last
        and not any(span.start < timex.end and timex.start < span.end for span in contents)
        and (page.dispatch.published_on is None or timex.first <= page.dispatch.published_on)
    ]
    return min(days, key=lambda timex: abs(timex.start - anchor.start), default=None)
