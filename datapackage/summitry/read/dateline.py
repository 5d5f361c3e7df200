"""Agency and dateline: how articles open before their first sentence.

Only known agencies, places in capitals and the punctuation of the trade are trusted. When unsure, it is text.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from summitry.read.known import agencies, words
from summitry.settings import MAX_HEADING_CHARS


class Opening(NamedTuple):
    """What an article says of its origin, as written, and where its text goes on."""

    agency: str | None
    dateline: str | None
    end: int


MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
# “March 3”, “3 March 2019”, “Thursday, Apr. 28”
DAY: Final = (
    rf"(?i:(?:{WEEKDAY},? )?(?:{MONTH} {NUMBER}|{NUMBER} {MONTH})(?:,? \d{{4}})?\b|{WEEKDAY}\b)"
)  # fmt: skip
WORD: Final = r"[^\W\d_][\w.'’]*(?:-\w[\w.'’]*)*"
# “NEW YORK”, “WASHINGTON/PARIS”, then “, Afghanistan” or “, N.Y.”
TOWN: Final = rf"{WORD}(?:[ /](?!{DAY}){WORD}){{0,5}}"
REGION: Final = rf", (?!{DAY}){WORD}(?: (?!{DAY}){WORD}){{0,3}}"
PLACE: Final = rf"(?P<town>{TOWN})(?P<region>{REGION})?"
WHEN: Final = rf"(?P<when>{DAY})"
SOURCE: Final = "|".join(re.escape(form) for form in sorted(agencies(), key=lambda form: (-len(form), form)))
SOURCES: Final = rf"(?:{SOURCE})(?:(?:, ?| ?/ ?| and | & |; )(?:{SOURCE}))*(?!\w)"
AGENCY: Final = rf"(?P<agency>{SOURCES})"
# “(AFP)”, “/TASS/”
MARKED: Final = rf"[(/](?P<marked>{SOURCES})[)/]"
DASH: Final = r"(?: (?:[—–―]|-{1,3}|_{1,2})(?: -)? ?|[—―]|\.?-{2,3} ?|\.- ?|(?<=[)/])(?:-|–|_{1,2}) )"

# OSLO, May 15 (AFP) — The …
PLACE_MARKED: Final = rf"{PLACE}(?:,? {WHEN})?[.,]? ?{MARKED}(?P<close>{DASH}| ?: |\. | )"
# OSLO, May 15 (Fjord News) — The …: an agency that no list knows, but in the full form of the trade
UNLISTED: Final = r"\((?P<marked>[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,3})\)"
PLACE_UNLISTED: Final = rf"{PLACE},? {WHEN}[.,]? ?{UNLISTED}(?P<close>{DASH})"
# TEHRAN, March 15, IRNA - The …
PLACE_AGENCY: Final = rf"{PLACE}(?:, {WHEN})?, {AGENCY}(?P<close>{DASH})"
# AFP, OSLO — The …
AGENCY_PLACE: Final = rf"{AGENCY}, {PLACE}(?:,? {WHEN})?(?P<close>{DASH})"
# (ANSA) - Rome, April 28 - The …
MARKED_PLACE: Final = rf"{MARKED}(?:{DASH}|,? ){PLACE}(?:,? {WHEN})?(?P<close>{DASH})"
# (Reuters) - The …
MARKED_ONLY: Final = rf"{MARKED}(?P<close>{DASH}|: | )"
# May 5 (Bloomberg) -- The …
DAY_MARKED: Final = rf"{WHEN} {MARKED}(?P<close>{DASH})"
# AFP — The …
AGENCY_ONLY: Final = rf"{AGENCY}(?:, {WHEN})?(?P<close>{DASH})"
# OSLO, May 15 — The …, OSLO – 15 May 2019: The …
PLACE_DAY: Final = rf"{PLACE}(?:,|{DASH}) ?{WHEN}(?P<close>{DASH}|: )"
# OSLO — The …
PLACE_ONLY: Final = rf"{PLACE}(?P<close>{DASH})"
# OSLO: The …
PLACE_COLON: Final = rf"{PLACE}(?P<close>: )"

OPENINGS: Final = (
    PLACE_MARKED, PLACE_UNLISTED, PLACE_AGENCY, AGENCY_PLACE, MARKED_PLACE, MARKED_ONLY, DAY_MARKED,
    AGENCY_ONLY, PLACE_DAY, PLACE_ONLY, PLACE_COLON,
)  # fmt: skip
"""How a first paragraph can open."""

ALONE: Final = (
    # AFP, OSLO
    rf"(?:(?:By|BY|From|FROM) )?(?:{AGENCY}|{MARKED})(?:(?:,|{DASH})? ?{PLACE})?(?:,? {WHEN})?",
    # OSLO, May 15 (AFP)
    rf"{PLACE}(?:,? {WHEN})?(?:[.,]? ?{MARKED}|, {AGENCY})(?:,? {DAY})?",
    # OSLO
    rf"{PLACE}(?:, {WHEN})?",
)
"""What a line of its own can be made of."""


@cache
def openings() -> tuple[re.Pattern[str], ...]:
    """The patterns of openings; a tenth of a second to compile, which only reading should cost."""
    return tuple(re.compile(pattern) for pattern in OPENINGS)


@cache
def lines_alone() -> tuple[re.Pattern[str], ...]:
    """The patterns of whole lines."""
    close = rf"(?P<close>(?:{DASH}| ?[—–―]| -{{1,3}}| _{{1,2}})?[.:]?)"
    return tuple(re.compile(rf"(?:{pattern}){close}") for pattern in ALONE)


def opening_of(text: str) -> Opening | None:
    """What stands before the first sentence of a paragraph, if that is an agency or a dateline.

    >>> opening_of("OSLO, May 15 (AFP) — The talks went on.")
    Opening(agency='AFP', dateline='OSLO, May 15', end=21)
    >>> opening_of("Oslo — the largest town of Norway — is on a fjord.")
    """
    for pattern in openings():
        found = pattern.match(text, 0, MAX_HEADING_CHARS)
        if found and text[found.end() :].strip() and opens(found, text[found.end() :].lstrip()):
            return opening(found)
    return None


def line_opening(line: str, *, beside_date: bool = False) -> Opening | None:
    """What a line is made of, if it holds an agency, a dateline or both, and nothing else.

    >>> line_opening("AFP, OSLO")
    Opening(agency='AFP', dateline='OSLO', end=9)
    """
    if len(line) > MAX_HEADING_CHARS:
        return None
    for pattern in lines_alone():
        found = pattern.fullmatch(line)
        if found and stands_alone(found, beside_date=beside_date):
            return opening(found)
    return None


def place_of(dateline: str) -> str:
    """The place that a dateline names, without the day.

    >>> place_of("ST. PAUL, Minn., May 15"), place_of("OSLO – 15 May 2019")
    ('ST. PAUL, Minn.', 'OSLO')
    """
    found = re.match(PLACE, dateline)
    if not found:
        return dateline
    # “MOSCOW. March 9” ends the name of its place; “N.Y.” and “Minn.” are short for one
    return found[0] if found["region"] or found[0].count(".") > 1 else found[0].removesuffix(".")


def opening(found: re.Match[str]) -> Opening:
    """The agency and the dateline of a match, as written."""
    parts = found.groupdict()
    dateline = None
    if parts.get("town"):
        end = max(found.end(name) for name in ("town", "region", "when") if name in parts)
        dateline = found.string[found.start("town") : end]
    return Opening(parts.get("agency") or parts.get("marked"), dateline, found.end())


def opens(found: re.Match[str], rest: str) -> bool:
    """Whether what looks like an opening is one, judged by its place and by how the text goes on."""
    parts = found.groupdict()
    close, town, marked = found["close"], parts.get("town"), parts.get("marked")
    goes_on = rest[0].islower()
    if not town:
        return not goes_on or bool(marked and close != " ")
    if not named(town, parts["region"]):
        return False
    if marked and found.start("town") == 0:
        return close != " " or (not goes_on and (capital(town) or bool(parts["when"])))
    return not goes_on and stands_before(parts, town, rest)


def stands_before(parts: dict[str, str], town: str, rest: str) -> bool:
    """Whether a place, with an unmarked agency, with a day or alone, opens the text."""
    close, sourced = parts["close"], parts.get("agency") or parts.get("marked")
    if capital(town):
        if sourced or parts.get("when"):
            return True
        if close == ": ":
            return listed(town)
        joined = " " not in close and "--" not in close
        return not joined or not rest[1:2].isupper()  # “OSLO—The”, but not “OSLO—BERGEN”
    if parts.get("when"):
        return bool(sourced) or listed(town) or close != ": "
    return listed(town) and close != ": "


def stands_alone(found: re.Match[str], *, beside_date: bool) -> bool:
    """Whether a whole line that looks like an agency or a dateline is one."""
    parts = found.groupdict()
    town, when = parts["town"], parts["when"]
    if not town:
        return True
    if not named(town, parts["region"]):
        return False
    if parts.get("marked") and found.start("town") == 0:
        return True
    if parts.get("agency") or parts.get("marked"):
        return capital(town) or listed(town) or bool(when)
    sure = when or (beside_date and parts["region"]) or found["close"].strip(" .:")
    return (capital(town) and bool(sure or listed(town))) or (listed(town) and bool(when))


def named(town: str, region: str | None) -> bool:
    """Whether the words can be the name of a place: capital letters first, and no label of the trade."""
    parts = [*re.split("[ /]", town), *(region or "")[2:].split()]
    if any(word.casefold().strip(".") in words("labels") for word in parts):
        return False
    return parts[0][0].isupper() and all(word[0].isupper() or word in words("particles") for word in parts)


def capital(town: str) -> bool:
    """Whether the name is written in capitals.

    >>> capital("PORT of SPAIN"), capital("Oslo"), capital("A")
    (True, False, False)
    """
    letters = "".join(word for word in re.split("[ /]", town) if word not in words("particles"))
    return letters == letters.upper() and sum(char.isalpha() for char in letters) > 1


def listed(town: str) -> bool:
    """Whether each of the places is a city that datelines name alone."""
    return all(part.replace("’", "'").casefold() in words("cities") for part in town.split("/"))
