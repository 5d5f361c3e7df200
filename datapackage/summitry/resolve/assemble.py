"""The nine tables out of all readings."""

from collections.abc import Sequence

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
    """
    readings = sorted(readings, key=lambda one: one.dispatch.article_id)
    accounts = [account_of(reading) for reading in readings]
    shown = {
        account.reading.dispatch.article_id: [
            (one.key, one.text, one.form == "name") for one in mentions_shown(account) if one.key
        ]
        for account in accounts
    }
    found = gathered(readings, shown)
    ids = ids_of(found)
    encounters, of_telling = united(accounts, {key: entry.referent for key, entry in found.items()})
    meeting_ids = meeting_slugs(encounters, ids)
    mentions: list[Mention] = []
    quotes: list[Quote] = []
    speakers: list[Speaker] = []
    reports: list[Report] = []
    for account in accounts:
        own = own_encounters(account, encounters, of_telling)
        own_ids = {
            index: meeting_ids[of_telling[account.reading.dispatch.article_id, index]] for index in own
        }
        rows = mention_rows(account, ids)
        mentions += rows
        quotes += quote_rows(account, own, own_ids)
        speakers += speaker_rows(account, ids, rows)
        reports += report_rows(account, own_ids)
    people = [
        row
        for number, one in enumerate(encounters)
        for row in participant_rows(one, meeting_ids[number], found, ids)
    ]
    return Tables(
        articles=tuple(article_row(reading.dispatch) for reading in readings),
        paragraphs=tuple(row for reading in readings for row in paragraph_rows(reading.dispatch)),
        entities=tuple(entity_row(ids[key], entry) for key, entry in found.items()),
        mentions=tuple(mentions),
        quotes=tuple(quotes),
        speakers=tuple(speakers),
        meetings=tuple(
            meeting_row(one, meeting_ids[number], found, ids, people) for number, one in enumerate(encounters)
        ),
        participants=tuple(people),
        reports=tuple(reports),
    )


def own_encounters(
    account: Account, encounters: Sequence[Encounter], of_telling: dict[tuple[str, int], int]
) -> dict[int, Encounter]:
    """For each telling of an article that is kept, its encounter as all articles know it."""
    article = account.reading.dispatch.article_id
    return {index: encounters[of_telling[article, index]] for index in account.of_telling}
