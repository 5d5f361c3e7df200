"""The head of a raw article: the date, then optional lines that name other things.

     date 2019-05-15 AFP, OSLO
    title: A railway is agreed
    url: https://news.example/2019/05/railway

White space may stand around the date line, `date` may be in any case and may have a colon. Lines
`name: value` (id, title, url, agency, dateline, language) belong to the head only directly below the date
line, once each, and only if the date line holds no text of the article.
"""

import re
from datetime import date
from typing import Final, NamedTuple

from summitry.read.text import BLANK, SPACES
from summitry.read.unfit import Unfit, shown
from summitry.settings import EARLIEST_YEAR

ACROSS: Final = f"[{SPACES.translate({10: None, 13: None})}]"
DATE_LINE: Final = re.compile(
    f"[{BLANK}]*date(?:{ACROSS}*:{ACROSS}*|{ACROSS}+)(?P<day>[^{SPACES}]*)", re.IGNORECASE
)
ISO_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIELD: Final = re.compile(
    f"{ACROSS}*(?P<name>id|title|url|agency|dateline|language){ACROSS}*:(?P<value>[^\r\n]*)", re.IGNORECASE
)
REST: Final = re.compile("[^\r\n\u2029]*")
NEXT_LINE: Final = re.compile("\r\n|\r|\n")
EXPECTED: Final = "`date YYYY-MM-DD` at the start"


class Header(NamedTuple):
    """The date of an article, and where in the text its head goes on."""

    day: date
    end: int


def read_header(text: str) -> Header | None:
    """The date that the text begins with; none if it begins otherwise.

    >>> read_header(" date 2019-05-15 AFP, OSLO")
    Header(day=datetime.date(2019, 5, 15), end=16)
    """
    line = DATE_LINE.match(text)
    if line and ISO_DAY.fullmatch(line["day"]):
        return Header(day_of(line["day"], EXPECTED), line.end())
    return None


def required_header(text: str) -> Header:
    """The date that the text begins with, or what stands there instead."""
    if header := read_header(text):
        return header
    if line := DATE_LINE.match(text):
        raise Unfit("date", f"“{shown(line['day'])}”", EXPECTED)
    first = REST.match(text.lstrip(SPACES))
    raise Unfit("line 1", f"no date but “{shown(first[0] if first else '')}”", EXPECTED)


def day_of(value: str, expected: str) -> date:
    """The day that is written as YYYY-MM-DD.

    >>> day_of("2024-02-30", "a date")
    Traceback (most recent call last):
    ...
    summitry.read.unfit.Unfit: ('date', 'the impossible date 2024-02-30', 'a date')
    """
    if not ISO_DAY.fullmatch(value):
        raise Unfit("date", f"“{shown(value)}”", expected)
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise Unfit("date", f"the impossible date {value}", expected) from error
    if day.year < EARLIEST_YEAR:
        raise Unfit("date", f"the date {value}", f"a date from {EARLIEST_YEAR} on")
    return day


def read_fields(text: str, at: int) -> tuple[dict[str, str], int]:
    """The lines `name: value` below the date line, and where they end."""
    fields: dict[str, str] = {}
    while (end := NEXT_LINE.match(text, at)) and (field := FIELD.match(text, end.end())):
        if (name := field["name"].lower()) in fields:
            break
        fields[name] = field["value"]
        at = field.end()
    return fields, at
