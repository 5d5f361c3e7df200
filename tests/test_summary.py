"""What the command says at its end: what was read, passed over, refused and why."""

import json

import pytest

import summitry
from commands import run
from packing import article, gzipped, zipped
from summitry.terminal import reasons_of

RECORDS = b"guid,day,story,body\na,2019-05-15,x,They met.\nb,05/06/2019,x,They agreed.\n"


@pytest.fixture
def raw(tmp_path):
    """A folder of a text, a table in a zip, something hidden, and something else."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a-1.txt").write_bytes(article("a"))
    (folder / "n.zip").write_bytes(zipped([("in/n.csv.gz", gzipped(RECORDS)), (".git/x", b"")]))
    (folder / ".hidden.txt").write_bytes(b"")
    (folder / "notes.md").write_bytes(b"# Notes")
    return folder


def test_a_build_says_what_it_made_of_its_inputs(raw, tmp_path):
    """Inputs by kind, with their articles and refusals; and what was no input."""
    answer = run("build", raw, "--out", tmp_path / "out", "--map", "date=day")
    assert answer.exit_code == 1
    told = answer.stderr.replace(f"{raw.as_posix()}/", "").splitlines()[1:]
    assert told == [
        (
            "refused: n.zip: in/n.csv.gz: line 3, date: found “05/06/2019”, which can be two days; "
            "expected a date as YYYY-MM-DD"
        ),
        "refused: notes.md: found a .md file; expected a kind of file that is read (.txt, .html, .zip …)",
        "read: .md files 1, rows of CSV 2, text files 1; articles 2, refused 2",
        "passed over: hidden files and folders 2",
    ]


def test_the_same_for_machines(raw, tmp_path):
    """The JSON has the counts, every refusal, and their reasons."""
    told = json.loads(run("build", raw, "--out", tmp_path / "out", "--map", "date=day", "--json").stdout)
    assert told["inputs"] == {".md files": 1, "rows of CSV": 2, "text files": 1}
    assert told["passed"] == {"hidden files and folders": 2}
    assert len(told["rejected"]) == 2
    assert [reason["times"] for reason in told["reasons"]] == [1, 1]


def test_the_table_says_what_told_the_day(raw, tmp_path):
    """`articles.date_source` and `articles.source` lead back to the input."""
    run("build", raw, "--out", tmp_path / "out", "--map", "date=day", "--date", "2011-01-01")
    lines = (tmp_path / "out/data/tables/articles.csv").read_text().splitlines()
    assert lines[0].endswith(",date_source")
    assert sorted(line.rpartition(",")[2] for line in lines[1:]) == ["header", "record"]
    assert sum(",n.zip/in/n.csv.gz/n.csv," in line for line in lines) == 1


@pytest.mark.parametrize(
    "options",
    [["--map", "day"], ["--map", "day=a"], ["--date", "15/05/2019"], ["--today", "tomorrow"]],
    ids=["no column", "no field", "no date", "no today"],
)
def test_wrong_options_are_told(raw, tmp_path, options):
    """In one line, before anything is read."""
    answer = run("build", raw, "--out", tmp_path / "out", *options)
    assert answer.exit_code == 2
    assert "summitry: " in answer.stderr
    assert "; expected" in answer.stderr
    assert not (tmp_path / "out").exists()


def test_reasons_leave_out_what_one_input_has():
    """Its place, its words and its figures, and the place of another."""
    lines = [
        "a.txt: found a copy of b.txt; expected each article once",
        "c.txt: found a copy of d: e.txt; expected each article once",
        "f: g.txt: found the id oslo, which a.txt has; expected an id of its own",
        "h.txt: found the id bergen, which b has; expected an id of its own",
        "a.csv: line 7: found “x” beside “y”; expected one title",
        "a.csv: line 8: found “z” beside “w”; expected one title",
    ]
    assert [(one.told, one.times) for one in reasons_of(lines)] == [
        ("found a copy of …; expected each article once", 2),
        ("found the id … has; expected an id of its own", 2),
        ("found … beside …; expected one title", 2),
    ]


def test_a_package_with_its_own_raw_table_is_sound(tmp_path):
    """No record is held to the hash of the file that it shares with others."""
    folder = tmp_path / "data" / "raw"
    folder.mkdir(parents=True)
    (folder / "n.csv").write_bytes(RECORDS.partition(b"b,")[0])
    (folder / "a.txt").write_bytes(article("a"))
    (folder / "b.txt.gz").write_bytes(gzipped(article("b")))
    summitry.build([folder], tmp_path, columns={"date": "day"}, today="2020-01-01")
    assert summitry.validate(tmp_path).valid
    (folder / "a.txt").write_bytes(article("c"))
    assert {problem.rule for problem in summitry.validate(tmp_path)} == {"source-hash"}
