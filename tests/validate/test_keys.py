"""Keys are there once, lead somewhere, and rows stand in order."""

import pytest

from summitry.validate import validate

REPEATED = [
    pytest.param(("quotes", 3, "quote_id"), "river-2-q1", "primary-key", "quote_id", id="a key twice"),
    pytest.param(
        ("speakers", 3, "quote_id"),
        "river-2-q1",
        "primary-key",
        "quote_id, entity_id",
        id="a key of two columns",
    ),
    pytest.param(
        ("entities", 4, "wikidata_id"), "Q900001", "unique", "wikidata_id", id="an item of two entities"
    ),
]


@pytest.mark.parametrize(("place", "value", "rule", "columns"), REPEATED)
def test_knows_keys_that_stand_twice(parcel, place, value, rule, columns):
    """The second row of a key is named, and the line of the first."""
    parcel.put(*place, value)
    problem = next(problem for problem in validate(parcel.folder) if problem.rule == rule)
    assert (problem.table, problem.line, problem.column) == (*place[:2], columns)
    assert problem.fault == "stands already in line 2"


def test_lets_empty_cells_of_a_unique_column_be(parcel):
    """Nothing is not a value that could stand twice."""
    parcel.put("entities", 4, "wikidata_id", "")
    assert list(validate(parcel.folder)) == []


ORPHANS = [
    pytest.param(("mentions", 2, "paragraph_id"), "river-9", id="no such paragraph"),
    pytest.param(("mentions", 2, "entity_id"), "ana-lunt", id="no such entity"),
    pytest.param(("mentions", 2, "entity_id"), "Ana-Lund", id="another case"),
    pytest.param(("mentions", 2, "entity_id"), "ana-lund\u200b", id="a character of no width"),
    pytest.param(("mentions", 2, "entity_id"), "ana-lund ", id="a space behind"),
    pytest.param(("quotes", 2, "meeting_id"), "2019-05-16", id="no such meeting"),
    pytest.param(("quotes", 3, "continues_id"), "river-2-q2", id="no such quote of the same table"),
    pytest.param(("quotes", 2, "speaker_paragraph_id"), "river-9", id="no such paragraph of a speaker"),
    pytest.param(("meetings", 2, "place_id"), "torn", id="no such place"),
    pytest.param(("speakers", 2, "mention_id"), "river-2-m9", id="no such mention"),
    pytest.param(("participants", 2, "meeting_id"), "2019", id="no such meeting of a participant"),
    pytest.param(("reports", 2, "meeting_id"), "2019", id="no such meeting of a report"),
    pytest.param(("paragraphs", 2, "article_id"), "flood", id="no such article"),
]


@pytest.mark.parametrize(("place", "value"), ORPHANS)
def test_knows_keys_that_lead_nowhere(parcel, broken, place, value):
    """Each foreign key leads to a row, letter by letter."""
    parcel.put(*place, value)
    assert broken(parcel)["foreign-key"] == [place]


def swapped(rows):
    """The same rows with the second and the third of them in each other's place."""
    return [rows[0], rows[2], rows[1], *rows[3:]]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("articles", "article_id"),
        ("paragraphs", "position"),
        ("entities", "entity_id"),
        ("mentions", "mention_id"),
        ("quotes", "quote_id"),
        ("speakers", "entity_id"),
        ("meetings", "meeting_id"),
        ("participants", "entity_id"),
        ("reports", "report_id"),
    ],
)
def test_knows_shuffled_rows(parcel, broken, table, column):
    """Rows out of the published order are named, and no other table is blamed for them."""
    parcel.put_rows(table, swapped(parcel.rows(table)))
    assert broken(parcel) == {"order": [(table, 3, column)]}


def test_blames_no_row_for_an_article_of_an_unknown_day(parcel, broken):
    """Where an article should stand is not known without its day, and neither is where its text should."""
    parcel.put("articles", 3, "published_on", "soon")
    assert broken(parcel) == {"type": [("articles", 3, "published_on")]}


LOST_TAILS = ["articles", "paragraphs", "entities", "mentions", "meetings", "participants", "reports"]


@pytest.mark.parametrize("table", [*LOST_TAILS, "quotes"])
def test_knows_lost_rows_by_what_leans_on_them(parcel, table):
    """A table without its last row is found by the keys and counts of the others."""
    parcel.put_rows(table, parcel.rows(table)[:-1])
    assert validate(parcel.folder).errors


@pytest.mark.parametrize("table", [*LOST_TAILS, "quotes"])
def test_knows_tables_cut_to_their_header(parcel, table):
    """A table without rows is found by the keys and counts of the others."""
    parcel.put_rows(table, parcel.rows(table)[:1])
    assert validate(parcel.folder).errors


@pytest.mark.parametrize("kept", [1, -1], ids=["all lost", "the last lost"])
def test_knows_lost_speakers(parcel, broken, kept):
    """A table that nothing leans on is complete as well, as its manifest told before it was written."""
    parcel.put_rows("speakers", parcel.rows("speakers")[:kept], told=False)
    assert broken(parcel) == {"row-count": [("speakers", None, None)]}


TEXTS = [
    pytest.param(("mentions", 2, "start"), "11", "text", id="one character late"),
    pytest.param(("mentions", 2, "end"), "19", "text", id="one character long"),
    pytest.param(("mentions", 4, "text"), "Emile Roche", "text", id="another letter"),
    pytest.param(("mentions", 11, "end"), "999", "text", id="behind the end of the text"),
    pytest.param(("quotes", 2, "text"), "We agree on the river", "text", id="a quote without its comma"),
    pytest.param(("quotes", 2, "speaker_text"), "Land", "speaker_text", id="another speaker"),
    pytest.param(("quotes", 2, "speaker_paragraph_id"), "river-1", "speaker_text", id="another paragraph"),
    pytest.param(("quotes", 2, "cue"), "said", "cue", id="another cue"),
    pytest.param(("reports", 2, "text"), "met in Tarn", "text", id="words left out of a report"),
]


@pytest.mark.parametrize(("place", "value", "blamed"), TEXTS)
def test_knows_text_that_is_not_there(parcel, broken, place, value, blamed):
    """What a row says of the text is what stands there, character by character."""
    parcel.put(*place, value)
    assert broken(parcel)["text-truth"] == [(*place[:2], blamed)]


@pytest.mark.parametrize(
    "place",
    [
        ("mentions", 2, "title"),
        ("quotes", 2, "addressee"),
        ("reports", 2, "date_text"),
        ("reports", 2, "place_text"),
    ],
)
def test_knows_words_that_their_article_does_not_hold(parcel, broken, place):
    """What is given as written is written in the article."""
    parcel.put(*place, "the tenth of May")
    found = broken(parcel)
    assert found["as-written"] == [place]
    # a reason for a title or an addressee is then one for other words
    assert set(found) <= {"as-written", "gives-the-value-of-its-cell"}


def test_takes_words_from_another_paragraph_of_the_article(parcel):
    """The addressee of a quote that goes on can stand where the quote began."""
    parcel.put("quotes", 4, "addressee", "reporters")
    assert list(validate(parcel.folder)) == []


def test_counts_code_points(parcel, broken):
    """Offsets count code points, as the sound package with its “Émile” shows, and not bytes."""
    before = parcel.put("mentions", 4, "end", "54")
    assert int(before) == 53
    assert broken(parcel)["text-truth"] == [("mentions", 4, "text")]
