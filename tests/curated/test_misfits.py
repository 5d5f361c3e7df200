"""A correction that does not fit stops the build, and names itself; nothing is written."""

import pytest

from commands import run
from summitry.errors import UnfitCorrections

SOLHEIM = {"paragraph_id": "oslo-p002", "start": 23, "end": 30, "text": "Solheim"}
MET = {"paragraph_id": "bergen-p001", "start": 0, "end": 45,
       "text": "Kari Solheim met Erik Dahl in Oslo on Tuesday"}  # fmt: skip

MISFITS = [
    pytest.param(
        "names", SOLHEIM | {"text": "Holm"}, "found “Solheim” at 23 to 30 of oslo-p002; expected “Holm”",
        id="the text has changed",
    ),
    pytest.param(
        "names", SOLHEIM | {"paragraph_id": "oslo-p009"},
        "found no paragraph oslo-p009; expected it to be there",
        id="the paragraph is gone",
    ),
    pytest.param(
        "names", SOLHEIM | {"paragraph_id": "bodo-p002"},
        "found no article bodo; expected it among those of the build", id="the article is gone",
    ),
    pytest.param("names", {"text": "Bodil Lie"}, "found no name “Bodil Lie”; expected one in an article",
                 id="nobody is called so"),
    pytest.param("names", {"text": "Holm", "article_id": "oslo"},
                 "found no name “Holm”; expected one in oslo",
                 id="nobody is called so there"),
    pytest.param(
        "names", SOLHEIM | {"entity_id": "nobody"},
        "found no entity “nobody”; expected one of the package, or its name and type in entities.csv",
        id="an entity that is not there",
    ),
    pytest.param(
        "names", SOLHEIM | {"start": ""},
        "found a part of a place; expected paragraph_id, start and end, or none of them", id="half a place",
    ),
    pytest.param(
        "identities", {"entity_id": "oslo", "article_id": "bodo", "into": "norway"},
        "found no article bodo; expected it among those of the build", id="an identity in no article",
    ),
    pytest.param(
        "identities", {"entity_id": "ada-holm", "article_id": "oslo", "into": "norway"},
        "found no word for “ada-holm”; expected one in oslo", id="an identity where nobody is named",
    ),
    pytest.param("speakers", MET, "found no quote of these words; expected one", id="no quote"),
    pytest.param(
        "rows", {"table": "speakers", "paragraph_id": "oslo-p002", "start": 1, "end": 21,
                 "text": "We need the railway,", "entity_id": "erik-dahl", "verdict": "wrong"},
        "found no row of speakers of these words; expected one", id="not the speaker anyway",
    ),
    pytest.param(
        "rows", {"table": "quotes", "verdict": "wrong"},
        "found no place; expected the paragraph, start, end and text of the row", id="a row without words",
    ),
    pytest.param(
        "rows", {"table": "speakers", **SOLHEIM, "verdict": "wrong"},
        "found no entity_id; expected that of the row", id="a speaker without who",
    ),
    pytest.param(
        "rows", {"table": "entities", "entity_id": "oslo", "verdict": "wrong"},
        "found a wrong entity; expected its mentions as wrong, or the entity in removals.csv",
        id="an entity is no row that can be wrong",
    ),
    pytest.param(
        "meetings", SOLHEIM | {"field": "date", "value": "2019"},
        "found no report of a meeting at that place; expected one", id="no meeting is told there",
    ),
    pytest.param("meetings", MET | {"text": "met", "field": "date", "value": "2019"},
                 "found “Kari Solheim met Erik Dahl in Oslo on Tuesday” at 0 to 45 of "
                 "bergen-p001; expected “met”",
                 id="the report has changed"),
    pytest.param(
        "meetings", MET | {"field": "date", "value": "Monday"},
        "value: found “Monday”; expected a date as 2016-12-15, 2016-12, 2016 or 2016-12-15/2016-12-16",
        id="no date",
    ),
    pytest.param("meetings", MET | {"field": "date", "value": "2019-05-14/2019-05-13"},
                 "value: found “2019-05-14/2019-05-13”; expected the first day before the last",
                 id="backwards"),
    pytest.param(
        "meetings", MET | {"field": "status", "value": "done"},
        "value: found “done”; expected one of held, planned, proposed, cancelled, refused, aggregate",
        id="no status",
    ),
    pytest.param("meetings", MET | {"field": "length", "value": "1"},
                 "field: found “length”; expected one of date, status, kind, place_id, venue, participant",
                 id="no cell of a meeting"),
    pytest.param("entities", {"entity_id": "oslo", "field": "geonames_id", "value": "x"},
                 "value: found “x”; expected a whole number", id="no number"),
    pytest.param("entities", {"entity_id": "oslo", "field": "type", "value": "town"},
                 "value: found “town”; expected person, organization, place, event or document",
                 id="no type"),
    pytest.param("speakers", MET | {"when": "22.11.2026"},
                 "when: found “22.11.2026”; expected a date as YYYY-MM-DD", id="a date of a spreadsheet"),
    pytest.param("speakers", MET | {"who": ""}, "who: found nothing; expected a value",
                 id="nobody decided it"),
    pytest.param("names", SOLHEIM | {"paragraph_id": "oslo-p000"},
                 "found no paragraph oslo-p000; expected it to be there", id="no paragraph is 0"),
    pytest.param("names", SOLHEIM | {"paragraph_id": "oslo-p0002"},
                 "paragraph_id: found “oslo-p0002”; expected one such as oslo-talks-p002",
                 id="not as an id is written"),
    pytest.param("names", SOLHEIM | {"start": "-4"}, "start: found “-4”; expected a whole number",
                 id="before the beginning"),
    pytest.param("names", SOLHEIM | {"end": "3_0"}, "end: found “3_0”; expected a whole number",
                 id="a number as only Python reads it"),
    pytest.param(
        "names", {"paragraph_id": "bergen-p002", "start": 70, "end": 400, "text": "not."},
        "found the end of the paragraph before that of 70 to 400 of bergen-p002; expected an end within it",
        id="beyond the end",
    ),
    pytest.param("speakers", MET | {"when": "2026-W47-7"},
                 "when: found “2026-W47-7”; expected a date as YYYY-MM-DD", id="a day of a week"),
    pytest.param("meetings", MET | {"field": "date", "value": "20190513"},
                 "value: found “20190513”; expected a date as 2016-12-15, 2016-12, 2016 or "
                 "2016-12-15/2016-12-16",
                 id="a date without hyphens"),
    pytest.param("meetings", MET | {"field": "date", "value": "2019-05-13/"},
                 "value: found “2019-05-13/”; expected a date as 2016-12-15, 2016-12, 2016 or "
                 "2016-12-15/2016-12-16", id="half a range"),
    pytest.param("meetings", MET | {"field": "date", "value": "2019-06-01"},
                 "found a meeting held on 2019-06-01, after 2019-05-16, when it was last told; "
                 "expected an earlier day, or another status", id="held before it was"),
    pytest.param("meetings", MET | {"field": "participant", "value": "oslo"},
                 "found “oslo” as one who took part; expected a person, an organization or a country",
                 id="a town meets nobody"),
    pytest.param("meetings", MET | {"field": "participant", "value": "norway"},
                 "found others who took part told of this meeting; expected what the line says",
                 id="a country gives way to its people"),
    pytest.param("meetings", MET | {"field": "place_id", "value": "ada-holm"},
                 "found “ada-holm” as a place; expected no person and no document", id="no place"),
    pytest.param("meetings", MET | {"field": "venue", "value": "N/A"},
                 "value: found “N/A”; expected words that no program takes for something else",
                 id="words for nothing"),
    pytest.param("speakers", {"paragraph_id": "oslo-p002", "start": 1, "end": 21,
                              "text": "We need the railway,", "entity_id": "oslo"},
                 "found “oslo” as a speaker; expected a person, an organization or a country",
                 id="a town says nothing"),
    pytest.param("rows", {"table": "participants", **MET, "entity_id": "ada-holm", "verdict": "wrong"},
                 "found no meeting with “ada-holm”; expected one in bergen", id="not there anyway"),
    pytest.param("rows", {"table": "participants", **MET, "entity_id": "ada-holm", "verdict": "right"},
                 "found none such among those who took part; expected one", id="she did not take part"),
    pytest.param("identities", {"entity_id": "oslo", "into": "oslo"},
                 "found “oslo” for itself; expected another entity", id="what it is anyway"),
    pytest.param("entities", {"entity_id": "oslo", "field": "country_code", "value": "Norway"},
                 "value: found “Norway”; expected the three letters of a country as NOR", id="no country"),
    pytest.param("entities", {"entity_id": "oslo", "field": "wikidata_id", "value": "585"},
                 "value: found “585”; expected an id of Wikidata as Q42", id="no id of Wikidata"),
    pytest.param("entities", {"entity_id": "oslo", "field": "geonames_id", "value": "0"},
                 "value: found “0”; expected a whole number", id="nothing has it"),
    pytest.param("entities", {"entity_id": "ada-holm", "field": "geonames_id", "value": "5"},
                 "found an id of GeoNames of “ada-holm”; expected one of a place", id="a person on a map"),
    pytest.param("entities", {"entity_id": "oslo", "field": "name", "value": "=A1"},
                 "value: found “=A1”; expected words that no program takes for something else",
                 id="a formula"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "row", "problem"), MISFITS)
