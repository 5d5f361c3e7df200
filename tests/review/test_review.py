"""A person fills in a spreadsheet, and the next build has it so."""

import csv
import io
from datetime import date, datetime

import openpyxl
import pytest

import summitry
from commands import run
from summitry.curated import FILES, read_corrections
from summitry.errors import UnreadableInput
from summitry.review.candidates import COLUMNS, Line, shown
from summitry.review.sheets import csv_bytes, read_sheet, workbook_bytes

WHEN = date(2026, 11, 22)
RAILWAY = {"paragraph_id": "oslo-p002", "start": "1", "end": "21", "text": "We need the railway,"}
SOLHEIM = {"paragraph_id": "oslo-p002", "start": "23", "end": "30", "text": "Solheim"}
MET = {
    "paragraph_id": "oslo-p001",
    "start": "0",
    "end": "94",
    "text": "Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday",
}


@pytest.fixture(params=[".csv", ".xlsx"])
def sheet(package, tmp_path, request):
    """The spreadsheet of its review, in each form."""
    return summitry.review(package, tmp_path / f"review{request.param}")


def rows_of(path):
    """The rows of a spreadsheet as a person sees them."""
    if path.suffix == ".csv":
        return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    return [
        [cell or "" for cell in row]
        for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    ]


def filled(path, **cells):
    """A sheet in which a person has filled in the cells of the first row that has these words."""
    header, *rows = rows_of(path)
    words = {name: cells.pop(name) for name in list(cells) if name in {"table", "text", "entity_id"}}
    at = next(
        at for at, row in enumerate(rows)
        if all(row[header.index(name)] == value for name, value in words.items())
    )  # fmt: skip
    for name, value in cells.items():
        rows[at][header.index(name)] = value
    lines = [Line(**dict(zip(header, map(str, row), strict=True))) for row in rows]
    path.write_bytes((csv_bytes if path.suffix == ".csv" else workbook_bytes)(lines))
    return path


def test_the_least_sure_come_first(sheet, package):
    """All rows that have a confidence, the lowest first, each with the sentence and its words marked."""
    header, *rows = rows_of(sheet)
    assert tuple(header) == COLUMNS
    sure = [float(row[header.index("confidence")]) for row in rows]
    assert sure == sorted(sure)
    tables = summitry.load(package)
    expected = sum(
        frame.confidence.notna().sum() for frame in (tables.mentions, tables.speakers, tables.meetings)
    )
    assert len(rows) == expected
    for row in rows:
        assert f"[[{row[header.index('text')]}]]" in row[header.index("sentence")]


def test_no_more_rows_than_are_asked_for(package, tmp_path):
    """The first rows of the whole."""
    all_of, some = (summitry.review(package, tmp_path / name, **rows)
                    for name, rows in (("a.csv", {}), ("b.csv", {"rows": 5})))  # fmt: skip
    assert rows_of(some) == rows_of(all_of)[:6]


def test_the_same_package_gives_the_same_bytes(sheet, package, tmp_path):
    """A spreadsheet can be compared, whenever it was made."""
    again = summitry.review(package, tmp_path / f"again{sheet.suffix}")
    assert again.read_bytes() == sheet.read_bytes()


