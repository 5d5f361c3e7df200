"""The mention and quote rows of one article, once its encounters are known."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from summitry.page import Span
from summitry.read import paragraph_id
from summitry.resolve.calendar import Days
from summitry.resolve.grounds import Words
from summitry.resolve.quotes import LinkedQuote
from summitry.resolve.reading import LinkedMention, Reading
from summitry.resolve.within import Account
from summitry.rows import Mention, Quote, Speaker


def mentions_shown(account: Account) -> list[LinkedMention]:
    """The mentions of an article, with those pronouns and noun phrases that speak, meet or are a place."""
    reading = account.reading
    needed = [
        one
        for one in reading.referring
        if one.quote is not None
        or (one.telling in account.of_telling and not reading.tellings[one.telling].found.echo)
    ]
    more = [
        LinkedMention(one.span, reading.words(one.span), one.form, None, one.key, one.ground)
        for one in needed
    ]
    rows = dict.fromkeys([*reading.mentions, *more])
    return sorted(rows, key=lambda mention: (mention.span, mention.key or ""))


def paragraph_of(reading: Reading, passage: int) -> str:
    """The id of a paragraph of the article."""
    return paragraph_id(reading.dispatch.article_id, passage + 1)


def mention_rows(account: Account, ids: Mapping[str, str]) -> list[Mention]:
    """The mention rows of an article; where one stretch means several, each has a row."""
    shown = mentions_shown(account)
    shared = {span for span, count in Counter(one.span for one in shown).items() if count > 1}
    rows = []
    for one in shown:
        paragraph = paragraph_of(account.reading, one.span.passage)
        entity = ids[one.key] if one.key else None
        suffix = f"-{entity}" if one.span in shared else ""
        rows.append(
            Mention(
                mention_id=f"{paragraph}-m{one.span.start}{suffix}",
                paragraph_id=paragraph,
                start=one.span.start,
                end=one.span.end,
                text=one.text,
                entity_id=entity,
                form=one.form,
                title=one.title,
                confidence=None,
            )
        )
    return rows


def quote_id_of(reading: Reading, quote: LinkedQuote) -> str:
    """The id of a quote: its paragraph and where its words begin."""
    content = quote.found.content
    return f"{paragraph_of(reading, content.passage)}-q{content.start}"


class Settled(NamedTuple):
    """The meeting that a telling tells of, once all articles are read."""

    meeting_id: str
    days: Days
    words: Words | None
    """The report that gives its days: one of the same article, if there is one."""


class Occasion(NamedTuple):
    """When a quote was said, at which telling's meeting, and how that is known."""

    day: date | None
    at: int | None
    words: Span | None = None
    """The words of a sentence that tell the day."""
    telling: int | None = None
    """The telling whose meeting was on that day."""


def quote_rows(account: Account, settled: Mapping[int, Settled]) -> list[Quote]:
    """The quote rows of an article; meetings go by the index of a telling."""
    settings = occasions(account, settled)
    return [
        quote_row(account.reading, quote, settings[index], settled)
        for index, quote in enumerate(account.reading.quotes)
    ]


def occasions(account: Account, settled: Mapping[int, Settled]) -> list[Occasion]:
    """For each quote the day on which it was said and the telling of the meeting at which, if known."""
    found: list[Occasion] = []
    quotes = account.reading.quotes
    for index, quote in enumerate(quotes):
        at = quote.at if quote.at in settled else None
        day = quote.day.first if quote.day else None
        if at is None and day is None and (source := carried_on(quotes, index)) is not None:
            found.append(found[source])
            continue
        if quote.day:
            passage = quote.found.content.passage
            found.append(Occasion(day, at, Span(passage, quote.day.start, quote.day.end)))
            continue
        telling = at if day_of(settled, at) else quote.after
        found.append(Occasion(day_of(settled, telling), at, None, telling))
    return found


def day_of(settled: Mapping[int, Settled], telling: int | None) -> date | None:
    """The one day of a meeting, if it is known."""
    meeting = settled.get(telling) if telling is not None else None
    return meeting.days.first if meeting and meeting.days.precision == "day" else None


def carried_on(quotes: Sequence[LinkedQuote], index: int) -> int | None:
    """The quote on whose occasion this was said too: the one it continues, or the speaker's last one."""
    quote = quotes[index]
    if quote.found.continues is not None and quote.found.continues < index:
        return quote.found.continues
    if index == 0 or quote.found.kind != "direct":
        return None
    before = quotes[index - 1]
    near = 0 <= quote.found.content.passage - before.found.content.passage <= 1
    speakers, others = ({key for key, _ in one.speakers} for one in (quote, before))
    return index - 1 if near and before.at is not None and speakers and speakers <= others else None


def quote_row(
    reading: Reading, quote: LinkedQuote, occasion: Occasion, settled: Mapping[int, Settled]
) -> Quote:
    """One row of the table."""
    found = quote.found
    at = occasion.at
    speaker, cue = found.speaker, found.cue
    continued = reading.quotes[found.continues] if found.continues is not None else None
    return Quote(
        quote_id=quote_id_of(reading, quote),
        paragraph_id=paragraph_of(reading, found.content.passage),
        kind=found.kind,
        start=found.content.start,
        end=found.content.end,
        text=reading.words(found.content),
        speaker_text=reading.words(speaker) if speaker else None,
        speaker_paragraph_id=paragraph_of(reading, speaker.passage) if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        cue=reading.words(cue) if cue else None,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        addressee=reading.words(found.addressee) if found.addressee else None,
        said_on=occasion.day,
        meeting_id=settled[at].meeting_id if at is not None else None,
        continues_id=quote_id_of(reading, continued) if continued else None,
    )


def speaker_rows(account: Account, ids: Mapping[str, str], mentions: Sequence[Mention]) -> list[Speaker]:
    """The speaker rows of an article."""
    named = {(row.paragraph_id, row.start, row.end, row.entity_id): row.mention_id for row in mentions}
    rows = []
    for quote in account.reading.quotes:
        for key, span in quote.speakers:
            place = (paragraph_of(account.reading, span.passage), span.start, span.end, ids[key])
            rows.append(Speaker(quote_id_of(account.reading, quote), ids[key], named.get(place), None))
    return rows
