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
