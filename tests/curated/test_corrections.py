"""What a person decides is in the tables, with all that hangs on it, and nothing else changes."""

import pytest

SOLHEIM = {"paragraph_id": "oslo-p002", "start": 23, "end": 30, "text": "Solheim"}
RAILWAY = {"paragraph_id": "oslo-p002", "start": 1, "end": 21, "text": "We need the railway,"}
JUNE = {"paragraph_id": "oslo-p002", "start": 78, "end": 102, "text": "work would begin in June"}
GOOD_DAY = {"paragraph_id": "bergen-p001", "start": 48, "end": 66, "text": "It was a good day,"}
DOUBT = {"paragraph_id": "bergen-p002", "start": 63, "end": 73, "text": "it was not"}
MET = {"paragraph_id": "bergen-p001", "start": 0, "end": 45,
       "text": "Kari Solheim met Erik Dahl in Oslo on Tuesday"}  # fmt: skip
AGAIN = {"paragraph_id": "oslo-p003", "start": 0, "end": 57,
         "text": "Solheim and Dahl will meet again in Copenhagen next month"}  # fmt: skip
TALKS, PLANNED = "2019-05-14-oslo-erik-dahl-kari-solheim", "2019-06-copenhagen-erik-dahl-kari-solheim"


def meant(tables):
    """Whom each mention means."""
    return {row.mention_id: row.entity_id for row in tables.mentions}


def said(tables):
    """Who says each quote."""
    return {(row.quote_id, row.entity_id) for row in tables.speakers}


def met(tables):
    """Who takes part in each meeting."""
    return {row.meeting_id: {one.entity_id for one in tables.participants if one.meeting_id == row.meeting_id}
            for row in tables.meetings}  # fmt: skip


def curated(tables):
    """The cells that a person decided, with their values."""
    return {
        (row.table, row.row_id, row.field, row.value) for row in tables.evidence if row.basis == "curated"
    }


def test_nothing_decided_changes_nothing(desk, plain):
    """An empty file of corrections gives the tables of no corrections."""
    assert desk.build(names=[], speakers=[]) == plain


def test_a_row_found_right_only_gets_its_mark(desk, plain):
    """Every row but the one that was looked at is as before, and so is every other cell of it."""
    rows = [
        {"table": "quotes", **RAILWAY, "verdict": "right"},
        {"table": "speakers", **JUNE, "entity_id": "erik-dahl", "verdict": "right"},
        {"table": "meetings", **MET, "verdict": "right"},
        {"table": "participants", **MET, "entity_id": "kari-solheim", "verdict": "right"},
        {"table": "reports", **AGAIN, "verdict": "right"},
        {"table": "mentions", **SOLHEIM, "verdict": "right"},
        {"table": "entities", "entity_id": "oslo", "verdict": "right"},
    ]
    tables = desk.build(rows=rows)
    marked = {
        name: [row for row in now if row not in before]
        for name, now, before in zip(tables._fields, tables, plain, strict=True)
    }
    assert {name: len(found) for name, found in marked.items() if found} == {
        "entities": 1, "mentions": 1, "quotes": 1, "speakers": 1, "meetings": 1, "participants": 1,
        "reports": 1,
    }  # fmt: skip
    assert all(row.reviewed for found in marked.values() for row in found)
    assert [len(now) for now in tables] == [len(before) for before in plain]
    assert marked["speakers"][0].confidence is not None


def test_a_name_means_another_at_one_place(desk, plain):
    """The link, its reason and the speaker follow; the same name elsewhere does not."""
    tables = desk.build(names=[{**SOLHEIM, "entity_id": "ada-holm"}])
    changed = {key: id_ for key, id_ in meant(tables).items() if meant(plain)[key] != id_}
    assert changed == {"oslo-p002-m23": "ada-holm"}
    assert ("oslo-p002-q1", "ada-holm") in said(tables)
    assert ("oslo-p002-q1", "kari-solheim") not in said(tables)
    assert curated(tables) == {("mentions", "oslo-p002-m23", "entity_id", "ada-holm")}
    (row,) = [row for row in tables.mentions if row.reviewed]
    assert (row.mention_id, row.confidence) == ("oslo-p002-m23", None)


