"""The sort of a row is told by how the row came to be, and its confidence is the share right of that sort."""

from dataclasses import replace

import pytest

from small_package import small_tables
from sound_tables import sound_tables
from summitry.knowledge.confidence import confidence, judged_rows
from summitry.resolve.confidence import sorts_of, with_confidence

TEXT = (
    "Trade Minister Anna Lund of Norway met Japanese officials in Oslo on Thursday. “It went well,” Lund "
    "said.\n\n"
    "She said that Bo Ek, of the Brix Institute for Peace, was wrong. Ek laughed. The WHO warned that it was "
    "late."
)


@pytest.fixture(scope="module")
def tables(tables_of):
    """The tables of an article that names in many ways."""
    return tables_of(("a", "2017-04-28", TEXT))


MENTIONS = [
    pytest.param(
        "Anna Lund", ("person", "as stated", "two words", "with position"), id="in full, with a title"
    ),
    pytest.param("Lund", ("person", "as stated", "short form", "with position"), id="by the surname later"),
    pytest.param("She", ("person", "as stated", "no name", "with position"), id="by a pronoun"),
    pytest.param("Bo Ek", ("person", "as stated", "two words", "without position"), id="somebody unknown"),
    pytest.param("Norway", ("country", "looked up", "one word"), id="a country is known"),
    pytest.param("Japanese", ("country", "looked up", "demonym"), id="an adjective"),
    pytest.param("Oslo", ("place", "looked up", "one word"), id="a city that is known"),
    pytest.param("WHO", ("organization", "looked up", "abbreviation"), id="letters"),
    pytest.param(
        "Brix Institute for Peace", ("organization", "as stated", "more words"), id="a body that is not known"
    ),
]


@pytest.mark.parametrize(("text", "sort"), MENTIONS)
def test_a_link_has_the_sort_of_its_making(tables, text, sort):
    """What is named, whether knowledge settled it, and how it is named make the sort."""
    sorts = sorts_of(tables).mentions
    assert {sorts[row.mention_id] for row in tables.mentions if row.text == text} == {sort}


def test_a_speaker_has_the_sort_of_its_words(tables):
    """A name and a pronoun are different sorts of evidence for who spoke."""
    found = sorts_of(tables).speakers
    kinds = {row.quote_id: row.speaker_text for row in tables.quotes}
    assert {kinds[quote]: sort for (quote, _), sort in found.items()} == {
        "Lund": ("named in full", "direct"),
        "She": ("pronoun", "indirect"),
        "WHO": ("named in short", "indirect"),
    }


SPEAKERS = [
    pytest.param({"mention_id": None}, ("no mention", "direct"), id="no words stand for it"),
    pytest.param({}, ("named in full", "direct"), id="by name"),
]


@pytest.mark.parametrize(("cells", "sort"), SPEAKERS)
def test_a_speaker_can_lack_words(cells, sort):
    """Where no mention stands for a speaker, that is the sort."""
    tables = sound_tables()
    first, *others = tables.speakers
    tables = tables._replace(speakers=(replace(first, **cells), *others))
    assert sorts_of(tables).speakers[first.quote_id, first.entity_id] == sort


MEETINGS = [
    pytest.param("talks", "held", ("visit or talks", "held"), id="talks"),
    pytest.param("summit", "planned", ("visit or talks", "not held"), id="a summit that is planned"),
    pytest.param("call", "held", ("call or news conference", "held"), id="a call"),
    pytest.param("news_conference", "held", ("call or news conference", "held"), id="a briefing"),
    pytest.param("forum", "cancelled", ("forum", "not held"), id="a forum that is off"),
    pytest.param("other", "aggregate", ("visit or talks", "not held"), id="many counted as one"),
]


@pytest.mark.parametrize(("kind", "status", "sort"), MEETINGS)
def test_a_meeting_has_the_sort_of_its_kind(kind, status, sort):
    """Kind and status make the sort, those that were seldom judged together."""
    tables = small_tables()
    (meeting,) = tables.meetings
    tables = tables._replace(meetings=(replace(meeting, kind=kind, status=status),))
    assert sorts_of(tables).meetings == {meeting.meeting_id: sort}


def test_every_answer_has_a_confidence(tables):
    """Linked mentions, speakers and meetings have one, with two decimals; what is not linked has none."""
    rows = [*tables.speakers, *tables.meetings, *(row for row in tables.mentions if row.entity_id)]
    assert len(rows) > 10
    assert all(0 <= row.confidence <= 0.99 for row in rows)
    assert all(row.confidence == round(row.confidence, 2) for row in rows)
    assert {row.confidence for row in tables.mentions if row.entity_id is None} <= {None}


def test_the_confidence_is_that_of_the_sort():
    """What was judged of a sort is what its rows get, whatever they had before."""
    tables = with_confidence(sound_tables())
    sorts = sorts_of(tables)
    assert [row.confidence for row in tables.speakers] == [
        confidence("speakers", sorts.speakers[row.quote_id, row.entity_id]) for row in tables.speakers
    ]
    assert with_confidence(tables) == tables


def test_known_people_are_surer_than_bare_words():
    """By what readers found, a full name that is known is surer than one unknown word."""
    sure = confidence("mentions", ("person", "looked up", "two words", "with position"))
    unsure = confidence("mentions", ("person", "as stated", "one word", "without position"))
    assert unsure < confidence("mentions", ()) < sure


@pytest.mark.parametrize("table", ["mentions", "speakers", "meetings"])
def test_coarser_sorts_hold_the_finer(table):
    """Of each sort as many rows are right as of its finer sorts together, and no more than were judged."""
    counts = judged_rows()[table]
    for sort, (rows, right) in counts.items():
        assert 0 <= right <= rows
        assert not sort or sort[:-1] in counts
        finer = [judged for other, judged in counts.items() if other[:-1] == sort and other != sort]
        assert not finer or (rows, right) == tuple(map(sum, zip(*finer, strict=True)))
