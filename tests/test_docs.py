"""The documentation says what the program does: blocks run, lists are complete, links lead somewhere."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from loaders.cells import differences, read_package
from loaders.python_tools import of_duckdb, of_pandas
from loaders.r_tools import told_by_r
from loaders.sqlite_tool import of_sqlite
from summitry.schema import TABLES, table_schema
from test_layers import LAYERS

ROOT = Path(__file__).parents[1]
PAGES = sorted(path.stem for path in (ROOT / "docs").glob("*.md"))
DOCUMENTS = ["README.md", "CONTRIBUTING.md", *(f"docs/{page}.md" for page in PAGES)]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


DIRECTIVE = re.compile(r"^```\{.*?^```$", re.MULTILINE | re.DOTALL)
"""What is told to the site, and is no block."""


def fences(document):
    """The language and the code of each block of a document."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return FENCE.findall(DIRECTIVE.sub("", text))


class Block(NamedTuple):
    """A block of a document, and the output that stands below it, if any."""

    document: str
    number: int
    language: str
    code: str
    output: str | None


def blocks():
    """Every block that can be run, in reading order."""
    for document in DOCUMENTS:
        found = fences(document)
        assert {language for language, _ in found} <= {"bash", "python", "r", "text"}
        for number, (language, code) in enumerate(found):
            if language != "text":
                shown = found[number + 1 : number + 2]
                yield Block(
                    document, number, language, code, shown[0][1] if shown and shown[0][0] == "text" else None
                )


BLOCKS = list(blocks())


def environment():
    """What a person has after `source .venv/bin/activate`, in a terminal of 80 columns."""
    return os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "PYTHONIOENCODING": "utf-8",
    }


def run(*command, cwd, given=None):
    """What a command prints; it must not fail."""
    done = subprocess.run(  # noqa: S603  # our own documents
        command,
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        input=given,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def same_lines(text):
    """Text without what nobody sees: white space at the end of lines."""
    return [line.rstrip() for line in text.rstrip().splitlines()]


@pytest.fixture(scope="module")
def printed_first():
    """What the first two blocks of the README have printed, by their code."""
    return {}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory, printed_first):
    """A folder in which the first two blocks of the README have run: an article and its package."""
    folder = tmp_path_factory.mktemp("workshop")
    for block in BLOCKS[:2]:
        printed_first[block.code] = run("bash", "-e", "-c", block.code, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def names():
    """The names that the Python blocks of a document share, as in one session."""
    return {document: {} for document in DOCUMENTS}


def missing_for(block):
    """What a block needs and this machine does not have."""
    if block.language == "r":
        return None if shutil.which("Rscript") else "R is not installed"
    if block.code.startswith("sqlite3 "):
        return None if shutil.which("sqlite3") else "the program sqlite3 is not installed"
    if "import duckdb" in block.code:
        return None if find_spec("duckdb") else "DuckDB is not installed"
    return None


@pytest.mark.parametrize(
    "block", BLOCKS, ids=lambda block: f"{block.document}-{block.number}-{block.language}"
)
def test_every_block_runs(block, workshop, printed_first, names, monkeypatch, capsys):  # noqa: PLR0913, PLR0917  # fixtures
    """A block does what the text says, and prints what the block below it shows."""
    if reason := missing_for(block):
        pytest.skip(reason)
    monkeypatch.chdir(workshop)
    if block.code.startswith("make "):
        # only what it would do: the targets run these very tests
        for line in block.code.splitlines():
            run(*line.split(), "--dry-run", cwd=ROOT)
        return
    if block.language == "python":
        exec(compile(block.code, block.document, "exec"), names[block.document])  # noqa: S102  # our own documents
        printed = capsys.readouterr().out
    elif block.language == "r":
        printed = run("Rscript", "-", cwd=workshop, given=block.code)
    else:
        printed = printed_first.get(block.code) or run("bash", "-e", "-c", block.code, cwd=workshop)
    if block.output is not None:
        assert same_lines(printed) == same_lines(block.output)


LOADS = [
    block
    for block in BLOCKS
    if block.document == "README.md" and "package/data/tables/quotes.csv" in block.code
]


def test_the_readme_loads_with_each_tool():
    """There is a block for pandas, polars, DuckDB, SQL and R, and the load is one line of it."""
    told = ["import pandas", "import polars", "import duckdb", "sqlite3 ", "quotes <- "]
    assert [next(each for each in told if block.code.startswith(each)) for block in LOADS] == told
    for block in LOADS:
        lines = [line for line in block.code.splitlines() if line and not line.startswith("import ")]
        assert len(lines) == 1, lines


def loaded_by(block, folder):
    """The quotes that a block of the README loads, as columns of values."""
    if block.language == "python":
        found = {}
        exec(compile(block.code, block.document, "exec"), found)  # noqa: S102  # our own documents
        quotes = found["quotes"]
        if "import pandas" in block.code:
            return of_pandas(quotes)
        return of_duckdb(quotes) if "import duckdb" in block.code else quotes.to_dict(as_series=False)
    if block.language == "r":
        return told_by_r("utils", f'{block.code}tables[["quotes"]] <- quotes', Path.cwd(), folder)["quotes"]
    assert ":memory:" in block.code
    run("bash", "-e", "-c", block.code.replace(":memory:", str(folder / "sqlite")), cwd=Path.cwd())
    return of_sqlite(folder / "sqlite", "quotes")


@pytest.mark.parametrize("block", LOADS, ids=lambda block: f"{block.number}-{block.language}")
def test_what_the_readme_loads_is_right(block, workshop, tmp_path, monkeypatch):
    """Every cell of the table is what stands in the file."""
    if reason := missing_for(block):
        pytest.skip(reason)
    monkeypatch.chdir(workshop)
    [table] = [each for each in read_package(workshop / "package") if each.name == "quotes"]
    assert not differences(table, loaded_by(block, tmp_path))


def test_no_output_stands_alone():
    """Every output that is shown is compared with what comes out."""
    shown = sum(block.output is not None for block in BLOCKS)
    found = [language for document in DOCUMENTS for language, _ in fences(document)]
    assert shown == found.count("text")


@pytest.mark.parametrize("document", [*DOCUMENTS, "CHANGELOG.md", "data/README.md", "data/curated/README.md"])
def test_links_lead_somewhere(document):
    """Every link inside the repository leads to a file, and to a heading of it."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|\.\./\.\./actions/)([^)]+)\)", text):
        path, _, heading = target.partition("#")
        found = (ROOT / document).parent / path
        assert found.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in [each.lower().replace(" ", "-") for each in headings]


def test_the_readme_begins_with_one_line():
    """The first thing that is said is what it is for, in the words of the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert lines[:3] == ["# summitry", "", f"{project['description']}."]


def test_the_readme_lists_every_table():
    """The tables at a glance are all the tables, in their order, each with its schema."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (\w+) \| .+ \| \[schema\]\(schemas/\1\.json\) \|$", text, re.MULTILINE) == list(
        TABLES
    )


def test_the_readme_knows_every_command():
    """Each command of the program has its line, and no other is promised."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `summitry (\w+) ", text, re.MULTILINE) == [
        "build",
        "validate",
        "export",
        "diff",
        "upgrade",
        "release",
        "explore",
        "describe",
        "ddl",
        "annotate",
        "show",
        "review",
    ]


