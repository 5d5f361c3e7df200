"""The files that others' CI reads name what there is: commands, options, inputs and files."""

import os
import re
import shlex
import subprocess
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import typer
import yaml

from summitry import cli
from summitry.schema import TABLES
from summitry.validate import Format

ROOT = Path(__file__).parents[1]
FAKE = """#!/usr/bin/env bash
# stands for summitry: keeps what it was told, writes what it was asked to write, and finds problems
printf '%s\\n' "$@" > "$TOLD"
while [ $# -gt 0 ]; do
  if [ "$1" = --write ]; then echo "a report" > "$2"; shift; fi
  shift
done
exit "$STATUS"
"""


def read(name):
    """A YAML file of the repository."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


ACTION = read("action.yml")
(HOOK,) = read(".pre-commit-hooks.yaml")
WORKFLOW = read(".github/workflows/validate.yml")
SCRIPTS = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
VALIDATE = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "validate")


def options_of(command):
    """The options of one of our commands."""
    found = typer.main.get_command(cli.app).commands[command]
    return {name for param in found.params for name in (*param.opts, *param.secondary_opts)}


def commands():
    """Each call of our program in these files: the command and its options."""
    lines = [line for script in SCRIPTS for line in script.splitlines() if '"$SUMMITRY" ' in line]
    for line in [*lines, HOOK["entry"]]:
        _, command, *rest = shlex.split(line)
        yield command, {word for word in rest if re.fullmatch(r"--[a-z-]+", word)}


def test_the_commands_are_there():
    """The program and the command are those of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert HOOK["entry"].split()[0] in project["scripts"]
    assert [command for command, _ in commands()] == ["validate", "validate"]
    assert "validate" in typer.main.get_command(cli.app).commands


def test_the_options_are_there():
    """Every option that these files use is one of the command line."""
    for command, options in commands():
        assert options <= options_of(command)


def test_the_action_uses_its_inputs():
    """Each input is described and used, and reaches the shell as a variable and never as code."""
    assert ACTION["runs"]["using"] == "composite"
    used = re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text(encoding="utf-8"))
    assert sorted(used) == sorted(ACTION["inputs"])
    assert all(each["description"] for each in ACTION["inputs"].values())
    assert not any("${{" in script for script in SCRIPTS)
    assert all(step["shell"] == "bash" for step in ACTION["runs"]["steps"] if "run" in step)


def test_the_action_annotates():
    """Without a word from the user, problems are shown on the lines of the files."""
    assert ACTION["inputs"]["format"]["default"] == "github"
    named = re.findall(r"\b(json|junit|github|markdown|html)\b", ACTION["inputs"]["format"]["description"])
    assert sorted(named) == sorted(get_args(Format))


def test_the_action_installs_what_is_locked():
    """The files that it installs from are in the repository."""
    named = re.findall(r'"?\$ACTION(?:/([\w.]+))?"?', SCRIPTS[0])
    assert named == ["requirements.lock", ""]
    assert (ROOT / "requirements.lock").is_file()
    assert "hatchling==" in (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_bash(script):
    """The shell can read each script to its end."""
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)  # noqa: S607  # the shell of the runner


def ran(tmp_path, **inputs):
    """What the step that validates does: its exit code, and what the program was told."""
    (tmp_path / "program").write_text(FAKE, encoding="utf-8")
    (tmp_path / "program").chmod(0o755)
    files = {name: tmp_path / name for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "TOLD")}
    given = {"PACKAGE": "datapackage.json", "FORMAT": "github", "ARGS": "", "STATUS": "1"} | inputs
    places = {name: str(path) for name, path in files.items()}
    done = subprocess.run(  # noqa: S603  # our own script
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", VALIDATE["run"]],  # noqa: S607  # the same
        env=os.environ
        | places
        | given
        | {"SUMMITRY": str(tmp_path / "program"), "RUNNER_TEMP": str(tmp_path)},
        check=False,
    )
    return done.returncode, {name: path.read_text(encoding="utf-8") for name, path in files.items()}


def test_the_action_fails_with_the_package(tmp_path):
    """A broken package fails the step, after the summary of the job and the report were written."""
    code, files = ran(tmp_path)
    assert code == 1
    assert files["GITHUB_STEP_SUMMARY"] == "a report\n"
    report = files["GITHUB_OUTPUT"].strip().removeprefix("report=")
    assert Path(report).read_text(encoding="utf-8") == "a report\n"
    assert ran(tmp_path, STATUS="0")[0] == 0


def test_the_action_hands_on_what_it_is_given(tmp_path):
    """More options are parted by white space; a name of a package is one word and no option."""
    package = "--a 'b'; $(false) *"
    _, files = ran(tmp_path, PACKAGE=package, ARGS="--limit 20\n  --engine frictionless")
    words = files["TOLD"].splitlines()
    assert words[:3] == ["validate", "--format", "github"]
    assert words[-6:] == ["--limit", "20", "--engine", "frictionless", "--", package]


@pytest.mark.parametrize("folder", ["", "packages/talks/"])
def test_the_hook_runs_when_the_package_changes(folder):
    """A change of any file of a package calls the hook, one of other files does not."""
    paths = ["datapackage.json", "manifest.json"]
    paths += [path for name in TABLES for path in (f"data/tables/{name}.csv", f"schemas/{name}.json")]
    assert all(re.search(HOOK["files"], folder + path) for path in paths)
    others = ["README.md", "data/raw/a.txt", "package.json", "old-datapackage.json", "datapackage.json.bak"]
    assert not any(re.search(HOOK["files"], folder + path) for path in others)


def test_the_hook_checks_the_package_as_a_whole():
    """The program is called once, on the package, in an environment of its own."""
    assert (HOOK["id"], HOOK["language"], HOOK["args"]) == (
        "summitry-validate",
        "python",
        ["datapackage.json"],
    )
    assert (HOOK["pass_filenames"], HOOK["require_serial"]) == (False, True)


def test_the_workflow_uses_the_action():
    """Our own package is checked by the action that others use, with no right to write."""
    assert WORKFLOW["permissions"] == {"contents": "read"}
    steps = WORKFLOW["jobs"]["validate"]["steps"]
    own = next(step for step in steps if step["uses"] == "./")
    assert set(own["with"]) <= set(ACTION["inputs"])
    assert own["with"]["package"] == ACTION["inputs"]["package"]["default"]
    outputs = re.findall(rf"steps\.{own['id']}\.outputs\.(\w+)", str(steps))
    assert set(outputs) <= set(ACTION["outputs"])
