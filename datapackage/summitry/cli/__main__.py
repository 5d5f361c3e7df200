"""The command line as a module: `python -m summitry.cli`."""

from summitry.cli import app

app()
