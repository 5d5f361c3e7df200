"""Build this repository's own package from data/raw/, and validate it."""

import sys
from pathlib import Path

from summitry import cli

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Run both commands and give the worse of their exit codes."""
    built = run("build", str(ROOT / "data" / "raw"), "--out", str(ROOT))
    return built or run("validate", str(ROOT / "datapackage.json"))


def run(*arguments: str) -> int:
    """One command of the command line, as its exit code."""
    code = cli.app(arguments, standalone_mode=False)
    return int(code or 0)


if __name__ == "__main__":
    sys.exit(main())
