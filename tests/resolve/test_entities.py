"""One thing over all articles: its name, its id, its country, and what is counted of it."""

import re
from collections import Counter

import pytest

from golden_rows import GOLDEN, NAMES
from golden_rows import tables_of as golden
from summitry.resolve.drafts import Known
from summitry.resolve.entities import entry_of, slug_of
from summitry.resolve.referents import Referent

ON = "2017-04-28"


def unknown(key: str, kind: str = "organization") -> Referent:
    """Something that only articles name."""
    return Referent(key, kind, None, None, None, None, None)


ONE = [
    pytest.param(
        "Moscow said no. Russians agreed. The Russian envoy left Russia.", "russia", 4, id="a country"
    ),
    pytest.param(
        "The U.S., the United States and American ships left.", "united-states", 3, id="abbreviated"
    ),
    pytest.param("The Kremlin said no. Moscow agreed.", "russia", 2, id="a seat of government"),
    pytest.param(
        "The World Health Organization (WHO) warned Chad. The WHO agreed.",
        "world-health-organization",
        3,
        id="a body",
    ),
    pytest.param("They fought in World War II. World War Two was long.", "world-war-two", 2, id="an event"),
    pytest.param("Anna Lund left Kyiv. She came back to Kiev.", "kyiv", 2, id="a city of two spellings"),
]

TWO = [
    pytest.param("Moscow said no. The talks were in Moscow.", {"moscow", "russia"}, id="government and city"),
    pytest.param(
        "Peter Lima spoke in Lima, Peru.",
        {"lima", "peru", "peter-lima"},
        id="a town and a person of its name",
    ),
    pytest.param(
        "Anna Lund of the Anna Lund Foundation left.", {"anna-lund", "anna-lund-foundation"}, id="a body"
    ),
    pytest.param("Niger and Nigeria agreed.", {"niger", "nigeria"}, id="two countries"),
    pytest.param("Anna Lund and Peter Lund left.", {"anna-lund", "peter-lund"}, id="two people"),
    pytest.param("South Korea and North Korea agreed.", {"north-korea", "south-korea"}, id="halves"),
]


@pytest.mark.parametrize(("text", "entity_id", "count"), ONE)
def test_knows_one_thing_by_several_names(tables_of, text, entity_id, count):
    """All names of one thing have one id."""
    counts = Counter(row.entity_id for row in tables_of(("a", ON, text)).mentions)
    assert counts[entity_id] == count


@pytest.mark.parametrize(("text", "ids"), TWO)
def test_tells_two_things_apart(tables_of, text, ids):
    """Two things have two ids, also where they share a name."""
    assert {row.entity_id for row in tables_of(("a", ON, text)).entities} == ids


def test_bears_the_fullest_name(tables_of):
    """A person has the fullest name that the articles use; a country its common English name."""
    tables = tables_of(
        ("a", ON, "Lund left the US."), ("b", ON, "Anna Marie Lund left. Anna Lund came back.")
    )
    assert {row.name for row in tables.entities} >= {"Anna Marie Lund", "United States"}


def test_holds_the_latest_position(tables_of):
    """The position is that of the latest article."""
    tables = tables_of(
        ("b", "2018-04-28", "Norwegian Finance Minister Anna Lund left."),
        ("a", "2017-04-28", "Norwegian Trade Minister Anna Lund left."),
    )
    (lund,) = (row for row in tables.entities if row.type == "person")
    assert (lund.position, lund.country_code) == ("Finance Minister of Norway", "NOR")


def test_keeps_a_country_once_known(tables_of):
    """What an earlier article says of someone's country stands until another says otherwise."""
    tables = tables_of(
        ("a", "2017-04-28", "Norwegian Prime Minister Anna Lund left."),
        ("b", "2018-04-28", "Former Prime Minister Anna Lund left."),
    )
    (lund,) = (row for row in tables.entities if row.type == "person")
    assert (lund.position, lund.country_code) == ("Former Prime Minister", "NOR")


def test_reads_the_address_of_a_town(tables_of):
    """A town with its state is the town there, not the capital of that name."""
    paris = next(
        row for row in tables_of(("a", ON, "They sang in Paris, Texas.")).entities if row.name == "Paris"
    )
    assert paris.country_code != "FRA"


def test_ids_of_one_slug_take_a_hash(tables_of):
    """Two things of one slug each take a short hash of what they are, whichever comes first."""
    articles = (
        ("a", ON, "The Supreme Court of Norway agreed."),
        ("b", ON, "The Supreme Court of Chile agreed."),
    )
    found = {row.entity_id for row in tables_of(*articles).entities if row.type == "organization"}
    assert len(found) == 2
    assert all(re.fullmatch("supreme-court-[0-9a-f]{6}", slug) for slug in found), found
    again = tables_of(*reversed(articles)).entities
    assert {row.entity_id for row in again if row.type == "organization"} == found


@pytest.mark.parametrize("name", ["1984", "٣", "中国", "!", "Nan", "Null", "True", "1e5"])
def test_ids_are_words(name):
    """No id is empty, or what a loader takes for a number, a truth value or nothing, whatever the name."""
    known = Known("organization:x", unknown(f"organization:{name}"), 1, ((name, 1),))
    slug = slug_of(entry_of([known]))
    assert slug.isascii()
    assert not slug.isdigit()
    assert slug.startswith("organization-")


@pytest.fixture(scope="module", params=NAMES)
def tables(request):
    """The tables of one golden article."""
    return golden(GOLDEN / f"{request.param}.txt")


def test_counts_equal_what_they_count(tables):
    """Counts of mentions, articles, participants and paragraphs are the numbers of those rows."""
    mentions = Counter(row.entity_id for row in tables.mentions)
    people = Counter(row.meeting_id for row in tables.participants)
    assert {row.entity_id: row.mention_count for row in tables.entities} == {
        row.entity_id: mentions[row.entity_id] for row in tables.entities
    }
    assert all(row.article_count == 1 for row in (*tables.entities, *tables.meetings))
    assert all(row.participant_count == people[row.meeting_id] for row in tables.meetings)
    assert [row.paragraph_count for row in tables.articles] == [len(tables.paragraphs)]


def test_ids_are_unique(tables):
    """No two rows of a table have one id, and no id is all digits."""
    keys = [
        [row.entity_id for row in tables.entities],
        [row.mention_id for row in tables.mentions],
        [row.quote_id for row in tables.quotes],
        [row.meeting_id for row in tables.meetings],
        [row.report_id for row in tables.reports],
    ]
    assert all(len(ids) == len(set(ids)) for ids in keys)
    assert not any(one.isdigit() for ids in keys for one in ids)


def test_offsets_hold_the_text(tables):
    """Between the offsets of every mention, quote, speaker, cue and report stands its text."""
    texts = {row.paragraph_id: row.text for row in tables.paragraphs}
    for row in (*tables.mentions, *tables.quotes, *tables.reports):
        assert texts[row.paragraph_id][row.start : row.end] == row.text
    for row in tables.quotes:
        if row.speaker_text is not None:
            assert texts[row.speaker_paragraph_id][row.speaker_start : row.speaker_end] == row.speaker_text
        if row.cue is not None:
            assert texts[row.paragraph_id][row.cue_start : row.cue_end] == row.cue


def test_held_meetings_are_not_to_come(tables):
    """A held meeting starts on or before the day of the article that tells of it last."""
    last = max(row.published_on for row in tables.articles)
    assert all(
        row.start_date is None or row.start_date <= last for row in tables.meetings if row.status == "held"
    )
