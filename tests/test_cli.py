"""The command line: help, exit codes, streams, and what a person sees."""

import json
import os
import subprocess
import sys

import click
import pytest
import typer
from typer.testing import CliRunner

import summitry
from small_package import small_tables
from summitry import assembly, cli, explore
from summitry.package import write_package

COMMANDS = [
    "build", "annotate", "validate", "diff", "upgrade", "release", "export", "ddl", "describe", "show",
    "explore", "review",
]  # fmt: skip
RECORD = {"id": "a", "date": "2019-05-15", "text": "“We agree,” said Kari Solheim on Tuesday."}


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """A small package that keeps every promise but those of its articles, which lie nowhere."""
    return write_package(small_tables(), tmp_path_factory.mktemp("package")).parent


@pytest.fixture
def raw(tmp_path):
    """One short article."""
    path = tmp_path / "talks.txt"
    path.write_text(" date 2019-05-15 AFP, OSLO\n\nKari Solheim met Erik Dahl in Oslo.\n", encoding="utf-8")
    return path


@pytest.fixture
def records(tmp_path):
    """One article as a line of JSON."""
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    return path


def run(*arguments):
    """What the command line answers in a terminal of 80 columns."""
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], env={"COLUMNS": "80"})


def program(*arguments, **environment):
    """What the installed program answers, started anew."""
    command = [sys.executable, "-m", "summitry.cli", *map(str, arguments)]
    return subprocess.run(  # noqa: S603  # our own program
        command, capture_output=True, check=False, env=os.environ | environment
    )


def test_every_command_is_listed():
    """The help names every command, and there are no others."""
    group = typer.main.get_command(cli.app)
    assert list(group.commands) == COMMANDS
    answer = run("--help")
    assert answer.exit_code == 0
    for name in COMMANDS:
        assert f"│ {name} " in answer.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_how_and_with_what_result(name):
    """A help page has a first sentence, the exit codes, each option explained, and examples a line each."""
    answer = run(name, "--help")
    assert answer.exit_code == 0
    lines = [line.strip() for line in answer.stdout.splitlines()]
    assert any(line.startswith("Exit code 0; ") for line in lines)
    examples = lines[lines.index("Examples:") + 1 :]
    assert [line for line in examples if line]
    assert all(line.startswith(f"summitry {name} ") for line in examples if line)
    assert max(map(len, answer.stdout.splitlines())) <= 80
    for option in typer.main.get_command(cli.app).commands[name].params:
        assert option.help
    assert "[bold]" not in answer.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_can_be_parsed(name):
    """Every example of a help page is a command that the program understands."""
    group = typer.main.get_command(cli.app)
    for line in run(name, "--help").stdout.split("Examples:")[1].split("\n"):
        if line.strip():
            _, command, *arguments = line.split()
            group.commands[command].make_context(command, arguments, resilient_parsing=False)


def test_without_a_command_the_help_is_shown():
    """A bare `summitry` explains itself."""
    assert "Usage" in run().output


def test_the_version_is_that_of_the_package():
    """`--version` prints one line."""
    assert run("--version").stdout == "summitry 0.1.0\n"


def test_build_shows_counts_and_progress(raw, tmp_path):
    """The counts go to the output, the progress to the error stream."""
    answer = run("build", raw, "--out", tmp_path / "out")
    assert answer.exit_code == 0
    assert answer.stdout.splitlines()[0] == str(tmp_path / "out" / "datapackage.json")
    assert "│ articles     │    1 │" in answer.stdout
    assert answer.stderr.startswith("Reading ")
    assert "1/1" in answer.stderr


def test_progress_counts_refused_inputs_too(raw, tmp_path):
    """The bar reaches its end although an input was refused."""
    (tmp_path / "empty.txt").write_bytes(b"")
    answer = run("build", raw, tmp_path / "empty.txt", "--out", tmp_path / "out")
    assert answer.exit_code == 1
    assert "2/2" in answer.stderr