def test_a_misfit_is_named(desk, name, row, problem):
    """The error says the file, the line, what was found and what was expected."""
    with pytest.raises(UnfitCorrections) as error:
        desk.build(**{name: [row]})
    assert error.value.problems == (f"{name}.csv, line 2: {problem}",)
    assert not (desk.package / "datapackage.json").exists()


def test_all_misfits_are_told_at_once(desk):
    """In the order of the files and lines, each once; the command says so and stops with 2."""
    desk.write("names.csv", {"text": "Bodil Lie"}, SOLHEIM | {"text": "Holm"})
    desk.write("speakers.csv", MET)
    answer = run("build", desk.cache.parent / "raw", "--out", desk.package, "--curated", desk.curated,
                 "--cache", desk.cache)  # fmt: skip
    assert answer.exit_code == 2
    told = [line.split(": ")[1] for line in answer.stderr.splitlines() if line.startswith("refused: ")]
    assert told == ["names.csv, line 2", "names.csv, line 3", "speakers.csv, line 2"]
    assert "found 3 corrections that do not fit" in answer.stderr


AGREED = {"paragraph_id": "oslo-p002", "start": 1, "end": 21, "text": "We need the railway,"}
DISPUTES = [
    pytest.param("entities", [{"entity_id": "oslo", "field": "position", "value": word} for word in "ab"],
                 "found “b”, and “a” in entities.csv, line 2; expected one of them", id="two cells"),
    pytest.param("identities", [{"entity_id": "ada-holm", "into": who} for who in ("erik-dahl", "oslo")],
                 "found “oslo”, and “erik-dahl” in identities.csv, line 2; expected one of them",
                 id="two others"),
    pytest.param("meetings", [MET | {"field": "date", "value": day} for day in ("2019", "2018")],
                 "found “2018”, and “2019” in meetings.csv, line 2; expected one of them", id="two days"),
    pytest.param("rows", [{"table": "quotes", **AGREED, "verdict": word} for word in ("right", "wrong")],
                 "found “wrong”, and “right” in rows.csv, line 2; expected one of them", id="two verdicts"),
    pytest.param("speakers", [AGREED | {"entity_id": who} for who in ("erik-dahl", "")],
                 "found “nothing”, and “somebody” in speakers.csv, line 2; expected one of them",
                 id="somebody and nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rows", "problem"), DISPUTES)
