"""Who said what: direct, mixed and indirect quotations."""

from summitry.extract.found import FoundQuote
from summitry.extract.quotes.addressees import addressee_of
from summitry.extract.quotes.attribution import (
    Attribution,
    attribution,
    closing_words,
    left_edge,
    source_head,
)
from summitry.extract.quotes.bylines import with_bylines
from summitry.extract.quotes.cues import Act, acts_of, is_passive, is_unreal
from summitry.extract.quotes.drafts import Draft, characters
from summitry.extract.quotes.extent import forward
from summitry.extract.quotes.ends import before_pause, end_of
from summitry.extract.quotes.floating import with_floating
from summitry.extract.quotes.sheet import Sheet, sheet_of
from summitry.extract.quotes.speakers import can_speak, speaker_of, subject_of
from summitry.page import Page, Span


def find_quotes(page: Page) -> list[FoundQuote]:
    """The quotes of a page, in reading order."""
    drafts: list[Draft] = []
    before: Sheet | None = None
    earlier: list[Draft] = []
    surnames = frozenset(
        leaf.text[name.start : name.end].split()[-1]
        for leaf in page.leaves[1:]
        for name in leaf.names
        if name.label in {"PERSON", "ORG"}
    )
    for leaf in page.leaves:
        sheet = sheet_of(leaf)
        earlier = with_floating(sheet, with_bylines(sheet, attributed(sheet), surnames), before, earlier)
        before = sheet
        drafts += earlier
    return [found(draft, drafts) for draft in drafts]


def found(draft: Draft, drafts: list[Draft]) -> FoundQuote:
    """The quote as it is handed on."""
    passage, tokens = draft.sheet.leaf.index, draft.sheet.tokens
    cue = draft.act and Span(passage, tokens[draft.act.verb].start, tokens[draft.act.last - 1].end)
    continues = next((index for index, other in enumerate(drafts) if other is draft.continues), None)
    return FoundQuote(
        draft.kind, Span(passage, draft.start, draft.end), draft.speaker, cue, draft.addressee, continues
    )


def attributed(sheet: Sheet) -> list[Draft]:
    """The quotes of a paragraph that a speech act of their own sentence attributes, in reading order."""
    acts = [act for act in acts_of(sheet)]
    drafts: list[Draft] = []
    for first, last in sheet.sentences:
        drafts += in_sentence(sheet, [act for act in acts if first <= act.verb < last], first, last)
    return drafts


def in_sentence(sheet: Sheet, acts: list[Act], first: int, last: int) -> list[Draft]:
    """The quotes of one sentence: those before their act, then those after theirs, the sources last."""
    pieces: list[tuple[int, int, Act, bool]] = []
    limit = last
    tails = {act: tail for act in acts if not act.negated and (tail := attribution(sheet, act, first, last))}
    acts = [act for act in acts if not act.negated]
    for act in acts:
        if act not in tails and (words := closing_words(sheet, act, first, last)):
            start, end = words
            pieces.append((start, end, act, False))
            acts = [other for other in acts if other != act]
            limit = left_edge(sheet, act, first)
            break
    for act in sorted(acts, key=lambda act: (act.takes("source") and act.verb > first, act not in tails, act.verb)):
        if act.negated or any(start <= act.verb < end for start, end, *_ in pieces):
            continue
        for number, (start, end) in enumerate(pieces_of(sheet, act, tails.get(act), first, last)):
            if not act.takes("source"):
                end = min([end, *(other for other, *_ in pieces if other > start)])
            if start < limit < end:
                end = before_pause(sheet, start, limit)
            if not any(other < end and start < stop for other, stop, *_ in pieces):
                pieces.append((start, end, act, number > 0))
    drafts: list[Draft] = []
    for start, end, act, second in sorted(pieces, key=lambda piece: piece[0]):
        speaker = span_in(sheet, speaker_of(sheet, act))
        addressee = span_in(
            sheet, addressee_of(sheet, act, start if start > act.verb and not second else None)
        )
        carried = drafts[-1] if second and drafts else None
        drafts.append(Draft(sheet, *characters(sheet, start, end), act, speaker, addressee, carried))
    return drafts


def is_no_report(sheet: Sheet, act: Act, start: int) -> bool:
    """Whether words without marks after an act are no quote: `praised the pact`, `was told to leave`, `will say that …`."""
    directive = is_passive(sheet, act) and sheet.lower(start) in {"to", "not"}
    return act.frames <= {"quote", "judge"} or directive or is_unreal(sheet, act)


def span_in(sheet: Sheet, where: tuple[int, int] | None) -> Span | None:
    """Characters of a paragraph as a stretch of the page."""
    return Span(sheet.leaf.index, *where) if where else None


def pieces_of(
    sheet: Sheet, act: Act, tail: Attribution | None, first: int, last: int
) -> list[tuple[int, int]]:
    """The stretches of tokens that an act attributes."""
    if tail:
        return [tail.before, *([tail.after] if tail.after else [])]
    if act.takes("source"):
        head = source_head(sheet, act, first, last)
        return [head] if head else []
    if act.takes("evidence") and not can_speak(sheet, subject_of(sheet, act)):
        return []
    start = forward(sheet, act, last)
    if start is None:
        return []
    end = end_of(sheet, act, start, last)
    plain = all(sheet.is_outside(at) for at in range(start, end))
    if plain and is_no_report(sheet, act, start):
        return []
    return [(start, end)]