def test_build_for_machines(raw, tmp_path):
    """With --json there is one JSON object on the output, and nothing else."""
    (tmp_path / "empty.txt").write_bytes(b"")
    answer = run("build", raw, tmp_path / "empty.txt", "--out", tmp_path / "out", "--json")
    told = json.loads(answer.stdout)
    assert told["package"] == str(tmp_path / "out" / "datapackage.json")
    assert told["rows"]["articles"] == 1
    assert told["rejected"] == [
        f"{tmp_path.as_posix()}/empty.txt: found an empty file; expected text in UTF-8"
    ]
    assert answer.exit_code == 1


def test_validate_tells_what_the_library_tells(package):
    """The command is one call of `summitry.validate`, with its exit code and its JSON."""
    report = summitry.validate(package)
    answer = run("validate", package, "--json")
    assert json.loads(answer.stdout) == report.as_json()
    assert answer.exit_code == report.exit_code
    assert report.summary() in run("validate", package / "datapackage.json").stdout.replace("\n", "")


def test_validate_finds_what_is_broken(tmp_path):
    """A broken package gives the code 1, and the problem with its place."""
    write_package(small_tables(), tmp_path)
    speakers = tmp_path / "data" / "tables" / "speakers.csv"
    speakers.write_bytes(speakers.read_bytes().replace(b"kari-solheim", b"nobody"))
    answer = run("validate", tmp_path, "--json", "--limit", "1")
    assert answer.exit_code == 1
    told = json.loads(answer.stdout)
    assert told["valid"] is False
    assert len(told["problems"]) == 1
    assert told["errors"] > 1


def test_the_second_opinion_can_be_asked_for(package):
    """The engines of the command line are those of the library; another is a wrong use."""
    assert run("validate", package, "--engine", "frictionless").exit_code == 0
    assert run("validate", package, "--engine", "nobody").exit_code == 2


def test_annotate_writes_what_the_library_says(records, tmp_path):
    """A line an article, equal to what `summitry.annotate` gives."""
    answer = run("annotate", records, tmp_path / "findings.jsonl")
    assert answer.exit_code == 0
    assert answer.stdout == ""
    [line] = (tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == json.loads(json.dumps(summitry.annotate(RECORD)))


def test_annotate_goes_on_after_a_bad_record(records, tmp_path):
    """A refused record is told and costs the code 1; the others are written."""
    with records.open("a", encoding="utf-8") as file:
        file.write("no JSON\n")
    answer = run("annotate", records, tmp_path / "findings.jsonl", "--json")
    assert answer.exit_code == 1
    assert "line 2" in json.loads(answer.stdout)["rejected"][0]
    assert len((tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param("", "found an empty file; expected text in UTF-8", id="empty"),
        pytest.param("no JSON\n", "line 1, character 1: found “no JSON”", id="no JSON"),
        pytest.param('{"id": "a"}\n', "line 1: found no column for text in “id”", id="no text"),
    ],
)
def test_annotate_keeps_earlier_findings(records, tmp_path, content, line):
    """Where no record can be read nothing is written, and the code is 2."""
    records.write_text(content, encoding="utf-8")
    (tmp_path / "findings.jsonl").write_text("earlier\n", encoding="utf-8")
    answer = run("annotate", records, tmp_path / "findings.jsonl")
    assert answer.exit_code == 2
    assert f"summitry: {records.as_posix()}: {line}" in answer.stderr
    assert (tmp_path / "findings.jsonl").read_text(encoding="utf-8") == "earlier\n"


def test_annotate_does_not_write_over_its_input(records):
    """The input is never the output."""
    before = records.read_bytes()
    answer = run("annotate", records, records)
    assert answer.exit_code == 2
    assert "found the input itself; expected another file" in answer.stderr
    assert records.read_bytes() == before


def test_show_gives_an_overview(package):
    """Every table has its number of rows and all of its columns."""
    answer = run("show", package)
    assert answer.exit_code == 0
    assert "10 tables" in answer.stdout
    told = {row["table"]: row for row in json.loads(run("show", package, "--json").stdout)["rows"]}
    for name, rows in small_tables()._asdict().items():
        assert told[name]["rows"] == len(rows)
        assert told[name]["columns"].split(", ") == list(rows[0].__dataclass_fields__)


def test_show_gives_rows_upright(package):
    """Each row of a wide table is a list of its cells; empty ones are left out."""
    lines = [
        line.split() for line in run("show", package, "--table", "quotes", "--rows", "1").stdout.splitlines()
    ]
    assert lines[0] == ["quotes:", "2", "rows,", "the", "first", "1"]
    assert ["kind", "direct"] in lines
    assert ["said_on", "2019-05-14"] in lines
    assert not any("continues_id" in line for line in lines)


def test_show_gives_chosen_columns_side_by_side(package):
    """Only the named columns are shown, in the named order."""
    answer = run("show", package, "--table", "quotes", "--columns", "cue,text")
    assert "┃ cue  ┃ text                 ┃" in answer.stdout
    assert "│ told │ We need the railway, │" in answer.stdout


def test_show_gives_plain_values_to_machines(package):
    """Numbers are numbers, dates are text, nothing is null, and `NA` stays text."""
    told = json.loads(run("show", package, "--table", "quotes", "--json").stdout)
    assert (told["name"], told["total"]) == ("quotes", 2)
    first = told["rows"][0]
    assert (first["start"], first["said_on"], first["continues_id"]) == (1, "2019-05-14", None)
    mentions = explore.show(package, table="mentions").as_json()["rows"]
    assert "NA" in [row["text"] for row in mentions]


def test_explore_says_where_the_pages_are(package, tmp_path):
    """The start page can be opened from what is printed, however many processes wrote it."""
    done = program("explore", package, "-o", tmp_path / "site", "--workers", "2")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().strip() == str(tmp_path / "site" / "index.html")
    assert (tmp_path / "site" / "codebook.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        pytest.param(["--table", "quote"], "found no table 'quote'; expected one of articles, ", id="table"),
        pytest.param(
            ["--table", "quotes", "--columns", "words"],
            "quotes: found no column 'words'; expected one of quote_id, ",
            id="column",
        ),
        pytest.param(
            ["--columns", "text"], "found columns but no table; expected one of articles, ", id="no table"
        ),
    ],
)  # fmt: skip
def test_show_names_what_is_not_there(package, arguments, line):
    """A table or column that is not there gives one line with those that are."""
    answer = run("show", package, *arguments)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith(f"summitry: {line}")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["validate", "show"])
