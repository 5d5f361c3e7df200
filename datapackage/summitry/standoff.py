"""What an article says as offsets into the text that was given, before normalising."""

import re
from collections.abc import Mapping
from typing import Any

from summitry.dates import Timex, find_dates
from summitry.extract.findings import Findings
from summitry.extract.found import FoundMeeting, FoundMention, FoundQuote
from summitry.page import Page, Span
from summitry.read.dateline import place_of
from summitry.resolve.discourse import Discourse
from summitry.resolve.pronouns import pronouns_in, singular
from summitry.resolve.quotes import LinkedQuote
from summitry.resolve.reading import Reading
from summitry.resolve.referents import Referent
from summitry.rows import Form

# “that ”, “that, “”
CONJUNCTION = re.compile(r"\bthat,? ?[“\"'‘…]*$")
# “to go”, “not to go”
INFINITIVE = re.compile(r"(?:not |never )?to\b")
# “NAIROBI”, “Kenya” of “NAIROBI, Kenya”
PLACE_PART = re.compile(r"[^,/\s][^,/]*")
BREAK = re.compile(r"[,;:()“”\"—–]")

LABELS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "document": "MISC"}


def standoff(page: Page, findings: Findings, reading: Reading) -> dict[str, Any]:
    """The findings of one article as plain values, for JSON.

    Keys are `id`, `entities` (start, end, type), `quotes`, `meetings`, `timexes` and `links`: what names,
    pronouns and noun phrases mean, where that is known. All offsets count code points in the given text, end
    exclusive.
    """
    names = fullest_names(reading)
    return {
        "id": page.dispatch.article_id,
        "entities": [
            *places_of_opening(page),
            *([*offsets(page, one.span), label_of(one)] for one in findings.mentions),
        ],
        "quotes": [quote_of(page, reading, one) for one in reading.quotes],
        "meetings": [meeting_of(page, one) for one in findings.meetings if one.plain],
        "timexes": [
            *dates_of_opening(page),
            *(
                timex_of(one, given(page, Span(index, one.start, one.end)))
                for index, dates in enumerate(findings.dates)
                for one in dates
            ),
        ],
        "links": [link_of(page, *one, names) for one in linked(page, findings, reading)],
    }


def timex_of(one: Timex, span: list[int] | None) -> dict[str, Any]:
    """A date as plain values."""
    return {"span": span, "type": one.type, "value": one.value}


def dates_of_opening(page: Page) -> list[dict[str, Any]]:
    """The dates in what stands before the first sentence: “OSLO, August 7 (AP) —”."""
    opening = page.dispatch.opening
    if opening is None:
        return []
    found = find_dates(opening.text, page.dispatch.published_on)
    return [timex_of(one, list(opening.origin(one.start, one.end))) for one in found]


def places_of_opening(page: Page) -> list[list[int | str]]:
    """The town of the dateline, and the region behind it."""
    opening, dateline = page.dispatch.opening, page.dispatch.dateline
    if opening is None or dateline is None:
        return []
    place = place_of(dateline)
    start = opening.text.find(place)
    parts = PLACE_PART.finditer(place) if start >= 0 else ()
    return [[*opening.origin(start + part.start(), start + part.end()), "LOC"] for part in parts]


def linked(page: Page, findings: Findings, reading: Reading) -> list[tuple[Span, Form, Referent]]:
    """Every stretch that means something known: names, what quotes and meetings need, each `he` and `she`.

    A stretch that means several (`they`) comes once for each.
    """
    stretches = [(one.span, one.form, one.key) for one in reading.mentions if one.key]
    stretches += [(one.span, one.form, one.key) for one in reading.referring]
    known = {span for span, _, _ in stretches}
    found = {(span, key): (form, reading.referents[key]) for span, form, key in stretches}
    discourse = discourse_of(page, findings, reading)
    for span in (span for leaf in page.leaves for span in pronouns_in(leaf)):
        if span not in known and (person := singular(discourse, span)):
            found[span, person.key] = "pronoun", person
    return [(span, form, one) for (span, _), (form, one) in sorted(found.items(), key=lambda item: item[0])]


def discourse_of(page: Page, findings: Findings, reading: Reading) -> Discourse:
    """The article as it is known when it has been read: its names, and who said which quote."""
    links = {
        index: reading.referents[mention.key] for index, mention in enumerate(reading.mentions) if mention.key
    }
    spoken = [
        (quote.found.content, reading.referents[key])
        for quote in reading.quotes
        for key, _ in quote.speakers
        if reading.referents[key].type == "person"
    ]
    meant = {one.span: reading.referents[one.key] for one in reading.referring if one.form == "nominal"}
    persons = {span: one for span, one in meant.items() if one.type == "person"}
    return Discourse(page, findings.mentions, links, spoken, quotes=findings.quotes, meant=persons)


def fullest_names(reading: Reading) -> dict[str, str]:
    """By key, what knowledge calls a thing, or else the fullest name that the article gives it."""
    names: dict[str, str] = {}
    for one in reading.mentions:
        if one.key and one.form == "name" and len(one.text) > len(names.get(one.key, "")):
            names[one.key] = one.text
    return names | {key: one.label for key, one in reading.referents.items() if one.label}


def link_of(page: Page, span: Span, form: Form, one: Referent, names: Mapping[str, str]) -> dict[str, Any]:
    """What a stretch means: `entity` is the same wherever the article means the same."""
    return {
        "span": given(page, span),
        "form": form,
        "type": one.type,
        "entity": one.key,
        "name": names.get(one.key),
        "position": one.position,
        "country_code": one.country_code,
        "wikidata_id": one.wikidata_id,
        "geonames_id": one.geonames_id,
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
        "content": [given(page, as_counted(page, quote.found))],
        "speaker": given(page, speaker),
        "speaker_name": " and ".join(names) or (page.words(speaker) if speaker else None),
        "cue": given(page, quote.found.cue),
    }


def as_counted(page: Page, quote: FoundQuote) -> Span:
    """The words of a quotation with what opens them: corpora of quotations count it in.

    That is the `that` of a clause, and whoever is to do what an infinitive says: `urged [Oslo to wait]`.
    """
    content, cue, asked = quote.content, quote.cue, quote.addressee
    text = page.leaves[content.passage].text
    if cue and asked and cue.end < asked.start < content.start and INFINITIVE.match(text, content.start):
        between = text[cue.end : content.start]
        if not BREAK.search(between) and not text[asked.end : content.start].strip():
            return content._replace(start=content.start - len(between.lstrip()))
    found = CONJUNCTION.search(text[: content.start])
    return content._replace(start=found.start()) if found else content


def meeting_of(page: Page, meeting: FoundMeeting) -> dict[str, Any]:
    """One telling of an encounter."""
    date = meeting.date
    return {
        "trigger": given(page, meeting.trigger),
        "participants": [given(page, span) for span in meeting.company],
        "place": given(page, meeting.site),
        "time": given(page, Span(meeting.trigger.passage, date.start, date.end)) if date else None,
        "date": date.first.isoformat() if date and date.first and date.first == date.last else None,
        "status": meeting.status,
        "kind": meeting.kind,
        "echo": meeting.echo,
    }
