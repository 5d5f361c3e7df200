"""One article's reading as all corrections would have it, or why one of them does not fit it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from summitry.curated.book import Book, Placed, span_of
from summitry.curated.changing import (
    fitting,
    identified,
    known_as,
    spoken,
    with_participant,
    without,
    without_participant,
)
from summitry.curated.forgetting import blackened, forgotten, names_here
from summitry.curated.relinking import NOBODY, Meant, meanings, relinked, unlinked
from summitry.curated.rows import Correction, Identity, Judgement, MeetingFact, Naming, Voice
from summitry.page import Span
from summitry.resolve.decisions import NOWHERE, Decision
from summitry.resolve.quotes import LinkedQuote
from summitry.resolve.reading import Reading

Tell = Callable[[Correction, str], None]
"""Takes a correction that does not fit, and why."""

Spread = Sequence[tuple[int, MeetingFact | Judgement]]
"""What is to be changed of whole meetings: for the tellings of an article, by index."""

OF_MEETINGS: Final = {"meetings", "participants"}


def of_meetings(corrections: Iterable[Correction]) -> Iterator[MeetingFact | Judgement]:
    """Yield those that are about a whole meeting, in whatever articles it is told."""
    for one in corrections:
        if isinstance(one, MeetingFact) or (isinstance(one, Judgement) and one.table in OF_MEETINGS):
            yield one


class Amendment:
    """An article under correction: its reading, and what else was decided of it."""

    def __init__(self, reading: Reading, book: Book, tell: Tell) -> None:
        self.reading = known_as(reading, {one.referent.key: one.referent for one in book.entries.values()})
        self.book, self.tell = book, tell
        self.decisions: list[Decision] = []
        self.quotes: set[int] = set()
        """Quotes that should not be there."""
        self.tellings: set[int] = set()
        """Tellings that should not be there."""
        self.voiced: set[int] = set()
        """Quotes of which it was said who says them."""
        self.used: set[str] = set()
        """The lines of corrections that changed something here."""

    def decide(self, decision: Decision) -> None:
        """Keep a decision."""
        self.decisions.append(decision)
        self.used.add(decision.line)

    def fits(self, one: Placed) -> bool:
        """Whether the words of a correction stand where it says; if not, that is told."""
        return words_fit(self.reading, one, self.tell)


def words_fit(reading: Reading, one: Placed, tell: Tell) -> bool:
    """Whether the words of a correction stand where it says; if not, that is told."""
    span, passages = span_of(one), reading.dispatch.passages
    if span is None or not 0 <= span.passage < len(passages):
        tell(one, f"found no paragraph {one.paragraph_id}; expected it to be there")
        return False
    words, place = reading.words(span), f"{one.start} to {one.end} of {one.paragraph_id}"
    fits = words == one.text and len(words) == span.end - span.start
    if words != one.text:
        tell(one, f"found “{words}” at {place}; expected “{one.text}”")
    elif not fits:
        tell(one, f"found the end of the paragraph before that of {place}; expected an end within it")
    return fits


def amended(reading: Reading, book: Book, spread: Spread, tell: Tell) -> tuple[Reading, set[str]]:
    """The reading with all that corrections change in it, and the lines of those that did."""
    amendment = Amendment(reading, book, tell)
    here = list(book.here(reading.dispatch.article_id))
    for step in (identify, rename, give_voices, judge):
        step(amendment, here)
    settle(amendment, spread)
    found = without(fitting(amendment.reading, book.now), amendment.quotes, amendment.tellings)
    for key, names in book.names.items():
        found = blackened(forgotten(found, key), names_here(found, names))
    kept = (one for one in amendment.decisions if one.key not in book.names)
    return replace(found, decisions=tuple(dict.fromkeys(kept))), amendment.used


def identify(amendment: Amendment, here: Iterable[Correction]) -> None:
    """Have things be what they were said to be, all at once: what one is said to be is not changed again."""
    known = {key for _, key in meanings(amendment.reading)}
    for one in here:
        if isinstance(one, Identity) and amendment.book.own_key(one.entity_id) in known:
            amendment.used.add(one.line)
    others = amendment.book.identities(amendment.reading.dispatch.article_id)
    if not known.isdisjoint(others):
        amendment.reading = identified(amendment.reading, others)


def rename(amendment: Amendment, here: Iterable[Correction]) -> None:
    """Have names mean what they were said to mean; several rows of one place mean several."""
    meant: dict[Span, list[Naming]] = {}
    for one in here:
        if isinstance(one, Naming):
            for span in spans_of(amendment, one):
                meant.setdefault(span, []).append(one)
    for span, rows in sorted(meant.items()):
        # what is said of a place goes before what is said of the article, and that before all
        nearest = max(map(nearness, rows))
        amendment.used.update(one.line for one in rows)
        holding = [one for one in rows if nearness(one) == nearest]
        keys: Meant = tuple(amendment.book.key(one.entity_id) for one in holding if one.entity_id) or NOBODY
        amendment.reading = relinked(amendment.reading, span, keys)
        for one in holding:
            key = amendment.book.key(one.entity_id) if one.entity_id else None
            amendment.decide(Decision("mentions", span, key, "entity_id", key, one.line))


def nearness(one: Naming) -> int:
    """How narrowly a correction says where it holds."""
    return 2 if one.paragraph_id else 1 if one.article_id else 0


def spans_of(amendment: Amendment, one: Naming) -> Iterator[Span]:
    """Yield where a name stands that a correction is about."""
    span = span_of(one)
    if span is None:
        yield from dict.fromkeys(each.span for each in amendment.reading.mentions if each.text == one.text)
    elif amendment.fits(one):
        yield span


def give_voices(amendment: Amendment, here: Iterable[Correction]) -> None:
    """Have quotes said by those who were said to say them."""
    said: dict[Span, list[Voice]] = {}
    for one in here:
        if isinstance(one, Voice) and amendment.fits(one):
            said.setdefault(span_of(one) or Span(0, 0, 0), []).append(one)
    for span, rows in sorted(said.items()):
        at = quote_at(amendment.reading, span)
        if at is None:
            amendment.tell(rows[0], "found no quote of these words; expected one")
            continue
        keys = [amendment.book.key(one.entity_id) for one in rows if one.entity_id]
        before = amendment.reading.quotes
        amendment.reading = spoken(amendment.reading, at, list(dict.fromkeys(keys)))
        pairs = zip(before, amendment.reading.quotes, strict=True)
        amendment.voiced.update(index for index, (old, new) in enumerate(pairs) if old is not new)
        for one in rows:
            key = amendment.book.key(one.entity_id) if one.entity_id else None
            amendment.decide(Decision("speakers", span, key, "entity_id", key, one.line))


def quote_at(reading: Reading, span: Span) -> int | None:
    """The quote of some words."""
    return next((at for at, one in enumerate(reading.quotes) if one.found.content == span), None)


def judge(amendment: Amendment, here: Iterable[Correction]) -> None:
    """Take out rows that are wrong, and mark those that are right."""
    for one in here:
        if isinstance(one, Judgement) and one.table in JUDGES and amendment.fits(one):
            span = span_of(one)
            if span:
                key = amendment.book.key(one.entity_id) if one.entity_id else None
                if not JUDGES[one.table](amendment, one, span, key):
                    amendment.tell(one, f"found no row of {one.table} of these words; expected one")


def judge_mention(amendment: Amendment, one: Judgement, span: Span, key: str | None) -> bool:
    """Judge what a stretch means; false if it means nothing."""
    known = [meant for at, meant in meanings(amendment.reading) if at == span]
    if not known or (key and key not in known):
        return False
    if one.verdict == "wrong":
        quotes = amendment.reading.quotes
        fewer = unlinked(amendment.reading, span, key) if key else relinked(amendment.reading, span, ())
        amendment.reading = still_said(fewer, quotes, amendment.voiced)
    else:
        amendment.decide(Decision("mentions", span, key, line=one.line))
    return True


def still_said(reading: Reading, quotes: Sequence[LinkedQuote], voiced: Collection[int]) -> Reading:
    """The reading in which those still say a quote who were said to, whatever name of theirs is gone."""

    def speakers(at: int, one: LinkedQuote) -> tuple[tuple[str, Span], ...]:
        keys = {key for key, _ in one.speakers}
        return (
            *one.speakers,
            *(each for each in quotes[at].speakers if at in voiced and each[0] not in keys),
        )

    found = (replace(one, speakers=speakers(at, one)) for at, one in enumerate(reading.quotes))
    return replace(reading, quotes=tuple(found))


def judge_quote(amendment: Amendment, one: Judgement, span: Span, _: str | None) -> bool:
    """Judge a quote; false if there is none."""
    at = quote_at(amendment.reading, span)
    if at is not None and one.verdict == "wrong":
        amendment.quotes.add(at)
    elif at is not None:
        amendment.decide(Decision("quotes", span, line=one.line))
    return at is not None


def judge_speaker(amendment: Amendment, one: Judgement, span: Span, key: str | None) -> bool:
    """Judge who says a quote; false if it is said by others."""
    at = quote_at(amendment.reading, span)
    speakers = [] if at is None else [each for each, _ in amendment.reading.quotes[at].speakers]
    if at is None or key not in speakers:
        return False
    if one.verdict == "wrong":
        amendment.reading = spoken(amendment.reading, at, [each for each in speakers if each != key])
    else:
        amendment.decide(Decision("speakers", span, key, line=one.line))
    return True


def judge_report(amendment: Amendment, one: Judgement, span: Span, _: str | None) -> bool:
    """Judge a report of a meeting; false if there is none."""
    found = tellings_at(amendment.reading, span)
    if one.verdict == "wrong":
        amendment.tellings.update(found)
    elif found:
        amendment.decide(Decision("reports", span, line=one.line))
    return bool(found)


JUDGES: Final = {
    "mentions": judge_mention,
    "quotes": judge_quote,
    "speakers": judge_speaker,
    "reports": judge_report,
}
"""How the rows of each table are judged, but for those that are told in several articles."""


def tellings_at(reading: Reading, span: Span) -> list[int]:
    """The tellings whose report some words are."""
    return [at for at, one in enumerate(reading.tellings) if one.found.report == span]


def settle(amendment: Amendment, spread: Spread) -> None:
    """Have meetings be as they were said to have been, in all that this article tells of them."""
    for at, one in spread:
        if isinstance(one, MeetingFact):
            settle_fact(amendment, at, one)
        elif one.table == "participants" and one.entity_id:
            settle_participant(amendment, at, one, amendment.book.key(one.entity_id))
        elif one.verdict == "wrong":
            amendment.tellings.add(at)
        else:
            amendment.decide(of_telling(amendment, at, Decision("meetings", NOWHERE, line=one.line)))


def settle_participant(amendment: Amendment, at: int, one: Judgement, key: str) -> None:
    """Have someone take part or not in what a telling tells of."""
    tellings = amendment.reading.tellings
    # who is said to have met jointly takes part by another telling
    among = tellings if tellings[at].found.joint else tellings[at : at + 1]
    told = any(key == each for telling in among for each, _ in telling.attendees)
    if one.verdict == "right":
        amendment.decide(of_telling(amendment, at, Decision("participants", NOWHERE, key, line=one.line)))
    elif told:
        amendment.reading = without_participant(amendment.reading, at, key)
        absent = Decision("participants", NOWHERE, key, "entity_id", None, one.line)
        amendment.decide(of_telling(amendment, at, absent))


def of_telling(amendment: Amendment, at: int, decision: Decision) -> Decision:
    """A decision with the words of the telling that it is about."""
    found = amendment.reading.tellings[at].found
    return decision._replace(span=found.trigger, report=found.report)


def settle_fact(amendment: Amendment, at: int, one: MeetingFact) -> None:
    """Have one fact of a meeting be as it was said to have been."""
    value = (
        amendment.book.key(one.value) if one.field in {"place_id", "participant"} and one.value else one.value
    )
    if one.field == "participant" and value:
        amendment.reading = with_participant(amendment.reading, at, value)
        added = Decision("participants", NOWHERE, value, "entity_id", value, one.line)
        amendment.decide(of_telling(amendment, at, added))
    else:
        amendment.decide(
            of_telling(amendment, at, Decision("meetings", NOWHERE, None, one.field, value, one.line))
        )
