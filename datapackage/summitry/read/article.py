"""An article from its text: head, agency, dateline and paragraphs."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from summitry.page import Dispatch, Passage
from summitry.read.byline import is_byline
from summitry.read.dateline import SOURCES, line_opening, opening_of, place_of
from summitry.read.header import REST, Header, read_fields
from summitry.read.keys import article_key, paragraph_id
from summitry.read.known import agencies
from summitry.read.language import language_of
from summitry.read.paragraphs import VISIBLE, Stretch, lines_of, paragraphs_of
from summitry.read.signoff import SignOff, without_sign_off
from summitry.read.text import cell, normal
from summitry.read.unfit import Unfit, shown
from summitry.read.wire import read_wire
from summitry.rows import Article, DateSource, Paragraph
from summitry.settings import ENGLISH, MAX_HEADING_CHARS, MAX_HEADING_LINES, MAX_PARAGRAPH_CHARS

ADDRESS: Final = re.compile(r"https?://\S+")
LANGUAGE: Final = re.compile("[a-z]{2}")
# “with CNA” of “Staff writer, with CNA”
CREDITED: Final = re.compile(rf"\b(?:{SOURCES})\b")


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an article beside its text; filled in while its head is read."""

    sha256: str
    source: str | None = None
    id: str | None = None
    stem: str | None = None
    """The id of an article that names none of its own."""
    keyed: bool = True
    """Whether the id must be fit for a key; if not, it stays as given."""
    published_on: date | None = None
    date_source: DateSource | None = None
    """What told the day; null stands for the metadata of the format."""
    title: str | None = None
    url: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None

    def given(self, values: Mapping[str, str]) -> "Card":
        """The card with the values of a head; a second, different value for one thing is refused."""
        told = {name: value for name, text in values.items() if (value := cell(text))}
        for name, value in told.items():
            if (known := getattr(self, name)) not in {None, value}:
                raise Unfit(name, f"“{shown(value)}” beside “{shown(str(known))}”", f"one {name}")
        return replace(self, **told)  # type: ignore[arg-type]  # the names are those of text fields

    def dated(self, day: date) -> "Card":
        """The card with the date of the head; a different date is refused."""
        if self.published_on not in {None, day}:
            raise Unfit("date", f"{day} in the text beside {self.published_on}", "one date")
        if self.published_on:
            return self
        return replace(self, published_on=day, date_source="header")

    def opened(self, agency: str | None, dateline: str | None) -> "Card | None":
        """The card with agency and dateline from the text; none if they contradict what is known."""
        if clash(self.agency, agency, canonical) or clash(self.dateline, dateline, place_of):
            return None
        written = max((self.dateline or "", dateline or ""), key=len)
        return replace(self, agency=self.agency or agency, dateline=written or None)


def clash(known: str | None, told: str | None, meaning: Callable[[str], str]) -> bool:
    """Whether two forms are both there and mean different things."""
    return bool(known and told) and meaning(known or "").casefold() != meaning(told or "").casefold()


def canonical(agency: str) -> str:
    """The one name of an agency, however written.

    >>> canonical("AFP"), canonical("The Fjord Post")
    ('Agence France-Presse', 'The Fjord Post')
    """
    return agencies().get(agency, agency)


def dispatch_of(text: str, card: Card, header: Header | None) -> Dispatch:
    """The article in a text: what its head says, and its paragraphs."""
    at = 0
    if header:
        card, at = read_head(text, card, header)
    card, at = read_wire_header(text, at, card)
    above = at
    card, at = read_lines(text, at, card, keep_last=header is None)
    stretches = tuple(paragraphs_of(text, at))
    ended = without_sign_off(text, stretches) if stretches else SignOff(())
    passages, changes = passages_of(text, ended.stretches)
    if not passages:
        raise Unfit(None, "a header but no text" if header else "no text", "at least one paragraph")
    card, opening, passages = read_opening(card, passages)
    check(card)
    given_id = card.id or card.stem or ""
    return Dispatch(
        article_id=article_key(given_id) if card.keyed else given_id,
        source=card.source,
        sha256=card.sha256,
        published_on=card.published_on,
        title=card.title,
        agency=card.agency or agency_in(card.byline) or ended.agency,
        byline=card.byline or ended.byline,
        dateline=card.dateline,
        url=card.url,
        language=language_told(card, passages),
        changes=changes,
        passages=passages,
        opening=opening or lines_above(text, above, at),
        date_source=card.date_source,
    )


def language_told(card: Card, passages: tuple[Passage, ...]) -> str:
    """The language that is given; where that is English, or none, the one that the text is in.

    Feeds call everything English.
    """
    if card.language and card.language != ENGLISH:
        return card.language
    return language_of(passage.text for passage in passages)


def agency_in(byline: str | None) -> str | None:
    """The agency that a byline credits: `CNA` in “Staff writer, with CNA”."""
    found = CREDITED.search(byline or "")
    return found[0] if found else None


def check(card: Card) -> None:
    """Stop at an address or a language code that cannot be one."""
    if card.url and not ADDRESS.fullmatch(card.url):
        raise Unfit("url", f"“{shown(card.url)}”", "an address that begins with http:// or https://")
    if card.language and not LANGUAGE.fullmatch(card.language):
        raise Unfit("language", f"“{shown(card.language)}”", "a code of two letters, such as en")


