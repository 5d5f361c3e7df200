"""Corrections that meet: merges in a row, what an earlier one made, counts, joint words, removals."""

import json

import pytest

import summitry
from correcting import Desk
from summitry.curated import tombstone

OSLO = """ date 2019-05-15 AFP, OSLO

Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday.

“It must be built,” she said. “And soon.” Dahl said that work would begin in June.

Solheim and Dahl will meet again in Copenhagen next month. It was their third meeting since 2017.

At a joint news conference on Tuesday, Solheim and Dahl said that they agreed. “We are friends,” they said.
"""
DEUTSCH = """ date 2019-05-16 DPA, BERLIN

Die norwegische Außenministerin Kari Solheim traf am Dienstag in Oslo den dänischen Regierungschef Erik Dahl.

„Wir brauchen die Bahn“, sagte Solheim nach den Gesprächen. Dahl sagte, dass die Arbeit bald beginnen werde.
"""
BERGEN = {
    "id": "bergen",
    "date": "2019-05-16",
    "title": "SOLHEIM MEETS HOLM",
    "text": "Kari Solheim met Ada Holm in Bergen on Wednesday. Nils Berg said that it was late.\n\n"
    "Tbilisi is the capital of Georgia. Holm said that she had never been to Atlanta, Georgia.",
}

BUILT = {"paragraph_id": "oslo-p002", "start": 1, "end": 18, "text": "It must be built,"}
SOLHEIM = {"paragraph_id": "oslo-p003", "start": 0, "end": 7, "text": "Solheim"}
MET = {
    "paragraph_id": "oslo-p001",
    "start": 0,
    "end": 94,
    "text": "Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday",
}
COUNT = {"paragraph_id": "oslo-p003", "start": 66, "end": 96, "text": "their third meeting since 2017"}
JOINT = {
    "paragraph_id": "oslo-p004",
    "start": 3,
    "end": 55,
    "text": "a joint news conference on Tuesday, Solheim and Dahl",
}
THEY = {"paragraph_id": "oslo-p004", "start": 97, "end": 101, "text": "they"}  # fmt: skip


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """The articles, and the folder in which they are kept once read."""
    home = tmp_path_factory.mktemp("news")
    (home / "raw").mkdir()
    for name, text in {"oslo.txt": OSLO, "deutsch.txt": DEUTSCH, "news.jsonl": json.dumps(BERGEN)}.items():
        (home / "raw" / name).write_text(text, encoding="utf-8")
    return home


@pytest.fixture
def desk(tmp_path, news):
    """An empty desk."""
    return Desk(tmp_path, news / "cache")


@pytest.fixture(scope="module")
def plain(news, tmp_path_factory):
    """The tables without corrections."""
    return summitry.build([news / "raw"], tmp_path_factory.mktemp("plain"), cache=news / "cache").tables


def merge(old, new, article=""):
    """The row of a merge, or of a split."""
    return {"entity_id": old, "article_id": article, "into": new}


def new_person(id_, name):
    """The rows that make a person known."""
    return [
        {"entity_id": id_, "field": field, "value": value}
        for field, value in (("name", name), ("type", "person"))
    ]


def ids(tables):
    """The ids of all entities."""
    return {row.entity_id for row in tables.entities}


def speakers(tables, quote):
    """Who says a quote."""
    return {row.entity_id for row in tables.speakers if row.quote_id == quote}


def everybody(tables, meeting):
    """Who takes part in a meeting."""
    return {row.entity_id for row in tables.participants if row.meeting_id == meeting}


def meeting_at(tables, place):
    """The meeting that some words tell of."""
    (id_,) = [
        row.meeting_id for row in tables.reports
        if (row.paragraph_id, row.start, row.end) == (place["paragraph_id"], place["start"], place["end"])
    ]  # fmt: skip
    return next(row for row in tables.meetings if row.meeting_id == id_)


CHAIN = [merge("ada-holm", "erik-dahl"), merge("erik-dahl", "nils-berg")]


def test_merges_in_a_row_lead_to_the_last(desk):
    """In whatever order they are written, the first and the second are the third."""
    there, back = desk.build(identities=CHAIN), desk.build(identities=CHAIN[::-1])
    assert there == back
    assert {"ada-holm", "erik-dahl", "nils-berg"} & ids(there) == {"nils-berg"}


