"""To whom something is said, as written."""

from summitry.extract.quotes.cues import Act, is_inverted, is_passive
from summitry.extract.quotes.phrases import person_at, person_ending, phrase_of
from summitry.extract.quotes.sheet import NOMINAL, PAUSES, Sheet
from summitry.extract.quotes.speakers import head_from, own_subject, resolved
from summitry.extract.words import word_list


def addressee_of(sheet: Sheet, act: Act, start: int | None) -> tuple[int, int] | None:
    """The characters of the addressee; `start` is where the words begin if they follow the act."""
    if (
        start is not None
        and act.takes("request")
        and sheet.lower(start) in {"to", "not"}
        and start > act.last
    ):
        return between(sheet, act.last, start)
    stop = len(sheet.tokens) if start is None else start
    head = addressed(sheet, act, stop)
    if head is None and not act.takes("source"):
        head = recipient(sheet, act, stop)
    return None if head is None else with_article(sheet, head)


def with_article(sheet: Sheet, head: int) -> tuple[int, int]:
    """The characters of who is spoken to: a person by name alone, a body with its article."""
    start, end = phrase_of(sheet, head)
    before = next((token for token in reversed(sheet.tokens[:head]) if token.end <= start), None)
    article = before is not None and before.lower in {"the", "a", "an"} and person_at(sheet, head) is None
    return (before.start if before and article else start), end


def recipient(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The head of the phrase for whom a letter is to: `said in a letter to aides that …`."""
    first, last = sheet.sentence_of(act.verb)
    letters = word_list("letters")
    for at, token in enumerate(sheet.tokens[first : max(0, min(last - 2, stop))], start=first):
        if token.lower in letters and sheet.lower(at + 1) == "to" and sheet.is_outside(at):
            return head_from(sheet, at + 2)
    return None


def between(sheet: Sheet, first: int, last: int) -> tuple[int, int] | None:
    """The characters of who stands between a request and its infinitive."""
    last = next(
        (at for at in range(first + 1, last) if sheet.tag(at) == "IN" and sheet.lower(at) != "of"), last
    )
    while last > first and (sheet.lower(last - 1) in {",", "never"} or sheet.pos(last - 1) == "ADV"):
        last -= 1
    if first == last or not all(map(sheet.is_outside, range(first, last))):
        return None
    named = person_ending(sheet, first, last - 1)
    return named or (sheet.tokens[first].start, sheet.tokens[last - 1].end)


def addressed(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The head of the phrase that names who is spoken to."""
    if is_passive(sheet, act):
        subject = own_subject(sheet, act.verb) if act.takes("tell", "request") else None
        return None if subject is None else resolved(sheet, act.verb, subject)
    if act.takes("tell", "request") and not is_inverted(sheet, act) and sheet.lower(act.last) not in PAUSES:
        head = head_from(sheet, act.last)
        if head is not None and head < stop:
            return first_joined(sheet, head, act.last)
    return spoken_to(sheet, act, stop)


def first_joined(sheet: Sheet, head: int, first: int) -> int:
    """The first head of a list, where the parse hangs the list on its end."""
    up = sheet.tokens[head].head
    return up if first <= up < head and sheet.pos(up) in NOMINAL else head


def spoken_to(sheet: Sheet, act: Act, stop: int) -> int | None:
    """The head of the phrase after `to`: `said to aides that …`, `wrote to the council`."""
    for at in sheet.children(act.verb, "prep", "dative"):
        if (
            sheet.lower(at) == "to"
            and not sheet.is_pause(at - 1)
            and act.last <= at < stop
            and sheet.is_outside(at)
            and not act.takes("source")
        ):
            return next(
                (child for child in sheet.children(at, "pobj") if child < stop and sheet.is_outside(child)),
                None,
            )
    return None
