"""Words in marks that no act of their sentence attributes: they carry on what was said before."""

from summitry.extract.quotes.cues import act_at
from summitry.extract.quotes.drafts import Draft
from summitry.extract.quotes.phrases import phrase_of
from summitry.extract.quotes.sheet import Sheet
from summitry.extract.quotes.speakers import speaker_of
from summitry.page import Span
from summitry.settings import SMALL_WORD


def with_floating(
    sheet: Sheet, drafts: list[Draft], before: Sheet | None, earlier: list[Draft]
) -> list[Draft]:
    """The quotes of a paragraph with those without a cue; `earlier` are those of the paragraph `before`."""
    quotes = list(drafts)
    for number, region in enumerate(sheet.regions):
        if any(draft.meets(region.start, region.end) for draft in quotes) or not stands_alone(sheet, number):
            continue
        origin: tuple[Draft | None, Span | None]
        previous = [draft for draft in quotes if draft.end <= region.start]
        if previous:
            origin = from_earlier(previous)
        elif number == 0 and sheet.tokens_of(0)[0] == 0 and before is not None:
            origin = from_before(before, earlier)
        else:
            origin = None, None
        carried, speaker = origin
        quotes.append(Draft(sheet, region.first, region.last, speaker=speaker, continues=carried))
        quotes.sort(key=lambda draft: (draft.start, -draft.end))
    return quotes


def stands_alone(sheet: Sheet, number: int) -> bool:
    """Whether a region is a whole sentence, and no heading or stage direction."""
    first, last = sheet.tokens_of(number)
    start, end = sheet.sentence_of(first)
    if any(sheet.is_outside(at) and sheet.is_word(at) for at in range(start, end)):
        return False
    words = sheet.words_of(number)
    alone = not any(map(sheet.is_word, range(first))) and last + 1 >= len(sheet.tokens)
    return not (alone and is_heading(words)) and not (
        words.startswith("(") and words.rstrip(".").endswith(")")
    )


def is_heading(words: str) -> bool:
    """Whether all but small words are capitalised, as in a headline.

    >>> is_heading("A Day in Oslo"), is_heading("We will go to Oslo.")
    (True, False)
    """
    longer = [word for word in words.split() if len(word.strip(".,?!’'")) > SMALL_WORD]
    if len(longer) > 1:
        return not any(word[0].islower() for word in longer)
    short = words.split()
    return len(short) > 1 and short[0][0].isupper() and short[-1][0].isupper() and words[-1].isalnum()


def from_before(before: Sheet, earlier: list[Draft]) -> tuple[Draft | None, Span | None]:
    """What a paragraph that opens in marks carries on, and who speaks in it."""
    if before.leaf.text.rstrip().endswith(":"):
        return None, announcer(before)
    return from_earlier(earlier)


def from_earlier(earlier: list[Draft]) -> tuple[Draft | None, Span | None]:
    """The last of some quotes and its speaker."""
    return (earlier[-1], earlier[-1].speaker) if earlier else (None, None)


def announcer(sheet: Sheet) -> Span | None:
    """Who speaks after `… said:`, the subject of the last speech act or of the last sentence."""
    first, last = sheet.sentences[-1]
    for at in range(last - 1, first - 1, -1):
        act = act_at(sheet, at)
        if act is not None and (where := speaker_of(sheet, act)) is not None:
            return Span(sheet.leaf.index, *where)
    subjects = [at for at in range(first, last) if sheet.tokens[at].dep == "nsubj" and sheet.is_outside(at)]
    return Span(sheet.leaf.index, *phrase_of(sheet, subjects[0])) if subjects else None