def test_who_is_merged_is_the_other_wherever_it_is_named(desk):
    """A name, a speaker and a participant that are given by the old id are the one that it is now."""
    tables = desk.build(
        identities=[merge("ada-holm", "nils-berg")],
        names=[{**SOLHEIM, "entity_id": "ada-holm"}],
        speakers=[{**BUILT, "entity_id": "ada-holm"}],
        meetings=[{**MET, "field": "participant", "value": "ada-holm"}],
    )
    assert "ada-holm" not in ids(tables)
    assert speakers(tables, "oslo-p002-q1") == {"nils-berg"}
    assert "nils-berg" in everybody(tables, meeting_at(tables, MET).meeting_id)


def test_a_swap_in_one_article_is_made_at_once(desk):
    """Two that were taken for each other there change places."""
    swap = [merge("kari-solheim", "erik-dahl", "oslo"), merge("erik-dahl", "kari-solheim", "oslo")]
    tables = desk.build(identities=swap)
    links = {row.mention_id: row.entity_id for row in tables.mentions}
    assert (links["oslo-p001-m27"], links["oslo-p001-m66"]) == ("erik-dahl", "kari-solheim")


def test_two_speakers_who_are_one_say_a_quote_once(desk):
    """“Solheim and Dahl said” has one speaker then."""
    tables = desk.build(identities=[merge("erik-dahl", "kari-solheim")])
    assert speakers(tables, "oslo-p004-q66") == {"kari-solheim"}


@pytest.mark.parametrize("id_", ["ada-holm", "nils-berg"])
def test_who_is_merged_is_removed_with_the_other(desk, id_):
    """Neither name is left, whichever of the two is removed."""
    tables = desk.build(identities=[merge("ada-holm", "nils-berg")],
                        removals=[{"table": "entities", "id": id_}])  # fmt: skip
    assert not {"ada-holm", "nils-berg"} & ids(tables)
    (text,) = [row.text for row in tables.paragraphs if row.paragraph_id == "bergen-p001"]
    assert text == "Kari Solheim met ████████ in Bergen on Wednesday. █████████ said that it was late."


@pytest.mark.parametrize("id_", ["lise-lie", tombstone("entities", "lise-lie")], ids=["id", "tombstone"])
def test_who_is_known_by_hand_alone_can_be_removed(desk, id_):
    """A person whom a correction made is in no table then."""
    tables = desk.build(names=[{**SOLHEIM, "entity_id": "lise-lie"}],
                        entities=new_person("lise-lie", "Lise Lie"),
                        removals=[{"table": "entities", "id": id_}])  # fmt: skip
    assert "lise-lie" not in ids(tables)
    assert "oslo-p003-m0" not in {row.mention_id for row in tables.mentions}


def test_the_short_name_of_a_person_goes_with_the_full_one(desk):
    """In an article that is not read, in a title, and in capitals."""
    tables = desk.build(removals=[{"table": "entities", "id": "kari-solheim"}])
    assert "solheim" not in " ".join(row.text for row in tables.paragraphs).casefold()
    assert {row.title for row in tables.articles} == {None, "███████ MEETS HOLM"}


def test_a_fact_of_a_meeting_is_none_of_their_count(desk, plain):
    """“Their third meeting since 2017” tells of both with one word."""
    tables = desk.build(meetings=[{**MET, "field": "date", "value": "2019-05-13"}])
    assert meeting_at(tables, COUNT) == meeting_at(plain, COUNT)
    assert str(meeting_at(tables, MET).start_date) == "2019-05-13"


def test_what_is_no_count_has_no_number(desk):
    """A count that is said to be a meeting loses the number of meetings that it stated."""
    row = meeting_at(desk.build(meetings=[{**COUNT, "field": "status", "value": "cancelled"}]), COUNT)
    assert (row.status, row.meeting_count) == ("cancelled", None)


def test_who_met_jointly_can_be_taken_out(desk):
    """Also of a news conference whose people are those of the talks before it."""
    tables = desk.build(
        rows=[{"table": "participants", **JOINT, "entity_id": "erik-dahl", "verdict": "wrong"}]
    )
    assert everybody(tables, meeting_at(tables, JOINT).meeting_id) == {"kari-solheim"}
    assert everybody(tables, meeting_at(tables, MET).meeting_id) == {"erik-dahl", "kari-solheim"}


