"""Words in marks that no act of their sentence attributes: they carry on what was said before."""

from summitry.extract.quotes.cues import act_at
from summitry.extract.quotes.drafts import Draft
from summitry.extract.quotes.phrases import phrase_of
from summitry.extract.quotes.sheet import Sheet, is_heading
from summitry.extract.quotes.speakers import can_speak, speaker_of
from summitry.extract.words import word_list
from summitry.page import Span


def with_floating(
    sheet: Sheet, drafts: list[Draft], before: Sheet | None, earlier: list[Draft]
) -> list[Draft]:
    """The quotes of a paragraph with those without a cue; `earlier` are those of the paragraph `before`."""
    quotes = list(drafts)
    for number, region in enumerate(sheet.regions):
        if any(draft.meets(region.start, region.end) for draft in quotes):
            continue
        if is_led_in(sheet, number):
            quotes.append(Draft(sheet, region.first, region.last, speaker=announcer(sheet, number)))
            quotes.sort(key=lambda draft: (draft.start, -draft.end))
            continue
        if not stands_alone(sheet, number):
            continue
        origin: tuple[Draft | None, Span | None]
        previous = [draft for draft in quotes if draft.end <= region.start]
        if (leader := lead_in(sheet, number, before)) is not None:
            origin = None, leader
        elif previous:
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


def is_led_in(sheet: Sheet, number: int) -> bool:
    """Whether a sentence and a colon lead to a region that is a sentence: `The answer was brief: “No.”`."""
    first, last = sheet.tokens_of(number)
    start, end = sheet.sentence_of(first)
    words = sheet.words_of(number)
    return (
        sheet.lower(first - 1) == ":"
        and sheet.has_finite(start, first)
        and words[:1].isupper()
        and words.endswith((".", "?", "!", "…"))
        and not is_heading(words)
        and not any(sheet.is_word(at) for at in range(last, end))
    )


def lead_in(sheet: Sheet, number: int, before: Sheet | None) -> Span | None:
    """Who speaks where the sentence before or after a region tells it: `Lund remembers it otherwise.`."""
    first, after = sheet.tokens_of(number)
    around = [(sheet, one) for one in sheet.sentences if first == one[1] or after == one[0]]
    if first == 0 and before is not None:
        around.append((before, before.sentences[-1]))
    told = (leader_of(page, *sentence) for page, sentence in around)
    return next((leader for leader in told if leader), None)


def leader_of(sheet: Sheet, first: int, last: int) -> Span | None:
    """The subject of a sentence without marks that leads to words in marks."""
    if not all(map(sheet.is_outside, range(first, last))):
        return None
    for at in range(first, last):
        verb = sheet.pos(at) == "VERB" and sheet.tokens[at].lemma.lower() in word_list("lead_in_verbs")
        for subject in sheet.children(at, "nsubj") if verb else ():
            if can_speak(sheet, subject):
                return Span(sheet.leaf.index, *phrase_of(sheet, subject))
    return None


def from_before(before: Sheet, earlier: list[Draft]) -> tuple[Draft | None, Span | None]:
    """What a paragraph that opens in marks carries on, and who speaks in it."""
    if before.leaf.text.rstrip().endswith(":"):
        return None, announcer(before, None)
    return from_earlier(earlier)


def from_earlier(earlier: list[Draft]) -> tuple[Draft | None, Span | None]:
    """The last of some quotes and its speaker."""
    return (earlier[-1], earlier[-1].speaker) if earlier else (None, None)


def announcer(sheet: Sheet, number: int | None) -> Span | None:
    """Who speaks after `… said:`, the subject of the last speech act or of the sentence.

    `number` is that of the region in the sentence, without which the next paragraph is announced.
    """
    first, last = sheet.sentences[-1] if number is None else sheet.sentence_of(sheet.tokens_of(number)[0])
    for at in range(last - 1, first - 1, -1):
        act = act_at(sheet, at)
        if act is not None and (where := speaker_of(sheet, act)) is not None:
            return Span(sheet.leaf.index, *where)
    subjects = [at for at in range(first, last) if sheet.tokens[at].dep == "nsubj" and sheet.is_outside(at)]
    if not subjects or (number is not None and not can_speak(sheet, subjects[0])):
        return None
    return Span(sheet.leaf.index, *phrase_of(sheet, subjects[0]))
