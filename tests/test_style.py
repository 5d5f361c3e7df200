"""The house rules that a linter does not know."""

import ast
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
FOLDERS = ["datapackage", "scripts", "tests"]
MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
OUR_TEXT = sorted(
    path
    for pattern in ("*", ".ci/*", ".github/**/*", "scripts/*", "schemas/*", "tests/**/*", "datapackage/**/*")
    for path in ROOT.glob(pattern)
    if path.is_file() and "__pycache__" not in path.parts
)

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40
LONGER = {"small_tables": "a whole package written out, row by row"}
"""Functions that may be longer, and why."""

NOWHERE = {"utils", "util", "helpers", "helper", "common", "misc"}
"""Names of modules that say nothing: a function without a home tells that a module is missing."""


def shown(path):
    """A path as a test shows it."""
    return path.relative_to(ROOT).as_posix()


def code_lines(function, text):
    """How many lines of a function are code: neither docstring nor comment nor blank."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    inside = set(range(first.lineno, first.end_lineno + 1)) if documented else set()
    lines = text.splitlines()
    return sum(
        bool(lines[number - 1].strip()) and not lines[number - 1].strip().startswith("#")
        for number in range(function.lineno, function.end_lineno + 1)
        if number not in inside
    )


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_files_and_functions_are_small(path):
    """A file is read in one sitting, a function on one screen."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_FILE_LINES
    long = {
        node.name: lines
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (lines := code_lines(node, text)) > MAX_FUNCTION_LINES
    }
    assert not long.keys() - LONGER.keys(), long


def test_every_module_has_a_name_that_says_something():
    """There is no drawer for what belongs nowhere."""
    assert not [shown(path) for path in MODULES if path.stem in NOWHERE or path.parent.name in NOWHERE]


def test_no_file_names_a_package_index():
    """Where packages come from is the business of the machine that installs them."""
    index = re.compile(r"pypi\.(?:org|python)|pythonhosted|--?(?:extra-)?index-url|--find-links|/simple\b")
    found = [
        shown(path)
        for path in OUR_TEXT
        if path != Path(__file__) and index.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert not found


LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = re.findall(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<rest>(?:.*\\\n)*.*)$", LOCK, re.MULTILINE)


def test_every_pinned_package_has_a_hash():
    """What is installed is what was looked at."""
    assert len(PINS) > 10
    assert not [name for name, _, rest in PINS if "--hash=sha256:" not in rest]
    others = [line for line in LOCK.splitlines() if line and not re.match(r"[a-z0-9]|    --hash|\s*#", line)]
    assert not others


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["dependency-groups"]["dev"],
    *PROJECT["build-system"]["requires"],
]


@pytest.mark.parametrize("wanted", WANTED)
def test_every_dependency_is_pinned_and_installed(wanted):
    """The lock holds a version that fits, and so does this environment."""
    requirement = Requirement(wanted)
    versions = [pinned for name, pinned, _ in PINS if name == requirement.name]
    assert any(requirement.specifier.contains(Version(pinned)) for pinned in versions)
    assert version(requirement.name) in versions


def test_every_dependency_has_its_reason():
    """A dependency that nobody can explain is one too many."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for wanted in {*WANTED} - {*PROJECT["build-system"]["requires"]}:
        assert re.search(rf'^  "{re.escape(wanted)}",? +# \w', text, re.MULTILINE), wanted


def test_raw_files_and_tables_are_never_touched_by_git():
    """No line end of theirs is changed on any machine: hashes hold only so."""
    attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    for pattern in ("/data/raw/**", "/data/tables/**", "/datapackage.json", "/manifest.json", "/schemas/**"):
        assert f"{pattern} -text" in attributes
