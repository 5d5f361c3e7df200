"""Words in marks that no act of their sentence attributes: they carry on what was said before."""

from summitry.extract.quotes.cues import act_at
from summitry.extract.quotes.drafts import Draft
from summitry.extract.quotes.sheet import Sheet
from summitry.extract.quotes.speakers import speaker_of, subject_of
from summitry.extract.quotes.phrases import phrase_of
from summitry.page import Span


def with_floating(
    sheet: Sheet, drafts: list[Draft], before: Sheet | None, earlier: list[Draft]
) -> list[Draft]:
    """The quotes of a paragraph with those that have no cue; `before` is the paragraph before, with its quotes."""
    found = list(drafts)
    for number, region in enumerate(sheet.regions):
        if any(draft.meets(region.start, region.end) for draft in found) or not stands_alone(sheet, number):
            continue
        found.append(floating(sheet, number, found, before, earlier))
        found.sort(key=lambda draft: (draft.start, -draft.end))
    return found


def stands_alone(sheet: Sheet, number: int) -> bool:
    """Whether a region is a whole sentence, and no heading or stage direction."""
    first, last = sheet.tokens_of(number)
    start, end = sheet.sentence_of(first)
    if any(sheet.is_outside(at) and sheet.is_word(at) for at in range(start, end)):
        return False
    words = sheet.words_of(number)
    heading = (
        is_heading(words) and not any(map(sheet.is_word, range(first))) and last + 1 >= len(sheet.tokens)
    )
    return not heading and not (words.startswith("(") and words.rstrip(".").endswith(")"))


def is_heading(words: str) -> bool:
    """Whether all longer words are capitalised, as in a headline.

    >>> is_heading("A Day in Oslo"), is_heading("We will go to Oslo.")
    (True, False)
    """
    longer = [word for word in words.split() if len(word.strip(".,?!’'")) > 3]  # noqa: PLR2004  # “from” may be small
    return len(longer) > 1 and all(not word[0].islower() for word in longer)


def floating(
    sheet: Sheet, number: int, found: list[Draft], before: Sheet | None, earlier: list[Draft]
) -> Draft:
    """The quote of a region without a cue, with the speaker of the quote before it, or of the words that announce it."""
    region = sheet.regions[number]
    previous = [draft for draft in found if draft.end <= region.start]
    carried = max(previous, key=lambda draft: draft.end) if previous else None
    opens_paragraph = number == 0 and sheet.tokens_of(0)[0] == 0
    if carried is None and opens_paragraph and before is not None:
        if announces(before):
            return Draft(sheet, region.first, region.last, None, announcer(before))
        carried = earlier[-1] if earlier else None
    return Draft(sheet, region.first, region.last, None, carried.speaker if carried else None, None, carried)


def announces(sheet: Sheet) -> bool:
    """Whether a paragraph ends with a colon: `He said:`"""
    return sheet.leaf.text.rstrip().endswith(":")


def announcer(sheet: Sheet) -> Span | None:
    """Who speaks after a paragraph that ends with a colon: the subject of its last speech act, else of its sentence."""
    first, last = sheet.sentences[-1]
    for at in range(last - 1, first - 1, -1):
        act = act_at(sheet, at)
        if act is not None and (where := speaker_of(sheet, act)) is not None:
            return Span(sheet.leaf.index, *where)
    subjects = [at for at in range(first, last) if sheet.tokens[at].dep == "nsubj" and sheet.is_outside(at)]
    return Span(sheet.leaf.index, *phrase_of(sheet, subjects[0])) if subjects else None
