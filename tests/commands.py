"""Commands as a person gives them, and what they must answer."""

from typer.testing import CliRunner

from summitry.cli import app


def run(*arguments):
    """What the command line answers."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def assert_one_line(answer, *words):
    """The answer is code 2 and, behind the progress, one line with these words."""
    assert answer.exit_code == 2
    told = [line for line in answer.stderr.splitlines() if line.startswith(("summitry: ", "refused: "))]
    assert len(told) == 1
    assert all(word in told[0] for word in words)
    assert "Traceback" not in answer.stderr
