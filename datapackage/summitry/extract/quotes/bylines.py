"""Quotes that a name attributes without a verb: `Lund: “No.”`, `“No.” — Ann Lund`, `Q: Why?`."""

import re

from summitry.extract.quotes.drafts import Draft
from summitry.extract.quotes.marks import Region
from summitry.extract.quotes.sheet import Sheet
from summitry.extract.words import word_lists
from summitry.page import Page, Span
from summitry.settings import NAME_WORDS

# “LUND: ”, “Q: ”, “Ms. LUND: ”, with the mark that a transcript may open with
TURN = re.compile(
    r"\W?((?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)"
)
# words before the name in a label: “SECRETARY LUND: ”
TITLES = ("honorifics", "job_titles", "portfolio_words", "title_modifiers")
# “ — Ann Lund”, “.― Ann M. Lund, Oslo” at the end of a paragraph
SIGNATURE = re.compile(
    r"[.,]?\s*[—–―-]{1,2}\s*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*| de| van| von| al)*[\w])(?:,[^.]*)?\.?$"
)


def with_bylines(sheet: Sheet, drafts: list[Draft], surnames: frozenset[str]) -> list[Draft]:
    """The quotes of a paragraph with those that a name attributes; `surnames` are the last words of names."""
    if (title := headline(sheet, surnames)) is not None:
        return [title]
    found = list(drafts)
    for number, region in enumerate(sheet.regions):
        if any(draft.meets(region.start, region.end) for draft in found):
            continue
        speaker = signature(sheet, region) or heading(sheet, number)
        if speaker:
            found.append(Draft(sheet, region.first, region.last, None, speaker))
    return sorted(found, key=lambda draft: (draft.start, -draft.end))


def turn_of(sheet: Sheet) -> Draft | None:
    """What someone says in a transcript: `LUND: We will see`."""
    match = TURN.match(sheet.leaf.text)
    if match is None:
        return None
    end = len(sheet.leaf.text)
    if sheet.regions and sheet.regions[0].start < match.start(1):
        end = sheet.regions[-1].last
    text = sheet.leaf.text[match.end() : end].rstrip()
    start, after = match.span(1)
    words = match[1].split()
    titles = word_lists(*TITLES)
    while len(words) > 1 and words[0].lower() in titles | {word.rstrip(".") for word in titles}:
        start += len(words.pop(0)) + 1
    speaker = Span(sheet.leaf.index, start, after)
    return Draft(sheet, match.end(), match.end() + len(text), None, speaker, is_turn=True)


def is_transcript(page: Page) -> bool:
    """Whether labels give the word to more than one: a single `NOTE: …` is none."""
    labels = {match[1] for leaf in page.leaves if (match := TURN.match(leaf.text))}
    return len(labels) > 1


def goes_on(sheet: Sheet, last: Draft | None) -> Draft | None:
    """What a paragraph without a label adds to a turn: all of it, in an interview only words of a speaker."""
    if last is None or not last.is_turn or last.speaker is None:
        return None
    text = sheet.leaf.text
    if text.startswith("(") or (sheet.regions and sheet.regions[0].start == 0):
        return None
    root = last
    while root.continues is not None:
        root = root.continues
    if root.sheet.leaf.text.startswith(("Q:", "A:")) and not speaks_itself(sheet):
        return None
    return Draft(sheet, 0, len(text.rstrip()), None, last.speaker, continues=last, is_turn=True)


def speaks_itself(sheet: Sheet) -> bool:
    """Whether a paragraph has `I` or `we` as a subject outside marks."""
    return any(
        token.lower in {"i", "we"} and token.dep.startswith("nsubj") and sheet.is_outside(at)
        for at, token in enumerate(sheet.tokens)
    )


def headline(sheet: Sheet, surnames: frozenset[str]) -> Draft | None:
    """What a headline reports of someone whom the article names: `Lund: Ferry Was ‘Old’`."""
    text = sheet.leaf.text
    colon = text.find(": ")
    if sheet.leaf.index or colon < 0 or not all(word[0].isupper() for word in text[:colon].split()):
        return None
    name = text[:colon].split()
    if not 0 < len(name) <= NAME_WORDS or name[-1] not in surnames:
        return None
    whole = (
        sheet.regions
        and sheet.regions[0].start == colon + 2
        and text[sheet.regions[0].end :].strip(" .") == ""
    )
    start, end = sheet.regions[0][2:4] if whole else (colon + 2, len(text.rstrip(" .")))
    return Draft(sheet, start, end, None, Span(0, 0, colon))


def signature(sheet: Sheet, region: Region) -> Span | None:
    """The name after a dash: `“No.” — Ann Lund`."""
    match = SIGNATURE.match(sheet.leaf.text, region.end)
    if match is None or not sheet.leaf.text[: region.last].rstrip("”’\"' ").endswith(
        (".", "?", "!", ",", "…")
    ):
        return None
    return Span(sheet.leaf.index, *match.span(1))


def heading(sheet: Sheet, number: int) -> Span | None:
    """The name before a colon at the start of a paragraph: `Lund: ‘We Will See’`."""
    first, after = sheet.tokens_of(number)
    if sheet.lower(first - 1) != ":" or any(sheet.is_word(at) for at in range(after, len(sheet.tokens))):
        return None
    return name_between(sheet, sheet.sentence_of(first)[0], first - 1)


def name_between(sheet: Sheet, first: int, last: int) -> Span | None:
    """The characters of some tokens if they hold a name and no verb."""
    words = [at for at in range(first, last) if sheet.is_word(at)]
    named = any(sheet.pos(at) == "PROPN" for at in words) or all(
        sheet.tokens[at].text[0].isupper() for at in words
    )
    if (
        not words
        or not named
        or len(words) > NAME_WORDS
        or sheet.has_finite(first, last)
        or not all(map(sheet.is_outside, words))
    ):
        return None
    return Span(sheet.leaf.index, sheet.tokens[words[0]].start, sheet.tokens[words[-1]].end)
