"""The meeting, participant and report rows of the encounters."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from summitry import knowledge
from summitry.extract.found import FoundMeeting
from summitry.resolve.accounts import Settled, paragraph_of
from summitry.resolve.calendar import Days
from summitry.resolve.encounters import Encounter
from summitry.resolve.entities import Entry, short_hash
from summitry.resolve.persons import term_at
from summitry.resolve.reading import Reading
from summitry.resolve.referents import slug_key
from summitry.resolve.stories import Story
from summitry.resolve.within import Account
from summitry.rows import Meeting, Participant, Report, Role
from summitry.settings import MAX_SLUG_PEOPLE

GROUP_ORDER = ("encounter", "forum", "call", "delegation_visit", "news_conference", "aggregate")
KIND_NAMES = {"news_conference": "news conference", "delegation_visit": "visit", "other": "meeting"}
TWO = 2


def slug_of(one: Encounter, ids: Mapping[str, str]) -> str:
    """The date, the place and the participants as an id."""
    people = sorted(ids[key] for key in one.who)
    if len(people) > MAX_SLUG_PEOPLE:
        people = [*people[:MAX_SLUG_PEOPLE], f"and-{len(people) - MAX_SLUG_PEOPLE}-more"]
    who = people or ([slug_key(one.delegation)] if one.delegation else [])
    return "-".join([when_of(one.days, "-to-") or "undated", *([ids[one.place]] if one.place else []), *who])


def when_of(days: Days, between: str) -> str:
    """Some days as one date, as long as it is exact, or as the first and the last.

    >>> when_of(Days(date(2016, 12, 1), date(2016, 12, 31), "month"), " to ")
    '2016-12'
    """
    if days.first is None or days.last is None:
        return ""
    first, last = days.first.isoformat(), days.last.isoformat()
    dates = {"day": first, "month": first[: len("2016-12")], "year": first[: len("2016")]}
    return dates.get(days.precision, f"{first}{between}{last}")


def identity(one: Encounter, ids: Mapping[str, str]) -> str:
    """Everything that tells an encounter from another with the same date, place and participants."""
    people = ",".join(sorted(ids[key] for key in one.who))
    return f"{one.group}|{one.status}|{one.days}|{one.place}|{people}|{one.delegation}|{one.number}"


def participant_rows(
    one: Encounter, meeting_id: str, found: Mapping[str, Entry], ids: Mapping[str, str]
) -> list[Participant]:
    """Who takes part in an encounter, with the office held then."""
    roles = roles_of(one, found)
    return [
        Participant(
            meeting_id, ids[key], role, position_then(found[key], one), found[key].referent.country_code
        )
        for key, role in roles.items()
    ]


def roles_of(one: Encounter, found: Mapping[str, Entry]) -> dict[str, Role]:
    """Host is whose country it is, visitor who comes; on neutral ground and in company all only take part."""
    told = dict(one.attendees)
    if one.group not in {"encounter", "delegation_visit"} or one.status == "refused":
        return dict.fromkeys(told, "participant")
    country = found[one.place].referent.country_code if one.place else None
    at_home = {key for key in told if country and found[key].referent.country_code == country}
    if at_home and (len(told) > 1 or one.group == "delegation_visit"):
        return {key: "host" if key in at_home else "visitor" for key in told}
    if one.group == "delegation_visit":
        return dict.fromkeys(told, "visitor")
    if len(told) > TWO:
        return dict.fromkeys(told, "participant")
    return {
        key: "participant" if role == "visitor" and key in at_home else role for key, role in told.items()
    }


def position_then(entry: Entry, one: Encounter) -> str | None:
    """The position that a person held at the time of the encounter."""
    referent = entry.referent
    if referent.type != "person":
        return None
    term = term_then(entry, one)
    return knowledge.position_of(term) if term else referent.position


def term_then(entry: Entry, one: Encounter) -> knowledge.Term | None:
    """The office that a person is known to have held at the time of the encounter."""
    on = one.days.last or one.published[1]
    person = knowledge.person(entry.referent.key)
    home = frozenset({entry.referent.country_code})
    return term_at(person, on, home) if person and on != date.min else None


def meeting_row(
    story: Story, found: Mapping[str, Entry], ids: Mapping[str, str], *, participants: int, conflict: bool
) -> Meeting:
    """One row of the table."""
    one = story.encounter
    place = found[one.place] if one.place else None
    return Meeting(
        meeting_id=story.meeting_id,
        name=title_of(one, found),
        kind=one.kind,
        status=one.status,
        start_date=one.days.first,
        end_date=one.days.last,
        date_precision=one.days.precision,
        place_id=ids[one.place] if one.place else None,
        venue=one.venue,
        country_code=place.referent.country_code if place else None,
        delegation=one.delegation,
        meeting_count=one.number,
        participant_count=participants,
        article_count=len({told.article_id for told in one.told}),
        conflict=conflict,
        confidence=None,
    )


def title_of(one: Encounter, found: Mapping[str, Entry]) -> str:
    """A name that a reader knows it by: what, who, where, when."""
    what = (
        f"{one.number} meetings"
        if one.group == "aggregate"
        else KIND_NAMES.get(one.kind, one.kind).capitalize()
    )
    who = company(one, found)
    where = found[one.place].name if one.place else ""
    return ", ".join(
        part for part in (f"{what} of {who}" if who else what, where, when_of(one.days, " to ")) if part
    )


def company(one: Encounter, found: Mapping[str, Entry]) -> str:
    """Who meets, in words: `Ann Lee and Bob Roe`, of a visit `Ann Lee to Bob Roe`."""
    roles = roles_of(one, found)
    hosts = [key for key, role in roles.items() if role == "host"]
    guests = [key for key in roles if key not in hosts]
    if one.kind == "visit" and hosts and guests:
        return f"{listed(guests, found)} to {listed(hosts, found)}"
    return listed(roles, found) or one.delegation or ""


def listed(keys: Iterable[str], found: Mapping[str, Entry]) -> str:
    """Some names in a row: `A, B and C`."""
    *most, last = sorted(found[key].name for key in keys) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def date_words(found: FoundMeeting) -> str | None:
    """The date as written; where it is the start of a count, with the word that says so: `since 2013`."""
    if found.date is None:
        return None
    return f"{found.date.signal} {found.date.text}" if found.date.signal == "since" else found.date.text


def report_rows(account: Account, settled: Mapping[int, Settled]) -> list[Report]:
    """Where an article tells of each encounter; back-references have no row."""
    told = {told.index for one in account.encounters for told in one.told}
    found = {
        (account.reading.tellings[index].found.report, meeting_id): account.reading.tellings[index].found
        for index, (meeting_id, _, _) in sorted(settled.items(), reverse=True)
        if index in told
    }
    rows: dict[str, Report] = {}
    for (_, meeting_id), telling in reversed(found.items()):
        row = report_row(account.reading, telling, meeting_id)
        # of two that begin at one place, the second is told by its end too
        again = replace(row, report_id=f"{row.report_id}-{row.end}") if row.report_id in rows else row
        rows[again.report_id] = again
    return list(rows.values())


def report_row(reading: Reading, found: FoundMeeting, meeting_id: str) -> Report:
    """One row of the table."""
    report = found.report
    paragraph = paragraph_of(reading, report.passage)
    where = found.place_text or found.venue
    return Report(
        report_id=f"{paragraph}-r{report.start}-{short_hash(meeting_id)}",
        meeting_id=meeting_id,
        paragraph_id=paragraph,
        start=report.start,
        end=report.end,
        text=reading.words(report),
        date_text=date_words(found),
        place_text=reading.words(where) if where else None,
    )