ANSWERS = [
    pytest.param(
        {"table": "mentions", "text": "Solheim", "verdict": "wrong", "instead": "ada-holm"},
        {"names.csv": [(*SOLHEIM.values(), "ada-holm")]}, id="a name means another, by id",
    ),
    pytest.param(
        {"table": "mentions", "text": "Solheim", "instead": "Ada Holm"},
        {"names.csv": [(*SOLHEIM.values(), "ada-holm")]}, id="by name, without a verdict",
    ),
    pytest.param(
        {"table": "mentions", "text": "Solheim", "verdict": "wrong"},
        {"names.csv": [(*SOLHEIM.values(), None)]}, id="a name of nobody known",
    ),
    pytest.param(
        {"table": "mentions", "text": "Solheim", "instead": "new person: Ada Lie"},
        {"names.csv": [(*SOLHEIM.values(), "ada-lie")]}, id="a new person",
    ),
    pytest.param(
        {"table": "speakers", "text": RAILWAY["text"], "verdict": "wrong", "instead": "erik-dahl"},
        {"speakers.csv": [(*RAILWAY.values(), "erik-dahl")]}, id="another speaker",
    ),
    pytest.param(
        {"table": "speakers", "text": RAILWAY["text"], "verdict": "wrong", "instead": "nobody"},
        {"speakers.csv": [(*RAILWAY.values(), None)]}, id="nobody known said it",
    ),
    pytest.param(
        {"table": "meetings", "text": MET["text"], "field": "date", "instead": "2019-05-13"},
        {"meetings.csv": [(*MET.values(), "date", "2019-05-13")]}, id="a date",
    ),
    pytest.param(
        {"table": "meetings", "text": MET["text"], "field": "place_id", "instead": "Copenhagen"},
        {"meetings.csv": [(*MET.values(), "place_id", "copenhagen")]}, id="a place by its name",
    ),
    pytest.param(
        {"table": "meetings", "text": MET["text"], "verdict": "wrong"},
        {"rows.csv": [(*MET.values(), "wrong")]}, id="no meeting",
    ),
    pytest.param(
        {"table": "meetings", "text": MET["text"], "verdict": "Wrong", "field": "Venue", "instead": "a barn"},
        {"meetings.csv": [(*MET.values(), "venue", "a barn")]}, id="capitals that a spreadsheet gives",
    ),
    pytest.param(
        {"table": "meetings", "text": MET["text"], "field": "status", "instead": "Refused"},
        {"meetings.csv": [(*MET.values(), "status", "refused")]}, id="a status with a capital",
    ),
    pytest.param(
        {"table": "speakers", "text": RAILWAY["text"], "verdict": "Wrong", "instead": "Nobody"},
        {"speakers.csv": [(*RAILWAY.values(), None)]}, id="nobody, with a capital",
    ),
    pytest.param(
        {"table": "mentions", "text": "Solheim", "instead": "New person: Ada Lie"},
        {"names.csv": [(*SOLHEIM.values(), "ada-lie")]}, id="a new person, with a capital",
    ),
    pytest.param(
        {"table": "speakers", "text": RAILWAY["text"], "verdict": "right"},
        {"rows.csv": [(*RAILWAY.values(), "right")]}, id="right",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "expected"), ANSWERS)
def test_answers_become_corrections(sheet, package, tmp_path, answer, expected):
    """Each answer is a row of the file it belongs to, and a build takes it."""
    curated = tmp_path / "curated"
    taken = summitry.read_review(filled(sheet, **answer), package, curated, who="Ann Lee", when=WHEN)
    assert (taken.problems, taken.exit_code) == ((), 0)
    found = {one.line.partition(",")[0]: [] for one in read_corrections(curated)}
    for one in read_corrections(curated):
        assert (one.who, one.when, one.why) == ("Ann Lee", WHEN, "looked at in a review")
        found[one.line.partition(",")[0]].append(one)
    for name, rows in expected.items():
        assert [told(one) for one in found[name]] == rows
    assert set(found) - {"entities.csv"} == set(expected)


def told(one):
    """What a correction says, in the order of the cases above."""
    words = (one.paragraph_id, str(one.start), str(one.end), one.text)
    names = {"Naming": ("entity_id",), "Voice": ("entity_id",), "MeetingFact": ("field", "value"),
             "Judgement": ("verdict",)}  # fmt: skip
    return (*words, *(getattr(one, name) for name in names[type(one).__name__]))


def test_the_whole_round(sheet, package, shared, tmp_path):
    """What a person filled in is in the tables of the next build, and is not asked again."""
    answer = {"table": "speakers", "text": RAILWAY["text"], "verdict": "wrong", "instead": "erik-dahl"}
    curated = tmp_path / "curated"
    summitry.read_review(filled(sheet, **answer), package, curated, who="Ann Lee", when=WHEN)
    out = tmp_path / "next"
    tables = summitry.build([shared / "raw"], out, cache=shared / "cache", curated=curated).tables
    (row,) = [row for row in tables.speakers if row.quote_id == "oslo-p002-q1"]
    assert (row.entity_id, row.reviewed) == ("erik-dahl", True)
    header, *rows = rows_of(summitry.review(out, tmp_path / "again.csv"))
    asked = [row for row in rows if row[header.index("table")] == "speakers"]
    assert RAILWAY["text"] not in {row[header.index("text")] for row in asked}


def test_a_later_answer_takes_the_place_of_an_earlier(package, tmp_path):
    """Who says a quote is decided once, and to decide it again in the same way adds nothing."""
    curated = tmp_path / "curated"
    for instead, new in (("erik-dahl", 1), ("erik-dahl", 0), ("ada-holm", 1)):
        path = summitry.review(package, tmp_path / "review.csv")
        answer = {"table": "speakers", "text": RAILWAY["text"], "instead": instead}
        taken = summitry.read_review(filled(path, **answer), package, curated, who="Ann Lee", when=WHEN)
        assert taken.corrections == new
    assert [one.entity_id for one in read_corrections(curated)] == ["ada-holm"]


