"""The ten tables out of all readings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summitry.read import article_row, paragraph_rows
from summitry.resolve.accounts import mention_rows, mentions_shown, quote_rows, speaker_rows
from summitry.resolve.across import united
from summitry.resolve.confidence import with_confidence
from summitry.resolve.entities import entity_row, gathered, ids_of
from summitry.resolve.evidence import of_mentions, of_quotes
from summitry.resolve.geography import Atlas
from summitry.resolve.meetings import meeting_row, meeting_slugs, participant_rows, report_rows
from summitry.resolve.reading import Reading
from summitry.resolve.reported import of_meeting, of_participants
from summitry.resolve.stories import Story, disagrees, story_of
from summitry.resolve.within import Account, account_of
from summitry.rows import Evidence, Mention, Quote, Report, Speaker, Tables


def resolve(readings: Sequence[Reading]) -> Tables:
    """The tables of some articles: one row an entity, one row a meeting, over all of them.

    The order of the articles changes nothing. The tables are not yet in their published order.

    >>> resolve([]).meetings
    ()
    """
    readings = sorted(readings, key=lambda one: one.dispatch.article_id)
    accounts = {reading.dispatch.article_id: account_of(reading) for reading in readings}
    found = gathered(readings, {article: linked_mentions(one) for article, one in accounts.items()})
    ids = ids_of(found)
    atlas = Atlas({key: entry.referent for key, entry in found.items()})
    encounters, of_telling = united(list(accounts.values()), atlas)
    slugs = meeting_slugs(encounters, ids)
    stories = [story_of(slug, one, accounts) for slug, one in zip(slugs, encounters, strict=True)]
    shares = [share_of(account, ids, stories, of_telling) for account in accounts.values()]
    people = [participant_rows(one.encounter, one.meeting_id, found, ids) for one in stories]
    evidence = [
        *(row for share in shares for row in share.evidence),
        *(row for one in stories for row in of_meeting(one, ids, accounts)),
        *(row for one in stories for row in of_participants(one, found, ids)),
    ]
    tables = Tables(
        articles=tuple(article_row(reading.dispatch) for reading in readings),
        paragraphs=tuple(row for reading in readings for row in paragraph_rows(reading.dispatch)),
        entities=tuple(entity_row(ids[key], entry) for key, entry in found.items()),
        mentions=tuple(row for share in shares for row in share.mentions),
        quotes=tuple(row for share in shares for row in share.quotes),
        speakers=tuple(row for share in shares for row in share.speakers),
        meetings=tuple(
            meeting_row(one, found, ids, participants=len(rows), conflict=disagrees(one, atlas))
            for one, rows in zip(stories, people, strict=True)
        ),
        participants=tuple(row for rows in people for row in rows),
        reports=tuple(row for share in shares for row in share.reports),
        evidence=tuple(dict.fromkeys(evidence)),
    )
    return with_confidence(tables)


def linked_mentions(account: Account) -> list[tuple[str, str, bool]]:
    """For each mention row of an article that means something its key, its text, and whether it is a name."""
    return [(one.key, one.text, one.form == "name") for one in mentions_shown(account) if one.key]


class Share(NamedTuple):
    """The rows that one article adds."""

    mentions: list[Mention]
    quotes: list[Quote]
    speakers: list[Speaker]
    reports: list[Report]
    evidence: list[Evidence]


def share_of(
    account: Account,
    ids: Mapping[str, str],
    stories: Sequence[Story],
    of_telling: Mapping[tuple[str, int], int],
) -> Share:
    """The rows that one article adds, once the encounters of all articles are known."""
    article = account.reading.dispatch.article_id
    told = {index: stories[of_telling[article, index]] for index in account.of_telling}
    encounters = {index: story.encounter for index, story in told.items()}
    meeting_ids = {index: story.meeting_id for index, story in told.items()}
    mentions = mention_rows(account, ids)
    quotes = quote_rows(account, encounters, meeting_ids)
    return Share(
        mentions,
        quotes,
        speaker_rows(account, ids, mentions),
        report_rows(account, meeting_ids),
        [*of_mentions(account, mentions), *of_quotes(account, quotes, told)],
    )