def test_contributing_draws_the_house_as_it_is():
    """Every room is there, in the order in which they know each other."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \| ", text, re.MULTILINE) == LAYERS


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "README.md"])
def test_files_that_are_named_exist(document):
    """A path in the text is a path in the repository."""
    text = FENCE.sub("", (ROOT / document).read_text(encoding="utf-8"))
    for path in re.findall(r"`((?:datapackage|schemas|tests|scripts|data)/[\w./]*)`", text):
        assert (ROOT / path).exists(), path


def test_the_changelog_knows_every_field():
    """Every field of every table is in the changelog."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for name in TABLES:
        [told] = re.findall(rf"^- `{name}`: ((?:.+\n)+?)(?=-|\n|\Z)", text, re.MULTILINE)
        added = re.findall(rf"`{name}\.(\w+)`", text)
        assert re.findall(r"`(\w+)`", told) + added == list(table_schema(name).field_names)


def test_one_version_everywhere():
    """Package, changelog and citation are of one version and day."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    [latest, *_] = re.findall(
        r"^## \[(\d\S*)\] - (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert latest == (version, citation["date-released"].isoformat())
    assert citation["version"] == version


def test_the_citation_can_be_read():
    """The citation has what the Citation File Format 1.2.0 requires."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["message"]
    assert citation["title"]
    assert citation["authors"] == [{"name": "The summitry authors"}]
    assert citation["type"] in {"dataset", "software"}


def test_the_documentation_is_a_site(tmp_path):
    """It is built with no warning, asks nothing of any other place, and every page is in it."""
    run(sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", ROOT / "docs", tmp_path, cwd=ROOT)
    for page in PAGES:
        html = (tmp_path / f"{page}.html").read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"', html)
        assert loaded
        assert [each for each in loaded if each.startswith(("http", "//"))] == []
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert set(PAGES) - {"index"} == {line for line in index.splitlines() if line in PAGES}


def test_the_reference_is_what_the_program_says():
    """The pages of commands and tables are made from the program, and lie there as it makes them."""
    run(sys.executable, ROOT / "scripts" / "reference.py", "--check", cwd=ROOT)