def test_a_contradiction_is_named(desk, name, rows, problem):
    """The later line says what the earlier says otherwise: neither is taken."""
    with pytest.raises(UnfitCorrections) as error:
        desk.build(**{name: rows})
    assert error.value.problems == (f"{name}.csv, line 3: {problem}",)


def test_a_circle_of_merges_is_named(desk):
    """Each line of it, as none has an end."""
    with pytest.raises(UnfitCorrections) as error:
        desk.build(identities=[{"entity_id": "ada-holm", "into": "erik-dahl"},
                               {"entity_id": "erik-dahl", "into": "ada-holm"}])  # fmt: skip
    assert error.value.problems == (
        "identities.csv, line 2: found that “erik-dahl” is to be “ada-holm” too; expected an end",
        "identities.csv, line 3: found that “ada-holm” is to be “erik-dahl” too; expected an end",
    )


@pytest.mark.parametrize("id_", ["Lise Lie", "12", "NA"])
def test_a_new_entity_has_an_id_that_is_a_key(desk, id_):
    """No number, no white space, no word for nothing."""
    cells = [{"entity_id": id_, "field": field, "value": value}
             for field, value in (("name", "Lise Lie"), ("type", "person"))]  # fmt: skip
    with pytest.raises(UnfitCorrections, match="expected one such as ada-holm-2, that is no number"):
        desk.build(names=[SOLHEIM | {"entity_id": id_}], entities=cells)