MISTAKES = [
    pytest.param({"verdict": "maybe"}, "verdict: found “maybe”; expected right, wrong or nothing",
                 id="no verdict"),
    pytest.param({"verdict": "right", "instead": "x"},
                 "found “x” instead of a row that is right; expected nothing", id="right and wrong"),
    pytest.param({"instead": "Nobody Known"},
                 "instead: found no entity “Nobody Known”; expected an id, a name that one alone has, "
                 "or “new person: …”", id="an entity that is not there"),
    pytest.param({"instead": "new person: Ada Holm"},
                 "instead: found that a new entity would be called “ada-holm”; expected an id that is free: "
                 "give it one in entities.csv", id="a new one who is there"),
    pytest.param({"instead": "new person: 山田太郎"},
                 "instead: found “山田太郎” for a new person; expected a name with letters of a to z",
                 id="a name without an id"),
    pytest.param({"verdict": "wrong", "start": "23.0"}, "start: found “23.0”; expected a whole number",
                 id="a number that a spreadsheet changed"),
    pytest.param({"verdict": "wrong", "start": "24"},
                 "text: found “Solheim”; expected the words at that place in this package",
                 id="a sheet of other words"),
    pytest.param({"verdict": "wrong", "paragraph_id": "bodo-p001"},
                 "paragraph_id: found “bodo-p001”; expected one of this package",
                 id="a sheet of another package"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "problem"), MISTAKES)
def test_a_line_that_cannot_be_taken_is_told(package, tmp_path, cells, problem):
    """With its number, what was found and what was expected; nothing is written then."""
    path = filled(
        summitry.review(package, tmp_path / "review.csv"), table="mentions", text="Solheim", **cells
    )
    at = next(number for number, _ in read_sheet(path))
    taken = summitry.read_review(path, package, tmp_path / "curated", who="Ann Lee", when=WHEN)
    assert (taken.problems, taken.exit_code) == ((f"line {at}: {problem}",), 1)
    assert not (tmp_path / "curated").exists()


FACTS = [
    pytest.param(
        "date", "13.05.2019", "value: found “13.05.2019”; expected a date as 2016-12-15,", id="a day"
    ),
    pytest.param("status", "done", "value: found “done”; expected one of held, planned,", id="a status"),
    pytest.param("participant", "", "found no entity; expected the one who took part", id="nobody"),
]


@pytest.mark.parametrize(("field", "instead", "problem"), FACTS)
def test_what_no_build_would_take_is_told(package, tmp_path, field, instead, problem):
    """A fact that is none stops here, and not the next build."""
    path = filled(
        summitry.review(package, tmp_path / "review.csv"),
        table="meetings", verdict="wrong", field=field, instead=instead,
    )  # fmt: skip
    taken = summitry.read_review(path, package, tmp_path / "curated", who="Ann Lee", when=WHEN)
    assert taken.problems[0].partition(": ")[2].startswith(problem)
    assert not (tmp_path / "curated").exists()


def test_who_was_right_and_is_another_now_is_said_once(package, tmp_path):
    """A later answer takes the place of an earlier one also where it goes into another file."""
    curated = tmp_path / "curated"
    for answer in ({"verdict": "right"}, {"verdict": "wrong", "instead": "ada-holm"}):
        path = filled(
            summitry.review(package, tmp_path / "review.csv"), table="mentions", text="Solheim", **answer
        )
        summitry.read_review(path, package, curated, who="Ann Lee", when=WHEN)
    assert [one.line for one in read_corrections(curated)] == ["names.csv, line 2"]


def test_a_package_without_words_has_no_review(shared, tmp_path):
    """Nobody can tell from offsets whether a row is right."""
    summitry.build([shared / "raw"], tmp_path / "facts", cache=shared / "cache", text="none")
    with pytest.raises(UnreadableInput, match="found no words of articles; expected the package with them"):
        summitry.review(tmp_path / "facts", tmp_path / "review.csv")


