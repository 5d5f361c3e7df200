"""What an article says as offsets into the text that was given, before normalising."""

import re
from typing import Any

from summitry.extract.findings import Findings
from summitry.extract.found import FoundMeeting, FoundMention
from summitry.page import Page, Span
from summitry.resolve.quotes import LinkedQuote
from summitry.resolve.reading import Reading

# “that ”, “that, “”
CONJUNCTION = re.compile(r"\bthat,? ?[“\"'‘…]*$")

LABELS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "document": "MISC"}


def standoff(page: Page, findings: Findings, reading: Reading) -> dict[str, Any]:
    """The findings of one article as plain values, for JSON.

    Keys are `id`, `entities` (start, end, type), `quotes`, `meetings` and `timexes`. All offsets count code
    points in the given text, end exclusive.
    """
    return {
        "id": page.dispatch.article_id,
        "entities": [[*offsets(page, one.span), label_of(one)] for one in findings.mentions],
        "quotes": [quote_of(page, reading, one) for one in reading.quotes],
        "meetings": [
            meeting_of(page, one) for one in findings.meetings if not one.echo and one.number is None
        ],
        "timexes": [
            {"span": given(page, Span(index, one.start, one.end)), "type": one.type, "value": one.value}
            for index, dates in enumerate(findings.dates)
            for one in dates
        ],
    }


def given(page: Page, span: Span | None) -> list[int] | None:
    """A stretch as offsets into the given text, for JSON; none where nothing is."""
    return list(offsets(page, span)) if span else None


def offsets(page: Page, span: Span) -> tuple[int, int]:
    """Where a stretch begins and ends in the given text."""
    return page.dispatch.passages[span.passage].origin(span.start, span.end)


def label_of(mention: FoundMention) -> str:
    """The type in the letters that scorers of names use; adjectives of nations are `MISC`."""
    return "MISC" if mention.form == "demonym" else LABELS[mention.type]


def quote_of(page: Page, reading: Reading, quote: LinkedQuote) -> dict[str, Any]:
    """One quotation."""
    names = [reading.referents[key].label or page.words(span) for key, span in quote.speakers]
    speaker = quote.found.speaker
    return {
        "kind": quote.found.kind,
        "content": [given(page, with_conjunction(page, quote.found.content))],
        "speaker": given(page, speaker),
        "speaker_name": " and ".join(names) or (page.words(speaker) if speaker else None),
        "cue": given(page, quote.found.cue),
    }


def with_conjunction(page: Page, content: Span) -> Span:
    """The words of a quotation with the `that` that opens them, which corpora of quotations count in."""
    before = page.leaves[content.passage].text[: content.start]
    found = CONJUNCTION.search(before)
    return content._replace(start=found.start()) if found else content


def meeting_of(page: Page, meeting: FoundMeeting) -> dict[str, Any]:
    """One telling of an encounter."""
    date = meeting.date
    return {
        "trigger": given(page, meeting.trigger),
        "participants": [given(page, one.span) for one in meeting.attendees]
        + ([given(page, meeting.delegation)] if meeting.delegation else []),
        "place": given(page, meeting.place or meeting.venue),
        "time": given(page, Span(meeting.trigger.passage, date.start, date.end)) if date else None,
        "date": date.first.isoformat() if date and date.first and date.first == date.last else None,
        "status": meeting.status,
        "kind": meeting.kind,
    }
