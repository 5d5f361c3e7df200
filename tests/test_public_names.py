"""What others may rely on: the public names, their signatures, and a light import."""

import inspect
import subprocess
import sys

import pytest

import summitry

PUBLIC = [
    "BrokenSchema",
    "Built",
    "Difference",
    "Glance",
    "InvalidTables",
    "LoadedTables",
    "LostWorkers",
    "MissingLibrary",
    "MissingModel",
    "Problem",
    "Refusal",
    "Release",
    "Report",
    "Reviewed",
    "SummitryError",
    "UnfitCorrections",
    "UnfitVersion",
    "UnreadableInput",
    "UnusableOutput",
    "Upgraded",
    "annotate",
    "annotate_file",
    "build",
    "ddl",
    "diff",
    "export",
    "load",
    "read_review",
    "release",
    "review",
    "schemas",
    "show",
    "upgrade",
    "validate",
]

PARAMETERS = {
    "annotate": ["article", "model"],
    "build": [
        "sources",
        "out",
        "model",
        "metadata",
        "progress",
        "stage",
        "workers",
        "cluster",
        "cache",
        "curated",
        "text",
        "columns",
        "date",
        "today",
    ],
    "ddl": ["dialect", "text"],
    "diff": ["old", "new"],
    "export": ["package", "to", "out", "schema"],
    "load": ["path"],
    "read_review": ["sheet", "package", "curated", "who", "when"],
    "release": ["package", "out", "against", "version", "changelog", "on"],
    "review": ["package", "out", "rows"],
    "upgrade": ["old", "out"],
    "validate": ["path", "limit", "engine", "expectations", "against"],
}

SLOW = [
    "spacy",
    "thinc",
    "pandas",
    "polars",
    "pyarrow",
    "duckdb",
    "pandera",
    "frictionless",
    "great_expectations",
    "datasketch",
    "lxml",
    "py3langid",
    "trafilatura",
    "vl_convert",
]


def test_the_public_names_are_these():
    """A name that is added or removed is a change for everyone, and is decided here."""
    assert sorted(summitry.__all__) == PUBLIC
    assert set(PUBLIC) <= set(vars(summitry))


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names_explain_themselves(name):
    """Each says in a sentence what it is."""
    assert inspect.getdoc(getattr(summitry, name))


@pytest.mark.parametrize("name", PARAMETERS)
def test_public_functions_keep_their_parameters(name):
    """Names of parameters are public too; they and the result have types."""
    signature = inspect.signature(getattr(summitry, name))
    assert list(signature.parameters) == PARAMETERS[name]
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty


def test_errors_share_one_root():
    """Whoever catches `SummitryError` catches all that a user can mend."""
    for name in PUBLIC:
        if isinstance(thing := getattr(summitry, name), type) and issubclass(thing, Exception):
            assert issubclass(thing, summitry.SummitryError)


HELP = "import sys; from summitry.cli import app; app(['--help'], standalone_mode=False)"


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import sys, summitry", id="the package"),
        pytest.param("import sys, summitry.cli", id="the program"),
        pytest.param(HELP, id="its help"),
    ],
)
def test_loads_nothing_slow(code):
    """Libraries that take seconds are imported by the function that needs them."""
    code += f"; print('loaded:', *(name for name in {SLOW} if name in sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603  # our own program
    assert answer.stdout.splitlines()[-1].strip() == "loaded:"
