"""What was annotated elsewhere and cannot be read is told, and then nothing is taken."""

import json

import pytest

import summitry
from annotating import Brat, Columns, Studio, taken
from commands import run
from summitry.errors import UnreadableInput

STUDIO = [
    pytest.param(
        lambda hand: hand.task("oslo")["data"].update(text="Norwegian Foreign Minister Kari Sunde"),
        "found “unde” at 33 of the text; "
        "expected “olheim met Danish Prime Minister Erik Dahl in Oslo on Tuesda…”, as the package has it",
        id="another text",
    ),
    pytest.param(
        lambda hand: hand.task("oslo")["data"].update(article_id="lima"),
        "found no article lima; expected one of the package", id="another article",
    ),
    pytest.param(
        lambda hand: hand.task("oslo")["annotations"].append(hand.task("oslo")["annotations"][0]),
        "found 2 annotations; expected one, or one marked as ground truth", id="two that may differ",
    ),
    pytest.param(
        lambda hand: hand.region("oslo", "mention", "Solheim")["value"].update(text="Sunde"),
        "found “Sunde” at 120 to 127; expected words of one paragraph that stand there", id="other words",
    ),
    pytest.param(
        lambda hand: hand.region("oslo", "mention", "Solheim")["value"].update(start=90, text=None),
        "found “None” at 90 to 127; expected words of one paragraph that stand there",
        id="over two paragraphs",
    ),
    pytest.param(
        lambda hand: hand.region("oslo", "mention", "Solheim")["value"].update(labels=["person", "place"]),
        "found {'start': 120, 'end': 127, 'text': 'Solheim', 'labels': ['pe…; "
        "expected start, end and one label",
        id="two labels",
    ),
    pytest.param(
        lambda hand: hand.results("oslo").append(7), "found 7; expected a region", id="no region at all",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "line"), STUDIO)
def test_a_task_that_cannot_be_read_is_told(package, tmp_path, edit, line):
    """With the number of the task and its article; nothing is written then."""
    hand = Studio(package, tmp_path)
    number = hand.task("oslo")["id"]
    hand.link("bergen", "Ada Holm", "nobody")
    edit(hand)
    found = taken(hand, package, tmp_path)
    article = hand.tasks[number - 1]["data"]["article_id"]
    assert found.problems == (f"task {number} ({article}): {line}",)
    assert not (tmp_path / "curated").exists()


def test_units_of_utf_16_are_understood(tmp_path):
    """Older versions of Label Studio counted them; the words of a region tell which are meant."""
    articles = tmp_path / "articles.jsonl"
    record = {"id": "oslo", "date": "2019-05-15", "text": "🚂🚂 Ada Holm met Per Dahl in Oslo on Tuesday."}
    articles.write_text(json.dumps(record), encoding="utf-8")
    package = summitry.build([articles], tmp_path / "package").descriptor.parent
    hand = Studio(package, tmp_path)
    assert hand.region("oslo", "mention", "Ada Holm")["value"]["start"] == 3
    for each in hand.results("oslo"):
        if "value" in each:
            each["value"] |= {"start": each["value"]["start"] + 2, "end": each["value"]["end"] + 2}
    assert taken(hand, package, tmp_path) == summitry.Reviewed(0, ())


WRITTEN = "expected T, A, R, N or #, as brat writes them"
BRAT = [
    pytest.param(
        "T901\tperson 0 5;7 9\tNorwe Fo",
        f"found “T901\tperson 0 5;7 9\tNorwe Fo”; {WRITTEN}",
        id="a stretch with a gap",
    ),
    pytest.param(
        "T901\tperson 0 5\tKari",
        ", T901: found “Kari” at 0 to 5; expected words of one paragraph that stand there",
        id="other words",
    ),
    pytest.param("N901\tReference T1", f"found “N901\tReference T1”; {WRITTEN}", id="half a line"),
]


@pytest.mark.parametrize(("line", "problem"), BRAT)
def test_a_line_of_brat_that_cannot_be_read_is_told(package, tmp_path, line, problem):
    """With its file; nothing is written then."""
    hand = Brat(package, tmp_path)
    hand.link("bergen", "Ada Holm", "nobody")
    hand.lines["oslo"].append(line)
    (told,) = taken(hand, package, tmp_path).problems
    assert told.removeprefix("oslo.ann").removeprefix(": ") == problem
    assert not (tmp_path / "curated").exists()


