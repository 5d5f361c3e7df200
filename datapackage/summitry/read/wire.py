"""Wire headers: what agencies put before the dateline for other newsrooms, and readers do not see.

    ^AM-Norway-Fish, 2nd Ld-Writethru, a0532,0412<
    ^Ministers Count Herring Again<
    ^Eds: LEADS with talks. No pickup.<
    ^By ANN LEE=
    ^Associated Press Writer=

Such lines are a header only if a dateline follows them soon and one of them bears a mark of the trade: a
slug, a note to editors, a note of what is new or corrected, a label joined to the headline (`UPDATE 2-…`), or
if a byline and the office of its author (`Associated Press Writer`) are among them. Of an article whose
headline is not known from elsewhere, or is the same, a headline alone is a header too.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from itertools import islice
from typing import Final, NamedTuple

from summitry.read.byline import is_byline
from summitry.read.dateline import SOURCES, line_opening, opening_of
from summitry.read.known import words
from summitry.read.paragraphs import lines_of, parted
from summitry.read.text import cell
from summitry.read.unfit import Unfit
from summitry.settings import MAX_HEADING_CHARS, MAX_WIRE_LINES


class Wire(NamedTuple):
    """What a wire header says, and where in the text the dateline follows."""

    title: str | None
    byline: str | None
    end: int
    agency: str | None = None
    """The office of the author, where the dateline names none."""


class Kind(Enum):
    """What a line of a wire header is."""

    MARK = auto()
    NOTE = auto()
    LABELLED = auto()
    BYLINE = auto()
    OFFICE = auto()
    HEADLINE = auto()


class Line(NamedTuple):
    """One line: where it begins, what it says, whether a blank line parts it from the one before."""

    start: int
    text: str
    parted: bool


def any_of(name: str) -> str:
    """A pattern for the words of a list, longer ones first, with either apostrophe."""
    listed = sorted(words(name), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]") for word in listed)


# “AM-Norway-Fish”, “r i BC-Norway-Fish, 1st Ld-Writethru,0412”, “EU--Norway-Fish,200”
SLUG: Final = re.compile(
    rf"(?:[a-z] ){{0,2}}(?i:{any_of('slugs')})[A-Z][\w.'’]*(?:-{{1,2}}\w[\w.'’]*)*"
    r"(?: ?,.*| \d.*| \([A-Z ,]+\))?"
)
# “a0532”, “a0532 ----”, “0412”, “ZCZC”, with which telex messages begin
CODE: Final = re.compile(r"(?:[a-z]?\d{3,5}|[A-Z]{1,2}\d{3,4})(?: ?-{2,})?|ZCZC\b.{0,20}")
# “Source: Xinhua| 2019-05-15 20:41:12|Editor: Li Na”
SOURCE_LINE: Final = re.compile(rf"Source: ?(?:{SOURCES}) ?\|.{{0,80}}")
# “Eds: LEADS with talks. No pickup.”, “(Eds: adds quotes)”
TO_EDITORS: Final = re.compile(rf"\(?(?i:{any_of('editors')}) ?(?::|[—–-]).*")
# “(Adds quotes, background)”
REVISION: Final = re.compile(rf"\((?i:{any_of('revisions')})\b.*")
# “(This May 5 story corrects the name in paragraph 3)”, “(The May 5 item has been refiled to …)”
CORRECTION: Final = re.compile(
    r"[(\[](?:This|The) (?:[^()]{0,60} )?(?:story|article|version|item|report|dispatch)\b[^()]{0,60}?"
    r"\b(?:correct|clarif|refile|update|fix|amend|remove|add|change|delete|replace)[^()]*[)\]]?\.?"
)
# “UPDATE 2-Ministers count herring again”, “UPDATE 1-RPT-…”
LABELLED: Final = re.compile(
    rf"(?:(?:{any_of('headline_labels').upper()})(?: \d{{1,2}})?-)+(?P<headline>[\w‘“'\"].*)"
)
# “Associated Press Writer”, “Associated Press”
OFFICE: Final = re.compile(
    rf"(?P<agency>{SOURCES})(?: (?:[A-Z][a-z]+ )?(?:Writer|Correspondent|Editor|Staff))?"
)
# “Ministers Count Herring Again”, but no sentence
HEADLINE: Final = re.compile(r"[\d‘“'\"]*[^\W\d_a-z].*[^.,;:]")
KINDS: Final = (
    (SLUG, Kind.MARK),
    (CODE, Kind.MARK),
    (SOURCE_LINE, Kind.MARK),
    (LABELLED, Kind.LABELLED),
    (TO_EDITORS, Kind.NOTE),
    (REVISION, Kind.NOTE),
    (CORRECTION, Kind.NOTE),
    (OFFICE, Kind.OFFICE),
)
MARKS: Final = frozenset({Kind.MARK, Kind.NOTE, Kind.LABELLED})
SIGNED: Final = frozenset({Kind.BYLINE, Kind.OFFICE})
"""A byline and the office of its author are a header too."""
ENDED: Final = re.compile(r".*[.)!]")
# what the transmission puts around a line: “^Ministers Count Herring Again<”
SIGNS: Final = re.compile(r"\^?(?P<line>.*?) ?[<=]?")


def read_wire(text: str, at: int, title: str | None = "") -> Wire | None:
    r"""The wire header that begins there; none if the lines are anything else.

    A headline alone is a header if it is the known `title`, or if the article is known to have none.

    >>> read_wire("UPDATE 1-Fish is agreed\n(Adds quotes)\nOSLO, May 15 (AP) - They met.", 0)
    Wire(title='Fish is agreed', byline=None, end=38, agency=None)
    """
    told: list[tuple[Kind, str]] = []
    for line in islice(some_lines(text, at), MAX_WIRE_LINES):
        kind = kind_of(line.text)
        if not kind and dated(line.text):
            return wire_of(told, line) or wire_of_headline(told, line, title)
        if not (kind := kind or kind_after(told, line)):
            return None
        told.append((kind, line.text))
    return None


def some_lines(text: str, at: int) -> Iterator[Line]:
    """Yield the lines from there on, without the signs of transmission."""
    end = None
    for first, last in lines_of(text, at):
        try:
            shown = cell(text[first : min(last, first + 2 * MAX_HEADING_CHARS)]) or ""
        except Unfit:  # told with its paragraph later
            return
        found = SIGNS.fullmatch(shown)
        yield Line(first, found["line"] if found else shown, end is not None and parted(text, end, first))
        end = last


def kind_of(line: str) -> Kind | None:
    """What a line is by its own form."""
    if is_byline(line):
        return Kind.BYLINE
    return next((kind for pattern, kind in KINDS if pattern.fullmatch(line)), None)


def kind_after(told: list[tuple[Kind, str]], line: Line) -> Kind | None:
    """What a line without a form of its own is: the rest of a note, else the one headline."""
    if told and told[-1][0] is Kind.NOTE and not line.parted and not ENDED.fullmatch(told[-1][1]):
        return Kind.NOTE
    headed = any(kind in {Kind.HEADLINE, Kind.LABELLED} for kind, _ in told)
    if not headed and len(line.text) <= MAX_HEADING_CHARS and HEADLINE.fullmatch(line.text):
        return Kind.HEADLINE
    return None


def dated(line: str) -> bool:
    """Whether a line is a dateline or opens with one."""
    found = opening_of(line) or line_opening(line)
    return bool(found and found.dateline)


def wire_of(told: list[tuple[Kind, str]], dateline: Line) -> Wire | None:
    """What the lines before a dateline say; none if no line bears a mark of the trade."""
    lines = dict(reversed(told))
    if not MARKS & lines.keys() and not lines.keys() >= SIGNED:
        return None
    labelled = LABELLED.fullmatch(lines.get(Kind.LABELLED, ""))
    headline = labelled["headline"] if labelled else lines.get(Kind.HEADLINE)
    return Wire(headline, lines.get(Kind.BYLINE), dateline.start, office_in(lines, dateline))


def wire_of_headline(told: list[tuple[Kind, str]], dateline: Line, title: str | None) -> Wire | None:
    """What a headline before a dateline says, and perhaps a byline, if no other headline is known."""
    lines = dict(told)
    headline = lines.get(Kind.HEADLINE)
    if not headline or (title is not None and headline.casefold() != title.casefold()):
        return None
    if told[0][0] is not Kind.HEADLINE or not (dateline.parted or sourced(dateline.text)):
        return None
    return Wire(headline, lines.get(Kind.BYLINE), dateline.start, office_in(lines, dateline))


def office_in(lines: Mapping[Kind, str], dateline: Line) -> str | None:
    """The agency that the author writes for, if the dateline leaves it open."""
    found = OFFICE.fullmatch(lines.get(Kind.OFFICE, ""))
    return found["agency"] if found and not sourced(dateline.text) else None


def sourced(line: str) -> bool:
    """Whether the dateline of a line names an agency."""
    found = opening_of(line) or line_opening(line)
    return bool(found and found.agency)
