"""The quotes that a speech act of their own sentence attributes."""

from typing import NamedTuple

from summitry.extract.quotes.addressees import addressee_of
from summitry.extract.quotes.attribution import (
    Attribution,
    attribution,
    closing_words,
    left_edge,
    source_head,
)
from summitry.extract.quotes.cues import Act, act_at, acts_of, is_passive, is_unreal
from summitry.extract.quotes.drafts import Draft, characters
from summitry.extract.quotes.ends import before_pause, end_of
from summitry.extract.quotes.extent import forward
from summitry.extract.quotes.sheet import Sheet
from summitry.extract.quotes.speakers import can_speak, speaker_of, subject_of
from summitry.page import Span
from summitry.settings import MAX_ASIDE_WORDS


class Piece(NamedTuple):
    """Tokens that an act attributes, and whether they carry on what stands before it."""

    start: int
    end: int
    act: Act
    carries_on: bool = False

    def meets(self, start: int, end: int) -> bool:
        """Whether the piece shares a token with a stretch."""
        return self.start < end and start < self.end


def attributed(sheet: Sheet) -> list[Draft]:
    """The quotes of a paragraph that an act attributes, in reading order."""
    acts = [act for act in acts_of(sheet) if not act.negated]
    drafts: list[Draft] = []
    for first, last in sheet.sentences:
        if here := [act for act in acts if first <= act.verb < last]:
            drafts += drafts_of(sheet, pieces_of(sheet, here, first, last))
    return drafts


def pieces_of(sheet: Sheet, acts: list[Act], first: int, last: int) -> list[Piece]:
    """The stretches of a sentence that its acts attribute, the outermost alone where one holds another."""
    tails = {act: tail for act in acts if (tail := attribution(sheet, act, first, last))}
    pieces: list[Piece] = []
    limit = last
    for act in acts:
        if act not in tails and (words := closing_words(sheet, act, first, last)):
            pieces.append(Piece(*words, act))
            limit = left_edge(sheet, act, first)
            break
    # what comes before its act is the outermost; `according to` after a quote only says how we know of it
    order = sorted(
        acts, key=lambda act: (act.takes("source") and act.verb > first, act not in tails, act.verb)
    )
    for act in order:
        if any(piece.act == act or piece.meets(act.verb, act.verb + 1) for piece in pieces):
            continue
        for number, (start, stop) in enumerate(stretches_of(sheet, act, tails.get(act), (first, last))):
            end = before_pause(sheet, start, limit) if start < limit < stop else stop
            if not act.takes("source"):
                end = min([end, *(piece.start for piece in pieces if piece.start > start)])
            if not any(piece.meets(start, end) for piece in pieces):
                pieces.append(Piece(start, end, act, number > 0))
    return sorted(pieces, key=lambda piece: piece.start)


def stretches_of(
    sheet: Sheet, act: Act, tail: Attribution | None, sentence: tuple[int, int]
) -> list[tuple[int, int]]:
    """The tokens that an act attributes, before and after it."""
    first, last = sentence
    if tail:
        return [tail.before, *([tail.after] if tail.after else [])]
    if act.takes("source"):
        head = source_head(sheet, act, first, last)
        return [head] if head else []
    if act.takes("noun"):
        return [(act.last + 1, end_of(sheet, act, act.last + 1, last))]
    if act.takes("evidence") and not can_speak(sheet, subject_of(sheet, act)):
        return []
    start = forward(sheet, act, last)
    if start is None:
        return []
    end = before_aside(sheet, start, end_of(sheet, act, start, last))
    plain = all(map(sheet.is_outside, range(start, end)))
    return [] if plain and is_no_report(sheet, act, start) else [(start, end)]


def before_aside(sheet: Sheet, start: int, end: int) -> int:
    """Where words end before the reporter adds what was said of them: `…, a step that he said would help`."""
    for at in range(start + 1, end - 2):
        relative = sheet.lower(at) in {"that", "which"} and sheet.is_outside(at)
        if not relative or sheet.tag(at + 1) != "PRP" or not act_at(sheet, at + 2):
            continue
        pause = next(
            (index for index in range(at - 1, max(start, at - MAX_ASIDE_WORDS), -1) if sheet.is_pause(index)),
            None,
        )
        if pause is not None and not sheet.has_finite(pause, at):
            return pause
    return end


def is_no_report(sheet: Sheet, act: Act, start: int) -> bool:
    """Whether words without marks are no quote: `praised the pact`, `was told to leave`, `will say …`."""
    directive = is_passive(sheet, act) and sheet.lower(start) in {"to", "not"}
    return act.frames <= {"quote", "judge"} or directive or is_unreal(sheet, act)


def drafts_of(sheet: Sheet, pieces: list[Piece]) -> list[Draft]:
    """The quotes with who speaks to whom."""
    drafts: list[Draft] = []
    for piece in pieces:
        first, last = characters(sheet, piece.start, piece.end)
        joined = drafts and is_joined_to(sheet, pieces[len(drafts) - 1], piece.act)
        speaker = drafts[-1].speaker if joined else span_in(sheet, speaker_of(sheet, piece.act))
        if piece.carries_on and drafts:
            drafts.append(Draft(sheet, first, last, speaker=speaker, continues=drafts[-1]))
            continue
        follows = piece.start if piece.start > piece.act.verb else None
        addressee = span_in(sheet, addressee_of(sheet, piece.act, follows))
        drafts.append(Draft(sheet, first, last, piece.act, speaker, addressee))
    return drafts


def is_joined_to(sheet: Sheet, earlier: Piece, act: Act) -> bool:
    """Whether only a conjunction parts an act from the words of the act before, whose subject it shares."""
    between = range(earlier.end, act.verb)
    joined = any(sheet.tag(at) == "CC" for at in between)
    return joined and all(
        sheet.tag(at) in {"CC", "RB", "RBR", "MD"} or not sheet.is_word(at) for at in between
    )


def span_in(sheet: Sheet, where: tuple[int, int] | None) -> Span | None:
    """Characters of a paragraph as a stretch of the page."""
    return Span(sheet.leaf.index, *where) if where else None
