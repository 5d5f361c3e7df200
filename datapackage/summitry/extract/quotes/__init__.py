"""Who said what: direct, mixed and indirect quotations.

Regions in quotation marks are read from the characters (`marks`), speech acts and what they govern from
the words (`cues`, `extent`, `ends`, `attribution`, `clauses`), and what no act of its sentence attributes
from its place (`bylines`, `floating`). Only the outermost act has a quote; a belief, a negated act and a
title in marks have none.
"""

from summitry.extract.found import FoundQuote
from summitry.extract.quotes.bylines import goes_on, is_transcript, turn_of, with_bylines
from summitry.extract.quotes.clauses import attributed
from summitry.extract.quotes.drafts import Draft
from summitry.extract.quotes.floating import with_floating
from summitry.extract.quotes.sheet import Sheet, sheet_of
from summitry.page import Page, Span


def find_quotes(page: Page) -> list[FoundQuote]:
    """The quotes of a page, in reading order."""
    drafts: list[Draft] = []
    surnames = surnames_of(page)
    transcript = is_transcript(page)
    before: Sheet | None = None
    earlier: list[Draft] = []
    for leaf in page.leaves:
        sheet = sheet_of(leaf)
        last = drafts[-1] if drafts else None
        if turn := (turn_of(sheet) or goes_on(sheet, last)) if transcript else None:
            further = [turn]
        else:
            further = with_bylines(sheet, attributed(sheet), surnames)
        earlier = with_floating(sheet, further, before, earlier)
        before = sheet
        drafts += earlier
    return [found(draft, drafts) for draft in drafts]


def surnames_of(page: Page) -> frozenset[str]:
    """The last words of the names after the first paragraph, which may be a headline."""
    return frozenset(
        leaf.text[name.start : name.end].split()[-1]
        for leaf in page.leaves[1:]
        for name in leaf.names
        if name.label in {"PERSON", "ORG"}
    )


def found(draft: Draft, drafts: list[Draft]) -> FoundQuote:
    """The quote as it is handed on."""
    passage = draft.sheet.leaf.index
    words = draft.sheet.leaf.text[draft.start : draft.end]
    start = draft.start + len(words) - len(words.lstrip())
    content = Span(passage, start, start + len(words.strip()))
    carried = draft.continues
    continues = next((at for at, other in enumerate(drafts) if other is carried), None) if carried else None
    return FoundQuote(draft.kind, content, draft.speaker, draft.cue, draft.addressee, continues)
