"""One article read to the end: its names linked, its speakers and participants known as far as it tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from summitry import knowledge
from summitry.dates import Timex
from summitry.extract.findings import Findings
from summitry.extract.words import word_list
from summitry.extract.found import FoundMeeting, FoundMention, FoundQuote
from summitry.page import Dispatch, Page, Span
from summitry.resolve.discourse import PLURAL, SINGULAR, Discourse
from summitry.resolve.persons import persons_of
from summitry.resolve.referents import Referent, countries_named, place_referent, referent_of
from summitry.rows import Form, Role


# “Russia’s ”, “the United States’ ”
OWNER = re.compile(r"((?:[A-Z][\w.-]* )*[A-Z][\w.-]*)['’]s? $")


@dataclass(frozen=True, slots=True)
class LinkedMention:
    """A mention and the key of what it means."""

    span: Span
    text: str
    form: Form
    title: str | None
    key: str | None


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


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling of an encounter with those who take part."""

    found: FoundMeeting
    attendees: tuple[tuple[str, Role], ...]
    place: str | None


class Referring(NamedTuple):
    """A pronoun or noun phrase, whom it means, and the quote or telling that needs it."""

    span: Span
    form: Form
    key: str
    quote: int | None
    telling: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, with every name known by a key."""

    dispatch: Dispatch
    mentions: tuple[LinkedMention, ...]
    quotes: tuple[LinkedQuote, ...]
    tellings: tuple[Telling, ...]
    referring: tuple[Referring, ...]
    referents: dict[str, Referent]

    def words(self, span: Span) -> str:
        """The text of a stretch."""
        return self.dispatch.passages[span.passage].text[span.start : span.end]


def reading_of(page: Page, findings: Findings) -> Reading:
    """The article with its names, speakers and participants resolved."""
    near = countries_named(findings.mentions)
    people = persons_of(page, findings.mentions, near)
    links = dict(people)
    for index, mention in enumerate(findings.mentions):
        if mention.type != "person" and (referent := referent_of(mention, near)):
            links[index] = owned(page, mention, referent)
    discourse = Discourse(page, findings.mentions, links)
    quotes, tellings, referring = resolved(discourse, findings)
    referents = {one.key: one for one in [*links.values(), *discourse.found]}
    mentions = tuple(
        linked(page, mention, links.get(index)) for index, mention in enumerate(findings.mentions)
    )
    named = {(mention.span, mention.key) for mention in mentions}
    others = tuple(one for one in referring if (one.span, one.key) not in named)
    return Reading(page.dispatch, mentions, tuple(quotes), tuple(tellings), others, referents)


def owned(page: Page, mention: FoundMention, referent: Referent) -> Referent:
    """A place with the country that the text says it belongs to: “Russia’s Far East”."""
    if (
        mention.type != "place"
        or mention.form != "name"
        or referent.country_code
        or referent.position == "country"
    ):
        return referent
    before = page.leaves[mention.span.passage].text[: mention.span.start]
    owner = OWNER.search(before)
    country = knowledge.country_named(owner.group(1)) if owner else None
    if country is None:
        return referent
    return replace(referent, key=f"{referent.key}:{country.code}", country_code=country.code)


def linked(page: Page, mention: FoundMention, referent: Referent | None) -> LinkedMention:
    """A found mention with its key."""
    title = page.words(mention.title) if mention.title else None
    return LinkedMention(mention.span, mention.text, mention.form, title, referent.key if referent else None)


def form_of(page: Page, span: Span) -> Form:
    """How a stretch without a name refers."""
    return "pronoun" if page.words(span).lower() in SINGULAR | PLURAL | {"it"} else "nominal"


def resolved(
    discourse: Discourse, findings: Findings
) -> tuple[list[LinkedQuote], list[Telling], list[Referring]]:
    """Quotes and tellings in reading order, so that each knows what was said before it; and who is referred to."""
    quotes: dict[int, LinkedQuote] = {}
    tellings: dict[int, Telling] = {}
    referring: list[Referring] = []
    for _, kind, index in reading_order(findings):
        if kind == "meeting":
            tellings[index], spans = telling_of(discourse, findings.meetings[index])
            quote, telling = None, index
        else:
            quotes[index], spans = quote_of(discourse, findings, index, quotes)
            quote, telling = index, None
        referring += [
            Referring(span, form_of(discourse.page, span), one.key, quote, telling) for span, one in spans
        ]
    return (
        [quotes[index] for index in sorted(quotes)],
        [tellings[index] for index in sorted(tellings)],
        referring,
    )


def reading_order(findings: Findings) -> list[tuple[Span, str, int]]:
    """Every telling and quote by where its words begin."""
    meetings = [(meeting.report, "meeting", index) for index, meeting in enumerate(findings.meetings)]
    quotes = [
        (min(quote.content, quote.speaker or quote.content), "quote", index)
        for index, quote in enumerate(findings.quotes)
    ]
    return sorted(meetings + quotes)


def telling_of(discourse: Discourse, found: FoundMeeting) -> tuple[Telling, list[tuple[Span, Referent]]]:
    """A telling with its attendees known; those who are two or more become the pair of the article."""
    attendees: dict[str, Role] = {}
    spans: list[tuple[Span, Referent]] = []
    for attendee in found.attendees:
        for one in discourse.who(attendee.span):
            spans.append((attendee.span, one))
            if attendees.get(one.key, "participant") == "participant":
                attendees[one.key] = attendee.role
    pair = {one.key: one for _, one in spans if one.type == "person"}
    if len(pair) > 1:
        discourse.groups.append(tuple(pair.values()))
    place = place_of(discourse, found.place) if found.place else None
    if found.place and place:
        spans.append((found.place, place))
    return Telling(found, tuple(sorted(attendees.items())), place.key if place else None), spans


def place_of(discourse: Discourse, span: Span) -> Referent | None:
    """The place that a name or noun phrase means."""
    for index in discourse.named_in(span):
        if discourse.mentions[index].span == span:
            return discourse.links.get(index)
    place = described_place(discourse, span)
    if place is not None:
        discourse.found.append(place)
    return place


def described_place(discourse: Discourse, span: Span) -> Referent | None:
    """The place that `the islands` means: the one of that sort which the article says its countries dispute."""
    noun = discourse.page.words(span).split()[-1].lower()
    rivals = disputing(discourse, noun)
    places = [
        one for one in knowledge.disputed_places() if noun in one.nouns and set(one.claimants) <= rivals
    ]
    return place_referent(places[0].name, rivals) if len(places) == 1 else None


def disputing(discourse: Discourse, noun: str) -> frozenset[str]:
    """The countries named in the sentences that tell of a dispute over such a place."""
    codes: set[str] = set()
    for leaf in discourse.page.leaves:
        for sentence in leaf.sentences:
            tokens = leaf.tokens[sentence.first : sentence.last]
            words = {token.lower for token in tokens} | {token.lemma for token in tokens}
            if noun in words and words & word_list("dispute_words"):
                inside = discourse.named_in(Span(leaf.index, tokens[0].start, tokens[-1].end))
                linked_ = (discourse.links[index] for index in inside if index in discourse.links)
                codes |= {
                    one.country_code for one in linked_ if one.position == "country" and one.country_code
                }
    return frozenset(codes)


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
        found = list(speakers_of(discourse, quote.speaker))
        speakers = tuple((one.key, span) for span, one in found)
        spans = found
        discourse.spoken += [(quote.content, one) for _, one in found if one.type == "person"]
    linked_quote = LinkedQuote(
        quote,
        speakers,
        day_of(discourse.page, findings, quote),
        telling_at(discourse.page, findings, quote),
        telling_after(discourse.page, findings, quote),
    )
    return linked_quote, spans


def speakers_of(discourse: Discourse, span: Span) -> Iterator[tuple[Span, Referent]]:
    """Yield each speaker after the place where the speaker is named."""
    names = {
        discourse.links[index].key: discourse.mentions[index].span
        for index in discourse.named_in(span)
        if index in discourse.links and discourse.mentions[index].form != "demonym"
    }
    for one in discourse.who(span):
        if one.type == "place" and one.position != "country":
            continue
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


def sentence_around(page: Page, span: Span) -> tuple[int, int]:
    """Where the sentence with this stretch begins and ends."""
    leaf = page.leaves[span.passage]
    token = leaf.token_at(span.start)
    sentence = leaf.sentences[token.sentence] if token else leaf.sentences[0]
    return leaf.tokens[sentence.first].start, leaf.tokens[sentence.last - 1].end


def told_beside(page: Page, findings: Findings, quote: FoundQuote) -> Iterator[int]:
    """Yield the indexes of the tellings in the sentence of the cue, outside the quoted words."""
    anchor = quote.cue or quote.speaker
    if anchor is None or anchor.passage != quote.content.passage:
        return
    low, high = sentence_around(page, anchor)
    for index, meeting in enumerate(findings.meetings):
        word = meeting.trigger
        inside = word.passage == anchor.passage and low <= word.start and word.end <= high
        if inside and not quote.content.meets(word):
            yield index


def telling_at(page: Page, findings: Findings, quote: FoundQuote) -> int | None:
    """The telling of the meeting at which the words were said: “at the briefing”, “told a news conference”."""
    public = {"news_conference", "forum", "summit", "talks", "call"}
    for index in told_beside(page, findings, quote):
        meeting = findings.meetings[index]
        at_it = preposition_of(page, meeting) in {"at", "during", "in", "told"} or goes_on_to_say(
            page, meeting, quote
        )
        if meeting.kind in public and at_it:
            return index
    return None


def goes_on_to_say(page: Page, meeting: FoundMeeting, quote: FoundQuote) -> bool:
    """Whether those who meet say it in the same breath: “spoke by telephone with Lee and assured him that …”."""
    if quote.cue is None or quote.cue.passage != meeting.trigger.passage:
        return False
    leaf = page.leaves[quote.cue.passage]
    cue = leaf.token_at(quote.cue.start)
    words = {token.index for token in leaf.words_in(meeting.trigger.start, meeting.trigger.end)}
    carriers = words | {
        leaf.tokens[index].head for index in words if leaf.tokens[index].dep in {"dobj", "pobj"}
    }
    return (
        cue is not None
        and cue.dep in {"conj", "advcl"}
        and cue.head in carriers
        and cue.start > meeting.trigger.start
    )


def telling_after(page: Page, findings: Findings, quote: FoundQuote) -> int | None:
    """The telling of the meeting after which the words were said: “after the talks”."""
    for index in told_beside(page, findings, quote):
        if preposition_of(page, findings.meetings[index]) in {"after", "following"}:
            return index
    return None


def preposition_of(page: Page, meeting: FoundMeeting) -> str:
    """What joins a meeting to its sentence: its preposition, `told` if it is told something, else nothing."""
    leaf = page.leaves[meeting.trigger.passage]
    token = next(token for token in reversed(leaf.tokens) if token.end == meeting.trigger.end)
    over = False
    for _ in range(6):
        up = leaf.tokens[token.head]
        over = over or up.lemma in {"end", "close", "conclusion"}
        if up.lower in {"after", "following", "before", "at", "during", "in"}:
            return "after" if over else up.lower
        if up.lemma == "tell" and token.dep == "dobj":
            return "told"
        if up.index == token.index or up.pos == "VERB" and up.lemma != "hold":
            break
        token = up
    return ""