@pytest.mark.parametrize(
    ("files", "who"),
    [
        pytest.param({"names": [{"text": "Kari Solheim", "entity_id": "bergen"}]}, "bergen", id="by a name"),
        pytest.param({"identities": [merge("kari-solheim", "bergen")]}, "bergen", id="by a merge"),
        pytest.param({"entities": [{"entity_id": "kari-solheim", "field": "type", "value": "event"}]},
                     "kari-solheim", id="by its type"),
    ],
)  # fmt: skip
def test_what_cannot_act_neither_speaks_nor_meets(desk, files, who):
    """What is said to be a town keeps its mentions, and takes part in nothing."""
    tables = desk.build(**files)
    assert who not in {row.entity_id for row in [*tables.speakers, *tables.participants]}
    assert {row.entity_id for row in tables.mentions if row.mention_id == "oslo-p001-m27"} == {who}


def test_no_meeting_is_at_a_person(desk):
    """A place that is said to be a person is none."""
    tables = desk.build(identities=[merge("oslo", "ada-holm")])
    assert meeting_at(tables, MET).place_id is None


def test_what_carries_on_a_dropped_quote_keeps_its_speaker(desk):
    """The words for the speaker are still a mention, as long as one of the two is a quote."""
    first = {"table": "quotes", **BUILT, "verdict": "wrong"}
    second = {**first, "start": 31, "end": 40, "text": "And soon."}
    tables = desk.build(rows=[first])
    assert [
        (row.quote_id, row.mention_id) for row in tables.speakers if row.mention_id == "oslo-p002-m20"
    ] == [("oslo-p002-q31", "oslo-p002-m20")]
    assert "oslo-p002-m20" not in {row.mention_id for row in desk.build(rows=[first, second]).mentions}


def test_of_several_only_the_one_is_taken_out(desk):
    """“They” still means the other, for the reason for which it did."""
    tables = desk.build(rows=[{"table": "mentions", **THEY, "entity_id": "erik-dahl", "verdict": "wrong"}])
    (row,) = [row for row in tables.mentions if row.mention_id.startswith("oslo-p004-m97")]
    assert (row.entity_id, row.reviewed) == ("kari-solheim", False)
    assert {one.basis for one in tables.evidence if one.row_id == row.mention_id} == {"inferred"}


def test_the_same_said_twice_has_one_reason(desk):
    """Two lines of one fact, by one report or by two, change no more than one."""
    fact = {**MET, "field": "date", "value": "2019-05-13"}
    assert desk.build(meetings=[fact, fact]) == desk.build(meetings=[fact])


def test_one_day_is_no_range(desk):
    """A range of one day is that day."""
    row = meeting_at(desk.build(meetings=[{**MET, "field": "date", "value": "2019-05-13/2019-05-13"}]), MET)
    assert (str(row.start_date), row.date_precision) == ("2019-05-13", "day")


def test_ids_stay_whoever_is_taken_out(desk, plain):
    """Of two of one name each has a hash, and keeps it when the other is gone, so that it is found again."""
    pair = sorted(id_ for id_ in ids(plain) if id_.startswith("georgia"))
    assert len(pair) > 1
    tables = desk.build(removals=[{"table": "entities", "id": pair[0]}])
    assert [id_ for id_ in ids(tables) if id_.startswith("georgia")] == pair[1:]


def test_cells_are_brought_to_the_form_of_the_tables(desk):
    """Decomposed letters, two spaces and a line end within a cell are read as in an article."""
    value = "Ada\nHo\u0308lm  Lie"
    tables = desk.build(entities=[{"entity_id": "ada-holm", "field": "name", "value": value}])
    assert {row.name for row in tables.entities if row.entity_id == "ada-holm"} == {"Ada H\u00f6lm Lie"}


def test_what_only_a_person_has_goes_with_its_type(desk):
    """A position is none of an organization."""
    tables = desk.build(entities=[{"entity_id": "erik-dahl", "field": "type", "value": "organization"}])
    (row,) = [row for row in tables.entities if row.entity_id == "erik-dahl"]
    assert (row.type, row.position) == ("organization", None)
