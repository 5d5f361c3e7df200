"""The tools that read the descriptions take them; each test needs its tool on the machine.

None of the tools is a dependency: they bring much with them, and what they hold the files to is held by
`test_forms.py` too. `.ci/services` installs those of `.ci/readers.in` in an environment of their own.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import summitry
from summitry.describe import describe


def tool(name):
    """The path of a program, or the reason to skip."""
    return shutil.which(name) or pytest.skip(f"the program {name} is not installed")


def asked(*command, cwd):
    """What came of a program."""
    return subprocess.run(  # noqa: S603  # our own files
        command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )


def run(*command, cwd):
    """What a program says; it must not fail."""
    done = asked(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(params=["package", "other"])
def folder(request):
    """A package with its descriptions in it."""
    found = request.getfixturevalue(request.param)
    describe(found, found)
    return found


def test_mlcroissant_validates_and_reads(folder):
    """`mlcroissant validate` passes, and gives the rows of each table that its rules let it read."""
    program = tool("mlcroissant")
    run(program, "validate", "--jsonld", "croissant.json", cwd=folder)
    told = run(
        program,
        "load",
        "--jsonld",
        "croissant.json",
        "--record_set",
        "quotes",
        "--num_records",
        "1",
        cwd=folder,
    )
    assert "quotes/quote_id" in told


def test_cffconvert_validates(folder):
    """`cffconvert --validate` passes."""
    assert "valid" in run(tool("cffconvert"), "--validate", "-i", "CITATION.cff", cwd=folder)


def test_rocrate_validator_passes(folder):
    """What RO-Crate 1.1 requires is there; the program fetches the context of the standard."""
    command = ["-y", "--disable-color", "validate", "--no-paging", "-l", "required", "."]
    done = asked(tool("rocrate-validator"), *command, cwd=folder)
    if "URLError" in done.stdout + done.stderr:
        pytest.skip("the context of RO-Crate 1.1 cannot be fetched: no way to w3id.org")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_schema_of_datacite_passes(folder):
    """The JSON Schema of DataCite 4.5, as the package `datacite` brings it."""
    # the package has no program, and stands beside one that has
    python = Path(tool("datasette")).with_name("python")
    if asked(python, "-c", "import datacite", cwd=folder).returncode:
        pytest.skip("the package datacite is not installed beside datasette")
    asks = (
        "import json; from datacite import schema45 as s; print(s.validate(json.load(open('datacite.json'))))"
    )
    assert run(python, "-X", "utf8", "-c", asks, cwd=folder).strip() == "True"


def test_datasette_shows_them(folder, tmp_path):
    """`datasette data.db -m metadata.json` shows titles and descriptions of database, table and column."""
    program = tool("datasette")
    summitry.export(folder, "sqlite", tmp_path / "data.db")
    metadata = str(folder / "metadata.json")
    page = run(program, "data.db", "-m", metadata, "--get", "/data/quotes", cwd=tmp_path)
    assert "<h1>Quotes</h1>" in page
    assert "<dt>quote_id</dt><dd>Key of the quote.</dd>" in page
    told = json.loads(run(program, "data.db", "-m", metadata, "--get", "/-/metadata.json", cwd=tmp_path))
    assert told == json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