def test_a_name_has_other_bounds(desk, plain):
    """What hangs on it stays: the pronoun that stands for it, what was said, and the meeting."""
    at = {"paragraph_id": "bergen-p001", "start": 5, "end": 12, "text": "Solheim"}
    whole = {"paragraph_id": "bergen-p001", "start": 0, "end": 12, "text": "Kari Solheim"}
    tables = desk.build(
        names=[{**at, "entity_id": "kari-solheim"}], rows=[{"table": "mentions", **whole, "verdict": "wrong"}]
    )
    changed = dict(set(meant(tables).items()) ^ set(meant(plain).items()))
    assert changed == {"bergen-p001-m0": "kari-solheim", "bergen-p001-m5": "kari-solheim"}
    assert (said(tables), met(tables)) == (said(plain), met(plain))


def test_a_demonym_with_other_bounds_is_one(desk):
    """The form of a mention is that of the one whose bounds were wrong."""
    at = {"paragraph_id": "oslo-p001", "start": 0, "end": 5, "text": "Norwe"}
    whole = {"paragraph_id": "oslo-p001", "start": 0, "end": 9, "text": "Norwegian"}
    tables = desk.build(
        names=[{**at, "entity_id": "norway"}], rows=[{"table": "mentions", **whole, "verdict": "wrong"}]
    )
    assert [row.form for row in tables.mentions if row.text == "Norwe"] == ["demonym"]


def test_a_speaker_outlives_a_name(desk):
    """Who was said to say a quote says it, also where the name that it hung on is none."""
    tables = desk.build(
        speakers=[{**RAILWAY, "entity_id": "kari-solheim"}],
        rows=[{"table": "mentions", **SOLHEIM, "verdict": "wrong"}],
    )
    assert "oslo-p002-m23" not in meant(tables)
    assert ("oslo-p002-q1", "kari-solheim") in said(tables)


def test_what_rests_on_a_name_follows_it(desk):
    """The pronoun that stands for the full name means whom the name means."""
    at = {"paragraph_id": "bergen-p001", "start": 0, "end": 12, "text": "Kari Solheim"}
    tables = desk.build(names=[{**at, "entity_id": "ada-holm"}])
    assert meant(tables)["bergen-p001-m68"] == "ada-holm"
    assert ("bergen-p001-q48", "ada-holm") in said(tables)
    assert {"ada-holm", "erik-dahl"} in met(tables).values()


def test_a_name_of_an_article_is_of_nobody_known(desk):
    """All its mentions there lose their link, and what they said or took part in loses them."""
    tables = desk.build(names=[{"text": "Dahl", "article_id": "oslo"}])
    links = meant(tables)
    assert links["oslo-p002-m63"] is links["oslo-p003-m12"] is None
    assert links["oslo-p001-m66"] == links["bergen-p001-m17"] == "erik-dahl"
    assert met(tables)["2019-06-copenhagen-kari-solheim"] == {"kari-solheim"}


def test_an_alias_holds_in_every_article(desk):
    """A name without an article means the same wherever it stands."""
    tables = desk.build(names=[{"text": "Kari Solheim", "entity_id": "ada-holm"}])
    assert {meant(tables)[key] for key in ("oslo-p001-m27", "bergen-p001-m0")} == {"ada-holm"}
    assert "kari-solheim" not in {row.entity_id for row in tables.entities}


def test_a_narrow_correction_goes_before_a_wide_one(desk):
    """What is said of one place holds there, whatever is said of the article or of all."""
    rows = [
        {"text": "Solheim", "entity_id": "erik-dahl"},
        {"text": "Solheim", "article_id": "oslo", "entity_id": ""},
        {**SOLHEIM, "entity_id": "ada-holm"},
    ]
    links = meant(desk.build(names=rows))
    assert (links["oslo-p002-m23"], links["oslo-p003-m0"]) == ("ada-holm", None)


