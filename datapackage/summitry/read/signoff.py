"""Sign-offs: what agencies put after the last sentence, and readers of a paper do not see.

    (Reporting by Ann Lee in Oslo; Editing by Jan Vik)
    — AFP
    /Xinhua/
    -0-
    Copyright 2019 Fjord News. All rights reserved.

They are taken off from the end, one after the other, as long as text is left before them.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from summitry.read.bounds import MAX_NOTE_CHARS, MAX_SIGN_OFFS
from summitry.read.dateline import DAY, SOURCES
from summitry.read.known import words
from summitry.read.paragraphs import Stretch, lines_of
from summitry.read.text import BLANK, SPACES, cell
from summitry.read.unfit import Unfit
from summitry.read.wire import CORRECTION, REVISION, any_of
from summitry.settings import MAX_HEADING_CHARS


class SignOff(NamedTuple):
    """What the end of an article says of its origin, and the paragraphs before it."""

    stretches: tuple[Stretch, ...]
    agency: str | None = None
    byline: str | None = None


CREDITS: Final = rf"(?i:{any_of('credits')})"
MARKED: Final = rf"[(/\[](?P<agency>{SOURCES})[)/\]]"
# “Reporting by Ann Lee; Editing by Jan Vik”, “Additional reporting: Ann Lee”, “With inputs from AFP”
CREDIT: Final = (
    rf"(?P<credit>{CREDITS}(?: by| for|:)+ (?=[A-Z])[^()]+"
    r"|(?i:with) (?i:additional )?(?i:inputs?|reporting|files|reports?|agency inputs) (?i:from|by) [^()]+)"
)
BRACKETED_CREDIT: Final = rf"[(\[]{CREDIT}[)\]]?\.?"
# “ENDS”, “(END)”, “###”, “-30-”, “-0-”, “9376**2044”
END: Final = (
    rf"[\W_]*(?i:{any_of('ends')})[\W_]*|(?:[#*=_~•-] ?){{2,}}|-{{1,2}} ?(?:0|30) ?-{{1,2}}"
    r"|\x03+|\d{3,4}\*\*\d{3,4}"
)
# “— AFP”, “(AFP)”, “/Xinhua/”, “==Kyodo”, “Source: Xinhua”, “Reuter”
SIGNED: Final = rf"(?:[—–―-]{{1,3}} ?|={{1,2}}|(?i:source|via): ?)(?P<agency>{SOURCES})(?: {DAY})?\.?"
MARKED_ALONE: Final = rf"{MARKED}(?: {DAY})?\.?"
AGENCY: Final = rf"(?P<agency>{SOURCES})\.?"
REUTER: Final = r"(?P<agency>R(?:euter|EUTER))[Ss]?"
# “Copyright 2019 Fjord News. All rights reserved.”, “(c) Fjord News 2019”
COPYRIGHT: Final = (
    r"[(\[]?(?:(?i:copyright)\W{0,3}(?:(?:©|\([cC]\)|by)\W{0,3})?\d{4}\b|©|\([cC]\) ).*"
    r"|(?i:copyright) .{0,150}(?i:all rights reserved)\W*|(?i:all rights reserved)\W*"
    r"|This material may not be published, broadcast.*|Our Standards: .*"
)
# “AP-OS-05-15-19 1402EST”, “AFP 151402 GMT MAY 19”, “151402 MAY 19”
STAMP: Final = (
    r"\W*[A-Z]{2,3}-[A-Z]{2,3}-\d\d-\d\d-\d\d(?:\d\d)? \d{4}[A-Z]{3}\W*"
    r"|(?:[A-Z]{2,7} )?\d{6}Z?(?: GMT)? [A-Z]{3} \d\d(?:\d\d)?"
)
# “Keywords: NORWAY DENMARK/FISH”
KEYWORDS: Final = r"(?i:keywords): [A-Z0-9][A-Z0-9 ,/&()-]*"
# “al/cb/txw”, “ann-jv/rt”, the initials of editors; “dpa ann jv”
INITIALS: Final = r"[a-z]{2,4}(?:[/-][a-z]{1,4}){1,5}|(?:dpa|afp|efe|EFE)(?: [a-z/-]{2,12}){1,4}(?: n\d)?"
# “Associated Press writers Ann Lee and Jan Vik contributed to this report.”
HELPED: Final = (
    r"[^.]{3,200} (?:also )?contributed (?:to this (?:report|story|article)|reporting)\.?"
    rf"|This report by (?P<agency>{SOURCES}) was first published .*"
)
# “((ann.lee@news.example; +47 22))”, “To contact the reporter on this story: …”
CONTACT: Final = (
    r"\(\(.*\)\)|\(?\S+@\S+\.\w+\)?|To contact the (?:reporter|editor|author)s? .*"
    r"|Follow .{3,80} on Twitter\b.*"
)
SURE: Final = (
    BRACKETED_CREDIT, CORRECTION.pattern, REVISION.pattern, END, SIGNED, MARKED_ALONE, REUTER, COPYRIGHT,
    STAMP, CONTACT, KEYWORDS,
)  # fmt: skip
"""What the last line of a wrapped paragraph can be, as it cannot be the rest of a sentence."""
ALONE: Final = (*SURE, CREDIT, AGENCY, INITIALS, HELPED)
"""What a paragraph of its own can be."""

# what stands behind the last sentence on its line
BEHIND: Final = (
    rf"(?<=[.!?…”\"’')])[{SPACES}]+(?:(?:[—–―]|-{{1,2}}) ?(?P<dashed>{SOURCES})\.?"
    rf"|(?:(?i:enditem|ends?)\.? ?)?{MARKED}\.?|{BRACKETED_CREDIT}"
    r"|(?P<bare>R(?:euter|EUTER)|EFE|PTI(?: [A-Z]{2,4}){1,4})"
    rf"|ENDS?|End(?:item|s)|-0-|#{{2,}}|\(ENDS?\)|/(?:ends|ENDS)/?)[{BLANK}]*$"
)
# “# Notebook”, after which dpa tells editors whom to ask
NOTEBOOK: Final = re.compile(r"#+ ?(?:Notebook|Notizblock|dpa-Notizblock)\b.*")


@cache
def sure() -> re.Pattern[str]:
    """The pattern of a line that is none of the text wherever it ends it."""
    return compiled(SURE)


@cache
def alone() -> re.Pattern[str]:
    """The pattern of a paragraph that is none of the text."""
    return compiled(ALONE)


def compiled(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern of several, whose groups of one name are numbered."""
    numbered = (re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{number}>", each) for number, each in enumerate(patterns))
    return re.compile("|".join(f"(?:{each})" for each in numbered))


@cache
def behind() -> re.Pattern[str]:
    """The pattern of what stands behind the last sentence."""
    return re.compile(BEHIND)


def without_sign_off(text: str, stretches: Sequence[Stretch]) -> SignOff:
    r"""The paragraphs without what the end says of their origin; the first is never taken off whole.

    >>> text = "They met.\n\n(Reporting by Ann Lee)\n\n— AFP"
    >>> without_sign_off(text, [(0, 9), (11, 33), (35, 40)])
    SignOff(stretches=((0, 9),), agency='AFP', byline='Reporting by Ann Lee')
    """
    left = without_notebook(text, stretches)
    agency = byline = None
    for _ in range(MAX_SIGN_OFFS):
        if not left or not (found := last_sign_off(text, left)):
            break
        told, end = found
        while left[-1][0] >= end:
            left.pop()
        left[-1] = (left[-1][0], min(end, left[-1][1]))
        agency, byline = agency or told.agency, told.byline or byline
    return SignOff(tuple(left), agency, byline)


def without_notebook(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The paragraphs before the notes to editors at the end."""
    for index, (first, last) in enumerate(stretches):
        if index and text.startswith("#", first) and NOTEBOOK.match(text, first, last):
            return list(stretches[:index])
    return list(stretches)


def last_sign_off(text: str, stretches: Sequence[Stretch]) -> tuple[SignOff, int] | None:
    """What the last paragraph, its last line or the end of it says, and where that begins."""
    first, last = stretches[-1]
    if len(stretches) > 1 and (told := told_by(alone(), shown(text, first, last))):
        return told, first
    start = max(first, last - MAX_NOTE_CHARS)
    lines = [line for line in lines_of(text[:last], start) if line[0] > first]
    if lines and (told := told_by(sure(), shown(text, *lines[-1]))):
        return told, lines[-1][0]
    if found := behind().search(text[start:last]):
        parts = found.groupdict()
        agency = parts["dashed"] or parts["agency"] or (parts["bare"] or "").partition(" ")[0]
        return SignOff((), agency or None, credited(parts["credit"])), start + found.start()
    return None


def told_by(pattern: re.Pattern[str], line: str) -> SignOff | None:
    """What a line says of the origin of the article; none if it is text."""
    found = pattern.fullmatch(line)
    if not found:
        return None
    parts = {name.rstrip("0123456789"): value for name, value in found.groupdict().items() if value}
    if (credit := parts.get("credit")) and line[0] not in "([" and is_sentence(credit):
        return None
    return SignOff((), parts.get("agency"), credited(credit))


def is_sentence(credit: str) -> bool:
    """Whether a credit without brackets goes on like a sentence: `Reporting by Oslo Radio showed …`."""
    known = (
        words("credit_words")
        | words("particles")
        | {word for each in words("credits") for word in each.split()}
    )
    return any(word.islower() and word.strip(".,;:") not in known for word in credit.split()[1:])


def credited(credit: str | None) -> str | None:
    """A credit that names who reported, if it is as short as a byline."""
    text = (credit or "").strip(" .")
    return text if "eport" in text and 0 < len(text) <= MAX_HEADING_CHARS else None


def shown(text: str, first: int, last: int) -> str:
    """A stretch on one line; nothing for one that is too long to be a note."""
    if last - first > MAX_NOTE_CHARS:
        return ""
    try:
        return cell(text[first:last]) or ""
    except Unfit:  # told with its paragraph later
        return ""