def test_a_package_that_is_not_there(tmp_path, name):
    """One line and the code 2."""
    answer = run(name, tmp_path / "nowhere")
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith(f"summitry: {tmp_path}")
    assert answer.stderr.count("\n") == 1


def test_a_fault_of_ours_is_not_a_problem_of_the_data(raw, tmp_path, monkeypatch):
    """An error that nobody foresaw shows where it happened and gives 2: 1 says that problems were found."""

    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(assembly, "resolve", broken)
    answer = run("build", raw, "--out", tmp_path / "out")
    assert answer.exit_code == 2
    assert "ZeroDivisionError" in answer.stderr


def test_the_program_keeps_its_streams_apart(raw, tmp_path):
    """As a program of its own: exit code 0, JSON in UTF-8 on the output, the bar on the error stream."""
    answer = program("build", raw, "--out", tmp_path / "out", "--json")
    assert answer.returncode == 0
    assert json.loads(answer.stdout)["rows"]["articles"] == 1
    assert b"Reading" in answer.stderr


def test_a_terminal_without_curly_marks_gets_them_written_out(package):
    """Signs that the terminal cannot show do not stop the program."""
    answer = program("show", package, "--table", "paragraphs", PYTHONIOENCODING="ascii")
    assert answer.returncode == 0
    assert rb"\u201cWe need the" in answer.stdout


def test_a_reader_that_goes_away_is_no_trouble(package):
    """`summitry show … | head` ends without a trace."""
    command = [sys.executable, "-m", "summitry.cli", "show", package, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:  # noqa: S603  # our own
        running.stdout.close()
        told = running.stderr.read()
    assert b"Traceback" not in told


def test_click_takes_our_codes_for_wrong_use():
    """A wrong option is a 2, as all that cannot run."""
    assert click.UsageError.exit_code == cli.CANNOT_RUN
    assert run("build").exit_code == 2
    assert run("nonsense").exit_code == 2