def test_words_that_nobody_saw_become_a_name(desk):
    """A place without a mention gets one, of an entity that has its name and type by hand."""
    at = {"paragraph_id": "bergen-p002", "start": 23, "end": 29, "text": "bridge"}
    cells = [("name", "The Great Bridge"), ("type", "place"), ("country_code", "NOR")]
    tables = desk.build(
        names=[{**at, "entity_id": "the-bridge"}],
        entities=[{"entity_id": "the-bridge", "field": field, "value": value} for field, value in cells],
    )
    (row,) = [row for row in tables.entities if row.entity_id == "the-bridge"]
    assert (row.name, row.type, row.country_code, row.mention_count) == (
        "The Great Bridge",
        "place",
        "NOR",
        1,
    )
    assert meant(tables)["bergen-p002-m23"] == "the-bridge"


def test_two_entities_are_one(desk, plain):
    """All that was of one is of the other, and counted once."""
    tables = desk.build(identities=[{"entity_id": "ada-holm", "into": "kari-solheim"}])
    ids = {row.entity_id: row for row in tables.entities}
    before = {row.entity_id: row for row in plain.entities}
    assert "ada-holm" not in ids
    assert ids["kari-solheim"].mention_count == before["kari-solheim"].mention_count + 1
    assert ids["kari-solheim"].reviewed
    assert ("bergen-p002-q19", "kari-solheim") in said(tables)


def test_one_entity_is_two(desk):
    """In the article named it is another, and the two meetings are no longer one."""
    tables = desk.build(
        identities=[{"entity_id": "erik-dahl", "article_id": "bergen", "into": "erik-dahl-2"}],
        entities=[{"entity_id": "erik-dahl-2", "field": "name", "value": "Erik Dahl"},
                  {"entity_id": "erik-dahl-2", "field": "type", "value": "person"}],
    )  # fmt: skip
    assert meant(tables)["bergen-p001-m17"] == "erik-dahl-2"
    assert met(tables)["2019-05-14-oslo-erik-dahl-2-kari-solheim"] == {"erik-dahl-2", "kari-solheim"}
    assert met(tables)[TALKS] == {"erik-dahl", "kari-solheim"}


def test_cells_of_an_entity(desk):
    """Name and position are those decided, the id stays, and the rows of meetings follow."""
    tables = desk.build(
        entities=[{"entity_id": "erik-dahl", "field": "name", "value": "Erik B. Dahl"},
                  {"entity_id": "erik-dahl", "field": "country_code", "value": "SWE"}]
    )  # fmt: skip
    (row,) = [row for row in tables.entities if row.entity_id == "erik-dahl"]
    assert (row.name, row.country_code, row.reviewed) == ("Erik B. Dahl", "SWE", True)
    assert {one.country_code for one in tables.participants if one.entity_id == "erik-dahl"} == {"SWE"}
    assert ("entities", "erik-dahl", "name", "Erik B. Dahl") in curated(tables)


def test_others_say_a_quote(desk):
    """A quote has the speakers of its rows, and its words for the speaker mean them."""
    rows = [{**DOUBT, "entity_id": "erik-dahl"}, {**DOUBT, "entity_id": "ada-holm"}]
    tables = desk.build(speakers=[*rows, {**GOOD_DAY, "entity_id": "ada-holm"}])
    expected = {
        ("bergen-p002-q63", "erik-dahl"),
        ("bergen-p002-q63", "ada-holm"),
        ("bergen-p001-q48", "ada-holm"),
    }
    assert {each for each in said(tables) if each[0] in {"bergen-p002-q63", "bergen-p001-q48"}} == expected
    assert {each for each in curated(tables) if each[0] == "speakers"} == {
        ("speakers", " ".join(each), "entity_id", each[1]) for each in expected
    }
    assert {(row.quote_id, row.entity_id) for row in tables.speakers if row.reviewed} == expected
    assert meant(tables)["bergen-p001-m68"] == "ada-holm"


