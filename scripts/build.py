"""Build this repository's own package from data/raw/, and validate it."""

import sys
from pathlib import Path

from summitry import cli

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Run both commands and give the worse of their exit codes."""
    built = run("build", ROOT / "data" / "raw", "--out", ROOT)
    return built if built == cli.CANNOT_RUN else max(built, run("validate", ROOT / "datapackage.json"))


def run(*arguments: str | Path) -> int:
    """One command of the command line, as its exit code."""
    return int(cli.app([str(argument) for argument in arguments], standalone_mode=False) or 0)


if __name__ == "__main__":
    sys.exit(main())
