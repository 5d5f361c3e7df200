"""The programs that a machine has or has not."""

import os
import shutil
import subprocess

import pytest

UTF8 = {"LC_ALL": "C.UTF-8"}
"""What a program is told of the texts of this machine, whatever the machine itself says."""


def program(name):
    """The path of a program, or the reason to skip."""
    return shutil.which(name) or pytest.skip(f"the program {name} is not installed")


def run(*command, cwd, **variables):
    """What came of a program."""
    return subprocess.run(  # noqa: S603  # our own files
        command,
        cwd=cwd,
        env=os.environ | UTF8 | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
