"""Noun phrases as they are shown: a name alone and without article, else the whole phrase."""

from summitry.extract.quotes.sheet import NOMINAL, PAUSES, Sheet
from summitry.extract.words import word_list, word_lists

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


def described_phrase(sheet: Sheet, head: int) -> tuple[int, int]:
    """The characters of a phrase, of one without a name with all that tells who it is: `an aide in Oslo`."""
    start, end = phrase_of(sheet, head)
    if sheet.pos(head) != "NOUN" or is_named(sheet, head) or end != sheet.tokens[head].end:
        return start, end
    last = head
    while sheet.tag(last + 1) in {"IN", "TO"} or sheet.lower(last + 1) == "close":
        inside = rest_of_phrase(sheet, last + 1)
        if inside is None:
            break
        last = inside
    return start, sheet.tokens[last].end


def rest_of_phrase(sheet: Sheet, preposition: int) -> int | None:
    """The last token of what a preposition adds to a noun, if it tells who someone is."""
    at = preposition + 1 + (sheet.lower(preposition) == "close")
    last = None
    while at < len(sheet.tokens) and sheet.is_outside(at) and not sheet.tag(at).startswith("W"):
        if sheet.pos(at) not in NOMINAL | {"DET", "ADJ", "PART"} and not (
            sheet.tokens[at].dep == "amod" or sheet.tag(at) == "HYPH"
        ):
            break
        if sheet.lower(at) in word_lists("time_nouns", "reporting_nouns", "occasions"):
            return None
        last = at
        at += 1
    return last


def single_phrase(sheet: Sheet, head: int) -> tuple[int, int]:
    """The characters of one noun phrase; of a person in apposition to it, that person's name."""
    for at in [head, *sheet.children(head, "appos")]:
        if (name := person_at(sheet, at)) is not None:
            return name
    if (name := named_by_title(sheet, head) or named_after_title(sheet, head)) is not None:
        return name
    if sheet.pos(head) == "PRON":
        return sheet.tokens[head].start, sheet.tokens[head].end
    first = first_of(sheet, head)
    last = last_of(sheet, head)
    return person_ending(sheet, first, last) or (sheet.tokens[first].start, sheet.tokens[last].end)


def named_by_title(sheet: Sheet, head: int) -> tuple[int, int] | None:
    """The name after a job title, whatever the model takes it for: `its aide, Ann Lee, said`."""
    if sheet.lower(head) not in word_list("job_titles"):
        return None
    first = head + 1 + (sheet.lower(head + 1) == ",")
    last = first
    while last < len(sheet.tokens) and sheet.is_outside(last) and is_name_part(sheet, last):
        last += 1
    named = last > first and (first == head + 1 or sheet.lower(last) == ",")
    return (sheet.tokens[first].start, sheet.tokens[last - 1].end) if named else None


def named_after_title(sheet: Sheet, head: int) -> tuple[int, int] | None:
    """The name between a job title and its head, whatever the model takes it for: `spokesman Ann Lee`."""
    first = head
    while first > 0 and sheet.is_outside(first - 1) and is_name_part(sheet, first - 1):
        first -= 1
    titled = 0 < first <= head and sheet.lower(first - 1) in word_list("job_titles")
    if not titled or sheet.tag(first) == "HYPH" or not is_name_part(sheet, head):
        return None
    return sheet.tokens[first].start, sheet.tokens[head].end


def is_name_part(sheet: Sheet, at: int) -> bool:
    """Whether a token can be part of a person's name, and is no title."""
    if sheet.tag(at) == "HYPH":
        return True
    capital = sheet.tokens[at].text[0].isupper() or sheet.tag(at - 1) == "HYPH"
    return capital and sheet.pos(at) == "PROPN" and sheet.lower(at) not in word_list("job_titles")


def first_of(sheet: Sheet, head: int) -> int:
    """The first token of a noun phrase, its article left out."""
    first = head
    while first > 0 and sheet.is_outside(first - 1) and modifies(sheet, first - 1, head):
        first -= 1
    if sheet.lower(first) in {"a", "an"} and sheet.tag(head) == "NNS" and sheet.tag(head - 1) == "NN":
        # “a goal experts say …”: the article is not of the plural
        return head
    while first < head and sheet.tag(first) == "NNP" and sheet.lower(first) in word_list("time_nouns"):
        # “In March Oslo asked …”
        first += 1
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
    if token.text in PAUSES or token.lower == "said" or token.dep in {"punct", "prep", "advmod", "cc"}:
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
            if start == token.start:
                start = given_name(sheet, at)
            end = name.end - next(
                (len(mark) for mark in GENITIVES if text[start : name.end].endswith(mark)), 0
            )
            first = next((other for other in sheet.tokens if other.start == start), token)
            if first.lower in word_list("honorifics") and first.end < token.start:
                start = sheet.tokens[first.index + 1].start
            return (start, end) if token.end <= end else None
    return None


def given_name(sheet: Sheet, at: int) -> int:
    """Where a person's name begins of which the model sees the last word alone: `Alf Brocklesby`."""
    before = at - 1
    names = before >= 0 and sheet.is_outside(before) and is_name_part(sheet, before)
    titles = word_lists("honorifics", "title_modifiers")
    if (
        names
        and sheet.tokens[before].dep == "compound"
        and sheet.tokens[before].head == at
        and sheet.tokens[before].text.isalpha()
        and sheet.lower(before) != "said"
        and sheet.lower(before) not in titles
        and sheet.lower(before - 1) not in {"of", "for"}
        and not any(name.start <= sheet.tokens[before].start < name.end for name in sheet.leaf.names)
        and not is_name_part(sheet, before - 1)
    ):
        return sheet.tokens[before].start
    return sheet.tokens[at].start


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
