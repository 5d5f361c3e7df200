"""Noun phrases as they are shown: a name alone and without article, else the whole phrase."""

from summitry.extract.quotes.sheet import NOMINAL, PAUSES, Sheet
from summitry.extract.words import word_list

DROPPED = frozenset({"the", "a", "an", "both", "either", "neither"})
GENITIVES = ("’s", "'s", "’", "'")


def phrase_of(sheet: Sheet, head: int) -> tuple[int, int]:
    """The characters of a phrase with all that is joined to its head: `Putin and Abe`, `some experts`."""
    start, end = single_phrase(sheet, head)
    at = head
    for _ in range(len(sheet.tokens)):
        joined = [child for child in sheet.children(at, "conj") if child > at and sheet.pos(child) in NOMINAL]
        if not joined:
            break
        at = joined[0]
        further = single_phrase(sheet, at)
        start, end = min(start, further[0]), max(end, further[1])
    return start, end


def single_phrase(sheet: Sheet, head: int) -> tuple[int, int]:
    """The characters of one noun phrase; of a person in apposition to it, that person's name."""
    for at in [head, *sheet.children(head, "appos")]:
        if (name := person_at(sheet, at)) is not None:
            return name
    if (name := named_by_title(sheet, head)) is not None:
        return name
    if sheet.pos(head) == "PRON":
        return sheet.tokens[head].start, sheet.tokens[head].end
    first = first_of(sheet, head)
    last = last_of(sheet, head)
    return person_ending(sheet, first, last) or (sheet.tokens[first].start, sheet.tokens[last].end)


def named_by_title(sheet: Sheet, head: int) -> tuple[int, int] | None:
    """The name after a job title and a comma, whatever the model takes it for: `its aide, Ann Lee, said`."""
    if sheet.lower(head) not in word_list("job_titles") or sheet.lower(head + 1) != ",":
        return None
    last = head + 2
    while sheet.pos(last) == "PROPN" and sheet.is_outside(last):
        last += 1
    named = last > head + 2 and sheet.lower(last) == ","
    return (sheet.tokens[head + 2].start, sheet.tokens[last - 1].end) if named else None


def first_of(sheet: Sheet, head: int) -> int:
    """The first token of a noun phrase, its article left out."""
    first = head
    while first > 0 and sheet.is_outside(first - 1) and modifies(sheet, first - 1, head):
        first -= 1
    if sheet.lower(first) in {"a", "an"} and sheet.tag(head) == "NNS" and sheet.tag(head - 1) == "NN":
        # “a goal experts say …”: the article is not of the plural
        return head
    dropped = DROPPED if is_named(sheet, head) else frozenset()
    while first < head and sheet.lower(first) in dropped:
        first += 1
    return first


def is_named(sheet: Sheet, head: int) -> bool:
    """Whether a head is part of a name."""
    at = sheet.tokens[head].start
    proper = sheet.pos(head) == "PROPN" and sheet.tokens[head].text[0].isupper()
    return proper or any(name.start <= at < name.end for name in sheet.leaf.names)


def modifies(sheet: Sheet, at: int, head: int) -> bool:
    """Whether a token before a head belongs to its noun phrase."""
    token = sheet.tokens[at]
    if token.tag == "HYPH":
        return sheet.tokens[at + 1].start == token.end
    if token.text in PAUSES or token.dep in {"punct", "prep", "advmod", "cc"}:
        return False
    up = at
    for _ in range(head - at + 2):
        if up == head:
            return True
        up = sheet.tokens[up].head
    return False


def last_of(sheet: Sheet, head: int) -> int:
    """The last token of a noun phrase with the `of …` that follows its head."""
    if sheet.lower(head + 1) != "of" or head + 1 not in sheet.children(head, "prep"):
        return head
    last = head + 1
    inside = set(sheet.leaf.subtree(last))
    while last + 1 in inside and sheet.is_outside(last + 1) and not sheet.is_pause(last + 1):
        if sheet.tag(last + 1) in {"WP", "WDT", "WRB", "VBG", "VBN", "(", "-LRB-"}:
            break
        last += 1
    return last


def person_at(sheet: Sheet, at: int) -> tuple[int, int] | None:
    """The characters of the person's name that covers a token."""
    token = sheet.tokens[at]
    for name in sheet.leaf.names:
        if name.label == "PERSON" and name.start <= token.start and token.end <= name.end:
            text = sheet.leaf.text
            start = name.start
            while start and text[start - 1] == "-" and text[start - 2].isalnum():
                # “Ofa-Dark”: the model at times cuts a double name
                start = next((other.start for other in sheet.tokens if other.end == start - 1), 0)
            end = name.end - next(
                (len(mark) for mark in GENITIVES if text[start : name.end].endswith(mark)), 0
            )
            return (start, end) if token.end <= end else None
    return None


def person_ending(sheet: Sheet, first: int, last: int) -> tuple[int, int] | None:
    """The person's name that a long title leads to: `Minister of Foreign Affairs Ann Lee`."""
    name = person_at(sheet, last)
    if name is None:
        return None
    before = max((at for at in range(first, last) if sheet.tokens[at].end <= name[0]), default=None)
    while before is not None and before > first and sheet.lower(before) in word_list("job_titles"):
        before -= 1
    # “the son of Ann Lee”, “the son of President Ann Lee”: someone else
    return None if before is not None and sheet.pos(before) in {"ADP", "PART"} else name