def test_a_broken_workbook_is_refused(package, tmp_path):
    """What ends as a workbook does and is none."""
    (tmp_path / "review.xlsx").write_bytes(b"no workbook")
    with pytest.raises(UnreadableInput, match="File is not a zip file; expected a workbook"):
        summitry.read_review(tmp_path / "review.xlsx", package, tmp_path / "c", who="Ann Lee", when=WHEN)


def test_a_workbook_does_not_say_when_it_was_made(package, tmp_path):
    """Two of one package are equal, however much later the second is."""
    book = openpyxl.load_workbook(summitry.review(package, tmp_path / "review.xlsx"))
    assert book.properties.created == datetime(1980, 1, 1)  # noqa: DTZ001  # as Excel has it, without a zone


def test_a_field_that_no_meeting_has(package, tmp_path):
    """The fields of a meeting that can be corrected are named."""
    path = filled(
        summitry.review(package, tmp_path / "review.csv"), table="meetings", field="colour", instead="red"
    )
    taken = summitry.read_review(path, package, tmp_path / "curated", who="Ann Lee", when=WHEN)
    (problem,) = taken.problems
    assert (
        "field: found “colour”; expected one of date, status, kind, place_id, venue, participant" in problem
    )


def test_the_command_writes_and_reads(package, tmp_path):
    """Both ways, with codes that a script can act on."""
    path, curated = tmp_path / "review.csv", tmp_path / "curated"
    assert run("review", package, "--out", path).exit_code == 0
    filled(path, table="mentions", text="Solheim", verdict="right")
    told = run("review", package, "--read", path, "--into", curated, "--who", "Ann Lee", "--on", "2026-11-22")
    assert (told.exit_code, told.stdout.startswith("1 new correction in")) == (0, True)
    filled(path, table="mentions", text="Solheim", verdict="maybe")
    answer = run(
        "review",
        package,
        "--read",
        path,
        "--into",
        curated,
        "--who",
        "Ann Lee",
        "--on",
        "2026-11-22",
        "--json",
    )
    assert answer.exit_code == 1
    assert '"corrections": 0' in answer.stdout


@pytest.mark.parametrize(
    "options",
    [
        pytest.param([], id="neither"),
        pytest.param(["--out", "a.csv", "--read", "b.csv"], id="both"),
        pytest.param(["--read", "b.csv", "--into", "c"], id="nobody looked"),
    ],
)
def test_the_command_must_know_what_to_do(package, options):
    """It writes or reads, and what is read must be someone's."""
    assert run("review", package, *options).exit_code == 2


def test_another_ending_is_refused(package, tmp_path):
    """A spreadsheet is one of two forms."""
    answer = run("review", package, "--out", tmp_path / "review.ods")
    assert answer.exit_code == 2
    assert "found the ending “.ods”; expected .xlsx or .csv" in answer.stderr


def test_what_is_no_sheet_is_refused(package, tmp_path):
    """A table of something else is told by the columns that it lacks."""
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    answer = run("review", package, "--read", tmp_path / "other.csv", "--into", tmp_path / "c",
                 "--who", "Ann Lee", "--on", "2026-11-22")  # fmt: skip
    assert answer.exit_code == 2
    assert "found no column table" in answer.stderr


NO_SHEETS = [
    pytest.param("review.csv", "a,b\nÅse,“yes”\n".encode("cp1252"), "found a byte that is not UTF-8 in line "
                 "2; expected a table saved as “CSV UTF-8”", id="an encoding of Windows"),
    pytest.param("review.ods", b"PK", "found the ending “.ods”; expected .xlsx or .csv", id="another form"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "line"), NO_SHEETS)
def test_a_sheet_that_was_saved_in_another_form_is_told(package, tmp_path, name, content, line):
    """In words that help whoever saved it, not in those of a codec."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableInput, match=line):
        summitry.read_review(tmp_path / name, package, tmp_path / "c", who="Ann Lee", when=WHEN)


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        pytest.param("Ada met Per.", (8, 11), "Ada met [[Per]].", id="a short text whole"),
        pytest.param(
            "one " * 75 + "Ada " + "two " * 75,
            (300, 303),
            "… " + "one " * 49 + "[[Ada]]" + " two" * 49 + " …",
            id="of a long one whole words",
        ),
    ],
)
def test_shows_words_in_their_sentence(text, at, expected):
    """The words are marked, and as much around them as is read at a glance."""
    assert shown(text, *at) == expected


def test_every_file_of_corrections_can_be_written():
    """What a correction is about is known for each file."""
    from summitry.curated.writing import ABOUT  # noqa: PLC0415

    assert list(ABOUT) == list(FILES)
