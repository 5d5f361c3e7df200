"""The nine tables out of all readings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summitry.read import article_row, paragraph_rows
from summitry.resolve.accounts import mention_rows, mentions_shown, quote_rows, speaker_rows
from summitry.resolve.across import united
from summitry.resolve.encounters import Encounter
from summitry.resolve.entities import entity_row, gathered, ids_of
from summitry.resolve.meetings import meeting_row, meeting_slugs, participant_rows, report_rows
from summitry.resolve.reading import Reading
from summitry.resolve.within import Account, account_of
from summitry.rows import Mention, Quote, Report, Speaker, Tables


def resolve(readings: Sequence[Reading]) -> Tables:
    """The tables of some articles: one row an entity, one row a meeting, over all of them.

    The order of the articles changes nothing. The tables are not yet in their published order.

    >>> resolve([]).meetings
    ()
    """
    readings = sorted(readings, key=lambda one: one.dispatch.article_id)
    accounts = [account_of(reading) for reading in readings]
    found = gathered(readings, {one.reading.dispatch.article_id: linked_mentions(one) for one in accounts})
    ids = ids_of(found)
    encounters, of_telling = united(accounts, {key: entry.referent for key, entry in found.items()})
    meeting_ids = meeting_slugs(encounters, ids)
    shares = [share_of(account, ids, encounters, meeting_ids, of_telling) for account in accounts]
    people = [
        row
        for number, one in enumerate(encounters)
        for row in participant_rows(one, meeting_ids[number], found, ids)
    ]
    return Tables(
        articles=tuple(article_row(reading.dispatch) for reading in readings),
        paragraphs=tuple(row for reading in readings for row in paragraph_rows(reading.dispatch)),
        entities=tuple(entity_row(ids[key], entry) for key, entry in found.items()),
        mentions=tuple(row for share in shares for row in share.mentions),
        quotes=tuple(row for share in shares for row in share.quotes),
        speakers=tuple(row for share in shares for row in share.speakers),
        meetings=tuple(
            meeting_row(one, meeting_ids[number], found, ids, people) for number, one in enumerate(encounters)
        ),
        participants=tuple(people),
        reports=tuple(row for share in shares for row in share.reports),
    )


def linked_mentions(account: Account) -> list[tuple[str, str, bool]]:
    """For each mention row of an article that means something its key, its text, and whether it is a name."""
    return [(one.key, one.text, one.form == "name") for one in mentions_shown(account) if one.key]


class Share(NamedTuple):
    """The rows that one article adds."""

    mentions: list[Mention]
    quotes: list[Quote]
    speakers: list[Speaker]
    reports: list[Report]


def share_of(
    account: Account,
    ids: Mapping[str, str],
    encounters: Sequence[Encounter],
    meeting_ids: Sequence[str],
    of_telling: Mapping[tuple[str, int], int],
) -> Share:
    """The rows that one article adds, once the encounters of all articles are known."""
    article = account.reading.dispatch.article_id
    numbers = {index: of_telling[article, index] for index in account.of_telling}
    own = {index: encounters[number] for index, number in numbers.items()}
    own_ids = {index: meeting_ids[number] for index, number in numbers.items()}
    mentions = mention_rows(account, ids)
    return Share(
        mentions,
        quote_rows(account, own, own_ids),
        speaker_rows(account, ids, mentions),
        report_rows(account, own_ids),
    )
