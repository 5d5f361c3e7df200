"""One command turns raw articles into a package, in this repository and anywhere."""

import runpy
import shutil
import subprocess
from pathlib import Path

import frictionless
import pytest

import summitry
from small_package import files
from summitry.tables import read_tables

ROOT = Path(__file__).parents[1]
ARTICLE = """ date 2019-05-15 AFP, OSLO

Norwegian Foreign Minister Kari Solheim met Danish Prime Minister Erik Dahl in Oslo on Tuesday.

“We need the railway,” Solheim told reporters.
"""


@pytest.fixture
def home(tmp_path):
    """A repository with one raw article."""
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "oslo.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def script(name, home):
    """The functions of a script, at work in another repository."""
    found = runpy.run_path(str(ROOT / "scripts" / f"{name}.py"))
    found["main"].__globals__["ROOT"] = home
    return found["main"]


def test_a_build_tells_what_it_made(home):
    """The result names the descriptor, the rows and the refusals, and the progress each article."""
    seen = []
    built = summitry.build([home / "data" / "raw"], home, progress=seen.append)
    assert built.descriptor == home / "datapackage.json"
    assert built.counts == {name: len(rows) for name, rows in built.tables._asdict().items()}
    assert built.rejected == ()
    assert built.exit_code == 0
    assert seen == ["oslo"]
    assert [article.source for article in built.tables.articles] == ["data/raw/oslo.txt"]


def test_what_was_built_is_what_is_read(home):
    """The files of the package hold the very rows that the build gave."""
    built = summitry.build([home / "data" / "raw"], home)
    assert read_tables(home / "data" / "tables") == built.tables
    assert {name: len(frame) for name, frame in summitry.load(home)._asdict().items()} == built.counts


def test_both_validators_pass(home):
    """Our own checks and the reference implementation find nothing."""
    summitry.build([home / "data" / "raw"], home)
    assert not list(summitry.validate(home))
    assert summitry.validate(home, engine="frictionless").valid
    assert frictionless.validate(str(home / "datapackage.json")).valid


def test_articles_come_in_several_forms(home, tmp_path):
    """The same article as text, as a line of JSON and as a row of CSV says the same."""
    text = ARTICLE.split("OSLO\n\n")[1].strip()
    (home / "data" / "raw" / "oslo.txt").write_text(f" date 2019-05-15 \n\n{text}", encoding="utf-8")
    paragraphs = text.replace("\n", "\\n")
    forms = {
        "lines.jsonl": f'{{"id": "oslo", "date": "2019-05-15", "text": "{paragraphs}"}}\n',
        "rows.csv": f'id,date,text\noslo,2019-05-15,"{text}"\n',
    }
    as_text = summitry.build([home / "data" / "raw"], tmp_path / "txt").tables
    assert as_text.quotes
    assert as_text.meetings
    for name, content in forms.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        found = summitry.build([tmp_path / name], tmp_path / "out").tables
        assert found[1:] == as_text[1:]


def test_a_user_names_their_package(home, tmp_path):
    """A file of metadata takes the place of our own words."""
    (tmp_path / "mine.json").write_text('{"name": "mine"}', encoding="utf-8")
    built = summitry.build([home / "data" / "raw"], tmp_path / "out", metadata=tmp_path / "mine.json")
    assert '"name": "mine"' in built.descriptor.read_text(encoding="utf-8")


def test_the_script_builds_and_validates(home, capsys):
    """`scripts/build.py` gives 0 for a package without a problem."""
    assert script("build", home)() == 0
    assert "no problem" in capsys.readouterr().out.replace("\n", " ")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("empty.txt", 1, id="one of two articles refused"),
        pytest.param("oslo.txt", 2, id="the only article refused"),
    ],
)
def test_the_script_fails_where_an_article_is_refused(home, name, code):
    """`make data` does not pass over an article."""
    (home / "data" / "raw" / name).write_bytes(b"")
    assert script("build", home)() == code


def test_a_rebuild_finds_every_difference(home, capsys):
    """`scripts/rebuild.py` names each file that a rebuild would change, and changes none."""
    summitry.build([home / "data" / "raw"], home)
    assert script("rebuild", home)() == 0
    tables = home / "data" / "tables"
    (tables / "quotes.csv").write_bytes((tables / "quotes.csv").read_bytes().replace(b"direct", b"mixed"))
    (tables / "speakers.csv").unlink()
    (tables / "more.csv").write_bytes(b"a\n")
    before = files(home)
    assert script("rebuild", home)() == 1
    told = [line.split(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert told == ["data/tables/more.csv", "data/tables/quotes.csv", "data/tables/speakers.csv"]
    assert files(home) == before


def test_a_rebuild_without_tables_says_so(home, capsys):
    """In a repository where nothing was built yet, every file is missing."""
    assert script("rebuild", home)() == 1
    assert len(capsys.readouterr().out.splitlines()) == 22


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize(
    ("target", "command"),
    [("data", "scripts/build.py"), ("test", "-m pytest"), ("check", "scripts/rebuild.py")],
)
def test_make_sets_everything_up_first(target, command):
    """Each target makes the environment from the lock, with hashes, before it does its own work."""
    steps = subprocess.run(  # noqa: S603  # prints what it would do
        ["make", "--dry-run", "VENV=nowhere", target],  # noqa: S607  # from the path, as a person calls it
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    assert (
        steps.index("-m venv") < steps.index("--require-hashes -r requirements.lock") < steps.index(command)
    )


def test_continuous_integration_runs_the_same_commands():
    """What runs there can be run here."""
    assert "make test" in (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    runner = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in runner
    assert "scripts/rebuild.py" in runner
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100