def test_another_text_in_a_folder_of_brat_is_told(package, tmp_path):
    """With its file and where it differs."""
    hand = Brat(package, tmp_path)
    (hand.path / "oslo.txt").write_text(hand.text("oslo").replace("railway", "road"), encoding="utf-8")
    (problem,) = taken(hand, package, tmp_path).problems
    assert problem.startswith("oslo.txt: found “oad,” Solheim")
    assert problem.endswith(", as the package has it")


STANDS = "expected words that stand there"
COLUMNS = [
    pytest.param("Solheim", "Sunde", f"found “Sunde” at 32 to 39; {STANDS}", id="other words"),
    pytest.param("32\t39", "33\t40", f"found “Solheim” at 33 to 40; {STANDS}", id="moved"),
    pytest.param("\t_\t", " _ ", "found 4 columns; expected 6, with tabs between", id="no tabs"),
    pytest.param(
        "I-person", "I-place", "found I-place; expected B-place where a mention begins", id="two in one"
    ),
    pytest.param(
        "I-person",
        "L-person",
        "found the mention L-person; "
        "expected O, or B- or I- and one of person, organization, place, event, document, unlinked",
        id="another scheme",
    ),
]


@pytest.mark.parametrize(("old", "new", "problem"), COLUMNS)
def test_a_line_of_columns_that_cannot_be_read_is_told(package, tmp_path, old, new, problem):
    """With its number; nothing is written then."""
    hand = Columns(package, tmp_path)
    at = hand.words("oslo", "Kari Solheim", "B")[1]
    hand.lines[at] = hand.lines[at].replace(old, new)
    found = taken(hand, package, tmp_path)
    assert found.problems == (f"words.conllup, line {at + 1}: {problem}",)
    assert not (tmp_path / "curated").exists()


def test_words_that_are_lost_are_told(package, tmp_path):
    """A line that is not there is no mention that is gone."""
    hand = Columns(package, tmp_path)
    at = hand.words("oslo", "Kari Solheim", "B")[1]
    del hand.lines[at]
    assert taken(hand, package, tmp_path).problems == (
        f"words.conllup, line {at + 1}: found “met”; expected “Solheim” before it",
    )


def test_columns_hold_as_many_paragraphs_as_one_likes(package, tmp_path):
    """What is said of a paragraph that is not there stays as it is."""
    hand = Columns(package, tmp_path)
    hand.link("oslo", "Solheim", "ada-holm")
    begin = hand.lines.index("# newpar id = oslo-p002")
    end = hand.lines.index("", begin)
    hand.lines = [hand.lines[0], "# newdoc id = oslo", *hand.lines[begin : end + 1]]
    assert taken(hand, package, tmp_path) == summitry.Reviewed(1, ())


STUDIO_JSON = "expected the export of Label Studio that is called JSON"
FILES = [
    pytest.param("a.json", "{}", f"found no list of tasks; {STUDIO_JSON}", id="no list"),
    pytest.param("a.json", '[{"text": "x"}]', f"found no data in task 1; {STUDIO_JSON}", id="JSON-MIN"),
    pytest.param("a.json", "[", STUDIO_JSON, id="half a file"),
    pytest.param(
        "a.conll",
        "Solheim B-PER\n",
        "found “Solheim B-PER”; expected # global.columns = ID FORM",
        id="other columns",
    ),
    pytest.param(
        "a.json",
        b"\xff",
        "found invalid start byte; expected tasks of Label Studio in UTF-8",
        id="no UTF-8",
    ),
    pytest.param("a/b.txt", "x", "found no .ann file; expected a folder of brat", id="no annotations"),
]


@pytest.mark.parametrize(("name", "content", "line"), FILES)
def test_files_of_something_else_are_refused(package, tmp_path, name, content, line):
    """One line says what was expected."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableInput) as raised:
        taken(path.parent if name.startswith("a/") else path, package, tmp_path)
    assert line in str(raised.value)


def test_a_file_that_is_not_there_is_one_line(package, tmp_path):
    """The command names it."""
    answer = run(
        "review",
        package,
        "--read",
        tmp_path / "a.json",
        "--into",
        tmp_path,
        "--who",
        "A",
        "--on",
        "2026-11-22",
    )
    assert answer.exit_code == 2
    assert "a.json: found No such file or directory; expected tasks of Label Studio" in answer.stderr