def test_nobody_known_says_a_quote(desk):
    """Without an entity the quote has no speaker, and is marked itself."""
    tables = desk.build(speakers=[RAILWAY])
    assert "oslo-p002-q1" not in {quote for quote, _ in said(tables)}
    assert [row.quote_id for row in tables.quotes if row.reviewed] == ["oslo-p002-q1"]


FACTS = [
    pytest.param("date", "2019-05-13", "start_date", "2019-05-13", id="a day"),
    pytest.param("date", "2019-05", "end_date", "2019-05-31", id="a month"),
    pytest.param("date", "2019-05-13/2019-05-15", "end_date", "2019-05-15", id="some days"),
    pytest.param("date", "", "start_date", "None", id="no day is known"),
    pytest.param("kind", "summit", "kind", "summit", id="a kind"),
    pytest.param("kind", "call", "kind", "call", id="a kind of another group"),
    pytest.param("place_id", "copenhagen", "place_id", "copenhagen", id="a place"),
    pytest.param("place_id", "", "place_id", "None", id="no place is known"),
    pytest.param("venue", "the Town Hall", "venue", "the Town Hall", id="a building"),
]


@pytest.mark.parametrize(("field", "value", "column", "expected"), FACTS)
def test_facts_of_a_meeting(desk, plain, field, value, column, expected):  # noqa: PLR0913, PLR0917  # a case
    """Both articles' tellings of the meeting have the fact, and are still one meeting."""
    tables = desk.build(meetings=[{**MET, "field": field, "value": value}])
    assert len(tables.meetings) == len(plain.meetings)
    (row,) = [row for row in tables.meetings if row.reviewed]
    assert (str(getattr(row, column)), row.article_count, row.confidence) == (expected, 2, None)
    assert {one.meeting_id for one in tables.reports if one.report_id.startswith("bergen")} == {
        row.meeting_id
    }


def test_another_status(desk):
    """A status that no report gives is in conflict with those they give, and says so."""
    tables = desk.build(meetings=[{**AGAIN, "field": "status", "value": "cancelled"}])
    (row,) = [row for row in tables.meetings if row.meeting_id == PLANNED]
    assert (row.status, row.conflict, row.reviewed) == ("cancelled", True, True)
    assert ("meetings", PLANNED, "status", "cancelled") in curated(tables)


def test_one_more_took_part(desk):
    """The participant is a row of the meeting, looked at and decided."""
    tables = desk.build(meetings=[{**MET, "field": "participant", "value": "ada-holm"}])
    (meeting,) = [id_ for id_, who in met(tables).items() if "ada-holm" in who]
    assert met(tables)[meeting] == {"ada-holm", "erik-dahl", "kari-solheim"}
    assert {row.entity_id for row in tables.participants if row.reviewed} == {"ada-holm"}


WRONG = [
    pytest.param("quotes", RAILWAY, "", "quotes", 1, id="a quote goes with its speaker"),
    pytest.param("speakers", RAILWAY, "kari-solheim", "speakers", 1, id="a speaker"),
    pytest.param("mentions", SOLHEIM, "", "mentions", 1, id="a mention"),
    pytest.param("meetings", MET, "", "meetings", 1, id="a meeting, in both articles"),
    pytest.param("meetings", MET, "", "reports", 2, id="a meeting goes with all its reports"),
    pytest.param("participants", MET, "erik-dahl", "participants", 1, id="a participant, in both articles"),
    pytest.param("reports", MET, "", "reports", 1, id="a report; the meeting has another"),
]


@pytest.mark.parametrize(("table", "place", "entity", "of", "fewer"), WRONG)
def test_a_wrong_row_is_gone(desk, plain, table, place, entity, of, fewer):  # noqa: PLR0913, PLR0917  # a case
    """So many rows fewer, and the package keeps its promises."""
    tables = desk.build(rows=[{"table": table, **place, "entity_id": entity, "verdict": "wrong"}])
    assert len(getattr(tables, of)) == len(getattr(plain, of)) - fewer
