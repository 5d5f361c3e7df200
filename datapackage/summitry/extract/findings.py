"""Everything that one article says, before anything is resolved."""

from dataclasses import dataclass

from summitry.dates import Timex, find_all_dates
from summitry.extract.found import FoundMeeting, FoundMention, FoundQuote
from summitry.extract.meetings import find_meetings
from summitry.extract.mentions import find_mentions
from summitry.extract.quotes import find_quotes
from summitry.page import Page
from summitry.settings import ENGLISH


@dataclass(frozen=True, slots=True)
class Findings:
    """What extractors found in one article, in reading order."""

    mentions: tuple[FoundMention, ...]
    quotes: tuple[FoundQuote, ...]
    dates: tuple[tuple[Timex, ...], ...]
    """Those of each paragraph."""
    meetings: tuple[FoundMeeting, ...]


def findings_of(page: Page) -> Findings:
    """Everything that one article says; of one that is not in English, nothing.

    >>> from summitry.annotate import annotate
    >>> from summitry.read import read_record
    >>> record = {"id": "a", "date": None, "text": "Ann Lee met Bo Roe on Monday."}
    >>> article = read_record(record, for_tables=False)
    >>> [(one.kind, one.status, len(one.attendees)) for one in findings_of(annotate(article)).meetings]
    [('talks', 'held', 2)]
    """
    if page.dispatch.language != ENGLISH:
        return Findings((), (), tuple(() for _ in page.leaves), ())
    mentions = find_mentions(page)
    quotes = find_quotes(page)
    dates = find_all_dates([leaf.text for leaf in page.leaves], page.dispatch.published_on)
    meetings = find_meetings(page, mentions, dates)
    return Findings(tuple(mentions), tuple(quotes), tuple(map(tuple, dates)), tuple(meetings))