def test_two_things_have_no_id_of_wikidata_in_common(desk):
    """The id of Norway is of nothing else."""
    with pytest.raises(UnfitCorrections) as error:
        desk.build(entities=[{"entity_id": "ada-holm", "field": "wikidata_id", "value": "Q20"}])
    assert error.value.problems == (
        "corrections: found Q20 as the id of “ada-holm” and of another; expected it of one alone",
    )


HEADER = "table,id,who,when,why"
SHEETS = [
    pytest.param("removals.csv", f"{HEADER}\narticles,x,Ann Lee,2026-11-22,asked,more\n",
                 "removals.csv, line 2: found more cells than columns; expected 5", id="a comma too many"),
    pytest.param("removals.csv", f"{HEADER},who\n", "removals.csv: found the columns "
                 "table, id, who, when, why, who; expected table, id, who, when, why", id="a column twice"),
    pytest.param("removals.CSV", f"{HEADER}\n", "removals.CSV: found a file that no correction is read from",
                 id="an ending in capitals"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "problem"), SHEETS)
def test_a_table_of_another_form_is_named(desk, name, text, problem):
    """Nothing that a person wrote is passed over."""
    (desk.curated / name).write_text(text, encoding="utf-8")
    with pytest.raises(UnfitCorrections) as error:
        desk.build()
    assert error.value.problems[0].startswith(problem)


def test_a_table_in_another_encoding_is_named(desk):
    """With the line, and how a spreadsheet calls what is expected."""
    (desk.curated / "removals.csv").write_bytes(
        f"{HEADER}\narticles,x,Åse,2026-11-22,asked\n".encode("cp1252")
    )
    with pytest.raises(UnfitCorrections) as error:
        desk.build()
    assert error.value.problems == (
        "removals.csv: found a byte that is not UTF-8 in line 2; expected a table saved as “CSV UTF-8”",
    )


def test_a_long_reason_is_read(desk, plain):
    """A cell may be longer than the csv module takes by itself."""
    desk.write("removals.csv", {"table": "articles", "id": "gone", "why": "asked " * 40_000})
    assert desk.build() == plain


def test_a_file_of_another_name_is_no_correction(desk):
    """A name that is mistyped would be ignored for ever."""
    (desk.curated / "speaker.csv").write_text("a\n", encoding="utf-8")
    with pytest.raises(UnfitCorrections, match=r"speaker\.csv: found a file that no correction is read from"):
        desk.build()


def test_other_columns_are_no_correction(desk):
    """The columns are those of the file, in any order, and no others."""
    (desk.curated / "removals.csv").write_text("table,id,who,why\n", encoding="utf-8")
    with pytest.raises(UnfitCorrections, match="expected table, id, who, when, why"):
        desk.build()


def test_a_folder_that_is_not_there_is_no_folder(desk):
    """A folder that was named must be there."""
    answer = run("build", desk.cache.parent / "raw", "--out", desk.package, "--curated", desk.home / "no")
    assert answer.exit_code == 2
    assert "found no folder; expected one of corrections" in answer.stderr


def test_files_of_spreadsheets_are_read(desk, plain):
    """A mark before the first byte, semicolons, other ends of lines and blank lines change nothing."""
    text = "\ufefftable;id;who;when;why\r\narticles;bergen;Ann Lee;2026-11-22;asked\r\n;;;;\r\n"
    (desk.curated / "removals.csv").write_bytes(text.encode())
    assert [row.article_id for row in desk.build().articles] == ["oslo"]
    assert len(plain.articles) == 2