def read_head(text: str, card: Card, header: Header) -> tuple[Card, int]:
    """The card with the date line and the lines `name: value` below it, and where the text goes on."""
    card = card.dated(header.day)
    rest = REST.match(text, header.end)
    end = rest.end() if rest else header.end
    if VISIBLE.search(text, header.end, end):
        signed = read_line(text, header.end, end, card, beside_date=True)
        if not signed:
            return card, header.end
        card = signed
    values, end = read_fields(text, end)
    return card.given(values), end


def read_wire_header(text: str, at: int, card: Card) -> tuple[Card, int]:
    """The card with headline and byline of a wire header, if one begins there, and where it ends.

    What is known of an article from elsewhere comes before what its header says.
    """
    wire = read_wire(text, at, card.title)
    if not wire:
        return card, at
    told = replace(
        card,
        title=card.title or wire.title,
        byline=card.byline or wire.byline,
        agency=card.agency or wire.agency,
    )
    return told, wire.end


def read_lines(text: str, at: int, card: Card, *, keep_last: bool) -> tuple[Card, int]:
    """The card with the lines before the text that hold nothing but a byline, an agency or a dateline."""
    for _ in range(MAX_HEADING_LINES):
        lines = lines_of(text, at)
        first, last = next(lines, (at, at))
        signed = read_line(text, first, last, card)
        if not signed or (keep_last and next(lines, None) is None):
            break
        card, at = signed, last
    return card, at


def read_line(text: str, first: int, last: int, card: Card, *, beside_date: bool = False) -> Card | None:
    """The card with what a line says of the article's origin; none if the line is text."""
    if not 0 < last - first <= 2 * MAX_HEADING_CHARS:
        return None
    try:
        line = cell(text[first:last]) or ""
    except Unfit:  # told with its paragraph later
        return None
    if is_byline(line):
        return signed_by(card, line)
    if found := line_opening(line, beside_date=beside_date):
        return card.opened(found.agency, found.dateline)
    return None


def signed_by(card: Card, line: str) -> Card | None:
    """The card with a byline; none if another one is known."""
    if card.byline is None:
        return replace(card, byline=line)
    known = card.byline.casefold().removeprefix("by ")
    return card if line.casefold().removeprefix("by ") == known else None


def lines_above(text: str, first: int, last: int) -> Passage | None:
    """The lines before the text as one, if there are any."""
    return normal(text, first, last)[0] if text[first:last].strip() else None


def read_opening(
    card: Card, passages: tuple[Passage, ...]
) -> tuple[Card, Passage | None, tuple[Passage, ...]]:
    """The card with agency and dateline from before the first sentence, these, and the paragraphs without."""
    first, *others = passages
    found = opening_of(first.text)
    opened = card.opened(found.agency, found.dateline) if found else None
    if not found or not opened:
        return card, None, passages
    start = len(first.text) - len(first.text[found.end :].lstrip())
    opening = Passage(first.text[: found.end], first.origins[: found.end + 1])
    return opened, opening, (Passage(first.text[start:], first.origins[start:]), *others)


def passages_of(text: str, stretches: Iterable[Stretch]) -> tuple[tuple[Passage, ...], int]:
    """The paragraphs that stand there, and how many of their characters reading changed."""
    passages, changes = [], 0
    for position, (first, last) in enumerate(stretches, 1):
        if last - first > MAX_PARAGRAPH_CHARS:
            allowed = f"at most {MAX_PARAGRAPH_CHARS:,}"
            raise Unfit(f"paragraph {position}", f"{last - first:,} characters", allowed)
        try:
            passage, changed = normal(text, first, last)
        except Unfit as unfit:
            raise Unfit(f"paragraph {position}", unfit.found, unfit.expected) from unfit
        passages.append(passage)
        changes += changed
    return tuple(passages), changes


def article_row(dispatch: Dispatch) -> Article:
    """The row of the article in the table `articles`; whether it is a copy, only all articles tell."""
    if dispatch.published_on is None:
        raise ValueError(f"{dispatch.article_id} has no date, and so no row")
    return Article(
        article_id=dispatch.article_id,
        source=dispatch.source,
        sha256=dispatch.sha256,
        published_on=dispatch.published_on,
        title=dispatch.title,
        byline=dispatch.byline,
        agency=dispatch.agency,
        dateline=place_of(dispatch.dateline) if dispatch.dateline else None,
        url=dispatch.url,
        language=dispatch.language,
        paragraph_count=len(dispatch.passages),
        word_count=sum(len(passage.text.split()) for passage in dispatch.passages),
        changes=dispatch.changes,
        story_id=dispatch.article_id,
        date_source=dispatch.date_source or "metadata",
    )


def paragraph_rows(dispatch: Dispatch) -> tuple[Paragraph, ...]:
    """The rows of the article in the table `paragraphs`, in reading order."""
    return tuple(
        Paragraph(paragraph_id(dispatch.article_id, position), dispatch.article_id, position, passage.text)
        for position, passage in enumerate(dispatch.passages, 1)
    )
